/* Texts from a file: what may stand in one, and how it is shown in a message. */
#ifndef ECO_READ_TEXT_H
#define ECO_READ_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Text from the file made harmless and short enough for a message: quoted, cut, control and invisible characters
 * spelled as <U+202E>. Returned by value, so that it lives as long as the call that it is an argument of. */
struct eco_quoted {
    char text[320];
};
struct eco_quoted eco_quote(const char *text);
/* ` (did you mean "huami"?)` with the candidate nearest to `word`, or "". */
struct eco_quoted eco_quote_hint(const char *word, const char *const *candidates, int count);

/* The first control character of a text, or 0; with `lines`, line feeds and tabs are allowed. */
unsigned eco_text_forbidden(const char *text, size_t length, bool lines);

#ifdef __cplusplus
}
#endif
#endif
