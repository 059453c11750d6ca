/* A scenario run to its end: after each step the cascade, and every figure before and after. */
#ifndef ECO_SCENARIO_WHATIF_H
#define ECO_SCENARIO_WHATIF_H

#include "../metric/analysis.h"
#include "apply.h"
#include "cascade.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The figures that before and after compare: ecosystem metrics, the focal block, lock_in_mean. */
struct eco_comparison {
    int count;
    const char **ids;               /* in order */
    const struct eco_metric **rows; /* NULL for lock_in_mean */
    struct eco_figure *figures;
};

/* One step's outcome. */
struct eco_outcome {
    char *label;
    struct eco_state loaded;    /* as loaded, with what the steps so far brought */
    struct eco_view *view;      /* of `loaded`: the cascade's nodes */
    struct eco_field *field;
    struct eco_hit hit;
    int cascades_count;         /* 0, 1, or 3 */
    struct eco_cascade *cascades[3];
    int *removed, removed_count; /* entities that the step itself took away, parts included */
    bool *orphan;                /* per node: had providers and lost them all by the step itself */
    bool *resource_lost;         /* per resource: provided by nobody any more */
    struct eco_state after;      /* after the step and its cascade */
    struct eco_figure value_lost, damage;
    struct eco_comparison figures;
};

struct eco_whatif {
    const struct eco_ecosystem *eco; /* not owned */
    struct eco_comparison before;
    struct eco_outcome *outcomes;
    size_t outcomes_count;
};

/* Runs all steps. `loaded` is the ecosystem's state before them. 0, ECO_EINPUT (a step selects nothing) or ECO_ELIMIT. */
int eco_whatif_run(const struct eco_ecosystem *eco, const struct eco_state *loaded, const struct eco_analysis_options *options,
                   const struct eco_scenario *scenario, struct eco_whatif **ret_whatif, struct eco_problems *problems);
void eco_whatif_destroy(struct eco_whatif *whatif);

/* The cascade whose failures stay removed, and whose damage counts: the only one, or the threshold of three; or NULL. */
const struct eco_cascade *eco_outcome_cascade(const struct eco_outcome *outcome);

int eco_comparison_find(const struct eco_comparison *comparison, const char *id); /* -1 = none */

#ifdef __cplusplus
}
#endif
#endif
