#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT(ECO_TEST_EMPTY, modularity, NAN);
    ECO_EXPECT(ECO_TEST_EMPTY, community_stability, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, modularity, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, modularity, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, community_stability, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_MESH, modularity, 0);
    ECO_EXPECT(ECO_TEST_MESH, community_stability, 1);
    ECO_EXPECT(ECO_TEST_ISLANDS, modularity, 1 - (3.0 * 3 + 4 * 4) / 49);
    ECO_EXPECT(ECO_TEST_ISLANDS, community_stability, 1);
    /* Two triangles and a bridge: of 7, 6 inside. */
    ECO_EXPECT("a>b, b>c, c>a, d>e, e>f, f>d, c>d", modularity, 6.0 / 7 - 0.5);
}
END_TEST

START_TEST(isolates_change_nothing)
{
    ECO_EXPECT("z, a>b:2, b>c:1, d>e:4, y", modularity, 1 - (3.0 * 3 + 4 * 4) / 49);
}
END_TEST

ECO_TEST_PROGRAM("modularity", degenerate, shapes, isolates_change_nothing)
