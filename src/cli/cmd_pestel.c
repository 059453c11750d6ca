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
    code = eco_pestel_make(study, &doc);
    if (code == ECO_OK) {
        code = eco_call_answer(call, doc);
        eco_doc_destroy(doc);
    }
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_pestel = {
    .name = "pestel", .usage = "FILE [options]", .meaning = "what the environment threatens and supports, group by group",
    .details = "Spreads the political, economic, social, technological, legal and environmental exposures that\n"
               "entities state along the chain of provision: a group feels its own, and those of whom it depends on.\n"
               "The tables show the focal firm and the groups hit hardest; JSON and CSV hold all.",
    .examples = (const char *const[]){"ecograph pestel data/xiaomi.json", "ecograph pestel data/xiaomi.json --top 20",
                                      "ecograph pestel data/xiaomi.json --format csv -o pestel.csv", NULL},
    .options = (const char *const[]){"top", "focal", "at", "weight-power", "default-confidence", "input-format", NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
