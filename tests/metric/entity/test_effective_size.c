#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(effective_size);
    ECO_EXPECT(ECO_TEST_SINGLE, effective_size, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, effective_size, NAN, NAN, NAN);
    ECO_EXPECT("a>b, c", effective_size, 1, 1, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, effective_size, 4, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_CHAIN, effective_size, 1, 2, 2, 1);
    /* Three neighbours, each tied to the two others: 3 (1 - 2/3). */
    ECO_EXPECT(ECO_TEST_MESH, effective_size, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_ISLANDS, effective_size, 1, 2, 1, 1, 1);
    /* For a: p_ab = 3/4, p_ac = 1/4; m_bc = 2/3, since b's strongest tie is to a itself; m_cb = 1. */
    ECO_EXPECT("a>b:3, a>c:1, b>c:2", effective_size, 1 - 0.25 * 2 / 3 + 1 - 0.75, 1 - 0.6 / 2 + 1 - 0.4 / 3,
               1 - 2.0 / 3 + 1 - 1.0 / 3);
}
END_TEST

ECO_TEST_PROGRAM("effective_size", degenerate, shapes)
