#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "read/scenario.h"
#include "report/report.h"
#include "report/whatif.h"
#include "scenario/expect.h"
#include "write/eco_write.h"

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

/* Saves the ecosystem as it stands after the last step, in the format of the file's suffix, else as JSON. */
static int save(struct eco_call *call, const struct eco_study *study, const struct eco_whatif *whatif)
{
    const char *path = call->settings.write;
    if (!path)
        return ECO_OK;
    const struct eco_model_format *format = eco_model_format_by_suffix(path);
    const struct eco_state *state = whatif->outcomes_count ? &whatif->outcomes[whatif->outcomes_count - 1].after : &study->state;
    struct eco_str out = {0};
    int code = eco_model_write(format ? format : eco_model_formats[0], study->eco, state, &out, &call->problems);
    const char *output = call->settings.output;
    call->settings.output = path;
    if (code == ECO_OK)
        code = eco_call_write(call, eco_str_text(&out), out.length);
    call->settings.output = output;
    eco_str_finish(&out);
    return code;
}

static int check(const struct eco_settings *settings, const struct eco_scenario *scenario, const struct eco_whatif *whatif)
{
    for (size_t k = 0; settings->check && k < scenario->expectations_count; k++)
        if (!eco_expectation_judge(&scenario->expectations[k], whatif).holds)
            return ECO_ECHECK;
    return ECO_OK;
}

static int answer(struct eco_call *call, const struct eco_ecosystem *eco, const struct eco_scenario *scenario)
{
    const struct eco_settings *settings = &call->settings;
    struct eco_study *study;
    struct eco_whatif *whatif;
    struct eco_doc *doc;
    int code = eco_call_study(call, eco, &study);
    if (code != ECO_OK)
        return code;
    code = eco_whatif_make(study, scenario, &whatif, &doc, &call->problems);
    if (code == ECO_OK) {
        bool stdout_taken = settings->write && strcmp(settings->write, "-") == 0 && !settings->output;
        code = save(call, study, whatif);
        if (code == ECO_OK && !stdout_taken)
            code = eco_call_answer(call, doc);
        if (code == ECO_OK)
            code = check(settings, scenario, whatif);
        eco_doc_destroy(doc);
        eco_whatif_destroy(whatif);
    }
    eco_study_close(study);
    return code;
}

static int refuse(struct eco_call *call, const char *why)
{
    eco_problems_error(&call->problems, "%s", why);
    return ECO_EUSAGE;
}

/* What goes together, before anything is read. */
static int check_usage(struct eco_call *call)
{
    const struct eco_settings *settings = &call->settings;
    bool from_stdin = settings->scenario && strcmp(settings->scenario, "-") == 0;
    if (settings->remove.count == 0 && !settings->scenario)
        return refuse(call, "say what should happen: --remove ID or --scenario FILE");
    if (settings->check && !settings->scenario)
        return refuse(call, "--check tests what a scenario expects: it wants --scenario FILE");
    if (from_stdin && strcmp(settings->operands[0], "-") == 0)
        return refuse(call, "only one of FILE and --scenario can be standard input");
    if (settings->write && settings->output && strcmp(settings->write, settings->output) == 0)
        return refuse(call, "--write and --output name the same file");
    return ECO_OK;
}

static int read_scenario(struct eco_call *call, const struct eco_ecosystem *eco, struct eco_scenario *scenario)
{
    if (!call->settings.scenario) {
        eco_scenario_init(scenario);
        return ECO_OK;
    }
    struct eco_words figures = eco_expectation_figures();
    int code = eco_scenario_read_file(call->settings.scenario, eco, &figures, scenario, &call->problems);
    free(figures.items);
    return code;
}

static int run(struct eco_call *call)
{
    struct eco_ecosystem *loaded;
    int code = check_usage(call);
    if (code == ECO_OK)
        code = eco_call_load(call, 0, &loaded);
    if (code != ECO_OK)
        return code;
    struct eco_scenario scenario;
    code = read_scenario(call, loaded, &scenario);
    if (code == ECO_OK) {
        const struct eco_ecosystem *eco = scenario.eco ? scenario.eco : loaded;
        take_options(&call->settings, &scenario);
        code = add_flags(call, eco, &scenario);
        if (code == ECO_OK)
            code = answer(call, eco, &scenario);
        eco_scenario_finish(&scenario);
    }
    eco_ecosystem_destroy(loaded);
    return code;
}

const struct eco_command eco_command_whatif = {
    .name = "whatif", .usage = "FILE --remove ID[,ID...] | --scenario FILE [options]",
    .meaning = "what happens when a partner leaves",
    .details = "Takes entities away with their parts, or plays the steps of a scenario, and lets the loss cascade: who\n"
               "falls, in which round, because of whom, what is lost for good, and every figure before and after.\n"
               "--level entity runs the cascade among the units and products inside a firm. What flags say comes after\n"
               "a scenario's steps, and its cascade gives way to options. --write saves what is left, with the weights\n"
               "as the options show them.",
    .examples = (const char *const[]){"ecograph whatif data/xiaomi.json --remove huami",
                                      "ecograph whatif data/xiaomi.json --remove miui --level entity --threshold 0.3",
                                      "ecograph whatif data/xiaomi.json --remove huami --format json | jq '.steps[0].causes'",
                                      "ecograph whatif data/xiaomi.json --remove huami --write - | ecograph whatif - --remove xunlei", NULL},
    .options = (const char *const[]){"remove", "scenario", "check", "write", "cascade", "threshold", "coupling", "substitution",
                                     "focal", "at", "level", "side", "top", "weight-power", "default-confidence", "input-format", NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
