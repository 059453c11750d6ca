#include "metric/entity/brandes.h"

#include <math.h>
#include <stdlib.h>

/* Brandes' accumulation (2001) after Dijkstra's search, in two passes: first all distances, then the paths over the
 * ties u -> v with d(u) + length = d(v) within the tolerance.
 *
 * With lengths that differ by more than the tolerance a short tie between two far nodes is "equal" both ways, and
 * counting along it both ways would never end. So nodes are put in order of (distance, hops of the shortest path with
 * the fewest) and a tie counts only if it leads forward in that order. A node whose distance was rounded to that of the
 * one before it still comes behind it, and the order does not depend on how nodes are numbered. */
struct search {
    const struct eco_view *view;
    double *distance, *paths, *share; /* share: what Brandes calls the dependency */
    int *hops;
    int *order, reached; /* nodes as they became final */
    int *heap, *place, held; /* binary heap of nodes; place[i] = index + 1, 0 = not in it */
};

static bool before(const struct search *s, int a, int b)
{
    if (s->distance[a] != s->distance[b])
        return s->distance[a] < s->distance[b];
    return s->hops[a] < s->hops[b];
}

static void put(struct search *s, int at, int node)
{
    s->heap[at] = node;
    s->place[node] = at + 1;
}

static void rise(struct search *s, int at, int node)
{
    while (at > 0 && before(s, node, s->heap[(at - 1) / 2])) {
        put(s, at, s->heap[(at - 1) / 2]);
        at = (at - 1) / 2;
    }
    put(s, at, node);
}

static int take_first(struct search *s)
{
    int first = s->heap[0], node = s->heap[--s->held], at = 0;
    for (int child; (child = 2 * at + 1) < s->held; at = child) {
        if (child + 1 < s->held && before(s, s->heap[child + 1], s->heap[child]))
            child++;
        if (!before(s, s->heap[child], node))
            break;
        put(s, at, s->heap[child]);
    }
    put(s, at, node);
    s->place[first] = 0;
    return first;
}

static void find_distances(struct search *s, int source)
{
    const struct eco_adjacency *out = &s->view->out;
    s->distance[source] = 0;
    s->hops[source] = 0;
    s->reached = s->held = 0;
    rise(s, s->held++, source);
    while (s->held > 0) {
        int u = s->order[s->reached++] = take_first(s);
        for (int k = out->start[u]; k < out->start[u + 1]; k++) {
            int v = out->node[k];
            double distance = s->distance[u] + 1 / out->weight[k];
            if (distance > s->distance[v] || (distance == s->distance[v] && s->hops[u] + 1 >= s->hops[v]))
                continue;
            s->distance[v] = distance;
            s->hops[v] = s->hops[u] + 1;
            rise(s, s->place[v] ? s->place[v] - 1 : s->held++, v);
        }
    }
}

static bool leads(const struct search *s, int u, int v, double weight)
{
    double through = s->distance[u] + 1 / weight;
    return before(s, u, v) && through - s->distance[v] <= 1e-10 * through;
}

static bool accumulate(struct search *s, double *values)
{
    const struct eco_adjacency *out = &s->view->out;
    for (int i = 0; i < s->reached; i++) {
        int u = s->order[i];
        for (int k = out->start[u]; k < out->start[u + 1]; k++)
            if (leads(s, u, out->node[k], out->weight[k]))
                s->paths[out->node[k]] += s->paths[u];
    }
    for (int i = s->reached - 1; i > 0; i--) {
        int u = s->order[i];
        for (int k = out->start[u]; k < out->start[u + 1]; k++)
            if (leads(s, u, out->node[k], out->weight[k]))
                s->share[u] += s->paths[u] / s->paths[out->node[k]] * (1 + s->share[out->node[k]]);
        values[u] += s->share[u];
        if (!isfinite(s->paths[u]))
            return false;
    }
    return true;
}

static void forget(struct search *s)
{
    for (int i = 0; i < s->reached; i++) {
        int u = s->order[i];
        s->distance[u] = INFINITY;
        s->paths[u] = s->share[u] = 0;
        s->hops[u] = 0;
    }
}

bool eco_brandes(const struct eco_view *view, double *ret_values)
{
    size_t n = (size_t)view->n;
    struct search s = {.view = view};
    s.distance = eco_alloc(3 * n, sizeof *s.distance);
    s.paths = s.distance + n;
    s.share = s.paths + n;
    s.hops = eco_alloc(4 * n, sizeof *s.hops);
    s.order = s.hops + n;
    s.heap = s.order + n;
    s.place = s.heap + n;
    for (size_t i = 0; i < n; i++) {
        s.distance[i] = INFINITY;
        ret_values[i] = 0;
    }
    bool counted = true;
    for (int source = 0; source < view->n && counted; source++) {
        find_distances(&s, source);
        s.paths[source] = 1;
        counted = accumulate(&s, ret_values);
        forget(&s);
    }
    free(s.hops);
    free(s.distance);
    return counted;
}
