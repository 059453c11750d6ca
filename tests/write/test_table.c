#include <time.h>

#include "base/random.h"
#include "base/utf8.h"
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

static void check(int width, bool color, const char *expected)
{
    docs_check(doc, "table", (struct eco_write_options){.width = width, .color = color}, expected);
}

START_TEST(test_an_empty_answer)
{
    check(80, false, "");
}
END_TEST

static void build_page(void)
{
    struct eco_table *table = docs_groups(doc);
    const int rows[] = {1, 4};
    eco_doc_heading(doc, 1, "Xiaomi ecosystem (小米生态链)");
    eco_doc_text(doc, "%s", "Huami depends most on Xiaomi: 62 % of what it gets comes from there.");
    eco_doc_heading(doc, 2, "Groups");
    struct eco_block *block = eco_doc_table(doc, "Most locked in", table, docs_columns, 3, rows, 2);
    block->rows_left = 23;
    eco_doc_note(doc, "Weights of different kinds are ordinal judgements that are summed.");
}

START_TEST(test_a_page)
{
    build_page();
    check(80, false,
          "Xiaomi ecosystem (小米生态链)\n"
          "═════════════════════════════\n"
          "\n"
          "Huami depends most on Xiaomi: 62 % of what it gets comes from there.\n"
          "\n"
          "Groups\n"
          "──────\n"
          "\n"
          "Most locked in\n"
          "\n"
          "Group              Lock-in  Platform dependence\n"
          "───────────────────────────────────────────────\n"
          "Huami 华米            0.82                 62 %\n"
          "Roborock 石头科技     1.00                100 %\n"
          "and 23 more\n"
          "\n"
          "Note: Weights of different kinds are ordinal judgements that are summed.\n");
}
END_TEST

START_TEST(test_a_page_in_40_columns)
{
    build_page();
    check(40, false,
          "Xiaomi ecosystem (小米生态链)\n"
          "═════════════════════════════\n"
          "\n"
          "Huami depends most on Xiaomi: 62 % of\n"
          "what it gets comes from there.\n"
          "\n"
          "Groups\n"
          "──────\n"
          "\n"
          "Most locked in\n"
          "\n"
          "                              Platform\n"
          "Group              Lock-in  dependence\n"
          "──────────────────────────────────────\n"
          "Huami 华米            0.82        62 %\n"
          "Roborock 石头科技     1.00       100 %\n"
          "and 23 more\n"
          "\n"
          "Note: Weights of different kinds are\n"
          "  ordinal judgements that are summed.\n");
}
END_TEST

START_TEST(test_a_page_in_colour)
{
    build_page();
    check(80, true,
          "\x1b[1mXiaomi ecosystem (小米生态链)\x1b[0m\n"
          "\n"
          "Huami depends most on Xiaomi: 62 % of what it gets comes from there.\n"
          "\n"
          "\x1b[1mGroups\x1b[0m\n"
          "\n"
          "\x1b[1mMost locked in\x1b[0m\n"
          "\n"
          "\x1b[1mGroup              Lock-in  Platform dependence\x1b[0m\n"
          "\x1b[2m───────────────────────────────────────────────\x1b[0m\n"
          "Huami 华米            0.82                 62 %\n"
          "Roborock 石头科技     1.00                100 %\n"
          "\x1b[2mand 23 more\x1b[0m\n"
          "\n"
          "\x1b[2mNote: Weights of different kinds are ordinal judgements that are summed.\x1b[0m\n");
}
END_TEST

START_TEST(test_headings_of_several_lines)
{
    eco_doc_heading(doc, 2, "A heading that is longer than the screen is wide");
    check(30, false, "A heading that is longer than\nthe screen is wide\n─────────────────────────────\n");
}
END_TEST

START_TEST(test_an_empty_table)
{
    const char *keys[] = {"id"};
    struct eco_table *table;
    const struct eco_column column = {"id", "Id", ECO_UNIT_NONE, 0};
    eco_value_table(doc, keys, 1, &table);
    eco_doc_table(doc, "Ties", table, &column, 1, NULL, 0);
    eco_doc_table(doc, NULL, table, &column, 1, NULL, 0);
    check(80, false, "Ties\n\n(none)\n\n(none)\n");
}
END_TEST

START_TEST(test_several_notes_are_a_list)
{
    eco_doc_note(doc, "one that is long enough to need a second line");
    eco_doc_note(doc, "two");
    eco_doc_text(doc, "text");
    eco_doc_note(doc, "three");
    check(40, false,
          "Notes\n- one that is long enough to need a\n  second line\n- two\n\ntext\n\nNote: three\n");
}
END_TEST

