/* The steps of a scenario, in order: what an add step brings may be named by those that follow. */
#include <jansson.h>

#include "base/number.h"
#include "model/bring.h"
#include "read/json_load.h"

/* The member `key` with the words of a step as keys; false after a report. */
static bool enter(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, const char *const *keys,
                  struct eco_json_object *ret_object)
{
    const char *extra;
    return eco_json_enter(json, spot, value, keys, ret_object, &extra);
}

static const json_t *required(const struct eco_json_object *object, const char *key)
{
    const json_t *value = json_object_get(object->value, key);
    if (!value)
        eco_json_error(object->json, object->spot, "the key \"%s\" is missing", key);
    return value;
}

static void read_remove(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, struct eco_step *step)
{
    eco_json_read_entity_selector(json, spot, value, &step->entities);
}

static void read_scale(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, struct eco_step *step)
{
    static const char *const keys[] = {"relations", "by", NULL};
    struct eco_json_object object;
    if (!enter(json, spot, value, keys, &object))
        return;
    struct eco_json_spot relations = {spot, "relations", 0}, by = {spot, "by", 0};
    const json_t *selector = required(&object, "relations");
    if (selector) {
        eco_json_read_relation_selector(json, &relations, selector, &step->relations);
        eco_json_locate(json, &relations, &step->path, &step->line, &step->column);
    }
    char shown[ECO_NUMBER_SIZE];
    if (eco_json_number(&object, "by", ECO_JSON_REQUIRED, &step->by) && !(step->by >= 0 && step->by <= ECO_SCALE_MAX))
        eco_json_error(json, &by, "must be from 0 to 1e12, not %s", eco_number_print(shown, step->by));
}

static void read_shock(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, struct eco_step *step)
{
    static const char *const keys[] = {"dimension", "severity", "where", NULL};
    struct eco_json_object object;
    if (!enter(json, spot, value, keys, &object))
        return;
    struct eco_json_spot severity = {spot, "severity", 0}, where = {spot, "where", 0};
    int dimension = eco_json_choice(&object, "dimension", ECO_JSON_REQUIRED, "dimension", eco_dimension_names, ECO_DIMENSIONS);
    step->dimension = dimension < 0 ? ECO_POLITICAL : (enum eco_dimension)dimension;
    char shown[ECO_NUMBER_SIZE];
    if (eco_json_number(&object, "severity", ECO_JSON_REQUIRED, &step->by) && !(step->by >= 0 && step->by <= 1))
        eco_json_error(json, &severity, "must be from 0 to 1, not %s", eco_number_print(shown, step->by));
    const json_t *selector = json_object_get(value, "where");
    if (!selector || json_is_null(selector))
        return;
    eco_json_read_entity_selector(json, &where, selector, &step->entities);
    eco_json_locate(json, &where, &step->path, &step->line, &step->column);
}

/* The same rules as in the file that it adds to. */
static void read_add(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, struct eco_step *step)
{
    static const char *const keys[] = {"entities", "relations", NULL};
    struct eco_json_object object;
    if (!enter(json, spot, value, keys, &object))
        return;
    json->lists = spot;
    json->first_entity = json->eco->entities_count;
    json->first_relation = json->eco->relations_count;
    json->entity_spots_count = 0;
    size_t errors = json->problems->errors;
    eco_json_read_entities(&object, 0);
    eco_json_check_parts(json);
    eco_json_read_relations(&object, 0);
    if (json->problems->errors == errors)
        eco_json_check_repeats(json);
    step->first_entity = (int)json->first_entity;
    step->entities_count = (int)(json->eco->entities_count - json->first_entity);
    step->brought_count = (int)(json->eco->relations_count - json->first_relation);
    step->brought = eco_arena_alloc(&json->eco->arena, (size_t)step->brought_count, sizeof *step->brought);
    for (int k = 0; k < step->brought_count; k++)
        step->brought[k] = (int)json->first_relation + k;
}

static int read_entity(const struct eco_json_object *object, const char *key)
{
    struct eco_json_spot at = {object->spot, key, 0};
    const char *id = eco_json_borrow(object, key, ECO_JSON_REQUIRED);
    return id ? eco_json_entity(object->json, &at, id) : -1;
}

static void read_replace(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, struct eco_step *step)
{
    static const char *const keys[] = {"id", "by", NULL};
    struct eco_json_object object;
    if (!enter(json, spot, value, keys, &object))
        return;
    step->replaced = read_entity(&object, "id");
    step->successor = read_entity(&object, "by");
    if (step->replaced < 0 || step->successor < 0)
        return;
    struct eco_json_spot by = {spot, "by", 0};
    const struct eco_entity *entities = json->eco->entities;
    if (eco_is_part(json->eco, step->successor, step->replaced))
        eco_json_error(json, &by, "%s %s %s, which goes", eco_quote(entities[step->successor].id).text,
                       step->successor == step->replaced ? "is" : "is part of", eco_quote(entities[step->replaced].id).text);
    else if (json->problems->errors == 0)
        eco_bring_replacement(json->eco, step);
}

typedef void read_step_type(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, struct eco_step *step);
static read_step_type *const readers[ECO_STEPS] = {read_remove, read_scale, read_shock, read_add, read_replace};

/* Which of the five a step is; ECO_STEPS after a report. */
static int type_of(const struct eco_json_object *object)
{
    int type = ECO_STEPS;
    for (int t = 0; t < ECO_STEPS; t++) {
        if (!json_object_get(object->value, eco_step_names[t]))
            continue;
        if (type < ECO_STEPS) {
            eco_json_error(object->json, object->spot, "does one thing: \"%s\" or \"%s\", not both", eco_step_names[type],
                           eco_step_names[t]);
            return ECO_STEPS;
        }
        type = t;
    }
    if (type == ECO_STEPS)
        eco_json_error(object->json, object->spot, "must hold one of remove, scale, shock, add and replace");
    return type;
}

static void read_step(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                      struct eco_scenario *scenario)
{
    static const char *const keys[] = {"label", "remove", "scale", "shock", "add", "replace", NULL};
    struct eco_json_object object;
    if (!enter(json, spot, value, keys, &object))
        return;
    const char *label = eco_json_text(&object, "label", 0);
    int type = type_of(&object);
    if (type == ECO_STEPS)
        return;
    struct eco_step *step = eco_scenario_add_step(scenario, (enum eco_step_type)type);
    step->label = label;
    struct eco_json_spot at = {spot, eco_step_names[type], 0};
    eco_json_locate(json, &at, &step->path, &step->line, &step->column);
    readers[type](json, &at, json_object_get(value, eco_step_names[type]), step);
}

void eco_json_read_steps(const struct eco_json_object *file, struct eco_scenario *scenario)
{
    const json_t *list = eco_json_list(file, "steps", 0, ECO_STEPS_LIMIT);
    struct eco_json_spot spot = {file->spot, "steps", 0};
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        read_step(file->json, &item, json_array_get(list, i), scenario);
    }
}
