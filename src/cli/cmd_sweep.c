#include "cli/command.h"
#include "cli/progress.h"
#include "report/sweep.h"

static int answer(struct eco_call *call, struct eco_study *study)
{
    struct eco_meter meter;
    struct eco_doc *doc;
    eco_meter_start(&meter, call->settings.quiet);
    call->settings.sweep.progress = &meter.progress;
    int code = eco_sweep_make(study, &call->settings.sweep, &doc, &call->problems);
    eco_meter_end(&meter);
    if (code != ECO_OK)
        return code;
    code = eco_call_answer(call, doc);
    eco_doc_destroy(doc);
    return code;
}

static int run(struct eco_call *call)
{
    struct eco_settings *settings = &call->settings;
    if (settings->sweep.fixed && !settings->sweep.attack) {
        eco_problems_error(&call->problems, "--fixed says how --attack goes on: name the metric with --attack");
        return ECO_EUSAGE;
    }
    eco_settings_cascade(settings, &settings->sweep.cascade);
    settings->sweep.threads = settings->threads;
    /* Here --metric names figures of removals, of which some are no metrics. */
    settings->sweep.metrics = settings->request.metrics;
    settings->request.metrics = (struct eco_words){0};
    struct eco_ecosystem *eco;
    struct eco_study *study;
    int code = eco_call_open(call, &eco, &study);
    if (code != ECO_OK)
        return code;
    code = answer(call, study);
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_sweep = {
    .name = "sweep", .usage = "FILE [options]", .meaning = "who matters most: every group removed alone, ranked",
    .details = "Takes every group but the focal firm's away, one at a time, and ranks them by the harm: what is lost, who\n"
               "falls, how much others suffer under three models, who matters more than it shows (the keystone gap), and\n"
               "how every figure moves. --rank-by takes any figure of a removal: value_lost, damage.debtrank, orphans,\n"
               "keystone_gap, coalescence, ... Above 500 groups figures that are slow to compute are left out unless\n"
               "--metric names them.",
    .examples = (const char *const[]){"ecograph sweep data/xiaomi.json",
                                      "ecograph sweep data/xiaomi.json --of 'kind=supplier|partner' --rank-by keystone_gap",
                                      "ecograph sweep data/xiaomi.json --greedy 5 --rank-by fragmentation",
                                      "ecograph sweep data/xiaomi.json --attack degree --pairs --hedge 3",
                                      "ecograph sweep data/xiaomi.json --rank-by coalescence --format json | jq '.removals[0]'", NULL},
    .options = (const char *const[]){"rank-by", "of", "pairs", "greedy", "attack", "fixed", "hedge", "cascade", "threshold", "coupling", "substitution", "metric", "focal", "at",
                                     "level", "side", "top", "weight-power", "default-confidence", "input-format", NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
