#include <math.h>

#include "metric/entity/measure.h"

static igraph_error_t peel(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    igraph_vector_int_t cores;
    IGRAPH_CHECK(igraph_vector_int_init(&cores, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &cores);
    IGRAPH_CHECK(igraph_coreness(&igraph->both, &cores, IGRAPH_ALL));
    igraph_integer_t n = igraph_vector_int_size(&cores);
    IGRAPH_CHECK(igraph_vector_resize(ret_values, n));
    for (igraph_integer_t i = 0; i < n; i++)
        VECTOR(*ret_values)[i] = (igraph_real_t)VECTOR(cores)[i];
    igraph_vector_int_destroy(&cores);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static int coreness(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, peel, NULL, ret_figures);
}

const struct eco_metric eco_metric_coreness = {
    .id = "coreness", .title = "Coreness",
    .meaning = "how deep it sits in the core: in a group where everybody has at least so many ties to the others",
    .formula = "largest k for which the node is in a part of U where every node has k neighbours; weights do not count",
    .source = "Seidman 1983",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = coreness,
};
