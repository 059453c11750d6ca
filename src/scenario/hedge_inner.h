/* What the parts of hedging share: hedge.c (the choice), hedge_supply.c (who provides what to whom, as hedges change it). */
#ifndef ECO_SCENARIO_HEDGE_INNER_H
#define ECO_SCENARIO_HEDGE_INNER_H

#include "hedge.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_part { /* a provider gives so much of a resource */
    int provider, resource;
    double weight;
};

/* Who gives what to each group, sorted by provider, then resource. */
struct eco_supplies {
    int n, resources;
    struct eco_part **parts; /* per receiver */
    int *count;
    bool *gives; /* n * resources: the group provides it to anyone */
};

struct eco_supplies *eco_supplies_create(const struct eco_view *groups);
void eco_supplies_destroy(struct eco_supplies *supplies);

/* The largest provider of the resource to the receiver, the first of equal ones; `ret_weight` is what it gives. -1 = none. */
int eco_supplies_largest(const struct eco_supplies *supplies, int receiver, int resource, double *ret_weight);
/* Moves `weight` of what one provider gives to another. */
void eco_supplies_move(struct eco_supplies *supplies, int receiver, int resource, int from, int to, double weight);
/* The field of these supplies, with a tie (of weight 0 where there is none) from everybody who gives anything that
 * `receiver` gets; -1 = nobody's. It has no resources: for cascades without substitution. */
struct eco_field *eco_supplies_field(const struct eco_supplies *supplies, int receiver);

#ifdef __cplusplus
}
#endif
#endif
