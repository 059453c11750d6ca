#include "model/state.h"

#include "metric/figures.h"

static struct eco_state at(const struct eco_ecosystem *eco, int year)
{
    struct eco_state_options options = ECO_STATE_DEFAULTS;
    options.at = year;
    struct eco_state state;
    eco_state_init(&state, eco, &options);
    return state;
}

START_TEST(years)
{
    struct eco_ecosystem *eco = eco_test_network("a>b, b>c");
    eco->entities[2].since = 2013;
    eco->relations[0].until = 2012;
    static const struct {
        int year;
        double weight[2];
    } cases[] = {{2012, {1, 0}}, {2013, {0, 1}}, {ECO_NO_YEAR, {1, 1}}};
    for (int k = 0; k < 3; k++) {
        struct eco_state state = at(eco, cases[k].year);
        ck_assert_int_eq(state.present[2], cases[k].year != 2012);
        ck_assert_double_eq(state.weight[0], cases[k].weight[0]);
        ck_assert_double_eq(state.weight[1], cases[k].weight[1]);
        eco_state_finish(&state);
    }
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(of_successive_relations_the_latest)
{
    struct eco_ecosystem *eco = eco_test_network("a>b:1 supply x+y, a>b:2 supply y+x, a>b:4 supply x, a>b:8 tie x+y");
    eco->relations[0].since = 2015;
    struct eco_state state = at(eco, ECO_NO_YEAR); /* a missing `since` is the earliest */
    static const double latest[] = {1, 0, 4, 8};
    ck_assert_mem_eq(state.weight, latest, sizeof latest);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(power_and_confidence)
{
    struct eco_ecosystem *eco = eco_test_network("a>b:3, b>a:0.5");
    eco->relations[1].confidence = 0.5;
    eco->relations[1].confidence_given = true;
    struct eco_state_options options = {ECO_NO_YEAR, 2, 0.8};
    struct eco_state state;
    eco_state_init(&state, eco, &options);
    ck_assert_double_eq(state.weight[0], 9);
    ck_assert_double_eq(state.weight[1], 0.25);
    ck_assert_double_eq(state.confidence[0], 0.8);
    ck_assert_double_eq(state.confidence[1], 0.5);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(removal_takes_parts_and_ties)
{
    struct eco_ecosystem *eco = eco_test_network("a, p@a, q@p, b, q>b, b>c, a>c");
    struct eco_state state = at(eco, ECO_NO_YEAR), copy;
    eco_state_copy(&copy, &state);
    eco_state_remove(&state, eco, 0);
    static const bool present[] = {false, false, false, true, true};
    static const double weight[] = {0, 1, 0};
    ck_assert_mem_eq(state.present, present, sizeof present);
    ck_assert_mem_eq(state.weight, weight, sizeof weight);
    ck_assert(copy.present[0] && copy.weight[0] == 1); /* the copy is its own */
    eco_state_finish(&state);
    eco_state_finish(&copy);
    eco_ecosystem_destroy(eco);
}
END_TEST

ECO_TEST_PROGRAM("state", years, of_successive_relations_the_latest, power_and_confidence, removal_takes_parts_and_ties)
