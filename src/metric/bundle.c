#include "metric/bundle.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/random.h"
#include "metric/partnership.h"

enum { CURVE_DRAWS = 1000 };

/* Summed weight of the relations of a tie whose kind has the flag. */
static double flagged(const struct eco_view *view, int tie, enum eco_relation_flag flag)
{
    double sum = 0;
    for (int k = view->relation_start[tie]; k < view->relation_start[tie + 1]; k++) {
        const struct eco_relation *r = &view->eco->relations[view->relation[k]];
        if (eco_relation_kind(view->eco, r)->flags & flag)
            sum += view->state->weight[view->relation[k]];
    }
    return sum;
}

/* Per tie of the entity view: the weight of use, and whether it integrates. */
struct marks {
    const struct eco_view *view;
    double *use, largest_use;
    bool *integrates;
};

static void mark(struct marks *marks, const struct eco_view *view)
{
    marks->view = view;
    marks->largest_use = 0;
    marks->use = eco_alloc((size_t)view->m, sizeof *marks->use);
    marks->integrates = eco_alloc((size_t)view->m, sizeof *marks->integrates);
    for (int t = 0; t < view->m; t++) {
        marks->use[t] = flagged(view, t, ECO_FLAG_USE);
        marks->integrates[t] = flagged(view, t, ECO_FLAG_INTEGRATION) > 0;
        if (marks->use[t] > marks->largest_use)
            marks->largest_use = marks->use[t];
    }
}

/* Marks in `ret_near` (n, false before) the nodes that node i has an integrating relation with. */
static void integrated_with(const struct marks *marks, int i, bool *ret_near)
{
    const struct eco_adjacency *lists[] = {&marks->view->out, &marks->view->in};
    for (int side = 0; side < 2; side++)
        for (int k = lists[side]->start[i]; k < lists[side]->start[i + 1]; k++)
            if (marks->integrates[lists[side]->tie[k]])
                ret_near[lists[side]->node[k]] = true;
}

static void find_integration(const struct marks *marks, struct eco_bundle_consumer *consumer)
{
    size_t n = (size_t)marks->view->n, count = (size_t)consumer->products;
    consumer->integrated = eco_alloc(count * count, sizeof *consumer->integrated);
    bool *near = eco_alloc(n * count, sizeof *near);
    for (size_t p = 0; p < count; p++)
        integrated_with(marks, marks->view->node_of_entity[consumer->product[p]], near + p * n);
    for (size_t p = 0; p < count; p++)
        for (size_t q = 0; q < p; q++) {
            bool together = near[p * n + (size_t)marks->view->node_of_entity[consumer->product[q]]];
            for (size_t third = 0; third < n && !together; third++)
                together = near[p * n + third] && near[q * n + third];
            consumer->integrated[p * count + q] = consumer->integrated[q * count + p] = together;
        }
    free(near);
}

/* Adds node c if it is a consumer: it uses something of another entity. Its products are those of F and its partners. */
static void add_consumer(struct eco_bundle *bundle, const struct marks *marks, const struct eco_partnership *partners, int c)
{
    const struct eco_view *view = marks->view;
    const struct eco_adjacency *in = &view->in;
    struct eco_bundle_consumer consumer = {.entity = view->entity_of_node[c]};
    size_t room = (size_t)(in->start[c + 1] - in->start[c]);
    bool uses = false;
    consumer.product = eco_alloc(room, sizeof *consumer.product);
    consumer.weight = eco_alloc(room, sizeof *consumer.weight);
    for (int k = in->start[c]; k < in->start[c + 1]; k++) {
        if (!(marks->use[in->tie[k]] > 0))
            continue;
        uses = true;
        int product = view->entity_of_node[in->node[k]], group = partners->view->node_of_entity[product];
        if (group != partners->focal && partners->partner_of[group] < 0)
            continue;
        consumer.product[consumer.products] = product;
        consumer.weight[consumer.products++] = marks->use[in->tie[k]] / marks->largest_use;
    }
    if (uses) {
        find_integration(marks, &consumer);
        bundle->consumers[bundle->count++] = consumer;
    } else {
        free(consumer.product);
        free(consumer.weight);
    }
}

