/* Who does most harm together: a set of groups found step by step, then improved by swaps. */
#ifndef ECO_SCENARIO_KEYPLAYERS_H
#define ECO_SCENARIO_KEYPLAYERS_H

#include "sweep.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_key_players {
    int count;                 /* at most what was asked for */
    int *group;
    struct eco_figure *value;  /* the figure when this one and those before it are gone */
    int swaps;                 /* how many the forward selection was improved by */
};

/* The `wanted` groups whose loss harms `figure` most, never the focal one. A figure that only one group alone can have
 * (eco_removal_rows[].of_sets) is ECO_EUSAGE. Largest component and fragmentation without a cascade (or above
 * ECO_SWEEP_FULL groups) take one pass over the ties for all candidates of a step. */
int eco_key_players_find(const struct eco_ground *ground, const struct eco_sweep_options *options,
                         const struct eco_sweep_figure *figure, int wanted, struct eco_key_players **ret_players,
                         struct eco_problems *problems);
void eco_key_players_destroy(struct eco_key_players *players);

#ifdef __cplusplus
}
#endif
#endif
