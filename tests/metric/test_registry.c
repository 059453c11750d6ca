#include "metric/metric.h"

#include "metric/figures.h"

START_TEST(finding)
{
    ck_assert_ptr_eq(eco_metric_find("bond", ECO_SCOPE_FOCAL), &eco_metric_focal_bond);
    ck_assert_ptr_eq(eco_metric_find("bond", ECO_SCOPE_GROUP), &eco_metric_group_bond);
    ck_assert_ptr_null(eco_metric_find("bond", ECO_SCOPE_ENTITY));
    ck_assert_ptr_eq(eco_metrics[eco_metric_number(&eco_metric_grip)], &eco_metric_grip);
    ck_assert_ptr_null(eco_metrics[eco_metrics_count]);
    ck_assert_str_eq(eco_metric_nearest("pagernak"), "pagerank");
    ck_assert_ptr_null(eco_metric_nearest("nothing like it"));
}
END_TEST

START_TEST(values)
{
    struct eco_doc *doc = eco_doc_create();
    struct eco_value value = eco_figure_value(doc, &eco_metric_grip, ECO_UNDEFINED("because"));
    ck_assert_int_eq(value.type, ECO_NULL);
    ck_assert_str_eq(value.as.reason, "because");
    ck_assert_int_eq(eco_figure_value(doc, &eco_metric_degree, ECO_DEFINED(3)).as.integer, 3);
    ck_assert(eco_figure_value(doc, &eco_metric_articulation, ECO_DEFINED(1)).as.truth);
    ck_assert_double_eq(eco_figure_value(doc, &eco_metric_grip, ECO_DEFINED(0.25)).as.number, 0.25);
    eco_doc_destroy(doc);
}
END_TEST

ECO_TEST_PROGRAM("registry", finding, values)
