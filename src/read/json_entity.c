#include <jansson.h>
#include <stdlib.h>

#include "base/number.h"
#include "read/json_load.h"
#include "read/period.h"

static bool read_exposure(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                          struct eco_exposure *ret_exposure)
{
    static const char *const keys[] = {"dimension", "value", "evidence", NULL};
    struct eco_json_object object;
    if (!eco_json_enter(json, spot, value, keys, &object, &ret_exposure->extra))
        return false;
    int dimension =
        eco_json_choice(&object, "dimension", ECO_JSON_REQUIRED, "dimension", eco_dimension_names, ECO_DIMENSIONS);
    bool given = eco_json_number(&object, "value", ECO_JSON_REQUIRED, &ret_exposure->value);
    if (given && !(ret_exposure->value >= -1 && ret_exposure->value <= 1)) {
        struct eco_json_spot at = {spot, "value", 0};
        char shown[ECO_NUMBER_SIZE];
        eco_json_error(json, &at, "must be from -1 to 1, not %s", eco_number_print(shown, ret_exposure->value));
    }
    eco_json_read_evidence(&object, &ret_exposure->evidence);
    ret_exposure->dimension = dimension < 0 ? ECO_POLITICAL : (enum eco_dimension)dimension;
    return dimension >= 0;
}

static void read_exposures(const struct eco_json_object *object, struct eco_entity *entity)
{
    struct eco_json *json = object->json;
    const json_t *list = eco_json_list(object, "exposures", 0, ECO_LIST_LIMIT);
    struct eco_json_spot spot = {object->spot, "exposures", 0};
    size_t count = json_array_size(list), first[ECO_DIMENSIONS] = {0}; /* 1 + the index that stated the dimension */
    if (count == 0)
        return;
    entity->exposures = eco_arena_alloc(&json->eco->arena, count, sizeof *entity->exposures);
    entity->exposures_count = (int)count;
    for (size_t i = 0; i < count; i++) {
        struct eco_json_spot item = {&spot, NULL, i}, at = {&item, "dimension", 0};
        struct eco_exposure *exposure = &entity->exposures[i];
        if (!read_exposure(json, &item, json_array_get(list, i), exposure))
            continue;
        size_t *stated = &first[exposure->dimension];
        if (*stated)
            eco_json_error(json, &at, "\"%s\" is stated twice for one entity (first in exposures[%zu])",
                           eco_dimension_names[exposure->dimension], *stated - 1);
        else
            *stated = i + 1;
    }
}

static void read_plausible(const struct eco_json_object *object, struct eco_quantity *quantity)
{
    struct eco_json_spot spot = {object->spot, "plausible", 0};
    const json_t *list = eco_json_list(object, "plausible", 0, ECO_LIST_LIMIT);
    if (!list)
        return;
    if (json_array_size(list) != 2) {
        eco_json_error(object->json, &spot, "must hold two numbers, [low, high]");
        return;
    }
    bool sound = true;
    for (size_t i = 0; i < 2; i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        const json_t *bound = json_array_get(list, i);
        quantity->plausible[i] = json_number_value(bound);
        if (!json_is_number(bound)) {
            eco_json_error(object->json, &item, "must be a number, not %s", eco_json_type(bound));
            sound = false;
        }
    }
    if (sound && quantity->plausible[0] > quantity->plausible[1])
        eco_json_error(object->json, &spot, "the low end must not be above the high end");
    quantity->has_plausible = sound;
}

static void read_period(const struct eco_json_object *object, struct eco_quantity *quantity)
{
    struct eco_json_spot spot = {object->spot, "at", 0};
    quantity->at = eco_json_text(object, "at", 0);
    enum eco_period_fault fault = eco_period_read(quantity->at, &quantity->period);
    if (fault == ECO_PERIOD_FORM)
        eco_json_error(object->json, &spot, "%s is no time: YYYY, YYYY-Qn, YYYY-MM, or two of them as A/B",
                       eco_quote(quantity->at).text);
    else if (fault == ECO_PERIOD_ORDER)
        eco_json_error(object->json, &spot, "%s ends before it begins", eco_quote(quantity->at).text);
}

static void read_quantity(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                          struct eco_quantity *ret_quantity)
{
    static const char *const keys[] = {"name", "value", "bound", "unit", "at", "plausible", "evidence", NULL};
    struct eco_json_object object;
    if (!eco_json_enter(json, spot, value, keys, &object, &ret_quantity->extra))
        return;
    ret_quantity->name = eco_json_text(&object, "name", ECO_JSON_REQUIRED);
    eco_json_number(&object, "value", ECO_JSON_REQUIRED, &ret_quantity->value);
    int bound = eco_json_choice(&object, "bound", 0, "bound", eco_bound_names, ECO_BOUNDS);
    ret_quantity->bound = bound < 0 ? ECO_EXACT : (enum eco_bound)bound;
    ret_quantity->unit = eco_json_text(&object, "unit", 0);
    read_period(&object, ret_quantity);
    read_plausible(&object, ret_quantity);
    eco_json_read_evidence(&object, &ret_quantity->evidence);
}

