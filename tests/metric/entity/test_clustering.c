#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(clustering);
    ECO_EXPECT(ECO_TEST_SINGLE, clustering, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, clustering, NAN, NAN, NAN);
    ECO_EXPECT("a<>b", clustering, NAN, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, clustering, 0, NAN, NAN, NAN, NAN);
    ECO_EXPECT(ECO_TEST_CHAIN, clustering, NAN, 0, 0, NAN);
    ECO_EXPECT(ECO_TEST_MESH, clustering, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_ISLANDS, clustering, NAN, 0, NAN, NAN, NAN);
    /* a has b, c (tied) and d: (3 + 1) / 2 twice over (3 + 1 + 4) * 2. */
    ECO_EXPECT("a>b:3, a>c:1, a>d:4, b>c:7", clustering, 4.0 / 16, 1, 1, NAN);
}
END_TEST

ECO_TEST_PROGRAM("clustering", degenerate, shapes)
