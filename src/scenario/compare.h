/* The figures of a state that before and after compare. */
#ifndef ECO_SCENARIO_COMPARE_H
#define ECO_SCENARIO_COMPARE_H

#include "whatif.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Computes them for `state`. `nodes_as_loaded` is the number of nodes of the analysed level as loaded: what is gone stays
 * in n for largest_component, fragmentation, distance_fragmentation and efficiency, so that losing a node never looks
 * like a gain. 0 or an eco_code. */
int eco_comparison_make(struct eco_comparison *comparison, const struct eco_ecosystem *eco, const struct eco_state *state,
                        const struct eco_analysis_options *options, int nodes_as_loaded, struct eco_problems *problems);
/* The names alone, without values. */
void eco_comparison_list(struct eco_comparison *comparison);
/* The values of what is listed: a list may be shortened first. */
int eco_comparison_fill(struct eco_comparison *comparison, const struct eco_ecosystem *eco, const struct eco_state *state,
                        const struct eco_analysis_options *options, int nodes_as_loaded, struct eco_problems *problems);
void eco_comparison_finish(struct eco_comparison *comparison);

/* Nodes of the analysed level in a state. */
int eco_comparison_nodes(const struct eco_ecosystem *eco, const struct eco_state *state, enum eco_level level);

#ifdef __cplusplus
}
#endif
#endif
