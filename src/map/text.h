/* How wide a text will stand, without asking any font, and labels broken into lines.
 *
 * Widths are those of a wide sans serif face (DejaVu Sans), so that the text fits with the fonts that people have. */
#ifndef ECO_MAP_TEXT_H
#define ECO_MAP_TEXT_H

#include <stdbool.h>

#include "../base/memory.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The width at font size 1; bold faces are about a tenth wider. The text must be clean (see eco_map_break). */
double eco_map_text_width(const char *text, bool bold);

enum { ECO_MAP_LINES = 2 };

struct eco_map_text {
    const char *lines[ECO_MAP_LINES];
    int count;    /* 0 = nothing to show */
    double width; /* of the widest line, at font size 1 */
};

/* Breaks a text into at most `lines` lines of at most `width` (at font size 1), at spaces where there are any; what does
 * not fit ends in "…". Control and invisible characters are made harmless first. Lines belong to the arena. */
struct eco_map_text eco_map_break(struct eco_arena *arena, const char *text, int lines, double width, bool bold);

/* The part of a text that fits into one line of `width` (at font size 1); free it. `*ret_rest` is what follows. */
char *eco_map_first_line(const char *text, double width, const char **ret_rest);

#ifdef __cplusplus
}
#endif
#endif
