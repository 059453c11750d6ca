#include "metric/figures.h"

START_TEST(by_hand)
{
    /* Of three who get anything: brand goes to two, data and users to one each. */
    ECO_EXPECT("*f>a supply brand+data, f>b supply brand, f>c use users", sharing, (1.0 + 0 + 0) / 3 / 2);
    ECO_EXPECT("*f>a supply brand, f>b supply brand, f>c use brand", sharing, 1);
    ECO_EXPECT("*f>a supply brand, f>b supply data", sharing, 0);
    /* A second relation with the same partner, and what comes in, add nothing. */
    ECO_EXPECT("*f>a supply brand, f>a tie brand, f>b supply brand, c>f supply data", sharing, 1);
    /* Parts of one group are one partner; the firm's own parts are none. */
    ECO_EXPECT("*f>a supply brand, a2@a, f>a2 supply brand, f>b supply brand, f2@f, f>f2 supply data, f2>b supply rnd",
               sharing, 0.5);
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT(ECO_TEST_EMPTY, sharing, NAN);
    ECO_EXPECT(ECO_TEST_STAR, sharing, NAN);
    ECO_EXPECT("*a", sharing, NAN);
    ECO_EXPECT("*a, b>c", sharing, NAN);
    ECO_EXPECT("b>*a, c>a", sharing, NAN);
    ECO_EXPECT("*a>b supply brand, c>a", sharing, NAN);
    ECO_EXPECT("*a>b competition, a>c competition", sharing, NAN);
}
END_TEST

ECO_TEST_PROGRAM("sharing", by_hand, undefined)
