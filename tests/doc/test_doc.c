#include "doc/doc.h"

#include <math.h>

#include "support.h"

static struct eco_doc *doc;

static void start(void)
{
    doc = eco_doc_create();
}

static void finish(void)
{
    eco_doc_destroy(doc);
}

START_TEST(test_a_new_doc_is_empty)
{
    ck_assert_uint_eq(doc->root.count, 0);
    ck_assert_uint_eq(doc->blocks_count, 0);
    ck_assert_ptr_null(doc->csv_table);
    ck_assert_ptr_null(eco_record_find(&doc->root, "any"));
    eco_doc_destroy(NULL);
}
END_TEST

START_TEST(test_values)
{
    ck_assert_int_eq(eco_value_null(doc, NULL).type, ECO_NULL);
    ck_assert_ptr_null(eco_value_null(doc, NULL).as.reason);
    ck_assert_str_eq(eco_value_null(doc, "no tie").as.reason, "no tie");
    ck_assert_int_eq(eco_value_bool(true).type, ECO_BOOL);
    ck_assert(eco_value_bool(true).as.truth);
    ck_assert_int_eq(eco_value_int(-5).type, ECO_INT);
    ck_assert_int_eq(eco_value_int(-5).as.integer, -5);
    ck_assert_int_eq(eco_value_number(0.5).type, ECO_NUMBER);
    ck_assert_double_eq(eco_value_number(0.5).as.number, 0.5);
}
END_TEST

START_TEST(test_a_figure_is_a_number_or_a_reason)
{
    struct eco_value known = eco_value_figure(doc, 0.25, NULL), unknown = eco_value_figure(doc, NAN, "no tie");
    ck_assert_int_eq(known.type, ECO_NUMBER);
    ck_assert_double_eq(known.as.number, 0.25);
    ck_assert_int_eq(unknown.type, ECO_NULL);
    ck_assert_str_eq(unknown.as.reason, "no tie");
}
END_TEST

START_TEST(test_strings_are_copied)
{
    char text[] = "xiaomi";
    struct eco_value value = eco_value_string(doc, text);
    eco_record_add(doc, &doc->root, text, value);
    text[0] = 'X';
    ck_assert_int_eq(value.type, ECO_STRING);
    ck_assert_str_eq(value.as.text, "xiaomi");
    ck_assert_ptr_nonnull(eco_record_find(&doc->root, "xiaomi"));
    ck_assert_int_eq(eco_value_string(doc, NULL).type, ECO_NULL);
}
END_TEST

START_TEST(test_a_record_keeps_its_order)
{
    for (int i = 0; i < 100; i++) {
        char key[16];
        snprintf(key, sizeof key, "k%d", i);
        eco_record_add(doc, &doc->root, key, eco_value_int(i));
    }
    ck_assert_uint_eq(doc->root.count, 100);
    ck_assert_str_eq(doc->root.members[57].key, "k57");
    ck_assert_int_eq(eco_record_find(&doc->root, "k99")->as.integer, 99);
    ck_assert_ptr_null(eco_record_find(&doc->root, "k100"));
}
END_TEST

START_TEST(test_lists_and_records_nest)
{
    struct eco_list *list;
    struct eco_record *record;
    struct eco_value value = eco_value_list(doc, &list);
    ck_assert_int_eq(value.type, ECO_LIST);
    ck_assert_ptr_eq(value.as.list, list);
    for (int i = 0; i < 20; i++) {
        struct eco_value item = eco_value_record(doc, &record);
        ck_assert_ptr_eq(item.as.record, record);
        eco_record_add(doc, record, "n", eco_value_int(i));
        eco_list_add(doc, list, item);
    }
    ck_assert_uint_eq(list->count, 20);
    ck_assert_int_eq(eco_record_find(list->items[13].as.record, "n")->as.integer, 13);
}
END_TEST

