/* From bytes to an ecosystem: one format a file, one table for all. */
#ifndef ECO_READ_READ_H
#define ECO_READ_READ_H

#include "../base/error.h"
#include "../model/ecosystem.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The bytes of one file, a NUL behind them, and its name in messages. */
struct eco_input {
    const char *label, *data;
    size_t length;
};

/* One input format. `read` parses `length` bytes (a NUL stands behind them) into a new ecosystem.
 * 0, ECO_EINPUT or ECO_ELIMIT; on failure nothing is returned and `problems` holds every error found (with line,
 * column and path). Warnings are reported with success too. */
struct eco_reader {
    const char *name;            /* "json" */
    const char *const *suffixes; /* {".json", NULL} */
    const char *meaning;
    bool (*matches)(const char *data, size_t length); /* looks at the content */
    int (*read)(const char *data, size_t length, struct eco_ecosystem **ret_eco, struct eco_problems *problems);
    /* Formats that keep entities in a file of their own; NULL = they do not. `second` may be NULL. */
    int (*read_both)(const struct eco_input *input, const struct eco_input *second, struct eco_ecosystem **ret_eco,
                     struct eco_problems *problems);
};

/* The readers, ended by NULL. */
extern const struct eco_reader *const eco_readers[];
const struct eco_reader *eco_reader_find(const char *name); /* NULL = none */

/* The reader that name or suffix tell; NULL = the content will, or none of that name. */
const struct eco_reader *eco_reader_expected(const char *path, const char *format);

/* Loads `path` ("-" = standard input) in the format named, or by suffix, else by content. The digest is of the bytes.
 * 0, ECO_EINPUT, ECO_EIO, ECO_ELIMIT, or ECO_EUSAGE for an unknown format name. `problems->file` is set. */
int eco_read_file(const char *path, const char *format, struct eco_ecosystem **ret_eco, struct eco_problems *problems);

/* The same with a table of entities beside it (NULL = none), for formats that have one; ECO_EUSAGE for others. The digest
 * is of both files' bytes, one behind the other. `path` and `entities` must outlive the problems. */
int eco_read_files(const char *path, const char *entities, const char *format, struct eco_ecosystem **ret_eco,
                   struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
