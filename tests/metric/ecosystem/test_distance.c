#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT(ECO_TEST_EMPTY, efficiency, NAN);
    ECO_EXPECT(ECO_TEST_EMPTY, distance_fragmentation, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, efficiency, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, distance_fragmentation, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, efficiency, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, distance_fragmentation, 1);
}
END_TEST

START_TEST(by_hops)
{
    /* 8 ordered pairs at one step, 12 at two. */
    ECO_EXPECT(ECO_TEST_STAR, distance_fragmentation, 1 - (8 + 6) / 20.0);
    ECO_EXPECT(ECO_TEST_CHAIN, distance_fragmentation, 1 - 2 * (3 + 2 / 2.0 + 1 / 3.0) / 12);
    ECO_EXPECT(ECO_TEST_MESH, distance_fragmentation, 0);
    ECO_EXPECT(ECO_TEST_ISLANDS, distance_fragmentation, 1 - 2 * (3 + 0.5) / 20);
}
END_TEST

START_TEST(by_length)
{
    ECO_EXPECT("a>b:3, b>a:1, b>c:1", efficiency, (4 + 1 + 1 / 1.25) / 3);
    ECO_EXPECT(ECO_TEST_CHAIN, efficiency, (1 + 2 + 4 + 1 / 1.5 + 1 / 0.75 + 1 / 1.75) / 6);
    ECO_EXPECT(ECO_TEST_MESH, efficiency, 2);
    ECO_EXPECT(ECO_TEST_ISLANDS, efficiency, (2 + 1 + 4 + 1 / 1.5) / 10);
}
END_TEST

START_TEST(any_scale)
{
    ECO_EXPECT_NEAR(1e-14, "a>b:1e12, b>c:1e12", efficiency, 2.5e12 / 3);
    double tiny = eco_test_value("a>b:1e-12, b>c:1e-12", &eco_metric_efficiency, NULL);
    ck_assert_double_eq_tol(tiny * 1e12, 2.5 / 3, 1e-14);
}
END_TEST

ECO_TEST_PROGRAM("distance", degenerate, by_hops, by_length, any_scale)
