#include "metric/flow.h"

#include <stdlib.h>

/* The ties behind a dependence of i on j: at most one each way. */
struct behind {
    int tie[2];
};

static struct behind ties_behind(const struct eco_view *view, enum eco_side side, int i, int j)
{
    struct behind behind = {{-1, -1}};
    if (side != ECO_SIDE_OUTLETS)
        behind.tie[0] = eco_view_find_tie(view, j, i);
    if (side != ECO_SIDE_INPUTS)
        behind.tie[1] = eco_view_find_tie(view, i, j);
    return behind;
}

static int add_parts(struct eco_flow *flow, const struct eco_view *view, struct behind behind, int used)
{
    int first = used;
    for (int side = 0; side < 2; side++) {
        int t = behind.tie[side];
        for (int k = t < 0 ? 0 : view->part_start[t]; t >= 0 && k < view->part_start[t + 1]; k++) {
            int p = first;
            while (p < used && flow->part_resource[p] != view->part_resource[k])
                p++;
            if (p == used) {
                flow->part_resource[used] = view->part_resource[k];
                flow->part_weight[used++] = 0;
            }
            flow->part_weight[p] += view->part_weight[k];
        }
    }
    return used;
}

static void take_apart(struct eco_flow *flow, const struct eco_view *view, enum eco_side side)
{
    size_t parts = (size_t)view->part_start[view->m] * (side == ECO_SIDE_BOTH ? 2 : 1);
    flow->part_start = eco_alloc((size_t)flow->m + 1, sizeof *flow->part_start);
    flow->part_resource = eco_alloc(parts, sizeof *flow->part_resource);
    flow->part_weight = eco_alloc(parts, sizeof *flow->part_weight);
    int used = 0;
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
            used = add_parts(flow, view, ties_behind(view, side, i, flow->on[d]), used);
            flow->part_start[d + 1] = used;
        }
}

struct provision {
    int resource, group;
    double weight;
};

static int by_resource_and_group(const void *a, const void *b)
{
    const struct provision *x = a, *y = b;
    if (x->resource != y->resource)
        return x->resource < y->resource ? -1 : 1;
    return (x->group > y->group) - (x->group < y->group);
}

/* Merges the parts by resource and provider. The parts of one provider are added in the order of their receivers. */
static void sum_supply(struct eco_flow *flow, struct provision *all, int count)
{
    flow->supply_start = eco_alloc((size_t)flow->resources + 1, sizeof *flow->supply_start);
    flow->supply_group = eco_alloc((size_t)count, sizeof *flow->supply_group);
    flow->supply = eco_alloc((size_t)count, sizeof *flow->supply);
    flow->before = eco_alloc((size_t)count, sizeof *flow->before);
    flow->after = eco_alloc((size_t)count, sizeof *flow->after);
    int used = 0;
    for (int r = 0, p = 0; r < flow->resources; r++) {
        int first = used;
        for (; p < count && all[p].resource == r; p++) {
            if (used == first || flow->supply_group[used - 1] != all[p].group)
                flow->supply_group[used++] = all[p].group;
            flow->supply[used - 1] += all[p].weight;
        }
        flow->supply_start[r + 1] = used;
        for (int k = first + 1; k < used; k++)
            flow->before[k] = flow->before[k - 1] + flow->supply[k - 1];
        for (int k = used - 2; k >= first; k--)
            flow->after[k] = flow->after[k + 1] + flow->supply[k + 1];
    }
}

static void find_supply(struct eco_flow *flow)
{
    int count = flow->part_start[flow->m];
    struct provision *all = eco_alloc((size_t)count, sizeof *all);
    for (int d = 0; d < flow->m; d++)
        for (int p = flow->part_start[d]; p < flow->part_start[d + 1]; p++)
            all[p] = (struct provision){flow->part_resource[p], flow->on[d], flow->part_weight[p]};
    qsort(all, (size_t)count, sizeof *all, by_resource_and_group);
    sum_supply(flow, all, count);
    free(all);
}

struct eco_flow *eco_flow_create(const struct eco_view *view, enum eco_side side)
{
    const struct eco_adjacency *list =
        side == ECO_SIDE_INPUTS ? &view->in : side == ECO_SIDE_OUTLETS ? &view->out : &view->both;
    struct eco_flow *flow = eco_alloc(1, sizeof *flow);
    flow->n = view->n;
    flow->m = list->start[view->n];
    flow->resources = (int)view->eco->resources.count;
    flow->start = eco_alloc((size_t)flow->n + 1, sizeof *flow->start);
    flow->on = eco_alloc((size_t)flow->m, sizeof *flow->on);
    flow->value = eco_alloc((size_t)flow->m, sizeof *flow->value);
    flow->inflow = eco_alloc((size_t)flow->n, sizeof *flow->inflow);
    for (int i = 0; i < flow->n; i++) {
        flow->start[i + 1] = list->start[i + 1];
        for (int d = list->start[i]; d < list->start[i + 1]; d++) {
            flow->on[d] = list->node[d];
            flow->value[d] = list->weight[d];
            flow->inflow[i] += list->weight[d];
        }
    }
    take_apart(flow, view, side);
    find_supply(flow);
    return flow;
}

struct eco_flow *eco_flow_of(struct eco_analysis *analysis)
{
    if (!analysis->flow)
        analysis->flow = eco_flow_create(eco_analysis_groups(analysis), analysis->options.side);
    return analysis->flow;
}

void eco_flow_destroy(struct eco_flow *flow)
{
    if (!flow)
        return;
    free(flow->start);
    free(flow->on);
    free(flow->value);
    free(flow->inflow);
    free(flow->part_start);
    free(flow->part_resource);
    free(flow->part_weight);
    free(flow->supply_start);
    free(flow->supply_group);
    free(flow->supply);
    free(flow->before);
    free(flow->after);
    free(flow);
}

/* The place of a group in a resource's list, or of the first behind it; `*ret_found` says which. */
static int place_in_supply(const struct eco_flow *flow, int resource, int group, bool *ret_found)
{
    int low = flow->supply_start[resource], high = flow->supply_start[resource + 1];
    while (low < high) {
        int middle = (low + high) / 2;
        if (flow->supply_group[middle] < group)
            low = middle + 1;
        else
            high = middle;
    }
    *ret_found = low < flow->supply_start[resource + 1] && flow->supply_group[low] == group;
    return low;
}

double eco_flow_supply(const struct eco_flow *flow, int resource, int group)
{
    bool found;
    int at = place_in_supply(flow, resource, group, &found);
    return found ? flow->supply[at] : 0;
}

double eco_flow_supply_without(const struct eco_flow *flow, int resource, int group)
{
    int first = flow->supply_start[resource], end = flow->supply_start[resource + 1];
    if (first == end)
        return 0;
    bool found;
    int at = place_in_supply(flow, resource, group, &found);
    return found ? flow->before[at] + flow->after[at] : flow->supply[first] + flow->after[first];
}
