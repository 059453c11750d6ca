#include "metric/figures.h"

START_TEST(by_hand)
{
    ECO_EXPECT("*f>a", spillover, 0);
    /* 1 + 0.85 */
    ECO_EXPECT("*f>a, a>b", spillover, 1 - 1 / 1.85);
    ECO_EXPECT("*f>a, a>b, b>c", spillover, 1 - 1 / (1.85 + 0.85 * 0.85));
    /* a passes on no more than it got: what it gives beyond that is its own. */
    ECO_EXPECT("*f>a, a>b:3, a>c:1", spillover, 1 - 1 / 1.85);
    /* Half of it goes back to f and leaves. */
    ECO_EXPECT("*f>a:2, a>f, a>b", spillover, 1 - 1 / 1.425);
    /* All of it does. */
    ECO_EXPECT("*f<>a", spillover, 0);
    /* Round and round between a and b: y_a = 0.425 (1 + y_b), y_b = 0.85 (1 + y_a). */
    double y = (0.425 + 0.425 * 0.85) / (1 - 0.425 * 0.85);
    ECO_EXPECT("*f>a, a<>b", spillover, y / (1 + y));
    /* Three quarters to a receiver that passes on, one quarter to one that keeps. */
    ECO_EXPECT("*f>a:3, f>b:1, a>c:3", spillover, 1 - 1 / (1 + 0.85 * 0.75));
}
END_TEST

/* The most there can be: everything goes round for ever. */
START_TEST(bounds)
{
    ECO_EXPECT_NEAR(1e-9, "*f>a:1e-12, a<>b:1e12", spillover, 0.85);
    double least = eco_test_value("*f>a:1e12, a>b:1e-12", &eco_metric_spillover, NULL);
    ck_assert_msg(fabs(least / 0.85e-24 - 1) < 1e-12, "%.17g", least);
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT(ECO_TEST_EMPTY, spillover, NAN);
    ECO_EXPECT(ECO_TEST_STAR, spillover, NAN);
    ECO_EXPECT("*a", spillover, NAN);
    ECO_EXPECT("*a, b>c", spillover, NAN);
    ECO_EXPECT("b>*a, b>c", spillover, NAN);
}
END_TEST

ECO_TEST_PROGRAM("spillover", by_hand, bounds, undefined)
