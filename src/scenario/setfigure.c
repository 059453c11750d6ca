#include "scenario/setfigure.h"

#include <stdlib.h>
#include <string.h>

#include "metric/rows.h"

struct eco_set_worker {
    const struct eco_set_figures *figures;
    struct eco_removals *removals;
    int *gone;
    bool *dead, *skip;
    int *scratch;
};

static const struct eco_metric *row_of(const struct eco_set_figures *figures)
{
    return figures->figure.metric;
}

/* Whether groups that fall with the set are gone, too. */
static bool falls_count(const struct eco_set_figures *figures)
{
    enum eco_cascade_kind kind = figures->cascade.kind;
    return kind == ECO_CASCADE_THRESHOLD || kind == ECO_CASCADE_ALL;
}

static bool is_component_figure(const struct eco_set_figures *figures)
{
    return figures->figure.own < 0 &&
           (row_of(figures) == &eco_metric_largest_component || row_of(figures) == &eco_metric_fragmentation);
}

int eco_set_figures_init(struct eco_set_figures *figures, const struct eco_ground *ground,
                         const struct eco_cascade_options *cascade, const struct eco_sweep_figure *figure,
                         struct eco_problems *problems)
{
    *figures = (struct eco_set_figures){.ground = ground, .cascade = *cascade, .figure = *figure};
    figures->nodes = eco_comparison_nodes(ground->eco, ground->state, ground->options.level);
    if (figure->own >= 0)
        return ECO_OK;
    eco_sweep_list(&figures->before);
    figures->before.ids[0] = figure->id;
    figures->before.rows[0] = figure->metric;
    figures->before.count = 1;
    return eco_comparison_fill(&figures->before, ground->eco, ground->state, &ground->options, figures->nodes, problems);
}

void eco_set_figures_finish(struct eco_set_figures *figures)
{
    eco_comparison_finish(&figures->before);
}

bool eco_set_figures_at_once(const struct eco_set_figures *figures)
{
    return is_component_figure(figures) && (!falls_count(figures) || figures->ground->groups->n > ECO_SWEEP_FULL);
}

static struct eco_figure difference(const struct eco_set_figures *figures, struct eco_figure after)
{
    struct eco_figure before = figures->before.figures[0];
    if (before.undefined || after.undefined)
        return ECO_UNDEFINED(before.undefined ? "undefined before" : "undefined after");
    return ECO_DEFINED(after.value - before.value);
}

static struct eco_figure of_cut(const struct eco_set_figures *figures, const struct eco_cut *cut)
{
    double n = figures->ground->level->n;
    if (row_of(figures) == &eco_metric_largest_component)
        return difference(figures, n > 0 ? ECO_DEFINED(cut->largest / n) : ECO_UNDEFINED("there is nobody"));
    return difference(figures, n > 1 ? ECO_DEFINED(1 - cut->pairs / (n * (n - 1)))
                                     : ECO_UNDEFINED("there are fewer than two nodes"));
}

void eco_set_figures_of_all(const struct eco_set_figures *figures, const int *set, int count, struct eco_figure *ret_figures)
{
    const struct eco_ground *ground = figures->ground;
    size_t nodes = (size_t)ground->level->n;
    struct eco_cut *cuts = eco_alloc(nodes, sizeof *cuts);
    bool *skip = eco_alloc(nodes, sizeof *skip);
    int *scratch = eco_alloc(2 * nodes, sizeof *scratch);
    eco_ground_mark(ground, set, count, true, skip);
    eco_structure_singles(&ground->level->both, ground->level->n, skip, cuts);
    for (int g = 0; g < ground->groups->n; g++) {
        int first = ground->member_start[g];
        struct eco_cut cut = cuts[ground->member[first]];
        if (ground->member_start[g + 1] - first > 1 && !skip[ground->member[first]]) {
            eco_ground_mark(ground, &g, 1, true, skip);
            cut = eco_structure_masked(&ground->level->both, ground->level->n, skip, scratch);
            eco_ground_mark(ground, &g, 1, false, skip);
        }
        ret_figures[g] = of_cut(figures, &cut);
    }
    free(cuts);
    free(skip);
    free(scratch);
}

