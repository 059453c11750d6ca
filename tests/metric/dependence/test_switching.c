#include "metric/figures.h"

static const char four[] = "*f>a:2 supply components+brand, b>a:1 supply components, a>f:1 service, a>c:3 use software";

START_TEST(by_hand)
{
    /* Only a gets two kinds at once, in equal parts: N = 2. */
    ECO_EXPECT(four, switching_cost, 0, 0.5, 0, 0);
    /* Half of what f gives a are components, of which b gives as much; nobody else gives the brand. */
    ECO_EXPECT(four, uniqueness, 1, 0.75, 0.5, 1);
}
END_TEST

START_TEST(unequal_parts)
{
    /* 3/4 and 1/4: N = exp(entropy) = (4/3)^(3/4) * 4^(1/4). */
    ECO_EXPECT("b>a:3 supply components, b>a:1 licensing brand", switching_cost,
               1 - 1 / (pow(4.0 / 3, 0.75) * pow(4, 0.25)));
}
END_TEST

START_TEST(the_receiver_does_not_count)
{
    /* What a itself gives of components is no alternative for a: dependences b on a, a on b. */
    ECO_EXPECT("b>a:1 supply components, a>b:5 supply components", uniqueness, 1, 1);
    /* Nearly everything is the receiver's own: what is left must not drown in it. */
    ECO_EXPECT_NEAR(1e-12, "a>d:1e12 supply components, b>a:1e-4 supply components, c>a:3e-4 supply components", uniqueness,
                    0.25, 0.75, 1e12 / (1e12 + 4e-4));
}
END_TEST

ECO_TEST_PROGRAM("switching", by_hand, unequal_parts, the_receiver_does_not_count)
