/* From an answer to bytes: one format a file, one table for all. */
#ifndef ECO_WRITE_WRITE_H
#define ECO_WRITE_WRITE_H

#include "../base/error.h"
#include "../base/str.h"
#include "../doc/doc.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_write_options {
    int width;         /* columns of the terminal; 0 = 80 */
    bool color;        /* ANSI styles in text */
    const char *table; /* which table CSV writes; NULL = the doc's default */
    bool no_guard;     /* CSV: leave cells that a spreadsheet would run as a formula as they are */
};

/* One output format of answers. `write` appends to `out`; returns 0 or an eco_code, problems say why. */
struct eco_doc_format {
    const char *name;   /* "json" */
    const char *suffix; /* ".json" */
    const char *meaning;
    int (*write)(const struct eco_doc *doc, const struct eco_write_options *options, struct eco_str *out,
                 struct eco_problems *problems);
};

/* The formats, ended by NULL; the first is the default. */
extern const struct eco_doc_format *const eco_doc_formats[];
const struct eco_doc_format *eco_doc_format_find(const char *name); /* NULL = none */

/* One value as JSON text, indented by two spaces from `depth` on. */
void eco_json_write_value(struct eco_str *out, const struct eco_value *value, int depth);
/* A JSON string with its quotes; invalid UTF-8 becomes U+FFFD. */
void eco_json_write_string(struct eco_str *out, const char *text);

/* A cell as a person reads it ("62 %", "0.31", "–"), without padding. */
void eco_text_write_cell(struct eco_str *out, const struct eco_value *value, enum eco_unit unit);

#ifdef __cplusplus
}
#endif
#endif
