#include <math.h>

#include "metric/entity/measure.h"

static igraph_error_t sum_in(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return igraph_strength(&igraph->directed, ret_values, igraph_vss_all(), IGRAPH_IN, IGRAPH_LOOPS, &igraph->weight);
}

static igraph_error_t sum_out(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return igraph_strength(&igraph->directed, ret_values, igraph_vss_all(), IGRAPH_OUT, IGRAPH_LOOPS, &igraph->weight);
}

static igraph_error_t sum_both(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return igraph_strength(&igraph->both, ret_values, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &igraph->both_weight);
}

static int strength_in(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, sum_in, NULL, ret_figures);
}

static int strength_out(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, sum_out, NULL, ret_figures);
}

static int strength(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, sum_both, NULL, ret_figures);
}

const struct eco_metric eco_metric_strength_in = {
    .id = "strength_in", .title = "Weight received",
    .meaning = "how much it gets from others, weights added up",
    .formula = "sum_j W_ji", .source = "Barrat et al. 2004",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_WEIGHT, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SPLIT_TIE | ECO_ISOLATE, .compute = strength_in,
};

const struct eco_metric eco_metric_strength_out = {
    .id = "strength_out", .title = "Weight given",
    .meaning = "how much it gives to others, weights added up",
    .formula = "sum_j W_ij", .source = "Barrat et al. 2004",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_WEIGHT, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SPLIT_TIE | ECO_ISOLATE, .compute = strength_out,
};

const struct eco_metric eco_metric_strength = {
    .id = "strength", .title = "Weight of all ties",
    .meaning = "how much it exchanges with others, both ways added up",
    .formula = "sum_j U_ij", .source = "Barrat et al. 2004",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_WEIGHT, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SPLIT_TIE | ECO_ISOLATE, .compute = strength,
};
