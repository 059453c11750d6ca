#include "scenario/structure.h"

#include <stdlib.h>
#include <string.h>

struct visit { /* what the pass knows of a node on the way; kept together because it is used together */
    int low;          /* the earliest entry that its subtree reaches */
    int next;         /* its next neighbour to look at */
    int parent;
    int size;         /* nodes in its subtree */
    int cut_off;      /* nodes in child subtrees that hang on it alone */
    int largest_piece;
    double pairs;     /* in those subtrees */
    int pieces;
};

static double pairs_of(int size)
{
    return (double)size * (size - 1.0);
}

/* The child is done: its subtree joins the parent's, and where it reaches nothing above the parent it hangs on it. */
static void close_child(const struct visit *c, struct visit *p, int parent_entered)
{
    p->size += c->size;
    if (c->low < p->low)
        p->low = c->low;
    if (c->low < parent_entered)
        return;
    p->cut_off += c->size;
    p->pairs += pairs_of(c->size);
    p->pieces++;
    if (c->size > p->largest_piece)
        p->largest_piece = c->size;
}

/* `entered`, the order of entry from 1 (0 = not yet), is looked at for every tie: it stands apart so that it stays near. */
static void enter(const struct eco_adjacency *both, struct visit *visits, int *entered, int node, int parent, int clock)
{
    entered[node] = clock;
    visits[node] = (struct visit){.low = clock, .next = both->start[node], .parent = parent, .size = 1};
}

/* One component from `root`; lists its nodes in `ret_nodes`, returns how many. */
static int search(const struct eco_adjacency *both, const bool *skip, struct visit *visits, int *entered, int root, int *clock,
                  int *ret_nodes)
{
    int count = 0, at = root;
    enter(both, visits, entered, root, -1, ++*clock);
    ret_nodes[count++] = root;
    while (at >= 0) {
        struct visit *v = &visits[at];
        if (v->next == both->start[at + 1]) {
            if (v->parent >= 0)
                close_child(v, &visits[v->parent], entered[v->parent]);
            at = v->parent;
            continue;
        }
        int other = both->node[v->next++];
        if (other == v->parent || (skip && skip[other]))
            continue;
        if (entered[other]) {
            if (entered[other] < v->low)
                v->low = entered[other];
            continue;
        }
        enter(both, visits, entered, other, at, ++*clock);
        ret_nodes[count++] = other;
        at = other;
    }
    return count;
}

/* The removal of one node within its component of `size`; what other components hold is added later. */
static struct eco_cut cut_within(const struct visit *v, int size)
{
    bool root = v->parent < 0;
    int above = size - 1 - v->cut_off;
    int largest = above > v->largest_piece ? above : v->largest_piece;
    return (struct eco_cut){largest, v->pairs + pairs_of(above > 0 ? above : 0), root ? v->pieces > 1 : v->pieces > 0};
}

/* The two largest components and all pairs. */
struct whole {
    int largest, second;
    double pairs;
};

static void add_component(struct whole *whole, int size)
{
    whole->pairs += pairs_of(size);
    if (size > whole->largest) {
        whole->second = whole->largest;
        whole->largest = size;
    } else if (size > whole->second) {
        whole->second = size;
    }
}

static int at_least(int value, int floor)
{
    return value < floor ? floor : value;
}

struct eco_cut eco_structure_singles(const struct eco_adjacency *both, int n, const bool *skip, struct eco_cut *ret_cuts)
{
    struct visit *visits = eco_alloc((size_t)n, sizeof *visits);
    int *nodes = eco_alloc((size_t)n, sizeof *nodes), *size_of = eco_alloc((size_t)n, sizeof *size_of);
    int *entered = eco_alloc((size_t)n, sizeof *entered), clock = 0;
    struct whole whole = {0};
    for (int root = 0; root < n; root++) {
        if (entered[root] || (skip && skip[root]))
            continue;
        int size = search(both, skip, visits, entered, root, &clock, nodes);
        add_component(&whole, size);
        for (int k = 0; k < size; k++) {
            ret_cuts[nodes[k]] = cut_within(&visits[nodes[k]], size);
            size_of[nodes[k]] = size;
        }
    }
    struct eco_cut now = {at_least(whole.largest, n > 0), whole.pairs, false};
    for (int i = 0; i < n; i++) {
        if (skip && skip[i]) {
            ret_cuts[i] = now;
            continue;
        }
        struct eco_cut *cut = &ret_cuts[i];
        cut->pairs += whole.pairs - pairs_of(size_of[i]);
        cut->largest = at_least(at_least(cut->largest, size_of[i] == whole.largest ? whole.second : whole.largest), 1);
    }
    free(visits);
    free(entered);
    free(nodes);
    free(size_of);
    return now;
}

struct eco_cut eco_structure_masked(const struct eco_adjacency *both, int n, const bool *skip, int *scratch)
{
    int *seen = scratch, *stack = scratch + n;
    struct eco_cut cut = {n > 0, 0, false};
    memset(seen, 0, (size_t)n * sizeof *seen);
    for (int root = 0; root < n; root++) {
        if (seen[root] || (skip && skip[root]))
            continue;
        int depth = 0, size = 0;
        seen[stack[depth++] = root] = 1;
        while (depth > 0) {
            int i = stack[--depth];
            size++;
            for (int k = both->start[i]; k < both->start[i + 1]; k++) {
                int j = both->node[k];
                if (seen[j] || (skip && skip[j]))
                    continue;
                seen[stack[depth++] = j] = 1;
            }
        }
        cut.largest = at_least(cut.largest, size);
        cut.pairs += pairs_of(size);
    }
    return cut;
}
