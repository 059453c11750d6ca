#include "graph/view.h"

#include "metric/figures.h"

START_TEST(merges_and_drops)
{
    struct eco_test_network n;
    eco_test_open(&n, "a>b:1, a>b:2 supply, b>a:4, a>a:9, a>c competition, c", ECO_LEVEL_ENTITY);
    const struct eco_view *view = eco_analysis_entities(n.analysis);
    ck_assert_int_eq(view->n, 3);
    ck_assert_int_eq(view->m, 2);
    ck_assert_double_eq(eco_view_weight(view, 0, 1), 3);
    ck_assert_double_eq(eco_view_weight(view, 1, 0), 4);
    ck_assert_double_eq(eco_view_weight(view, 0, 2), 0);
    int tie = eco_view_find_tie(view, 0, 1);
    ck_assert_int_eq(view->relation_start[tie + 1] - view->relation_start[tie], 2);
    ck_assert_int_eq(view->both.start[1], 1); /* U: one neighbour, both ways in one */
    ck_assert_double_eq(view->both.weight[0], 7);
    eco_test_close(&n);
}
END_TEST

START_TEST(groups)
{
    struct eco_test_network n;
    eco_test_open(&n, "p@w, q@p, w, q>x:1, w>x:2, x>p:4, p>q:8", ECO_LEVEL_GROUP);
    const struct eco_view *view = eco_analysis_groups(n.analysis);
    ck_assert_int_eq(view->n, 2);
    ck_assert_str_eq(n.eco->entities[view->entity_of_node[0]].id, "w");
    ck_assert_double_eq(eco_view_weight(view, 0, 1), 3);
    ck_assert_double_eq(eco_view_weight(view, 1, 0), 4); /* and what stays inside is dropped */
    ck_assert_int_eq(view->m, 2);
    eco_test_close(&n);
}
END_TEST

START_TEST(a_group_outlives_its_root)
{
    struct eco_test_network n;
    eco_test_open(&n, "w, p@w, p>x", ECO_LEVEL_GROUP);
    n.state.present[0] = false;
    const struct eco_view *view = eco_analysis_groups(n.analysis);
    ck_assert_int_eq(view->n, 2);
    ck_assert_int_eq(view->entity_of_node[0], 0);
    ck_assert_int_eq(view->node_of_entity[0], -1);
    ck_assert_int_eq(view->node_of_entity[1], 0);
    eco_test_close(&n);
}
END_TEST

START_TEST(parts_add_up)
{
    struct eco_test_network n;
    eco_test_open(&n, "a>b:3 supply x+y, a>b:1 tie y", ECO_LEVEL_ENTITY);
    const struct eco_view *view = eco_analysis_entities(n.analysis);
    ck_assert_int_eq(view->part_start[1], 2);
    ck_assert_double_eq(view->part_weight[0], 1.5);
    ck_assert_double_eq(view->part_weight[1], 2.5);
    eco_test_close(&n);
}
END_TEST

START_TEST(components)
{
    struct eco_test_network n;
    eco_test_open(&n, ECO_TEST_ISLANDS ", f", ECO_LEVEL_ENTITY);
    const struct eco_view *view = eco_analysis_entities(n.analysis);
    int component[6];
    static const int whole[] = {0, 0, 0, 1, 1, 2}, cut[] = {0, -1, 1, 2, 2, 3};
    ck_assert_int_eq(eco_view_components(view, NULL, component), 3);
    ck_assert_mem_eq(component, whole, sizeof whole);
    const bool skip[6] = {false, true};
    ck_assert_int_eq(eco_view_components(view, skip, component), 4);
    ck_assert_mem_eq(component, cut, sizeof cut);
    eco_test_close(&n);
}
END_TEST

ECO_TEST_PROGRAM("view", merges_and_drops, groups, a_group_outlives_its_root, parts_add_up, components)
