#include "read/text.h"

#include "base/utf8.h"
#include "support.h"

START_TEST(quotes_are_harmless)
{
    ck_assert_str_eq(eco_quote("plain").text, "\"plain\"");
    ck_assert_str_eq(eco_quote("小\x1b[31m\xe2\x80\xae\xff\"").text, "\"小<U+001B>[31m<U+202E><FF>\\\"\"");
    char *longest = malloc(70001);
    memset(longest, 'x', 70000);
    longest[70000] = '\0';
    const struct eco_quoted cut = eco_quote(longest);
    ck_assert_int_le(eco_utf8_width(cut.text), 52);
    ck_assert_str_eq(cut.text + strlen(cut.text) - strlen("…\""), "…\"");
    free(longest);
}
END_TEST

START_TEST(hints_name_the_nearest)
{
    const char *const words[] = {"huami", "xiaomi", "a"};
    ck_assert_str_eq(eco_quote_hint("huamii", words, 3).text, " (did you mean \"huami\"?)");
    ck_assert_str_eq(eco_quote_hint("something else", words, 3).text, "");
    ck_assert_str_eq(eco_quote_hint("b", words, 3).text, ""); /* any letter is near to "a" */
    ck_assert_str_eq(eco_quote_hint("x", words, 0).text, "");
}
END_TEST

START_TEST(control_characters_are_forbidden)
{
    ck_assert_uint_eq(eco_text_forbidden("plain 小", strlen("plain 小"), false), 0);
    ck_assert_uint_eq(eco_text_forbidden("a\nb", 3, false), '\n');
    ck_assert_uint_eq(eco_text_forbidden("a\nb\tc", 5, true), 0);
    ck_assert_uint_eq(eco_text_forbidden("a\rb", 3, true), '\r');
    ck_assert_uint_eq(eco_text_forbidden("\xc2\x85", 2, true), 0x85);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("read/text");
    TCase *tests = tcase_create("texts");
    tcase_add_test(tests, quotes_are_harmless);
    tcase_add_test(tests, hints_name_the_nearest);
    tcase_add_test(tests, control_characters_are_forbidden);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
