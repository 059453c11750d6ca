#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(eigenvector);
    ECO_EXPECT(ECO_TEST_SINGLE, eigenvector, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, eigenvector, NAN, NAN, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT("a>b, c", eigenvector, 1, 1, 0);
    const double root = sqrt(22);
    ECO_EXPECT(ECO_TEST_STAR, eigenvector, 1, 2 / root, 1 / root, 1 / root, 4 / root);
    ECO_EXPECT("a>b:2, b>c:2", eigenvector, sqrt(0.5), 1, sqrt(0.5));
    ECO_EXPECT(ECO_TEST_MESH, eigenvector, 1, 1, 1, 1);
    /* The island with the tie of weight 4 leads before sqrt(5). */
    ECO_EXPECT(ECO_TEST_ISLANDS, eigenvector, 0, 0, 0, 1, 1);
}
END_TEST

START_TEST(two_that_tie_for_the_lead)
{
    ECO_EXPECT("a>b:2, c>d:2", eigenvector, NAN, NAN, NAN, NAN);
    ECO_EXPECT("a>b:2, c>d:1, d>c:1, e", eigenvector, NAN, NAN, NAN, NAN, NAN);
    ECO_EXPECT("a>b, b>c, c>a, d>e:2", eigenvector, NAN, NAN, NAN, NAN, NAN);
    ECO_EXPECT("a>b:2, c>d:2.000001", eigenvector, 0, 0, 1, 1);
    /* Equal ones behind the leader do no harm. */
    ECO_EXPECT("a>b:2, c>d:2, e>f:3", eigenvector, 0, 0, 0, 0, 1, 1);
    /* Joined by a thread, the two are one component and still cannot be told apart. */
    ECO_EXPECT("a>b, b>c:1e-12, c>d", eigenvector, NAN, NAN, NAN, NAN);
}
END_TEST

START_TEST(any_scale)
{
    ECO_EXPECT("a>b:2e12, b>c:2e12", eigenvector, sqrt(0.5), 1, sqrt(0.5));
    ECO_EXPECT("a>b:2e-12, b>c:2e-12", eigenvector, sqrt(0.5), 1, sqrt(0.5));
    ECO_EXPECT("a>b:1e12, b>c:1e-12", eigenvector, 1, 1, 0);
}
END_TEST

START_TEST(padgett_ansell_1993)
{
    ck_assert_double_eq_tol(eco_test_value(ECO_TEST_FLORENTINE, &eco_metric_eigenvector, "medici"), 1, 1e-12);
    ck_assert_double_eq_tol(eco_test_value(ECO_TEST_FLORENTINE, &eco_metric_eigenvector, "strozzi"), 0.827269,
                            5e-7);
}
END_TEST

ECO_TEST_PROGRAM("eigenvector", degenerate, shapes, two_that_tie_for_the_lead, any_scale, padgett_ansell_1993)
