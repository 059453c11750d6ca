#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(strength_in);
    ECO_EXPECT_NONE(strength_out);
    ECO_EXPECT_NONE(strength);
    ECO_EXPECT(ECO_TEST_SINGLE, strength, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, strength_in, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_NO_TIES, strength, 0, 0, 0);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, strength_in, 0, 2, 1, 1, 4);
    ECO_EXPECT(ECO_TEST_STAR, strength_out, 8, 0, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, strength_in, 0, 1, 2, 4);
    ECO_EXPECT(ECO_TEST_CHAIN, strength_out, 1, 2, 4, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, strength, 1, 3, 6, 4);
    ECO_EXPECT(ECO_TEST_MESH, strength, 6, 6, 6, 6);
    ECO_EXPECT(ECO_TEST_ISLANDS, strength, 2, 3, 1, 4, 4);
}
END_TEST

START_TEST(parallel_relations_add_up)
{
    ECO_EXPECT("a>b:0.5 supply, a>b:2 service, b>a:4, a>a:8", strength, 6.5, 6.5);
    ECO_EXPECT("a>b:0.5 supply, a>b:2 service, b>a:4, a>a:8", strength_out, 2.5, 4);
}
END_TEST

ECO_TEST_PROGRAM("strength", degenerate, shapes, parallel_relations_add_up)
