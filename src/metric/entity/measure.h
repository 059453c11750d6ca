/* Rows that are one igraph call on the analysis's view: what stands around the call. */
#ifndef ECO_METRIC_ENTITY_MEASURE_H
#define ECO_METRIC_ENTITY_MEASURE_H

#include "graph/bridge.h"
#include "metric/analysis.h"

/* Native igraph: checks with IGRAPH_CHECK, protects with IGRAPH_FINALLY. `ret_values` comes initialised and empty and
 * goes with one value for each node. */
typedef igraph_error_t eco_measure_nodes(const struct eco_igraph *igraph, igraph_vector_t *ret_values);
typedef igraph_error_t eco_measure_whole(const struct eco_igraph *igraph, igraph_real_t *ret_value);

/* One figure for each node; where igraph answers NaN it is undefined for the reason `nan` (a static sentence). */
int eco_measure_each(struct eco_analysis *analysis, eco_measure_nodes *measure, const char *nan,
                     struct eco_figure *ret_figures);
/* One figure for the whole view. */
int eco_measure_one(struct eco_analysis *analysis, eco_measure_whole *measure, const char *nan,
                    struct eco_figure *ret_figure);
/* The same reason for every node of the view; returns ECO_OK. */
int eco_measure_none(struct eco_analysis *analysis, const char *undefined, struct eco_figure *ret_figures);

#endif
