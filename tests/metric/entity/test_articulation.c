#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(articulation);
    ECO_EXPECT(ECO_TEST_SINGLE, articulation, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, articulation, 0, 0, 0);
    ECO_EXPECT("a<>b", articulation, 0, 0);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, articulation, 1, 0, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, articulation, 0, 1, 1, 0);
    ECO_EXPECT(ECO_TEST_MESH, articulation, 0, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_ISLANDS, articulation, 0, 1, 0, 0, 0);
    /* A ring of given and got has no cut point, though each tie leads one way. */
    ECO_EXPECT("a>b, b>c, c>d, d>a", articulation, 0, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_KITE, articulation, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0);
}
END_TEST

ECO_TEST_PROGRAM("articulation", degenerate, shapes)
