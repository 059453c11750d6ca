#include "metric/entity/reversed.h"

#include "graph/bridge.h"
#include "graph/shim.h"

/* The same edges in the same order, so that the weights fit. */
static igraph_error_t turn(const struct eco_view *view, igraph_t *ret_graph)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)view->m));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (int t = 0; t < view->m; t++) {
        VECTOR(ends)[2 * t] = view->tie_to[t];
        VECTOR(ends)[2 * t + 1] = view->tie_from[t];
    }
    IGRAPH_CHECK(igraph_create(ret_graph, &ends, view->n, IGRAPH_DIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t walk(const struct eco_view *view, const igraph_vector_t *weight, double *ret_values)
{
    igraph_t graph;
    igraph_vector_t values;
    IGRAPH_CHECK(turn(view, &graph));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_vector_init(&values, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &values);
    IGRAPH_CHECK(eco_shim_pagerank(&graph, weight, 0.85, &values));
    for (int i = 0; i < view->n; i++)
        ret_values[i] = VECTOR(values)[i];
    igraph_vector_destroy(&values);
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

int eco_pagerank_reversed(struct eco_view *view, double *ret_values, struct eco_problems *problems)
{
    if (view->n == 0)
        return ECO_OK;
    const struct eco_igraph *igraph = eco_view_igraph(view, problems);
    return igraph ? eco_igraph_result(walk(view, &igraph->weight, ret_values), problems) : ECO_ELIMIT;
}
