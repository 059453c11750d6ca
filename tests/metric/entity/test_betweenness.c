#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(betweenness);
    ECO_EXPECT(ECO_TEST_SINGLE, betweenness, NAN);
    ECO_EXPECT("a>b", betweenness, NAN, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, betweenness, 0, 0, 0);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, betweenness, 0, 0, 0, 0, 0);
    ECO_EXPECT("h<>a:2, h<>b, h<>c", betweenness, 1, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, betweenness, 0, 1.0 / 3, 1.0 / 3, 0);
    ECO_EXPECT(ECO_TEST_MESH, betweenness, 0, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_ISLANDS, betweenness, 0, 1.0 / 12, 0, 0, 0);
}
END_TEST

START_TEST(strong_ties_are_short)
{
    /* a to c: directly 1/0.4 = 2.5, by b 1/1 + 1/1 = 2. */
    ECO_EXPECT("a>b:1, b>c:1, a>c:0.4", betweenness, 0, 0.5, 0);
    ECO_EXPECT("a>b:1, b>c:1, a>c:0.6", betweenness, 0, 0, 0);
}
END_TEST

/* 1/10 + 1/5 and 1/(10/3) differ in the last digit. */
START_TEST(equal_paths_share)
{
    ECO_EXPECT("a>b:10, b>c:5, a>c:3.3333333333333335", betweenness, 0, 0.25, 0);
    ECO_EXPECT("a>b:10, a>d:5, b>c:5, d>c:10", betweenness, 0, 1.0 / 12, 1.0 / 12, 0);
    ECO_EXPECT("a>b:10, b>c:5, a>c:3.33333333", betweenness, 0, 0.5, 0);
}
END_TEST

/* igraph keeps distance + 1: lengths of 1e-12 would all look alike. */
START_TEST(any_scale)
{
    ECO_EXPECT("a>b:1e12, b>c:1e12, a>c:0.4e12", betweenness, 0, 0.5, 0);
    ECO_EXPECT("a>b:1e12, b>c:1e12, a>c:0.6e12", betweenness, 0, 0, 0);
    ECO_EXPECT("a>b:1e-12, b>c:1e-12, a>c:0.4e-12", betweenness, 0, 0.5, 0);
    ECO_EXPECT("a>b:1e-12, b>c:1e-12, a>c:0.6e-12", betweenness, 0, 0, 0);
}
END_TEST

START_TEST(weights_of_many_orders)
{
    /* From a, the length of b<>c is nothing beside that of a>b: still only b leads to c. */
    ECO_EXPECT("a>b:1e-12, b<>c:1e12, c>d:1", betweenness, 0, 2.0 / 6, 2.0 / 6, 0);
    ECO_EXPECT("c>d:1, b<>c:1e12, a>b:1e-12", betweenness, 2.0 / 6, 0, 2.0 / 6, 0);
    ECO_EXPECT("a>b:1e12, b>c:1e12, a>c:1e-12", betweenness, 0, 0.5, 0);
}
END_TEST

START_TEST(padgett_ansell_1993)
{
    static const struct {
        const char *family;
        double value;
    } published[] = {
        {"medici", 0.521978},     {"guadagni", 0.254579},   {"albizzi", 0.212454},  {"salviati", 0.142857},
        {"ridolfi", 0.113553},    {"bischeri", 0.104396},   {"strozzi", 0.102564},  {"barbadori", 0.093407},
        {"tornabuoni", 0.091575}, {"castellani", 0.054945}, {"peruzzi", 0.021978},  {"acciaiuoli", 0},
        {"ginori", 0},            {"lamberteschi", 0},      {"pazzi", 0},
    };
    for (size_t i = 0; i < sizeof published / sizeof *published; i++)
        ck_assert_double_eq_tol(eco_test_value(ECO_TEST_FLORENTINE, &eco_metric_betweenness, published[i].family),
                                published[i].value, 5e-7);
}
END_TEST

START_TEST(krackhardt_1990)
{
    /* andre, beverley, carol, diane, fernando, ed, garth, heather, ike, jane; of 36 pairs */
    ECO_EXPECT(ECO_TEST_KITE, betweenness, 5.0 / 6 / 36, 5.0 / 6 / 36, 0, 11.0 / 3 / 36, 25.0 / 3 / 36, 0,
               25.0 / 3 / 36, 14.0 / 36, 8.0 / 36, 0);
}
END_TEST

ECO_TEST_PROGRAM("betweenness", degenerate, shapes, strong_ties_are_short, equal_paths_share, any_scale,
                 weights_of_many_orders, padgett_ansell_1993, krackhardt_1990)
