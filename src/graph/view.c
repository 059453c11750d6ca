#include "graph/view.h"

#include <stdlib.h>

#include "graph/bridge.h"

const char *const eco_side_names[ECO_SIDES] = {"inputs", "outlets", "both"};
const char *const eco_level_names[2] = {"entity", "group"};

/* Numbers the nodes: present entities, or groups with a present member, in file order (groups: of their roots). */
static void number_nodes(struct eco_view *view)
{
    const struct eco_ecosystem *eco = view->eco;
    int count = (int)eco->entities_count;
    bool by_group = view->level == ECO_LEVEL_GROUP;
    int *node_of_root = eco_alloc((size_t)count, sizeof *node_of_root);
    for (int e = 0; e < count; e++)
        if (view->state->present[e])
            node_of_root[by_group ? eco->entities[e].root : e] = 1;
    view->entity_of_node = eco_alloc((size_t)count, sizeof *view->entity_of_node);
    for (int e = 0; e < count; e++) {
        if (!node_of_root[e])
            continue;
        node_of_root[e] = view->n;
        view->entity_of_node[view->n++] = e;
    }
    view->node_of_entity = eco_alloc((size_t)count, sizeof *view->node_of_entity);
    for (int e = 0; e < count; e++)
        view->node_of_entity[e] = view->state->present[e] ? node_of_root[by_group ? eco->entities[e].root : e] : -1;
    free(node_of_root);
}

struct edge { /* one relation that counts */
    int from, to, relation;
};

static int by_ends(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    return (x->relation > y->relation) - (x->relation < y->relation);
}

static size_t collect(const struct eco_view *view, struct edge *edges)
{
    const struct eco_ecosystem *eco = view->eco;
    size_t count = 0;
    for (size_t i = 0; i < eco->relations_count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        if (!(view->state->weight[i] > 0) || eco_relation_kind(eco, r)->relation_class != ECO_COOPERATIVE)
            continue;
        int from = view->node_of_entity[r->from], to = view->node_of_entity[r->to];
        if (from != to)
            edges[count++] = (struct edge){from, to, (int)i};
    }
    qsort(edges, count, sizeof *edges, by_ends);
    return count;
}

/* Splits the weight of tie t over the resources of its relations, evenly within each relation. */
static int add_parts(struct eco_view *view, int t, int used)
{
    const struct eco_ecosystem *eco = view->eco;
    int first = used;
    for (int k = view->relation_start[t]; k < view->relation_start[t + 1]; k++) {
        const struct eco_relation *r = &eco->relations[view->relation[k]];
        double share = view->state->weight[view->relation[k]] / r->resources_count;
        for (int q = 0; q < r->resources_count; q++) {
            int p = first;
            while (p < used && view->part_resource[p] != r->resources[q])
                p++;
            if (p == used) {
                view->part_resource[used] = r->resources[q];
                view->part_weight[used++] = 0;
            }
            view->part_weight[p] += share;
        }
    }
    view->part_start[t + 1] = used;
    return used;
}

static void sum_ties(struct eco_view *view, const struct edge *edges, size_t count)
{
    view->tie_from = eco_alloc(count, sizeof *view->tie_from);
    view->tie_to = eco_alloc(count, sizeof *view->tie_to);
    view->tie_weight = eco_alloc(count, sizeof *view->tie_weight);
    view->relation_start = eco_alloc(count + 1, sizeof *view->relation_start);
    view->relation = eco_alloc(count, sizeof *view->relation);
    size_t parts = 0;
    for (size_t i = 0; i < count; i++) {
        int t = view->m - 1;
        if (t < 0 || view->tie_from[t] != edges[i].from || view->tie_to[t] != edges[i].to) {
            t = view->m++;
            view->tie_from[t] = edges[i].from;
            view->tie_to[t] = edges[i].to;
        }
        view->tie_weight[t] += view->state->weight[edges[i].relation];
        view->relation[i] = edges[i].relation;
        view->relation_start[t + 1] = (int)i + 1;
        parts += (size_t)view->eco->relations[edges[i].relation].resources_count;
    }
    view->part_start = eco_alloc((size_t)view->m + 1, sizeof *view->part_start);
    view->part_resource = eco_alloc(parts, sizeof *view->part_resource);
    view->part_weight = eco_alloc(parts, sizeof *view->part_weight);
    for (int t = 0, used = 0; t < view->m; t++)
        used = add_parts(view, t, used);
}

