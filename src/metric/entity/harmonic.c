#include <math.h>

#include "metric/entity/measure.h"

static igraph_error_t mean_inverse(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    IGRAPH_CHECK(igraph_harmonic_centrality(&igraph->directed, ret_values, igraph_vss_all(), IGRAPH_OUT,
                                            &igraph->length, /* normalized= */ true));
    igraph_vector_scale(ret_values, igraph->unit);
    return IGRAPH_SUCCESS;
}

static int harmonic(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    if (eco_analysis_view(analysis)->n < 2)
        return eco_measure_none(analysis, "there is nobody else", ret_figures);
    return eco_measure_each(analysis, mean_inverse, NULL, ret_figures);
}

const struct eco_metric eco_metric_harmonic = {
    .id = "harmonic", .title = "Closeness",
    .meaning = "how near, over strong ties, are those whom what it gives can reach; grows with the weights",
    .formula = "1/(n-1) * sum_{j != i} 1/d(i,j), a tie's length is 1/W, unreachable adds 0",
    .source = "Marchiori & Latora 2000", .undefined_when = "there are fewer than two nodes",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_NUMBER, .type = ECO_NUMBER,
    .cost = ECO_COST_QUADRATIC, .promises = ECO_SPLIT_TIE, .compute = harmonic,
};
