#include "metric/figures.h"

START_TEST(by_hand)
{
    ECO_EXPECT("*h>a, h>b, h>c, h>d", synchronisation, 0.2);
    ECO_EXPECT("*a>b, b>c, x", synchronisation, 0.75 / 3);
    /* Groups, not entities: a path of three with the weights 1 and 2. */
    ECO_EXPECT("*a>b, b>c, a2@a, c2@c, a>a2, b>c2", synchronisation, (3 - sqrt(3)) / (3 + sqrt(3)));
    /* Two components of three: the focal firm's. */
    ECO_EXPECT("a>b, b>c, p>*q, q>r, r>p", synchronisation, 0.5);
    /* The focal firm stands aside; the others' component is still the largest. */
    ECO_EXPECT("*x, a>b, b>c", synchronisation, 0.75 / 3);
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT(ECO_TEST_EMPTY, synchronisation, NAN);
    ECO_EXPECT(ECO_TEST_STAR, synchronisation, NAN);
    ECO_EXPECT("*a", synchronisation, NAN);
    ECO_EXPECT("*a>b", synchronisation, NAN);
    ECO_EXPECT("*a>b, a2@a, a2>b, a>a2", synchronisation, NAN);
}
END_TEST

ECO_TEST_PROGRAM("synchronisation", by_hand, undefined)
