/* The one bridge from views to igraph, and from its errors to ours. Only files that compute with igraph include it.
 *
 * igraph 0.10 of the distribution is not thread safe: one process, one caller at a time. */
#ifndef ECO_GRAPH_BRIDGE_H
#define ECO_GRAPH_BRIDGE_H

#include <igraph.h>

#include "base/error.h"
#include "graph/view.h"

/* The view's graphs: simple (ties merged, no loops). Edge e of `directed` is tie e; edge e of `both` joins nodes
 * from < to, sorted. All owned by the view.
 *
 * Lengths are unit/weight. igraph keeps a distance as distance + 1, which swallows lengths far below 1; the unit, a
 * power of two so that nothing is rounded, makes the shortest length at least 2^60, beside which the 1 vanishes. A
 * distance found is divided by the unit, a sum of inverse distances multiplied by it. */
struct eco_igraph {
    igraph_t directed, both;
    igraph_vector_t weight, length;           /* per tie */
    igraph_vector_t both_weight, both_length; /* per undirected edge */
    double unit, both_unit;
};

/* NULL where igraph failed (the reason is in `problems`). */
struct eco_igraph *eco_view_igraph(struct eco_view *view, struct eco_problems *problems);
void eco_igraph_destroy(struct eco_igraph *igraph);

/* Makes igraph silent: its errors and warnings wait for eco_igraph_result(), and a failed assertion inside it ends the
 * process with SIGABRT without a word. eco_view_igraph() does this too; call it before any other use of igraph. */
void eco_igraph_setup(void);

/* Turns an igraph error code into ours, with igraph's reason in `problems`; igraph's warnings become warnings.
 * `problems` may be NULL: reason and warnings are dropped. */
int eco_igraph_result(igraph_error_t code, struct eco_problems *problems);

#endif
