#include <math.h>

#include "graph/shim.h"
#include "metric/entity/measure.h"

static const char too_few[] = "there are fewer than two nodes";

static igraph_error_t by_length(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    IGRAPH_CHECK(eco_shim_efficiency(&igraph->both, &igraph->both_length, ret_value));
    *ret_value *= igraph->both_unit;
    return IGRAPH_SUCCESS;
}

static igraph_error_t by_hops(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    IGRAPH_CHECK(eco_shim_efficiency(&igraph->both, NULL, ret_value));
    *ret_value = 1 - *ret_value;
    return IGRAPH_SUCCESS;
}

static int efficiency(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_one(analysis, by_length, too_few, ret_figures);
}

static int distance_fragmentation(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_one(analysis, by_hops, too_few, ret_figures);
}

const struct eco_metric eco_metric_distance_fragmentation = {
    .id = "distance_fragmentation", .title = "Fragmentation by distance",
    .meaning = "how far apart all are, counted in steps: 0 if everybody is tied to everybody, 1 if nobody to anybody",
    .formula = "1 - mean over ordered pairs of 1/hops on U, unconnected pairs add 0", .source = "Borgatti 2006",
    .undefined_when = "there are fewer than two nodes",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_QUADRATIC, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE,
    .compute = distance_fragmentation,
};

const struct eco_metric eco_metric_efficiency = {
    .id = "efficiency", .title = "Efficiency",
    .meaning = "how near, over strong ties, all are to each other; grows with the weights",
    .formula = "mean over ordered pairs of 1/d on U, a tie's length is 1/U, unconnected pairs add 0",
    .source = "Latora & Marchiori 2001", .undefined_when = "there are fewer than two nodes",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_NUMBER, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_QUADRATIC, .promises = ECO_SPLIT_TIE, .compute = efficiency,
};
