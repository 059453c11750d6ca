/* Who matters more than it shows: the ranks by what a removal does, and by what everybody sees. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "metric/entity/reversed.h"
#include "scenario/sweep_inner.h"

/* Ranked are the groups but the focal with a cooperative tie. */
static bool is_ranked(const struct eco_ground *ground, int group)
{
    return group != ground->focal && ground->groups->both.start[group] < ground->groups->both.start[group + 1];
}

/* Adds the ranks by `values` (n; changed) divided by `of` to `ret_mean`. */
static void add_ranks(const struct eco_ground *ground, double *values, int of, double *ret_mean)
{
    int n = ground->groups->n;
    double *ranks = eco_alloc((size_t)n, sizeof *ranks);
    for (int g = 0; g < n; g++)
        if (!is_ranked(ground, g))
            values[g] = NAN;
    eco_rank(values, n, ranks);
    for (int g = 0; g < n; g++)
        ret_mean[g] += ranks[g] / of;
    free(ranks);
}

/* Degree, strength, and PageRank against the direction of the ties. */
static int rank_visibility(const struct eco_ground *ground, double *ret_ranks, struct eco_problems *problems)
{
    const struct eco_adjacency *both = &ground->groups->both;
    int n = ground->groups->n;
    double *values = eco_alloc((size_t)n, sizeof *values);
    for (int g = 0; g < n; g++)
        values[g] = both->start[g + 1] - both->start[g];
    add_ranks(ground, values, 3, ret_ranks);
    for (int g = 0; g < n; g++) {
        values[g] = 0;
        for (int e = both->start[g]; e < both->start[g + 1]; e++)
            values[g] += both->weight[e];
    }
    add_ranks(ground, values, 3, ret_ranks);
    int code = eco_pagerank_reversed(ground->groups, values, problems);
    if (code == ECO_OK)
        add_ranks(ground, values, 3, ret_ranks);
    free(values);
    return code;
}

int eco_sweep_rank(struct eco_sweep_plan *plan, struct eco_problems *problems)
{
    const struct eco_ground *ground = plan->ground;
    size_t n = (size_t)ground->groups->n;
    double *visible = eco_alloc(n, sizeof *visible), *systemic = eco_alloc(n, sizeof *systemic);
    int code = rank_visibility(ground, visible, problems);
    for (int k = 0; plan->ranks && k < 2; k++)
        add_ranks(ground, plan->systemic + (size_t)k * n, 2, systemic);
    static const char no_tie[] = "it has no cooperative tie";
    for (int k = 0; k < plan->sweep->count && code == ECO_OK; k++) {
        int g = plan->sweep->group[k];
        struct eco_figure *own = plan->sweep->own + (size_t)k * ECO_REMOVAL_FIGURES;
        bool ranked = is_ranked(ground, g);
        const char *why = !ranked ? no_tie : eco_not_computed;
        own[ECO_REMOVAL_VISIBILITY_RANK] = ranked ? ECO_DEFINED(visible[g]) : ECO_UNDEFINED(no_tie);
        own[ECO_REMOVAL_SYSTEMIC_RANK] = ranked && plan->ranks ? ECO_DEFINED(systemic[g]) : ECO_UNDEFINED(why);
        own[ECO_REMOVAL_KEYSTONE_GAP] = ranked && plan->ranks ? ECO_DEFINED(visible[g] - systemic[g]) : ECO_UNDEFINED(why);
    }
    free(visible);
    free(systemic);
    return code;
}
