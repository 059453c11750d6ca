#include "map/style.h"

#include <string.h>

#include "map/layout.h"
#include "support.h"

START_TEST(kinds_differ_in_colour_or_dashes)
{
    for (int a = 0; a < 24; a++)
        for (int b = 0; b < a; b++) {
            struct eco_picture_kind x = {"x", ECO_COOPERATIVE, a}, y = {"y", ECO_COOPERATIVE, b};
            ck_assert_msg(strcmp(eco_map_kind_color(&x), eco_map_kind_color(&y)) != 0 ||
                              strcmp(eco_map_kind_dashes(&x), eco_map_kind_dashes(&y)) != 0,
                          "places %d and %d look the same", a, b);
        }
}
END_TEST

START_TEST(classes_have_colours_of_their_own)
{
    struct eco_picture_kind rival = {"r", ECO_COMPETITIVE, 0}, rule = {"g", ECO_REGULATORY, 0};
    ck_assert_str_ne(eco_map_kind_color(&rival), eco_map_kind_color(&rule));
    for (int place = 0; place < 24; place++) {
        struct eco_picture_kind kind = {"k", ECO_COOPERATIVE, place};
        ck_assert_str_ne(eco_map_kind_color(&kind), eco_map_kind_color(&rival));
        ck_assert_str_ne(eco_map_kind_color(&kind), eco_map_kind_color(&rule));
    }
}
END_TEST

START_TEST(sectors_differ_in_colour)
{
    for (int a = 0; a <= ECO_MAP_SECTORS; a++)
        for (int b = 0; b < a; b++)
            ck_assert_str_ne(eco_map_sector_color(a), eco_map_sector_color(b));
}
END_TEST

START_TEST(themes)
{
    struct eco_picture_kind kinds[] = {{"a", ECO_COOPERATIVE, 0}, {"b", ECO_COOPERATIVE, 1}};
    struct eco_picture picture = {.kinds = kinds, .kinds_count = 2};
    bool used[] = {false, true};
    struct eco_str sheets[3] = {0};
    for (int theme = ECO_MAP_AUTO; theme <= ECO_MAP_DARK; theme++)
        eco_map_add_style(&sheets[theme], &picture, used, (enum eco_map_theme)theme);
    ck_assert_ptr_nonnull(strstr(eco_str_text(&sheets[ECO_MAP_AUTO]), "prefers-color-scheme:dark"));
    ck_assert_ptr_null(strstr(eco_str_text(&sheets[ECO_MAP_LIGHT]), "prefers-color-scheme"));
    ck_assert_ptr_nonnull(strstr(eco_str_text(&sheets[ECO_MAP_LIGHT]), ".page{fill:#FFFFFF}"));
    ck_assert_ptr_null(strstr(eco_str_text(&sheets[ECO_MAP_DARK]), ".page{fill:#FFFFFF}"));
    ck_assert_ptr_nonnull(strstr(eco_str_text(&sheets[ECO_MAP_LIGHT]), ".k1 path"));
    ck_assert_ptr_null(strstr(eco_str_text(&sheets[ECO_MAP_LIGHT]), ".k0 path"));
    for (int k = 0; k < 3; k++)
        eco_str_finish(&sheets[k]);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/style");
    TCase *c = tcase_create("style");
    tcase_add_test(c, kinds_differ_in_colour_or_dashes);
    tcase_add_test(c, classes_have_colours_of_their_own);
    tcase_add_test(c, sectors_differ_in_colour);
    tcase_add_test(c, themes);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
