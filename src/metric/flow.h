/* The flow of resources between groups as dependence sees it: V is W (inputs), W transposed (outlets) or U (both).
 *
 * A dependence is an ordered pair (i depends on j) with V_ji > 0. They stand sorted by (i, j): those of group i are at
 * [start[i], start[i+1]). Each is taken apart by resource: a relation's weight is split evenly over its resources. */
#ifndef ECO_METRIC_FLOW_H
#define ECO_METRIC_FLOW_H

#include "analysis.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_flow {
    int n, m;             /* groups, dependences */
    int *start;           /* n + 1 */
    int *on;              /* the group depended on */
    double *value;        /* V_ji */
    double *inflow;       /* per group: I_i, what it receives; 0 = nothing */
    int *part_start;      /* m + 1: resources of dependence d at [part_start[d], part_start[d+1]) */
    int *part_resource;
    double *part_weight;  /* w_r(j,i) */
    /* What is provided of each resource: providers of r at [supply_start[r], supply_start[r+1]), by rising group. */
    int resources;
    int *supply_start, *supply_group;
    double *supply;       /* S_r(k): all of r that k provides to other groups */
    double *before, *after; /* sums of S_r over the providers in front of / behind this one in its list */
};

struct eco_flow *eco_flow_of(struct eco_analysis *analysis); /* cached; owned by the analysis */
/* The flow of any view (cascades at entity level use the entity view). */
struct eco_flow *eco_flow_create(const struct eco_view *view, enum eco_side side);
void eco_flow_destroy(struct eco_flow *flow);

double eco_flow_supply(const struct eco_flow *flow, int resource, int group); /* S_r(k) */
/* The sum of S_r(k) over k != `group`: added up without it, never by taking it off the total. */
double eco_flow_supply_without(const struct eco_flow *flow, int resource, int group);
/* D_ij of dependence d of group i. */
static inline double eco_flow_share(const struct eco_flow *flow, int i, int d)
{
    return flow->value[d] / flow->inflow[i];
}

#ifdef __cplusplus
}
#endif
#endif
