/* The ground on which cascades run: the flow as loaded, and what the steps so far have left of it. Flat arrays. */
#ifndef ECO_SCENARIO_FIELD_H
#define ECO_SCENARIO_FIELD_H

#include "../metric/flow.h"
#include "../model/state.h"

#ifdef __cplusplus
extern "C" {
#endif

/* As loaded. Nodes are groups, or entities at entity level. */
struct eco_field {
    const struct eco_view *view; /* not owned */
    enum eco_side side;
    struct eco_flow *flow;
    int *receiver;                       /* per dependence d: the i that depends on flow->on[d] */
    int *dependent_start, *dependent;    /* dependences on node j: [dependent_start[j], dependent_start[j+1]) */
};

/* What is left. S0 are the nodes of which nothing is left, and those that failed in earlier steps. */
struct eco_hit {
    bool *gone;   /* per node: in S0 */
    double *now;  /* per dependence: V_ji that is still provided */
    double *lost; /* per node: l_i, the share of its inflow lost from nodes outside S0 */
};

struct eco_field *eco_field_create(const struct eco_view *base, enum eco_side side);
/* A field of a flow that no view stands behind; takes the flow over. eco_hit_init() wants a view. */
struct eco_field *eco_field_of(struct eco_flow *flow, enum eco_side side);
void eco_field_destroy(struct eco_field *field);

/* `now` says what counts after the steps; `failed` (per node, may be NULL) who fell in earlier steps. */
void eco_hit_init(struct eco_hit *hit, const struct eco_field *field, const struct eco_state *now, const bool *failed);
/* Only node `node` gone, everything else as loaded: the single removal of a sweep. */
void eco_hit_init_removal(struct eco_hit *hit, const struct eco_field *field, int node);
void eco_hit_finish(struct eco_hit *hit);

/* D'_ij of dependence d: what a living j still provides of i's inflow as loaded, or D_ij of a j in S0. */
static inline double eco_field_share(const struct eco_field *field, const struct eco_hit *hit, int d)
{
    double value = hit->gone[field->flow->on[d]] ? field->flow->value[d] : hit->now[d];
    return value / field->flow->inflow[field->receiver[d]];
}

/* x_ij: the share of dependence d that others replace. `dead` marks nodes that offer nothing. `substitution` is s. */
double eco_field_replaced(const struct eco_field *field, const bool *dead, double substitution, int d);

#ifdef __cplusplus
}
#endif
#endif
