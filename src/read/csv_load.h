/* What the files csv_*.c share while tables are loaded. Nothing here is meant for other rooms. */
#ifndef ECO_READ_CSV_LOAD_H
#define ECO_READ_CSV_LOAD_H

#include "../base/error.h"
#include "../base/str.h"
#include "../model/ecosystem.h"
#include "../model/vocabulary.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- rows (csv_scan.c) ---- */

struct eco_csv_cell {
    size_t offset;    /* of its first byte in the file */
    size_t start;     /* of its text in `text` of the scan */
    size_t length;
};

/* A pass over the bytes of one file, row by row. */
struct eco_csv_scan {
    const char *data; /* without byte order mark */
    size_t length, at;
    char separator;
    int row; /* of the row at hand, as a spreadsheet counts: the header is 1 */
    struct eco_str text;
    struct eco_csv_cell *cells;
    size_t count, capacity;
    struct eco_problems *problems; /* NULL = only try */
};

/* Begins before the header; the first character that no table may hold is reported, and false returned. */
bool eco_csv_open(struct eco_csv_scan *scan, const char *data, size_t length, struct eco_problems *problems);
/* Goes to the next row that is not empty. False at the end, and after reporting a row that cannot be read. */
bool eco_csv_next(struct eco_csv_scan *scan, bool *ret_failed);
const char *eco_csv_cell_text(const struct eco_csv_scan *scan, const struct eco_csv_cell *cell);
/* Back to before the header, with another separator. */
void eco_csv_rewind(struct eco_csv_scan *scan, char separator);
void eco_csv_close(struct eco_csv_scan *scan);

/* ---- columns and problems (csv_fields.c) ---- */

enum { ECO_CSV_FIELDS = 16, ECO_CSV_NAMES = 4 };

/* A column that a table may have: its names in lower case, the first of which messages use. */
struct eco_csv_field {
    const char *names[ECO_CSV_NAMES];
    bool required;
};

/* One table under way. */
struct eco_csv {
    struct eco_csv_scan scan;
    const char *label; /* of the file */
    struct eco_ecosystem *eco;
    struct eco_problems *problems;
    const struct eco_csv_field *fields;
    int fields_count;
    long columns[ECO_CSV_FIELDS]; /* place of each field in a row; -1 = there is none */
    size_t width;                 /* columns of the header */
    size_t rows;                  /* read so far, without the header and empty ones */
};

/* Opens a table whose file, ecosystem, problems and fields are set, and finds its columns. Reports a table without what it must have, and warns about columns that mean nothing here. */
bool eco_csv_begin(struct eco_csv *csv, const char *data, size_t length);
void eco_csv_end(struct eco_csv *csv);
/* Goes to the next row; reports and leaves out those with more cells than there are columns. */
bool eco_csv_next_row(struct eco_csv *csv);
/* How many of the fields a header has, with the separator that finds most of them. */
int eco_csv_recognise(struct eco_csv_scan *scan, const struct eco_csv_field *fields, int count, long *ret_columns);

/* Problems of the row at hand; `field` -1 = of the row as a whole. */
bool eco_csv_keeps(const struct eco_csv *csv, bool warning);
void eco_csv_error(struct eco_csv *csv, int field, const char *format, ...) ECO_PRINTF(3, 4);
void eco_csv_warning(struct eco_csv *csv, int field, const char *format, ...) ECO_PRINTF(3, 4);
/* The same at another place of the file. */
void eco_csv_error_at(struct eco_csv *csv, int row, int field, size_t offset, const char *format, ...) ECO_PRINTF(5, 6);

/* Offset of the cell of a field of the row at hand, or of the row. */
size_t eco_csv_offset(const struct eco_csv *csv, int field);

/* ---- values (csv_values.c) ---- */

/* Each getter reports what is wrong and then answers as if the cell were empty: NULL, false, ECO_NO_YEAR, no words.
 * Texts are copied to the ecosystem's arena. */
bool eco_csv_is_empty(const struct eco_csv *csv, int field); /* or missing */
const char *eco_csv_text(struct eco_csv *csv, int field, bool lines);
bool eco_csv_number(struct eco_csv *csv, int field, double *ret_value);
void eco_csv_years(struct eco_csv *csv, int since, int until, int *ret_since, int *ret_until);
void eco_csv_words(struct eco_csv *csv, int field, struct eco_words *ret_words);
/* The position among `names` of the cell's word, in any case; `otherwise` where it is empty. */
int eco_csv_choice(struct eco_csv *csv, int field, const char *const *names, int count, int otherwise);
/* Evidence from a cell of sources and one of places; sources are added to the ecosystem as they are named. */
void eco_csv_evidence(struct eco_csv *csv, int source, int at, struct eco_evidences *ret_evidence);
/* The term for a word, marked as used; warns once about one that is not built in. */
int eco_csv_word(struct eco_csv *csv, int field, struct eco_vocabulary *vocabulary, const char *what, const char *word);
/* The term for a word that needs no warning. */
int eco_csv_plain_word(struct eco_csv *csv, struct eco_vocabulary *vocabulary, const char *word);

/* ---- the two tables ---- */

/* What stays known of an entity's row, for rules across rows. */
struct eco_csv_part {
    int entity, row;
    size_t offset;       /* of its part_of */
    const char *part_of; /* NULL = none */
};

struct eco_csv_parts {
    struct eco_csv_part *items;
    size_t count, capacity;
};

extern const struct eco_csv_field eco_csv_relation_fields[];
extern const int eco_csv_relation_fields_count;
extern const struct eco_csv_field eco_csv_entity_fields[];
extern const int eco_csv_entity_fields_count;

/* Each reads all rows of a table that was begun. */
void eco_csv_read_entities(struct eco_csv *csv, struct eco_csv_parts *parts); /* csv_entity.c */
/* Once the relations are read, which may name a whole. */
void eco_csv_check_parts(struct eco_csv *csv, const struct eco_csv_parts *parts);
/* `entities` = there is a table of entities, and one that it lacks is warned about (csv_relation.c). */
void eco_csv_read_relations(struct eco_csv *csv, bool entities);

#ifdef __cplusplus
}
#endif
#endif
