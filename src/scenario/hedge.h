/* Second sources: which of them lower the harm of the worst removals most. Group view, always inputs. */
#ifndef ECO_SCENARIO_HEDGE_H
#define ECO_SCENARIO_HEDGE_H

#include "../base/work.h"
#include "ground.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_HEDGE_WORST = 10 };

struct eco_hedge {
    int from, to, resource; /* who provides it from now on, to whom */
    double weight;          /* half of what the largest provider of it gives, taken off that */
    double loss_before, loss_after; /* mean damage of the worst removals */
};

struct eco_hedges {
    int count; /* fewer than wanted where no other lowers the loss */
    struct eco_hedge *hedges;
    int worst[ECO_HEDGE_WORST], worst_count; /* the removals that are hedged against, worst first */
};

/* Chooses `wanted` hedges one after the other, each the one that lowers most the mean damage (threshold theta 0.5 and
 * inoperability g 0.5) of the ten removals that are worst at the start. */
int eco_hedges_find(const struct eco_ground *ground, int wanted, int threads, const struct eco_progress *progress,
                    struct eco_hedges **ret_hedges, struct eco_problems *problems);
void eco_hedges_destroy(struct eco_hedges *hedges);

#ifdef __cplusplus
}
#endif
#endif
