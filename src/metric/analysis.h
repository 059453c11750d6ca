/* An analysis: an ecosystem at a state, the views on it, and every figure computed so far (each once). */
#ifndef ECO_METRIC_ANALYSIS_H
#define ECO_METRIC_ANALYSIS_H

#include <stdint.h>

#include "../base/error.h"
#include "../graph/view.h"
#include "metric.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_analysis_options {
    enum eco_level level; /* of entity and ecosystem metrics */
    enum eco_side side;   /* whom dependence looks at */
    int focal;            /* entity; -1 = none */
    uint64_t seed;        /* of the sampled lock-in curves */
};

struct eco_analysis {
    const struct eco_ecosystem *eco; /* neither is owned */
    const struct eco_state *state;
    struct eco_analysis_options options;
    struct eco_problems problems; /* why the last compute failed */
    struct eco_view *entities, *groups; /* made when first asked for */
    struct eco_flow *flow;
    struct eco_partnership *partnership;
    struct eco_bundle *bundle;
    struct eco_communities *communities;
    struct eco_figure **figures; /* by metric number; NULL = not computed */
};

struct eco_analysis *eco_analysis_create(const struct eco_ecosystem *eco, const struct eco_state *state,
                                         const struct eco_analysis_options *options);
void eco_analysis_destroy(struct eco_analysis *analysis);

struct eco_view *eco_analysis_entities(struct eco_analysis *analysis); /* the entity view */
struct eco_view *eco_analysis_groups(struct eco_analysis *analysis);   /* the group view */
struct eco_view *eco_analysis_view(struct eco_analysis *analysis);     /* the one of options.level */
int eco_analysis_focal_group(struct eco_analysis *analysis); /* node of the group view; -1 = none or not present */
extern const char eco_no_focal[]; /* the reason of every focal figure without a focal firm */
extern const char eco_focal_gone[]; /* what becomes of that reason where one is named, but not there */

int eco_analysis_count(struct eco_analysis *analysis, enum eco_scope scope);
/* The metric's figures (owned by the analysis), or NULL where computing failed. */
const struct eco_figure *eco_analysis_figures(struct eco_analysis *analysis, const struct eco_metric *metric);

#ifdef __cplusplus
}
#endif
#endif
