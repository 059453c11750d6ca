#include "scenario/whatif.h"

#include <stdlib.h>

#include "base/str.h"
#include "base/sum.h"
#include "scenario/compare.h"
#include "scenario/label.h"

/* What one run carries from step to step. */
struct run {
    struct eco_whatif *whatif;
    const struct eco_scenario *scenario;
    const struct eco_analysis_options *options;
    struct eco_state loaded, now;
    double value;   /* as loaded */
    bool *provided; /* per resource, as loaded */
    bool *failed; /* per entity: the node of this entity fell in an earlier cascade */
    struct eco_problems *problems;
};

const struct eco_cascade *eco_outcome_cascade(const struct eco_outcome *outcome)
{
    for (int k = 0; k < outcome->cascades_count; k++)
        if (outcome->cascades_count == 1 || outcome->cascades[k]->kind == ECO_CASCADE_THRESHOLD)
            return outcome->cascades[k];
    return NULL;
}

static void find_removed(struct eco_outcome *outcome, const struct eco_state *before, const struct eco_state *now)
{
    outcome->removed = eco_alloc((size_t)now->entities, sizeof *outcome->removed);
    for (int e = 0; e < now->entities; e++)
        if (before->present[e] && !now->present[e])
            outcome->removed[outcome->removed_count++] = e;
}

/* Who had providers before the step and has none after it, among the nodes that are still there. */
static void find_orphans(struct eco_outcome *outcome, const struct eco_state *before, const struct eco_state *now)
{
    const struct eco_flow *flow = outcome->field->flow;
    struct eco_hit earlier;
    eco_hit_init(&earlier, outcome->field, before, NULL);
    outcome->orphan = eco_alloc((size_t)flow->n, sizeof *outcome->orphan);
    bool *there = eco_alloc((size_t)flow->n, sizeof *there);
    for (int e = 0; e < now->entities; e++)
        if (now->present[e] && outcome->view->node_of_entity[e] >= 0)
            there[outcome->view->node_of_entity[e]] = true;
    for (int i = 0; i < flow->n; i++) {
        bool had = false, has = false;
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
            had |= earlier.now[d] > 0;
            has |= outcome->hit.now[d] > 0;
        }
        outcome->orphan[i] = there[i] && had && !has;
    }
    free(there);
    eco_hit_finish(&earlier);
}

/* Marks what cooperative relations between different entities carry in a state. */
static void mark_provided(bool *provided, const struct eco_ecosystem *eco, const struct eco_state *state)
{
    for (int i = 0; i < state->relations; i++) {
        const struct eco_relation *r = &eco->relations[i];
        if (!(state->weight[i] > 0) || r->from == r->to || eco_relation_kind(eco, r)->relation_class != ECO_COOPERATIVE)
            continue;
        for (int k = 0; k < r->resources_count; k++)
            provided[r->resources[k]] = true;
    }
}

/* Against the ecosystem as loaded, as all that before and after compare: what a step brought is no loss. */
static void find_lost_resources(const struct run *run, struct eco_outcome *outcome)
{
    const struct eco_ecosystem *eco = run->whatif->eco;
    bool *still = eco_alloc(eco->resources.count, sizeof *still);
    outcome->resource_lost = eco_alloc(eco->resources.count, sizeof *outcome->resource_lost);
    mark_provided(still, eco, &outcome->after);
    for (size_t r = 0; r < eco->resources.count; r++)
        outcome->resource_lost[r] = run->provided[r] && !still[r];
    free(still);
}

static void run_cascades(struct eco_outcome *outcome, const struct eco_cascade_options *options)
{
    for (int k = 0; eco_cascade_models[k]; k++)
        if (options->kind == ECO_CASCADE_ALL || options->kind == eco_cascade_models[k]->kind)
            outcome->cascades[outcome->cascades_count++] =
                eco_cascade_run(outcome->field, &outcome->hit, eco_cascade_models[k]->kind, options);
}

/* Takes away the nodes that failed; they stay away in the steps that follow. */
static void remove_failed(struct run *run, const struct eco_outcome *outcome)
{
    const struct eco_cascade *cascade = eco_outcome_cascade(outcome);
    if (!cascade || cascade->kind != ECO_CASCADE_THRESHOLD)
        return;
    for (int e = 0; e < run->now.entities; e++) {
        int node = outcome->view->node_of_entity[e];
        if (node >= 0 && cascade->round[node] > 0)
            run->now.present[e] = false;
    }
    for (int i = 0; i < outcome->view->n; i++)
        if (cascade->round[i] > 0)
            run->failed[outcome->view->entity_of_node[i]] = true;
    eco_state_drop_dangling(&run->now, run->whatif->eco);
}

