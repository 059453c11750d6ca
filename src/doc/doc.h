/* What an answer is, before anybody writes it.
 *
 * A doc holds one tree of values (what JSON gets, key by key in this order) and a list of blocks (what a person
 * reads: headings, sentences, views on the tree's tables). A number stands once, in the tree; blocks only say how to
 * show it. All memory belongs to the doc's arena; every string handed over is copied. */
#ifndef ECO_DOC_DOC_H
#define ECO_DOC_DOC_H

#include <stdbool.h>

#include "../base/memory.h"

#ifdef __cplusplus
extern "C" {
#endif

enum eco_value_type { ECO_ABSENT, ECO_NULL, ECO_BOOL, ECO_INT, ECO_NUMBER, ECO_STRING, ECO_LIST, ECO_RECORD, ECO_TABLE };

struct eco_list;
struct eco_record;
struct eco_table;

/* One value. ECO_NULL with a `reason` is an undefined figure: the writer lists the reason under "undefined" of the
 * record or row that holds it. ECO_ABSENT cells of a table are left out. */
struct eco_value {
    enum eco_value_type type;
    union {
        const char *reason; /* ECO_NULL; may be NULL */
        bool truth;
        long long integer;
        double number;      /* finite */
        const char *text;
        struct eco_list *list;
        struct eco_record *record;
        struct eco_table *table;
    } as;
};

struct eco_list {
    struct eco_value *items;
    size_t count, capacity;
};

struct eco_member {
    const char *key;
    struct eco_value value;
};

struct eco_record {
    struct eco_member *members;
    size_t count, capacity;
};

/* A list of records with the same keys: an array of objects in JSON, one table in CSV. */
struct eco_table {
    const char **keys;
    int columns;
    struct eco_value *cells; /* row by row */
    int rows;
    size_t capacity;
};

/* How a figure is shown to a person. JSON and CSV always get the number itself. */
enum eco_unit {
    ECO_UNIT_NONE,   /* text, booleans, years */
    ECO_UNIT_COUNT,  /* whole number */
    ECO_UNIT_INDEX,  /* 0 to 1 (or -1 to 1), two decimals */
    ECO_UNIT_SHARE,  /* shown in percent */
    ECO_UNIT_WEIGHT, /* sum of weights: one decimal */
    ECO_UNIT_NUMBER, /* anything else: three significant digits */
    ECO_UNIT_SHOWN,  /* text that is a figure already made readable: stands to the right */
};

/* A column of a table view. */
struct eco_column {
    const char *key;   /* in the table */
    const char *title; /* as short as it is clear */
    enum eco_unit unit;
    int rank;          /* 0 = always shown; larger numbers are left out first when the screen is narrow */
};

enum eco_block_type { ECO_BLOCK_HEADING, ECO_BLOCK_TEXT, ECO_BLOCK_TABLE, ECO_BLOCK_NOTE, ECO_BLOCK_ITEM };

struct eco_block {
    enum eco_block_type type;
    int level;        /* headings: 1 or 2; items: 1, or 2 for what stands under the item before */
    const char *text; /* heading, sentence(s) or note; a table's title */
    /* tables */
    const struct eco_table *table;
    const struct eco_column *columns;
    int columns_count;
    const int *rows; /* which rows in which order; NULL = all as they stand */
    int rows_count;
    int rows_left;   /* how many more there would be: the writer says so */
    const char *bar; /* key of a 0-1 column that may be drawn as a small bar; NULL = none */
};

struct eco_doc {
    struct eco_arena arena;
    struct eco_record root;
    struct eco_block *blocks;
    size_t blocks_count, blocks_capacity;
    const char *csv_table; /* key path of the table that CSV gets by default, as "entities" */
};

struct eco_doc *eco_doc_create(void);
void eco_doc_destroy(struct eco_doc *doc);

/* Values. Strings are copied into the doc; eco_value_figure() turns an undefined figure (reason not NULL) into null. */
struct eco_value eco_value_null(struct eco_doc *doc, const char *reason);
struct eco_value eco_value_bool(bool truth);
struct eco_value eco_value_int(long long integer);
struct eco_value eco_value_number(double number);
struct eco_value eco_value_figure(struct eco_doc *doc, double number, const char *undefined);
struct eco_value eco_value_string(struct eco_doc *doc, const char *text); /* NULL gives null */
struct eco_value eco_value_list(struct eco_doc *doc, struct eco_list **ret_list);
struct eco_value eco_value_record(struct eco_doc *doc, struct eco_record **ret_record);
/* `keys` has `columns` entries and is copied. */
struct eco_value eco_value_table(struct eco_doc *doc, const char *const *keys, int columns, struct eco_table **ret_table);

void eco_list_add(struct eco_doc *doc, struct eco_list *list, struct eco_value value);
void eco_record_add(struct eco_doc *doc, struct eco_record *record, const char *key, struct eco_value value);
const struct eco_value *eco_record_find(const struct eco_record *record, const char *key); /* NULL = none */
/* Adds a row of absent cells; returns its first cell. The pointer is good until the next row. */
struct eco_value *eco_table_add_row(struct eco_doc *doc, struct eco_table *table);
int eco_table_column(const struct eco_table *table, const char *key); /* -1 = none */
const struct eco_value *eco_table_cell(const struct eco_table *table, int row, int column);

/* Blocks, in reading order. */
void eco_doc_heading(struct eco_doc *doc, int level, const char *text);
void eco_doc_text(struct eco_doc *doc, const char *format, ...) __attribute__((format(printf, 2, 3)));
void eco_doc_note(struct eco_doc *doc, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* An entry of a list: a sentence or a line of facts with a hanging indent. */
void eco_doc_item(struct eco_doc *doc, int level, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Adds a table view; `columns` is copied shallowly (keys and titles must outlive the doc or be in its arena);
 * `rows` (may be NULL) is copied. Returns the block, to set the rest; good until the next block. */
struct eco_block *eco_doc_table(struct eco_doc *doc, const char *title, const struct eco_table *table,
                                const struct eco_column *columns, int columns_count, const int *rows, int rows_count);

#ifdef __cplusplus
}
#endif
#endif
