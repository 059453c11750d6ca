/* Steps of a scenario on a state. */
#ifndef ECO_SCENARIO_APPLY_H
#define ECO_SCENARIO_APPLY_H

#include "../base/error.h"
#include "../model/scenario.h"
#include "../model/state.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Applies one step to `now`; what the step brings is also woken in `loaded`, because it counts as loaded. Where it is alike
 * (ends, kind and resources) to a relation that counts, the two add up. What an add step attaches to something that an
 * earlier step or its cascade took away stays away, with a warning.
 *
 * A step that selects nothing that is (still) there is an error that names the step: ECO_EINPUT, or ECO_EUSAGE where it was
 * typed on the command line. */
int eco_step_apply(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *loaded,
                   struct eco_state *now, struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
