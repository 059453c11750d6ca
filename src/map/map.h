/* The ecosystem map: a picture drawn as SVG, or written as DOT for people with Graphviz. */
#ifndef ECO_MAP_MAP_H
#define ECO_MAP_MAP_H

#include "../base/error.h"
#include "../base/str.h"
#include "picture.h"
#include "style.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_map_options {
    int top; /* groups to draw at most, the largest; at least 1 */
    enum eco_map_theme theme;
};

/* Appends the SVG. The same picture and options give the same bytes. ECO_ELIMIT where Graphviz fails. */
int eco_map_write_svg(const struct eco_picture *picture, const struct eco_map_options *options, struct eco_str *out,
                      struct eco_problems *problems);
/* Appends the same map in the DOT language, with positions: `neato -n2` draws it. */
int eco_map_write_dot(const struct eco_picture *picture, const struct eco_map_options *options, struct eco_str *out,
                      struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
