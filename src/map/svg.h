/* The finished picture. */
#ifndef ECO_MAP_SVG_H
#define ECO_MAP_SVG_H

#include "curve.h"
#include "shapes.h"
#include "style.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Everything that is known of a map when it is written. */
#define ECO_MAP_MARGIN 32.0

struct eco_map_sheet {
    const struct eco_picture *picture;
    const struct eco_map_layout *layout;
    const struct eco_map_curve *curves;
    int count;
    const struct eco_map_shapes *shapes;
    enum eco_map_theme theme;
    const bool *used; /* per kind: drawn */
};

/* Appends the whole SVG: what Graphviz drew, with wedges, labels, legend, caption, hover and style. */
void eco_map_add_svg(struct eco_str *out, const struct eco_map_sheet *sheet);

/* Title and caption; returns the height that they take. */
double eco_map_add_head(struct eco_str *out, const struct eco_map_sheet *sheet);
/* What is to be seen, and what size and width mean; free the result. */
char *eco_map_caption(const struct eco_map_sheet *sheet);
/* The legend below the map; `top` is where it may begin. Returns where the page ends. */
double eco_map_add_legend(struct eco_str *out, const struct eco_map_sheet *sheet, double top);
/* One line of text: `classes`, its anchor point, the text made harmless. */
void eco_map_add_text(struct eco_str *out, const char *classes, double x, double y, const char *text);

#ifdef __cplusplus
}
#endif
#endif
