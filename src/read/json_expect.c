/* What a scenario expects. */
#include <jansson.h>
#include <string.h>

#include "read/json_load.h"

/* Whether the name is a figure of one entity (returns which), of the whole (-1), or unknown (reported; -2). */
static int figure_of(struct eco_json *json, const struct eco_json_spot *spot, const char *name, const struct eco_words *figures)
{
    const char *known[256];
    int count = 0;
    for (int k = 0; k < ECO_NODE_FIGURES; k++) {
        if (strcmp(name, eco_node_figure_names[k]) == 0)
            return k;
        known[count++] = eco_node_figure_names[k];
    }
    for (int k = 0; figures && k < figures->count && count < 256; k++) {
        if (strcmp(name, figures->items[k]) == 0)
            return -1;
        known[count++] = figures->items[k];
    }
    if (!figures)
        return -1;
    eco_json_error(json, spot, "no figure %s%s", eco_quote(name).text, eco_quote_hint(name, known, count).text);
    return -2;
}

/* False where the figure is not known. */
static bool read_figure(const struct eco_json_object *object, const struct eco_words *figures, struct eco_expectation *e)
{
    struct eco_json *json = object->json;
    struct eco_json_spot at = {object->spot, "figure", 0}, id_spot = {object->spot, "id", 0};
    e->figure = eco_json_text(object, "figure", ECO_JSON_REQUIRED);
    int which = e->figure ? figure_of(json, &at, e->figure, figures) : -2;
    e->node_figure = which < 0 ? -1 : which;
    const char *id = eco_json_borrow(object, "id", ECO_JSON_NONEMPTY);
    e->entity = id ? eco_json_entity(json, &id_spot, id) : -1;
    if (which >= 0 && !json_object_get(object->value, "id"))
        eco_json_error(json, object->spot, "the key \"id\" is missing: \"%s\" is a figure of one entity", e->figure);
    if (which == -1 && id)
        eco_json_error(json, &id_spot, "\"%s\" is a figure of the whole and takes no id", e->figure);
    return which > -2;
}

static bool is_truth(const struct eco_expectation *e)
{
    return e->node_figure == ECO_FAILS || e->node_figure == ECO_ORPHANED;
}

static void read_than(const struct eco_json_object *object, struct eco_expectation *e)
{
    struct eco_json_spot at = {object->spot, "than", 0};
    const json_t *than = json_object_get(object->value, "than");
    bool truth = is_truth(e);
    if (!than) {
        eco_json_error(object->json, object->spot, "the key \"than\" is missing");
    } else if (json_is_string(than) && strcmp(json_string_value(than), "before") == 0) {
        e->than = ECO_THAN_BEFORE;
    } else if (truth && json_is_boolean(than)) {
        e->than = ECO_THAN_TRUTH;
        e->number = json_is_true(than);
    } else if (!truth && json_is_number(than)) {
        e->number = json_number_value(than);
    } else {
        const char *wanted = truth ? "true, false" : "a number";
        if (json_is_string(than))
            eco_json_error(object->json, &at, "must be %s or \"before\", not %s", wanted, eco_quote(json_string_value(than)).text);
        else
            eco_json_error(object->json, &at, "must be %s or \"before\", not %s", wanted, eco_json_type(than));
    }
}

static void read_expectation(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                             const struct eco_words *figures, struct eco_scenario *scenario)
{
    static const char *const keys[] = {"figure", "id", "op", "than", NULL};
    struct eco_json_object object;
    const char *extra;
    if (!eco_json_enter(json, spot, value, keys, &object, &extra))
        return;
    struct eco_expectation *e = ECO_PUSH(scenario->expectations, scenario->expectations_count, scenario->expectations_capacity);
    *e = (struct eco_expectation){.entity = -1};
    bool known = read_figure(&object, figures, e);
    int op = eco_json_choice(&object, "op", ECO_JSON_REQUIRED, "operator", eco_op_names, ECO_OPS);
    e->op = op < 0 ? ECO_OP_EQUAL : (enum eco_op)op;
    struct eco_json_spot at = {spot, "op", 0};
    if (is_truth(e) && e->op != ECO_OP_EQUAL && e->op != ECO_OP_UNEQUAL)
        eco_json_error(json, &at, "\"%s\" is true or false, which is = or != but not %s", e->figure, eco_op_names[e->op]);
    if (known)
        read_than(&object, e);
}

void eco_json_read_expectations(const struct eco_json_object *file, const struct eco_words *figures,
                                struct eco_scenario *scenario)
{
    const json_t *list = eco_json_list(file, "expect", 0, ECO_LIST_LIMIT);
    struct eco_json_spot spot = {file->spot, "expect", 0};
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        read_expectation(file->json, &item, json_array_get(list, i), figures, scenario);
    }
}
