#include "metric/analysis.h"

#include "metric/figures.h"

START_TEST(each_figure_once)
{
    struct eco_test_network n;
    eco_test_open(&n, "*a>b, b>c", ECO_LEVEL_ENTITY);
    const struct eco_figure *first = eco_test_figures(&n, &eco_metric_strength);
    ck_assert_ptr_eq(first, eco_test_figures(&n, &eco_metric_strength));
    eco_test_close(&n);
}
END_TEST

START_TEST(focal_group)
{
    struct eco_test_network n;
    eco_test_open(&n, "x, *p@whole, p>x", ECO_LEVEL_ENTITY); /* the focal firm is a part: its group counts */
    const struct eco_view *groups = eco_analysis_groups(n.analysis);
    int focal = eco_analysis_focal_group(n.analysis);
    ck_assert_int_ge(focal, 0);
    ck_assert_str_eq(n.eco->entities[groups->entity_of_node[focal]].id, "whole");
    ck_assert_int_eq(eco_analysis_count(n.analysis, ECO_SCOPE_ENTITY), 3);
    ck_assert_int_eq(eco_analysis_count(n.analysis, ECO_SCOPE_GROUP), 2);
    ck_assert_int_eq(eco_analysis_count(n.analysis, ECO_SCOPE_FOCAL), 1);
    eco_test_close(&n);
}
END_TEST

START_TEST(no_focal_and_a_focal_that_is_gone)
{
    struct eco_test_network n;
    eco_test_open(&n, "a>b", ECO_LEVEL_ENTITY);
    ck_assert_int_eq(eco_analysis_focal_group(n.analysis), -1);
    ck_assert_ptr_eq(eco_test_figures(&n, &eco_metric_mutuality)->undefined, eco_no_focal);
    eco_test_close(&n);

    eco_test_open(&n, "*a>b, b>c", ECO_LEVEL_ENTITY);
    eco_state_remove(&n.state, n.eco, n.eco->focal);
    ck_assert_int_eq(eco_analysis_focal_group(n.analysis), -1);
    ck_assert_ptr_eq(eco_test_figures(&n, &eco_metric_mutuality)->undefined, eco_focal_gone);
    eco_test_close(&n);
}
END_TEST

ECO_TEST_PROGRAM("analysis", each_figure_once, focal_group, no_focal_and_a_focal_that_is_gone)