struct eco_set_worker *eco_set_worker_create(const struct eco_set_figures *figures)
{
    const struct eco_ground *ground = figures->ground;
    struct eco_set_worker *worker = eco_alloc(1, sizeof *worker);
    worker->figures = figures;
    worker->removals = eco_removals_create(ground->field);
    worker->gone = eco_alloc((size_t)ground->groups->n, sizeof *worker->gone);
    worker->dead = eco_alloc((size_t)ground->groups->n, sizeof *worker->dead);
    worker->skip = eco_alloc((size_t)ground->level->n, sizeof *worker->skip);
    worker->scratch = eco_alloc(2 * (size_t)ground->level->n, sizeof *worker->scratch);
    return worker;
}

void eco_set_worker_destroy(struct eco_set_worker *worker)
{
    if (!worker)
        return;
    eco_removals_destroy(worker->removals);
    free(worker->gone);
    free(worker->dead);
    free(worker->skip);
    free(worker->scratch);
    free(worker);
}

/* The figure of the whole on what is left. */
static int compare(struct eco_set_worker *worker, int gone, struct eco_figure *ret_figure, struct eco_problems *problems)
{
    const struct eco_set_figures *figures = worker->figures;
    const struct eco_ground *ground = figures->ground;
    if (is_component_figure(figures)) {
        eco_ground_mark(ground, worker->gone, gone, true, worker->skip);
        struct eco_cut cut = eco_structure_masked(&ground->level->both, ground->level->n, worker->skip, worker->scratch);
        eco_ground_mark(ground, worker->gone, gone, false, worker->skip);
        *ret_figure = of_cut(figures, &cut);
        return ECO_OK;
    }
    const char *id = figures->figure.id;
    const struct eco_metric *row = row_of(figures);
    struct eco_figure value;
    struct eco_comparison after = {1, &id, &row, &value};
    struct eco_state now;
    eco_state_copy(&now, ground->state);
    eco_ground_remove(ground, &now, worker->gone, gone);
    int code = eco_comparison_fill(&after, ground->eco, &now, &ground->options, figures->nodes, problems);
    eco_state_finish(&now);
    if (code == ECO_OK)
        *ret_figure = difference(figures, value);
    return code;
}

int eco_set_figure(struct eco_set_worker *worker, const int *set, int count, struct eco_figure *ret_figure,
                   struct eco_problems *problems)
{
    const struct eco_set_figures *figures = worker->figures;
    const struct eco_ground *ground = figures->ground;
    static const enum eco_cascade_kind models[] = {ECO_CASCADE_THRESHOLD, ECO_CASCADE_INOPERABILITY, ECO_CASCADE_DEBTRANK};
    int own = figures->figure.own, failed = 0;
    struct eco_figure damage;
    memcpy(worker->gone, set, (size_t)count * sizeof *set);
    bool needs_falls = own == ECO_REMOVAL_CASCADE_SIZE ||
                       (falls_count(figures) && !eco_set_figures_at_once(figures) && (own == ECO_REMOVAL_VALUE_LOST || own < 0));
    if (needs_falls)
        failed = eco_removals_threshold(worker->removals, set, count, &figures->cascade, worker->gone + count, &damage);
    if (own < 0)
        return compare(worker, count + failed, ret_figure, problems);
    if (own == ECO_REMOVAL_VALUE_LOST)
        *ret_figure = eco_ground_value_lost(ground, worker->gone, count + failed, worker->dead);
    else if (own == ECO_REMOVAL_CASCADE_SIZE)
        *ret_figure = ECO_DEFINED(failed);
    else if (own == ECO_REMOVAL_ORPHANS)
        *ret_figure = ECO_DEFINED(eco_ground_orphans(ground, set, count, worker->dead));
    else if (own == ECO_REMOVAL_CAPTIVE_CONSUMERS)
        *ret_figure = ground->focal >= 0 ? ECO_DEFINED(eco_ground_captives(ground, set, count)) : ECO_UNDEFINED(eco_no_focal);
    else
        *ret_figure = eco_removals_damage(worker->removals, set, count, models[own - ECO_REMOVAL_DAMAGE_THRESHOLD],
                                          &figures->cascade);
    return ECO_OK;
}

double eco_set_badness(const struct eco_set_figures *figures, struct eco_figure value)
{
    return eco_sweep_badness(&figures->figure, value, figures->figure.own < 0 ? figures->before.figures[0].value : 0);
}
