#include "graph/shim.h"
#include "metric/entity/measure.h"

/* PRPACK solves the linear system rather than iterating on the walk, and needs no start. */
static igraph_error_t walk(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return eco_shim_pagerank(&igraph->directed, &igraph->weight, 0.85, ret_values);
}

static int pagerank(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    if (eco_analysis_view(analysis)->n == 0)
        return ECO_OK;
    return eco_measure_each(analysis, walk, NULL, ret_figures);
}

const struct eco_metric eco_metric_pagerank = {
    .id = "pagerank", .title = "PageRank",
    .meaning = "share of what flows through the ecosystem that ends up at it: getting from those who get much "
               "counts more",
    .formula = "x_i = 0.15/n + 0.85 * sum_j x_j W_ji / sum_k W_jk; who gives nothing passes on to all alike; sums to 1",
    .source = "Brin & Page 1998",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE, .compute = pagerank,
};
