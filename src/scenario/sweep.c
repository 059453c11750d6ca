#include "scenario/sweep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "scenario/sweep_inner.h"

static bool asks(const struct eco_sweep_options *options, const char *name)
{
    for (int k = 0; k < options->asked.count; k++) {
        struct eco_sweep_figure figure;
        const char *nearest;
        if (eco_sweep_figure_find(options->asked.items[k], options->cascade.kind, &figure, &nearest) &&
            strcmp(figure.id, name) == 0)
            return true;
    }
    return false;
}

static bool asks_own(const struct eco_sweep_options *options, enum eco_removal_figure figure)
{
    return asks(options, eco_removal_rows[figure].key);
}

static bool chosen(const struct eco_sweep_options *options, enum eco_cascade_kind kind)
{
    return options->cascade.kind == kind || options->cascade.kind == ECO_CASCADE_ALL;
}

/* Which figures are computed: all of few groups; of many, those of the chosen cascade and those asked for. */
static void choose_figures(struct eco_sweep_plan *plan)
{
    const struct eco_sweep_options *options = plan->options;
    bool full = plan->sweep->full = plan->ground->groups->n <= ECO_SWEEP_FULL;
    plan->threshold = full || chosen(options, ECO_CASCADE_THRESHOLD) || asks_own(options, ECO_REMOVAL_DAMAGE_THRESHOLD);
    plan->inoperability = full || chosen(options, ECO_CASCADE_INOPERABILITY) || asks_own(options, ECO_REMOVAL_DAMAGE_INOPERABILITY);
    plan->debtrank = full || chosen(options, ECO_CASCADE_DEBTRANK) || asks_own(options, ECO_REMOVAL_DAMAGE_DEBTRANK);
    plan->ranks = full || asks_own(options, ECO_REMOVAL_SYSTEMIC_RANK) || asks_own(options, ECO_REMOVAL_KEYSTONE_GAP);
    struct eco_comparison *before = &plan->sweep->before;
    eco_sweep_list(before);
    int used = 0;
    for (int k = 0; k < before->count; k++) {
        bool asked = full || asks(options, before->ids[k]);
        if (!asked && !eco_sweep_has_structure(before->rows[k]))
            continue;
        plan->compared |= asked;
        plan->asked[used] = asked;
        before->ids[used] = before->ids[k];
        before->rows[used++] = before->rows[k];
    }
    before->count = used;
}

static bool is_selected(const struct eco_sweep_plan *plan, int group)
{
    return group != plan->ground->focal && (!plan->options->selected || plan->options->selected[group]);
}

/* The removals, and the groups that are removed to rank all of them, selected or not. */
static void list_groups(struct eco_sweep_plan *plan)
{
    struct eco_sweep *sweep = plan->sweep;
    int n = plan->ground->groups->n;
    sweep->group = eco_alloc((size_t)n, sizeof *sweep->group);
    plan->group = eco_alloc((size_t)n, sizeof *plan->group);
    plan->removal_of = eco_alloc((size_t)n, sizeof *plan->removal_of);
    for (int g = 0; g < n; g++) {
        plan->removal_of[g] = is_selected(plan, g) ? sweep->count : -1;
        if (plan->removal_of[g] >= 0)
            sweep->group[sweep->count++] = g;
        if (plan->removal_of[g] >= 0 || (plan->ranks && g != plan->ground->focal))
            plan->group[plan->count++] = g;
    }
    sweep->own = eco_alloc((size_t)sweep->count * ECO_REMOVAL_FIGURES, sizeof *sweep->own);
    sweep->delta = eco_alloc((size_t)sweep->count * (size_t)sweep->before.count, sizeof *sweep->delta);
    plan->systemic = eco_alloc(2 * (size_t)n, sizeof *plan->systemic);
}

/* Puts the workers' results in their places. A removal that leaves nobody who receives anything harms nobody. */
static void collect(struct eco_sweep_plan *plan, const struct eco_figure *results)
{
    struct eco_sweep *sweep = plan->sweep;
    int n = plan->ground->groups->n, width = eco_sweep_result_figures(plan);
    for (int k = 0; k < plan->count; k++) {
        const struct eco_figure *figures = results + (size_t)k * (size_t)width;
        int group = plan->group[k], removal = plan->removal_of[group];
        plan->systemic[group] = figures[0].value;
        plan->systemic[n + group] = figures[1].value;
        if (removal < 0)
            continue;
        memcpy(sweep->own + (size_t)removal * ECO_REMOVAL_FIGURES, figures + 2, ECO_REMOVAL_FIGURES * sizeof *figures);
        if (sweep->before.count > 0)
            memcpy(sweep->delta + (size_t)removal * (size_t)sweep->before.count, figures + 2 + ECO_REMOVAL_FIGURES,
                   (size_t)sweep->before.count * sizeof *figures);
    }
}

static int run_workers(struct eco_sweep_plan *plan, struct eco_problems *problems)
{
    int blocks = (plan->count + ECO_LANES - 1) / ECO_LANES;
    size_t width = (size_t)eco_sweep_result_figures(plan) * ECO_LANES;
    struct eco_figure *results = eco_alloc((size_t)blocks * width, sizeof *results);
    struct eco_work work = {.items = blocks, .threads = plan->options->threads, .result_size = width * sizeof *results,
                            .begin = eco_sweep_worker_begin, .end = eco_sweep_worker_end, .run = eco_sweep_block,
                            .context = plan, .progress = plan->options->progress};
    int code = eco_work_run(&work, results, problems);
    if (code == ECO_OK)
        collect(plan, results);
    free(results);
    return code;
}

/* The figures as loaded, before the workers start: what igraph keeps of a view is then theirs, too. */
static int measure_before(struct eco_sweep_plan *plan, struct eco_problems *problems)
{
    const struct eco_ground *ground = plan->ground;
    plan->nodes = eco_comparison_nodes(ground->eco, ground->state, ground->options.level);
    return eco_comparison_fill(&plan->sweep->before, ground->eco, ground->state, &ground->options, plan->nodes, problems);
}

static void finish_plan(struct eco_sweep_plan *plan)
{
    free(plan->group);
    free(plan->removal_of);
    free(plan->systemic);
    free(plan->captives);
    free(plan->group_cuts);
    free(plan->level_cuts);
    free(plan->tally);
    free(plan->asked);
}

int eco_sweep_run(const struct eco_ground *ground, const struct eco_sweep_options *options, struct eco_sweep **ret_sweep,
                  struct eco_problems *problems)
{
    struct eco_sweep *sweep = eco_alloc(1, sizeof *sweep);
    struct eco_sweep_plan plan = {.ground = ground, .options = options, .sweep = sweep};
    sweep->ground = ground;
    sweep->cascade = options->cascade;
    plan.asked = eco_alloc((size_t)eco_metrics_count + 1, sizeof *plan.asked);
    choose_figures(&plan);
    list_groups(&plan);
    int code = measure_before(&plan, problems);
    if (code == ECO_OK) {
        eco_sweep_prepare(&plan);
        code = run_workers(&plan, problems);
    }
    if (code == ECO_OK)
        code = eco_sweep_rank(&plan, problems);
    finish_plan(&plan);
    if (code == ECO_OK)
        *ret_sweep = sweep;
    else
        eco_sweep_destroy(sweep);
    return code;
}

void eco_sweep_destroy(struct eco_sweep *sweep)
{
    if (!sweep)
        return;
    free(sweep->group);
    free(sweep->own);
    free(sweep->delta);
    eco_comparison_finish(&sweep->before);
    free(sweep);
}
