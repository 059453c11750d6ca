#include "graph/solve.h"

#include "base/random.h"
#include "metric/figures.h"

START_TEST(two_states)
{
    /* x0 = 1/2 + x1/2, x1 = x0/4 (the rest is lost): x0 = 4/7, x1 = 1/7. */
    const int start[] = {0, 1, 2}, column[] = {1, 0};
    const double chance[] = {0.5, 0.25}, paid[] = {0.5, 0}, lost[] = {0, 0.75};
    double x[2];
    eco_walk_solve(&(struct eco_walk){2, start, column, chance, paid, lost}, x);
    ck_assert_double_eq_tol(x[0], 4.0 / 7, 1e-15);
    ck_assert_double_eq_tol(x[1], 1.0 / 7, 1e-15);
}
END_TEST

START_TEST(loops_only_delay_and_traps_never_pay)
{
    /* State 0 mostly stays; 1 and 2 are a ring without a way out; 3 has no way at all. */
    const int start[] = {0, 1, 2, 3, 3}, column[] = {0, 2, 1};
    const double chance[] = {0.999, 1, 1}, paid[] = {0.001, 0, 0, 0}, lost[] = {0, 0, 0, 0};
    double x[4];
    eco_walk_solve(&(struct eco_walk){4, start, column, chance, paid, lost}, x);
    ck_assert_double_eq(x[0], 1);
    ck_assert_double_eq(x[1], 0);
    ck_assert_double_eq(x[2], 0);
    ck_assert_double_eq(x[3], 0);
}
END_TEST

START_TEST(a_thin_way_out)
{
    /* Two states that swap with weight 1e12; of what leaves, two thirds are paid. */
    const int start[] = {0, 1, 2}, column[] = {1, 0};
    const double chance[] = {1e12, 1e12}, paid[] = {2e-12, 0}, lost[] = {0, 1e-12};
    double x[2];
    eco_walk_solve(&(struct eco_walk){2, start, column, chance, paid, lost}, x);
    ck_assert_double_eq_tol(x[0], 2.0 / 3, 1e-12);
    ck_assert_double_eq_tol(x[1], 2.0 / 3, 1e-12);
}
END_TEST

START_TEST(random_systems_hold)
{
    enum { N = 30 };
    struct eco_random random;
    eco_random_init(&random, (uint64_t)_i, 0);
    int start[N + 1] = {0}, column[N * N];
    double chance[N * N], paid[N], lost[N], x[N];
    for (int i = 0, used = 0; i < N; i++) {
        double sum = paid[i] = eco_random_below(&random, 4) == 0 ? eco_random_uniform(&random) : 0;
        sum += lost[i] = 0.1 * eco_random_uniform(&random);
        for (int j = 0; j < N; j++)
            if (eco_random_below(&random, 5) == 0) {
                column[used] = j;
                sum += chance[used++] = eco_random_uniform(&random);
            }
        start[i + 1] = used;
        for (int k = start[i]; k < used; k++)
            chance[k] /= sum;
        paid[i] /= sum;
        lost[i] /= sum;
    }
    eco_walk_solve(&(struct eco_walk){N, start, column, chance, paid, lost}, x);
    for (int i = 0; i < N; i++) {
        double right = paid[i];
        for (int k = start[i]; k < start[i + 1]; k++)
            right += chance[k] * x[column[k]];
        ck_assert_double_eq_tol(x[i], right, 1e-13);
        ck_assert(x[i] >= 0 && x[i] <= 1);
    }
}
END_TEST

START_TEST(large_walks_hold_too)
{
    /* A row of 2,000 states that go on with 0.85, are lost with 0.15, and of which the first is paid: x = 0.85^k. */
    enum { N = 2000 };
    static int start[N + 1], column[N];
    static double chance[N], paid[N], lost[N], x[N];
    paid[0] = 1;
    for (int i = 1; i < N; i++) {
        start[i + 1] = i;
        column[i - 1] = i - 1;
        chance[i - 1] = 0.85;
        lost[i] = 0.15;
    }
    eco_walk_solve(&(struct eco_walk){N, start, column, chance, paid, lost}, x);
    for (int i = 0; i < N; i++)
        ck_assert_double_eq_tol(x[i] / pow(0.85, i), 1, 1e-9);
}
END_TEST

static Suite *solve(void)
{
    Suite *suite = suite_create("solve");
    TCase *tcase = tcase_create("walks");
    tcase_add_test(tcase, two_states);
    tcase_add_test(tcase, loops_only_delay_and_traps_never_pay);
    tcase_add_test(tcase, a_thin_way_out);
    tcase_add_loop_test(tcase, random_systems_hold, 0, 20);
    tcase_add_test(tcase, large_walks_hold_too);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(solve)
