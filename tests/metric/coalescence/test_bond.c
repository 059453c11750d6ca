#include "metric/coalescence/three.h"

START_TEST(by_hand)
{
    ECO_EXPECT(THREE, group_bond, NAN, three_bond(), 0);
    ECO_EXPECT(THREE, bond_share, NAN, 0.75 * three_bond(), 0);
    ECO_EXPECT(THREE, focal_bond, 0.75 * three_bond());
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT("*f>a, b", group_bond, NAN, 0, NAN);
    ECO_EXPECT("f>a", bond_share, NAN, NAN);
    ECO_EXPECT("*f, a", focal_bond, NAN);
}
END_TEST

ECO_TEST_PROGRAM("bond", by_hand, undefined)
