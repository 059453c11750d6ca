/* The largest eigenvalues of symmetric matrices that are known by what they do to a vector. */
#ifndef ECO_METRIC_ENTITY_SPECTRAL_H
#define ECO_METRIC_ENTITY_SPECTRAL_H

#include <igraph.h>

#include "base/error.h"

/* The one or two largest eigenvalues (`count`), falling, of the matrix of `size` >= `count` rows that `apply`
 * multiplies with (`entries`: how many it holds, for the bounds on time), and the vector of the largest (`size` values;
 * NULL = not wanted). LAPACK while the matrix is small, then ARPACK, which may not settle where the eigenvalues lie
 * very close together: ECO_ECHECK then. Else 0 or the code of the failure, with the reason in `problems`. */
int eco_spectral_largest(igraph_arpack_function_t *apply, void *extra, int size, double entries, int count,
                         double *ret_values, double *ret_vector, struct eco_problems *problems);

#endif
