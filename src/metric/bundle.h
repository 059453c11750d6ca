/* What binds consumers: the bundle of products that each uses, and how the products work together. Entity view. */
#ifndef ECO_METRIC_BUNDLE_H
#define ECO_METRIC_BUNDLE_H

#include "analysis.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_bundle_consumer {
    int entity;
    int products;       /* bundle_size */
    int *product;       /* entities, in file order */
    double *weight;     /* w_p in (0,1] */
    bool *integrated;   /* products x products: work together, directly or through a common third entity */
};

struct eco_bundle {
    int count;
    struct eco_bundle_consumer *consumers; /* in file order */
};

/* One point of the lock-in curve: over the subsets of k products. */
struct eco_curve_point {
    int k;
    double mean, p05, p95;
    double unintegrated; /* the mean if no product worked with another */
};

struct eco_bundle *eco_bundle_of(struct eco_analysis *analysis); /* cached; owned; empty without a focal group */
void eco_bundle_destroy(struct eco_bundle *bundle);

/* Lock-in of the subset `chosen` (products flags; NULL = all), with the gain from integration or without. In [0,1). */
double eco_bundle_lock_in(const struct eco_bundle_consumer *consumer, const bool *chosen, bool integrated);
/* Fills `consumer->products` points, k = 1 upwards: all subsets where they are at most 1000, else 1000 draws. */
void eco_bundle_curve(const struct eco_bundle_consumer *consumer, uint64_t seed, struct eco_curve_point *ret_points);

#ifdef __cplusplus
}
#endif
#endif
