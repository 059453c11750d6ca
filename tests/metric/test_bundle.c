#include "metric/bundle.h"

#include "metric/figures.h"

static void expect_point(struct eco_curve_point point, int k, double mean, double p05, double p95, double unintegrated)
{
    ck_assert_int_eq(point.k, k);
    ck_assert_double_eq_tol(point.mean, mean, 1e-12);
    ck_assert_double_eq_tol(point.p05, p05, 1e-12);
    ck_assert_double_eq_tol(point.p95, p95, 1e-12);
    ck_assert_double_eq_tol(point.unintegrated, unintegrated, 1e-12);
}

START_TEST(curve_by_hand)
{
    struct eco_test_network n;
    eco_test_open(&n, "*f, m@f, p@f, m>u:0.8 use software, p>u:0.4 use data, m>p:1 integration", ECO_LEVEL_ENTITY);
    const struct eco_bundle *bundle = eco_bundle_of(n.analysis);
    ck_assert_int_eq(bundle->count, 1);
    struct eco_curve_point points[2];
    eco_bundle_curve(&bundle->consumers[0], 1, points);
    expect_point(points[0], 1, 0.1875, 0.13125, 0.24375, 0.1875); /* one product has nothing to work with */
    expect_point(points[1], 2, 0.4921875, 0.4921875, 0.4921875, 0.34375);
    eco_test_close(&n);
}
END_TEST

START_TEST(integration_by_a_third)
{
    struct eco_test_network n;
    /* Both work with the consumer's own system, and only by that with each other; r works with nobody. */
    eco_test_open(&n, "*f, m@f, p@f, r@f, m>u use x, p>u use x, r>u use x, u>m integration, p>u integration", ECO_LEVEL_ENTITY);
    const struct eco_bundle_consumer *u = &eco_bundle_of(n.analysis)->consumers[0];
    ck_assert_int_eq(u->products, 3);
    ck_assert(u->integrated[0 * 3 + 1] && u->integrated[1 * 3 + 0]);
    ck_assert(!u->integrated[0 * 3 + 2] && !u->integrated[1 * 3 + 2] && !u->integrated[0]);
    eco_test_close(&n);
}
END_TEST

START_TEST(large_bundles_are_drawn)
{
    char text[2048] = "*f", item[64];
    for (int p = 0; p < 20; p++) {
        snprintf(item, sizeof item, ", p%d@f, p%d>u:%g use x", p, p, 0.05 * (p + 1));
        strcat(text, item);
    }
    struct eco_test_network n;
    eco_test_open(&n, text, ECO_LEVEL_ENTITY);
    const struct eco_bundle_consumer *u = &eco_bundle_of(n.analysis)->consumers[0];
    struct eco_curve_point points[20], again[20], other[20];
    eco_bundle_curve(u, 1, points);
    eco_bundle_curve(u, 1, again);
    eco_bundle_curve(u, 2, other);
    for (int k = 0; k < 20; k++)
        expect_point(again[k], k + 1, points[k].mean, points[k].p05, points[k].p95, points[k].unintegrated);
    ck_assert_double_ne(points[9].mean, other[9].mean); /* 184,756 subsets: drawn */
    ck_assert_double_eq(points[1].mean, other[1].mean); /* 190: all of them */
    for (int k = 1; k < 20; k++)
        ck_assert_double_gt(points[k].mean, points[k - 1].mean);
    ck_assert_double_eq_tol(points[19].mean, eco_bundle_lock_in(u, NULL, true), 1e-12);
    eco_test_close(&n);
}
END_TEST

ECO_TEST_PROGRAM("bundle", curve_by_hand, integration_by_a_third, large_bundles_are_drawn)
