#include "write/write.h"

#include "support.h"

START_TEST(test_the_first_is_the_default)
{
    ck_assert_str_eq(eco_doc_formats[0]->name, "table");
    ck_assert_ptr_eq(eco_doc_format_find("table"), eco_doc_formats[0]);
}
END_TEST

START_TEST(test_every_row_is_whole_and_found)
{
    int count = 0;
    for (; eco_doc_formats[count]; count++) {
        const struct eco_doc_format *format = eco_doc_formats[count];
        ck_assert_ptr_eq(eco_doc_format_find(format->name), format);
        ck_assert_int_eq(format->suffix[0], '.');
        ck_assert_uint_gt(strlen(format->meaning), 5);
        ck_assert(format->write != NULL);
    }
    ck_assert_int_ge(count, 3);
    ck_assert_ptr_nonnull(eco_doc_format_find("json"));
    ck_assert_ptr_nonnull(eco_doc_format_find("csv"));
}
END_TEST

START_TEST(test_other_names_are_not_found)
{
    ck_assert_ptr_null(eco_doc_format_find(""));
    ck_assert_ptr_null(eco_doc_format_find("JSON"));
    ck_assert_ptr_null(eco_doc_format_find("jso"));
}
END_TEST

START_TEST(test_every_format_writes_an_empty_answer)
{
    struct eco_doc *doc = eco_doc_create();
    struct eco_table *table;
    const char *keys[] = {"id"};
    eco_record_add(doc, &doc->root, "groups", eco_value_table(doc, keys, 1, &table));
    for (int i = 0; eco_doc_formats[i]; i++) {
        struct eco_write_options options = {0};
        struct eco_problems problems = {0};
        struct eco_str out = {0};
        eco_str_add(&out, "before");
        ck_assert_int_eq(eco_doc_formats[i]->write(doc, &options, &out, &problems), ECO_OK);
        ck_assert(eco_str_starts(out.data, "before"));
        eco_str_finish(&out);
    }
    eco_doc_destroy(doc);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/write");
    TCase *tests = tcase_create("formats");
    tcase_add_test(tests, test_the_first_is_the_default);
    tcase_add_test(tests, test_every_row_is_whole_and_found);
    tcase_add_test(tests, test_other_names_are_not_found);
    tcase_add_test(tests, test_every_format_writes_an_empty_answer);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
