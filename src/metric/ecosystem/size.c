#include <math.h>

#include "graph/shim.h"
#include "metric/entity/measure.h"

static int entities(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    *ret_figures = ECO_DEFINED(eco_analysis_view(analysis)->n);
    return ECO_OK;
}

static int relations(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    *ret_figures = ECO_DEFINED(view->relation_start[view->m]);
    return ECO_OK;
}

static int value(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    double sum = 0;
    for (int t = 0; t < view->m; t++)
        sum += view->tie_weight[t];
    *ret_figures = ECO_DEFINED(sum);
    return ECO_OK;
}

static igraph_error_t tied_pairs(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    return eco_shim_density(&igraph->directed, ret_value);
}

static int density(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_one(analysis, tied_pairs, "there are fewer than two nodes", ret_figures);
}

const struct eco_metric eco_metric_entities = {
    .id = "entities", .title = "Entities",
    .meaning = "how many firms, products, groups of consumers and others there are",
    .formula = "n, the nodes of the view", .source = "ecograph",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE,
    .compute = entities,
};

const struct eco_metric eco_metric_relations = {
    .id = "relations", .title = "Cooperative relations",
    .meaning = "how many cooperative relations between different ones there are",
    .formula = "number of cooperative relations that count in the view, loops left out", .source = "ecograph",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_ISOLATE,
    .compute = relations,
};

const struct eco_metric eco_metric_value = {
    .id = "value", .title = "Weight of all relations",
    .meaning = "how much is exchanged in the ecosystem, weights added up",
    .formula = "sum_ij W_ij", .source = "ecograph",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_WEIGHT, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = value,
};

const struct eco_metric eco_metric_density = {
    .id = "density", .title = "Density",
    .meaning = "which share of all possible ties there is",
    .formula = "ordered pairs with W > 0, divided by n(n-1)", .source = "Wasserman & Faust 1994",
    .undefined_when = "there are fewer than two nodes",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE,
    .compute = density,
};
