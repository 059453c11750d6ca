/* How much of everybody's lock-in one provider holds. */
#include "metric/flow.h"
#include "metric/rows.h"

static int grip(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    const struct eco_figure *tie = eco_analysis_figures(analysis, &eco_metric_tie_lock_in);
    for (int j = 0; j < flow->n; j++)
        ret[j] = flow->n > 1 ? ECO_DEFINED(0) : ECO_UNDEFINED("there is only one group");
    for (int d = 0; d < flow->m; d++)
        ret[flow->on[d]].value += tie[d].value;
    for (int j = 0; j < flow->n && flow->n > 1; j++)
        ret[j].value /= flow->n - 1;
    return ECO_OK;
}

const struct eco_metric eco_metric_grip = {
    .id = "grip", .title = "Grip",
    .meaning = "how firmly the group holds the others: their lock-in to it, averaged over all other groups",
    .formula = "sum_i L_ij / (n - 1)",
    .source = "ecograph",
    .undefined_when = "there is only one group",
    .min = 0, .max = 1, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE, .compute = grip,
};
