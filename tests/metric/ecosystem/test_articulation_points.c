#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT(ECO_TEST_EMPTY, articulation_points, 0);
    ECO_EXPECT(ECO_TEST_SINGLE, articulation_points, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, articulation_points, 0);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, articulation_points, 1);
    ECO_EXPECT(ECO_TEST_CHAIN, articulation_points, 2);
    ECO_EXPECT(ECO_TEST_MESH, articulation_points, 0);
    ECO_EXPECT(ECO_TEST_ISLANDS, articulation_points, 1);
    ECO_EXPECT(ECO_TEST_KITE, articulation_points, 2);
}
END_TEST

ECO_TEST_PROGRAM("articulation_points", degenerate, shapes)
