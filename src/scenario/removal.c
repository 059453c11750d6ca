#include "scenario/removal_inner.h"

#include <math.h>
#include <stdlib.h>

const char eco_nobody_receives[] = "nobody who is left received anything";

struct eco_removals *eco_removals_create(const struct eco_field *field)
{
    struct eco_removals *r = eco_alloc(1, sizeof *r);
    const struct eco_flow *flow = field->flow;
    size_t n = (size_t)flow->n;
    r->field = field;
    r->offers = eco_offers_create(flow);
    r->share = eco_alloc((size_t)flow->m, sizeof *r->share);
    r->dead = eco_alloc(n, sizeof *r->dead);
    r->order = eco_alloc(n, sizeof *r->order);
    r->loss = eco_alloc(n, sizeof *r->loss);
    r->touched = eco_alloc(n, sizeof *r->touched);
    r->is_touched = eco_alloc(n, sizeof *r->is_touched);
    r->judged = eco_alloc(n, sizeof *r->judged);
    r->fallen = eco_alloc(n, sizeof *r->fallen);
    r->h = eco_alloc(n, sizeof *r->h);
    r->added = eco_alloc(n, sizeof *r->added);
    r->active = eco_alloc(n, sizeof *r->active);
    r->incoming = eco_alloc(n, sizeof *r->incoming);
    r->spoken = eco_alloc(n, sizeof *r->spoken);
    r->q = eco_alloc(n * ECO_LANES, sizeof *r->q);
    r->weight = eco_alloc((size_t)flow->m, sizeof *r->weight);
    for (int d = 0; d < flow->m; d++)
        r->share[d] = flow->value[d] / flow->inflow[field->receiver[d]];
    for (int i = 0; i < flow->n; i++)
        eco_sum_add(&r->all, flow->inflow[i]);
    return r;
}

void eco_removals_destroy(struct eco_removals *r)
{
    if (!r)
        return;
    eco_offers_destroy(r->offers);
    free(r->share);
    free(r->dead);
    free(r->order);
    free(r->loss);
    free(r->touched);
    free(r->is_touched);
    free(r->judged);
    free(r->fallen);
    free(r->h);
    free(r->added);
    free(r->active);
    free(r->incoming);
    free(r->spoken);
    free(r->q);
    free(r->weight);
    free(r);
}

/* Where next to nothing is left of a large sum it is added up anew. */
static double left_of(struct eco_removals *r, const int *gone, int count)
{
    const double *inflow = r->field->flow->inflow;
    struct eco_sum left = r->all;
    for (int k = 0; k < count; k++)
        eco_sum_add(&left, -inflow[gone[k]]);
    if (eco_sum_value(&left) > 1e-6 * eco_sum_value(&r->all))
        return eco_sum_value(&left);
    bool *is_gone = eco_alloc((size_t)r->field->flow->n, sizeof *is_gone);
    for (int k = 0; k < count; k++)
        is_gone[gone[k]] = true;
    left = (struct eco_sum){0};
    for (int i = 0; i < r->field->flow->n; i++)
        if (!is_gone[i])
            eco_sum_add(&left, inflow[i]);
    free(is_gone);
    return eco_sum_value(&left);
}

struct eco_figure eco_removals_weigh(struct eco_removals *r, const int *gone, int count, double harmed)
{
    double all = left_of(r, gone, count);
    return all > 0 ? ECO_DEFINED(fmin(1, harmed / all)) : ECO_UNDEFINED(eco_nobody_receives);
}

void eco_removals_touch(struct eco_removals *r, int node)
{
    if (r->is_touched[node])
        return;
    r->is_touched[node] = true;
    r->touched[r->touched_count++] = node;
}

void eco_removals_clean(struct eco_removals *r, bool offers)
{
    for (int k = 0; k < r->order_count; k++) {
        r->dead[r->order[k]] = false;
        if (offers)
            eco_offers_revive(r->offers, r->order[k]);
    }
    for (int k = 0; k < r->touched_count; k++) {
        int i = r->touched[k];
        r->is_touched[i] = r->spoken[i] = false;
        r->loss[i] = r->h[i] = r->added[i] = 0;
        r->judged[i] = 0;
    }
    r->order_count = r->touched_count = 0;
}

void eco_removals_die(struct eco_removals *r, int node, bool offers)
{
    r->dead[node] = true;
    r->order[r->order_count++] = node;
    if (offers)
        eco_offers_kill(r->offers, node);
}

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

void eco_removals_sort(int *nodes, int count)
{
    qsort(nodes, (size_t)count, sizeof *nodes, by_number);
}

struct eco_figure eco_removals_damage(struct eco_removals *r, const int *gone, int count, enum eco_cascade_kind kind,
                                      const struct eco_cascade_options *options)
{
    struct eco_figure damage = ECO_UNDEFINED("no cascade was asked for");
    if (kind == ECO_CASCADE_THRESHOLD || kind == ECO_CASCADE_ALL)
        eco_removals_threshold(r, gone, count, options, NULL, &damage);
    else if (kind == ECO_CASCADE_DEBTRANK)
        damage = eco_removals_debtrank(r, gone, count, options);
    else if (kind == ECO_CASCADE_INOPERABILITY)
        eco_removals_inoperability(r, &(struct eco_lane){gone, count}, 1, options, &damage);
    return damage;
}
