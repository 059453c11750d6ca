#include "metric/entity/measure.h"

static igraph_error_t close_triads(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return igraph_transitivity_barrat(&igraph->both, ret_values, igraph_vss_all(), &igraph->both_weight,
                                      IGRAPH_TRANSITIVITY_NAN);
}

static int clustering(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, close_triads, "it has fewer than two neighbours", ret_figures);
}

const struct eco_metric eco_metric_clustering = {
    .id = "clustering", .title = "Clustering",
    .meaning = "how far its neighbours are tied to each other as well, pairs over strong ties counting more",
    .formula = "1/(s_i (k_i - 1)) * sum over ordered pairs of neighbours j, h tied to each other of (U_ij + U_ih)/2",
    .source = "Barrat et al. 2004", .undefined_when = "the node has fewer than two neighbours",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = clustering,
};
