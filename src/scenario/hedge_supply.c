#include <stdlib.h>
#include <string.h>

#include "scenario/hedge_inner.h"

static struct eco_part *find(const struct eco_supplies *s, int receiver, int resource, int provider)
{
    for (int k = 0; k < s->count[receiver]; k++) {
        struct eco_part *part = &s->parts[receiver][k];
        if (part->provider == provider && part->resource == resource)
            return part;
    }
    return NULL;
}

static void insert(struct eco_supplies *s, int receiver, struct eco_part part)
{
    int count = s->count[receiver], at = count;
    s->parts[receiver] = eco_realloc(s->parts[receiver], (size_t)count + 1, sizeof *s->parts[receiver]);
    struct eco_part *parts = s->parts[receiver];
    while (at > 0 && (parts[at - 1].provider > part.provider ||
                      (parts[at - 1].provider == part.provider && parts[at - 1].resource > part.resource)))
        at--;
    memmove(parts + at + 1, parts + at, (size_t)(count - at) * sizeof *parts);
    parts[at] = part;
    s->count[receiver]++;
}

struct eco_supplies *eco_supplies_create(const struct eco_view *groups)
{
    struct eco_supplies *s = eco_alloc(1, sizeof *s);
    s->n = groups->n;
    s->resources = (int)groups->eco->resources.count;
    s->parts = eco_alloc((size_t)s->n, sizeof *s->parts);
    s->count = eco_alloc((size_t)s->n, sizeof *s->count);
    s->gives = eco_alloc((size_t)s->n * (size_t)s->resources, sizeof *s->gives);
    for (int t = 0; t < groups->m; t++)
        for (int p = groups->part_start[t]; p < groups->part_start[t + 1]; p++) {
            int from = groups->tie_from[t], resource = groups->part_resource[p];
            insert(s, groups->tie_to[t], (struct eco_part){from, resource, groups->part_weight[p]});
            s->gives[(size_t)from * (size_t)s->resources + (size_t)resource] = true;
        }
    return s;
}

void eco_supplies_destroy(struct eco_supplies *s)
{
    if (!s)
        return;
    for (int i = 0; i < s->n; i++)
        free(s->parts[i]);
    free(s->parts);
    free(s->count);
    free(s->gives);
    free(s);
}

int eco_supplies_largest(const struct eco_supplies *s, int receiver, int resource, double *ret_weight)
{
    int largest = -1;
    *ret_weight = 0;
    for (int k = 0; k < s->count[receiver]; k++) {
        const struct eco_part *part = &s->parts[receiver][k];
        if (part->resource != resource || part->weight <= *ret_weight)
            continue;
        largest = part->provider;
        *ret_weight = part->weight;
    }
    return largest;
}

void eco_supplies_move(struct eco_supplies *s, int receiver, int resource, int from, int to, double weight)
{
    find(s, receiver, resource, from)->weight -= weight;
    struct eco_part *part = find(s, receiver, resource, to);
    if (part)
        part->weight += weight;
    else
        insert(s, receiver, (struct eco_part){to, resource, weight});
}

/* Whether k could stand in for somebody at the receiver. */
static bool could_provide(const struct eco_supplies *s, int receiver, int k)
{
    for (int p = 0; p < s->count[receiver]; p++)
        if (s->gives[(size_t)k * (size_t)s->resources + (size_t)s->parts[receiver][p].resource])
            return true;
    return false;
}

/* Fills the dependences of one receiver; NULL only counts. Returns how many. */
static int fill_row(const struct eco_supplies *s, int i, bool open, int *ret_on, double *ret_value)
{
    int used = 0, p = 0;
    for (int j = 0; open ? j < s->n : p < s->count[i]; j++) {
        if (!open)
            j = s->parts[i][p].provider;
        double sum = 0;
        bool there = p < s->count[i] && s->parts[i][p].provider == j;
        while (p < s->count[i] && s->parts[i][p].provider == j)
            sum += s->parts[i][p++].weight;
        if (!there && (j == i || !could_provide(s, i, j)))
            continue;
        if (ret_on) {
            ret_on[used] = j;
            ret_value[used] = sum;
        }
        used++;
    }
    return used;
}

struct eco_field *eco_supplies_field(const struct eco_supplies *s, int receiver)
{
    struct eco_flow *flow = eco_alloc(1, sizeof *flow);
    flow->n = s->n;
    flow->start = eco_alloc((size_t)s->n + 1, sizeof *flow->start);
    flow->inflow = eco_alloc((size_t)s->n, sizeof *flow->inflow);
    for (int i = 0; i < s->n; i++)
        flow->start[i + 1] = flow->start[i] + fill_row(s, i, i == receiver, NULL, NULL);
    flow->m = flow->start[s->n];
    flow->on = eco_alloc((size_t)flow->m, sizeof *flow->on);
    flow->value = eco_alloc((size_t)flow->m, sizeof *flow->value);
    for (int i = 0; i < s->n; i++) {
        fill_row(s, i, i == receiver, flow->on + flow->start[i], flow->value + flow->start[i]);
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            flow->inflow[i] += flow->value[d];
    }
    flow->part_start = eco_alloc((size_t)flow->m + 1, sizeof *flow->part_start);
    flow->supply_start = eco_alloc(1, sizeof *flow->supply_start);
    return eco_field_of(flow, ECO_SIDE_INPUTS);
}
