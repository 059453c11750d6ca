#include "scenario/field.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/sum.h"

/* A tie that is replaced but for this is replaced: what rounding leaves of it is no loss that could spread. */
static const double rounding = 1e-12;

struct eco_field *eco_field_of(struct eco_flow *flow, enum eco_side side)
{
    struct eco_field *field = eco_alloc(1, sizeof *field);
    field->side = side;
    field->flow = flow;
    field->receiver = eco_alloc((size_t)flow->m, sizeof *field->receiver);
    field->dependent_start = eco_alloc((size_t)flow->n + 1, sizeof *field->dependent_start);
    field->dependent = eco_alloc((size_t)flow->m, sizeof *field->dependent);
    for (int d = 0; d < flow->m; d++)
        field->dependent_start[flow->on[d] + 1]++;
    for (int j = 0; j < flow->n; j++)
        field->dependent_start[j + 1] += field->dependent_start[j];
    int *next = eco_alloc((size_t)flow->n, sizeof *next);
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
            field->receiver[d] = i;
            field->dependent[field->dependent_start[flow->on[d]] + next[flow->on[d]]++] = d;
        }
    free(next);
    return field;
}

struct eco_field *eco_field_create(const struct eco_view *base, enum eco_side side)
{
    struct eco_field *field = eco_field_of(eco_flow_create(base, side), side);
    field->view = base;
    return field;
}

void eco_field_destroy(struct eco_field *field)
{
    if (!field)
        return;
    eco_flow_destroy(field->flow);
    free(field->receiver);
    free(field->dependent_start);
    free(field->dependent);
    free(field);
}

/* What a dependence still weighs, and what it lost: relation by relation, because the difference of two sums would forget
 * the small ones. */
struct weighed {
    struct eco_sum left, lost;
    bool changed;
};

static void weigh(const struct eco_view *view, const struct eco_state *now, int tie, struct weighed *w)
{
    for (int k = tie < 0 ? 0 : view->relation_start[tie]; tie >= 0 && k < view->relation_start[tie + 1]; k++) {
        int r = view->relation[k];
        eco_sum_add(&w->left, now->weight[r]);
        eco_sum_add(&w->lost, view->state->weight[r] - now->weight[r]);
        w->changed |= view->state->weight[r] != now->weight[r];
    }
}

/* A node is in S0 when no member of it is left. */
static void find_gone(struct eco_hit *hit, const struct eco_field *field, const struct eco_state *now, const bool *failed)
{
    const struct eco_view *view = field->view;
    for (int i = 0; i < view->n; i++)
        hit->gone[i] = true;
    for (size_t e = 0; e < view->eco->entities_count; e++)
        if (view->node_of_entity[e] >= 0 && now->present[e])
            hit->gone[view->node_of_entity[e]] = false;
    for (int i = 0; failed && i < view->n; i++)
        hit->gone[i] |= failed[i];
}

static void allocate(struct eco_hit *hit, const struct eco_flow *flow)
{
    hit->gone = eco_alloc((size_t)flow->n, sizeof *hit->gone);
    hit->now = eco_alloc((size_t)flow->m, sizeof *hit->now);
    hit->lost = eco_alloc((size_t)flow->n, sizeof *hit->lost);
}

void eco_hit_init(struct eco_hit *hit, const struct eco_field *field, const struct eco_state *now, const bool *failed)
{
    const struct eco_flow *flow = field->flow;
    allocate(hit, flow);
    find_gone(hit, field, now, failed);
    for (int d = 0; d < flow->m; d++) {
        int i = field->receiver[d], j = flow->on[d];
        struct weighed w = {{0}, {0}, false};
        if (field->side != ECO_SIDE_OUTLETS)
            weigh(field->view, now, eco_view_find_tie(field->view, j, i), &w);
        if (field->side != ECO_SIDE_INPUTS)
            weigh(field->view, now, eco_view_find_tie(field->view, i, j), &w);
        hit->now[d] = w.changed ? eco_sum_value(&w.left) : flow->value[d];
        if (!hit->gone[j] && eco_sum_value(&w.lost) > 0)
            hit->lost[i] += eco_sum_value(&w.lost) / flow->inflow[i];
    }
}

void eco_hit_init_removal(struct eco_hit *hit, const struct eco_field *field, int node)
{
    allocate(hit, field->flow);
    hit->gone[node] = true;
    memcpy(hit->now, field->flow->value, (size_t)field->flow->m * sizeof *hit->now);
}

void eco_hit_finish(struct eco_hit *hit)
{
    if (!hit)
        return;
    free(hit->gone);
    free(hit->now);
    free(hit->lost);
    *hit = (struct eco_hit){0};
}

double eco_field_replaced(const struct eco_field *field, const bool *dead, double substitution, int d)
{
    const struct eco_flow *flow = field->flow;
    double replaced = 0;
    for (int p = flow->part_start[d]; substitution > 0 && p < flow->part_start[d + 1]; p++) {
        int r = flow->part_resource[p];
        struct eco_sum others = {0};
        for (int k = flow->supply_start[r]; k < flow->supply_start[r + 1]; k++) {
            int provider = flow->supply_group[k];
            if (!dead[provider] && provider != field->receiver[d] && provider != flow->on[d])
                eco_sum_add(&others, flow->supply[k]);
        }
        double offered = eco_sum_value(&others) / eco_flow_supply(flow, r, flow->on[d]);
        replaced += flow->part_weight[p] / flow->value[d] * substitution * fmin(1, offered);
    }
    return replaced > 1 - rounding ? 1 : replaced;
}
