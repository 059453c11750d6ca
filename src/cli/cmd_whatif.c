#include <math.h>
#include <string.h>

#include "cli/command.h"
#include "report/report.h"
#include "report/whatif.h"

/* Adds the entity of that id to the step's words; ECO_EUSAGE where there is none. */
static int add_id(struct eco_call *call, const struct eco_ecosystem *eco, const char *id, struct eco_scenario *scenario,
                  struct eco_words *words)
{
    int entity = eco_study_find(eco, id, &call->problems);
    if (entity < 0)
        return ECO_EUSAGE;
    const char **grown = eco_arena_alloc(&scenario->arena, (size_t)words->count + 1, sizeof *grown);
    if (words->count)
        memcpy(grown, words->items, (size_t)words->count * sizeof *grown);
    grown[words->count] = eco->entities[entity].id;
    *words = (struct eco_words){grown, words->count + 1};
    return ECO_OK;
}

/* An argument that is an id is not split, whatever commas it holds. */
static int add_ids(struct eco_call *call, const struct eco_ecosystem *eco, const char *argument, struct eco_scenario *scenario,
                   struct eco_words *words)
{
    if (eco_ecosystem_find_entity(eco, argument) >= 0)
        return add_id(call, eco, argument, scenario, words);
    char *rest = eco_arena_strdup(&scenario->arena, argument);
    int code = ECO_OK;
    for (char *id; code == ECO_OK && (id = strsep(&rest, ","));)
        code = add_id(call, eco, id, scenario, words);
    return code;
}

static void take_options(const struct eco_settings *settings, struct eco_scenario *scenario)
{
    struct eco_cascade_options *cascade = &scenario->cascade;
    if (settings->cascade >= 0)
        cascade->kind = (enum eco_cascade_kind)settings->cascade;
    if (!isnan(settings->threshold))
        cascade->threshold = settings->threshold;
    if (!isnan(settings->coupling))
        cascade->coupling = settings->coupling;
    if (!isnan(settings->substitution))
        cascade->substitution = settings->substitution;
    if (settings->level >= 0)
        scenario->entity_level = settings->level == ECO_LEVEL_ENTITY;
}

/* The flags form one last step. */
static int add_flags(struct eco_call *call, const struct eco_ecosystem *eco, struct eco_scenario *scenario)
{
    const struct eco_words *remove = &call->settings.remove;
    if (remove->count == 0)
        return ECO_OK;
    struct eco_words ids = {0};
    for (int k = 0; k < remove->count; k++)
        if (add_ids(call, eco, remove->items[k], scenario, &ids) != ECO_OK)
            return ECO_EUSAGE;
    eco_scenario_add_step(scenario, ECO_STEP_REMOVE)->entities.id = ids;
    return ECO_OK;
}

static int answer(struct eco_call *call, struct eco_study *study, const struct eco_scenario *scenario)
{
    struct eco_whatif *whatif;
    struct eco_doc *doc;
    int code = eco_whatif_make(study, scenario, &whatif, &doc, &call->problems);
    if (code != ECO_OK)
        return code;
    code = eco_call_answer(call, doc);
    eco_doc_destroy(doc);
    eco_whatif_destroy(whatif);
    return code;
}

static int run(struct eco_call *call)
{
    if (call->settings.remove.count == 0) {
        eco_problems_error(&call->problems, "say what should happen: --remove ID");
        return ECO_EUSAGE;
    }
    struct eco_ecosystem *eco;
    struct eco_study *study;
    int code = eco_call_open(call, &eco, &study);
    if (code != ECO_OK)
        return code;
    struct eco_scenario scenario;
    eco_scenario_init(&scenario);
    take_options(&call->settings, &scenario);
    code = add_flags(call, eco, &scenario);
    if (code == ECO_OK)
        code = answer(call, study, &scenario);
    /* What the command line names must be there: a wrong name is wrong use, not a bad file. */
    if (code == ECO_EINPUT)
        code = ECO_EUSAGE;
    eco_scenario_finish(&scenario);
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_whatif = {
    .name = "whatif", .usage = "FILE --remove ID[,ID...] [options]", .meaning = "what happens when a partner leaves",
    .details = "Takes entities away with their parts and lets the loss cascade: who falls, in which round, because\n"
               "of whom, what is lost for good, and every figure before and after. --level entity runs the cascade\n"
               "among the units and products inside a firm.",
    .examples = (const char *const[]){"ecograph whatif data/xiaomi.json --remove huami",
                                      "ecograph whatif data/xiaomi.json --remove miui --level entity --threshold 0.3",
                                      "ecograph whatif data/xiaomi.json --remove huami --format json | jq '.steps[0].causes'", NULL},
    .options = (const char *const[]){"remove", "cascade", "threshold", "coupling", "substitution", "focal", "at", "level", "side",
                                     "top", "weight-power", "default-confidence", "input-format", NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
