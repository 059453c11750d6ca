#include "metric/entity/measure.h"

static igraph_error_t correlate(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    return igraph_assortativity_degree(&igraph->both, ret_value, IGRAPH_UNDIRECTED);
}

/* Asked in whole numbers: the variance that igraph divides by may come out as rounding noise rather than zero. */
static bool all_alike(const struct eco_adjacency *both, int n)
{
    int seen = 0;
    for (int i = 0; i < n; i++) {
        int degree = both->start[i + 1] - both->start[i];
        if (degree > 0 && seen > 0 && degree != seen)
            return false;
        seen = degree > 0 ? degree : seen;
    }
    return true;
}

static const char alike[] = "all who have ties have equally many neighbours";

static int assortativity(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    if (view->m == 0 || all_alike(&view->both, view->n)) {
        *ret_figures = ECO_UNDEFINED(view->m == 0 ? "there is no tie" : alike);
        return ECO_OK;
    }
    return eco_measure_one(analysis, correlate, alike, ret_figures);
}

const struct eco_metric eco_metric_assortativity = {
    .id = "assortativity", .title = "Assortativity",
    .meaning = "whether those with many neighbours are tied to their like (above 0) or to those with few (below 0)",
    .formula = "correlation of the degrees at the two ends of the ties of U", .source = "Newman 2002",
    .undefined_when = "there is no tie, or all who have ties have equally many neighbours",
    .min = -1, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = assortativity,
};
