#include <jansson.h>
#include <stdlib.h>

#include "base/number.h"
#include "read/json_load.h"

static int read_end(const struct eco_json_object *object, const char *key)
{
    struct eco_json_spot at = {object->spot, key, 0};
    const char *id = eco_json_borrow(object, key, ECO_JSON_REQUIRED);
    return id ? eco_json_entity(object->json, &at, id) : -1;
}

static void read_weight(const struct eco_json_object *object, struct eco_relation *relation)
{
    struct eco_json_spot at = {object->spot, "weight", 0};
    if (!eco_json_number(object, "weight", ECO_JSON_REQUIRED, &relation->weight))
        return;
    char shown[ECO_NUMBER_SIZE];
    if (!(relation->weight >= ECO_WEIGHT_MIN && relation->weight <= ECO_WEIGHT_MAX))
        eco_json_error(object->json, &at, "must be from 1e-12 to 1e12, not %s",
                       eco_number_print(shown, relation->weight));
}

static void read_confidence(const struct eco_json_object *object, struct eco_relation *relation)
{
    struct eco_json_spot at = {object->spot, "confidence", 0};
    relation->confidence = 1;
    relation->confidence_given = eco_json_number(object, "confidence", 0, &relation->confidence);
    char shown[ECO_NUMBER_SIZE];
    if (!(relation->confidence > 0 && relation->confidence <= 1))
        eco_json_error(object->json, &at, "must be above 0 and at most 1, not %s",
                       eco_number_print(shown, relation->confidence));
}

/* Remembers that the relation names the resource; false where it did so before. */
static bool name_once(struct eco_json *json, int resource, int relation)
{
    size_t old = json->resource_users_capacity;
    json->resource_users = eco_grow(json->resource_users, &json->resource_users_capacity, (size_t)resource + 1,
                                    sizeof *json->resource_users);
    for (size_t i = old; i < json->resource_users_capacity; i++)
        json->resource_users[i] = 0;
    bool first = json->resource_users[resource] != relation + 1;
    json->resource_users[resource] = relation + 1;
    return first;
}

static void read_resource_list(struct eco_json *json, const struct eco_json_spot *spot, const json_t *list,
                               struct eco_relation *relation, int number)
{
    size_t count = json_array_size(list);
    relation->resources = eco_arena_alloc(&json->eco->arena, count, sizeof *relation->resources);
    for (size_t i = 0; i < count; i++) {
        struct eco_json_spot item = {spot, NULL, i};
        const json_t *value = json_array_get(list, i);
        if (!eco_json_check_text(json, &item, value, ECO_JSON_NONEMPTY))
            continue;
        int resource = eco_json_word(json, ECO_RESOURCES, &item, json_string_value(value));
        if (resource < 0)
            continue;
        if (name_once(json, resource, number))
            relation->resources[relation->resources_count++] = resource;
        else
            eco_json_error(json, &item, "the resource %s is named twice",
                           eco_quote(json_string_value(value)).text);
    }
}

static void read_resources(const struct eco_json_object *object, const char *kind, struct eco_relation *relation,
                           int number)
{
    struct eco_json *json = object->json;
    const json_t *list = eco_json_list(object, "resources", 0, ECO_LIST_LIMIT);
    struct eco_json_spot at = {object->spot, "resources", 0};
    if (list && json_array_size(list) == 0) {
        eco_json_error(json, &at, "must name at least one resource");
    } else if (list) {
        relation->resources_given = true;
        read_resource_list(json, &at, list, relation, number);
    } else if (kind && !json_object_get(object->value, "resources")) {
        relation->resources = eco_arena_alloc(&json->eco->arena, 1, sizeof *relation->resources);
        relation->resources[relation->resources_count++] = eco_json_default_resource(json, kind);
    }
}

static int read_kind(const struct eco_json_object *object, const char **ret_kind)
{
    struct eco_json_spot at = {object->spot, "kind", 0};
    *ret_kind = eco_json_borrow(object, "kind", ECO_JSON_REQUIRED);
    return *ret_kind ? eco_json_word(object->json, ECO_RELATION_KINDS, &at, *ret_kind) : -1;
}

static void read_relation(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value)
{
    static const char *const keys[] = {"from",  "to",    "kind",  "resources", "weight",   "confidence",
                                       "basis", "since", "until", "note",      "evidence", NULL};
    static const char *const bases[] = {"stated", "inferred"};
    int number = eco_ecosystem_add_relation(json->eco);
    struct eco_relation relation = json->eco->relations[number];
    struct eco_json_object object;
    size_t errors = json->problems->errors;
    if (!eco_json_enter(json, spot, value, keys, &object, &relation.extra))
        return;
    const char *kind;
    relation.from = read_end(&object, "from");
    relation.to = read_end(&object, "to");
    relation.kind = read_kind(&object, &kind);
    read_resources(&object, kind, &relation, number);
    read_weight(&object, &relation);
    read_confidence(&object, &relation);
    relation.inferred = eco_json_choice(&object, "basis", 0, "basis", bases, 2) == 1;
    eco_json_years(&object, &relation.since, &relation.until);
    relation.note = eco_json_text(&object, "note", ECO_JSON_LINES);
    eco_json_read_evidence(&object, &relation.evidence);
    if (json->problems->errors > errors)
        relation.kind = -1; /* not to be compared with others */
    json->eco->relations[number] = relation;
}

void eco_json_read_relations(const struct eco_json_object *file, int rules)
{
    const json_t *list = eco_json_list(file, "relations", rules, ECO_RELATIONS_LIMIT);
    struct eco_json_spot spot = {file->spot, "relations", 0};
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        read_relation(file->json, &item, json_array_get(list, i));
    }
}
