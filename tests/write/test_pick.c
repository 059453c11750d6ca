#include "write/pick.h"

#include "docs.h"

static struct eco_doc *doc, *scratch;

static void start(void)
{
    doc = eco_doc_create();
    scratch = eco_doc_create();
}

static void finish(void)
{
    eco_doc_destroy(doc);
    eco_doc_destroy(scratch);
}

static const struct eco_table *pick(const char *name)
{
    const struct eco_table *table = NULL;
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_pick_table(doc, name, scratch, &table, &problems), ECO_OK);
    ck_assert_uint_eq(problems.count, 0);
    return table;
}

static void check_refused(const char *name, const char *reason)
{
    const struct eco_table *table = NULL;
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_pick_table(doc, name, scratch, &table, &problems), ECO_EUSAGE);
    ck_assert_ptr_null(table);
    ck_assert_uint_eq(problems.count, 1);
    ck_assert_str_eq(problems.items[0].text, reason);
    eco_problems_finish(&problems);
}

static void check_keys(const struct eco_table *table, const char *expected)
{
    struct eco_str keys = {0};
    for (int k = 0; k < table->columns; k++)
        eco_str_printf(&keys, k ? " %s" : "%s", table->keys[k]);
    ck_assert_str_eq(eco_str_text(&keys), expected);
    eco_str_finish(&keys);
}

/* {"focal": {"id", "inner": {"a", "deep": {}}, "list": [1, 2], "rows": [...]},
 *  "steps": [{"label", "damage": {"x"}}, {"label", "damage": null, "late"}], "ids": ["a", "b"], "n": 1} */
static void build(void)
{
    struct eco_record *focal, *inner, *deep, *step;
    struct eco_list *list, *steps, *ids;
    struct eco_table *rows;
    const char *keys[] = {"k"};
    eco_record_add(doc, &doc->root, "focal", eco_value_record(doc, &focal));
    eco_record_add(doc, focal, "id", eco_value_string(doc, "xiaomi"));
    eco_record_add(doc, focal, "inner", eco_value_record(doc, &inner));
    eco_record_add(doc, inner, "a", eco_value_int(7));
    eco_record_add(doc, inner, "deep", eco_value_record(doc, &deep));
    eco_record_add(doc, focal, "list", eco_value_list(doc, &list));
    eco_list_add(doc, list, eco_value_int(1));
    eco_record_add(doc, focal, "rows", eco_value_table(doc, keys, 1, &rows));
    *eco_table_add_row(doc, rows) = eco_value_int(5);
    eco_record_add(doc, &doc->root, "steps", eco_value_list(doc, &steps));
    for (int i = 0; i < 2; i++) {
        eco_list_add(doc, steps, eco_value_record(doc, &step));
        eco_record_add(doc, step, "label", eco_value_string(doc, i ? "two" : "one"));
        if (i == 0) {
            eco_record_add(doc, step, "damage", eco_value_record(doc, &inner));
            eco_record_add(doc, inner, "x", eco_value_number(0.5));
        } else {
            eco_record_add(doc, step, "damage", eco_value_null(doc, "not asked for"));
            eco_record_add(doc, step, "late", eco_value_bool(true));
        }
    }
    eco_record_add(doc, &doc->root, "ids", eco_value_list(doc, &ids));
    eco_list_add(doc, ids, eco_value_string(doc, "a"));
    eco_list_add(doc, ids, eco_value_string(doc, "b"));
    eco_record_add(doc, &doc->root, "n", eco_value_int(1));
}

START_TEST(test_a_record_is_one_row)
{
    build();
    const struct eco_table *table = pick("focal");
    check_keys(table, "id inner.a list");
    ck_assert_int_eq(table->rows, 1);
    ck_assert_str_eq(eco_table_cell(table, 0, 0)->as.text, "xiaomi");
    ck_assert_int_eq(eco_table_cell(table, 0, 1)->as.integer, 7);
    ck_assert_int_eq(eco_table_cell(table, 0, 2)->type, ECO_LIST);
}
END_TEST

START_TEST(test_a_list_of_records_has_all_their_keys)
{
    build();
    const struct eco_table *table = pick("steps");
    check_keys(table, "label damage.x late");
    ck_assert_int_eq(table->rows, 2);
    ck_assert_double_eq(eco_table_cell(table, 0, 1)->as.number, 0.5);
    ck_assert_int_eq(eco_table_cell(table, 0, 2)->type, ECO_ABSENT);
    ck_assert_str_eq(eco_table_cell(table, 1, 0)->as.text, "two");
    ck_assert_int_eq(eco_table_cell(table, 1, 1)->type, ECO_ABSENT);
    ck_assert(eco_table_cell(table, 1, 2)->as.truth);
}
END_TEST

