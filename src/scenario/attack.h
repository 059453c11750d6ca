/* What is left when groups go one after the other, the focal one like any other. Group view. */
#ifndef ECO_SCENARIO_ATTACK_H
#define ECO_SCENARIO_ATTACK_H

#include "sweep.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_ATTACK_ORDERS = 100 }; /* random orders whose mean is taken */

struct eco_attack {
    int count;                     /* groups: one point of the curve after each removal */
    int *group;                    /* who goes; -1 in the mean of random orders */
    double *largest;               /* largest component of the survivors / n; the last is 0 */
    struct eco_figure *efficiency; /* what is gone stays in n */
    struct eco_figure robustness;  /* mean of `largest` (Schneider et al. 2011) */
};

/* `metric` is one of entities or groups (largest first, undefined last), computed anew after each removal or, `fixed`, at
 * the start; NULL = random orders from the analysis's seed. Efficiency is computed up to ECO_SWEEP_FULL groups or where
 * `efficiency` asks for it. */
int eco_attack_run(const struct eco_ground *ground, const struct eco_metric *metric, bool fixed, bool efficiency, int threads,
                   const struct eco_progress *progress, struct eco_attack **ret_attack, struct eco_problems *problems);
void eco_attack_destroy(struct eco_attack *attack);

#ifdef __cplusplus
}
#endif
#endif
