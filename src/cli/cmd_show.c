#include "cli/command.h"
#include "report/report.h"

static int run(struct eco_call *call)
{
    struct eco_ecosystem *eco;
    struct eco_study *study;
    int code = eco_call_open(call, &eco, &study);
    if (code != ECO_OK)
        return code;
    struct eco_doc *doc;
    code = eco_show_make(study, call->settings.operands[1], &doc, &call->problems);
    if (code == ECO_OK) {
        code = eco_call_answer(call, doc);
        eco_doc_destroy(doc);
    }
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_show = {
    .name = "show", .usage = "FILE ID [options]", .meaning = "one entity: its ties and who says so, figures, quantities",
    .examples = (const char *const[]){"ecograph show data/xiaomi.json huami", NULL},
    .options = (const char *const[]){"focal", "at", "level", "side", "metric", "weight-power", "default-confidence",
                                     "input-format", NULL},
    .operands_min = 2, .operands_max = 2, .run = run,
};
