/* Partners and consumers alike. */
#include "metric/partnership.h"

static int breadth(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = eco_coalescence_measure(eco_partnership_of(analysis)).breadth;
    return ECO_OK;
}

const struct eco_metric eco_metric_breadth = {
    .id = "breadth", .title = "Breadth",
    .meaning = "whether exchange is with partners and consumers alike: 1 = half and half, 0 = with one side only",
    .formula = "B = -p log2 p - (1-p) log2 (1-p), p = share of sum_j s_j with the consumer side",
    .source = "ecograph, after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .undefined_when = "there is no focal firm, it has no partner, or no group is recorded as using a product of another",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = breadth,
};
