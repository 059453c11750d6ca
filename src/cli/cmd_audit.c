#include "cli/command.h"
#include "report/report.h"

/* A file that does not load is an answer too: its errors, as JSON where that was asked for. */
static int answer_errors(struct eco_call *call, int code)
{
    if (!call->settings.format && !call->settings.output)
        return code; /* people read the errors on standard error */
    struct eco_doc *doc;
    if (eco_audit_make(NULL, &call->problems, &doc) != ECO_OK)
        return code;
    int written = eco_call_answer(call, doc);
    eco_doc_destroy(doc);
    return written == ECO_OK ? code : written;
}

static int run(struct eco_call *call)
{
    struct eco_ecosystem *eco;
    struct eco_study *study;
    int code = eco_call_open(call, &eco, &study);
    if (code == ECO_EINPUT)
        return answer_errors(call, code);
    if (code != ECO_OK)
        return code;
    struct eco_doc *doc;
    code = eco_audit_make(study, &call->problems, &doc);
    if (code == ECO_OK) {
        bool failed = call->settings.strict && eco_audit_findings(doc) > 0;
        code = eco_call_answer(call, doc);
        if (code == ECO_OK && failed)
            code = ECO_ECHECK;
        eco_doc_destroy(doc);
    }
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_audit = {
    .name = "audit", .usage = "FILE [options]", .meaning = "does it load, and what does it rest on: evidence, conflicts",
    .details = "Errors and warnings of loading, the share of relations with evidence, claims that contradict\n"
               "each other, values outside their plausible range, sources that nothing cites.",
    .examples = (const char *const[]){"ecograph audit data/xiaomi.json", "ecograph audit eco.json --strict --quiet > /dev/null",
                                      "ecograph audit eco.json --format json", NULL},
    .options = (const char *const[]){"strict", "focal", "at", "input-format", NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
