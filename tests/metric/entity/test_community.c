#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(community);
    ECO_EXPECT(ECO_TEST_SINGLE, community, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, community, NAN, NAN, NAN);
    ECO_EXPECT(ECO_TEST_STAR, community, 1, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_MESH, community, 1, 1, 1, 1);
}
END_TEST

START_TEST(numbered_by_falling_size)
{
    ECO_EXPECT(ECO_TEST_ISLANDS, community, 1, 1, 1, 2, 2);
    ECO_EXPECT("lone, a>b, c>d, d>e, e>c, f>g", community, 4, 2, 2, 1, 1, 1, 3, 3);
}
END_TEST

START_TEST(the_same_on_any_scale)
{
    const char *text = "a>b, b>c, c>a, d>e, e>f, f>d, c>d:0.1";
    ECO_EXPECT(text, community, 1, 1, 1, 2, 2, 2);
    ECO_EXPECT("a>b:1e12, b>c:1e12, c>a:1e12, d>e:1e12, e>f:1e12, f>d:1e12, c>d:1e11", community, 1, 1, 1, 2, 2, 2);
    ECO_EXPECT("a>b:1e-11, b>c:1e-11, c>a:1e-11, d>e:1e-11, e>f:1e-11, f>d:1e-11, c>d:1e-12", community, 1, 1, 1, 2, 2,
               2);
}
END_TEST

/* What a community is: no single move to another one, or out of all, betters the modularity. */
START_TEST(no_move_betters_it)
{
    struct eco_test_network network;
    eco_test_open(&network, ECO_TEST_FLORENTINE, ECO_LEVEL_ENTITY);
    const struct eco_figure *figures = eco_test_figures(&network, &eco_metric_community);
    const struct eco_view *view = eco_analysis_view(network.analysis);
    double total = 80, strength[17] = {0}, own[15] = {0};
    for (int i = 0; i < 15; i++) {
        for (int k = view->both.start[i]; k < view->both.start[i + 1]; k++)
            own[i] += view->both.weight[k];
        strength[(int)figures[i].value] += own[i];
    }
    for (int i = 0; i < 15; i++) {
        double to[17] = {0};
        int at = (int)figures[i].value;
        for (int k = view->both.start[i]; k < view->both.start[i + 1]; k++)
            to[(int)figures[view->both.node[k]].value] += view->both.weight[k];
        for (int c = 1; c < 17; c++)
            if (c != at)
                ck_assert_double_le(to[c] - own[i] * strength[c] / total,
                                    to[at] - own[i] * (strength[at] - own[i]) / total + 1e-12);
    }
    eco_test_close(&network);
}
END_TEST

ECO_TEST_PROGRAM("community", degenerate, numbered_by_falling_size, the_same_on_any_scale, no_move_betters_it)
