#include "metric/coalescence/three.h"

START_TEST(by_hand)
{
    ECO_EXPECT(THREE, breadth, three_breadth());
    ECO_EXPECT("*f>u use software, f>a", breadth, 1);
    ECO_EXPECT("*f>u use software", breadth, 0);
}
END_TEST

START_TEST(a_share_near_one)
{
    double rest = 1e-12 / (1 + 1e-12), p = 1 / (1 + 1e-12);
    ECO_EXPECT_NEAR(1e-20, "*f>u:1 use software, f>a:1e-12", breadth, -p * log1p(-rest) / M_LN2 - rest * log2(rest));
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT("*f>u, f>a", breadth, NAN);                 /* nobody uses anything */
    ECO_EXPECT("*f>u use software, x@f, f>x use y, a", breadth, 0); /* use inside the firm is none */
    ECO_EXPECT("*f, x@f, f>x use y, f>a", breadth, NAN);
}
END_TEST

ECO_TEST_PROGRAM("breadth", by_hand, a_share_near_one, undefined)
