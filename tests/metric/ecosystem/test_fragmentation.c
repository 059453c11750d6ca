#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT(ECO_TEST_EMPTY, largest_component, NAN);
    ECO_EXPECT(ECO_TEST_EMPTY, fragmentation, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, largest_component, 1);
    ECO_EXPECT(ECO_TEST_SINGLE, fragmentation, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, largest_component, 1.0 / 3);
    ECO_EXPECT(ECO_TEST_NO_TIES, fragmentation, 1);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, largest_component, 1);
    ECO_EXPECT(ECO_TEST_STAR, fragmentation, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, fragmentation, 0);
    ECO_EXPECT(ECO_TEST_MESH, fragmentation, 0);
    ECO_EXPECT(ECO_TEST_ISLANDS, largest_component, 0.6);
    ECO_EXPECT(ECO_TEST_ISLANDS, fragmentation, 1 - 8.0 / 20);
}
END_TEST

ECO_TEST_PROGRAM("fragmentation", degenerate, shapes)
