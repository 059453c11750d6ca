#include "scenario/compare.h"
#include "scenario/play.h"

static double figure(const struct eco_comparison *figures, const char *id)
{
    int k = eco_comparison_find(figures, id);
    ck_assert_int_ge(k, 0);
    ck_assert_ptr_null(figures->figures[k].undefined);
    return figures->figures[k].value;
}

START_TEST(what_is_gone_stays_in_the_count)
{
    struct eco_ecosystem *eco = eco_test_network("a<>b, b<>c, d");
    struct eco_state state;
    struct eco_problems problems = {0};
    struct eco_comparison all, left;
    struct eco_analysis_options options = {ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS, -1, 1};
    eco_test_state(&state, eco);
    int nodes = eco_comparison_nodes(eco, &state, ECO_LEVEL_ENTITY);
    ck_assert_int_eq(nodes, 4);
    ck_assert_int_eq(eco_comparison_make(&all, eco, &state, &options, nodes, &problems), ECO_OK);
    eco_state_remove(&state, eco, 2);
    ck_assert_int_eq(eco_comparison_make(&left, eco, &state, &options, nodes, &problems), ECO_OK);
    ck_assert_double_eq_tol(figure(&all, "largest_component"), 0.75, 1e-12);
    ck_assert_double_eq_tol(figure(&left, "largest_component"), 0.5, 1e-12);
    ck_assert_double_eq_tol(figure(&all, "fragmentation"), 0.5, 1e-12);
    ck_assert_double_eq_tol(figure(&left, "fragmentation"), 1 - 2.0 / 12, 1e-12);
    ck_assert_double_eq_tol(figure(&left, "distance_fragmentation"), 1 - 2.0 / 12, 1e-12);
    ck_assert_double_eq_tol(figure(&left, "efficiency"), 2 * 2.0 / 12, 1e-12); /* a pair at length 1/2, both ways */
    ck_assert_double_eq(figure(&left, "entities"), 3);
    ck_assert_double_eq_tol(figure(&left, "density"), 2.0 / 6, 1e-12); /* of the survivors */
    eco_comparison_finish(&all);
    eco_comparison_finish(&left);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(one_survivor_is_a_component)
{
    struct eco_ecosystem *eco = eco_test_network("a<>b, c@a");
    struct eco_state state;
    struct eco_problems problems = {0};
    struct eco_comparison left;
    struct eco_analysis_options options = {ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS, -1, 1};
    eco_test_state(&state, eco);
    ck_assert_int_eq(eco_comparison_nodes(eco, &state, ECO_LEVEL_GROUP), 2);
    eco_state_remove(&state, eco, 0);
    ck_assert_int_eq(eco_comparison_make(&left, eco, &state, &options, 3, &problems), ECO_OK);
    ck_assert_double_eq_tol(figure(&left, "largest_component"), 1.0 / 3, 1e-12);
    ck_assert_double_eq(figure(&left, "fragmentation"), 1);
    ck_assert_double_eq(figure(&left, "efficiency"), 0);
    eco_comparison_finish(&left);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(mean_lock_in_weighs_by_inflow)
{
    struct play p;
    /* b depends on a alone, for one thing that nobody else offers: lock-in 1. c gets half of brand from each of two. */
    play_open(&p, "a>b:3 tie data, x>c:0.5 tie brand, y>c:0.5 tie brand", "'steps': []");
    double c = 0.5 * 0.5 + 0.5 * 0.5; /* D times uniqueness */
    ck_assert_double_eq_tol(play_figure(&p, -1, "lock_in_mean"), (3 * 1 + 1 * c) / 4, 1e-12);
    play_close(&p);
}
END_TEST

PLAY_PROGRAM("compare", what_is_gone_stays_in_the_count, one_survivor_is_a_component, mean_lock_in_weighs_by_inflow)
