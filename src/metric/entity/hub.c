#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "metric/analysis.h"
#include "metric/entity/leading.h"

/* Hubs and authorities are the two halves of one leading eigenvector: that of the network in which every node stands
 * twice, once as giver and once as receiver, and a tie i -> j joins the giver i with the receiver j. Its eigenvalue is
 * simple exactly where the one of W W' is, and its components show where it is not; W W' itself, which igraph uses,
 * would square the differences in size. Row i is the giver i, row n + i the receiver i. */
static void join_halves(const struct eco_view *view, int *start, int *node, double *weight)
{
    int n = view->n, m = view->m;
    memcpy(start, view->out.start, ((size_t)n + 1) * sizeof *start);
    memcpy(weight, view->out.weight, (size_t)m * sizeof *weight);
    memcpy(weight + m, view->in.weight, (size_t)m * sizeof *weight);
    for (int k = 0; k < m; k++) {
        node[k] = view->out.node[k] + n;
        node[m + k] = view->in.node[k];
    }
    for (int i = 1; i <= n; i++)
        start[n + i] = m + view->in.start[i];
}

/* Fills the figures of the half that begins at row `first`. */
static int half(struct eco_analysis *analysis, bool receivers, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    size_t n = (size_t)view->n, m = (size_t)view->m;
    int *start = eco_alloc(2 * n + 1, sizeof *start), *node = eco_alloc(2 * m, sizeof *node);
    double *weight = eco_alloc(2 * m, sizeof *weight), *vector = eco_alloc(2 * n, sizeof *vector), most = 0;
    join_halves(view, start, node, weight);
    struct eco_sparse matrix = {2 * view->n, start, node, weight};
    const char *undefined = NULL;
    int code = eco_leading_vector(&matrix, vector, &undefined, &analysis->problems);
    const double *values = receivers ? vector + n : vector;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, values[i]);
    for (size_t i = 0; i < n; i++)
        ret_figures[i] = undefined ? ECO_UNDEFINED(undefined) : ECO_DEFINED(values[i] / most);
    free(vector);
    free(weight);
    free(node);
    free(start);
    return code;
}

static int hub(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return half(analysis, /* receivers= */ false, ret_figures);
}

static int authority(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return half(analysis, /* receivers= */ true, ret_figures);
}

const struct eco_metric eco_metric_hub = {
    .id = "hub", .title = "Hub",
    .meaning = "how much it gives to those who are given to by the best hubs; the best has 1",
    .formula = "leading eigenvector of W W', largest entry 1", .source = "Kleinberg 1999",
    .undefined_when = eco_leading_undefined_when,
    .min = 0, .max = 1, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = hub,
};

const struct eco_metric eco_metric_authority = {
    .id = "authority", .title = "Authority",
    .meaning = "how much it gets from the best hubs; the best has 1",
    .formula = "leading eigenvector of W' W, largest entry 1", .source = "Kleinberg 1999",
    .undefined_when = eco_leading_undefined_when,
    .min = 0, .max = 1, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = authority,
};
