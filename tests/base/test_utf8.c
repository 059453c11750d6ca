#include "base/utf8.h"

#include "support.h"

static const struct {
    const char *bytes;
    int size; /* 0 = not valid */
    unsigned point;
} decoded[] = {
    {"a", 1, 'a'},
    {"\x7f", 1, 0x7f},
    {"\xc2\x80", 2, 0x80},
    {"\xdf\xbf", 2, 0x7ff},
    {"\xe0\xa0\x80", 3, 0x800},
    {"\xe5\xb0\x8f", 3, 0x5c0f},
    {"\xed\x9f\xbf", 3, 0xd7ff},
    {"\xee\x80\x80", 3, 0xe000},
    {"\xef\xbf\xbf", 3, 0xffff},
    {"\xf0\x90\x80\x80", 4, 0x10000},
    {"\xf0\x9f\x98\x80", 4, 0x1f600},
    {"\xf4\x8f\xbf\xbf", 4, 0x10ffff},
    {"\x80", 0, 0},             /* begins in the middle */
    {"\xc0\x80", 0, 0},         /* overlong NUL */
    {"\xc1\xbf", 0, 0},         /* overlong */
    {"\xe0\x9f\xbf", 0, 0},     /* overlong */
    {"\xf0\x8f\xbf\xbf", 0, 0}, /* overlong */
    {"\xed\xa0\x80", 0, 0},     /* a surrogate */
    {"\xed\xbf\xbf", 0, 0},     /* a surrogate */
    {"\xf4\x90\x80\x80", 0, 0}, /* above U+10FFFF */
    {"\xf5\x80\x80\x80", 0, 0},
    {"\xff", 0, 0},
    {"\xe5\xb0", 0, 0},     /* cut short */
    {"\xe5\xb0\x41", 0, 0}, /* interrupted */
    {"", 0, 0},
};

START_TEST(test_decode)
{
    unsigned point = 12345;
    size_t length = strlen(decoded[_i].bytes);
    ck_assert_int_eq(eco_utf8_decode(decoded[_i].bytes, length, &point), decoded[_i].size);
    ck_assert_uint_eq(point, decoded[_i].size ? decoded[_i].point : 12345);
    ck_assert(eco_utf8_valid(decoded[_i].bytes, length) == (decoded[_i].size > 0 || length == 0));
}
END_TEST

START_TEST(test_valid_text)
{
    ck_assert(eco_utf8_valid("小米 Huami", strlen("小米 Huami")));
    ck_assert(!eco_utf8_valid("Huami\xff", 6));
    ck_assert(eco_utf8_valid("Huami\xff", 5));
    ck_assert(eco_utf8_valid("a\0b", 3));
}
END_TEST

static const struct {
    const char *text;
    int width;
    size_t count;
} widths[] = {
    {"", 0, 0},
    {"Huami", 5, 5},
    {"小米", 4, 2},
    {"小米 Mi", 7, 5},
    {"カタカナ", 8, 4},
    {"ｶﾀｶﾅ", 4, 4}, /* half-width */
    {"ＡＢ", 4, 2}, /* full-width */
    {"한국", 4, 2},
    {"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 2, 3}, /* one syllable of three Jamo */
    {"Zürich", 6, 6},
    {"Zu\xcc\x88rich", 6, 7}, /* combining */
    {"हिन्दी", 5, 6}, /* the virama stands on the letter before it */
    {"🚀", 2, 1},
    {"–…─█", 4, 4},
    {"a\xe2\x80\x8b\xef\xbb\xbf"
     "b",
     2, 4}, /* zero width */
    {"a\xff"
     "b",
     3, 3}, /* what is not valid is shown as one mark */
};

START_TEST(test_width)
{
    ck_assert_int_eq(eco_utf8_width(widths[_i].text), widths[_i].width);
    ck_assert_uint_eq(eco_utf8_count(widths[_i].text), widths[_i].count);
}
END_TEST

START_TEST(test_kinds_of_characters)
{
    ck_assert(eco_utf8_is_control('\x1b'));
    ck_assert(eco_utf8_is_control('\n'));
    ck_assert(eco_utf8_is_control(0x7f));
    ck_assert(eco_utf8_is_control(0x9b)); /* CSI in one character */
    ck_assert(eco_utf8_is_control(0x2028));
    ck_assert(!eco_utf8_is_control(' '));
    ck_assert(!eco_utf8_is_control(0xa0));
    ck_assert(eco_utf8_is_invisible(0x202e));
    ck_assert(eco_utf8_is_invisible(0x2066));
    ck_assert(eco_utf8_is_invisible(0x200d));
    ck_assert(eco_utf8_is_invisible(0xfeff));
    ck_assert(eco_utf8_is_invisible(0xe0041));
    ck_assert(!eco_utf8_is_invisible('a'));
    ck_assert(!eco_utf8_is_invisible(0x2014));
    ck_assert(eco_utf8_has_control("a\tb"));
    ck_assert(eco_utf8_has_control("a\xc2\x9b"));
    ck_assert(eco_utf8_has_control("a\xff"));
    ck_assert(!eco_utf8_has_control("小米 – Mi"));
}
END_TEST

static const struct {
    const char *text, *clean;
} cleaned[] = {
    {"小米 Mi", "小米 Mi"},
    {"a\tb\nc\rd", "a b c d"},
    {"\x1b]0;gone\x07", "\xef\xbf\xbd]0;gone\xef\xbf\xbd"},
    {"\xc2\x9b"
     "31m",
     "\xef\xbf\xbd"
     "31m"},
    {"ab\xe2\x80\xae"
     "cd",
     "abcd"},
    {"\xef\xbb\xbfname", "name"},
    {"a\xff\xfe", "a\xef\xbf\xbd\xef\xbf\xbd"},
    {"a\xe2\x80\xa8"
     "b",
     "a\xef\xbf\xbd"
     "b"},
};

START_TEST(test_clean)
{
    struct eco_str out = {0};
    eco_utf8_clean(&out, cleaned[_i].text);
    ck_assert_str_eq(eco_str_text(&out), cleaned[_i].clean);
    eco_str_finish(&out);
}
END_TEST

static const struct {
    const char *text;
    int width;
    const char *fit;
} fits[] = {
    {"Huami", 5, "Huami"},   {"Huami", 4, "Hua…"},     {"Huami", 1, "…"},        {"小米科技", 8, "小米科技"},
    {"小米科技", 7, "小米科…"}, {"小米科技", 6, "小米…"}, {"ab cdef", 4, "ab…"}, {"Zu\xcc\x88rich", 3, "Zu\xcc\x88…"},
    {"a\x1b[31mb", 4, "a\xef\xbf\xbd[…"}, {"", 3, ""},
};

START_TEST(test_fit)
{
    struct eco_str out = {0};
    eco_utf8_fit(&out, fits[_i].text, fits[_i].width);
    ck_assert_str_eq(eco_str_text(&out), fits[_i].fit);
    ck_assert_int_le(eco_utf8_width(eco_str_text(&out)), fits[_i].width);
    eco_str_finish(&out);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/utf8");
    TCase *tests = tcase_create("utf8");
    tcase_add_loop_test(tests, test_decode, 0, sizeof decoded / sizeof *decoded);
    tcase_add_test(tests, test_valid_text);
    tcase_add_loop_test(tests, test_width, 0, sizeof widths / sizeof *widths);
    tcase_add_test(tests, test_kinds_of_characters);
    tcase_add_loop_test(tests, test_clean, 0, sizeof cleaned / sizeof *cleaned);
    tcase_add_loop_test(tests, test_fit, 0, sizeof fits / sizeof *fits);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
