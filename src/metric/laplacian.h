/* How readily the nodes of a view can move together: the extreme eigenvalues of its weighted Laplacian. The focal
 * figure `synchronisation` and the ecosystem figure `synchronisability` are this one on different views. */
#ifndef ECO_METRIC_LAPLACIAN_H
#define ECO_METRIC_LAPLACIAN_H

#include "../base/error.h"
#include "../graph/view.h"
#include "metric.h"

#ifdef __cplusplus
extern "C" {
#endif

/* lambda_2 / lambda_max of the Laplacian of U on the largest component, times that component's share of all nodes; in
 * [0,1]. Of equally large components it is that of node `focal` (-1 = none), else the first. Undefined where it has
 * fewer than three nodes, or where an iteration does not settle (more than some thousand nodes only).
 *
 * Up to 2000 nodes lambda_2 is found from the inverse, which is built from sums, products and quotients of positive
 * numbers: its relative error is some n times that of a double, whatever the spread of the weights. Above, its error
 * is that of a double beside lambda_max.
 *
 * 0 or an eco_code with igraph's reason in `problems`. Barahona & Pecora 2002. */
int eco_laplacian_synchronisability(const struct eco_view *view, int focal, struct eco_figure *ret_figure,
                                    struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
