#include "metric/coalescence/three.h"

START_TEST(by_hand)
{
    double whole = pow(pow(0.75 * three_bond(), 3) / 3 * three_breadth(), 0.2);
    ECO_EXPECT(THREE, coalescence, whole);
    /* Without a only a one-way partner is left; without b nobody weaves a in: 0 both times. */
    ECO_EXPECT(THREE, coalescence_contribution, NAN, whole, whole);
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT("*f>a, a>f", coalescence, NAN); /* nobody uses anything */
    ECO_EXPECT("*f>a, a>f", coalescence_contribution, NAN, NAN);
    ECO_EXPECT("*f>u use software", coalescence_contribution, NAN, NAN); /* without its only partner */
    ECO_EXPECT(ECO_TEST_EMPTY, coalescence, NAN);
}
END_TEST

ECO_TEST_PROGRAM("coalescence", by_hand, undefined)
