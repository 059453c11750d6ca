#include "metric/entity/measure.h"

static igraph_error_t constrain(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return igraph_constraint(&igraph->both, ret_values, igraph_vss_all(), &igraph->both_weight);
}

static int constraint(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return eco_measure_each(analysis, constrain, "it has no tie", ret_figures);
}

const struct eco_metric eco_metric_constraint = {
    .id = "constraint", .title = "Constraint",
    .meaning = "how far its ties all lead back to the same few neighbours: high leaves little room to play one off "
               "against another",
    .formula = "sum over neighbours j of (p_ij + sum over neighbours q != j of p_iq p_qj)^2, p_ij = U_ij / sum_k U_ik",
    .source = "Burt 1992", .undefined_when = "the node has no tie",
    .min = 0, .max = 2, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = constraint,
};
