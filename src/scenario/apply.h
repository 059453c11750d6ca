/* Steps of a scenario on a state. */
#ifndef ECO_SCENARIO_APPLY_H
#define ECO_SCENARIO_APPLY_H

#include "../base/error.h"
#include "../model/scenario.h"
#include "../model/state.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Applies one step to `now`; what the step brings is also woken in `loaded`, because it counts as loaded.
 * ECO_EINPUT where the step selects nothing that is there, with one error that says so. */
int eco_step_apply(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *loaded,
                   struct eco_state *now, struct eco_problems *problems);

/* What a step is called where its file gives no label, as "remove Huami"; free the result. */
char *eco_step_label(const struct eco_step *step, const struct eco_ecosystem *eco);

#ifdef __cplusplus
}
#endif
#endif
