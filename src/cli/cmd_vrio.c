#include "cli/command.h"
#include "report/lenses.h"

static int run(struct eco_call *call)
{
    struct eco_ecosystem *eco;
    struct eco_study *study;
    int code = eco_call_open(call, &eco, &study);
    if (code != ECO_OK)
        return code;
    struct eco_doc *doc;
    code = eco_vrio_make(study, &call->settings.vrio, &doc);
    if (code == ECO_OK) {
        code = eco_call_answer(call, doc);
        eco_doc_destroy(doc);
    }
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_vrio = {
    .name = "vrio", .usage = "FILE [options]", .meaning = "which of the focal firm's resources give an advantage",
    .details = "Judges each resource that the focal firm gives to others: valuable, rare among rivals, hard to\n"
               "imitate, and the firm organised for it. What the data do not say about rivals is \"unknown\",\n"
               "and the notes below the table name what would have to be recorded.",
    .examples = (const char *const[]){"ecograph vrio data/xiaomi.json", "ecograph vrio data/xiaomi.json --rarity-min 0.3",
                                      "ecograph vrio data/xiaomi.json --format csv -o vrio.csv", NULL},
    .options = (const char *const[]){"value-min", "rarity-min", "inimitability-min", "organisation-min", "focal", "at",
                                     "weight-power", "default-confidence", "input-format", NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
