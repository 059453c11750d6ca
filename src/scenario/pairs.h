/* Pairs of groups whose loss together does more harm than the losses one by one. */
#ifndef ECO_SCENARIO_PAIRS_H
#define ECO_SCENARIO_PAIRS_H

#include "sweep.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_PAIRS_AMONG = 200, ECO_PAIRS_SHOWN = 50 };

struct eco_pair {
    int group[2];  /* in file order */
    double value;  /* damage of both together */
    double excess; /* that - damage of one - damage of the other */
};

struct eco_pairs {
    int count;
    struct eco_pair *pairs; /* largest excess first, equal ones in file order */
};

/* Among the ECO_PAIRS_AMONG most damaging removals of the sweep, by its cascade (of all three: threshold). ECO_EUSAGE where
 * it had none. */
int eco_pairs_find(const struct eco_sweep *sweep, int threads, const struct eco_progress *progress, struct eco_pairs **ret_pairs,
                   struct eco_problems *problems);
void eco_pairs_destroy(struct eco_pairs *pairs);

#ifdef __cplusplus
}
#endif
#endif
