#include <math.h>
#include <stdlib.h>

#include "metric/analysis.h"

/* igraph has no effective size. `share` has p_iq for the neighbours q of i and zero elsewhere. */
static double size_of(const struct eco_adjacency *both, int i, const double *share, const double *strongest)
{
    double size = 0;
    for (int k = both->start[i]; k < both->start[i + 1]; k++) {
        int j = both->node[k];
        double redundant = 0;
        for (int l = both->start[j]; l < both->start[j + 1]; l++)
            redundant += share[both->node[l]] * (both->weight[l] / strongest[j]);
        size += 1 - redundant;
    }
    return size;
}

static double strongest_of(const struct eco_adjacency *both, int i)
{
    double strongest = 0;
    for (int k = both->start[i]; k < both->start[i + 1]; k++)
        strongest = fmax(strongest, both->weight[k]);
    return strongest;
}

/* Sets p_iq for the neighbours q of i, or with `clear` back to zero. */
static void set_share(const struct eco_adjacency *both, int i, bool clear, double *share)
{
    double strength = 0;
    for (int k = both->start[i]; k < both->start[i + 1]; k++)
        strength += both->weight[k];
    for (int k = both->start[i]; k < both->start[i + 1]; k++)
        share[both->node[k]] = clear ? 0 : both->weight[k] / strength;
}

static int effective_size(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    const struct eco_adjacency *both = &view->both;
    size_t n = (size_t)view->n;
    double *share = eco_alloc(2 * n, sizeof *share), *strongest = share + n;
    for (int i = 0; i < view->n; i++)
        strongest[i] = strongest_of(both, i);
    for (int i = 0; i < view->n; i++) {
        if (both->start[i] == both->start[i + 1]) {
            ret_figures[i] = ECO_UNDEFINED("it has no tie");
            continue;
        }
        set_share(both, i, /* clear= */ false, share);
        ret_figures[i] = ECO_DEFINED(size_of(both, i, share, strongest));
        set_share(both, i, /* clear= */ true, share);
    }
    free(share);
    return ECO_OK;
}

const struct eco_metric eco_metric_effective_size = {
    .id = "effective_size", .title = "Effective size",
    .meaning = "how many of its neighbours lead somewhere that the others do not",
    .formula = "sum over neighbours j of (1 - sum over q != i,j of p_iq m_jq), p_iq = U_iq / sum_k U_ik, "
               "m_jq = U_jq / max_k U_jk",
    .source = "Burt 1992", .undefined_when = "the node has no tie",
    .min = 1, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_NUMBER, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = effective_size,
};
