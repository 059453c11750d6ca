/* What the models of removals share: removal.c, removal_threshold.c, removal_distress.c. */
#ifndef ECO_SCENARIO_REMOVAL_INNER_H
#define ECO_SCENARIO_REMOVAL_INNER_H

#include "removal.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Enters a node in the list of those that clean() puts back. */
void eco_removals_touch(struct eco_removals *removals, int node);
/* A node is gone from here on; `offers` = what it offered, too. */
void eco_removals_die(struct eco_removals *removals, int node, bool offers);
void eco_removals_clean(struct eco_removals *removals, bool offers);
void eco_removals_sort(int *nodes, int count);
/* The damage where `harmed` of what the others receive was lost. */
struct eco_figure eco_removals_weigh(struct eco_removals *removals, const int *gone, int count, double harmed);

#ifdef __cplusplus
}
#endif
#endif
