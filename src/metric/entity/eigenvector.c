#include <math.h>
#include <stdlib.h>

#include "metric/analysis.h"
#include "metric/entity/leading.h"

/* igraph's eigenvector centrality answers, whichever component leads and whether or not two do; so the eigenvalues are
 * looked at here (see leading.h), with igraph's LAPACK and ARPACK underneath. */
static int eigenvector(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    struct eco_sparse matrix = {view->n, view->both.start, view->both.node, view->both.weight};
    double *vector = eco_alloc((size_t)view->n, sizeof *vector), most = 0;
    const char *undefined = NULL;
    int code = eco_leading_vector(&matrix, vector, &undefined, &analysis->problems);
    for (int i = 0; i < view->n; i++)
        most = fmax(most, vector[i]);
    for (int i = 0; i < view->n; i++)
        ret_figures[i] = undefined ? ECO_UNDEFINED(undefined) : ECO_DEFINED(vector[i] / most);
    free(vector);
    return code;
}

const struct eco_metric eco_metric_eigenvector = {
    .id = "eigenvector", .title = "Eigenvector centrality",
    .meaning = "how well it is tied to those who are well tied themselves; the best has 1",
    .formula = "leading eigenvector of U, largest entry 1", .source = "Bonacich 1972",
    .undefined_when = eco_leading_undefined_when,
    .min = 0, .max = 1, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = eigenvector,
};
