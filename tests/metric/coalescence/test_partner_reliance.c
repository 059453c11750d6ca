#include "metric/coalescence/three.h"

START_TEST(by_hand)
{
    ECO_EXPECT(THREE, partner_reliance, 0.75); /* 3 of the 2 + 2 that a and b receive */
    ECO_EXPECT("*f>a:1, b>a:3, c>b:9", partner_reliance, 0.25); /* what strangers receive does not count */
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT("a>*f", partner_reliance, NAN);
    ECO_EXPECT("*f, a", partner_reliance, NAN);
    ECO_EXPECT("f>a", partner_reliance, NAN);
}
END_TEST

ECO_TEST_PROGRAM("partner reliance", by_hand, undefined)
