#include "metric/coalescence/three.h"

START_TEST(by_hand)
{
    /* a got 2 and gives 1 of it back, 1 to b, which keeps all: 2 * 1/2 of 3. */
    ECO_EXPECT(THREE, circulation, 1.0 / 3);
}
END_TEST

START_TEST(nobody_passes_on_more_than_it_got)
{
    ECO_EXPECT("*f>a:1, a>f:5", circulation, 1);
    ECO_EXPECT("*f>a:4, a>f:1", circulation, 0.25);
}
END_TEST

START_TEST(loops_are_solved)
{
    /* Round and round, out only to f: everything comes back, however thin the way out. */
    ECO_EXPECT("*f>a:0.0009765625, a>b:1073741824.0009765625, b>a:1073741824, b>f:0.0009765625", circulation, 1);
    /* A ring without a way out keeps all. */
    ECO_EXPECT("*f>a:1, a<>b:1", circulation, 0);
}
END_TEST

START_TEST(undefined)
{
    ECO_EXPECT("a>*f", circulation, NAN);
    ECO_EXPECT(ECO_TEST_EMPTY, circulation, NAN);
}
END_TEST

ECO_TEST_PROGRAM("circulation", by_hand, nobody_passes_on_more_than_it_got, loops_are_solved, undefined)
