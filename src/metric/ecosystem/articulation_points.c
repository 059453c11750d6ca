#include <math.h>

#include "metric/entity/measure.h"

static igraph_error_t count(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    igraph_vector_int_t points;
    IGRAPH_CHECK(igraph_vector_int_init(&points, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &points);
    IGRAPH_CHECK(igraph_articulation_points(&igraph->both, &points));
    *ret_value = (igraph_real_t)igraph_vector_int_size(&points);
    igraph_vector_int_destroy(&points);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static int articulation_points(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_one(analysis, count, NULL, ret_figures);
}

const struct eco_metric eco_metric_articulation_points = {
    .id = "articulation_points", .title = "Cut points",
    .meaning = "how many there are whose loss alone would cut connected others off from each other",
    .formula = "number of nodes whose removal disconnects their component of U", .source = "Tarjan 1972",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = articulation_points,
};
