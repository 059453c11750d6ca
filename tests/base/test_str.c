#include "base/str.h"

#include "support.h"

START_TEST(test_a_string_grows)
{
    struct eco_str str = {0};
    ck_assert_str_eq(eco_str_text(&str), "");
    eco_str_add(&str, "ab");
    eco_str_add_char(&str, 'c');
    eco_str_add_bytes(&str, "def", 2);
    eco_str_repeat(&str, "-=", 3);
    eco_str_repeat(&str, "never", -1);
    eco_str_printf(&str, "%d%%", 62);
    ck_assert_str_eq(eco_str_text(&str), "abcde-=-=-=62%");
    ck_assert_uint_eq(str.length, 14);
    eco_str_finish(&str);
    ck_assert_ptr_null(str.data);
    eco_str_finish(NULL);
}
END_TEST

START_TEST(test_a_string_holds_much)
{
    struct eco_str str = {0};
    for (int i = 0; i < 1000000; i++)
        eco_str_add_char(&str, (char)('a' + i % 26));
    ck_assert_uint_eq(str.length, 1000000);
    ck_assert_uint_eq(strlen(str.data), 1000000);
    ck_assert_int_eq(str.data[999999], 'a' + 999999 % 26);
    eco_str_finish(&str);
}
END_TEST

START_TEST(test_formatting)
{
    char *text = eco_format("%s %05.1f", "x", 2.25);
    ck_assert_str_eq(text, "x 002.2");
    free(text);
    char *large = eco_format("%*s", 5000, "end");
    ck_assert_uint_eq(strlen(large), 5000);
    free(large);
}
END_TEST

START_TEST(test_questions)
{
    ck_assert(eco_str_equal("a", "a"));
    ck_assert(!eco_str_equal("a", "b"));
    ck_assert(!eco_str_equal("a", NULL));
    ck_assert(!eco_str_equal(NULL, "a"));
    ck_assert(eco_str_equal(NULL, NULL));
    ck_assert(eco_str_starts("x-note", "x-"));
    ck_assert(!eco_str_starts("x", "x-"));
    ck_assert(eco_str_starts("x", ""));
    ck_assert(eco_str_ends("a.json", ".json"));
    ck_assert(eco_str_ends("A.JSON", ".json"));
    ck_assert(!eco_str_ends("json", ".json"));
    ck_assert(!eco_str_ends("a.json.gz", ".json"));
}
END_TEST

static const char *const ids[] = {"xiaomi", "huami", "zimi", "viomi", "Roborock", "ab", NULL, "a"};

static const struct {
    const char *word;
    const char *nearest; /* NULL = none */
} near[] = {
    {"huami", "huami"},                  /* itself */
    {"huamii", "huami"},                 /* one too many */
    {"hami", "huami"},                   /* one missing; "zimi" is two away */
    {"huaim", "huami"},                  /* neighbours swapped: one step */
    {"xiaoim", "xiaomi"},                /* the same in a longer word */
    {"HUAMI", "huami"},                  /* case does not count */
    {"roborok", "Roborock"},             /* nor that of the candidate */
    {"wimi", "zimi"},                    /* "viomi" is two away */
    {"imi", "zimi"},                     /* at least one step is allowed */
    {"qualcomm", NULL},                  /* nothing near */
    {"robxxxxk", NULL},                  /* too many differences */
    {"b", NULL},                         /* of one letter anything would be near */
    {"", NULL},                          /* nothing typed */
    {"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", NULL}, /* longer than any name */
};

START_TEST(test_nearest)
{
    int found = eco_nearest(near[_i].word, ids, sizeof ids / sizeof *ids);
    if (near[_i].nearest)
        ck_assert_str_eq(found < 0 ? "(none)" : ids[found], near[_i].nearest);
    else
        ck_assert_int_eq(found, -1);
}
END_TEST

START_TEST(test_nearest_of_nothing)
{
    ck_assert_int_eq(eco_nearest("huami", NULL, 0), -1);
    const char *const twins[] = {"bat", "cat"};
    ck_assert_int_eq(eco_nearest("rat", twins, 2), 0);
}
END_TEST

START_TEST(test_formulas)
{
    const char *const runs[] = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＠x"};
    const char *const rests[] = {"", "1-1", "'=1", " =1", "a", "小", "\xef\xbc"};
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        ck_assert(eco_str_is_formula(runs[i]));
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        ck_assert(!eco_str_is_formula(rests[i]));
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/str");
    TCase *tests = tcase_create("strings");
    tcase_add_test(tests, test_a_string_grows);
    tcase_add_test(tests, test_a_string_holds_much);
    tcase_add_test(tests, test_formatting);
    tcase_add_test(tests, test_questions);
    tcase_add_loop_test(tests, test_nearest, 0, sizeof near / sizeof *near);
    tcase_add_test(tests, test_nearest_of_nothing);
    tcase_add_test(tests, test_formulas);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
