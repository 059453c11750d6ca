#include "write/wrap.h"

#include "base/random.h"
#include "base/utf8.h"
#include "support.h"

static void check(const char *text, struct eco_wrap wrap, const char *expected)
{
    struct eco_str out = {0};
    eco_wrap_write(&out, text, &wrap);
    ck_assert_str_eq(eco_str_text(&out), expected);
    eco_str_finish(&out);
}

static const struct {
    const char *text;
    int width;
    const char *lines;
} plain[] = {
    {"", 10, ""},
    {"   ", 10, ""},
    {"one", 10, "one\n"},
    {"one two three", 13, "one two three\n"},
    {"one two three", 12, "one two\nthree\n"},
    {"one two three", 7, "one two\nthree\n"},
    {"one two three", 3, "one\ntwo\nthr\nee\n"},
    {"  one   two  ", 4, "one\ntwo\n"},
    {"one  two", 10, "one  two\n"},
    {"abcdefghij", 4, "abcd\nefgh\nij\n"},
    {"it is 62 % more", 8, "it is\n62 %\nmore\n"}, /* a percent sign stays with its number */
    {"line\nbreak\tand", 20, "line break and\n"},
    {"小米生态链", 6, "小米生\n态链\n"},
    {"小米生态链", 5, "小米\n生态\n链\n"},
    {"小米，生态链", 4, "小\n米，\n生态\n链\n"}, /* a comma does not begin a line */
    {"Mi小米", 4, "Mi小\n米\n"},
    {"(小米)", 5, "(小\n米)\n"},
    {"Zu\xcc\x88rich", 2, "Zu\xcc\x88\nri\nch\n"}, /* marks stay with their letters */
    {"a\x1b[2Jb", 10, "a\xef\xbf\xbd[2Jb\n"},
    {"a\xff"
     "b",
     10, "a\xef\xbf\xbd"
         "b\n"},
};

START_TEST(test_plain)
{
    check(plain[_i].text, (struct eco_wrap){.width = plain[_i].width}, plain[_i].lines);
}
END_TEST

START_TEST(test_beginnings_count_for_the_width)
{
    struct eco_wrap wrap = {.width = 10, .first = "Note: ", .rest = "  "};
    check("one two three four", wrap, "Note: one\n  two\n  three\n  four\n");
}
END_TEST

START_TEST(test_styles_stand_round_each_line_and_take_no_room)
{
    struct eco_wrap wrap = {.width = 5, .first = "- ", .rest = "  ", .on = "\x1b[2m", .off = "\x1b[0m"};
    check("abc def", wrap, "\x1b[2m- abc\x1b[0m\n\x1b[2m  def\x1b[0m\n");
}
END_TEST

/* No room at all still comes to an end. */
START_TEST(test_no_room)
{
    check("ab 小", (struct eco_wrap){.width = 0}, "a\nb\n小\n");
    check("ab", (struct eco_wrap){.width = 3, .first = "12345", .rest = "1234"}, "12345a\n1234b\n");
}
END_TEST

START_TEST(test_lines_keep_every_word_in_order)
{
    static const char *const words[] = {"a", "firm", "小米", "dependence", "62", "%", "(云米)", "🚀", "co-creation"};
    struct eco_random random;
    eco_random_init(&random, 4, 0);
    for (int round = 0; round < 500; round++) {
        struct eco_str text = {0}, letters = {0}, out = {0};
        for (int i = 0, count = (int)eco_random_below(&random, 40); i < count; i++) {
            const char *word = words[eco_random_below(&random, sizeof words / sizeof *words)];
            eco_str_printf(&text, i ? " %s" : "%s", word);
            eco_str_add(&letters, word);
        }
        struct eco_wrap wrap = {.width = 2 + (int)eco_random_below(&random, 60)};
        eco_wrap_write(&out, eco_str_text(&text), &wrap);
        struct eco_str left = {0};
        for (char *line = out.data, *end; line && *line; line = end + 1) {
            end = strchr(line, '\n');
            *end = '\0';
            ck_assert_int_le(eco_utf8_width(line), wrap.width);
            ck_assert_int_gt(eco_utf8_width(line), 0);
            for (; *line; line++)
                if (*line != ' ')
                    eco_str_add_char(&left, *line);
        }
        ck_assert_str_eq(eco_str_text(&left), eco_str_text(&letters));
        eco_str_finish(&text);
        eco_str_finish(&letters);
        eco_str_finish(&left);
        eco_str_finish(&out);
    }
}
END_TEST

START_TEST(test_a_long_text_is_quick)
{
    struct eco_str text = {0}, out = {0};
    eco_str_repeat(&text, "word ", 400000);
    struct eco_wrap wrap = {.width = 80};
    eco_wrap_write(&out, text.data, &wrap);
    ck_assert_uint_eq(out.length, text.length);
    eco_str_finish(&text);
    eco_str_finish(&out);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/wrap");
    TCase *tests = tcase_create("wrap");
    tcase_add_loop_test(tests, test_plain, 0, sizeof plain / sizeof *plain);
    tcase_add_test(tests, test_beginnings_count_for_the_width);
    tcase_add_test(tests, test_styles_stand_round_each_line_and_take_no_room);
    tcase_add_test(tests, test_no_room);
    tcase_add_test(tests, test_lines_keep_every_word_in_order);
    tcase_add_test(tests, test_a_long_text_is_quick);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
