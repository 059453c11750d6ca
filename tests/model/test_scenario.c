#include "model/scenario.h"

#include "build.h"
#include "support.h"

static struct eco_words words(const char **items)
{
    int count = 0;
    while (items[count])
        count++;
    return (struct eco_words){items, count};
}
#define WORDS(...) words((const char *[]){__VA_ARGS__, NULL})

START_TEST(a_scenario_starts_with_the_defaults)
{
    struct eco_scenario scenario;
    eco_scenario_init(&scenario);
    ck_assert_int_eq(scenario.cascade.kind, ECO_CASCADE_THRESHOLD);
    ck_assert_double_eq(scenario.cascade.threshold, 0.5);
    ck_assert_double_eq(scenario.cascade.coupling, 0.5);
    ck_assert_double_eq(scenario.cascade.substitution, 0);
    for (int k = 0; k < 100; k++)
        ck_assert_int_eq(eco_scenario_add_step(&scenario, ECO_STEP_REMOVE)->type, ECO_STEP_REMOVE);
    ck_assert_uint_eq(scenario.steps_count, 100);
    eco_scenario_finish(&scenario);
    eco_scenario_finish(&scenario);
    eco_scenario_finish(NULL);
    ck_assert_ptr_null(scenario.steps);
}
END_TEST

START_TEST(entities_are_selected_by_every_key)
{
    static const char *tags[] = {"iot", "early"};
    struct eco_ecosystem *eco = eco_test_network("a, b@a, c");
    eco->entities[0].sector = "chips";
    eco->entities[1].sector = "battery";
    eco->entities[1].country = "CN";
    eco->entities[1].tags = (struct eco_words){tags, 2};
    struct eco_entity_selector all = {0}, some[] = {
        {.id = WORDS("b", "z")}, {.kind = WORDS("entity")}, {.sector = WORDS("battery", "nowhere")}, {.country = WORDS("CN")},
        {.tag = WORDS("late", "early")}, {.part_of = WORDS("a")}, {.sector = WORDS("battery"), .country = WORDS("US")},
    };
    static const bool selected[][3] = {{false, true, false}, {true, true, true}, {false, true, false}, {false, true, false},
                                       {false, true, false}, {false, true, false}, {false, false, false}};
    ck_assert(eco_selects_all(&all));
    for (int e = 0; e < 3; e++)
        ck_assert(eco_selects_entity(eco, &all, e));
    for (int k = 0; k < 7; k++) {
        ck_assert(!eco_selects_all(&some[k]));
        for (int e = 0; e < 3; e++)
            ck_assert_msg(eco_selects_entity(eco, &some[k], e) == selected[k][e], "selector %d, entity %d", k, e);
    }
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(relations_are_selected_by_every_key)
{
    struct eco_ecosystem *eco = eco_test_network("a>b:1 supply brand+data, b>a:1 tie brand, a>c:1 competition");
    struct eco_relation_selector some[] = {
        {{0}}, {.kind = WORDS("supply", "tie")}, {.relation_class = WORDS("competitive")}, {.resource = WORDS("data", "capital")},
        {.from = {.id = WORDS("a")}}, {.to = {.id = WORDS("a", "b")}}, {.from = {.id = WORDS("a")}, .resource = WORDS("brand")},
    };
    static const bool selected[][3] = {{true, true, true},  {true, true, false}, {false, false, true}, {true, false, false},
                                       {true, false, true}, {true, true, false}, {true, false, false}};
    for (int k = 0; k < 7; k++)
        for (int r = 0; r < 3; r++)
            ck_assert_msg(eco_selects_relation(eco, &some[k], r) == selected[k][r], "selector %d, relation %d", k, r);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("scenario");
    TCase *tcase = tcase_create("scenario");
    tcase_add_test(tcase, a_scenario_starts_with_the_defaults);
    tcase_add_test(tcase, entities_are_selected_by_every_key);
    tcase_add_test(tcase, relations_are_selected_by_every_key);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
