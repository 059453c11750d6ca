/* On how many shoulders a group stands. */
#include <math.h>

#include "metric/flow.h"

static int concentration(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    for (int i = 0; i < flow->n; i++) {
        double sum = 0;
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            sum += eco_flow_share(flow, i, d) * eco_flow_share(flow, i, d);
        ret[i] = flow->inflow[i] > 0 ? ECO_DEFINED(sum) : ECO_UNDEFINED("the group receives nothing");
    }
    return ECO_OK;
}

static int providers(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_flow *flow = eco_flow_of(analysis);
    for (int i = 0; i < flow->n; i++)
        ret[i] = ECO_DEFINED(flow->start[i + 1] - flow->start[i]);
    return ECO_OK;
}

const struct eco_metric eco_metric_concentration = {
    .id = "concentration", .title = "Concentration",
    .meaning = "how much the group's inflow rests on few providers: 1 = on a single one",
    .formula = "sum_j D_ij^2",
    .source = "Herfindahl 1950; Hirschman 1964",
    .undefined_when = "the group receives nothing",
    .min = 0, .max = 1, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = concentration,
};

const struct eco_metric eco_metric_providers = {
    .id = "providers", .title = "Providers",
    .meaning = "from how many groups it receives anything",
    .formula = "number of j with V_ji > 0",
    .source = "ecograph",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = providers,
};
