#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT(ECO_TEST_EMPTY, reciprocity, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, reciprocity, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, reciprocity, NAN);
    ECO_EXPECT("a>a:3", reciprocity, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, reciprocity, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, reciprocity, 0);
    ECO_EXPECT(ECO_TEST_MESH, reciprocity, 1);
    ECO_EXPECT(ECO_TEST_ISLANDS, reciprocity, 0);
    ECO_EXPECT("a>b:3, b>a:1, b>c:4", reciprocity, 0.25);
}
END_TEST

ECO_TEST_PROGRAM("reciprocity", degenerate, shapes)
