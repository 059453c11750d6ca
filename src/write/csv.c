#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "write/pick.h"
#include "write/write.h"

/* One table, as RFC 4180 has it but for the line ends: LF, which Excel, R and pandas all read and which diff, cut and
 * git understand. Undefined is an empty cell. */

/* Quoted where it must be. `guard` puts an apostrophe before what a spreadsheet would run. */
static void write_text(struct eco_str *out, const char *text, bool guard)
{
    struct eco_str valid = {0};
    if (!eco_utf8_valid(text, strlen(text))) {
        eco_utf8_clean(&valid, text);
        text = eco_str_text(&valid);
    }
    bool quoted = text[strcspn(text, "\",\r\n")] != '\0' || *text == ' ';
    if (quoted)
        eco_str_add_char(out, '"');
    if (guard && eco_str_is_formula(text))
        eco_str_add_char(out, '\'');
    for (; *text; text++) {
        eco_str_add_char(out, *text);
        if (*text == '"')
            eco_str_add_char(out, '"');
    }
    if (quoted)
        eco_str_add_char(out, '"');
    eco_str_finish(&valid);
}

static void add_scalar(struct eco_str *out, const struct eco_value *value)
{
    if (value->type == ECO_STRING)
        eco_str_add(out, value->as.text);
    else if (value->type == ECO_BOOL || value->type == ECO_INT || (value->type == ECO_NUMBER && isfinite(value->as.number)))
        eco_json_write_value(out, value, 0);
}

static void write_cell(struct eco_str *out, const struct eco_value *value, bool guard)
{
    if (value->type == ECO_STRING) {
        write_text(out, value->as.text, guard);
        return;
    }
    if (value->type != ECO_LIST) {
        add_scalar(out, value);
        return;
    }
    const struct eco_list *list = value->as.list;
    struct eco_str joined = {0};
    for (size_t i = 0; i < list->count; i++) {
        eco_str_add(&joined, i ? ";" : "");
        add_scalar(&joined, &list->items[i]);
    }
    write_text(out, eco_str_text(&joined), guard && list->count && list->items[0].type == ECO_STRING);
    eco_str_finish(&joined);
}

static void write_rows(struct eco_str *out, const struct eco_table *table, bool guard)
{
    for (int row = 0; row < table->rows; row++) {
        size_t start = out->length;
        for (int k = 0; k < table->columns; k++) {
            if (k)
                eco_str_add_char(out, ',');
            write_cell(out, eco_table_cell(table, row, k), guard);
        }
        if (out->length == start) /* readers skip an empty line */
            eco_str_add(out, "\"\"");
        eco_str_add_char(out, '\n');
    }
}

static int write(const struct eco_doc *doc, const struct eco_write_options *options, struct eco_str *out,
                 struct eco_problems *problems)
{
    struct eco_doc *scratch = eco_doc_create();
    const struct eco_table *table;
    int code = eco_pick_table(doc, options->table, scratch, &table, problems);
    if (code == ECO_OK) {
        for (int k = 0; k < table->columns; k++) {
            if (k)
                eco_str_add_char(out, ',');
            write_text(out, table->keys[k], !options->no_guard);
        }
        eco_str_add_char(out, '\n');
        write_rows(out, table, !options->no_guard);
    }
    eco_doc_destroy(scratch);
    return code;
}

const struct eco_doc_format eco_doc_format_csv = {
    .name = "csv",
    .suffix = ".csv",
    .meaning = "one table, for spreadsheets",
    .write = write,
};
