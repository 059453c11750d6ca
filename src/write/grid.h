/* A view on a table, drawn for a terminal. */
#ifndef ECO_WRITE_GRID_H
#define ECO_WRITE_GRID_H

#include "write.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Terminal styles, or "" each where there is no colour. */
struct eco_style {
    const char *bold, *dim, *bar, *off;
};
struct eco_style eco_style_of(bool color);

/* Appends header, rule, rows and foot of a table block (not its title), at most `width` columns wide. Text in the last
 * column stands on several lines where it must; other text is cut. */
void eco_grid_write(struct eco_str *out, const struct eco_block *block, int width, const struct eco_style *style);

#ifdef __cplusplus
}
#endif
#endif
