/* Removals of few nodes from an ecosystem that is otherwise as loaded: cascades in time proportional to the ties that they
 * touch, on one workspace. The results are those of eco_cascade_run(). */
#ifndef ECO_SCENARIO_REMOVAL_H
#define ECO_SCENARIO_REMOVAL_H

#include "../base/sum.h"
#include "cascade.h"
#include "discount.h"
#include "offers.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The workspace; one for each worker. */
struct eco_removals {
    const struct eco_field *field; /* not owned */
    struct eco_offers *offers;
    double *share;      /* per dependence: D_ij */
    struct eco_sum all; /* what everybody receives */
    bool *dead;         /* per node; clean between calls, like all that follow */
    int *order;         /* the dead in the order in which they died: first what was removed */
    int order_count;
    double *loss;       /* per node: what it lost so far, about */
    int *touched, touched_count; /* nodes that lost anything */
    bool *is_touched;
    int *judged;        /* per node: the round in which it was last judged */
    int *fallen;
    double *h, *added;  /* DebtRank */
    int *active, *incoming;
    bool *spoken;
    double *q, *weight; /* inoperability: n * ECO_LANES; per dependence */
};

struct eco_removals *eco_removals_create(const struct eco_field *field);
void eco_removals_destroy(struct eco_removals *removals);

/* Who falls with theta and s of `options` when the nodes `gone` leave. `ret_failed` (may be NULL) gets them in the order in
 * which they fall (room for n); returns how many. */
int eco_removals_threshold(struct eco_removals *removals, const int *gone, int count, const struct eco_cascade_options *options,
                           int *ret_failed, struct eco_figure *ret_damage);
struct eco_figure eco_removals_debtrank(struct eco_removals *removals, const int *gone, int count,
                                        const struct eco_cascade_options *options);
/* The damage of up to ECO_LANES removals with g and s of `options`. */
void eco_removals_inoperability(struct eco_removals *removals, const struct eco_lane *lanes, int lanes_count,
                                const struct eco_cascade_options *options, struct eco_figure *ret_damage);
/* The damage of one removal by any model. */
struct eco_figure eco_removals_damage(struct eco_removals *removals, const int *gone, int count, enum eco_cascade_kind kind,
                                      const struct eco_cascade_options *options);

extern const char eco_nobody_receives[]; /* why a damage is undefined */

#ifdef __cplusplus
}
#endif
#endif
