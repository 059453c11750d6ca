/* Whether what a scenario expects came about. */
#ifndef ECO_SCENARIO_EXPECT_H
#define ECO_SCENARIO_EXPECT_H

#include "whatif.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_judgement {
    struct eco_figure value; /* after the last step and its cascade; of a truth 0 or 1 */
    struct eco_figure than;  /* what it is compared with */
    bool truth;              /* both are true or false */
    bool holds;              /* false where either is undefined */
};

/* Equal is within 1e-9 of the larger, so that rounding makes no difference; less and more are beyond that. Before the
 * first step nothing is lost and nobody fails: value_lost, damage and the figures of one entity are 0 then.
 *
 * `fails`: its group fell in the cascade of this or an earlier step; taken away by a step is not fallen. `orphaned`: a step
 * left its group without any provider, and it still has none. `q`: its group's distress in the last cascade, 1 where it is
 * gone. At entity level the entity stands for itself. */
struct eco_judgement eco_expectation_judge(const struct eco_expectation *expectation, const struct eco_whatif *whatif);

/* The figures of the whole that can be expected: those of before and after, value_lost, damage. Free the items. */
struct eco_words eco_expectation_figures(void);

#ifdef __cplusplus
}
#endif
#endif
