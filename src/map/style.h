/* The look of a map: colours, dashes, the style sheet. */
#ifndef ECO_MAP_STYLE_H
#define ECO_MAP_STYLE_H

#include "../base/str.h"
#include "picture.h"

#ifdef __cplusplus
extern "C" {
#endif

enum eco_map_theme { ECO_MAP_AUTO, ECO_MAP_LIGHT, ECO_MAP_DARK };

/* The colour of a relation kind on a light page, "#rrggbb", and its dashes as in SVG ("" = none). Colour and dashes
 * together tell kinds apart, up to 24 cooperative ones. */
const char *eco_map_kind_color(const struct eco_picture_kind *kind);
const char *eco_map_kind_dashes(const struct eco_picture_kind *kind);
/* The colour of a sector's circles. */
const char *eco_map_sector_color(int color);

/* Appends the <style> element: classes for everything, for the `kinds` marked as used those of theirs. With ECO_MAP_AUTO
 * the reader's setting chooses between light and dark. */
void eco_map_add_style(struct eco_str *out, const struct eco_picture *picture, const bool *used, enum eco_map_theme theme);

#ifdef __cplusplus
}
#endif
#endif