static struct eco_bundle *create(struct eco_analysis *analysis)
{
    struct eco_bundle *bundle = eco_alloc(1, sizeof *bundle);
    const struct eco_partnership *partners = eco_partnership_of(analysis);
    if (partners->focal < 0)
        return bundle;
    const struct eco_view *view = eco_analysis_entities(analysis);
    bundle->consumers = eco_alloc((size_t)view->n, sizeof *bundle->consumers);
    struct marks marks;
    mark(&marks, view);
    for (int c = 0; c < view->n; c++)
        if (partners->view->node_of_entity[view->entity_of_node[c]] != partners->focal)
            add_consumer(bundle, &marks, partners, c);
    free(marks.use);
    free(marks.integrates);
    return bundle;
}

struct eco_bundle *eco_bundle_of(struct eco_analysis *analysis)
{
    if (!analysis->bundle)
        analysis->bundle = create(analysis);
    return analysis->bundle;
}

void eco_bundle_destroy(struct eco_bundle *bundle)
{
    if (!bundle)
        return;
    for (int c = 0; c < bundle->count; c++) {
        free(bundle->consumers[c].product);
        free(bundle->consumers[c].weight);
        free(bundle->consumers[c].integrated);
    }
    free(bundle->consumers);
    free(bundle);
}

double eco_bundle_lock_in(const struct eco_bundle_consumer *consumer, const bool *chosen, bool integrated)
{
    int count = consumer->products;
    double free_to_go = 1;
    for (int p = 0; p < count; p++) {
        if (chosen && !chosen[p])
            continue;
        int k = 0;
        for (int q = 0; q < count; q++)
            k += integrated && (!chosen || chosen[q]) && consumer->integrated[p * count + q];
        free_to_go *= 1 - consumer->weight[p] * (1 + k / (1.0 + k)) / 4;
    }
    return 1 - free_to_go;
}

/* Number of k-subsets of n, or limit + 1 where there are more than `limit`. */
static int subsets(int n, int k, int limit)
{
    double count = 1;
    for (int i = 1; i <= k; i++)
        count = count * (n - k + i) / i;
    return count > limit ? limit + 1 : (int)(count + 0.5);
}

/* The next k-subset in lexicographic order of the flags' positions; false behind the last. */
static bool next_subset(int *positions, int k, int n)
{
    int i = k - 1;
    while (i >= 0 && positions[i] == n - k + i)
        i--;
    if (i < 0)
        return false;
    positions[i]++;
    for (int j = i + 1; j < k; j++)
        positions[j] = positions[j - 1] + 1;
    return true;
}

static void draw_subset(struct eco_random *random, int *order, int k, int n)
{
    for (int i = 0; i < k; i++) {
        int j = i + (int)eco_random_below(random, (uint64_t)(n - i));
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct eco_curve_point point(const struct eco_bundle_consumer *consumer, int k, struct eco_random *random)
{
    int n = consumer->products, count = subsets(n, k, CURVE_DRAWS);
    bool all = count <= CURVE_DRAWS;
    if (!all)
        count = CURVE_DRAWS;
    int *positions = eco_alloc((size_t)n, sizeof *positions);
    bool *chosen = eco_alloc((size_t)n, sizeof *chosen);
    double *values = eco_alloc((size_t)count, sizeof *values), sum = 0, unintegrated = 0;
    for (int i = 0; i < n; i++)
        positions[i] = i;
    for (int s = 0; s < count; s++) {
        if (!all)
            draw_subset(random, positions, k, n);
        else if (s > 0)
            next_subset(positions, k, n);
        memset(chosen, 0, (size_t)n * sizeof *chosen);
        for (int i = 0; i < k; i++)
            chosen[positions[i]] = true;
        values[s] = eco_bundle_lock_in(consumer, chosen, true);
        sum += values[s];
        unintegrated += eco_bundle_lock_in(consumer, chosen, false);
    }
    qsort(values, (size_t)count, sizeof *values, by_value);
    struct eco_curve_point result = {k, sum / count, eco_percentile(values, (size_t)count, 5),
                                     eco_percentile(values, (size_t)count, 95), unintegrated / count};
    free(positions);
    free(chosen);
    free(values);
    return result;
}

void eco_bundle_curve(const struct eco_bundle_consumer *consumer, uint64_t seed, struct eco_curve_point *ret_points)
{
    for (int k = 1; k <= consumer->products; k++) {
        struct eco_random random;
        eco_random_init(&random, seed, (uint64_t)consumer->entity << 20 | (uint64_t)k);
        ret_points[k - 1] = point(consumer, k, &random);
    }
}
