#include <math.h>

#include "docs.h"

static struct eco_doc *doc;

static void start(void)
{
    doc = eco_doc_create();
}

static void finish(void)
{
    eco_doc_destroy(doc);
}

static void check(const char *expected)
{
    docs_check(doc, "json", (struct eco_write_options){0}, expected);
}

START_TEST(test_an_empty_answer)
{
    check("{}\n");
}
END_TEST

START_TEST(test_scalars_in_order)
{
    eco_record_add(doc, &doc->root, "z", eco_value_bool(true));
    eco_record_add(doc, &doc->root, "a", eco_value_bool(false));
    eco_record_add(doc, &doc->root, "count", eco_value_int(-944000000000000LL));
    eco_record_add(doc, &doc->root, "third", eco_value_number(1.0 / 3));
    eco_record_add(doc, &doc->root, "small", eco_value_number(1e-7));
    eco_record_add(doc, &doc->root, "zero", eco_value_number(-0.0));
    eco_record_add(doc, &doc->root, "name", eco_value_string(doc, "小米"));
    eco_record_add(doc, &doc->root, "none", eco_value_string(doc, NULL));
    eco_record_add(doc, &doc->root, "skipped", (struct eco_value){ECO_ABSENT, {NULL}});
    check("{\n"
          "  \"z\": true,\n"
          "  \"a\": false,\n"
          "  \"count\": -944000000000000,\n"
          "  \"third\": 0.333333333333,\n"
          "  \"small\": 1e-7,\n"
          "  \"zero\": 0,\n"
          "  \"name\": \"小米\",\n"
          "  \"none\": null\n"
          "}\n");
}
END_TEST

START_TEST(test_nesting)
{
    struct eco_record *record, *inner;
    struct eco_list *list, *empty;
    eco_record_add(doc, &doc->root, "focal", eco_value_record(doc, &record));
    eco_record_add(doc, record, "empty", eco_value_record(doc, &inner));
    eco_record_add(doc, record, "list", eco_value_list(doc, &list));
    eco_list_add(doc, list, eco_value_int(1));
    eco_list_add(doc, list, eco_value_list(doc, &empty));
    eco_list_add(doc, list, eco_value_record(doc, &inner));
    eco_record_add(doc, inner, "k", eco_value_string(doc, "v"));
    check("{\n"
          "  \"focal\": {\n"
          "    \"empty\": {},\n"
          "    \"list\": [\n"
          "      1,\n"
          "      [],\n"
          "      {\n"
          "        \"k\": \"v\"\n"
          "      }\n"
          "    ]\n"
          "  }\n"
          "}\n");
}
END_TEST

START_TEST(test_undefined_says_why_in_its_own_object)
{
    struct eco_record *focal;
    struct eco_table *table;
    const char *keys[] = {"id", "lock_in", "grip"};
    eco_record_add(doc, &doc->root, "focal", eco_value_record(doc, &focal));
    eco_record_add(doc, focal, "bond", eco_value_figure(doc, NAN, "no \"partner\""));
    eco_record_add(doc, focal, "note", eco_value_null(doc, NULL));
    eco_record_add(doc, focal, "depth", eco_value_null(doc, "no partner"));
    eco_record_add(doc, focal, "openness", eco_value_number(0.5));
    eco_record_add(doc, &doc->root, "groups", eco_value_table(doc, keys, 3, &table));
    struct eco_value *row = eco_table_add_row(doc, table);
    row[0] = eco_value_string(doc, "a");
    row[1] = eco_value_null(doc, "receives nothing");
    row = eco_table_add_row(doc, table);
    row[0] = eco_value_string(doc, "b");
    row[1] = eco_value_number(0.25);
    row[2] = eco_value_number(1);
    check("{\n"
          "  \"focal\": {\n"
          "    \"bond\": null,\n"
          "    \"note\": null,\n"
          "    \"depth\": null,\n"
          "    \"openness\": 0.5,\n"
          "    \"undefined\": {\n"
          "      \"bond\": \"no \\\"partner\\\"\",\n"
          "      \"depth\": \"no partner\"\n"
          "    }\n"
          "  },\n"
          "  \"groups\": [\n"
          "    {\n"
          "      \"id\": \"a\",\n"
          "      \"lock_in\": null,\n"
          "      \"undefined\": {\n"
          "        \"lock_in\": \"receives nothing\"\n"
          "      }\n"
          "    },\n"
          "    {\n"
          "      \"id\": \"b\",\n"
          "      \"lock_in\": 0.25,\n"
          "      \"grip\": 1\n"
          "    }\n"
          "  ]\n"
          "}\n");
}
END_TEST