START_TEST(test_a_table)
{
    char id[] = "id";
    const char *keys[] = {id, "value", "missing"};
    struct eco_table *table;
    struct eco_value value = eco_value_table(doc, keys, 3, &table);
    id[0] = 'x';
    ck_assert_int_eq(value.type, ECO_TABLE);
    ck_assert_str_eq(table->keys[0], "id");
    for (int i = 0; i < 1000; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        ck_assert_int_eq(row[0].type, ECO_ABSENT);
        ck_assert_int_eq(row[2].type, ECO_ABSENT);
        row[0] = eco_value_int(i);
        row[1] = eco_value_number(i / 2.0);
    }
    ck_assert_int_eq(table->rows, 1000);
    for (int i = 0; i < 1000; i++) {
        ck_assert_int_eq(eco_table_cell(table, i, 0)->as.integer, i);
        ck_assert_double_eq(eco_table_cell(table, i, 1)->as.number, i / 2.0);
        ck_assert_int_eq(eco_table_cell(table, i, 2)->type, ECO_ABSENT);
    }
    ck_assert_int_eq(eco_table_column(table, "value"), 1);
    ck_assert_int_eq(eco_table_column(table, "xd"), -1);
}
END_TEST

START_TEST(test_a_table_without_columns)
{
    struct eco_table *table;
    eco_value_table(doc, NULL, 0, &table);
    eco_table_add_row(doc, table);
    ck_assert_int_eq(table->rows, 1);
    ck_assert_int_eq(eco_table_column(table, "any"), -1);
}
END_TEST

START_TEST(test_blocks_stand_in_order)
{
    eco_doc_heading(doc, 2, "Groups");
    eco_doc_text(doc, "%d groups", 3);
    eco_doc_note(doc, "%s", "100 % sure");
    eco_doc_item(doc, 2, "to %s", "Huami");
    ck_assert_uint_eq(doc->blocks_count, 4);
    ck_assert_int_eq(doc->blocks[0].type, ECO_BLOCK_HEADING);
    ck_assert_int_eq(doc->blocks[0].level, 2);
    ck_assert_str_eq(doc->blocks[0].text, "Groups");
    ck_assert_int_eq(doc->blocks[1].type, ECO_BLOCK_TEXT);
    ck_assert_str_eq(doc->blocks[1].text, "3 groups");
    ck_assert_int_eq(doc->blocks[2].type, ECO_BLOCK_NOTE);
    ck_assert_str_eq(doc->blocks[2].text, "100 % sure");
    ck_assert_int_eq(doc->blocks[3].type, ECO_BLOCK_ITEM);
    ck_assert_int_eq(doc->blocks[3].level, 2);
    ck_assert_str_eq(doc->blocks[3].text, "to Huami");
}
END_TEST

START_TEST(test_a_view_shows_rows_and_counts_the_rest)
{
    const char *keys[] = {"id"};
    struct eco_table *table;
    eco_value_table(doc, keys, 1, &table);
    for (int i = 0; i < 5; i++)
        eco_table_add_row(doc, table)[0] = eco_value_int(i);
    struct eco_column columns[] = {{"id", "Id", ECO_UNIT_COUNT, 0}};
    int rows[] = {4, 2};
    struct eco_block *block = eco_doc_table(doc, "Some", table, columns, 1, rows, 2);
    rows[0] = 0;
    columns[0].key = "other";
    ck_assert_int_eq(block->type, ECO_BLOCK_TABLE);
    ck_assert_str_eq(block->text, "Some");
    ck_assert_int_eq(block->rows_count, 2);
    ck_assert_int_eq(block->rows[0], 4);
    ck_assert_int_eq(block->rows_left, 3);
    ck_assert_str_eq(block->columns[0].key, "id");
    block = eco_doc_table(doc, NULL, table, columns, 1, NULL, 0);
    ck_assert_ptr_null(block->rows);
    ck_assert_ptr_null(block->text);
    ck_assert_int_eq(block->rows_count, 5);
    ck_assert_int_eq(block->rows_left, 0);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("doc/doc");
    TCase *tests = tcase_create("doc");
    tcase_add_checked_fixture(tests, start, finish);
    tcase_add_test(tests, test_a_new_doc_is_empty);
    tcase_add_test(tests, test_values);
    tcase_add_test(tests, test_a_figure_is_a_number_or_a_reason);
    tcase_add_test(tests, test_strings_are_copied);
    tcase_add_test(tests, test_a_record_keeps_its_order);
    tcase_add_test(tests, test_lists_and_records_nest);
    tcase_add_test(tests, test_a_table);
    tcase_add_test(tests, test_a_table_without_columns);
    tcase_add_test(tests, test_blocks_stand_in_order);
    tcase_add_test(tests, test_a_view_shows_rows_and_counts_the_rest);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
