/* What the living offer of each resource, kept up to date as providers die: sums of S_r over all but one or two of them,
 * without subtracting and without adding them all up. */
#ifndef ECO_SCENARIO_OFFERS_H
#define ECO_SCENARIO_OFFERS_H

#include "../metric/flow.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One binary tree of sums for each resource, its providers at the leaves. */
struct eco_offers {
    const struct eco_flow *flow; /* not owned */
    size_t *root;                /* per resource: its tree is sum[root .. root + 2 * leaves) */
    int *leaves;                 /* per resource: a power of two */
    double *sum;
    int *place_start, *place;    /* the supplies of node k: supply entries place[place_start[k] ..) */
};

struct eco_offers *eco_offers_create(const struct eco_flow *flow);
void eco_offers_destroy(struct eco_offers *offers);

void eco_offers_kill(struct eco_offers *offers, int node);
void eco_offers_revive(struct eco_offers *offers, int node);
/* 1 - x_ij of dependence d of `receiver`: the share of it that the living others do not replace, where the share
 * `substitution` of a loss can be replaced at most. In [0,1], and exactly 0 where others replace all. */
double eco_offers_unreplaced(const struct eco_offers *offers, double substitution, int d, int receiver);

#ifdef __cplusplus
}
#endif
#endif
