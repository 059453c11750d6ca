#include "metric/partnership.h"

#include "metric/coalescence/three.h"

START_TEST(partners)
{
    struct eco_test_network n;
    eco_test_open(&n, THREE ", c>a", ECO_LEVEL_ENTITY);
    const struct eco_partnership *p = eco_partnership_of(n.analysis);
    ck_assert_int_eq(p->count, 2); /* c has no tie with f */
    ck_assert_int_eq(p->partner_of[3], -1);
    ck_assert_double_eq(p->strength[0], 3);
    ck_assert_double_eq(p->given[0], 2);
    ck_assert_double_eq(p->got[0], 1);
    ck_assert_double_eq_tol(p->deep[0], three_depth(), 1e-12);
    ck_assert_double_eq_tol(p->woven[0], 1.0 / 3, 1e-12);
    ck_assert(p->consumer[2] && !p->consumer[1] && p->any_use);
    eco_test_close(&n);
}
END_TEST

START_TEST(without_one)
{
    struct eco_test_network n;
    eco_test_open(&n, THREE, ECO_LEVEL_ENTITY);
    struct eco_partnership *p = eco_partnership_create(eco_analysis_groups(n.analysis), 0, 2);
    ck_assert_int_eq(p->count, 1);
    ck_assert_double_eq(p->woven[0], 0);
    ck_assert(p->any_use); /* of the file, not of what is left: breadth is 0, not undefined */
    struct eco_coalescence c = eco_coalescence_measure(p);
    ck_assert(!c.breadth.undefined && c.breadth.value == 0);
    ck_assert(!c.coalescence.undefined && c.coalescence.value == 0);
    eco_partnership_destroy(p);
    eco_test_close(&n);
}
END_TEST

START_TEST(one_resource_both_ways)
{
    struct eco_test_network n;
    eco_test_open(&n, "*f>a:3 supply x, a>f:1 supply x", ECO_LEVEL_ENTITY);
    ck_assert_double_eq(eco_partnership_of(n.analysis)->deep[0], 0.5); /* one kind, not two */
    eco_test_close(&n);
}
END_TEST

ECO_TEST_PROGRAM("partnership", partners, without_one, one_resource_both_ways)
