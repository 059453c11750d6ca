#include "metric/entity/measure.h"

/* How many nodes each component of U has. */
static igraph_error_t sizes(const struct eco_igraph *igraph, igraph_vector_int_t *ret_sizes)
{
    return igraph_connected_components(&igraph->both, NULL, ret_sizes, NULL, IGRAPH_WEAK);
}

static igraph_error_t share_of_largest(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    igraph_vector_int_t size;
    IGRAPH_CHECK(igraph_vector_int_init(&size, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &size);
    IGRAPH_CHECK(sizes(igraph, &size));
    *ret_value = (double)igraph_vector_int_max(&size) / (double)igraph_vcount(&igraph->both);
    igraph_vector_int_destroy(&size);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t share_of_cut_pairs(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    igraph_vector_int_t size;
    IGRAPH_CHECK(igraph_vector_int_init(&size, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &size);
    IGRAPH_CHECK(sizes(igraph, &size));
    double n = (double)igraph_vcount(&igraph->both), connected = 0;
    for (igraph_integer_t k = 0; k < igraph_vector_int_size(&size); k++)
        connected += (double)VECTOR(size)[k] * ((double)VECTOR(size)[k] - 1);
    *ret_value = 1 - connected / (n * (n - 1));
    igraph_vector_int_destroy(&size);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static int largest_component(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    if (eco_analysis_view(analysis)->n == 0) {
        *ret_figures = ECO_UNDEFINED("there is nobody");
        return ECO_OK;
    }
    return eco_measure_one(analysis, share_of_largest, NULL, ret_figures);
}

static int fragmentation(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    if (eco_analysis_view(analysis)->n < 2) {
        *ret_figures = ECO_UNDEFINED("there are fewer than two nodes");
        return ECO_OK;
    }
    return eco_measure_one(analysis, share_of_cut_pairs, NULL, ret_figures);
}

const struct eco_metric eco_metric_largest_component = {
    .id = "largest_component", .title = "Largest component",
    .meaning = "which share of all belongs to the largest part that hangs together",
    .formula = "nodes in the largest component of U, divided by n", .source = "Wasserman & Faust 1994",
    .undefined_when = "there is no node",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE,
    .compute = largest_component,
};

const struct eco_metric eco_metric_fragmentation = {
    .id = "fragmentation", .title = "Fragmentation",
    .meaning = "which share of all pairs has no connection at all",
    .formula = "1 - sum_k s_k (s_k - 1) / (n(n-1)), s_k = size of component k of U", .source = "Borgatti 2006",
    .undefined_when = "there are fewer than two nodes",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_HIGHER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE,
    .compute = fragmentation,
};
