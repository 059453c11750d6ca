/* What a step is called where its file gives no label. */
#ifndef ECO_SCENARIO_LABEL_H
#define ECO_SCENARIO_LABEL_H

#include "../model/scenario.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The step's own label, or one made from what it does, as "remove Huami"; free the result. */
char *eco_step_label(const struct eco_step *step, const struct eco_ecosystem *eco);

#ifdef __cplusplus
}
#endif
#endif
