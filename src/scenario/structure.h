/* What is left of a network's connections when nodes go: how large the largest component is, how many pairs are still
 * connected. All single removals in one pass. */
#ifndef ECO_SCENARIO_STRUCTURE_H
#define ECO_SCENARIO_STRUCTURE_H

#include "../graph/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is left after a removal. A node that is gone counts as a component of one. */
struct eco_cut {
    int largest;  /* nodes in the largest component; 0 without nodes */
    double pairs; /* ordered pairs of nodes that are connected */
    bool splits;  /* the removal disconnects what hung together: an articulation point */
};

/* Fills one cut for the removal of each node alone, in one depth-first pass with low-points and subtree sizes
 * (Hopcroft & Tarjan 1973), linear in the ties. `skip` (may be NULL) marks nodes that are gone already; theirs is the
 * cut as it is. Returns the cut before any further removal. */
struct eco_cut eco_structure_singles(const struct eco_adjacency *both, int n, const bool *skip, struct eco_cut *ret_cuts);

/* The cut with the marked nodes gone (NULL = none), by search. `splits` is not said. `scratch` has 2 n ints. */
struct eco_cut eco_structure_masked(const struct eco_adjacency *both, int n, const bool *skip, int *scratch);

#ifdef __cplusplus
}
#endif
#endif
