#include "metric/coalescence/three.h"

START_TEST(by_hand)
{
    ECO_EXPECT(THREE, mutuality, 0.5);
    ECO_EXPECT(THREE, depth, (3 * three_depth() + 0.5) / 4);
    ECO_EXPECT(THREE, integration, 0.5);
}
END_TEST

START_TEST(woven_in_with_the_firm)
{
    /* y = 1 of s = 2; and never more than all. */
    ECO_EXPECT("*f>a:1 integration, a>f:1 supply", integration, 0.5);
    ECO_EXPECT("*f>a:1, a<>b:9, b>f:1", integration, 1);
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT(ECO_TEST_STAR, mutuality, NAN);
    ECO_EXPECT("*a, b>c", depth, NAN);
    ECO_EXPECT(ECO_TEST_EMPTY, integration, NAN);
}
END_TEST

ECO_TEST_PROGRAM("components of coalescence", by_hand, woven_in_with_the_firm, undefined)
