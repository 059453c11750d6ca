/* The format ecograph-scenario/1: one JSON object. What holds for ecograph/1 holds here too: null is "none" for keys that
 * are optional and hold a single value, keys that begin with x- are remarks. */
#include <jansson.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "model/bring.h"
#include "read/json_load.h"
#include "read/scenario.h"

static void check_format(const struct eco_json_object *file)
{
    struct eco_json_spot spot = {NULL, "format", 0};
    const char *format = eco_json_borrow(file, "format", ECO_JSON_REQUIRED);
    if (!format || strcmp(format, "ecograph-scenario/1") == 0)
        return;
    if (strcmp(format, "ecograph/1") == 0)
        eco_json_error(file->json, &spot, "this is an ecosystem, not a scenario (\"ecograph-scenario/1\")");
    else
        eco_json_error(file->json, &spot, "must be \"ecograph-scenario/1\", not %s", eco_quote(format).text);
}

static void read_share(const struct eco_json_object *object, const char *key, bool above, double *value)
{
    struct eco_json_spot spot = {object->spot, key, 0};
    double given;
    if (!eco_json_number(object, key, 0, &given))
        return;
    char shown[ECO_NUMBER_SIZE];
    if (given >= 0 && given <= 1 && !(above && given == 0))
        *value = given;
    else
        eco_json_error(object->json, &spot, "must be %s, not %s", above ? "above 0 and at most 1" : "from 0 to 1",
                       eco_number_print(shown, given));
}

static void read_cascade(const struct eco_json_object *file, struct eco_cascade_options *cascade)
{
    static const char *const keys[] = {"model", "threshold", "coupling", "substitution", NULL};
    struct eco_json_spot spot = {NULL, "cascade", 0};
    const json_t *value = json_object_get(file->value, "cascade");
    struct eco_json_object object;
    const char *extra;
    if (!value || json_is_null(value) || !eco_json_enter(file->json, &spot, value, keys, &object, &extra))
        return;
    int kind = eco_json_choice(&object, "model", 0, "cascade model", eco_cascade_names, ECO_CASCADES);
    if (kind >= 0)
        cascade->kind = (enum eco_cascade_kind)kind;
    read_share(&object, "threshold", /*above=*/true, &cascade->threshold);
    read_share(&object, "coupling", /*above=*/false, &cascade->coupling);
    read_share(&object, "substitution", /*above=*/false, &cascade->substitution);
}

static void read_object(struct eco_json *json, const json_t *root, const struct eco_words *figures,
                        struct eco_scenario *scenario)
{
    static const char *const keys[] = {"format", "name", "description", "level", "cascade", "steps", "expect", NULL};
    static const char *const levels[] = {"group", "entity"};
    struct eco_json_object file;
    const char *extra;
    if (!eco_json_enter(json, NULL, root, keys, &file, &extra))
        return;
    check_format(&file);
    scenario->name = eco_json_text(&file, "name", 0);
    scenario->description = eco_json_text(&file, "description", ECO_JSON_LINES);
    scenario->entity_level = eco_json_choice(&file, "level", 0, "level", levels, 2) == 1;
    read_cascade(&file, &scenario->cascade);
    eco_json_read_steps(&file, scenario);
    eco_json_read_expectations(&file, figures, scenario);
}

/* The words that the ecosystem knows already: those of its lists, or all that it uses where it has no list. */
static void know_words(struct eco_json *json)
{
    for (int role = 0; role < 3; role++) {
        struct eco_json_words *words = &json->words[role];
        size_t known = words->vocabulary->count;
        while (words->vocabulary->declared && known > 0 && !words->vocabulary->terms[known - 1].listed)
            known--;
        words->known = known;
    }
}

int eco_scenario_read(const char *data, size_t length, const struct eco_ecosystem *eco, const struct eco_words *figures,
                      struct eco_scenario *ret_scenario, struct eco_problems *problems)
{
    size_t errors = problems->errors, first = problems->count;
    struct eco_scenario scenario;
    eco_scenario_init(&scenario);
    scenario.eco = eco_bring_open(eco);
    eco_sha256(data, length, scenario.digest);
    struct eco_json json;
    eco_json_init(&json, data, length, "a scenario file", scenario.eco, problems);
    know_words(&json);
    json_t *root = NULL;
    int code = eco_json_parse(&json, &root);
    if (root)
        read_object(&json, root, figures, &scenario);
    json_decref(root);
    eco_json_sort_problems(problems, first);
    eco_json_finish(&json);
    eco_bring_close(scenario.eco, eco);
    int on_cycle; /* unused: a cycle was reported with the errors */
    if (problems->errors > errors || !eco_ecosystem_find_roots(scenario.eco, &on_cycle)) {
        eco_scenario_finish(&scenario);
        return code ? code : ECO_EINPUT;
    }
    *ret_scenario = scenario;
    return ECO_OK;
}
