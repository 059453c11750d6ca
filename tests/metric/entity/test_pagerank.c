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

ECO_TEST_PROGRAM("pagerank", degenerate, shapes, sums_to_one)
