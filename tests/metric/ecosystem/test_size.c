#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT(ECO_TEST_EMPTY, entities, 0);
    ECO_EXPECT(ECO_TEST_EMPTY, relations, 0);
    ECO_EXPECT(ECO_TEST_EMPTY, value, 0);
    ECO_EXPECT(ECO_TEST_EMPTY, density, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, entities, 1);
    ECO_EXPECT(ECO_TEST_SINGLE, density, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, density, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, value, 0);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, entities, 5);
    ECO_EXPECT(ECO_TEST_STAR, relations, 4);
    ECO_EXPECT(ECO_TEST_STAR, value, 8);
    ECO_EXPECT(ECO_TEST_STAR, density, 0.2);
    ECO_EXPECT(ECO_TEST_CHAIN, density, 0.25);
    ECO_EXPECT(ECO_TEST_MESH, density, 1);
    ECO_EXPECT(ECO_TEST_ISLANDS, value, 7);
}
END_TEST

START_TEST(what_counts)
{
    const char *text = "a>b supply, a>b:2 service, a>a:4 supply, b>c:8 competition, c>a:16 regulation";
    ECO_EXPECT(text, relations, 2);
    ECO_EXPECT(text, value, 3);
    ECO_EXPECT(text, density, 1.0 / 6);
    const double between_groups = 1;
    eco_test_expect("whole, part@whole, part>whole, part>a", ECO_LEVEL_GROUP, &eco_metric_relations, &between_groups, 1,
                    0);
}
END_TEST

ECO_TEST_PROGRAM("size", degenerate, shapes, what_counts)
