#include "metric/entity/brandes.h"

#include "base/random.h"
#include "metric/figures.h"

/* A ladder of diamonds has 2^steps shortest paths from end to end. */
static struct eco_ecosystem *diamonds(int steps)
{
    struct eco_ecosystem *eco = eco_test_ecosystem();
    char ids[4][32];
    for (int i = 0; i < steps; i++) {
        snprintf(ids[0], sizeof ids[0], "n%d", i);
        snprintf(ids[1], sizeof ids[1], "l%d", i);
        snprintf(ids[2], sizeof ids[2], "r%d", i);
        snprintf(ids[3], sizeof ids[3], "n%d", i + 1);
        eco_test_relation(eco, ids[0], ids[1], 1, "tie", NULL);
        eco_test_relation(eco, ids[0], ids[2], 1, "tie", NULL);
        eco_test_relation(eco, ids[1], ids[3], 1, "tie", NULL);
        eco_test_relation(eco, ids[2], ids[3], 1, "tie", NULL);
    }
    return eco;
}

static struct eco_ecosystem *random_network(uint64_t seed)
{
    struct eco_ecosystem *eco = eco_test_ecosystem();
    struct eco_random random;
    eco_random_init(&random, seed, 0);
    for (int i = 0; i < 60; i++) {
        char from[32], to[32];
        snprintf(from, sizeof from, "n%d", (int)eco_random_below(&random, 20));
        snprintf(to, sizeof to, "n%d", (int)eco_random_below(&random, 20));
        eco_test_relation(eco, from, to, (double)(1 + eco_random_below(&random, 4)) / 4, "tie", NULL);
    }
    return eco;
}

/* igraph and this count alike where both can. */
START_TEST(as_igraph)
{
    struct eco_ecosystem *eco = random_network((uint64_t)_i);
    struct eco_state state;
    eco_test_state(&state, eco);
    struct eco_analysis_options options = {.focal = -1};
    struct eco_analysis *analysis = eco_analysis_create(eco, &state, &options);
    const struct eco_figure *figures = eco_analysis_figures(analysis, &eco_metric_betweenness);
    struct eco_view *view = eco_analysis_view(analysis);
    double values[20], n = view->n;
    ck_assert(eco_brandes(view, values));
    for (int i = 0; i < view->n; i++)
        ck_assert_double_eq_tol(values[i] / ((n - 1) * (n - 2)), figures[i].value, 1e-12);
    eco_analysis_destroy(analysis);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(counts_until_it_cannot)
{
    struct eco_ecosystem *eco = diamonds(_i ? 1100 : 40);
    struct eco_state state;
    eco_test_state(&state, eco);
    struct eco_view *view = eco_view_create(eco, &state, ECO_LEVEL_ENTITY);
    double *values = eco_alloc((size_t)view->n, sizeof *values);
    bool counted = eco_brandes(view, values);
    ck_assert_int_eq(counted, _i == 0);
    /* Through either middle of the first diamond: half of what the first node reaches behind it. */
    if (counted)
        ck_assert_double_eq_tol(values[1], (view->n - 3) / 2.0, 1e-9);
    free(values);
    eco_view_destroy(view);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    Suite *brandes = suite_create("brandes");
    TCase *all = tcase_create("brandes");
    tcase_add_loop_test(all, as_igraph, 0, 20);
    tcase_add_loop_test(all, counts_until_it_cannot, 0, 2);
    suite_add_tcase(brandes, all);
    return brandes;
}

ECO_TEST_MAIN(suite)
