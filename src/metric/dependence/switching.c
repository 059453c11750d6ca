/* What makes a provider hard to replace: many kinds of resource at once, or nobody else who offers them. */
#include <math.h>

#include "metric/flow.h"

static int switching_cost(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    for (int d = 0; d < flow->m; d++) {
        double entropy = 0;
        for (int p = flow->part_start[d]; p < flow->part_start[d + 1]; p++) {
            double share = flow->part_weight[p] / flow->value[d];
            if (share > 0)
                entropy -= share * log(share);
        }
        ret[d] = ECO_DEFINED(fmax(0, 1 - exp(-entropy)));
    }
    return ECO_OK;
}

static int uniqueness(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
            double sum = 0;
            for (int p = flow->part_start[d]; p < flow->part_start[d + 1]; p++) {
                int r = flow->part_resource[p];
                if (flow->part_weight[p] > 0)
                    sum += flow->part_weight[p] / flow->value[d] * eco_flow_supply(flow, r, flow->on[d]) /
                           eco_flow_supply_without(flow, r, i);
            }
            ret[d] = ECO_DEFINED(fmin(1, sum));
        }
    return ECO_OK;
}

const struct eco_metric eco_metric_switching_cost = {
    .id = "switching_cost", .title = "Switching cost",
    .meaning = "how many kinds of resource would have to be replaced at once: 0 for one kind, towards 1 for many",
    .formula = "m_ij = 1 - 1/N_ij, N_ij = exp(Shannon entropy of the resources that i receives from j)",
    .source = "after Farrell & Klemperer 2007",
    .min = 0, .max = 1, .scope = ECO_SCOPE_TIE, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = switching_cost,
};

const struct eco_metric eco_metric_uniqueness = {
    .id = "uniqueness", .title = "Uniqueness",
    .meaning = "the provider's share of what anyone but the receiver offers of these resources; 1 if nobody else does",
    .formula = "u_ij = sum_r (w_r(j,i) / V_ji) * S_r(j) / sum_{k != i} S_r(k)",
    .source = "ecograph",
    .min = 0, .max = 1, .scope = ECO_SCOPE_TIE, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = uniqueness,
};
