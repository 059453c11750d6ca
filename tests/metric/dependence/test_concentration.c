#include "metric/figures.h"

START_TEST(by_hand)
{
    static const char four[] = "f>a:2, b>a:1, a>f:1, a>c:3";
    ECO_EXPECT(four, concentration, 1, 5.0 / 9, NAN, 1);
    ECO_EXPECT(four, providers, 1, 2, 0, 1);
}
END_TEST

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(concentration);
    ECO_EXPECT(ECO_TEST_NO_TIES, concentration, NAN, NAN, NAN);
    ECO_EXPECT(ECO_TEST_MESH, concentration, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3);
    ECO_EXPECT(ECO_TEST_MESH, providers, 3, 3, 3, 3);
}
END_TEST

ECO_TEST_PROGRAM("concentration", by_hand, degenerate)
