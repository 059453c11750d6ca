#include "scenario/ground.h"

#include <math.h>
#include <stdlib.h>

#include "metric/partnership.h"

/* Who of the analysed level is in which group. */
static void list_members(struct eco_ground *ground)
{
    const struct eco_view *level = ground->level, *groups = ground->groups;
    int *group_of = eco_alloc((size_t)level->n, sizeof *group_of);
    ground->member_start = eco_alloc((size_t)groups->n + 1, sizeof *ground->member_start);
    ground->member = eco_alloc((size_t)level->n, sizeof *ground->member);
    for (int i = 0; i < level->n; i++) {
        group_of[i] = level == groups ? i : groups->node_of_entity[level->entity_of_node[i]];
        ground->member_start[group_of[i] + 1]++;
    }
    for (int g = 0; g < groups->n; g++)
        ground->member_start[g + 1] += ground->member_start[g];
    int *next = eco_alloc((size_t)groups->n, sizeof *next);
    for (int i = 0; i < level->n; i++)
        ground->member[ground->member_start[group_of[i]] + next[group_of[i]]++] = i;
    free(next);
    free(group_of);
}

/* What flows between entities, inside groups and in all. */
static void sum_value(struct eco_ground *ground)
{
    const struct eco_view *entities = eco_analysis_entities(ground->analysis), *groups = ground->groups;
    ground->inside = eco_alloc((size_t)groups->n, sizeof *ground->inside);
    for (int t = 0; t < entities->m; t++) {
        int from = groups->node_of_entity[entities->entity_of_node[entities->tie_from[t]]];
        int to = groups->node_of_entity[entities->entity_of_node[entities->tie_to[t]]];
        eco_sum_add(&ground->value, entities->tie_weight[t]);
        if (from == to)
            ground->inside[from] += entities->tie_weight[t];
    }
}

static void find_consumers(struct eco_ground *ground)
{
    ground->consumer = eco_alloc((size_t)ground->groups->n, sizeof *ground->consumer);
    if (ground->focal < 0)
        return;
    const struct eco_partnership *partnership = eco_partnership_of(ground->analysis);
    for (int g = 0; g < ground->groups->n; g++)
        ground->consumer[g] = partnership->consumer[g];
}

struct eco_ground *eco_ground_create(const struct eco_ecosystem *eco, const struct eco_state *state,
                                     const struct eco_analysis_options *options)
{
    struct eco_ground *ground = eco_alloc(1, sizeof *ground);
    ground->eco = eco;
    ground->state = state;
    ground->options = *options;
    ground->analysis = eco_analysis_create(eco, state, options);
    ground->groups = eco_analysis_groups(ground->analysis);
    ground->level = eco_analysis_view(ground->analysis);
    ground->focal = eco_analysis_focal_group(ground->analysis);
    ground->field = eco_field_create(ground->groups, options->side);
    list_members(ground);
    sum_value(ground);
    find_consumers(ground);
    return ground;
}

void eco_ground_destroy(struct eco_ground *ground)
{
    if (!ground)
        return;
    free(ground->member_start);
    free(ground->member);
    free(ground->inside);
    free(ground->consumer);
    eco_field_destroy(ground->field);
    eco_analysis_destroy(ground->analysis);
    free(ground);
}

static void set_all(const int *nodes, int count, bool value, bool *ret_flags)
{
    for (int k = 0; k < count; k++)
        ret_flags[nodes[k]] = value;
}

struct eco_figure eco_ground_value_lost(const struct eco_ground *ground, const int *gone, int count, bool *dead)
{
    const struct eco_adjacency *out = &ground->groups->out, *in = &ground->groups->in;
    double whole = eco_sum_value(&ground->value);
    struct eco_sum lost = {0};
    if (!(whole > 0))
        return ECO_UNDEFINED("there was no value to lose");
    set_all(gone, count, true, dead);
    for (int k = 0; k < count; k++) {
        int g = gone[k];
        eco_sum_add(&lost, ground->inside[g]);
        for (int e = out->start[g]; e < out->start[g + 1]; e++)
            eco_sum_add(&lost, out->weight[e]);
        for (int e = in->start[g]; e < in->start[g + 1]; e++)
            if (!dead[in->node[e]])
                eco_sum_add(&lost, in->weight[e]);
    }
    set_all(gone, count, false, dead);
    return ECO_DEFINED(fmin(1, eco_sum_value(&lost) / whole));
}

int eco_ground_orphans(const struct eco_ground *ground, const int *gone, int count, bool *dead)
{
    const struct eco_field *field = ground->field;
    const struct eco_flow *flow = field->flow;
    int orphans = 0;
    set_all(gone, count, true, dead);
    for (int k = 0; k < count; k++)
        for (int e = field->dependent_start[gone[k]]; e < field->dependent_start[gone[k] + 1]; e++) {
            int i = field->receiver[field->dependent[e]], d = flow->start[i];
            while (d < flow->start[i + 1] && dead[flow->on[d]])
                d++;
            /* Counted with the last of its providers alone, so that it is counted once. */
            orphans += !dead[i] && d == flow->start[i + 1] && flow->on[d - 1] == gone[k];
        }
    set_all(gone, count, false, dead);
    return orphans;
}

static void reach(const struct eco_adjacency *out, int from, bool *ret_seen, int *stack)
{
    int depth = 0;
    ret_seen[stack[depth++] = from] = true;
    while (depth > 0) {
        int i = stack[--depth];
        for (int k = out->start[i]; k < out->start[i + 1]; k++)
            if (!ret_seen[out->node[k]])
                ret_seen[stack[depth++] = out->node[k]] = true;
    }
}

int eco_ground_captives(const struct eco_ground *ground, const int *gone, int count)
{
    size_t n = (size_t)ground->groups->n;
    bool *before = eco_alloc(n, sizeof *before), *after = eco_alloc(n, sizeof *after);
    int *stack = eco_alloc(n, sizeof *stack), captives = 0;
    set_all(gone, count, true, after); /* seen already: nothing passes through them */
    reach(&ground->groups->out, ground->focal, before, stack);
    reach(&ground->groups->out, ground->focal, after, stack);
    for (size_t g = 0; g < n; g++)
        captives += ground->consumer[g] && before[g] && !after[g];
    free(before);
    free(after);
    free(stack);
    return captives;
}

void eco_ground_mark(const struct eco_ground *ground, const int *gone, int count, bool mark, bool *ret_skip)
{
    for (int k = 0; k < count; k++)
        set_all(ground->member + ground->member_start[gone[k]],
                ground->member_start[gone[k] + 1] - ground->member_start[gone[k]], mark, ret_skip);
}

void eco_ground_remove(const struct eco_ground *ground, struct eco_state *state, const int *gone, int count)
{
    bool *dead = eco_alloc((size_t)ground->groups->n, sizeof *dead);
    set_all(gone, count, true, dead);
    for (int e = 0; e < state->entities; e++)
        if (ground->groups->node_of_entity[e] >= 0 && dead[ground->groups->node_of_entity[e]])
            state->present[e] = false;
    eco_state_drop_dangling(state, ground->eco);
    free(dead);
}
