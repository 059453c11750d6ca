#include "metric/figures.h"

static const char four[] = "*f>a:2 supply components+brand, b>a:1 supply components, a>f:1 service, a>c:3 use software";

START_TEST(by_hand)
{
    /* a on f: 2/3 (1 - 1/2 * 1/4); a on b: 1/3 (1 - 1 * 1/2). */
    ECO_EXPECT(four, tie_lock_in, 1, 2.0 / 3 * 0.875, 1.0 / 6, 1);
    ECO_EXPECT(four, group_lock_in, 1, 0.75, NAN, 1);
}
END_TEST

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(group_lock_in);
    ECO_EXPECT(ECO_TEST_SINGLE, group_lock_in, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, group_lock_in, NAN, NAN, NAN);
}
END_TEST

ECO_TEST_PROGRAM("lock-in", by_hand, degenerate)
