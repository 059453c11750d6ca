#include "write/grid.h"

#include "docs.h"

static struct eco_doc *doc;
static struct eco_table *table;

static void start(void)
{
    doc = eco_doc_create();
    table = docs_groups(doc);
}

static void finish(void)
{
    eco_doc_destroy(doc);
}

static void check(const struct eco_block *block, int width, bool color, const char *expected)
{
    struct eco_style style = eco_style_of(color);
    struct eco_str out = {0};
    eco_grid_write(&out, block, width, &style);
    ck_assert_msg(strcmp(eco_str_text(&out), expected) == 0, "expected:\n%s\nbut it is:\n%s", expected,
                  eco_str_text(&out));
    eco_str_finish(&out);
}

static struct eco_block *all(void)
{
    struct eco_block *block = eco_doc_table(doc, NULL, table, docs_columns, DOCS_COLUMNS, NULL, 0);
    block->bar = "lock_in";
    return block;
}

START_TEST(test_a_wide_screen_shows_everything)
{
    check(all(), 200, false,
          "Group                              Lock-in             Platform dependence  Strength  Providers  Platform  "
          "Tags\n"
          "──────────────────────────────────────────────────────────────────────────────────────────────────────────"
          "───────────────\n"
          "Xiaomi (小米集团)                        –                             0 %       0.0          0  yes       "
          "iot\n"
          "Huami 华米                            0.82 ████████▎                  62 %      12.3          3  no        "
          "iot, wearables\n"
          "Viomi Technology Co., Ltd. (云米)     0.50 █████                     0.4 %   1,234.6          1  no        "
          "iot\n"
          "Zimi                                  0.07 ▊                          38 %      0.04      1,250  no        "
          "iot, wearables\n"
          "Roborock 石头科技                     1.00 ██████████                100 %       3.0          2  no        "
          "iot\n");
}
END_TEST

START_TEST(test_80_columns)
{
    check(all(), 80, false,
          "                                         Platform\n"
          "Group                         Lock-in  dependence  Strength  Providers  Platform\n"
          "────────────────────────────────────────────────────────────────────────────────\n"
          "Xiaomi (小米集团)                   –         0 %       0.0          0  yes\n"
          "Huami 华米                       0.82        62 %      12.3          3  no\n"
          "Viomi Technology Co., Ltd.…      0.50       0.4 %   1,234.6          1  no\n"
          "Zimi                             0.07        38 %      0.04      1,250  no\n"
          "Roborock 石头科技                1.00       100 %       3.0          2  no\n"
          "not shown for want of room: Tags\n");
}
END_TEST

START_TEST(test_40_columns)
{
    check(all(), 40, false,
          "                                Platform\n"
          "Group                Lock-in  dependence\n"
          "────────────────────────────────────────\n"
          "Xiaomi (小米集团)          –         0 %\n"
          "Huami 华米              0.82        62 %\n"
          "Viomi Technology C…     0.50       0.4 %\n"
          "Zimi                    0.07        38 %\n"
          "Roborock 石头科技       1.00       100 %\n"
          "not shown for want of room: Strength,\n"
          "  Providers, Platform, Tags\n");
}
END_TEST

START_TEST(test_chosen_rows_and_what_is_left)
{
    const int rows[] = {3, 1};
    struct eco_block *block = eco_doc_table(doc, NULL, table, docs_columns, 2, rows, 2);
    check(block, 80, false,
          "Group       Lock-in\n"
          "───────────────────\n"
          "Zimi           0.07\n"
          "Huami 华米     0.82\n"
          "and 3 more\n");
}
END_TEST

START_TEST(test_no_rows)
{
    struct eco_block *block = eco_doc_table(doc, NULL, table, docs_columns, 2, (int[]){0}, 0);
    check(block, 80, false, "and 5 more\n");
    block->rows_left = 0;
    check(block, 80, false, "");
}
END_TEST

START_TEST(test_no_columns)
{
    check(eco_doc_table(doc, NULL, table, docs_columns, 0, NULL, 0), 80, false, "");
}
END_TEST

START_TEST(test_a_column_that_the_table_has_not)
{
    const struct eco_column columns[] = {{"id", "Id", ECO_UNIT_NONE, 0}, {"other", "Other", ECO_UNIT_INDEX, 0}};
    check(eco_doc_table(doc, NULL, table, columns, 2, (int[]){1}, 1), 80, false,
          "Id     Other\n"
          "────────────\n"
          "huami\n"
          "and 4 more\n");
}
END_TEST

START_TEST(test_colour)
{
    struct eco_block *block = eco_doc_table(doc, NULL, table, docs_columns, 2, (int[]){0, 2}, 2);
    block->bar = "lock_in";
    check(block, 80, true,
          "\x1b[1mGroup                              Lock-in\x1b[0m\n"
          "\x1b[2m─────────────────────────────────────────────────────\x1b[0m\n"
          "Xiaomi (小米集团)                        –\n"
          "Viomi Technology Co., Ltd. (云米)     0.50 \x1b[36m█████\x1b[0m\n"
          "\x1b[2mand 3 more\x1b[0m\n");
}
END_TEST

