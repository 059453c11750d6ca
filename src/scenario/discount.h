/* How distress reaches everybody from what is gone, each step counting g: many removals side by side.
 *
 * After removals alone (nothing else lost) what each node depends on adds up to at most 1, so no q_i ever reaches its
 * bound and the inoperability equations are linear: q_i = g sum_j D_ij q_j, q = 1 on what is gone. They are solved by
 * Gauss-Seidel from below, eight right sides at once, until no figure changes in its last digit: each round brings in
 * the share 1 - g of what is missing or more. */
#ifndef ECO_SCENARIO_DISCOUNT_H
#define ECO_SCENARIO_DISCOUNT_H

#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_LANES = 8 };
#define ECO_DISCOUNT_MAX 0.99 /* above this g too many rounds: eco_cascade_run() solves it exactly */

/* One right side: the nodes that are gone. */
struct eco_lane {
    const int *gone;
    int count;
};

/* Fills ret_q (n * ECO_LANES: node by node) for `lanes` <= ECO_LANES removals. `weight` holds D_ij (1 - x_ij) of every
 * dependence. 0 <= g <= ECO_DISCOUNT_MAX. */
void eco_discount_solve(const struct eco_flow *flow, const double *weight, double g, const struct eco_lane *lanes,
                        int lanes_count, double *ret_q);
/* The same with every equation given: q_i = source_i + g sum_j weight_ij q_j, nothing gone. `ret_q` (n * ECO_LANES) holds
 * the sources and gets the solution. */
void eco_discount_spread(const struct eco_flow *flow, const double *weight, double g, double *ret_q);

#ifdef __cplusplus
}
#endif
#endif
