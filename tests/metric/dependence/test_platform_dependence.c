#include "metric/figures.h"

START_TEST(by_hand)
{
    /* a gets 2/3 from f, the rest from b, which gets nothing; c gets all from a, one step further. */
    ECO_EXPECT("*f>a:2, b>a:1, a>f:1, a>c:3", platform_dependence, NAN, 2.0 / 3, NAN, 0.85 * 2 / 3);
}
END_TEST

START_TEST(cycles_are_solved)
{
    /* x = 1/2 + 0.85 y / 2, y = 0.85 x. */
    double x = 0.5 / (1 - 0.85 * 0.85 / 2);
    ECO_EXPECT("*f>x:1, y>x:1, x>y:1", platform_dependence, NAN, x, 0.85 * x);
    /* A ring that f never reaches. */
    ECO_EXPECT("*f, a<>b", platform_dependence, NAN, 0, 0);
}
END_TEST

START_TEST(no_focal)
{
    ECO_EXPECT("f>a", platform_dependence, NAN, NAN);
    ECO_EXPECT_NONE(platform_dependence);
}
END_TEST

ECO_TEST_PROGRAM("platform dependence", by_hand, cycles_are_solved, no_focal)
