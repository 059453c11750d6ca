#include "metric/entity/spectral.h"

#include <math.h>

#include "support.h"

/* The path: eigenvalues 2 cos(k pi / (n + 1)). */
static igraph_error_t path(igraph_real_t *to, const igraph_real_t *from, int n, void *extra)
{
    (void)extra;
    for (int i = 0; i < n; i++)
        to[i] = (i > 0 ? from[i - 1] : 0) + (i + 1 < n ? from[i + 1] : 0);
    return IGRAPH_SUCCESS;
}

START_TEST(small_and_large)
{
    static const int sizes[] = {2, 3, 149, 150, 151, 400};
    int n = sizes[_i];
    double values[2], *vector = calloc((size_t)n, sizeof *vector), pi = acos(-1);
    ck_assert_int_eq(eco_spectral_largest(path, NULL, n, 2 * n, 2, values, vector, NULL), 0);
    ck_assert_double_eq_tol(values[0], 2 * cos(pi / (n + 1)), 1e-12);
    ck_assert_double_eq_tol(values[1], 2 * cos(2 * pi / (n + 1)), 1e-12);
    double scale = vector[n / 2] / sin(pi * (n / 2 + 1) / (n + 1));
    for (int i = 0; i < n; i++)
        ck_assert_double_eq_tol(vector[i] / scale, sin(pi * (i + 1) / (n + 1)), 1e-8);
    ck_assert(IGRAPH_FINALLY_STACK_EMPTY);
    free(vector);
}
END_TEST

/* Called far more costly than it is, the matrix gets few rounds. */
START_TEST(gives_up)
{
    double values[2];
    ck_assert_int_eq(eco_spectral_largest(path, NULL, 5000, 1e12, 2, values, NULL, NULL), ECO_ECHECK);
    ck_assert(IGRAPH_FINALLY_STACK_EMPTY);
}
END_TEST

static Suite *suite(void)
{
    Suite *spectral = suite_create("spectral");
    TCase *all = tcase_create("spectral");
    tcase_add_loop_test(all, small_and_large, 0, 6);
    tcase_add_test(all, gives_up);
    suite_add_tcase(spectral, all);
    return spectral;
}

ECO_TEST_MAIN(suite)