START_TEST(test_a_list_of_scalars)
{
    build();
    const struct eco_table *table = pick("ids");
    check_keys(table, "value");
    ck_assert_int_eq(table->rows, 2);
    ck_assert_str_eq(eco_table_cell(table, 1, 0)->as.text, "b");
}
END_TEST

START_TEST(test_paths)
{
    build();
    check_keys(pick("focal.rows"), "k");
    check_keys(pick("focal.inner"), "a");
    check_keys(pick("steps.0"), "label damage.x");
    check_keys(pick("steps.0.damage"), "x");
    ck_assert_int_eq(pick("focal.rows")->rows, 1);
}
END_TEST

START_TEST(test_keys_may_have_dots)
{
    struct eco_record *outer, *inner;
    eco_record_add(doc, &doc->root, "a.b", eco_value_record(doc, &outer));
    eco_record_add(doc, outer, "c.d", eco_value_record(doc, &inner));
    eco_record_add(doc, inner, "x", eco_value_int(1));
    check_keys(pick("a.b"), "c.d.x");
    check_keys(pick("a.b.c.d"), "x");
}
END_TEST

START_TEST(test_an_empty_list_has_a_header)
{
    struct eco_list *list;
    eco_record_add(doc, &doc->root, "pairs", eco_value_list(doc, &list));
    check_keys(pick("pairs"), "value");
    ck_assert_int_eq(pick("pairs")->rows, 0);
}
END_TEST

START_TEST(test_records_in_a_table)
{
    struct eco_table *table;
    struct eco_record *damage;
    struct eco_list *list;
    const char *keys[] = {"id", "damage", "curve", "unknown"};
    eco_record_add(doc, &doc->root, "removals", eco_value_table(doc, keys, 4, &table));
    for (int i = 0; i < 2; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_int(i);
        row[1] = eco_value_record(doc, &damage);
        eco_record_add(doc, damage, "threshold", eco_value_number(i));
        if (i)
            eco_record_add(doc, damage, "debtrank", eco_value_number(0.5));
        row = table->cells + i * 4;
        row[2] = eco_value_list(doc, &list);
        eco_list_add(doc, list, eco_value_record(doc, &damage));
    }
    check_keys(pick("removals"), "id damage.threshold damage.debtrank unknown");
    ck_assert_int_eq(eco_table_cell(pick("removals"), 0, 2)->type, ECO_ABSENT);
    ck_assert_double_eq(eco_table_cell(pick("removals"), 1, 2)->as.number, 0.5);
}
END_TEST

START_TEST(test_wrong_names)
{
    check_refused("any", "no table \"any\" in this answer");
    check_refused(NULL, "this answer has no table of its own");
    build();
    const char *there = "; there are: focal, focal.list, focal.rows, steps, ids";
    struct eco_str text = {0};
    eco_str_printf(&text, "no table \"focla\" in this answer (did you mean \"focal\"?)%s", there);
    check_refused("focla", text.data);
    text.length = 0;
    eco_str_printf(&text, "no table \"n\" in this answer%s", there); /* a number is no table */
    check_refused("n", text.data);
    text.length = 0;
    eco_str_printf(&text, "this answer has no table of its own%s", there);
    check_refused(NULL, text.data);
    text.length = 0;
    eco_str_printf(&text, "no table \"steps.2\" in this answer (did you mean \"steps\"?)%s", there);
    check_refused("steps.2", text.data);
    eco_str_finish(&text);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/pick");
    TCase *tests = tcase_create("pick");
    tcase_add_checked_fixture(tests, start, finish);
    tcase_add_test(tests, test_a_record_is_one_row);
    tcase_add_test(tests, test_a_list_of_records_has_all_their_keys);
    tcase_add_test(tests, test_a_list_of_scalars);
    tcase_add_test(tests, test_paths);
    tcase_add_test(tests, test_keys_may_have_dots);
    tcase_add_test(tests, test_an_empty_list_has_a_header);
    tcase_add_test(tests, test_records_in_a_table);
    tcase_add_test(tests, test_wrong_names);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
