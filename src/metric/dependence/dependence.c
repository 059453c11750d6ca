/* Who depends on whom: the share of what a group receives. */
#include "metric/flow.h"

static int dependence(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            ret[d] = ECO_DEFINED(eco_flow_share(flow, i, d));
    return ECO_OK;
}

/* D_ji of a dependence of i on j: 0 where j receives nothing from i. */
static double reverse_share(const struct eco_flow *flow, int i, int j)
{
    int low = flow->start[j], high = flow->start[j + 1];
    while (low < high) {
        int middle = (low + high) / 2;
        if (flow->on[middle] < i)
            low = middle + 1;
        else
            high = middle;
    }
    return low < flow->start[j + 1] && flow->on[low] == i ? eco_flow_share(flow, j, low) : 0;
}

static int mutual_dependence(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            ret[d] = ECO_DEFINED(eco_flow_share(flow, i, d) + reverse_share(flow, i, flow->on[d]));
    return ECO_OK;
}

static int power_imbalance(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            ret[d] = ECO_DEFINED(eco_flow_share(flow, i, d) - reverse_share(flow, i, flow->on[d]));
    return ECO_OK;
}

const struct eco_metric eco_metric_dependence = {
    .id = "dependence", .title = "Dependence",
    .meaning = "share of all that a group receives that comes from this provider",
    .formula = "D_ij = V_ji / sum_k V_ki",
    .source = "after Emerson 1962; Pfeffer & Salancik 1978",
    .min = 0, .max = 1, .scope = ECO_SCOPE_TIE, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = dependence,
};

const struct eco_metric eco_metric_mutual_dependence = {
    .id = "mutual_dependence", .title = "Mutual dependence",
    .meaning = "how much the two depend on each other, added up",
    .formula = "D_ij + D_ji",
    .source = "after Casciaro & Piskorski 2005",
    .min = 0, .max = 2, .scope = ECO_SCOPE_TIE, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = mutual_dependence,
};

const struct eco_metric eco_metric_power_imbalance = {
    .id = "power_imbalance", .title = "Power imbalance",
    .meaning = "how much more the group depends on this provider than the provider on it",
    .formula = "D_ij - D_ji",
    .source = "after Casciaro & Piskorski 2005",
    .min = -1, .max = 1, .scope = ECO_SCOPE_TIE, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = power_imbalance,
};
