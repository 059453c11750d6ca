#include "metric/figures.h"

START_TEST(by_hand)
{
    ECO_EXPECT("*f>a:2 supply components+brand, b>a:1 supply components, a>f:1 service, a>c:3 use software", grip,
               2.0 / 3 * 0.875 / 3, 2.0 / 3, 1.0 / 18, 0);
}
END_TEST

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(grip);
    ECO_EXPECT(ECO_TEST_SINGLE, grip, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, grip, 0, 0, 0);
}
END_TEST

ECO_TEST_PROGRAM("grip", by_hand, degenerate)
