/* Least solutions of x_i = b_i + sum_j A_ij x_j, where A >= 0, b >= 0 and no row gives out more than 1 in all.
 *
 * Such a system is a walk: from i it goes on to j with chance A_ij, is paid with chance b_i, or is lost with the
 * chance that is left; x_i is the chance to be paid. */
#ifndef ECO_GRAPH_SOLVE_H
#define ECO_GRAPH_SOLVE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Row i has the entries [start[i], start[i+1]): column `column[k]` != i is allowed to be any unknown, chance[k] >= 0
 * (an entry on the diagonal is a loop and allowed). `paid[i]` and `lost[i]` are the chances to end; only the
 * proportions within a row matter, so rows need not be normalised and nothing is lost by subtraction: states are
 * eliminated one by one with additions, products and quotients of positive numbers alone (Grassmann, Taksar & Heyman
 * 1985), accurate for weights of any spread. x = 0 where no payment can be reached. A large walk that ends in every step with
 * a fair chance is summed up from below instead, until no digit moves: as exact, and linear in its entries. */
struct eco_walk {
    int n;
    const int *start, *column;
    const double *chance, *paid, *lost;
};

/* Fills `ret_x` (n). */
void eco_walk_solve(const struct eco_walk *walk, double *ret_x);

#ifdef __cplusplus
}
#endif
#endif
