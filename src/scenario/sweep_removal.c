/* The figures of one removal, in a worker: eight groups to an item, because inoperability takes eight at once. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/sweep_inner.h"

struct worker {
    struct eco_sweep_plan *plan;
    struct eco_removals *removals;
    int *gone;     /* the removed group, then those that fall with it */
    int gone_count;
    bool *dead;    /* per group; clean */
    bool *skip;    /* per node of the level; clean */
    int *scratch;
};

void *eco_sweep_worker_begin(void *context)
{
    struct eco_sweep_plan *plan = context;
    const struct eco_ground *ground = plan->ground;
    struct worker *worker = eco_alloc(1, sizeof *worker);
    worker->plan = plan;
    worker->removals = eco_removals_create(ground->field);
    worker->gone = eco_alloc((size_t)ground->groups->n, sizeof *worker->gone);
    worker->dead = eco_alloc((size_t)ground->groups->n, sizeof *worker->dead);
    worker->skip = eco_alloc((size_t)ground->level->n, sizeof *worker->skip);
    worker->scratch = eco_alloc(2 * (size_t)ground->level->n, sizeof *worker->scratch);
    return worker;
}

void eco_sweep_worker_end(void *own)
{
    struct worker *worker = own;
    eco_removals_destroy(worker->removals);
    free(worker->gone);
    free(worker->dead);
    free(worker->skip);
    free(worker->scratch);
    free(worker);
}

/* Somebody falls when the group leaves if and only if theta is at most this. */
static void measure_margins(const struct worker *worker, int group, struct eco_figure *own)
{
    const struct eco_field *field = worker->plan->ground->field;
    const struct eco_cascade_options *cascade = &worker->plan->options->cascade;
    struct eco_removals *removals = worker->removals;
    double most = 0;
    if (cascade->substitution > 0)
        eco_offers_kill(removals->offers, group);
    for (int e = field->dependent_start[group]; e < field->dependent_start[group + 1]; e++) {
        int d = field->dependent[e];
        double unreplaced = eco_offers_unreplaced(removals->offers, cascade->substitution, d, field->receiver[d]);
        most = fmax(most, removals->share[d] * unreplaced);
    }
    if (cascade->substitution > 0)
        eco_offers_revive(removals->offers, group);
    bool nobody = field->dependent_start[group] == field->dependent_start[group + 1];
    static const char no_one[] = "nobody depends on it";
    own[ECO_REMOVAL_MARGIN_THETA] = nobody ? ECO_UNDEFINED(no_one) : ECO_DEFINED(most);
    own[ECO_REMOVAL_MARGIN_SHARE] = nobody     ? ECO_UNDEFINED(no_one)
                                    : most > 0 ? ECO_DEFINED(cascade->threshold / most)
                                               : ECO_UNDEFINED("others replace all that it gives");
}

/* The threshold cascade always runs: its size is told whatever the option. Its falls count where it is the one chosen. */
static void run_threshold(struct worker *worker, int group, struct eco_figure *own)
{
    const struct eco_sweep_options *options = worker->plan->options;
    worker->gone[0] = group;
    struct eco_figure damage;
    int failed = eco_removals_threshold(worker->removals, &group, 1, &options->cascade, worker->gone + 1, &damage);
    bool acts = options->cascade.kind == ECO_CASCADE_THRESHOLD || options->cascade.kind == ECO_CASCADE_ALL;
    worker->gone_count = 1 + (acts ? failed : 0);
    own[ECO_REMOVAL_CASCADE_SIZE] = ECO_DEFINED(failed);
    own[ECO_REMOVAL_DAMAGE_THRESHOLD] = worker->plan->threshold ? damage : ECO_UNDEFINED(eco_not_computed);
}

/* The metrics themselves on what is left after the cascade. */
static int compare_metrics(struct worker *worker, struct eco_figure *ret_deltas, struct eco_problems *problems)
{
    const struct eco_sweep_plan *plan = worker->plan;
    const struct eco_ground *ground = plan->ground;
    const struct eco_comparison *before = &plan->sweep->before;
    struct eco_comparison after = {0, eco_alloc((size_t)before->count, sizeof *after.ids),
                                   eco_alloc((size_t)before->count, sizeof *after.rows),
                                   eco_alloc((size_t)before->count, sizeof *after.figures)};
    for (int k = 0; k < before->count; k++)
        if (plan->asked[k]) {
            after.ids[after.count] = before->ids[k];
            after.rows[after.count++] = before->rows[k];
        }
    struct eco_state now;
    eco_state_copy(&now, ground->state);
    eco_ground_remove(ground, &now, worker->gone, worker->gone_count);
    int code = eco_comparison_fill(&after, ground->eco, &now, &ground->options, plan->nodes, problems);
    for (int k = 0, a = 0; k < before->count && code == ECO_OK; k++) {
        if (!plan->asked[k])
            continue;
        struct eco_figure x = before->figures[k], y = after.figures[a++];
        ret_deltas[k] = x.undefined   ? ECO_UNDEFINED("undefined before")
                        : y.undefined ? ECO_UNDEFINED("undefined after")
                                      : ECO_DEFINED(y.value - x.value);
    }
    eco_state_finish(&now);
    eco_comparison_finish(&after);
    return code;
}

