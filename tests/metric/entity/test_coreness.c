#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(coreness);
    ECO_EXPECT(ECO_TEST_SINGLE, coreness, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, coreness, 0, 0, 0);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, coreness, 1, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_CHAIN, coreness, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_MESH, coreness, 3, 3, 3, 3);
    ECO_EXPECT(ECO_TEST_ISLANDS, coreness, 1, 1, 1, 1, 1);
    ECO_EXPECT("a>b, b>c, c>a, c>d, e", coreness, 2, 2, 2, 1, 0);
    /* Weights and directions do not count. */
    ECO_EXPECT("a<>b:9", coreness, 1, 1);
}
END_TEST

ECO_TEST_PROGRAM("coreness", degenerate, shapes)
