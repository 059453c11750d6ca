/* How much of what reaches a group comes, at one or more removes, from the focal firm. */
#include <stdlib.h>

#include "graph/solve.h"
#include "metric/flow.h"

static const double passing_on = 0.85; /* what each step beyond the first counts */

/* Row i walks back along the chain of provision: to a provider with chance 0.85 D_ij, paid where it is F. */
static void walk_back(const struct eco_flow *flow, int focal, double *ret_chance)
{
    size_t n = (size_t)flow->n;
    double *step = eco_alloc((size_t)flow->m, sizeof *step), *paid = eco_alloc(n, sizeof *paid);
    double *lost = eco_alloc(n, sizeof *lost);
    for (int i = 0; i < flow->n; i++) {
        if (i == focal)
            continue;
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
            if (flow->on[d] == focal) {
                paid[i] = flow->value[d];
            } else {
                step[d] = passing_on * flow->value[d];
                lost[i] += (1 - passing_on) * flow->value[d];
            }
        }
    }
    eco_walk_solve(&(struct eco_walk){flow->n, flow->start, flow->on, step, paid, lost}, ret_chance);
    free(step);
    free(paid);
    free(lost);
}

static int platform_dependence(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    int focal = eco_analysis_focal_group(analysis);
    double *chance = eco_alloc((size_t)flow->n, sizeof *chance);
    if (focal >= 0)
        walk_back(flow, focal, chance);
    for (int i = 0; i < flow->n; i++) {
        if (focal < 0)
            ret[i] = ECO_UNDEFINED(eco_no_focal);
        else if (i == focal)
            ret[i] = ECO_UNDEFINED("the group is the focal firm itself");
        else if (!(flow->inflow[i] > 0))
            ret[i] = ECO_UNDEFINED("the group receives nothing");
        else
            ret[i] = ECO_DEFINED(chance[i]);
    }
    free(chance);
    return ECO_OK;
}

const struct eco_metric eco_metric_platform_dependence = {
    .id = "platform_dependence", .title = "Platform dependence",
    .meaning = "chance that what a group lives on, traced back from provider to provider, comes from the focal firm",
    .formula = "h_i = D_iF + 0.85 sum_{j != F} D_ij h_j (least solution)",
    .source = "ecograph",
    .undefined_when = "there is no focal firm, the group is the focal firm itself, or it receives nothing",
    .min = 0, .max = 1, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_SUPERLINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = platform_dependence,
};