static int measure_deltas(struct worker *worker, int group, struct eco_figure *ret_deltas, struct eco_problems *problems)
{
    const struct eco_sweep_plan *plan = worker->plan;
    const struct eco_comparison *before = &plan->sweep->before;
    int code = plan->compared ? compare_metrics(worker, ret_deltas, problems) : ECO_OK;
    if (plan->sweep->full || code != ECO_OK)
        return code;
    struct eco_cut cut = eco_sweep_cut(plan, group, worker->skip, worker->scratch);
    for (int k = 0; k < before->count; k++)
        if (!plan->asked[k])
            ret_deltas[k] = eco_sweep_structure_delta(plan, before->rows[k], group, &cut);
    return code;
}

static int measure_removal(struct worker *worker, int group, struct eco_figure *own, struct eco_figure *deltas,
                           struct eco_problems *problems)
{
    const struct eco_sweep_plan *plan = worker->plan;
    const struct eco_cascade_options *cascade = &plan->options->cascade;
    run_threshold(worker, group, own);
    own[ECO_REMOVAL_DAMAGE_DEBTRANK] = plan->debtrank ? eco_removals_debtrank(worker->removals, &group, 1, cascade)
                                                      : ECO_UNDEFINED(eco_not_computed);
    own[ECO_REMOVAL_VALUE_LOST] = eco_ground_value_lost(plan->ground, worker->gone, worker->gone_count, worker->dead);
    own[ECO_REMOVAL_ORPHANS] = ECO_DEFINED(eco_ground_orphans(plan->ground, &group, 1, worker->dead));
    own[ECO_REMOVAL_ARTICULATION] = ECO_DEFINED(plan->group_cuts[group].splits);
    own[ECO_REMOVAL_CAPTIVE_CONSUMERS] = plan->captives ? ECO_DEFINED(plan->captives[group]) : ECO_UNDEFINED(eco_no_focal);
    measure_margins(worker, group, own);
    return measure_deltas(worker, group, deltas, problems);
}

/* The models of the ranks, whatever the options. */
static void measure_for_ranks(struct worker *worker, const struct eco_lane *lanes, int count, struct eco_figure *results)
{
    static const struct eco_cascade_options plain = {ECO_CASCADE_ALL, 0.5, 0.85, 0};
    int width = eco_sweep_result_figures(worker->plan);
    struct eco_figure damage[ECO_LANES];
    eco_removals_inoperability(worker->removals, lanes, count, &plain, damage);
    for (int l = 0; l < count; l++) {
        struct eco_figure *figures = results + (size_t)l * (size_t)width;
        eco_removals_threshold(worker->removals, lanes[l].gone, 1, &plain, NULL, &figures[0]);
        figures[1] = damage[l];
    }
}

int eco_sweep_block(void *context, void *own, int block, void *ret_results, struct eco_problems *problems)
{
    const struct eco_sweep_plan *plan = context;
    struct worker *worker = own;
    struct eco_figure *results = ret_results, damage[ECO_LANES];
    int first = block * ECO_LANES, width = eco_sweep_result_figures(plan);
    int count = plan->count - first < ECO_LANES ? plan->count - first : ECO_LANES;
    struct eco_lane lanes[ECO_LANES] = {0};
    for (int l = 0; l < count; l++)
        lanes[l] = (struct eco_lane){&plan->group[first + l], 1};
    if (plan->ranks)
        measure_for_ranks(worker, lanes, count, results);
    if (plan->inoperability)
        eco_removals_inoperability(worker->removals, lanes, count, &plan->options->cascade, damage);
    int code = ECO_OK;
    for (int l = 0; l < count && code == ECO_OK; l++) {
        struct eco_figure *figures = results + (size_t)l * (size_t)width + 2;
        if (plan->removal_of[plan->group[first + l]] < 0)
            continue;
        code = measure_removal(worker, plan->group[first + l], figures, figures + ECO_REMOVAL_FIGURES, problems);
        figures[ECO_REMOVAL_DAMAGE_INOPERABILITY] = plan->inoperability ? damage[l] : ECO_UNDEFINED(eco_not_computed);
    }
    return code;
}
