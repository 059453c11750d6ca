#include "map/text.h"

#include "base/random.h"
#include "base/utf8.h"
#include "pictures.h"

static void check_lines(const char *text, int lines, double width, const char *first, const char *second)
{
    struct eco_arena arena = {0};
    struct eco_map_text got = eco_map_break(&arena, text, lines, width, false);
    ck_assert_int_eq(got.count, (first != NULL) + (second != NULL));
    if (first)
        ck_assert_str_eq(got.lines[0], first);
    if (second)
        ck_assert_str_eq(got.lines[1], second);
    eco_arena_finish(&arena);
}

START_TEST(widths_grow_with_the_letters)
{
    ck_assert_double_eq(eco_map_text_width("", false), 0);
    ck_assert(eco_map_text_width("W", false) > eco_map_text_width("i", false) * 3);
    ck_assert_double_eq_tol(eco_map_text_width("小米", false), 2.04, 1e-9);
    ck_assert_double_eq_tol(eco_map_text_width("e\xcc\x81", false), eco_map_text_width("e", false), 1e-9); /* an accent on top */
    ck_assert(eco_map_text_width("Xiaomi", true) > eco_map_text_width("Xiaomi", false));
}
END_TEST

START_TEST(labels_break_at_spaces_into_like_lines)
{
    check_lines("Xiaomi", 2, 10.5, "Xiaomi", NULL);
    check_lines("", 2, 10.5, NULL, NULL);
    check_lines("   ", 2, 10.5, NULL, NULL);
    check_lines("Other consumers", 2, 10.5, "Other", "consumers");
    check_lines("Game, app and music makers", 2, 10.5, "Game, app and", "music makers");
    check_lines("Chinese research institutes", 2, 10.5, "Chinese research", "institutes");
    check_lines("General public", 1, 20, "General public", NULL);
}
END_TEST

START_TEST(long_names_are_cut_with_an_ellipsis)
{
    check_lines("Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", 1, 5, "Wwww…", NULL);
    check_lines("小米小米小米小米小米小米", 2, 4.1, "小米小米", "小米小…");
    check_lines("a\x01" "b\xe2\x80\xae" "c", 1, 20, "a\xef\xbf\xbd" "bc", NULL);
}
END_TEST

START_TEST(no_line_is_wider_than_allowed)
{
    struct eco_arena arena = {0};
    struct eco_random random;
    eco_random_init(&random, 5, (uint64_t)_i);
    const char *name = eco_test_name(&arena, &random, 1 + _i % 12);
    double width = 3 + 10 * eco_random_uniform(&random);
    for (int lines = 1; lines <= 2; lines++) {
        struct eco_map_text text = eco_map_break(&arena, name, lines, width, _i % 2);
        ck_assert_int_le(text.count, lines);
        for (int k = 0; k < text.count; k++) {
            ck_assert(eco_map_text_width(text.lines[k], _i % 2) <= text.width + 1e-9);
            ck_assert(eco_utf8_valid(text.lines[k], strlen(text.lines[k])));
        }
        ck_assert_msg(text.width <= width + 1e-9, "%s: %g > %g", name, text.width, width);
    }
    eco_arena_finish(&arena);
}
END_TEST

START_TEST(the_first_line_ends_at_a_space)
{
    const char *rest, *text = "Size of a circle: strength";
    char *line = eco_map_first_line(text, 6, &rest);
    ck_assert_str_eq(line, "Size of a");
    ck_assert_str_eq(rest, "circle: strength");
    free(line);
    line = eco_map_first_line("short", 8, &rest);
    ck_assert_str_eq(line, "short");
    ck_assert_str_eq(rest, "");
    free(line);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/text");
    TCase *c = tcase_create("text");
    tcase_add_test(c, widths_grow_with_the_letters);
    tcase_add_test(c, labels_break_at_spaces_into_like_lines);
    tcase_add_test(c, long_names_are_cut_with_an_ellipsis);
    tcase_add_loop_test(c, no_line_is_wider_than_allowed, 0, 300);
    tcase_add_test(c, the_first_line_ends_at_a_space);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
