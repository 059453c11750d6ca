#include "metric/entity/measure.h"

static igraph_error_t mark(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    igraph_vector_int_t points;
    IGRAPH_CHECK(igraph_vector_int_init(&points, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &points);
    IGRAPH_CHECK(igraph_articulation_points(&igraph->both, &points));
    IGRAPH_CHECK(igraph_vector_resize(ret_values, igraph_vcount(&igraph->both)));
    igraph_vector_null(ret_values);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&points); i++)
        VECTOR(*ret_values)[VECTOR(points)[i]] = 1;
    igraph_vector_int_destroy(&points);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static int articulation(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, mark, NULL, ret_figures);
}

const struct eco_metric eco_metric_articulation = {
    .id = "articulation", .title = "Cut point",
    .meaning = "whether some of those now connected would lose every connection to each other without it",
    .formula = "true if removing the node disconnects its component of U", .source = "Tarjan 1972",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_NONE, .type = ECO_BOOL,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = articulation,
};
