#include <math.h>
#include <stdlib.h>

#include "graph/shim.h"
#include "metric/entity/brandes.h"
#include "metric/entity/measure.h"

static igraph_error_t between(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return eco_shim_betweenness(&igraph->directed, &igraph->length, ret_values);
}

/* igraph takes two paths for equal if they differ by less than about 2e-10 of their length, also where the difference
 * is one tie to a node that it has settled already; then paths lead in circles and the counts are wrong. That cannot
 * happen while the shortest tie is longer than that part of the longest possible path. */
static bool igraph_can(const struct eco_view *view)
{
    double strongest = 0, weakest = INFINITY;
    for (int t = 0; t < view->m; t++) {
        strongest = fmax(strongest, view->tie_weight[t]);
        weakest = fmin(weakest, view->tie_weight[t]);
    }
    return view->m == 0 || strongest / weakest * (view->n - 1) < 1e9;
}

/* A count that overflowed leaves NaN or infinity. */
static bool all_finite(const struct eco_figure *figures, int n)
{
    for (int i = 0; i < n; i++)
        if (figures[i].undefined || !isfinite(figures[i].value))
            return false;
    return true;
}

static int count(struct eco_analysis *analysis, struct eco_figure *ret_figures, bool *ret_counted)
{
    struct eco_view *view = eco_analysis_view(analysis);
    if (igraph_can(view)) {
        int code = eco_measure_each(analysis, between, "", ret_figures);
        *ret_counted = code == ECO_OK && all_finite(ret_figures, view->n);
        return code;
    }
    double *values = eco_alloc((size_t)view->n, sizeof *values);
    *ret_counted = eco_brandes(view, values);
    for (int i = 0; i < view->n; i++)
        ret_figures[i] = ECO_DEFINED(values[i]);
    free(values);
    return ECO_OK;
}

static int betweenness(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    double n = eco_analysis_view(analysis)->n;
    if (n < 3)
        return eco_measure_none(analysis, "there are no two others to stand between", ret_figures);
    bool counted = false;
    int code = count(analysis, ret_figures, &counted);
    if (code != ECO_OK)
        return code;
    if (!counted)
        return eco_measure_none(analysis, "there are more shortest paths than can be counted", ret_figures);
    for (int i = 0; i < n; i++)
        ret_figures[i].value /= (n - 1) * (n - 2);
    return ECO_OK;
}

const struct eco_metric eco_metric_betweenness = {
    .id = "betweenness", .title = "Betweenness",
    .meaning = "how often it is the middleman on the shortest way, over strong ties, from one to another",
    .formula = "1/((n-1)(n-2)) * sum over s, t of the share of shortest directed paths from s to t that pass the node, "
               "a tie's length is 1/W",
    .source = "Freeman 1977; Brandes 2001",
    .undefined_when = "there are fewer than three nodes, or more shortest paths than can be counted",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_QUADRATIC, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE, .compute = betweenness,
};
