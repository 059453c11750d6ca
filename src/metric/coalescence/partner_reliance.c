/* What the partners live on. */
#include "metric/partnership.h"

static int partner_reliance(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_partnership *p = eco_partnership_of(analysis);
    double from_focal = 0, all = 0;
    for (int k = 0; k < p->count; k++) {
        from_focal += p->given[k];
        for (int e = p->view->in.start[p->group[k]]; e < p->view->in.start[p->group[k] + 1]; e++)
            all += p->view->in.weight[e];
    }
    if (p->focal < 0)
        *ret = ECO_UNDEFINED(eco_no_focal);
    else if (p->count == 0)
        *ret = ECO_UNDEFINED(eco_no_partner);
    else if (!(all > 0))
        *ret = ECO_UNDEFINED("the partners receive nothing");
    else
        *ret = ECO_DEFINED(from_focal / all);
    return ECO_OK;
}

const struct eco_metric eco_metric_partner_reliance = {
    .id = "partner_reliance", .title = "Partner reliance",
    .meaning = "share of all that the partners receive that comes from the focal firm",
    .formula = "sum_{j in P} W_Fj / sum_{j in P} sum_k W_kj",
    .source = "ecograph",
    .undefined_when = "there is no focal firm, it has no partner, or the partners receive nothing",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = partner_reliance,
};