/* Fills one direction of neighbour lists by counting sort; ties are sorted, so each list comes out sorted too. */
static void fill_adjacency(struct eco_adjacency *list, const struct eco_view *view, const int *owner, const int *other)
{
    size_t n = (size_t)view->n, m = (size_t)view->m;
    list->start = eco_alloc(n + 1, sizeof *list->start);
    list->node = eco_alloc(m, sizeof *list->node);
    list->weight = eco_alloc(m, sizeof *list->weight);
    list->tie = eco_alloc(m, sizeof *list->tie);
    for (int t = 0; t < view->m; t++)
        list->start[owner[t] + 1]++;
    for (int i = 0; i < view->n; i++)
        list->start[i + 1] += list->start[i];
    int *next = eco_alloc(n, sizeof *next);
    for (int t = 0; t < view->m; t++) {
        int at = list->start[owner[t]] + next[owner[t]]++;
        list->node[at] = other[t];
        list->weight[at] = view->tie_weight[t];
        list->tie[at] = t;
    }
    free(next);
}

/* U: merges the sorted out and in lists of each node. */
static void fill_both(struct eco_view *view)
{
    const struct eco_adjacency *out = &view->out, *in = &view->in;
    struct eco_adjacency *both = &view->both;
    both->start = eco_alloc((size_t)view->n + 1, sizeof *both->start);
    both->node = eco_alloc(2 * (size_t)view->m, sizeof *both->node);
    both->weight = eco_alloc(2 * (size_t)view->m, sizeof *both->weight);
    int used = 0;
    for (int i = 0; i < view->n; i++) {
        int a = out->start[i], a_end = out->start[i + 1], b = in->start[i], b_end = in->start[i + 1];
        while (a < a_end || b < b_end) {
            bool from_out = b == b_end || (a < a_end && out->node[a] <= in->node[b]);
            bool from_in = a == a_end || (b < b_end && in->node[b] <= out->node[a]);
            both->node[used] = from_out ? out->node[a] : in->node[b];
            double given = from_out ? out->weight[a++] : 0, got = from_in ? in->weight[b++] : 0;
            both->weight[used++] = given + got;
        }
        both->start[i + 1] = used;
    }
}

struct eco_view *eco_view_create(const struct eco_ecosystem *eco, const struct eco_state *state, enum eco_level level)
{
    struct eco_view *view = eco_alloc(1, sizeof *view);
    view->eco = eco;
    view->state = state;
    view->level = level;
    number_nodes(view);
    struct edge *edges = eco_alloc(eco->relations_count, sizeof *edges);
    sum_ties(view, edges, collect(view, edges));
    free(edges);
    fill_adjacency(&view->out, view, view->tie_from, view->tie_to);
    fill_adjacency(&view->in, view, view->tie_to, view->tie_from);
    fill_both(view);
    return view;
}

static void finish_adjacency(struct eco_adjacency *list)
{
    free(list->start);
    free(list->node);
    free(list->weight);
    free(list->tie);
}

void eco_view_destroy(struct eco_view *view)
{
    if (!view)
        return;
    eco_igraph_destroy(view->igraph);
    finish_adjacency(&view->out);
    finish_adjacency(&view->in);
    finish_adjacency(&view->both);
    free(view->node_of_entity);
    free(view->entity_of_node);
    free(view->tie_from);
    free(view->tie_to);
    free(view->tie_weight);
    free(view->relation_start);
    free(view->relation);
    free(view->part_start);
    free(view->part_resource);
    free(view->part_weight);
    free(view);
}

int eco_view_find_tie(const struct eco_view *view, int from, int to)
{
    int low = view->out.start[from], high = view->out.start[from + 1];
    while (low < high) {
        int middle = (low + high) / 2;
        if (view->out.node[middle] < to)
            low = middle + 1;
        else
            high = middle;
    }
    return low < view->out.start[from + 1] && view->out.node[low] == to ? view->out.tie[low] : -1;
}

double eco_view_weight(const struct eco_view *view, int from, int to)
{
    int tie = eco_view_find_tie(view, from, to);
    return tie < 0 ? 0 : view->tie_weight[tie];
}

int eco_view_components(const struct eco_view *view, const bool *skip, int *ret_component)
{
    const struct eco_adjacency *both = &view->both;
    int *stack = eco_alloc((size_t)view->n, sizeof *stack);
    int count = 0;
    for (int i = 0; i < view->n; i++)
        ret_component[i] = -1;
    for (int start = 0; start < view->n; start++) {
        if (ret_component[start] >= 0 || (skip && skip[start]))
            continue;
        int depth = 0;
        stack[depth++] = start;
        ret_component[start] = count;
        while (depth > 0) {
            int i = stack[--depth];
            for (int k = both->start[i]; k < both->start[i + 1]; k++) {
                int j = both->node[k];
                if (ret_component[j] >= 0 || (skip && skip[j]))
                    continue;
                ret_component[j] = count;
                stack[depth++] = j;
            }
        }
        count++;
    }
    free(stack);
    return count;
}
