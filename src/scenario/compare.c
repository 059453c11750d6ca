#include "scenario/compare.h"

#include <stdlib.h>
#include <string.h>

#include "metric/flow.h"
#include "metric/rows.h"

static const char lock_in_mean[] = "lock_in_mean";

/* Mean lock-in of the groups that receive anything, weighted by what they receive. */
static int mean_lock_in(struct eco_analysis *analysis, struct eco_figure *ret_figure)
{
    const struct eco_figure *lock_in = eco_analysis_figures(analysis, &eco_metric_group_lock_in);
    if (!lock_in)
        return ECO_ELIMIT;
    const struct eco_flow *flow = eco_flow_of(analysis);
    double sum = 0, weight = 0;
    for (int i = 0; i < flow->n; i++) {
        if (lock_in[i].undefined)
            continue;
        sum += flow->inflow[i] * lock_in[i].value;
        weight += flow->inflow[i];
    }
    *ret_figure = weight > 0 ? ECO_DEFINED(sum / weight) : ECO_UNDEFINED("no group receives anything");
    return ECO_OK;
}

/* Counts `gone` isolates in: they are no part of any component and no pair with them is connected. */
static struct eco_figure with_gone(const struct eco_metric *metric, struct eco_figure figure, int n, int gone)
{
    double all = (double)n + gone, pairs = all > 1 ? (double)n * (n - 1.0) / (all * (all - 1)) : 0;
    if (gone == 0)
        return figure;
    if (metric == &eco_metric_largest_component)
        return ECO_DEFINED(n > 0 ? figure.value * n / all : 1 / all);
    bool inverse = metric == &eco_metric_fragmentation || metric == &eco_metric_distance_fragmentation;
    if (!inverse && metric != &eco_metric_efficiency)
        return figure;
    if (all < 2)
        return figure;
    double connected = n < 2 ? 0 : (inverse ? 1 - figure.value : figure.value) * pairs;
    return ECO_DEFINED(inverse ? 1 - connected : connected);
}

int eco_comparison_nodes(const struct eco_ecosystem *eco, const struct eco_state *state, enum eco_level level)
{
    int count = 0;
    bool *seen = eco_alloc(eco->entities_count, sizeof *seen);
    for (int e = 0; e < state->entities; e++) {
        int node = level == ECO_LEVEL_GROUP ? eco->entities[e].root : e;
        if (!state->present[e] || seen[node])
            continue;
        seen[node] = true;
        count++;
    }
    free(seen);
    return count;
}

static int compute(struct eco_comparison *comparison, struct eco_analysis *analysis, int gone)
{
    for (int k = 0; k < comparison->count; k++) {
        const struct eco_metric *metric = comparison->rows[k];
        if (!metric) {
            if (mean_lock_in(analysis, &comparison->figures[k]) != ECO_OK)
                return ECO_ELIMIT;
            continue;
        }
        const struct eco_figure *figure = eco_analysis_figures(analysis, metric);
        if (!figure)
            return ECO_ELIMIT;
        comparison->figures[k] = with_gone(metric, *figure, eco_analysis_view(analysis)->n, gone);
    }
    return ECO_OK;
}

void eco_comparison_list(struct eco_comparison *comparison)
{
    size_t room = (size_t)eco_metrics_count + 1;
    *comparison = (struct eco_comparison){0};
    comparison->ids = eco_alloc(room, sizeof *comparison->ids);
    comparison->rows = eco_alloc(room, sizeof *comparison->rows);
    comparison->figures = eco_alloc(room, sizeof *comparison->figures);
    static const enum eco_scope scopes[] = {ECO_SCOPE_ECOSYSTEM, ECO_SCOPE_FOCAL};
    for (size_t s = 0; s < sizeof scopes / sizeof *scopes; s++)
        for (int i = 0; i < eco_metrics_count; i++)
            if (eco_metrics[i]->scope == scopes[s]) {
                comparison->ids[comparison->count] = eco_metrics[i]->id;
                comparison->rows[comparison->count++] = eco_metrics[i];
            }
    comparison->ids[comparison->count++] = lock_in_mean;
}

int eco_comparison_fill(struct eco_comparison *comparison, const struct eco_ecosystem *eco, const struct eco_state *state,
                        const struct eco_analysis_options *options, int nodes_as_loaded, struct eco_problems *problems)
{
    struct eco_analysis *analysis = eco_analysis_create(eco, state, options);
    int gone = nodes_as_loaded - eco_comparison_nodes(eco, state, options->level);
    int code = compute(comparison, analysis, gone);
    if (code != ECO_OK)
        eco_problems_error(problems, "%s", analysis->problems.count ? analysis->problems.items[0].text : "a figure could not be computed");
    eco_analysis_destroy(analysis);
    return code;
}

int eco_comparison_make(struct eco_comparison *comparison, const struct eco_ecosystem *eco, const struct eco_state *state,
                        const struct eco_analysis_options *options, int nodes_as_loaded, struct eco_problems *problems)
{
    eco_comparison_list(comparison);
    return eco_comparison_fill(comparison, eco, state, options, nodes_as_loaded, problems);
}

void eco_comparison_finish(struct eco_comparison *comparison)
{
    if (!comparison)
        return;
    free(comparison->ids);
    free(comparison->rows);
    free(comparison->figures);
    *comparison = (struct eco_comparison){0};
}

int eco_comparison_find(const struct eco_comparison *comparison, const char *id)
{
    for (int k = 0; k < comparison->count; k++)
        if (strcmp(comparison->ids[k], id) == 0)
            return k;
    return -1;
}
