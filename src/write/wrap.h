/* Sentences broken into lines for a terminal. */
#ifndef ECO_WRITE_WRAP_H
#define ECO_WRITE_WRAP_H

#include "../base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How a paragraph stands: `first` begins its first line and `rest` every other (both count for the width); `on` and
 * `off` are terminal styles around each line. NULL is "". */
struct eco_wrap {
    int width;
    const char *first, *rest;
    const char *on, *off;
};

/* Appends `text`, cleaned and broken at spaces and beside wide characters; a word longer than a line is split.
 * Every line ends with a newline; empty text appends nothing. No line is wider than `width` where two columns are
 * left beside its beginning. */
void eco_wrap_write(struct eco_str *out, const char *text, const struct eco_wrap *wrap);

/* The first line of `text` (cleaned, not beginning with a space), at most `width` columns: its length in bytes.
 * `*ret_next` is where the line after it starts, or the end of the text. */
size_t eco_wrap_line(const char *text, int width, const char **ret_next);

#ifdef __cplusplus
}
#endif
#endif
