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

START_TEST(test_a_table)
{
    docs_groups(doc);
    docs_check(doc, "csv", (struct eco_write_options){.table = "groups"},
               "id,name,lock_in,share,strength,providers,platform,tags\n"
               "xiaomi,Xiaomi (小米集团),,0,0,0,true,iot\n"
               "huami,Huami 华米,0.824,0.62,12.25,3,false,iot;wearables\n"
               "viomi,\"Viomi Technology Co., Ltd. (云米)\",0.5,0.0041,1234.56,1,false,iot\n"
               "zimi,Zimi,0.07,0.38,0.04,1250,false,iot;wearables\n"
               "roborock,Roborock 石头科技,1,1,3,2,false,iot\n");
}
END_TEST

/* One column of one text: what it becomes in the file. */
static const struct {
    const char *text, *cell, *unguarded;
} texts[] = {
    {"plain", "plain", "plain"},
    {"", "\"\"", "\"\""}, /* the only cell of a line */
    {"a,b", "\"a,b\"", "\"a,b\""},
    {"say \"hi\"", "\"say \"\"hi\"\"\"", "\"say \"\"hi\"\"\""},
    {"two\nlines", "\"two\nlines\"", "\"two\nlines\""},
    {"a\rb", "\"a\rb\"", "\"a\rb\""},
    {" leading", "\" leading\"", "\" leading\""},
    {"a;b", "a;b", "a;b"},
    {"=1+1", "'=1+1", "=1+1"},
    {"+49", "'+49", "+49"},
    {"-x", "'-x", "-x"},
    {"@SUM(A1)", "'@SUM(A1)", "@SUM(A1)"},
    {"\tx", "'\tx", "\tx"},
    {"\rx", "\"'\rx\"", "\"\rx\""},
    {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"", "\"=HYPERLINK(\"\"x\"\")\""},
    {"＝1", "'＝1", "＝1"},
    {"a=b", "a=b", "a=b"},
    {"a\xff", "a\xef\xbf\xbd", "a\xef\xbf\xbd"},
};

START_TEST(test_texts)
{
    struct eco_table *table;
    const char *keys[] = {"text"};
    eco_record_add(doc, &doc->root, "t", eco_value_table(doc, keys, 1, &table));
    *eco_table_add_row(doc, table) = eco_value_string(doc, texts[_i].text);
    char expected[100];
    snprintf(expected, sizeof expected, "text\n%s\n", texts[_i].cell);
    docs_check(doc, "csv", (struct eco_write_options){.table = "t"}, expected);
    snprintf(expected, sizeof expected, "text\n%s\n", texts[_i].unguarded);
    docs_check(doc, "csv", (struct eco_write_options){.table = "t", .no_guard = true}, expected);
}
END_TEST

START_TEST(test_numbers_are_never_guarded)
{
    struct eco_table *table;
    struct eco_list *numbers, *words;
    const char *keys[] = {"int", "number", "numbers", "words"};
    eco_record_add(doc, &doc->root, "t", eco_value_table(doc, keys, 4, &table));
    struct eco_value *row = eco_table_add_row(doc, table);
    row[0] = eco_value_int(-3);
    row[1] = eco_value_number(-0.25);
    row[2] = eco_value_list(doc, &numbers);
    row[3] = eco_value_list(doc, &words);
    eco_list_add(doc, numbers, eco_value_int(-1));
    eco_list_add(doc, numbers, eco_value_number(0.5));
    eco_list_add(doc, words, eco_value_string(doc, "=a"));
    eco_list_add(doc, words, eco_value_string(doc, "b,c"));
    docs_check(doc, "csv", (struct eco_write_options){.table = "t"},
               "int,number,numbers,words\n-3,-0.25,-1;0.5,\"'=a;b,c\"\n");
}
END_TEST

START_TEST(test_an_empty_table_has_its_header)
{
    struct eco_table *table;
    const char *keys[] = {"a", "b"};
    eco_record_add(doc, &doc->root, "t", eco_value_table(doc, keys, 2, &table));
    docs_check(doc, "csv", (struct eco_write_options){.table = "t"}, "a,b\n");
}
END_TEST

START_TEST(test_the_default_table)
{
    struct eco_table *table;
    const char *keys[] = {"second"};
    docs_groups(doc);
    eco_record_add(doc, &doc->root, "other", eco_value_table(doc, keys, 1, &table));
    *eco_table_add_row(doc, table) = eco_value_int(2);
    const char *text = docs_write(doc, "csv", (struct eco_write_options){0});
    ck_assert(eco_str_starts(text, "id,name,")); /* the first there is */
    doc->csv_table = "other";
    docs_check(doc, "csv", (struct eco_write_options){0}, "second\n2\n");
}
END_TEST

START_TEST(test_a_wrong_name_writes_nothing)
{
    struct eco_problems problems = {0};
    struct eco_str out = {0};
    docs_groups(doc);
    int code = eco_doc_format_find("csv")->write(doc, &(struct eco_write_options){.table = "gruops"}, &out, &problems);
    ck_assert_int_eq(code, ECO_EUSAGE);
    ck_assert_uint_eq(out.length, 0);
    ck_assert_str_eq(problems.items[0].text,
                     "no table \"gruops\" in this answer (did you mean \"groups\"?); there are: groups");
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(test_many_rows)
{
    struct eco_table *table;
    const char *keys[] = {"id", "text"};
    eco_record_add(doc, &doc->root, "t", eco_value_table(doc, keys, 2, &table));
    for (int i = 0; i < 100000; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_int(100000 + i);
        row[1] = eco_value_string(doc, "a,b");
    }
    const char *text = docs_write(doc, "csv", (struct eco_write_options){.table = "t"});
    ck_assert_uint_eq(strlen(text), strlen("id,text\n") + 100000 * strlen("100000,\"a,b\"\n"));
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/csv");
    TCase *tests = tcase_create("csv");
    tcase_add_checked_fixture(tests, start, finish);
    tcase_add_test(tests, test_a_table);
    tcase_add_loop_test(tests, test_texts, 0, sizeof texts / sizeof *texts);
    tcase_add_test(tests, test_numbers_are_never_guarded);
    tcase_add_test(tests, test_an_empty_table_has_its_header);
    tcase_add_test(tests, test_the_default_table);
    tcase_add_test(tests, test_a_wrong_name_writes_nothing);
    tcase_add_test(tests, test_many_rows);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
