#include "metric/analysis.h"

#include <stdlib.h>

#include "metric/bundle.h"
#include "metric/entity/communities.h"
#include "metric/flow.h"
#include "metric/partnership.h"

const char eco_no_focal[] = "no focal firm is given";
const char eco_focal_gone[] = "the focal firm is not there: removed, or not active in this year";

struct eco_analysis *eco_analysis_create(const struct eco_ecosystem *eco, const struct eco_state *state,
                                         const struct eco_analysis_options *options)
{
    struct eco_analysis *analysis = eco_alloc(1, sizeof *analysis);
    analysis->eco = eco;
    analysis->state = state;
    analysis->options = *options;
    analysis->figures = eco_alloc((size_t)eco_metrics_count, sizeof *analysis->figures);
    return analysis;
}

void eco_analysis_destroy(struct eco_analysis *analysis)
{
    if (!analysis)
        return;
    for (int i = 0; i < eco_metrics_count; i++)
        free(analysis->figures[i]);
    free(analysis->figures);
    eco_communities_destroy(analysis->communities);
    eco_bundle_destroy(analysis->bundle);
    eco_partnership_destroy(analysis->partnership);
    eco_flow_destroy(analysis->flow);
    eco_view_destroy(analysis->entities);
    eco_view_destroy(analysis->groups);
    eco_problems_finish(&analysis->problems);
    free(analysis);
}

struct eco_view *eco_analysis_entities(struct eco_analysis *analysis)
{
    if (!analysis->entities)
        analysis->entities = eco_view_create(analysis->eco, analysis->state, ECO_LEVEL_ENTITY);
    return analysis->entities;
}

struct eco_view *eco_analysis_groups(struct eco_analysis *analysis)
{
    if (!analysis->groups)
        analysis->groups = eco_view_create(analysis->eco, analysis->state, ECO_LEVEL_GROUP);
    return analysis->groups;
}

struct eco_view *eco_analysis_view(struct eco_analysis *analysis)
{
    return analysis->options.level == ECO_LEVEL_GROUP ? eco_analysis_groups(analysis) : eco_analysis_entities(analysis);
}

int eco_analysis_focal_group(struct eco_analysis *analysis)
{
    int focal = analysis->options.focal;
    if (focal < 0)
        return -1;
    /* The group stays the focal one while any of its members is there, the named firm itself or not. */
    const struct eco_view *groups = eco_analysis_groups(analysis);
    int root = analysis->eco->entities[focal].root;
    for (int g = 0; g < groups->n; g++)
        if (groups->entity_of_node[g] == root)
            return g;
    return -1;
}

int eco_analysis_count(struct eco_analysis *analysis, enum eco_scope scope)
{
    switch (scope) {
    case ECO_SCOPE_ENTITY:
        return eco_analysis_view(analysis)->n;
    case ECO_SCOPE_GROUP:
        return eco_analysis_groups(analysis)->n;
    case ECO_SCOPE_TIE:
        return eco_flow_of(analysis)->m;
    case ECO_SCOPE_CONSUMER:
        return eco_bundle_of(analysis)->count;
    default:
        return 1;
    }
}

const struct eco_figure *eco_analysis_figures(struct eco_analysis *analysis, const struct eco_metric *metric)
{
    struct eco_figure **slot = &analysis->figures[eco_metric_number(metric)];
    if (*slot)
        return *slot;
    int count = eco_analysis_count(analysis, metric->scope);
    struct eco_figure *figures = eco_alloc((size_t)count, sizeof *figures);
    if (metric->compute(analysis, figures) != ECO_OK) {
        free(figures);
        return NULL;
    }
    for (int i = 0; i < count; i++)
        if (figures[i].undefined == eco_no_focal && analysis->options.focal >= 0)
            figures[i].undefined = eco_focal_gone;
    return *slot = figures;
}
