#include "write/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/index.h"
#include "base/number.h"
#include "base/str.h"

/* Rows that are told apart by number, whatever holds them. */
struct source {
    const struct eco_value *value;
    int rows;
    const char **keys;
    int keys_count;
};

/* A column of the result: key, and key inside the record that stands there (or NULL). */
struct column {
    int key;
    const char *inner;
    char *name;
};

struct columns {
    struct column *items;
    size_t count, capacity;
};

static bool is_scalar(const struct eco_value *value)
{
    return value->type < ECO_LIST;
}

/* What one cell can hold: a scalar or a list of them. */
static bool is_flat(const struct eco_value *value)
{
    if (value->type != ECO_LIST)
        return is_scalar(value);
    for (size_t i = 0; i < value->as.list->count; i++)
        if (!is_scalar(&value->as.list->items[i]))
            return false;
    return true;
}

static const struct eco_record *record_of(const struct source *source, int row)
{
    const struct eco_value *value = source->value;
    if (value->type == ECO_LIST)
        value = &value->as.list->items[row];
    return value->type == ECO_RECORD ? value->as.record : NULL;
}

/* The value of a row at a key, or NULL. */
static const struct eco_value *value_at(const struct source *source, int row, int key)
{
    if (source->value->type == ECO_TABLE)
        return eco_table_cell(source->value->as.table, row, key);
    const struct eco_record *record = record_of(source, row);
    if (record)
        return eco_record_find(record, source->keys[key]);
    return strcmp(source->keys[key], "value") == 0 ? &source->value->as.list->items[row] : NULL;
}

/* Keys of all the records in order of appearance. */
static void collect_keys(struct source *source, struct eco_doc *scratch)
{
    struct eco_index index = {0};
    size_t capacity = 0, count = 0;
    const char **keys = NULL;
    for (int row = 0; row < source->rows; row++) {
        static const struct eco_member scalar = {"value", {ECO_ABSENT, {NULL}}};
        const struct eco_record *record = record_of(source, row);
        const struct eco_member *members = record ? record->members : &scalar;
        for (size_t i = 0; i < (record ? record->count : 1); i++)
            if (eco_index_add(&index, members[i].key, (int)count) == (int)count)
                *ECO_PUSH(keys, count, capacity) = members[i].key;
    }
    if (count == 0 && source->value->type == ECO_LIST)
        *ECO_PUSH(keys, count, capacity) = "value";
    source->keys = eco_arena_memdup(&scratch->arena, keys, count, sizeof *keys);
    source->keys_count = (int)count;
    free(keys);
    eco_index_finish(&index);
}

static struct source open_source(const struct eco_value *value, struct eco_doc *scratch)
{
    struct source source = {.value = value, .rows = 1};
    if (value->type == ECO_TABLE) {
        source.rows = value->as.table->rows;
        source.keys = value->as.table->keys;
        source.keys_count = value->as.table->columns;
        return source;
    }
    if (value->type == ECO_LIST)
        source.rows = (int)value->as.list->count;
    collect_keys(&source, scratch);
    return source;
}

static void add_column(struct columns *columns, struct eco_doc *scratch, const char *key, int number, const char *inner)
{
    char *name = eco_arena_format(&scratch->arena, inner ? "%s.%s" : "%s", key, inner);
    *ECO_PUSH(columns->items, columns->count, columns->capacity) = (struct column){number, inner, name};
}

static void add_inner(struct columns *columns, struct eco_doc *scratch, const struct source *source, int key,
                      const struct eco_record *record, struct eco_index *seen)
{
    for (size_t i = 0; i < record->count; i++) {
        const struct eco_member *member = &record->members[i];
        if (!is_flat(&member->value) || eco_index_find(seen, member->key) >= 0)
            continue;
        eco_index_add(seen, member->key, 1);
        add_column(columns, scratch, source->keys[key], key, member->key);
    }
}

/* A key is a column of its own unless only records or tables stand there. */
static void add_columns(struct columns *columns, struct eco_doc *scratch, const struct source *source, int key)
{
    struct eco_index seen = {0};
    bool flat = false, deep = false;
    for (int row = 0; row < source->rows; row++) {
        const struct eco_value *value = value_at(source, row, key);
        bool empty = !value || value->type == ECO_ABSENT || value->type == ECO_NULL;
        flat = flat || (!empty && is_flat(value));
        deep = deep || (!empty && !is_flat(value));
    }
    if (flat || !deep)
        add_column(columns, scratch, source->keys[key], key, NULL);
    for (int row = 0; deep && row < source->rows; row++) {
        const struct eco_value *value = value_at(source, row, key);
        if (value && value->type == ECO_RECORD)
            add_inner(columns, scratch, source, key, value->as.record, &seen);
    }
    eco_index_finish(&seen);
}

