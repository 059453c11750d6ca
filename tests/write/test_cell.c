#include <float.h>
#include <locale.h>
#include <math.h>

#include "docs.h"

static void check(struct eco_value value, enum eco_unit unit, const char *expected)
{
    struct eco_str out = {0};
    eco_text_write_cell(&out, &value, unit);
    ck_assert_str_eq(eco_str_text(&out), expected);
    eco_str_finish(&out);
}

static const struct {
    enum eco_unit unit;
    double number;
    const char *text;
} numbers[] = {
    {ECO_UNIT_NONE, 0.1 + 0.2, "0.3"},
    {ECO_UNIT_NONE, 2013, "2013"},
    {ECO_UNIT_COUNT, 0, "0"},
    {ECO_UNIT_COUNT, 999, "999"},
    {ECO_UNIT_COUNT, 1000, "1,000"},
    {ECO_UNIT_COUNT, 944000000, "944,000,000"},
    {ECO_UNIT_COUNT, -12345, "-12,345"},
    {ECO_UNIT_COUNT, 1e20, "1e20"},
    {ECO_UNIT_INDEX, 0, "0.00"},
    {ECO_UNIT_INDEX, 1, "1.00"},
    {ECO_UNIT_INDEX, 0.414, "0.41"},
    {ECO_UNIT_INDEX, 0.285, "0.29"}, /* a tie in the decimals that JSON shows goes up */
    {ECO_UNIT_INDEX, 0.999, "1.00"},
    {ECO_UNIT_INDEX, -0.5, "-0.50"},
    {ECO_UNIT_INDEX, -0.001, "0.00"}, /* no -0.00 */
    {ECO_UNIT_INDEX, 12.5, "12.50"},
    {ECO_UNIT_SHARE, 0, "0 %"},
    {ECO_UNIT_SHARE, 0.62, "62 %"},
    {ECO_UNIT_SHARE, 1, "100 %"},
    {ECO_UNIT_SHARE, 0.0041, "0.4 %"},
    {ECO_UNIT_SHARE, 0.0095, "1 %"},
    {ECO_UNIT_SHARE, 0.0094, "0.9 %"},
    {ECO_UNIT_SHARE, 0.015, "2 %"},
    {ECO_UNIT_SHARE, 0.00001, "<0.1 %"},
    {ECO_UNIT_SHARE, -0.00001, ">-0.1 %"},
    {ECO_UNIT_SHARE, -0.004, "-0.4 %"},
    {ECO_UNIT_SHARE, -0.25, "-25 %"},
    {ECO_UNIT_SHARE, 12.5, "1,250 %"},
    {ECO_UNIT_WEIGHT, 0, "0.0"},
    {ECO_UNIT_WEIGHT, 12.25, "12.3"},
    {ECO_UNIT_WEIGHT, 1234.56, "1,234.6"},
    {ECO_UNIT_WEIGHT, 0.04, "0.04"},
    {ECO_UNIT_WEIGHT, 1e-12, "1e-12"},
    {ECO_UNIT_WEIGHT, 1e12, "1,000,000,000,000.0"},
    {ECO_UNIT_NUMBER, 0, "0"},
    {ECO_UNIT_NUMBER, 1, "1"},
    {ECO_UNIT_NUMBER, 2.5, "2.5"},
    {ECO_UNIT_NUMBER, 9.996, "10"},
    {ECO_UNIT_NUMBER, 0.012345, "0.0123"},
    {ECO_UNIT_NUMBER, 0.00012345, "0.000123"},
    {ECO_UNIT_NUMBER, 0.000012345, "1.23e-5"},
    {ECO_UNIT_NUMBER, 123.456, "123"},
    {ECO_UNIT_NUMBER, 999.6, "1,000"},
    {ECO_UNIT_NUMBER, 12345, "12,300"},
    {ECO_UNIT_NUMBER, -944000000, "-944,000,000"},
    {ECO_UNIT_NUMBER, 1e14, "100,000,000,000,000"},
    {ECO_UNIT_NUMBER, 1.234e15, "1.23e15"},
    {ECO_UNIT_NUMBER, -2e-300, "-2e-300"},
    {ECO_UNIT_NUMBER, DBL_MAX, "1.8e308"},
    {ECO_UNIT_NUMBER, NAN, "–"},
    {ECO_UNIT_INDEX, INFINITY, "–"},
};

START_TEST(test_numbers)
{
    check(eco_value_number(numbers[_i].number), numbers[_i].unit, numbers[_i].text);
}
END_TEST

START_TEST(test_integers)
{
    check(eco_value_int(2013), ECO_UNIT_NONE, "2013");
    check(eco_value_int(-1234567), ECO_UNIT_COUNT, "-1,234,567");
    check(eco_value_int(9223372036854775807LL), ECO_UNIT_COUNT, "9,223,372,036,854,775,807");
    check(eco_value_int(-9223372036854775807LL - 1), ECO_UNIT_COUNT, "-9,223,372,036,854,775,808");
    check(eco_value_int(1), ECO_UNIT_INDEX, "1.00");
    check(eco_value_int(12345), ECO_UNIT_NUMBER, "12,300");
}
END_TEST

START_TEST(test_other_values)
{
    struct eco_doc *doc = eco_doc_create();
    struct eco_list *list;
    struct eco_record *record;
    struct eco_table *table;
    check((struct eco_value){ECO_ABSENT, {NULL}}, ECO_UNIT_INDEX, "");
    check(eco_value_null(doc, "no tie"), ECO_UNIT_INDEX, "–");
    check(eco_value_bool(true), ECO_UNIT_NONE, "yes");
    check(eco_value_bool(false), ECO_UNIT_NONE, "no");
    check(eco_value_string(doc, "小米\x1b[2J\xe2\x80\xae"), ECO_UNIT_NONE, "小米\xef\xbf\xbd[2J");
    struct eco_value value = eco_value_list(doc, &list);
    check(value, ECO_UNIT_SHARE, "");
    eco_list_add(doc, list, eco_value_number(0.5));
    eco_list_add(doc, list, eco_value_string(doc, "a\nb"));
    check(value, ECO_UNIT_SHARE, "50 %, a b");
    value = eco_value_record(doc, &record);
    eco_record_add(doc, record, "share\x07", eco_value_number(0.5));
    eco_record_add(doc, record, "n", eco_value_int(2));
    check(value, ECO_UNIT_INDEX, "share\xef\xbf\xbd 0.50, n 2.00");
    const char *keys[] = {"a"};
    value = eco_value_table(doc, keys, 1, &table);
    check(value, ECO_UNIT_NONE, "0 rows");
    eco_table_add_row(doc, table);
    check(value, ECO_UNIT_NONE, "1 row");
    eco_doc_destroy(doc);
}
END_TEST

START_TEST(test_a_locale_changes_nothing)
{
    static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names && !setlocale(LC_ALL, names[i]); i++)
        ;
    check(eco_value_number(1234.56), ECO_UNIT_WEIGHT, "1,234.6");
    check(eco_value_number(0.25), ECO_UNIT_INDEX, "0.25");
    check(eco_value_number(0.25), ECO_UNIT_NONE, "0.25");
    check(eco_value_number(1.5e-9), ECO_UNIT_NUMBER, "1.5e-9");
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/cell");
    TCase *tests = tcase_create("cell");
    tcase_add_loop_test(tests, test_numbers, 0, sizeof numbers / sizeof *numbers);
    tcase_add_test(tests, test_integers);
    tcase_add_test(tests, test_other_values);
    tcase_add_test(tests, test_a_locale_changes_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
