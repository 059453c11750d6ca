/* Every group removed alone: what each is worth to the others. */
#ifndef ECO_SCENARIO_SWEEP_H
#define ECO_SCENARIO_SWEEP_H

#include "../base/work.h"
#include "compare.h"
#include "ground.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_SWEEP_FULL = 500 }; /* groups up to which every figure of every removal is computed */

/* The figures of a removal, but for the differences. */
enum eco_removal_figure {
    ECO_REMOVAL_VALUE_LOST,
    ECO_REMOVAL_CASCADE_SIZE,
    ECO_REMOVAL_DAMAGE_THRESHOLD,
    ECO_REMOVAL_DAMAGE_INOPERABILITY,
    ECO_REMOVAL_DAMAGE_DEBTRANK,
    ECO_REMOVAL_ORPHANS,
    ECO_REMOVAL_ARTICULATION,
    ECO_REMOVAL_CAPTIVE_CONSUMERS,
    ECO_REMOVAL_MARGIN_THETA,
    ECO_REMOVAL_MARGIN_SHARE,
    ECO_REMOVAL_SYSTEMIC_RANK,
    ECO_REMOVAL_VISIBILITY_RANK,
    ECO_REMOVAL_KEYSTONE_GAP,
    ECO_REMOVAL_FIGURES
};

struct eco_removal_row {
    const char *key, *title;
    enum eco_value_type type;
    enum eco_harm harm;
    bool of_sets; /* several groups have it together */
};
extern const struct eco_removal_row eco_removal_rows[ECO_REMOVAL_FIGURES];

struct eco_sweep_options {
    struct eco_cascade_options cascade;
    const bool *selected;   /* per group; NULL = every group but the focal */
    struct eco_words asked; /* figures asked for by name: computed whatever the number of groups */
    int threads;
    const struct eco_progress *progress;
};

struct eco_sweep {
    const struct eco_ground *ground; /* not owned */
    struct eco_cascade_options cascade;
    bool full;                       /* every figure is there */
    int count;
    int *group;                      /* the removed groups, in file order */
    struct eco_figure *own;          /* count * ECO_REMOVAL_FIGURES */
    struct eco_comparison before;    /* the figures that differ */
    struct eco_figure *delta;        /* count * before.count */
};

/* A figure of a removal by name: an own one ("value_lost", "damage.debtrank"; "damage" is that of the chosen cascade), or
 * a difference ("delta.coalescence", also without "delta."). */
struct eco_sweep_figure {
    int own;    /* enum eco_removal_figure; -1 = a difference */
    int delta;  /* its place in eco_comparison_list() */
    const char *id;
    const struct eco_metric *metric; /* of the difference; NULL for an own one and lock_in_mean */
    enum eco_harm harm; /* none: the larger the change the worse */
};
/* False where there is no such figure; `ret_nearest` is then the nearest name or NULL. */
bool eco_sweep_figure_find(const char *name, enum eco_cascade_kind cascade, struct eco_sweep_figure *ret_figure,
                           const char **ret_nearest);

/* 0 or an eco_code. The ground must outlive the sweep. */
int eco_sweep_run(const struct eco_ground *ground, const struct eco_sweep_options *options, struct eco_sweep **ret_sweep,
                  struct eco_problems *problems);
void eco_sweep_destroy(struct eco_sweep *sweep);

struct eco_figure eco_sweep_value(const struct eco_sweep *sweep, int removal, const struct eco_sweep_figure *figure);
/* How bad a value of the figure is: larger = worse; NaN where undefined. `before` is the figure as loaded. */
double eco_sweep_badness(const struct eco_sweep_figure *figure, struct eco_figure value, double before);
/* The removals, most harmful first by the figure, equal ones in file order, undefined ones last. */
void eco_sweep_order(const struct eco_sweep *sweep, const struct eco_sweep_figure *figure, int *ret_order);

static inline struct eco_figure eco_sweep_own(const struct eco_sweep *sweep, int removal, enum eco_removal_figure figure)
{
    return sweep->own[(size_t)removal * ECO_REMOVAL_FIGURES + figure];
}

/* For the sweep and what builds on it: the figures that are compared, community and modularity left out. */
void eco_sweep_list(struct eco_comparison *comparison);
/* A figure that follows from counts and components alone. */
bool eco_sweep_has_structure(const struct eco_metric *metric);
extern const char eco_not_computed[]; /* why a figure is null above ECO_SWEEP_FULL groups */

#ifdef __cplusplus
}
#endif
#endif
