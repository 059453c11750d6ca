/* The structure figures of all single removals: counts by group, and one pass over the ties for the components. */
#include <math.h>
#include <stdlib.h>

#include "metric/rows.h"
#include "scenario/dominators.h"
#include "scenario/sweep_inner.h"

/* value after a removal, from what it takes away */
typedef struct eco_figure after_fn(const struct eco_sweep_plan *plan, const struct eco_tally *gone, const struct eco_cut *cut);

static struct eco_figure entities(const struct eco_sweep_plan *plan, const struct eco_tally *gone, const struct eco_cut *cut)
{
    (void)cut;
    return ECO_DEFINED(plan->whole.nodes - gone->nodes);
}

static struct eco_figure relations(const struct eco_sweep_plan *plan, const struct eco_tally *gone, const struct eco_cut *cut)
{
    (void)cut;
    return ECO_DEFINED(plan->whole.relations - gone->relations);
}

static struct eco_figure density(const struct eco_sweep_plan *plan, const struct eco_tally *gone, const struct eco_cut *cut)
{
    (void)cut;
    double n = plan->whole.nodes - gone->nodes, m = plan->whole.ties - gone->ties;
    return n > 1 ? ECO_DEFINED(m / (n * (n - 1))) : ECO_UNDEFINED("there are fewer than two nodes");
}

static double without(const struct eco_sum *whole, const struct eco_sum *gone)
{
    struct eco_sum left = *whole;
    eco_sum_add(&left, -gone->high);
    eco_sum_add(&left, -gone->low);
    return eco_sum_value(&left);
}

static struct eco_figure value(const struct eco_sweep_plan *plan, const struct eco_tally *gone, const struct eco_cut *cut)
{
    (void)cut;
    return ECO_DEFINED(plan->whole.ties > gone->ties ? without(&plan->whole.weight, &gone->weight) : 0);
}

static struct eco_figure reciprocity(const struct eco_sweep_plan *plan, const struct eco_tally *gone, const struct eco_cut *cut)
{
    (void)cut;
    double left = without(&plan->whole.weight, &gone->weight);
    if (plan->whole.ties == gone->ties || !(left > 0))
        return ECO_UNDEFINED("there is no tie");
    return ECO_DEFINED(fmin(1, fmax(0, without(&plan->whole.mutual, &gone->mutual) / left)));
}

static struct eco_figure largest_component(const struct eco_sweep_plan *plan, const struct eco_tally *gone,
                                           const struct eco_cut *cut)
{
    (void)gone;
    return plan->whole.nodes > 0 ? ECO_DEFINED((double)cut->largest / plan->whole.nodes) : ECO_UNDEFINED("there is nobody");
}

static struct eco_figure fragmentation(const struct eco_sweep_plan *plan, const struct eco_tally *gone,
                                       const struct eco_cut *cut)
{
    (void)gone;
    double n = plan->whole.nodes;
    return n > 1 ? ECO_DEFINED(1 - cut->pairs / (n * (n - 1))) : ECO_UNDEFINED("there are fewer than two nodes");
}

static const struct {
    const struct eco_metric *metric;
    after_fn *after;
} figures[] = {
    {&eco_metric_entities, entities},       {&eco_metric_relations, relations},
    {&eco_metric_value, value},             {&eco_metric_density, density},
    {&eco_metric_reciprocity, reciprocity}, {&eco_metric_largest_component, largest_component},
    {&eco_metric_fragmentation, fragmentation},
};
enum { FIGURES = sizeof figures / sizeof *figures };

bool eco_sweep_has_structure(const struct eco_metric *metric)
{
    for (int k = 0; k < FIGURES; k++)
        if (figures[k].metric == metric)
            return true;
    return false;
}

struct eco_figure eco_sweep_structure_delta(const struct eco_sweep_plan *plan, const struct eco_metric *metric, int group,
                                            const struct eco_cut *cut)
{
    static const struct eco_tally nothing;
    int k = 0;
    while (figures[k].metric != metric)
        k++;
    struct eco_figure before = figures[k].after(plan, &nothing, &plan->now);
    struct eco_figure after = figures[k].after(plan, &plan->tally[group], cut);
    if (before.undefined || after.undefined)
        return ECO_UNDEFINED(before.undefined ? "undefined before" : "undefined after");
    return ECO_DEFINED(after.value - before.value);
}

static void add_tie(struct eco_tally *tally, int relations_count, double weight, double mutual)
{
    tally->ties++;
    tally->relations += relations_count;
    eco_sum_add(&tally->weight, weight);
    eco_sum_add(&tally->mutual, mutual);
}

static void tally_level(struct eco_sweep_plan *plan)
{
    const struct eco_view *level = plan->ground->level;
    const struct eco_ground *ground = plan->ground;
    int *owner = eco_alloc((size_t)level->n, sizeof *owner);
    plan->tally = eco_alloc((size_t)ground->groups->n, sizeof *plan->tally);
    for (int g = 0; g < ground->groups->n; g++)
        for (int k = ground->member_start[g]; k < ground->member_start[g + 1]; k++) {
            owner[ground->member[k]] = g;
            plan->tally[g].nodes++;
        }
    plan->whole.nodes = level->n;
    for (int t = 0; t < level->m; t++) {
        int from = owner[level->tie_from[t]], to = owner[level->tie_to[t]];
        int count = level->relation_start[t + 1] - level->relation_start[t];
        double weight = level->tie_weight[t];
        double mutual = fmin(weight, eco_view_weight(level, level->tie_to[t], level->tie_from[t]));
        add_tie(&plan->whole, count, weight, mutual);
        add_tie(&plan->tally[from], count, weight, mutual);
        if (to != from)
            add_tie(&plan->tally[to], count, weight, mutual);
    }
    free(owner);
}

void eco_sweep_prepare(struct eco_sweep_plan *plan)
{
    const struct eco_ground *ground = plan->ground;
    const struct eco_view *groups = ground->groups, *level = ground->level;
    tally_level(plan);
    plan->group_cuts = eco_alloc((size_t)groups->n, sizeof *plan->group_cuts);
    plan->level_cuts = eco_alloc((size_t)level->n, sizeof *plan->level_cuts);
    eco_structure_singles(&groups->both, groups->n, NULL, plan->group_cuts);
    plan->now = eco_structure_singles(&level->both, level->n, NULL, plan->level_cuts);
    if (ground->focal < 0)
        return;
    plan->captives = eco_alloc((size_t)groups->n, sizeof *plan->captives);
    eco_dominators_count(groups, ground->focal, ground->consumer, plan->captives);
}

struct eco_cut eco_sweep_cut(const struct eco_sweep_plan *plan, int group, bool *skip, int *scratch)
{
    const struct eco_ground *ground = plan->ground;
    int first = ground->member_start[group];
    if (ground->member_start[group + 1] - first == 1)
        return plan->level_cuts[ground->member[first]];
    eco_ground_mark(ground, &group, 1, true, skip);
    struct eco_cut cut = eco_structure_masked(&ground->level->both, ground->level->n, skip, scratch);
    eco_ground_mark(ground, &group, 1, false, skip);
    return cut;
}
