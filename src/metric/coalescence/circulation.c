/* What is given and comes back. */
#include "metric/partnership.h"

static int circulation(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = eco_coalescence_measure(eco_partnership_of(analysis)).circulation;
    return ECO_OK;
}

const struct eco_metric eco_metric_circulation = {
    .id = "circulation", .title = "Circulation",
    .meaning = "share of what the focal firm gives that comes back to it, straight or by way of others",
    .formula = "C = sum_j W_Fj r_j / sum_j W_Fj, r_i = sum_j Q_ij r_j (least solution, r_F = 1), "
               "Q_ij = W_ij / max(sum_k W_ik, sum_k W_ki)",
    .source = "ecograph",
    .undefined_when = "there is no focal firm, it has no partner, or it gives nothing to anyone",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_SUPERLINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = circulation,
};
