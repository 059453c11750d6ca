/* Selectors of a scenario: several keys are ANDed, a list of values is ORed. */
#include <jansson.h>
#include <stdlib.h>

#include "base/str.h"
#include "read/json_load.h"

/* Checks one word at its place; reports what is wrong with it. */
typedef void check_word(struct eco_json *json, const struct eco_json_spot *spot, const char *word);

static void check_entity(struct eco_json *json, const struct eco_json_spot *spot, const char *word)
{
    eco_json_entity(json, spot, word);
}

static void check_entity_kind(struct eco_json *json, const struct eco_json_spot *spot, const char *word)
{
    eco_json_known_word(json, ECO_ENTITY_KINDS, spot, word);
}

static void check_relation_kind(struct eco_json *json, const struct eco_json_spot *spot, const char *word)
{
    eco_json_known_word(json, ECO_RELATION_KINDS, spot, word);
}

static void check_resource(struct eco_json *json, const struct eco_json_spot *spot, const char *word)
{
    eco_json_known_word(json, ECO_RESOURCES, spot, word);
}

static bool take_word(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, check_word *check,
                      struct eco_words *words)
{
    if (!eco_json_check_text(json, spot, value, ECO_JSON_NONEMPTY))
        return false;
    words->items[words->count++] = eco_arena_strdup(&json->eco->arena, json_string_value(value));
    if (check)
        check(json, spot, json_string_value(value));
    return true;
}

/* A word or a list of words. */
static void read_words(const struct eco_json_object *object, const char *key, check_word *check, struct eco_words *ret_words)
{
    struct eco_json *json = object->json;
    const json_t *value = json_object_get(object->value, key);
    struct eco_json_spot spot = {object->spot, key, 0};
    if (!value)
        return;
    size_t count = json_is_array(value) ? json_array_size(value) : 1;
    if (!json_is_array(value) && !json_is_string(value))
        eco_json_error(json, &spot, "must be a string or a list of strings, not %s", eco_json_type(value));
    else if (count == 0)
        eco_json_error(json, &spot, "must name at least one: an empty list selects nothing");
    else if (count > ECO_LIST_LIMIT)
        eco_json_error(json, &spot, "has %zu entries, more than the limit of %d", count, ECO_LIST_LIMIT);
    else {
        ret_words->items = eco_arena_alloc(&json->eco->arena, count, sizeof *ret_words->items);
        if (!json_is_array(value))
            take_word(json, &spot, value, check, ret_words);
        for (size_t i = 0; json_is_array(value) && i < count; i++) {
            struct eco_json_spot item = {&spot, NULL, i};
            take_word(json, &item, json_array_get(value, i), check, ret_words);
        }
    }
}

static const char *sector_of(const struct eco_entity *entity, int k)
{
    return k == 0 ? entity->sector : NULL;
}

static const char *country_of(const struct eco_entity *entity, int k)
{
    return k == 0 ? entity->country : NULL;
}

static const char *tag_of(const struct eco_entity *entity, int k)
{
    return k < entity->tags.count ? entity->tags.items[k] : NULL;
}

/* Free words are of no list: it is wrong where no entity has any of them. `word_of` gives an entity's k-th. */
static void read_free_words(const struct eco_json_object *object, const char *key,
                            const char *(*word_of)(const struct eco_entity *entity, int k), struct eco_words *ret_words)
{
    struct eco_json *json = object->json;
    struct eco_json_spot spot = {object->spot, key, 0};
    read_words(object, key, NULL, ret_words);
    const char **known = NULL;
    size_t count = 0, capacity = 0;
    bool found = ret_words->count == 0;
    for (size_t e = 0; e < json->eco->entities_count && !found; e++)
        for (int k = 0; !found && word_of(&json->eco->entities[e], k); k++) {
            const char *word = word_of(&json->eco->entities[e], k);
            *ECO_PUSH(known, count, capacity) = word;
            for (int w = 0; w < ret_words->count && !found; w++)
                found = eco_str_equal(ret_words->items[w], word);
        }
    if (!found)
        eco_json_error(json, &spot, "no entity has the %s %s%s", key, eco_quote(ret_words->items[0]).text,
                       eco_quote_hint(ret_words->items[0], known, (int)count).text);
    free(known);
}

void eco_json_read_entity_selector(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                                   struct eco_entity_selector *ret_selector)
{
    static const char *const keys[] = {"id", "kind", "sector", "country", "tag", "part_of", NULL};
    struct eco_json_object object;
    const char *extra;
    if (!eco_json_enter(json, spot, value, keys, &object, &extra))
        return;
    read_words(&object, "id", check_entity, &ret_selector->id);
    read_words(&object, "kind", check_entity_kind, &ret_selector->kind);
    read_free_words(&object, "sector", sector_of, &ret_selector->sector);
    read_free_words(&object, "country", country_of, &ret_selector->country);
    read_free_words(&object, "tag", tag_of, &ret_selector->tag);
    read_words(&object, "part_of", check_entity, &ret_selector->part_of);
}

static void check_class(struct eco_json *json, const struct eco_json_spot *spot, const char *word)
{
    json_t *value = json_string(word);
    eco_json_choice_at(json, spot, value, "class", eco_relation_class_names, ECO_CLASSES);
    json_decref(value);
}

static void read_end(const struct eco_json_object *object, const char *key, struct eco_entity_selector *ret_selector)
{
    struct eco_json_spot spot = {object->spot, key, 0};
    const json_t *value = json_object_get(object->value, key);
    if (value)
        eco_json_read_entity_selector(object->json, &spot, value, ret_selector);
}

void eco_json_read_relation_selector(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                                     struct eco_relation_selector *ret_selector)
{
    static const char *const keys[] = {"kind", "class", "resource", "from", "to", NULL};
    struct eco_json_object object;
    const char *extra;
    if (!eco_json_enter(json, spot, value, keys, &object, &extra))
        return;
    read_words(&object, "kind", check_relation_kind, &ret_selector->kind);
    read_words(&object, "class", check_class, &ret_selector->relation_class);
    read_words(&object, "resource", check_resource, &ret_selector->resource);
    read_end(&object, "from", &ret_selector->from);
    read_end(&object, "to", &ret_selector->to);
}
