#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT(ECO_TEST_EMPTY, assortativity, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, assortativity, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, assortativity, NAN);
    ECO_EXPECT(ECO_TEST_MESH, assortativity, NAN);
    ECO_EXPECT("a>b:2, c>d, e", assortativity, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, assortativity, -1);
    ECO_EXPECT(ECO_TEST_CHAIN, assortativity, -0.5);
    /* a-b-c and d-e: ends (1,2) twice, (1,1) once; both ways mean 4/3, variance 2/9, covariance -1/9. */
    ECO_EXPECT(ECO_TEST_ISLANDS, assortativity, -0.5);
    ECO_EXPECT("a>b, b>c, c>a, d>e", assortativity, 1);
}
END_TEST

ECO_TEST_PROGRAM("assortativity", degenerate, shapes)
