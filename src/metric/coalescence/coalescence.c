/* Strategic coalescence of the focal firm, and what each partner adds to it. */
#include "metric/partnership.h"

static int coalescence(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = eco_coalescence_measure(eco_partnership_of(analysis)).coalescence;
    return ECO_OK;
}

static int coalescence_contribution(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_partnership *p = eco_partnership_of(analysis);
    struct eco_figure whole = eco_coalescence_measure(p).coalescence;
    for (int i = 0; i < p->view->n; i++) {
        if (p->focal < 0)
            ret[i] = ECO_UNDEFINED(eco_no_focal);
        else if (p->partner_of[i] < 0)
            ret[i] = ECO_UNDEFINED("the group is no partner of the focal firm");
        else if (whole.undefined)
            ret[i] = ECO_UNDEFINED("coalescence is undefined");
        else {
            struct eco_partnership *rest = eco_partnership_create(p->view, p->focal, i);
            struct eco_figure without = eco_coalescence_measure(rest).coalescence;
            ret[i] = without.undefined ? ECO_UNDEFINED("coalescence is undefined without the group")
                                       : ECO_DEFINED(whole.value - without.value);
            eco_partnership_destroy(rest);
        }
    }
    return ECO_OK;
}

const struct eco_metric eco_metric_coalescence = {
    .id = "coalescence", .title = "Strategic coalescence",
    .meaning = "mutual, in-depth, integrated relationships with partners and consumers alike, in which what is given "
               "comes back",
    .formula = "(K^3 C B)^(1/5): mean bond K, circulation C, breadth B",
    .source = "ecograph, after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .undefined_when = "there is no focal firm, it has no partner, it gives nothing to anyone, or no group is recorded as "
                      "using a product of another",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_SUPERLINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = coalescence,
};

const struct eco_metric eco_metric_coalescence_contribution = {
    .id = "coalescence_contribution", .title = "Contribution to coalescence",
    .meaning = "how much lower coalescence would be without this partner (below 0: it would be higher)",
    .formula = "coalescence - coalescence without j",
    .source = "ecograph",
    .undefined_when = "there is no focal firm, the group is no partner of it, or coalescence is undefined with or without "
                      "the group",
    .min = -1, .max = 1, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_QUADRATIC, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = coalescence_contribution,
};