static void make_field(struct run *run, struct eco_outcome *outcome)
{
    eco_state_copy(&outcome->loaded, &run->loaded);
    outcome->view = eco_view_create(run->whatif->eco, &outcome->loaded,
                                    run->scenario->entity_level ? ECO_LEVEL_ENTITY : ECO_LEVEL_GROUP);
    outcome->field = eco_field_create(outcome->view, run->options->side);
    bool *failed = eco_alloc((size_t)outcome->view->n, sizeof *failed);
    for (int i = 0; i < outcome->view->n; i++)
        failed[i] = run->failed[outcome->view->entity_of_node[i]];
    eco_hit_init(&outcome->hit, outcome->field, &run->now, failed);
    free(failed);
}

/* The sum of all flows between entities, inside groups too, whatever the level of the figures. */
static double value_of(const struct eco_ecosystem *eco, const struct eco_state *state)
{
    struct eco_sum sum = {0};
    for (int i = 0; i < state->relations; i++) {
        const struct eco_relation *r = &eco->relations[i];
        if (r->from != r->to && eco_relation_kind(eco, r)->relation_class == ECO_COOPERATIVE)
            eco_sum_add(&sum, state->weight[i]);
    }
    return eco_sum_value(&sum);
}

static void weigh_loss(struct run *run, struct eco_outcome *outcome)
{
    const struct eco_cascade *cascade = eco_outcome_cascade(outcome);
    double after = value_of(run->whatif->eco, &outcome->after);
    outcome->value_lost = run->value > 0 ? ECO_DEFINED(1 - after / run->value) : ECO_UNDEFINED("there was no value to lose");
    outcome->damage = cascade ? cascade->damage : ECO_UNDEFINED("no cascade was asked for");
}

static int run_step(struct run *run, const struct eco_step *step, struct eco_outcome *outcome)
{
    const struct eco_ecosystem *eco = run->whatif->eco;
    struct eco_state earlier;
    eco_state_copy(&earlier, &run->now);
    int code = eco_step_apply(step, eco, &run->loaded, &run->now, run->problems);
    if (code == ECO_OK) {
        outcome->label = eco_step_label(step, eco);
        find_removed(outcome, &earlier, &run->now);
        make_field(run, outcome);
        find_orphans(outcome, &earlier, &run->now);
        run_cascades(outcome, &run->scenario->cascade);
        remove_failed(run, outcome);
        eco_state_copy(&outcome->after, &run->now);
        find_lost_resources(run, outcome);
        int nodes = eco_comparison_nodes(eco, &run->loaded, run->options->level);
        code = eco_comparison_make(&outcome->figures, eco, &outcome->after, run->options, nodes, run->problems);
    }
    eco_state_finish(&earlier);
    if (code == ECO_OK)
        weigh_loss(run, outcome);
    return code;
}

int eco_whatif_run(const struct eco_ecosystem *eco, const struct eco_state *loaded, const struct eco_analysis_options *options,
                   const struct eco_scenario *scenario, struct eco_whatif **ret_whatif, struct eco_problems *problems)
{
    struct eco_whatif *whatif = eco_alloc(1, sizeof *whatif);
    whatif->eco = eco;
    whatif->outcomes = eco_alloc(scenario->steps_count, sizeof *whatif->outcomes);
    struct run run = {.whatif = whatif, .scenario = scenario, .options = options, .problems = problems};
    eco_state_copy(&run.loaded, loaded);
    eco_state_copy(&run.now, loaded);
    run.value = value_of(eco, loaded);
    run.provided = eco_alloc(eco->resources.count, sizeof *run.provided);
    mark_provided(run.provided, eco, loaded);
    run.failed = eco_alloc(eco->entities_count, sizeof *run.failed);
    int nodes = eco_comparison_nodes(eco, loaded, options->level);
    int code = eco_comparison_make(&whatif->before, eco, loaded, options, nodes, problems);
    for (size_t s = 0; s < scenario->steps_count && code == ECO_OK; s++)
        code = run_step(&run, &scenario->steps[s], &whatif->outcomes[whatif->outcomes_count++]);
    eco_state_finish(&run.loaded);
    eco_state_finish(&run.now);
    free(run.failed);
    free(run.provided);
    if (code == ECO_OK)
        *ret_whatif = whatif;
    else
        eco_whatif_destroy(whatif);
    return code;
}

static void finish_outcome(struct eco_outcome *outcome)
{
    free(outcome->label);
    free(outcome->removed);
    free(outcome->orphan);
    free(outcome->resource_lost);
    for (int k = 0; k < outcome->cascades_count; k++)
        eco_cascade_destroy(outcome->cascades[k]);
    eco_hit_finish(&outcome->hit);
    eco_field_destroy(outcome->field);
    eco_view_destroy(outcome->view);
    eco_state_finish(&outcome->loaded);
    eco_state_finish(&outcome->after);
    eco_comparison_finish(&outcome->figures);
}

void eco_whatif_destroy(struct eco_whatif *whatif)
{
    if (!whatif)
        return;
    for (size_t s = 0; s < whatif->outcomes_count; s++)
        finish_outcome(&whatif->outcomes[s]);
    free(whatif->outcomes);
    eco_comparison_finish(&whatif->before);
    free(whatif);
}
