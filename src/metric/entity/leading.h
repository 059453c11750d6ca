/* The leading eigenvector of a symmetric matrix without negative entries, or why there is none to speak of. */
#ifndef ECO_METRIC_ENTITY_LEADING_H
#define ECO_METRIC_ENTITY_LEADING_H

#include "../../base/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Row i has its entries at [start[i], start[i+1]). */
struct eco_sparse {
    int n;
    const int *start, *node;
    const double *weight;
};

/* Fills `ret_vector` (n values, none negative, zero outside the leading component) and sets `*ret_undefined` to NULL,
 * or to a static sentence where there is no entry, where the leading eigenvalue is not simple, or where it could not be
 * settled. Returns 0 or an eco_code with the reason in `problems`.
 *
 * Within a connected component the leading eigenvalue is always simple (Perron, Frobenius); so it is not simple exactly
 * where two components share it. Two are taken for equal within relative 1e-10. The same goes for the two largest of
 * the leading component: so close, the vector that belongs to the largest cannot be told from its neighbour. */
int eco_leading_vector(const struct eco_sparse *matrix, double *ret_vector, const char **ret_undefined,
                       struct eco_problems *problems);

extern const char eco_leading_undefined_when[];

#ifdef __cplusplus
}
#endif
#endif
