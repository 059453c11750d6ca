#include "read/json_load.h"

#include <jansson.h>
#include <stdlib.h>

static void read_source(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                        struct eco_index *seen)
{
    static const char *const keys[] = {"id", "title", "authors", "year", "url", NULL};
    struct eco_source source = {0};
    struct eco_json_object object;
    if (!eco_json_enter(json, spot, value, keys, &object, &source.extra))
        return;
    source.id = eco_json_id(&object, seen, spot->index);
    source.title = eco_json_text(&object, "title", ECO_JSON_LINES);
    source.authors = eco_json_text(&object, "authors", 0);
    source.url = eco_json_text(&object, "url", 0);
    source.year = eco_json_year(&object, "year");
    if (!source.id)
        return;
    int number = eco_ecosystem_add_source(json->eco, source.id);
    json->eco->sources[number] = source;
}

void eco_json_read_sources(const struct eco_json_object *file)
{
    const json_t *list = eco_json_list(file, "sources", 0, 0);
    struct eco_json_spot spot = {file->spot, "sources", 0};
    struct eco_index seen = {0};
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        read_source(file->json, &item, json_array_get(list, i), &seen);
    }
    eco_index_finish(&seen);
}

static void refuse_source(struct eco_json *json, const struct eco_json_spot *spot, const char *id)
{
    size_t count = eco_json_keeps(json, /*warning=*/false) ? json->eco->sources_count : 0;
    const char **ids = eco_alloc(count, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = json->eco->sources[i].id;
    eco_json_error(json, spot, "no source %s%s", eco_quote(id).text, eco_quote_hint(id, ids, (int)count).text);
    free(ids);
}

static void read_entry(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                       struct eco_evidence *ret_evidence)
{
    static const char *const keys[] = {"source", "at", "note", NULL};
    struct eco_json_object object;
    if (!eco_json_enter(json, spot, value, keys, &object, &ret_evidence->extra))
        return;
    const char *source = eco_json_borrow(&object, "source", ECO_JSON_REQUIRED);
    struct eco_json_spot at = {spot, "source", 0};
    ret_evidence->source = source ? eco_index_find(&json->eco->source_index, source) : -1;
    if (source && ret_evidence->source < 0)
        refuse_source(json, &at, source);
    ret_evidence->at = eco_json_text(&object, "at", 0);
    ret_evidence->note = eco_json_text(&object, "note", ECO_JSON_LINES);
}

void eco_json_read_evidence(const struct eco_json_object *object, struct eco_evidences *ret_evidence)
{
    struct eco_json *json = object->json;
    const json_t *list = eco_json_list(object, "evidence", 0, ECO_LIST_LIMIT);
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    struct eco_json_spot spot = {object->spot, "evidence", 0};
    ret_evidence->items = eco_arena_alloc(&json->eco->arena, count, sizeof *ret_evidence->items);
    ret_evidence->count = (int)count;
    for (size_t i = 0; i < count; i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        read_entry(json, &item, json_array_get(list, i), &ret_evidence->items[i]);
    }
}
