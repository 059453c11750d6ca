#include "metric/entity/leading.h"

#include <math.h>

#include "support.h"

/* A ring of `size` rows with entries `weight`, behind `first` rows. */
static void add_ring(int first, int size, double weight, int *start, int *node, double *weights)
{
    for (int i = 0; i < size; i++) {
        int k = start[first + i];
        node[k] = first + (i + size - 1) % size;
        node[k + 1] = first + (i + 1) % size;
        weights[k] = weights[k + 1] = weight;
        start[first + i + 1] = k + 2;
    }
}

static const char *lead(int first, double first_weight, int second, double second_weight, double *ret_vector)
{
    int n = first + second, *start = calloc((size_t)n + 1, sizeof *start), *node = calloc(2 * (size_t)n, sizeof *node);
    double *weight = calloc(2 * (size_t)n, sizeof *weight);
    add_ring(0, first, first_weight, start, node, weight);
    add_ring(first, second, second_weight, start, node, weight);
    struct eco_sparse matrix = {n, start, node, weight};
    const char *undefined = "unset";
    ck_assert_int_eq(eco_leading_vector(&matrix, ret_vector, &undefined, NULL), 0);
    free(weight);
    free(node);
    free(start);
    return undefined;
}

/* A ring's leading eigenvalue is twice its weight, whatever its size, and its vector is constant. */
START_TEST(the_heavier_ring_leads)
{
    static const int sizes[][2] = {{3, 3}, {3, 40}, {40, 3}, {200, 5}, {5, 200}};
    int first = sizes[_i][0], second = sizes[_i][1];
    double vector[205];
    ck_assert_ptr_null(lead(first, 1, second, 1 + 1e-8, vector));
    for (int i = 0; i < first + second; i++)
        ck_assert_double_eq_tol(vector[i], i < first ? 0 : 1 / sqrt(second), 1e-9);
    ck_assert_ptr_null(lead(first, 1e-9, second, 1e-12, vector));
    for (int i = 0; i < first + second; i++)
        ck_assert_double_eq_tol(vector[i], i < first ? 1 / sqrt(first) : 0, 1e-9);
}
END_TEST

START_TEST(equal_rings_do_not)
{
    static const int sizes[][2] = {{3, 3}, {3, 40}, {40, 3}, {200, 5}, {5, 200}};
    double vector[205];
    ck_assert_ptr_nonnull(lead(sizes[_i][0], 1, sizes[_i][1], 1, vector));
    ck_assert_ptr_nonnull(lead(sizes[_i][0], 0.3, sizes[_i][1], 0.1 + 0.2, vector));
}
END_TEST

START_TEST(nothing_leads)
{
    int start[] = {0, 0, 0};
    const char *undefined = NULL;
    double vector[2];
    ck_assert_int_eq(eco_leading_vector(&(struct eco_sparse){0, start, NULL, NULL}, vector, &undefined, NULL), 0);
    ck_assert_str_eq(undefined, "there is no tie");
    undefined = NULL;
    ck_assert_int_eq(eco_leading_vector(&(struct eco_sparse){2, start, NULL, NULL}, vector, &undefined, NULL), 0);
    ck_assert_str_eq(undefined, "there is no tie");
}
END_TEST

static Suite *suite(void)
{
    Suite *leading = suite_create("leading");
    TCase *all = tcase_create("leading");
    tcase_add_loop_test(all, the_heavier_ring_leads, 0, 5);
    tcase_add_loop_test(all, equal_rings_do_not, 0, 5);
    tcase_add_test(all, nothing_leads);
    suite_add_tcase(leading, all);
    return leading;
}

ECO_TEST_MAIN(suite)