static struct eco_value flat_cell(const struct source *source, int row, const struct column *column)
{
    static const struct eco_value absent = {ECO_ABSENT, {NULL}};
    const struct eco_value *value = value_at(source, row, column->key);
    if (value && column->inner)
        value = value->type == ECO_RECORD ? eco_record_find(value->as.record, column->inner) : NULL;
    return value && is_flat(value) ? *value : absent;
}

static const struct eco_table *flatten(const struct eco_value *value, struct eco_doc *scratch)
{
    struct source source = open_source(value, scratch);
    struct columns columns = {0};
    for (int key = 0; key < source.keys_count; key++)
        add_columns(&columns, scratch, &source, key);
    const char **names = eco_alloc(columns.count, sizeof *names);
    for (size_t k = 0; k < columns.count; k++)
        names[k] = columns.items[k].name;
    struct eco_table *table;
    eco_value_table(scratch, names, (int)columns.count, &table);
    for (int row = 0; columns.count && row < source.rows; row++) {
        struct eco_value *cells = eco_table_add_row(scratch, table);
        for (size_t k = 0; k < columns.count; k++)
            cells[k] = flat_cell(&source, row, &columns.items[k]);
    }
    free(names);
    free(columns.items);
    return table;
}

static const struct eco_value *child(const struct eco_value *value, const char *name)
{
    long number;
    if (value->type == ECO_RECORD)
        return eco_record_find(value->as.record, name);
    bool item = value->type == ECO_LIST && eco_integer_read(name, &number) && number >= 0;
    return item && (size_t)number < value->as.list->count ? &value->as.list->items[number] : NULL;
}

/* Keys may have dots in them: the whole name first, then every way to cut it. */
static const struct eco_value *find(const struct eco_value *value, const char *path)
{
    const struct eco_value *found = child(value, path);
    for (const char *dot = strchr(path, '.'); dot && !found; dot = strchr(dot + 1, '.')) {
        char *head = eco_format("%.*s", (int)(dot - path), path);
        const struct eco_value *inside = child(value, head);
        found = inside ? find(inside, dot + 1) : NULL;
        free(head);
    }
    return found;
}

struct names {
    char **items;
    size_t count, capacity;
};

/* What can be asked for: tables, lists and records of the root, and tables and lists one step inside. */
static struct names names_of(const struct eco_doc *doc)
{
    struct names names = {0};
    for (size_t i = 0; i < doc->root.count; i++) {
        const struct eco_member *member = &doc->root.members[i];
        if (!is_scalar(&member->value))
            *ECO_PUSH(names.items, names.count, names.capacity) = eco_strdup(member->key);
        const struct eco_record *record = member->value.type == ECO_RECORD ? member->value.as.record : NULL;
        for (size_t k = 0; record && k < record->count; k++) {
            enum eco_value_type type = record->members[k].value.type;
            if (type == ECO_TABLE || type == ECO_LIST)
                *ECO_PUSH(names.items, names.count, names.capacity) =
                    eco_format("%s.%s", member->key, record->members[k].key);
        }
    }
    return names;
}

static int no_table(const struct eco_doc *doc, const char *name, struct eco_problems *problems)
{
    struct names names = names_of(doc);
    struct eco_str text = {0};
    if (name)
        eco_str_printf(&text, "no table \"%s\" in this answer", name);
    else
        eco_str_add(&text, "this answer has no table of its own");
    int nearest = name ? eco_nearest(name, (const char *const *)names.items, (int)names.count) : -1;
    if (nearest >= 0)
        eco_str_printf(&text, " (did you mean \"%s\"?)", names.items[nearest]);
    for (size_t i = 0; i < names.count; i++) {
        eco_str_add(&text, i ? ", " : "; there are: ");
        eco_str_add(&text, names.items[i]);
        free(names.items[i]);
    }
    eco_problems_error(problems, "%s", text.data);
    free(names.items);
    eco_str_finish(&text);
    return ECO_EUSAGE;
}

static const struct eco_value *first_table(const struct eco_doc *doc)
{
    for (size_t i = 0; i < doc->root.count; i++)
        if (doc->root.members[i].value.type == ECO_TABLE)
            return &doc->root.members[i].value;
    return NULL;
}

int eco_pick_table(const struct eco_doc *doc, const char *name, struct eco_doc *scratch, const struct eco_table **ret_table,
                   struct eco_problems *problems)
{
    const struct eco_value root = {ECO_RECORD, {.record = (struct eco_record *)&doc->root}};
    if (!name)
        name = doc->csv_table;
    const struct eco_value *value = name ? find(&root, name) : first_table(doc);
    if (!value || is_scalar(value))
        return no_table(doc, name, problems);
    *ret_table = flatten(value, scratch);
    return ECO_OK;
}
