#include "scenario/offers.h"

#include <math.h>
#include <stdlib.h>

static int resource_of(const struct eco_flow *flow, int entry)
{
    int low = 0, high = flow->resources - 1;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (flow->supply_start[middle] <= entry)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* Sets the leaf of a supply entry and the sums above it. */
static void set(struct eco_offers *offers, int resource, int entry, double value)
{
    double *tree = offers->sum + offers->root[resource];
    int at = offers->leaves[resource] + entry - offers->flow->supply_start[resource];
    tree[at] = value;
    for (at /= 2; at > 0; at /= 2)
        tree[at] = tree[2 * at] + tree[2 * at + 1];
}

static void plant(struct eco_offers *offers)
{
    const struct eco_flow *flow = offers->flow;
    size_t total = 0;
    for (int r = 0; r < flow->resources; r++) {
        int count = flow->supply_start[r + 1] - flow->supply_start[r], leaves = 1;
        while (leaves < count)
            leaves *= 2;
        offers->leaves[r] = leaves;
        offers->root[r] = total;
        total += 2 * (size_t)leaves;
    }
    offers->sum = eco_alloc(total, sizeof *offers->sum);
    for (int r = 0; r < flow->resources; r++) {
        double *tree = offers->sum + offers->root[r];
        for (int k = flow->supply_start[r]; k < flow->supply_start[r + 1]; k++)
            tree[offers->leaves[r] + k - flow->supply_start[r]] = flow->supply[k];
        for (int at = offers->leaves[r] - 1; at > 0; at--)
            tree[at] = tree[2 * at] + tree[2 * at + 1];
    }
}

static void find_places(struct eco_offers *offers)
{
    const struct eco_flow *flow = offers->flow;
    int count = flow->supply_start[flow->resources];
    offers->place_start = eco_alloc((size_t)flow->n + 1, sizeof *offers->place_start);
    offers->place = eco_alloc((size_t)count, sizeof *offers->place);
    for (int k = 0; k < count; k++)
        offers->place_start[flow->supply_group[k] + 1]++;
    for (int i = 0; i < flow->n; i++)
        offers->place_start[i + 1] += offers->place_start[i];
    int *next = eco_alloc((size_t)flow->n, sizeof *next);
    for (int k = 0; k < count; k++)
        offers->place[offers->place_start[flow->supply_group[k]] + next[flow->supply_group[k]]++] = k;
    free(next);
}

struct eco_offers *eco_offers_create(const struct eco_flow *flow)
{
    struct eco_offers *offers = eco_alloc(1, sizeof *offers);
    offers->flow = flow;
    offers->root = eco_alloc((size_t)flow->resources, sizeof *offers->root);
    offers->leaves = eco_alloc((size_t)flow->resources, sizeof *offers->leaves);
    plant(offers);
    find_places(offers);
    return offers;
}

void eco_offers_destroy(struct eco_offers *offers)
{
    if (!offers)
        return;
    free(offers->root);
    free(offers->leaves);
    free(offers->sum);
    free(offers->place_start);
    free(offers->place);
    free(offers);
}

static void set_all(struct eco_offers *offers, int node, bool alive)
{
    for (int k = offers->place_start[node]; k < offers->place_start[node + 1]; k++) {
        int entry = offers->place[k];
        set(offers, resource_of(offers->flow, entry), entry, alive ? offers->flow->supply[entry] : 0);
    }
}

void eco_offers_kill(struct eco_offers *offers, int node)
{
    set_all(offers, node, false);
}

void eco_offers_revive(struct eco_offers *offers, int node)
{
    set_all(offers, node, true);
}

/* The leaf of a provider in a resource's tree, or 0 where it provides none. */
static int leaf_of(const struct eco_offers *offers, int resource, int node)
{
    const struct eco_flow *flow = offers->flow;
    int low = flow->supply_start[resource], high = flow->supply_start[resource + 1];
    while (low < high) {
        int middle = (low + high) / 2;
        if (flow->supply_group[middle] < node)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < flow->supply_start[resource + 1] && flow->supply_group[low] == node;
    return found ? offers->leaves[resource] + low - flow->supply_start[resource] : 0;
}

/* The sum of the tree without leaf a (there) and leaf b (0 = not there): the siblings on both ways up. */
static double sum_without(const double *tree, int a, int b)
{
    double sum = 0;
    for (; a > 1; a /= 2, b /= 2) {
        if (b == a)
            b = 0;
        if (b == 0 || (b ^ 1) != a)
            sum += b == 0 ? tree[a ^ 1] : tree[a ^ 1] + tree[b ^ 1];
    }
    return sum;
}

double eco_offers_unreplaced(const struct eco_offers *offers, double substitution, int d, int receiver)
{
    const struct eco_flow *flow = offers->flow;
    double unreplaced = 0;
    if (!(substitution > 0))
        return 1;
    for (int p = flow->part_start[d]; p < flow->part_start[d + 1]; p++) {
        int r = flow->part_resource[p];
        int provider = leaf_of(offers, r, flow->on[d]);
        double others = sum_without(offers->sum + offers->root[r], provider, leaf_of(offers, r, receiver));
        double offered = others / flow->supply[flow->supply_start[r] + provider - offers->leaves[r]];
        unreplaced += flow->part_weight[p] / flow->value[d] * (1 - substitution * fmin(1, offered));
    }
    return fmin(1, unreplaced);
}
