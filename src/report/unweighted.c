#include "report/unweighted.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

/* Ranks of the metric's figures; NaN where undefined. Free the result; NULL where computing failed. */
static double *ranks_of(struct eco_analysis *analysis, const struct eco_metric *metric, int n)
{
    const struct eco_figure *figures = eco_analysis_figures(analysis, metric);
    if (!figures)
        return NULL;
    double *values = eco_alloc((size_t)n, sizeof *values), *ranks = eco_alloc((size_t)n, sizeof *ranks);
    for (int i = 0; i < n; i++)
        values[i] = figures[i].undefined ? NAN : figures[i].value;
    eco_rank(values, n, ranks);
    free(values);
    return ranks;
}

static bool compare(struct eco_study *study, struct eco_analysis *equal, const struct eco_metric *metric, struct eco_doc *doc,
                    double *widest, const char **ret_notes)
{
    const struct eco_view *view = eco_analysis_view(study->analysis);
    double *with = ranks_of(study->analysis, metric, view->n), *without = ranks_of(equal, metric, view->n);
    bool any = false;
    for (int i = 0; with && without && i < view->n; i++) {
        double *far = &widest[view->entity_of_node[i]];
        if (!(fabs(with[i] - without[i]) > fmax(view->n / 10.0, *far)))
            continue;
        const char **note = &ret_notes[view->entity_of_node[i]];
        *note = eco_arena_format(&doc->arena, "%s %g → %g", metric->title, with[i], without[i]);
        *far = fabs(with[i] - without[i]);
        any = true;
    }
    free(with);
    free(without);
    return any;
}

bool eco_unweighted_compare(struct eco_study *study, const struct eco_metric *const *metrics, int count, struct eco_doc *doc,
                            const char **ret_notes)
{
    if (eco_analysis_view(study->analysis)->n > ECO_UNWEIGHTED_NODES_MAX || study->request.state.weight_power == 0)
        return false;
    struct eco_state_options options = study->request.state;
    options.weight_power = 0;
    struct eco_state state;
    eco_state_init(&state, study->eco, &options);
    struct eco_analysis *equal = eco_analysis_create(study->eco, &state, &study->analysis->options);
    double *widest = eco_alloc(study->eco->entities_count, sizeof *widest); /* the difference told so far */
    bool any = false;
    for (int k = 0; k < count; k++)
        any |= compare(study, equal, metrics[k], doc, widest, ret_notes);
    free(widest);
    eco_analysis_destroy(equal);
    eco_state_finish(&state);
    return any;
}
