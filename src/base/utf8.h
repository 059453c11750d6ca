/* UTF-8: what is valid, how wide it stands in a terminal, and text made harmless for one. No locale is asked. */
#ifndef ECO_BASE_UTF8_H
#define ECO_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Decodes one character; returns its length in bytes (1-4), or 0 where the bytes are not valid UTF-8 (overlong forms,
 * surrogates and values above U+10FFFF are not) or at the end. `ret_point` is written only on success. */
int eco_utf8_decode(const char *text, size_t length, unsigned *ret_point);
bool eco_utf8_valid(const char *text, size_t length);
/* C0, DEL, C1, and the line and paragraph separators. */
bool eco_utf8_is_control(unsigned point);
/* Marks that reorder or hide what stands around them (bidirectional controls, zero-width, byte order mark). */
bool eco_utf8_is_invisible(unsigned point);
bool eco_utf8_has_control(const char *text);

/* Columns that the character takes in a terminal: 0 (combining, invisible), 1 or 2 (East Asian wide, emoji). */
int eco_utf8_point_width(unsigned point);
int eco_utf8_width(const char *text);
/* Number of characters. */
size_t eco_utf8_count(const char *text);

/* Appends `text` with control and invisible characters replaced (tab and newline by a space, other controls by U+FFFD,
 * invisible marks by nothing),
 * so that it can do nothing to a terminal. */
void eco_utf8_clean(struct eco_str *out, const char *text);
/* The same, cut to `width` columns with a final "…" where anything was cut. */
void eco_utf8_fit(struct eco_str *out, const char *text, int width);

#ifdef __cplusplus
}
#endif
#endif
