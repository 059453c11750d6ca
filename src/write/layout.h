/* Which columns of a table fit on a screen, and how wide each may be. */
#ifndef ECO_WRITE_LAYOUT_H
#define ECO_WRITE_LAYOUT_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_LAYOUT_GAP = 2, ECO_LAYOUT_TEXT_LEAST = 12 };

struct eco_layout_column {
    int rank;    /* larger ones are left out first; 0 only when nothing else helps */
    bool text;   /* may be cut down to `least`; figures never are: their `least` holds them */
    int natural; /* columns that everything in it takes on one line */
    int easy;    /* columns for which other columns are left out, so that names can be told apart */
    int least;   /* columns that it needs at least (a title may stand on several lines) */
    int width;   /* result; 0 = left out */
};

/* Sets the widths of `count` columns so that they and the gaps between them take at most `width`, if one column can.
 * Returns what they take. */
int eco_layout_fit(struct eco_layout_column *columns, int count, int width);

#ifdef __cplusplus
}
#endif
#endif
