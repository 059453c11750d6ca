#include "write/eco_write.h"

#include "build.h"
#include "support.h"

START_TEST(formats_are_found)
{
    int count = 0;
    for (; eco_model_formats[count]; count++) {
        const struct eco_model_format *format = eco_model_formats[count];
        char *path = eco_format("/some where/file%s", format->suffix);
        ck_assert_ptr_eq(eco_model_format_find(format->name), format);
        ck_assert_ptr_eq(eco_model_format_by_suffix(path), format);
        ck_assert_int_eq(format->suffix[0], '.');
        ck_assert_ptr_nonnull(format->write);
        free(path);
    }
    ck_assert_int_gt(count, 0);
    ck_assert_ptr_null(eco_model_format_find("nonsense"));
    ck_assert_ptr_null(eco_model_format_by_suffix("json"));
    ck_assert_ptr_eq(eco_model_format_by_suffix("A.JSON"), eco_model_format_find("json"));
}
END_TEST

START_TEST(every_format_writes_nothing_and_something)
{
    const char *networks[] = {"", "lonely", "*hub, a>hub:0.5 supply, hub<>b:2, part@b"};
    for (int i = 0; eco_model_formats[i]; i++)
        for (int k = 0; k < 3; k++) {
            struct eco_ecosystem *eco = eco_test_network(networks[k]);
            struct eco_state state;
            eco_test_state(&state, eco);
            struct eco_str loaded = {0}, standing = {0};
            struct eco_problems problems = {0};
            ck_assert_int_eq(eco_model_write(eco_model_formats[i], eco, NULL, &loaded, &problems), ECO_OK);
            ck_assert_int_eq(eco_model_write(eco_model_formats[i], eco, &state, &standing, &problems), ECO_OK);
            ck_assert_uint_eq(problems.errors, 0);
            ck_assert_uint_gt(loaded.length, 0);
            ck_assert_str_eq(eco_str_text(&loaded), eco_str_text(&standing));
            eco_problems_finish(&problems);
            eco_str_finish(&loaded);
            eco_str_finish(&standing);
            eco_state_finish(&state);
            eco_ecosystem_destroy(eco);
        }
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/eco_write");
    TCase *tests = tcase_create("formats");
    tcase_add_test(tests, formats_are_found);
    tcase_add_test(tests, every_format_writes_nothing_and_something);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
