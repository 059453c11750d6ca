/* The map in the DOT language. */
#include <stdlib.h>

#include "map/curve.h"
#include "map/escape.h"
#include "map/map.h"
#include "map/shapes.h"

/* Dashes as Graphviz names them. */
static const char *dot_style(const char *dashes)
{
    if (!*dashes)
        return "solid";
    return dashes[0] == '2' ? "dotted" : "dashed";
}

static void add_node(struct eco_str *out, const struct eco_picture *picture, const struct eco_map_layout *layout, int number)
{
    const struct eco_map_place *place = &layout->places[number];
    const struct eco_picture_node *node = &picture->nodes[place->node];
    eco_str_printf(out, "  n%d [label=\"\", xlabel=\"", number);
    eco_dot_text(out, node->label);
    eco_str_add(out, "\", sector=\"");
    eco_dot_text(out, place->sector < 0 ? (node->sector ? node->sector : "") : layout->sectors[place->sector].name);
    eco_str_add(out, "\", pos=\"");
    eco_map_add_number(out, place->x);
    eco_str_add_char(out, ',');
    eco_map_add_number(out, layout->height - place->y);
    eco_str_printf(out, "!\", width=%.3f, fillcolor=\"%s\"];\n", 2 * place->radius / 72,
                   place->sector < 0 ? "#333A45" : eco_map_sector_color(layout->sectors[place->sector].color));
}

static void add_edge(struct eco_str *out, const struct eco_picture *picture, const struct eco_map_curve *curve)
{
    const struct eco_picture_tie *tie = &picture->ties[curve->tie];
    const struct eco_picture_kind *kind = &picture->kinds[tie->kind];
    eco_str_printf(out, "  n%d -> n%d [kind=\"", curve->from, curve->to);
    eco_dot_text(out, kind->label);
    eco_str_printf(out, "\", weight=%.6g, penwidth=%.1f, color=\"%s\", style=%s];\n", tie->weight, curve->width,
                   eco_map_kind_color(kind), dot_style(eco_map_kind_dashes(kind)));
}

int eco_map_write_dot(const struct eco_picture *picture, const struct eco_map_options *options, struct eco_str *out,
                      struct eco_problems *problems)
{
    struct eco_map_layout layout;
    int count;
    (void)problems;
    eco_layout_radial(picture, options->top, &layout);
    struct eco_map_curve *curves = eco_map_curves(picture, &layout, &count);
    eco_str_add(out, "digraph ecosystem {\n  graph [label=\"");
    eco_dot_text(out, picture->title);
    eco_str_add(out, "\", labelloc=t, splines=curved, outputorder=edgesfirst];\n"
                     "  node [shape=circle, fixedsize=true, style=filled, fontsize=10];\n  edge [arrowsize=0.6];\n");
    for (int i = 0; i < layout.count; i++)
        add_node(out, picture, &layout, i);
    for (int i = 0; i < count; i++)
        add_edge(out, picture, &curves[i]);
    eco_str_add(out, "}\n");
    free(curves);
    eco_layout_finish(&layout);
    return ECO_OK;
}
