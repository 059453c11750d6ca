#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(constraint);
    ECO_EXPECT(ECO_TEST_SINGLE, constraint, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, constraint, NAN, NAN, NAN);
    ECO_EXPECT("a>b, c", constraint, 1, 1, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, constraint, 22.0 / 64, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_CHAIN, constraint, 1, 5.0 / 9, 5.0 / 9, 1);
    ECO_EXPECT(ECO_TEST_MESH, constraint, 25.0 / 27, 25.0 / 27, 25.0 / 27, 25.0 / 27);
    ECO_EXPECT(ECO_TEST_ISLANDS, constraint, 1, 5.0 / 9, 1, 1, 1);
}
END_TEST

/* Two neighbours bound to each other far more strongly than to it close every way out. */
START_TEST(at_most_two)
{
    ECO_EXPECT_NEAR(1e-9, "a>b, a>c, b>c:1e12", constraint, 2, 1, 1);
}
END_TEST

ECO_TEST_PROGRAM("constraint", degenerate, shapes, at_most_two)