START_TEST(test_items_stand_together_with_what_belongs_to_them)
{
    eco_doc_item(doc, 1, "to %s: supply of finished products, weight 0.6", "Xiaomi");
    eco_doc_item(doc, 2, "says wang2024");
    eco_doc_item(doc, 1, "to Zimi");
    eco_doc_text(doc, "text");
    check(40, false,
          "  to Xiaomi: supply of finished\n"
          "      products, weight 0.6\n"
          "      says wang2024\n"
          "  to Zimi\n"
          "\n"
          "text\n");
}
END_TEST

START_TEST(test_long_lines_of_text_are_broken_on_wide_screens)
{
    struct eco_str text = {0};
    eco_str_repeat(&text, "word ", 40);
    eco_doc_text(doc, "%s", text.data);
    const char *out = docs_write(doc, "table", (struct eco_write_options){.width = 200});
    ck_assert_uint_eq(strcspn(out, "\n"), 99);
    eco_str_finish(&text);
}
END_TEST

START_TEST(test_the_width_is_80_where_nobody_says)
{
    struct eco_str text = {0};
    eco_str_repeat(&text, "1234567 ", 40);
    eco_doc_text(doc, "%s", text.data);
    ck_assert_uint_eq(strcspn(docs_write(doc, "table", (struct eco_write_options){0}), "\n"), 79);
    eco_str_finish(&text);
}
END_TEST

/* Names that try to clear the screen, set its title, ring, or turn the line round. */
START_TEST(test_hostile_names)
{
    const char *keys[] = {"name"}, *name = "\x1b]0;owned\x07\xe2\x80\xae\r\n\xc2\x9b"
                                           "2J";
    struct eco_table *table;
    const struct eco_column column = {"name", "Na\x1b[1mme", ECO_UNIT_NONE, 0};
    eco_value_table(doc, keys, 1, &table);
    *eco_table_add_row(doc, table) = eco_value_string(doc, name);
    eco_doc_heading(doc, 1, name);
    eco_doc_table(doc, name, table, &column, 1, NULL, 0);
    check(80, false,
          "\xef\xbf\xbd]0;owned\xef\xbf\xbd  \xef\xbf\xbd"
          "2J\n"
          "═══════════════\n"
          "\n"
          "\xef\xbf\xbd]0;owned\xef\xbf\xbd  \xef\xbf\xbd"
          "2J\n"
          "\n"
          "Na\xef\xbf\xbd[1mme\n"
          "───────────────\n"
          "\xef\xbf\xbd]0;owned\xef\xbf\xbd  \xef\xbf\xbd"
          "2J\n");
}
END_TEST

START_TEST(test_many_rows_are_quick)
{
    enum { ROWS = 100000 };
    const char *keys[] = {"name", "a", "b"};
    const struct eco_column columns[] = {
        {"name", "Name", ECO_UNIT_NONE, 0}, {"a", "A", ECO_UNIT_INDEX, 0}, {"b", "B", ECO_UNIT_SHARE, 0}};
    struct eco_table *table;
    eco_value_table(doc, keys, 3, &table);
    for (int i = 0; i < ROWS; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, "小米 Xiaomi");
        row[1] = eco_value_number(i / (double)ROWS);
        row[2] = eco_value_number(0.5);
    }
    eco_doc_table(doc, NULL, table, columns, 3, NULL, 0)->bar = "a";
    clock_t before = clock();
    const char *out = docs_write(doc, "table", (struct eco_write_options){.width = 100});
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    int lines = 0;
    for (; *out; out++)
        lines += *out == '\n';
    ck_assert_int_eq(lines, ROWS + 2);
    ck_assert_double_lt(seconds, 20); /* some 0.3 without sanitizers */
}
END_TEST

static struct eco_random dice;

static int below(int bound)
{
    return (int)eco_random_below(&dice, (uint64_t)bound);
}

static const char *any_word(void)
{
    static const char *const words[] = {"Huami", "小米", "a", "Viomi Technology Co., Ltd. (云米)", "\x1b]0;x\x07", "🚀🚀",
                                        "\xe2\x80\xaeturned", "", " ", "\xff\xfe", "averyveryverylongwordthatnoscreenholdsatall",
                                        "हिन्दी", "カタカナ，。", "62 %", "two\nlines", "dependence", "한국어", "–", "(小米)"};
    return words[below(sizeof words / sizeof *words)];
}

static const char *any_text(int most)
{
    struct eco_str text = {0};
    for (int i = below(most + 1); i >= 0; i--) {
        eco_str_add(&text, any_word());
        eco_str_add(&text, below(4) ? " " : "");
    }
    const char *copy = eco_arena_strdup(&doc->arena, text.data);
    eco_str_finish(&text);
    return copy;
}

