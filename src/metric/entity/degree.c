#include <math.h>

#include "metric/entity/measure.h"

static igraph_error_t count(const igraph_t *graph, igraph_neimode_t mode, igraph_vector_t *ret_values)
{
    igraph_vector_int_t degrees;
    IGRAPH_CHECK(igraph_vector_int_init(&degrees, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &degrees);
    IGRAPH_CHECK(igraph_degree(graph, &degrees, igraph_vss_all(), mode, IGRAPH_LOOPS));
    igraph_integer_t n = igraph_vector_int_size(&degrees);
    IGRAPH_CHECK(igraph_vector_resize(ret_values, n));
    for (igraph_integer_t i = 0; i < n; i++)
        VECTOR(*ret_values)[i] = (igraph_real_t)VECTOR(degrees)[i];
    igraph_vector_int_destroy(&degrees);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t count_in(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return count(&igraph->directed, IGRAPH_IN, ret_values);
}

static igraph_error_t count_out(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return count(&igraph->directed, IGRAPH_OUT, ret_values);
}

/* In U: who gives and gets is one neighbour. */
static igraph_error_t count_both(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return count(&igraph->both, IGRAPH_ALL, ret_values);
}

static int degree_in(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, count_in, NULL, ret_figures);
}

static int degree_out(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, count_out, NULL, ret_figures);
}

static int degree(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, count_both, NULL, ret_figures);
}

const struct eco_metric eco_metric_degree_in = {
    .id = "degree_in", .title = "Providers",
    .meaning = "how many others it gets something from",
    .formula = "number of j with W_ji > 0", .source = "Freeman 1978",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = degree_in,
};

const struct eco_metric eco_metric_degree_out = {
    .id = "degree_out", .title = "Receivers",
    .meaning = "how many others it gives something to",
    .formula = "number of j with W_ij > 0", .source = "Freeman 1978",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = degree_out,
};

const struct eco_metric eco_metric_degree = {
    .id = "degree", .title = "Neighbours",
    .meaning = "how many others it is tied to, whoever gives",
    .formula = "number of j with U_ij > 0", .source = "Freeman 1978",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = degree,
};