/* A sentence in the last column is not cut, but has an end. */
START_TEST(test_sentences_go_on_below)
{
    const char *keys[] = {"figure", "value", "meaning"};
    struct eco_table *figures;
    eco_value_table(doc, keys, 3, &figures);
    struct eco_value *row = eco_table_add_row(doc, figures);
    row[0] = eco_value_string(doc, "Mutuality");
    row[1] = eco_value_number(0.68);
    row[2] = eco_value_string(doc, "how much of what is exchanged goes both ways");
    row = eco_table_add_row(doc, figures);
    row[0] = eco_value_string(doc, "Openness");
    row[2] = eco_value_string(doc, "short");
    struct eco_column columns[] = {{"figure", "Figure", ECO_UNIT_NONE, 0},
                                   {"value", "Value", ECO_UNIT_INDEX, 0},
                                   {"meaning", "Meaning", ECO_UNIT_NONE, 0}};
    struct eco_block *block = eco_doc_table(doc, NULL, figures, columns, 3, NULL, 0);
    check(block, 42, false,
          "Figure     Value  Meaning\n"
          "──────────────────────────────────────────\n"
          "Mutuality   0.68  how much of what is\n"
          "                  exchanged goes both ways\n"
          "Openness          short\n");
    columns[2].rank = 1; /* what may be left out is cut instead */
    check(eco_doc_table(doc, NULL, figures, columns, 3, NULL, 0), 42, false,
          "Figure     Value  Meaning\n"
          "──────────────────────────────────────────\n"
          "Mutuality   0.68  how much of what is exc…\n"
          "Openness          short\n");
}
END_TEST

START_TEST(test_very_long_sentences_end_in_the_sixth_line)
{
    const char *keys[] = {"text"};
    const struct eco_column column = {"text", "Text", ECO_UNIT_NONE, 0};
    struct eco_table *texts;
    eco_value_table(doc, keys, 1, &texts);
    *eco_table_add_row(doc, texts) = eco_value_string(
        doc, "one23456789 123456789 two23456789 123456789 3 3456789 123456789 4 3456789 123456789 5 3456789 123456789 "
             "6 3456789 123456789 7 3456789");
    check(eco_doc_table(doc, NULL, texts, &column, 1, NULL, 0), 21, false,
          "Text\n"
          "─────────────────────\n"
          "one23456789 123456789\n"
          "two23456789 123456789\n"
          "3 3456789 123456789 4\n"
          "3456789 123456789 5\n"
          "3456789 123456789 6\n"
          "3456789 123456789 7…\n");
}
END_TEST

/* One row a value; the bar alone. */
START_TEST(test_bars)
{
    static const struct {
        double value;
        const char *bar;
    } bars[] = {{0, ""},     {-0.5, ""},       {0.0001, " ▏"},       {0.0125, " ▏"},      {0.1, " █"},
                {0.11, " █▏"}, {0.999, " ██████████"}, {1, " ██████████"}, {7, " ██████████"}};
    const char *keys[] = {"v"};
    struct eco_table *values;
    eco_value_table(doc, keys, 1, &values);
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
        *eco_table_add_row(doc, values) = eco_value_number(bars[i].value);
        const struct eco_column column = {"v", "V", ECO_UNIT_INDEX, 0};
        int row = (int)i;
        struct eco_block *block = eco_doc_table(doc, NULL, values, &column, 1, &row, 1);
        block->bar = "v";
        block->rows_left = 0;
        struct eco_str expected = {0};
        int width = bars[i].value < 0 ? 5 : 4;
        eco_str_printf(&expected, "%*s\n", width, "V");
        eco_str_repeat(&expected, "─", width + 11);
        eco_str_printf(&expected, "\n%.2f%s\n", bars[i].value, bars[i].bar);
        check(block, 80, false, expected.data);
        eco_str_finish(&expected);
    }
}
END_TEST

/* Figures stand whole or not at all. */
START_TEST(test_figures_are_never_cut)
{
    const char *keys[] = {"name", "a", "b"};
    struct eco_table *wide;
    eco_value_table(doc, keys, 3, &wide);
    struct eco_value *row = eco_table_add_row(doc, wide);
    row[0] = eco_value_string(doc, "A rather long name of a firm");
    row[1] = eco_value_int(944000000000000LL);
    row[2] = eco_value_int(-123456789);
    const struct eco_column columns[] = {
        {"name", "Name", ECO_UNIT_NONE, 0}, {"a", "A", ECO_UNIT_COUNT, 1}, {"b", "B", ECO_UNIT_COUNT, 0}};
    struct eco_block *block = eco_doc_table(doc, NULL, wide, columns, 3, NULL, 0);
    for (int width = 20; width < 80; width++) {
        struct eco_style style = eco_style_of(false);
        struct eco_str out = {0};
        eco_grid_write(&out, block, width, &style);
        bool a = strstr(out.data, "944,000,000,000,000"), b = strstr(out.data, "-123,456,789");
        ck_assert_msg(a || !strstr(out.data, "44,0"), "%s", out.data);
        ck_assert_msg(b || !strstr(out.data, "23,4"), "%s", out.data);
        ck_assert_msg(b || width < 26, "%s", out.data);
        ck_assert_msg(a || width < 47, "%s", out.data);
        ck_assert_msg(a || strstr(out.data, "not shown"), "%s", out.data);
        eco_str_finish(&out);
    }
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/grid");
    TCase *tests = tcase_create("grid");
    tcase_add_checked_fixture(tests, start, finish);
    tcase_add_test(tests, test_a_wide_screen_shows_everything);
    tcase_add_test(tests, test_80_columns);
    tcase_add_test(tests, test_40_columns);
    tcase_add_test(tests, test_chosen_rows_and_what_is_left);
    tcase_add_test(tests, test_no_rows);
    tcase_add_test(tests, test_no_columns);
    tcase_add_test(tests, test_a_column_that_the_table_has_not);
    tcase_add_test(tests, test_colour);
    tcase_add_test(tests, test_sentences_go_on_below);
    tcase_add_test(tests, test_very_long_sentences_end_in_the_sixth_line);
    tcase_add_test(tests, test_bars);
    tcase_add_test(tests, test_figures_are_never_cut);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