static struct eco_value any_value(int kind)
{
    struct eco_list *list;
    if (below(10) == 0)
        return below(2) ? eco_value_null(doc, "no reason") : (struct eco_value){ECO_ABSENT, {NULL}};
    switch (kind) {
    case 0: return eco_value_string(doc, any_text(3));
    case 1: return eco_value_number((eco_random_uniform(&dice) - 0.3) * (below(2) ? 1.3 : 1e9));
    case 2: return eco_value_int(below(1000000));
    case 3: return eco_value_bool(below(2));
    default: break;
    }
    struct eco_value value = eco_value_list(doc, &list);
    for (int i = below(4); i > 0; i--)
        eco_list_add(doc, list, eco_value_string(doc, any_word()));
    return value;
}

static void add_any_table(void)
{
    enum { MOST = 12 };
    static const char *const keys[MOST] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
    struct eco_column columns[MOST];
    struct eco_table *table;
    int count = below(MOST + 1), kinds[MOST];
    eco_value_table(doc, keys, count, &table);
    for (int k = 0; k < count; k++) {
        columns[k] = (struct eco_column){keys[k], any_text(3), (enum eco_unit)below(6), below(4)};
        kinds[k] = below(5);
    }
    for (int row = below(15); row > 0; row--) {
        struct eco_value *cells = eco_table_add_row(doc, table);
        for (int k = 0; k < count; k++)
            cells[k] = any_value(kinds[k]);
    }
    struct eco_block *block = eco_doc_table(doc, below(2) ? any_text(5) : NULL, table, columns, count, NULL, 0);
    block->rows_left = below(30) - 10;
    block->bar = keys[below(MOST)];
}

static void add_any_block(void)
{
    switch (below(6)) {
    case 0: eco_doc_heading(doc, 1 + below(2), any_text(10)); break;
    case 3: eco_doc_item(doc, 1 + below(2), "%s", any_text(20)); break;
    case 1: eco_doc_text(doc, "%s", any_text(60)); break;
    case 2: eco_doc_note(doc, "%s", any_text(30)); break;
    default: add_any_table(); break;
    }
}

/* The styles that the writer itself uses, taken out of a line. */
static void strip_styles(char *line)
{
    static const char *const styles[] = {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[36m"};
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        for (char *at; (at = strstr(line, styles[i]));)
            memmove(at, at + strlen(styles[i]), strlen(at + strlen(styles[i])) + 1);
}

static void check_lines(const char *text, int width, bool color)
{
    char *copy = strdup(text);
    for (char *line = copy, *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        ck_assert_ptr_nonnull(end);
        *end = '\0';
        if (color)
            strip_styles(line);
        ck_assert_msg(eco_utf8_width(line) <= width, "%d columns instead of %d: %s", eco_utf8_width(line), width, line);
        ck_assert_msg(!eco_utf8_has_control(line), "%s", line);
        ck_assert_ptr_null(strstr(line, "\xe2\x80\xae"));
        ck_assert_msg(!*line || line[strlen(line) - 1] != ' ', "space at the end: %s|", line);
    }
    free(copy);
}

START_TEST(test_no_line_is_wider_than_the_screen)
{
    eco_random_init(&dice, 1, (uint64_t)_i);
    for (int blocks = 1 + below(8); blocks > 0; blocks--)
        add_any_block();
    for (int width = 40; width < 200; width += 1 + below(25))
        for (int color = 0; color < 2; color++)
            check_lines(docs_write(doc, "table", (struct eco_write_options){.width = width, .color = color}), width, color);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/table");
    TCase *tests = tcase_create("pages");
    tcase_add_checked_fixture(tests, start, finish);
    tcase_add_test(tests, test_an_empty_answer);
    tcase_add_test(tests, test_a_page);
    tcase_add_test(tests, test_a_page_in_40_columns);
    tcase_add_test(tests, test_a_page_in_colour);
    tcase_add_test(tests, test_headings_of_several_lines);
    tcase_add_test(tests, test_an_empty_table);
    tcase_add_test(tests, test_several_notes_are_a_list);
    tcase_add_test(tests, test_items_stand_together_with_what_belongs_to_them);
    tcase_add_test(tests, test_long_lines_of_text_are_broken_on_wide_screens);
    tcase_add_test(tests, test_the_width_is_80_where_nobody_says);
    tcase_add_test(tests, test_hostile_names);
    tcase_add_test(tests, test_many_rows_are_quick);
    tcase_add_loop_test(tests, test_no_line_is_wider_than_the_screen, 0, 200);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
