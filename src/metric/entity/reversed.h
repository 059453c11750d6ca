/* PageRank against the direction of the ties: who is asked by those who are asked much. */
#ifndef ECO_METRIC_ENTITY_REVERSED_H
#define ECO_METRIC_ENTITY_REVERSED_H

#include "base/error.h"
#include "graph/view.h"

/* PageRank (damping 0.85, weighted) of the view with every tie turned round; `ret_values` has one for each node. 0 or
 * ECO_ELIMIT. */
int eco_pagerank_reversed(struct eco_view *view, double *ret_values, struct eco_problems *problems);

#endif
