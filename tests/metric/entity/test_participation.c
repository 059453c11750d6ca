#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(participation);
    ECO_EXPECT(ECO_TEST_SINGLE, participation, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, participation, NAN, NAN, NAN);
    ECO_EXPECT(ECO_TEST_STAR, participation, NAN, NAN, NAN, NAN, NAN);
    /* Other classes and loops are no kinds of ties. */
    ECO_EXPECT("a>b supply, a>b competition, a>a service", participation, NAN, NAN);
}
END_TEST

START_TEST(spreads)
{
    ECO_EXPECT("a>b supply, b>c service, d", participation, 0, 1, 0, NAN);
    ECO_EXPECT("a>b:3 supply, c>a:1 service", participation, 2 * (1 - 10.0 / 16), 0, 0);
    ECO_EXPECT("a>b:1 supply, c>a:1 service, d>e:1 equity", participation, 1.5 * 0.5, 0, 0, 0, 0);
    const double uneven = 1.5 * (1 - 24.0 / 64);
    ECO_EXPECT("a>b:2 supply, b>a:2 service, a>b:4 equity", participation, uneven, uneven);
}
END_TEST

ECO_TEST_PROGRAM("participation", degenerate, spreads)
