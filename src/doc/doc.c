#include "doc/doc.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

struct eco_doc *eco_doc_create(void)
{
    return eco_alloc(1, sizeof(struct eco_doc));
}

void eco_doc_destroy(struct eco_doc *doc)
{
    if (!doc)
        return;
    eco_arena_finish(&doc->arena);
    free(doc->blocks);
    free(doc);
}

/* Like eco_grow, in the arena: the old items stay behind until the doc goes. */
static void *grow(struct eco_arena *arena, void *items, size_t *capacity, size_t count, size_t needed, size_t size)
{
    if (needed <= *capacity)
        return items;
    size_t larger = *capacity < 4 ? 4 : *capacity * 2;
    *capacity = larger < needed ? needed : larger;
    void *moved = eco_arena_alloc(arena, *capacity, size);
    if (count)
        memcpy(moved, items, count * size);
    return moved;
}

struct eco_value eco_value_null(struct eco_doc *doc, const char *reason)
{
    return (struct eco_value){ECO_NULL, {.reason = eco_arena_strdup(&doc->arena, reason)}};
}

struct eco_value eco_value_bool(bool truth)
{
    return (struct eco_value){ECO_BOOL, {.truth = truth}};
}

struct eco_value eco_value_int(long long integer)
{
    return (struct eco_value){ECO_INT, {.integer = integer}};
}

struct eco_value eco_value_number(double number)
{
    return (struct eco_value){ECO_NUMBER, {.number = number}};
}

struct eco_value eco_value_figure(struct eco_doc *doc, double number, const char *undefined)
{
    return undefined ? eco_value_null(doc, undefined) : eco_value_number(number);
}

struct eco_value eco_value_string(struct eco_doc *doc, const char *text)
{
    return text ? (struct eco_value){ECO_STRING, {.text = eco_arena_strdup(&doc->arena, text)}} : eco_value_null(doc, NULL);
}

struct eco_value eco_value_list(struct eco_doc *doc, struct eco_list **ret_list)
{
    *ret_list = eco_arena_alloc(&doc->arena, 1, sizeof **ret_list);
    return (struct eco_value){ECO_LIST, {.list = *ret_list}};
}

struct eco_value eco_value_record(struct eco_doc *doc, struct eco_record **ret_record)
{
    *ret_record = eco_arena_alloc(&doc->arena, 1, sizeof **ret_record);
    return (struct eco_value){ECO_RECORD, {.record = *ret_record}};
}

struct eco_value eco_value_table(struct eco_doc *doc, const char *const *keys, int columns, struct eco_table **ret_table)
{
    struct eco_table *table = eco_arena_alloc(&doc->arena, 1, sizeof *table);
    table->columns = columns;
    table->keys = eco_arena_alloc(&doc->arena, (size_t)columns, sizeof *table->keys);
    for (int k = 0; k < columns; k++)
        table->keys[k] = eco_arena_strdup(&doc->arena, keys[k]);
    *ret_table = table;
    return (struct eco_value){ECO_TABLE, {.table = table}};
}

void eco_list_add(struct eco_doc *doc, struct eco_list *list, struct eco_value value)
{
    list->items = grow(&doc->arena, list->items, &list->capacity, list->count, list->count + 1, sizeof *list->items);
    list->items[list->count++] = value;
}

void eco_record_add(struct eco_doc *doc, struct eco_record *record, const char *key, struct eco_value value)
{
    record->members =
        grow(&doc->arena, record->members, &record->capacity, record->count, record->count + 1, sizeof *record->members);
    record->members[record->count++] = (struct eco_member){eco_arena_strdup(&doc->arena, key), value};
}

const struct eco_value *eco_record_find(const struct eco_record *record, const char *key)
{
    for (size_t i = 0; i < record->count; i++)
        if (strcmp(record->members[i].key, key) == 0)
            return &record->members[i].value;
    return NULL;
}

struct eco_value *eco_table_add_row(struct eco_doc *doc, struct eco_table *table)
{
    size_t width = (size_t)table->columns, used = (size_t)table->rows * width;
    table->cells = grow(&doc->arena, table->cells, &table->capacity, used, used + width, sizeof *table->cells);
    struct eco_value *row = table->cells + used;
    if (width)
        memset(row, 0, width * sizeof *row);
    table->rows++;
    return row;
}

int eco_table_column(const struct eco_table *table, const char *key)
{
    for (int k = 0; k < table->columns; k++)
        if (strcmp(table->keys[k], key) == 0)
            return k;
    return -1;
}

const struct eco_value *eco_table_cell(const struct eco_table *table, int row, int column)
{
    return &table->cells[(size_t)row * (size_t)table->columns + (size_t)column];
}

static struct eco_block *add_block(struct eco_doc *doc, enum eco_block_type type)
{
    struct eco_block *block = ECO_PUSH(doc->blocks, doc->blocks_count, doc->blocks_capacity);
    *block = (struct eco_block){.type = type};
    return block;
}

void eco_doc_heading(struct eco_doc *doc, int level, const char *text)
{
    struct eco_block *block = add_block(doc, ECO_BLOCK_HEADING);
    block->level = level;
    block->text = eco_arena_strdup(&doc->arena, text);
}

static void add_sentence(struct eco_doc *doc, enum eco_block_type type, const char *format, va_list args)
{
    char *text = eco_vformat(format, args);
    add_block(doc, type)->text = eco_arena_strdup(&doc->arena, text);
    free(text);
}

void eco_doc_text(struct eco_doc *doc, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_sentence(doc, ECO_BLOCK_TEXT, format, args);
    va_end(args);
}

void eco_doc_note(struct eco_doc *doc, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_sentence(doc, ECO_BLOCK_NOTE, format, args);
    va_end(args);
}

void eco_doc_item(struct eco_doc *doc, int level, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_sentence(doc, ECO_BLOCK_ITEM, format, args);
    va_end(args);
    doc->blocks[doc->blocks_count - 1].level = level;
}

struct eco_block *eco_doc_table(struct eco_doc *doc, const char *title, const struct eco_table *table,
                                const struct eco_column *columns, int columns_count, const int *rows, int rows_count)
{
    struct eco_block *block = add_block(doc, ECO_BLOCK_TABLE);
    block->text = eco_arena_strdup(&doc->arena, title);
    block->table = table;
    block->columns = eco_arena_memdup(&doc->arena, columns, (size_t)columns_count, sizeof *columns);
    block->columns_count = columns_count;
    block->rows = rows ? eco_arena_memdup(&doc->arena, rows, (size_t)rows_count, sizeof *rows) : NULL;
    block->rows_count = rows ? rows_count : table->rows;
    block->rows_left = table->rows - block->rows_count;
    return block;
}
