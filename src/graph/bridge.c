#include "graph/bridge.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "graph/shim.h"

enum { REASON_SIZE = 256, WARNINGS_KEPT = 4 };

/* What igraph said since the last eco_igraph_result(). Global, as igraph's handlers are. */
static char reason[REASON_SIZE];
static char warnings[WARNINGS_KEPT][REASON_SIZE];
static int warnings_count;

/* igraph calls this once for every frame that it leaves; only the innermost one knows a reason. */
static void on_error(const char *text, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    if (!reason[0])
        snprintf(reason, sizeof reason, "%s", text && *text ? text : igraph_strerror(code));
    IGRAPH_FINALLY_FREE();
}

static void on_warning(const char *text, const char *file, int line)
{
    (void)file;
    (void)line;
    for (int i = 0; i < warnings_count; i++)
        if (strncmp(warnings[i], text, REASON_SIZE - 1) == 0)
            return;
    if (warnings_count < WARNINGS_KEPT)
        snprintf(warnings[warnings_count++], REASON_SIZE, "%s", text);
}

/* igraph does not expect to be called again after this. */
static void on_fatal(const char *text, const char *file, int line)
{
    (void)text;
    (void)file;
    (void)line;
    abort();
}

/* igraph's PageRank opens an OpenMP region, and a process forked after one hangs in its own: keep it to one thread.
 * Weak, because an igraph built without OpenMP brings no such function. */
extern void omp_set_num_threads(int count) __attribute__((weak));

void eco_igraph_setup(void)
{
    static bool done;
    if (done)
        return;
    done = true;
    igraph_set_error_handler(on_error);
    igraph_set_warning_handler(on_warning);
    igraph_set_fatal_handler(on_fatal);
    if (omp_set_num_threads)
        omp_set_num_threads(1);
    eco_shim_setup();
}

int eco_igraph_result(igraph_error_t code, struct eco_problems *problems)
{
    for (int i = 0; problems && i < warnings_count; i++)
        eco_problems_add(problems, true, 0, 0, NULL, "igraph: %s", warnings[i]);
    if (problems && code != IGRAPH_SUCCESS)
        eco_problems_error(problems, "igraph: %s", reason[0] ? reason : igraph_strerror(code));
    warnings_count = 0;
    reason[0] = '\0';
    return code == IGRAPH_SUCCESS ? ECO_OK : ECO_ELIMIT;
}

/* Makes a graph of `count` edges; edge e joins from[e] and to[e]. */
static igraph_error_t make_graph(igraph_t *graph, int n, int count, const int *from, const int *to, bool directed)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)count));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (int e = 0; e < count; e++) {
        VECTOR(ends)[2 * e] = from[e];
        VECTOR(ends)[2 * e + 1] = to[e];
    }
    IGRAPH_CHECK(igraph_create(graph, &ends, n, directed ? IGRAPH_DIRECTED : IGRAPH_UNDIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    IGRAPH_FINALLY(igraph_destroy, graph);
    return IGRAPH_SUCCESS;
}

/* The weights as a vector, and their inverses in the unit described in the header. */
static igraph_error_t make_vectors(const double *values, int count, igraph_vector_t *weight, igraph_vector_t *length,
                                   double *ret_unit)
{
    IGRAPH_CHECK(igraph_vector_init(weight, count));
    IGRAPH_FINALLY(igraph_vector_destroy, weight);
    IGRAPH_CHECK(igraph_vector_init(length, count));
    IGRAPH_FINALLY(igraph_vector_destroy, length);
    double strongest = 0;
    for (int e = 0; e < count; e++)
        strongest = fmax(strongest, values[e]);
    int exponent = strongest > 0 ? ilogb(strongest) + 61 : 0;
    for (int e = 0; e < count; e++) {
        VECTOR(*weight)[e] = values[e];
        VECTOR(*length)[e] = ldexp(1 / values[e], exponent);
    }
    *ret_unit = ldexp(1, exponent);
    return IGRAPH_SUCCESS;
}

/* Leaves everything that it made on igraph's stack of things to free. */
static igraph_error_t make_both(struct eco_igraph *igraph, const struct eco_view *view, int *from, int *to,
                                double *weight)
{
    const struct eco_adjacency *both = &view->both;
    int count = 0;
    for (int i = 0; i < view->n; i++) {
        for (int k = both->start[i]; k < both->start[i + 1]; k++) {
            if (both->node[k] < i)
                continue;
            from[count] = i;
            to[count] = both->node[k];
            weight[count++] = both->weight[k];
        }
    }
    IGRAPH_CHECK(make_graph(&igraph->both, view->n, count, from, to, false));
    return make_vectors(weight, count, &igraph->both_weight, &igraph->both_length, &igraph->both_unit);
}

static igraph_error_t make(struct eco_igraph *igraph, const struct eco_view *view, int *from, int *to, double *weight)
{
    IGRAPH_CHECK(make_graph(&igraph->directed, view->n, view->m, view->tie_from, view->tie_to, true));
    IGRAPH_CHECK(make_vectors(view->tie_weight, view->m, &igraph->weight, &igraph->length, &igraph->unit));
    IGRAPH_CHECK(make_both(igraph, view, from, to, weight));
    IGRAPH_FINALLY_CLEAN(6);
    return IGRAPH_SUCCESS;
}

struct eco_igraph *eco_view_igraph(struct eco_view *view, struct eco_problems *problems)
{
    if (view->igraph)
        return view->igraph;
    eco_igraph_setup();
    struct eco_igraph *igraph = eco_alloc(1, sizeof *igraph);
    int *from = eco_alloc((size_t)view->m, sizeof *from), *to = eco_alloc((size_t)view->m, sizeof *to);
    double *weight = eco_alloc((size_t)view->m, sizeof *weight);
    igraph_error_t code = make(igraph, view, from, to, weight);
    free(weight);
    free(to);
    free(from);
    if (eco_igraph_result(code, problems) == ECO_OK)
        view->igraph = igraph;
    else
        free(igraph);
    return view->igraph;
}

void eco_igraph_destroy(struct eco_igraph *igraph)
{
    if (!igraph)
        return;
    igraph_vector_destroy(&igraph->both_length);
    igraph_vector_destroy(&igraph->both_weight);
    igraph_vector_destroy(&igraph->length);
    igraph_vector_destroy(&igraph->weight);
    igraph_destroy(&igraph->both);
    igraph_destroy(&igraph->directed);
    free(igraph);
}
