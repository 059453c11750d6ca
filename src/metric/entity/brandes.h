/* Betweenness where igraph cannot tell which paths are equal: see betweenness.c. */
#ifndef ECO_METRIC_ENTITY_BRANDES_H
#define ECO_METRIC_ENTITY_BRANDES_H

#include "../../graph/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How often each node lies on shortest directed paths (length 1/W) between others, shares of equal paths added up; not
 * normalised. Paths whose lengths agree within relative 1e-10 are equal. `ret_values` has one for each node; where
 * there are more shortest paths than a double can count, false and nothing of use in it. */
bool eco_brandes(const struct eco_view *view, double *ret_values);

#ifdef __cplusplus
}
#endif
#endif
