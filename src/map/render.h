/* Graphviz draws the map: circles and ties, nothing else. It gets numbers only, never a text from outside, and runs in a
 * process of its own. This is the only file that knows Graphviz. */
#ifndef ECO_MAP_RENDER_H
#define ECO_MAP_RENDER_H

#include "../base/error.h"
#include "curve.h"
#include "../base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends Graphviz's SVG: place k is the element with id "n<k>", curve k the one with id "t<k>"; coordinates are those of
 * the layout. ECO_ELIMIT where Graphviz fails, crashes or takes too long. */
int eco_map_render(const struct eco_map_layout *layout, const struct eco_map_curve *curves, int count, struct eco_str *out,
                   struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
