#include <math.h>

#include "metric/analysis.h"

/* igraph counts mutual ties; by weight it has no reciprocity. */
static int reciprocity(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    double sum = 0, mutual = 0;
    for (int t = 0; t < view->m; t++) {
        sum += view->tie_weight[t];
        mutual += fmin(view->tie_weight[t], eco_view_weight(view, view->tie_to[t], view->tie_from[t]));
    }
    *ret_figures = view->m > 0 ? ECO_DEFINED(mutual / sum) : ECO_UNDEFINED("there is no tie");
    return ECO_OK;
}

const struct eco_metric eco_metric_reciprocity = {
    .id = "reciprocity", .title = "Reciprocity",
    .meaning = "which share of what is given is answered by the one who gets it",
    .formula = "sum_{i<j} 2 min(W_ij, W_ji) / sum_ij W_ij", .source = "Squartini et al. 2013",
    .undefined_when = "there is no tie",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_SUPERLINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = reciprocity,
};
