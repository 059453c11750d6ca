#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"
#include "write/write.h"

/* Every item stands on its own line, as jq prints it. */

static void start_line(struct eco_str *out, int depth)
{
    static const char spaces[] = "\n                                ";
    const int most = (int)sizeof spaces - 2;
    int left = 2 * depth;
    eco_str_add_bytes(out, spaces, 1 + (size_t)(left < most ? left : most));
    for (left -= most; left > 0; left -= most)
        eco_str_add_bytes(out, spaces + 1, (size_t)(left < most ? left : most));
}

static void write_escape(struct eco_str *out, unsigned point)
{
    static const char *const named[] = {
        ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\"};
    if (point < sizeof named / sizeof *named && named[point])
        eco_str_add(out, named[point]);
    else
        eco_str_printf(out, "\\u%04x", point);
}

void eco_json_write_string(struct eco_str *out, const char *text)
{
    eco_str_add_char(out, '"');
    size_t length = strlen(text), plain = 0; /* text[plain..i) needs no escape */
    for (size_t i = 0; i < length;) {
        unsigned point = 0xfffd;
        int size = eco_utf8_decode(text + i, length - i, &point);
        size_t next = i + (size_t)(size ? size : 1);
        bool escaped = point == '"' || point == '\\' || eco_utf8_is_control(point);
        if (escaped || size == 0) {
            eco_str_add_bytes(out, text + plain, i - plain);
            if (escaped)
                write_escape(out, point);
            else
                eco_str_add(out, "\xef\xbf\xbd");
            plain = next;
        }
        i = next;
    }
    eco_str_add_bytes(out, text + plain, length - plain);
    eco_str_add_char(out, '"');
}

static void write_key(struct eco_str *out, const char *key, int depth, bool *first)
{
    if (!*first)
        eco_str_add_char(out, ',');
    *first = false;
    start_line(out, depth);
    eco_json_write_string(out, key);
    eco_str_add(out, ": ");
}

static bool is_undefined(const struct eco_value *value)
{
    return value->type == ECO_NULL && value->as.reason;
}

static void write_reasons(struct eco_str *out, const struct eco_member *members, size_t count, int depth)
{
    bool first = true;
    eco_str_add_char(out, '{');
    for (size_t i = 0; i < count; i++) {
        if (!is_undefined(&members[i].value))
            continue;
        write_key(out, members[i].key, depth + 1, &first);
        eco_json_write_string(out, members[i].value.as.reason);
    }
    start_line(out, depth);
    eco_str_add_char(out, '}');
}

static void write_members(struct eco_str *out, const struct eco_member *members, size_t count, int depth)
{
    bool first = true, undefined = false;
    eco_str_add_char(out, '{');
    for (size_t i = 0; i < count; i++) {
        if (members[i].value.type == ECO_ABSENT)
            continue;
        undefined = undefined || is_undefined(&members[i].value);
        write_key(out, members[i].key, depth + 1, &first);
        eco_json_write_value(out, &members[i].value, depth + 1);
    }
    if (undefined) {
        write_key(out, "undefined", depth + 1, &first);
        write_reasons(out, members, count, depth + 1);
    }
    if (!first)
        start_line(out, depth);
    eco_str_add_char(out, '}');
}

static void write_rows(struct eco_str *out, const struct eco_table *table, int depth)
{
    if (table->rows == 0) {
        eco_str_add(out, "[]");
        return;
    }
    size_t width = (size_t)table->columns;
    struct eco_member *members = eco_alloc(width, sizeof *members);
    for (int row = 0; row < table->rows; row++) {
        for (size_t k = 0; k < width; k++)
            members[k] = (struct eco_member){table->keys[k], *eco_table_cell(table, row, (int)k)};
        eco_str_add_char(out, row ? ',' : '[');
        start_line(out, depth + 1);
        write_members(out, members, width, depth + 1);
    }
    start_line(out, depth);
    eco_str_add_char(out, ']');
    free(members);
}

static void write_items(struct eco_str *out, const struct eco_list *list, int depth)
{
    bool first = true;
    eco_str_add_char(out, '[');
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].type == ECO_ABSENT)
            continue;
        if (!first)
            eco_str_add_char(out, ',');
        first = false;
        start_line(out, depth + 1);
        eco_json_write_value(out, &list->items[i], depth + 1);
    }
    if (!first)
        start_line(out, depth);
    eco_str_add_char(out, ']');
}

static void write_number(struct eco_str *out, double number)
{
    char buffer[ECO_NUMBER_SIZE];
    eco_str_add(out, isfinite(number) ? eco_number_print(buffer, number) : "null");
}

void eco_json_write_value(struct eco_str *out, const struct eco_value *value, int depth)
{
    switch (value->type) {
    case ECO_ABSENT:
    case ECO_NULL: eco_str_add(out, "null"); break;
    case ECO_BOOL: eco_str_add(out, value->as.truth ? "true" : "false"); break;
    case ECO_INT: eco_str_printf(out, "%lld", value->as.integer); break;
    case ECO_NUMBER: write_number(out, value->as.number); break;
    case ECO_STRING: eco_json_write_string(out, value->as.text); break;
    case ECO_LIST: write_items(out, value->as.list, depth); break;
    case ECO_RECORD: write_members(out, value->as.record->members, value->as.record->count, depth); break;
    case ECO_TABLE: write_rows(out, value->as.table, depth); break;
    }
}

static int write(const struct eco_doc *doc, const struct eco_write_options *options, struct eco_str *out,
                 struct eco_problems *problems)
{
    (void)options;
    (void)problems;
    write_members(out, doc->root.members, doc->root.count, 0);
    eco_str_add_char(out, '\n');
    return ECO_OK;
}

const struct eco_doc_format eco_doc_format_json = {
    .name = "json",
    .suffix = ".json",
    .meaning = "everything, for programs",
    .write = write,
};