START_TEST(test_empty_tables_and_rows)
{
    struct eco_table *none, *blank;
    const char *keys[] = {"id"};
    eco_record_add(doc, &doc->root, "none", eco_value_table(doc, keys, 1, &none));
    eco_record_add(doc, &doc->root, "blank", eco_value_table(doc, keys, 1, &blank));
    eco_table_add_row(doc, blank);
    check("{\n"
          "  \"none\": [],\n"
          "  \"blank\": [\n"
          "    {}\n"
          "  ]\n"
          "}\n");
}
END_TEST

static const struct {
    const char *text, *json;
} strings[] = {
    {"", "\"\""},
    {"小米 – Mi", "\"小米 – Mi\""},
    {"a\"b\\c/d", "\"a\\\"b\\\\c/d\""},
    {"\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\""},
    {"\x01\x1b\x1f\x7f", "\"\\u0001\\u001b\\u001f\\u007f\""},
    {"\xc2\x9b", "\"\\u009b\""},
    {"\xe2\x80\xa8\xe2\x80\xa9", "\"\\u2028\\u2029\""},
    {"🚀", "\"🚀\""},
    {"a\xff"
     "b\xe5\xb0",
     "\"a\xef\xbf\xbd"
     "b\xef\xbf\xbd\xef\xbf\xbd\""},
    {"\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
};

START_TEST(test_strings)
{
    struct eco_str out = {0};
    eco_json_write_string(&out, strings[_i].text);
    ck_assert_str_eq(eco_str_text(&out), strings[_i].json);
    eco_str_finish(&out);
}
END_TEST

START_TEST(test_keys_are_strings_too)
{
    eco_record_add(doc, &doc->root, "a\"\n", eco_value_int(1));
    check("{\n  \"a\\\"\\n\": 1\n}\n");
}
END_TEST

START_TEST(test_a_value_at_a_depth)
{
    struct eco_list *list;
    struct eco_value value = eco_value_list(doc, &list);
    eco_list_add(doc, list, eco_value_int(1));
    struct eco_str out = {0};
    eco_json_write_value(&out, &value, 20); /* deeper than one run of spaces */
    ck_assert_str_eq(out.data, "[\n"
                               "                                          1\n"
                               "                                        ]");
    eco_str_finish(&out);
}
END_TEST

/* Never what no JSON parser reads. */
START_TEST(test_what_is_not_finite)
{
    eco_record_add(doc, &doc->root, "a", eco_value_number(NAN));
    eco_record_add(doc, &doc->root, "b", eco_value_number(-INFINITY));
    check("{\n  \"a\": null,\n  \"b\": null\n}\n");
}
END_TEST

START_TEST(test_many_rows)
{
    enum { ROWS = 300000 };
    struct eco_table *table;
    const char *keys[] = {"id", "value", "text"};
    eco_record_add(doc, &doc->root, "ties", eco_value_table(doc, keys, 3, &table));
    for (int i = 0; i < ROWS; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_int(100000 + i);
        row[1] = eco_value_number(0.5);
        row[2] = eco_value_string(doc, "x");
    }
    const char *text = docs_write(doc, "json", (struct eco_write_options){0});
    const char row[] = "    {\n      \"id\": 100000,\n      \"value\": 0.5,\n      \"text\": \"x\"\n    },\n";
    ck_assert_uint_eq(strlen(text), strlen("{\n  \"ties\": [\n") + ROWS * (sizeof row - 1) - 1 + strlen("  ]\n}\n"));
    ck_assert(strncmp(text + strlen("{\n  \"ties\": [\n"), row, sizeof row - 1) == 0);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/json");
    TCase *tests = tcase_create("json");
    tcase_add_checked_fixture(tests, start, finish);
    tcase_add_test(tests, test_an_empty_answer);
    tcase_add_test(tests, test_scalars_in_order);
    tcase_add_test(tests, test_nesting);
    tcase_add_test(tests, test_undefined_says_why_in_its_own_object);
    tcase_add_test(tests, test_empty_tables_and_rows);
    tcase_add_loop_test(tests, test_strings, 0, sizeof strings / sizeof *strings);
    tcase_add_test(tests, test_keys_are_strings_too);
    tcase_add_test(tests, test_a_value_at_a_depth);
    tcase_add_test(tests, test_what_is_not_finite);
    tcase_add_test(tests, test_many_rows);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
