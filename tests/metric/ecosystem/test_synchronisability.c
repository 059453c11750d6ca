#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT(ECO_TEST_EMPTY, synchronisability, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, synchronisability, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, synchronisability, NAN);
    ECO_EXPECT("a>b:2, c>d", synchronisability, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_MESH, synchronisability, 1);
    ECO_EXPECT("h>a, h>b, h>c, h>d", synchronisability, 0.2);
    ECO_EXPECT("a>b:2, b>c:2", synchronisability, 1.0 / 3);
    /* A path of two ties of weights 2 and 1: eigenvalues 3 -+ sqrt(3); three of five. */
    ECO_EXPECT(ECO_TEST_ISLANDS, synchronisability, (3 - sqrt(3)) / (3 + sqrt(3)) * 0.6);
}
END_TEST

START_TEST(of_equal_components_the_focal_one)
{
    ECO_EXPECT("a>b, b>c, d>e, e>f, f>d", synchronisability, 0.5 / 3);
    ECO_EXPECT("a>b, b>c, *d>e, e>f, f>d", synchronisability, 0.5);
    /* Only among the largest. */
    ECO_EXPECT("a>b, b>c, c>d, d>a, *e>f, f>g, g>e", synchronisability, 0.5 * 4 / 7);
}
END_TEST

START_TEST(group_level)
{
    const double expected[] = {0.5};
    eco_test_expect("a>b, b>c, whole>e, *part@whole, e>f, f>part", ECO_LEVEL_GROUP, &eco_metric_synchronisability,
                    expected, 1, 1e-12);
}
END_TEST

ECO_TEST_PROGRAM("synchronisability", degenerate, shapes, of_equal_components_the_focal_one, group_level)
