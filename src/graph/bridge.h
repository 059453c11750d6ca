/* The one bridge from views to igraph, and from its errors to ours. Only files that compute with igraph include it. */
#ifndef ECO_GRAPH_BRIDGE_H
#define ECO_GRAPH_BRIDGE_H

#include <igraph.h>

#include "base/error.h"
#include "graph/view.h"

/* The view's graphs: simple (ties merged, no loops). Edge e of `directed` is tie e; edge e of `both` joins nodes
 * both_from[e] < both_to[e], sorted. Lengths are 1/weight. All owned by the view. */
struct eco_igraph {
    igraph_t directed, both;
    igraph_vector_t weight, length;           /* per tie */
    igraph_vector_t both_weight, both_length; /* per undirected edge */
};

/* NULL where igraph failed (the reason is in `problems`). */
struct eco_igraph *eco_view_igraph(struct eco_view *view, struct eco_problems *problems);
void eco_igraph_destroy(struct eco_igraph *igraph);

/* Turns an igraph error code into ours, with igraph's reason in `problems`; igraph's warnings become warnings. */
int eco_igraph_result(igraph_error_t code, struct eco_problems *problems);

#endif
