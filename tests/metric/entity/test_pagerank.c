#include <sys/wait.h>

#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(pagerank);
    ECO_EXPECT(ECO_TEST_SINGLE, pagerank, 1);
    ECO_EXPECT(ECO_TEST_NO_TIES, pagerank, 1.0 / 3, 1.0 / 3, 1.0 / 3);
}
END_TEST

START_TEST(shapes)
{
    const double base = 1 / 5.85;
    ECO_EXPECT_NEAR(1e-9, ECO_TEST_STAR, pagerank, base, base * (1 + 0.85 / 4), base * (1 + 0.85 / 8),
                    base * (1 + 0.85 / 8), base * (1 + 0.85 / 2));
    const double chain[] = {1, 1.85, 1 + 0.85 * 1.85, 1 + 0.85 * (1 + 0.85 * 1.85)};
    const double sum = chain[0] + chain[1] + chain[2] + chain[3];
    ECO_EXPECT_NEAR(1e-9, ECO_TEST_CHAIN, pagerank, chain[0] / sum, chain[1] / sum, chain[2] / sum, chain[3] / sum);
    ECO_EXPECT_NEAR(1e-9, ECO_TEST_MESH, pagerank, 0.25, 0.25, 0.25, 0.25);
    ECO_EXPECT_NEAR(1e-9, "a>b:2, c>d:1e-12", pagerank, 1 / 5.7, 1.85 / 5.7, 1 / 5.7, 1.85 / 5.7);
}
END_TEST

START_TEST(sums_to_one)
{
    struct eco_test_network network;
    eco_test_open(&network, ECO_TEST_FLORENTINE, ECO_LEVEL_ENTITY);
    const struct eco_figure *figures = eco_test_figures(&network, &eco_metric_pagerank);
    double sum = 0;
    for (int i = 0; i < 15; i++)
        sum += figures[i].value;
    ck_assert_double_eq_tol(sum, 1, 1e-9);
    eco_test_close(&network);
}
END_TEST

/* A ring in which every fifth also gives to the first, large enough for igraph to solve it in an OpenMP region. */
static struct eco_ecosystem *ring(int n)
{
    struct eco_ecosystem *eco = eco_test_ecosystem();
    char from[16], to[16];
    for (int i = 0; i < n; i++) {
        snprintf(from, sizeof from, "n%d", i);
        snprintf(to, sizeof to, "n%d", (i + 1) % n);
        eco_test_relation(eco, from, to, 1, "tie", NULL);
        if (i % 5 == 2)
            eco_test_relation(eco, from, "n0", 2, "tie", NULL);
    }
    return eco;
}

static double rank_first(const struct eco_ecosystem *eco, const struct eco_state *state)
{
    struct eco_analysis_options options = {.focal = -1};
    struct eco_analysis *analysis = eco_analysis_create(eco, state, &options);
    double rank = eco_analysis_figures(analysis, &eco_metric_pagerank)[0].value;
    eco_analysis_destroy(analysis);
    return rank;
}

/* A forked worker of a process that has ranked before must neither hang nor answer differently. */
START_TEST(workers_may_rank)
{
    struct eco_ecosystem *eco = ring(2000);
    struct eco_state state;
    eco_test_state(&state, eco);
    double rank = rank_first(eco, &state);
    ck_assert_double_gt(rank, 1.0 / 2000);
    pid_t worker = fork();
    if (worker == 0)
        _exit(rank_first(eco, &state) == rank ? 0 : 1);
    int status = 0;
    ck_assert_int_eq(waitpid(worker, &status, 0), worker);
    ck_assert_int_eq(status, 0);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

ECO_TEST_PROGRAM("pagerank", degenerate, shapes, sums_to_one, workers_may_rank)
