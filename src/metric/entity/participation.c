#include <stdlib.h>

#include "metric/analysis.h"

/* Adds the relations behind a tie to the sums by kind. */
static void add_tie(const struct eco_view *view, int tie, double *by_kind)
{
    for (int k = view->relation_start[tie]; k < view->relation_start[tie + 1]; k++) {
        int relation = view->relation[k];
        by_kind[view->eco->relations[relation].kind] += view->state->weight[relation];
    }
}

static void add_node(const struct eco_view *view, int i, double *by_kind)
{
    for (int k = view->out.start[i]; k < view->out.start[i + 1]; k++)
        add_tie(view, view->out.tie[k], by_kind);
    for (int k = view->in.start[i]; k < view->in.start[i + 1]; k++)
        add_tie(view, view->in.tie[k], by_kind);
}

static int count_kinds(const struct eco_view *view, double *by_kind, int kinds)
{
    int count = 0;
    for (int t = 0; t < view->m; t++)
        add_tie(view, t, by_kind);
    for (int k = 0; k < kinds; k++) {
        count += by_kind[k] > 0;
        by_kind[k] = 0;
    }
    return count;
}

/* 1 - the sum of squared shares; clears the sums. */
static double spread(double *by_kind, int kinds)
{
    double strength = 0, squares = 0;
    for (int k = 0; k < kinds; k++)
        strength += by_kind[k];
    for (int k = 0; k < kinds; k++) {
        squares += by_kind[k] / strength * (by_kind[k] / strength);
        by_kind[k] = 0;
    }
    return 1 - squares;
}

static int participation(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    int kinds = (int)view->eco->relation_kinds.count;
    double *by_kind = eco_alloc((size_t)kinds, sizeof *by_kind);
    double used = count_kinds(view, by_kind, kinds);
    for (int i = 0; i < view->n; i++) {
        bool tied = view->both.start[i] < view->both.start[i + 1];
        if (!tied || used < 2) {
            ret_figures[i] = ECO_UNDEFINED(tied ? "there is only one kind of tie" : "it has no tie");
            continue;
        }
        add_node(view, i, by_kind);
        ret_figures[i] = ECO_DEFINED(used / (used - 1) * spread(by_kind, kinds));
    }
    free(by_kind);
    return ECO_OK;
}

const struct eco_metric eco_metric_participation = {
    .id = "participation", .title = "Variety of ties",
    .meaning = "how evenly its ties spread over the kinds of cooperation: 0 = one kind only, 1 = all alike",
    .formula = "K/(K-1) * (1 - sum_k (s_ik/s_i)^2), s_ik = weight of its relations of kind k, K = kinds with a tie in "
               "the view",
    .source = "after Battiston et al. 2014",
    .undefined_when = "there is only one kind of tie in the view, or the node has no tie",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_ISOLATE, .compute = participation,
};
