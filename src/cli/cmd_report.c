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
    code = eco_report_make(study, &doc, &call->problems);
    if (code == ECO_OK) {
        code = eco_call_answer(call, doc);
        eco_doc_destroy(doc);
    }
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_report = {
    .name = "report", .usage = "FILE [options]", .meaning = "the metric report of an ecosystem",
    .details = "A headline in plain words, then the focal firm, the ecosystem, groups, entities, ties\n"
               "and consumers. JSON holds every figure; the tables show the largest.",
    .examples = (const char *const[]){"ecograph report data/xiaomi.json", "ecograph report eco.json --metric pagerank,betweenness --top 20",
                                      "ecograph report eco.json --format csv --table groups -o groups.csv", NULL},
    .options = (const char *const[]){"focal", "at", "level", "side", "metric", "sort", "top", "weight-power",
                                     "default-confidence", "input-format", NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
