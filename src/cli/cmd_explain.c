#include "cli/command.h"
#include "report/report.h"

static int run(struct eco_call *call)
{
    const char *metric = call->settings.operands_count > 0 ? call->settings.operands[0] : NULL;
    struct eco_doc *doc;
    int code = eco_explain_make(metric, call->settings.request.seed, &doc, &call->problems);
    if (code != ECO_OK)
        return code;
    code = eco_call_answer(call, doc);
    eco_doc_destroy(doc);
    return code;
}

const struct eco_command eco_command_explain = {
    .name = "explain", .usage = "[METRIC] [options]", .meaning = "what the figures mean: formula, range, source",
    .examples = (const char *const[]){"ecograph explain", "ecograph explain coalescence", "ecograph explain --format json", NULL},
    .options = (const char *const[]){NULL},
    .operands_min = 0, .operands_max = 1, .run = run,
};
