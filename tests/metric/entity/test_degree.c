#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(degree_in);
    ECO_EXPECT_NONE(degree_out);
    ECO_EXPECT_NONE(degree);
    ECO_EXPECT(ECO_TEST_SINGLE, degree, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, degree_in, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, degree_out, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, degree, 0, 0, 0);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, degree_in, 0, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_STAR, degree_out, 4, 0, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_STAR, degree, 4, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_CHAIN, degree_in, 0, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_CHAIN, degree_out, 1, 1, 1, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, degree, 1, 2, 2, 1);
    ECO_EXPECT(ECO_TEST_MESH, degree_in, 3, 3, 3, 3);
    ECO_EXPECT(ECO_TEST_MESH, degree, 3, 3, 3, 3);
    ECO_EXPECT(ECO_TEST_ISLANDS, degree_out, 1, 1, 0, 1, 0);
}
END_TEST

START_TEST(counts_neighbours_not_relations)
{
    ECO_EXPECT("a>b supply, a>b service, b>a supply", degree_out, 1, 1);
    ECO_EXPECT("a>b supply, a>b service, b>a supply", degree, 1, 1);
    ECO_EXPECT("a>a, a>b", degree, 1, 1);
    ECO_EXPECT("a>b competition, a>c regulation, a>d", degree, 1, 0, 0, 1);
}
END_TEST

START_TEST(group_level)
{
    const double expected[] = {2, 1, 1};
    eco_test_expect("whole, part@whole, part>a, whole>a, whole>b, part>whole", ECO_LEVEL_GROUP, &eco_metric_degree,
                    expected, 3, 0);
}
END_TEST

START_TEST(krackhardt_1990)
{
    /* andre, beverley, carol, diane, fernando, ed, garth, heather, ike, jane */
    ECO_EXPECT(ECO_TEST_KITE, degree, 4, 4, 3, 6, 5, 3, 5, 3, 2, 1);
}
END_TEST

START_TEST(padgett_ansell_1993)
{
    ck_assert_double_eq(eco_test_value(ECO_TEST_FLORENTINE, &eco_metric_degree, "medici"), 6);
    ck_assert_double_eq(eco_test_value(ECO_TEST_FLORENTINE, &eco_metric_degree, "strozzi"), 4);
    ck_assert_double_eq(eco_test_value(ECO_TEST_FLORENTINE, &eco_metric_degree, "pazzi"), 1);
}
END_TEST

ECO_TEST_PROGRAM("degree", degenerate, shapes, counts_neighbours_not_relations, group_level, krackhardt_1990,
                 padgett_ansell_1993)
