/* What the parts of the sweep share: sweep.c (who, which figures), sweep_removal.c (one removal), sweep_structure.c (the
 * structure figures of all at once), sweep_rank.c (ranks over all). */
#ifndef ECO_SCENARIO_SWEEP_INNER_H
#define ECO_SCENARIO_SWEEP_INNER_H

#include "structure.h"
#include "sweep.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What each group's removal takes from the analysed level. */
struct eco_tally {
    int nodes, ties, relations;
    struct eco_sum weight, mutual;
};

struct eco_sweep_plan {
    const struct eco_ground *ground;
    const struct eco_sweep_options *options;
    struct eco_sweep *sweep;
    bool threshold, inoperability, debtrank, ranks; /* what is computed of each */
    bool compared;        /* some differences come from the metrics themselves, after the cascade; these are: */
    bool *asked;          /* per figure that differs; the others are those of the structure alone */
    int count;            /* groups to remove, also those that only the ranks need */
    int *group, *removal_of;
    int nodes;            /* of the analysed level as loaded */
    double *systemic;     /* 2 n: damage by threshold, by inoperability, of each group's removal */
    int *captives;        /* per group; NULL without a focal group */
    struct eco_cut *group_cuts, *level_cuts; /* removal of each node of the group view; of the analysed level */
    struct eco_cut now;   /* the analysed level as loaded */
    struct eco_tally *tally, whole; /* per group; all */
};

/* Everything that one pass gives for all removals. */
void eco_sweep_prepare(struct eco_sweep_plan *plan);
/* The difference of a structure figure when the group is gone; `worker_skip` and `worker_ints` are for the search. */
struct eco_figure eco_sweep_structure_delta(const struct eco_sweep_plan *plan, const struct eco_metric *metric, int group,
                                            const struct eco_cut *cut);
/* The cut of the analysed level without the group. `skip` has a clean flag for each of its nodes, `scratch` 2 ints. */
struct eco_cut eco_sweep_cut(const struct eco_sweep_plan *plan, int group, bool *skip, int *scratch);

/* Figures of one result: two for the ranks, the own ones, the differences. */
static inline int eco_sweep_result_figures(const struct eco_sweep_plan *plan)
{
    return 2 + ECO_REMOVAL_FIGURES + plan->sweep->before.count;
}
void *eco_sweep_worker_begin(void *plan);
void eco_sweep_worker_end(void *worker);
int eco_sweep_block(void *plan, void *worker, int block, void *ret_results, struct eco_problems *problems);

/* systemic_rank, visibility_rank, keystone_gap. */
int eco_sweep_rank(struct eco_sweep_plan *plan, struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
