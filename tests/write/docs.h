/* What the tests of writers share: small answers, and one call that writes them. */
#ifndef ECO_TESTS_WRITE_DOCS_H
#define ECO_TESTS_WRITE_DOCS_H

#include "support.h"
#include "write/write.h"

ECO_TEST_HELPER struct eco_str docs_out;

/* Writes the doc; the text is good until the next call. */
ECO_TEST_HELPER const char *docs_write(const struct eco_doc *doc, const char *format, struct eco_write_options options)
{
    struct eco_problems problems = {0};
    eco_str_finish(&docs_out);
    const struct eco_doc_format *found = eco_doc_format_find(format);
    ck_assert_ptr_nonnull(found);
    ck_assert_int_eq(found->write(doc, &options, &docs_out, &problems), ECO_OK);
    ck_assert_uint_eq(problems.count, 0);
    return eco_str_text(&docs_out);
}

ECO_TEST_HELPER void docs_check(const struct eco_doc *doc, const char *format, struct eco_write_options options,
                                const char *expected)
{
    const char *text = docs_write(doc, format, options);
    ck_assert_msg(strcmp(text, expected) == 0, "expected:\n%s\nbut it is:\n%s", expected, text);
}

/* Five groups, with Chinese names, an undefined figure and a list. */
ECO_TEST_HELPER struct eco_table *docs_groups(struct eco_doc *doc)
{
    static const char *const keys[] = {"id", "name", "lock_in", "share", "strength", "providers", "platform", "tags"};
    static const struct {
        const char *id, *name;
        double lock_in, share, strength;
        int providers;
    } groups[] = {
        {"xiaomi", "Xiaomi (小米集团)", -1, 0, 0, 0},
        {"huami", "Huami 华米", 0.824, 0.62, 12.25, 3},
        {"viomi", "Viomi Technology Co., Ltd. (云米)", 0.5, 0.0041, 1234.56, 1},
        {"zimi", "Zimi", 0.07, 0.38, 0.04, 1250},
        {"roborock", "Roborock 石头科技", 1, 1, 3, 2},
    };
    struct eco_table *table;
    struct eco_list *tags;
    eco_record_add(doc, &doc->root, "groups", eco_value_table(doc, keys, 8, &table));
    for (int i = 0; i < 5; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, groups[i].id);
        row[1] = eco_value_string(doc, groups[i].name);
        row[2] = eco_value_figure(doc, groups[i].lock_in, groups[i].lock_in < 0 ? "receives nothing" : NULL);
        row[3] = eco_value_number(groups[i].share);
        row[4] = eco_value_number(groups[i].strength);
        row[5] = eco_value_int(groups[i].providers);
        row[6] = eco_value_bool(i == 0);
        row[7] = eco_value_list(doc, &tags);
        eco_list_add(doc, tags, eco_value_string(doc, "iot"));
        if (i % 2)
            eco_list_add(doc, tags, eco_value_string(doc, "wearables"));
    }
    return table;
}

static const struct eco_column docs_columns[] = {
    {"name", "Group", ECO_UNIT_NONE, 0},           {"lock_in", "Lock-in", ECO_UNIT_INDEX, 0},
    {"share", "Platform dependence", ECO_UNIT_SHARE, 1}, {"strength", "Strength", ECO_UNIT_WEIGHT, 2},
    {"providers", "Providers", ECO_UNIT_COUNT, 3}, {"platform", "Platform", ECO_UNIT_NONE, 4},
    {"tags", "Tags", ECO_UNIT_NONE, 5},
};
enum { DOCS_COLUMNS = sizeof docs_columns / sizeof *docs_columns };

#endif
