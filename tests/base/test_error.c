#include "base/error.h"

#include "support.h"

START_TEST(test_an_error_without_a_place)
{
    struct eco_problems problems = {0};
    eco_problems_error(&problems, "no entity \"%s\"", "huamii");
    ck_assert_uint_eq(problems.count, 1);
    ck_assert_uint_eq(problems.errors, 1);
    ck_assert_uint_eq(problems.warnings, 0);
    ck_assert(!problems.items[0].warning);
    ck_assert_int_eq(problems.items[0].line, 0);
    ck_assert_int_eq(problems.items[0].column, 0);
    ck_assert_str_eq(problems.items[0].path, "");
    ck_assert_str_eq(problems.items[0].text, "no entity \"huamii\"");
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(test_a_warning_with_a_place)
{
    struct eco_problems problems = {0};
    eco_problems_add(&problems, true, 3, 14, "relations[17].to", "%d %s", 2, "words");
    ck_assert_uint_eq(problems.warnings, 1);
    ck_assert_uint_eq(problems.errors, 0);
    ck_assert(problems.items[0].warning);
    ck_assert_int_eq(problems.items[0].line, 3);
    ck_assert_int_eq(problems.items[0].column, 14);
    ck_assert_str_eq(problems.items[0].path, "relations[17].to");
    ck_assert_str_eq(problems.items[0].text, "2 words");
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(test_twenty_are_kept_and_all_are_counted)
{
    struct eco_problems problems = {0};
    for (int i = 0; i < 50; i++)
        eco_problems_error(&problems, "error %d", i);
    for (int i = 0; i < 30; i++)
        eco_problems_add(&problems, true, 0, 0, NULL, "warning %d", i);
    ck_assert_uint_eq(problems.errors, 50);
    ck_assert_uint_eq(problems.warnings, 30);
    ck_assert_uint_eq(problems.count, 2 * ECO_PROBLEMS_KEPT);
    ck_assert_str_eq(problems.items[19].text, "error 19");
    ck_assert_str_eq(problems.items[20].text, "warning 0");
    ck_assert_str_eq(problems.items[39].text, "warning 19");
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(test_finished_problems_can_be_used_again)
{
    struct eco_problems problems = {.file = "a.json"};
    eco_problems_error(&problems, "one");
    eco_problems_finish(&problems);
    ck_assert_uint_eq(problems.count, 0);
    ck_assert_uint_eq(problems.errors, 0);
    ck_assert_ptr_null(problems.items);
    eco_problems_finish(&problems);
    eco_problems_finish(NULL);
    eco_problems_error(&problems, "two");
    ck_assert_str_eq(problems.items[0].text, "two");
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(test_a_problem_keeps_its_file)
{
    struct eco_problems problems = {.file = "a.csv"};
    eco_problems_add(&problems, true, 1, 1, NULL, "one");
    problems.file = "b.csv";
    eco_problems_error(&problems, "two");
    ck_assert_str_eq(problems.items[0].file, "a.csv");
    ck_assert_str_eq(problems.items[1].file, "b.csv");
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(test_a_note_is_no_problem)
{
    struct eco_problems problems = {0};
    for (int i = 0; i < 30; i++)
        eco_problems_note(&problems, "%d rows read", i);
    ck_assert_uint_eq(problems.notes_count, 30);
    ck_assert_str_eq(problems.notes[29], "29 rows read");
    ck_assert_uint_eq(problems.count + problems.errors + problems.warnings, 0);
    eco_problems_finish(&problems);
    ck_assert_uint_eq(problems.notes_count, 0);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/error");
    TCase *tests = tcase_create("problems");
    tcase_add_test(tests, test_an_error_without_a_place);
    tcase_add_test(tests, test_a_warning_with_a_place);
    tcase_add_test(tests, test_twenty_are_kept_and_all_are_counted);
    tcase_add_test(tests, test_finished_problems_can_be_used_again);
    tcase_add_test(tests, test_a_problem_keeps_its_file);
    tcase_add_test(tests, test_a_note_is_no_problem);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
