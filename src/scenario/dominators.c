#include "scenario/dominators.h"

#include <stdlib.h>

/* Everything is numbered in the order in which a depth-first search enters it; the root is 0. */
struct tree {
    int count;
    int *node, *number;     /* number -> node; node -> number or -1 */
    int *parent, *dominator;
    int *ancestor;          /* the parent, later shortened by path compression */
    int *label, *semi;
    int *stack;
};

static void enter(struct tree *tree, int node, int parent)
{
    int number = tree->count++;
    tree->node[number] = node;
    tree->number[node] = number;
    tree->parent[number] = tree->dominator[number] = tree->ancestor[number] = parent;
    tree->label[number] = tree->semi[number] = number;
}

static void search(struct tree *tree, const struct eco_adjacency *out, int root)
{
    enter(tree, root, -1);
    int *at = tree->stack; /* how many receivers of each number were looked at; zeroed */
    for (int number = 0; number >= 0;) {
        int node = tree->node[number];
        if (at[number] == out->start[node + 1] - out->start[node]) {
            number = tree->parent[number];
            continue;
        }
        int other = out->node[out->start[node] + at[number]++];
        if (tree->number[other] >= 0)
            continue;
        enter(tree, other, number);
        number = tree->count - 1;
    }
}

/* The number with the least semi-dominator on the way up from v through numbers that are linked already (from `linked`
 * up); shortens the way. */
static int evaluate(struct tree *tree, int v, int linked)
{
    if (tree->ancestor[v] < linked)
        return tree->label[v];
    int depth = 0;
    do {
        tree->stack[depth++] = v;
        v = tree->ancestor[v];
    } while (tree->ancestor[v] >= linked);
    int above = v, best = tree->label[v];
    do {
        v = tree->stack[--depth];
        tree->ancestor[v] = tree->ancestor[above];
        if (tree->semi[best] < tree->semi[tree->label[v]])
            tree->label[v] = best;
        else
            best = tree->label[v];
        above = v;
    } while (depth > 0);
    return tree->label[v];
}

static void find_dominators(struct tree *tree, const struct eco_adjacency *in)
{
    for (int i = tree->count - 1; i > 0; i--) {
        tree->semi[i] = tree->parent[i];
        int node = tree->node[i];
        for (int k = in->start[node]; k < in->start[node + 1]; k++) {
            int from = tree->number[in->node[k]];
            int semi = from < 0 ? i : tree->semi[evaluate(tree, from, i + 1)];
            if (semi < tree->semi[i])
                tree->semi[i] = semi;
        }
    }
    for (int i = 1; i < tree->count; i++)
        while (tree->dominator[i] > tree->semi[i])
            tree->dominator[i] = tree->dominator[tree->dominator[i]];
}

/* Sums over the subtrees: a dominator has a smaller number than those it dominates. */
static void count_marked(struct tree *tree, const bool *marked, int *ret_counts)
{
    int *sum = tree->label;
    for (int i = 0; i < tree->count; i++)
        sum[i] = marked[tree->node[i]];
    for (int i = tree->count - 1; i > 0; i--)
        sum[tree->dominator[i]] += sum[i];
    for (int i = 0; i < tree->count; i++)
        ret_counts[tree->node[i]] = sum[i] - marked[tree->node[i]];
}

void eco_dominators_count(const struct eco_view *view, int root, const bool *marked, int *ret_counts)
{
    size_t n = (size_t)view->n;
    int *memory = eco_alloc(8 * n, sizeof *memory);
    struct tree tree = {0,          memory,         memory + n,     memory + 2 * n, memory + 3 * n,
                        memory + 4 * n, memory + 5 * n, memory + 6 * n, memory + 7 * n};
    for (int i = 0; i < view->n; i++) {
        tree.number[i] = -1;
        ret_counts[i] = 0;
    }
    search(&tree, &view->out, root);
    find_dominators(&tree, &view->in);
    count_marked(&tree, marked, ret_counts);
    free(memory);
}
