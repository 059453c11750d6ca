/* Whether the cascade models agree on whom a loss hits. */
#ifndef ECO_SCENARIO_AGREEMENT_H
#define ECO_SCENARIO_AGREEMENT_H

#include "whatif.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_DISPUTED_MAX = 5 };

struct eco_agreement {
    struct eco_figure concordance; /* Kendall's W, corrected for ties: 1 = the same ranking */
    int disputed[ECO_DISPUTED_MAX], disputed_count; /* nodes whose ranks differ most */
};

/* Compares the rankings by distress (threshold: an earlier round is worse) of the nodes outside S0 that receive
 * anything. For an outcome with several cascades. */
struct eco_agreement eco_agreement_measure(const struct eco_outcome *outcome);

#ifdef __cplusplus
}
#endif
#endif
