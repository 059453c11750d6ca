#include "model/bring.h"

#include "build.h"
#include "same.h"
#include "support.h"

START_TEST(a_copy_is_the_same_and_grows_alone)
{
    struct eco_ecosystem *eco = eco_test_network("*a>b:2 supply brand+data, part@a, part>b");
    struct eco_ecosystem *copy = eco_bring_open(eco);
    eco_bring_close(copy, eco);
    eco_test_same(eco, copy);
    ck_assert_uint_eq(copy->asleep_entities + copy->asleep_relations, 0);
    eco_test_relation(copy, "new", "b", 3, "strange", "odd");
    eco_bring_close(copy, eco);
    ck_assert_uint_eq(copy->asleep_entities, 1);
    ck_assert_uint_eq(copy->asleep_relations, 1);
    ck_assert_int_eq(eco_ecosystem_find_entity(copy, "new"), 3);
    ck_assert_int_eq(eco_ecosystem_find_entity(eco, "new"), -1);
    ck_assert_int_eq(eco_vocabulary_find(&eco->resources, "odd"), -1);
    ck_assert_uint_eq(eco->relations_count, 2);
    eco_ecosystem_destroy(copy);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(what_is_asleep_is_in_no_state)
{
    struct eco_ecosystem *eco = eco_test_network("a>b:2"), *copy = eco_bring_open(eco);
    eco_test_relation(copy, "new", "b", 3, "tie", NULL);
    eco_test_relation(copy, "a", "b", 5, "tie", NULL); /* like the one that counts, which it must not succeed */
    eco_bring_close(copy, eco);
    struct eco_state_options options = {.at = ECO_NO_YEAR, .weight_power = 2, .default_confidence = 0.5};
    struct eco_state state, twin;
    eco_state_init(&state, copy, &options);
    eco_state_copy(&twin, &state);
    ck_assert(state.present[0] && state.present[1] && !state.present[2]);
    ck_assert_double_eq(state.weight[0], 4);
    ck_assert_double_eq(state.weight[1] + state.weight[2], 0);
    ck_assert_double_eq(twin.asleep[1], 9);
    ck_assert_double_eq(twin.asleep[2], 25);
    ck_assert_double_eq(state.confidence[1], 0.5);
    eco_state_finish(&state);
    eco_state_finish(&twin);
    eco_state_init(&state, eco, &options);
    ck_assert_ptr_null(state.asleep);
    eco_state_finish(&state);
    eco_ecosystem_destroy(copy);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(relations_alike_share_ends_kind_and_resources)
{
    struct eco_ecosystem *eco = eco_test_network("a>b:1 tie brand+data, a>b:9 tie data+brand, a>b:1 tie brand, a>b:1 supply brand+data,"
                                                 "b>a:1 tie brand+data, a>b:1 tie brand+capital");
    ck_assert(eco_relations_alike(&eco->relations[0], &eco->relations[1]));
    for (int r = 2; r < 6; r++)
        ck_assert(!eco_relations_alike(&eco->relations[0], &eco->relations[r]));
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(a_replacement_brings_each_relation_once)
{
    struct eco_ecosystem *eco = eco_test_network("a>x, p@a, p>x, x>p, p>a, a>m, m>y, a>x:1 supply"), *copy = eco_bring_open(eco);
    struct eco_step step = {.type = ECO_STEP_REPLACE, .replaced = eco_ecosystem_find_entity(copy, "a"),
                            .successor = eco_ecosystem_find_entity(copy, "m")};
    eco_bring_replacement(copy, &step);
    eco_bring_close(copy, eco);
    ck_assert_uint_eq(copy->asleep_relations, 3); /* m>x, x>m, m>x supply */
    ck_assert_int_eq(step.brought_count, 4);
    ck_assert_int_eq(step.brought[0], step.brought[1]); /* a>x and p>x come to one */
    ck_assert_int_eq(step.moved[0], 0);
    ck_assert_int_eq(step.moved[1], 1);
    const struct eco_relation *back = &copy->relations[step.brought[2]];
    ck_assert_str_eq(copy->entities[back->from].id, "x");
    ck_assert_str_eq(copy->entities[back->to].id, "m");
    ck_assert(eco_is_part(copy, 2, 0) && eco_is_part(copy, 0, 0) && !eco_is_part(copy, 0, 2) && !eco_is_part(copy, -1, 0));
    eco_ecosystem_destroy(copy);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("bring");
    TCase *tcase = tcase_create("bring");
    tcase_add_test(tcase, a_copy_is_the_same_and_grows_alone);
    tcase_add_test(tcase, what_is_asleep_is_in_no_state);
    tcase_add_test(tcase, relations_alike_share_ends_kind_and_resources);
    tcase_add_test(tcase, a_replacement_brings_each_relation_once);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
