#include "read/place.h"

#include <string.h>

#include "support.h"

static const char text[] = "{\n"
                           "  \"a\": [10, {\"b\\\"\\u0063\": \"x]}\"}, [], {}],\r\n"
                           "\t\"\xe5\xb0\x8f\xe7\xb1\xb3\" : {\"\\ud83d\\ude00\": -1.5e3, \"\": null,\"last\":true},\r"
                           "  \"\\n\\/\": [[[\"deep\"]]]}";

static void check(const struct eco_place_step *steps, int count, bool of_key, int line, int column, const char *here)
{
    size_t offset = 0;
    ck_assert(eco_place_find(text, strlen(text), steps, count, of_key, &offset));
    struct eco_place place = eco_place_at(text, strlen(text), offset);
    ck_assert_int_eq(place.line, line);
    ck_assert_int_eq(place.column, column);
    ck_assert_msg(strncmp(text + offset, here, strlen(here)) == 0, "found %.10s", text + offset);
}

#define STEPS(...)                          \
    (struct eco_place_step[]){__VA_ARGS__}, \
        (int)(sizeof((struct eco_place_step[]){__VA_ARGS__}) / sizeof(struct eco_place_step))
#define KEY(name) \
    {             \
        name, 0   \
    }
#define AT(number)   \
    {                \
        NULL, number \
    }

START_TEST(values_are_found)
{
    check(NULL, 0, false, 1, 1, "{\n");
    check(STEPS(KEY("a")), false, 2, 8, "[10");
    check(STEPS(KEY("a"), AT(0)), false, 2, 9, "10");
    check(STEPS(KEY("a"), AT(1)), false, 2, 13, "{\"b");
    check(STEPS(KEY("a"), AT(2)), false, 2, 35, "[]");
    check(STEPS(KEY("a"), AT(3)), false, 2, 39, "{}");
}
END_TEST

START_TEST(keys_are_found)
{
    check(STEPS(KEY("a")), true, 2, 3, "\"a\"");
    check(STEPS(KEY("小米")), true, 3, 2, "\"小米");
    check(STEPS(KEY("小米"), KEY("last")), true, 3, 43, "\"last\"");
}
END_TEST

START_TEST(columns_count_characters)
{
    check(STEPS(KEY("小米")), false, 3, 9, "{\"\\ud");
    check(STEPS(KEY("小米"), KEY("")), false, 3, 38, "null");
    check(STEPS(KEY("小米"), KEY("last")), false, 3, 50, "true");
}
END_TEST

START_TEST(escaped_keys_are_decoded)
{
    check(STEPS(KEY("a"), AT(1), KEY("b\"c")), false, 2, 27, "\"x]}\"");
    check(STEPS(KEY("小米"), KEY("😀")), false, 3, 26, "-1.5");
    check(STEPS(KEY("\n/"), AT(0), AT(0), AT(0)), false, 4, 14, "\"deep\"");
}
END_TEST

START_TEST(what_is_not_there_is_not_found)
{
    size_t offset = 77;
    ck_assert(!eco_place_find(text, strlen(text), STEPS(KEY("b")), false, &offset));
    ck_assert(!eco_place_find(text, strlen(text), STEPS(KEY("aa")), false, &offset));
    ck_assert(!eco_place_find(text, strlen(text), STEPS(AT(0)), false, &offset));
    ck_assert(!eco_place_find(text, strlen(text), STEPS(KEY("a"), AT(4)), false, &offset));
    ck_assert(!eco_place_find(text, strlen(text), STEPS(KEY("a"), AT(2), AT(0)), false, &offset));
    ck_assert(!eco_place_find(text, strlen(text), STEPS(KEY("a"), AT(3), KEY("x")), false, &offset));
    ck_assert(!eco_place_find(text, strlen(text), STEPS(KEY("a"), KEY("x")), false, &offset));
    ck_assert_uint_eq(offset, 77);
}
END_TEST

/* Every prefix of a text, in memory that ends where it does, so that a sanitizer sees a step too far. */
START_TEST(broken_text_is_safe)
{
    for (size_t length = 0; length <= strlen(text); length++) {
        char *copy = malloc(length ? length : 1);
        memcpy(copy, text, length);
        size_t offset = 0;
        if (eco_place_find(copy, length, STEPS(KEY("\n/"), AT(0), AT(0)), false, &offset))
            ck_assert_uint_le(offset, length);
        if (eco_place_find(copy, length, STEPS(KEY("a"), AT(1), KEY("b\"c")), true, &offset))
            ck_assert_uint_le(offset, length);
        free(copy);
    }
}
END_TEST

START_TEST(places_of_bytes)
{
    static const char bytes[] = "a\n\xff\xe5\xb0\x8f"
                                "b\r\nc\rd";
    static const struct eco_place places[] = {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {2, 0}, {2, 0}, {2, 3},
                                              {2, 4}, {2, 5}, {3, 1}, {3, 2}, {4, 1}, {4, 2}};
    for (size_t i = 0; i < sizeof bytes; i++) {
        struct eco_place place = eco_place_at(bytes, sizeof bytes - 1, i);
        if (places[i].column == 0) /* inside a character */
            continue;
        ck_assert_msg(place.line == places[i].line && place.column == places[i].column, "byte %zu: %d:%d", i,
                      place.line, place.column);
    }
    struct eco_place end = eco_place_at(bytes, sizeof bytes - 1, 1000);
    ck_assert_int_eq(end.line, 4);
    ck_assert_int_eq(end.column, 2);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("read/place");
    TCase *tcase = tcase_create("places");
    tcase_add_test(tcase, values_are_found);
    tcase_add_test(tcase, keys_are_found);
    tcase_add_test(tcase, columns_count_characters);
    tcase_add_test(tcase, escaped_keys_are_decoded);
    tcase_add_test(tcase, what_is_not_there_is_not_found);
    tcase_add_test(tcase, broken_text_is_safe);
    tcase_add_test(tcase, places_of_bytes);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