static void read_quantities(const struct eco_json_object *object, struct eco_entity *entity)
{
    const json_t *list = eco_json_list(object, "quantities", 0, ECO_LIST_LIMIT);
    struct eco_json_spot spot = {object->spot, "quantities", 0};
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    entity->quantities = eco_arena_alloc(&object->json->eco->arena, count, sizeof *entity->quantities);
    entity->quantities_count = (int)count;
    for (size_t i = 0; i < count; i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        read_quantity(object->json, &item, json_array_get(list, i), &entity->quantities[i]);
    }
}

static void read_entity(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                        struct eco_index *seen)
{
    static const char *const keys[] = {"id",           "name",      "aliases",    "kind",     "part_of",
                                       "sector",       "country",   "since",      "until",    "tags",
                                       "capabilities", "exposures", "quantities", "evidence", NULL};
    struct eco_entity entity = {.kind = -1, .part_of = -1};
    struct eco_json_object object;
    if (!eco_json_enter(json, spot, value, keys, &object, &entity.extra))
        return;
    entity.id = eco_json_id(&object, seen, spot->index);
    entity.name = eco_json_text(&object, "name", 0);
    eco_json_texts(&object, "aliases", &entity.aliases);
    const char *kind = eco_json_borrow(&object, "kind", ECO_JSON_REQUIRED);
    struct eco_json_spot at = {spot, "kind", 0};
    if (kind)
        entity.kind = eco_json_word(json, ECO_ENTITY_KINDS, &at, kind);
    entity.sector = eco_json_text(&object, "sector", 0);
    entity.country = eco_json_text(&object, "country", 0);
    eco_json_years(&object, &entity.since, &entity.until);
    eco_json_texts(&object, "tags", &entity.tags);
    eco_json_texts(&object, "capabilities", &entity.capabilities);
    read_exposures(&object, &entity);
    read_quantities(&object, &entity);
    eco_json_read_evidence(&object, &entity.evidence);
    if (!entity.id)
        return;
    if (eco_ecosystem_find_entity(json->eco, entity.id) >= 0) {
        struct eco_json_spot id_spot = {spot, "id", 0};
        eco_json_error(json, &id_spot, "the id %s is already that of an entity of the ecosystem", eco_quote(entity.id).text);
        return;
    }
    if (!entity.name)
        entity.name = entity.id;
    entity.root = eco_ecosystem_add_entity(json->eco, entity.id);
    json->eco->entities[entity.root] = entity;
    *ECO_PUSH(json->entity_spots, json->entity_spots_count, json->entity_spots_capacity) = spot->index;
}

int eco_json_entity(struct eco_json *json, const struct eco_json_spot *spot, const char *id)
{
    int number = eco_ecosystem_find_entity(json->eco, id);
    if (number >= 0)
        return number;
    int nearest = eco_json_keeps(json, /*warning=*/false) ? eco_ecosystem_nearest_entity(json->eco, id) : -1;
    const char *candidate = nearest < 0 ? NULL : json->eco->entities[nearest].id;
    eco_json_error(json, spot, "no entity %s%s", eco_quote(id).text, eco_quote_hint(id, &candidate, 1).text);
    return -1;
}

/* A second pass, because a part may stand before its whole. */
static void read_part_of(const struct eco_json_object *entry, int number)
{
    struct eco_json_spot at = {entry->spot, "part_of", 0};
    const char *whole = eco_json_borrow(entry, "part_of", ECO_JSON_NONEMPTY);
    if (whole)
        entry->json->eco->entities[number].part_of = eco_json_entity(entry->json, &at, whole);
}

void eco_json_read_entities(const struct eco_json_object *file, int rules)
{
    struct eco_json *json = file->json;
    const json_t *list = eco_json_list(file, "entities", rules, ECO_ENTITIES_LIMIT);
    struct eco_json_spot spot = {file->spot, "entities", 0};
    struct eco_index seen = {0};
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        read_entity(json, &item, json_array_get(list, i), &seen);
    }
    eco_index_finish(&seen);
    for (size_t n = 0; n < json->entity_spots_count; n++) {
        size_t i = json->entity_spots[n];
        struct eco_json_spot item = {&spot, NULL, i};
        struct eco_json_object entry = {json, json_array_get(list, i), &item};
        read_part_of(&entry, (int)(json->first_entity + n));
    }
}
