/* Lock-in of a group to a provider, and in all. */
#include "metric/flow.h"
#include "metric/rows.h"

static int tie_lock_in(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    const struct eco_figure *cost = eco_analysis_figures(analysis, &eco_metric_switching_cost);
    const struct eco_figure *unique = eco_analysis_figures(analysis, &eco_metric_uniqueness);
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            ret[d] = ECO_DEFINED(eco_flow_share(flow, i, d) * (1 - (1 - cost[d].value) * (1 - unique[d].value)));
    return ECO_OK;
}

static int group_lock_in(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    const struct eco_figure *tie = eco_analysis_figures(analysis, &eco_metric_tie_lock_in);
    for (int i = 0; i < flow->n; i++) {
        double sum = 0;
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            sum += tie[d].value;
        ret[i] = flow->inflow[i] > 0 ? ECO_DEFINED(sum) : ECO_UNDEFINED("the group receives nothing");
    }
    return ECO_OK;
}

const struct eco_metric eco_metric_tie_lock_in = {
    .id = "lock_in", .title = "Lock-in to a provider",
    .meaning = "it depends on this provider, and switching means replacing many things at once or nobody else offers them",
    .formula = "L_ij = D_ij (1 - (1 - m_ij)(1 - u_ij))",
    .source = "after Farrell & Klemperer 2007",
    .min = 0, .max = 1, .scope = ECO_SCOPE_TIE, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = tie_lock_in,
};

const struct eco_metric eco_metric_group_lock_in = {
    .id = "lock_in", .title = "Lock-in",
    .meaning = "how hard it would be for the group to replace those it lives on",
    .formula = "sum_j L_ij",
    .source = "after Farrell & Klemperer 2007",
    .undefined_when = "the group receives nothing",
    .min = 0, .max = 1, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = group_lock_in,
};
