/* Who stands on every way from one node to another. */
#ifndef ECO_SCENARIO_DOMINATORS_H
#define ECO_SCENARIO_DOMINATORS_H

#include "../graph/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/* For each node, how many of the marked nodes `root` reaches (along W) only through it, itself left out; 0 where `root`
 * does not reach the node. By the dominator tree (semi-NCA: Georgiadis 2005, after Lengauer & Tarjan 1979). */
void eco_dominators_count(const struct eco_view *view, int root, const bool *marked, int *ret_counts);

#ifdef __cplusplus
}
#endif
#endif
