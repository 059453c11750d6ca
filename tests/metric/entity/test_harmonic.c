#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(harmonic);
    ECO_EXPECT(ECO_TEST_SINGLE, harmonic, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, harmonic, 0, 0, 0);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, harmonic, 2, 0, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, harmonic, (1 + 1 / 1.5 + 1 / 1.75) / 3, (2 + 1 / 0.75) / 3, 4.0 / 3, 0);
    ECO_EXPECT(ECO_TEST_MESH, harmonic, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_ISLANDS, harmonic, (2 + 1 / 1.5) / 4, 0.25, 0, 1, 0);
}
END_TEST

START_TEST(grows_with_the_weights)
{
    ECO_EXPECT_NEAR(1e-14, "a>b:1e12, b>c:1e12", harmonic, 0.75e12, 0.5e12, 0);
    double tiny = eco_test_value("a>b:1e-12, b>c:1e-12", &eco_metric_harmonic, "a");
    ck_assert_double_eq_tol(tiny * 1e12, 0.75, 1e-14);
    ECO_EXPECT_NEAR(1e-14, "a>b:1e-12, b>c:1e12", harmonic, 1e-12, 0.5e12, 0);
}
END_TEST

ECO_TEST_PROGRAM("harmonic", degenerate, shapes, grows_with_the_weights)
