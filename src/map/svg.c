#include "map/svg.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "map/escape.h"

enum { RIM_STEPS = 90, HOVER_LINES = 40, HOVER_WIDTH = 300 };

static void add_point(struct eco_str *out, double x, double y)
{
    eco_map_add_number(out, x);
    eco_str_add_char(out, ',');
    eco_map_add_number(out, y);
}

void eco_map_add_text(struct eco_str *out, const char *classes, double x, double y, const char *text)
{
    eco_str_printf(out, "<text class=\"%s\" x=\"", classes);
    eco_map_add_number(out, x);
    eco_str_add(out, "\" y=\"");
    eco_map_add_number(out, y);
    eco_str_add(out, "\">");
    eco_xml_text(out, text);
    eco_str_add(out, "</text>\n");
}

/* What stands up when the pointer rests on a thing. */
static void add_hover(struct eco_str *out, const struct eco_words *lines)
{
    eco_str_add(out, "<title>");
    for (int i = 0; i < lines->count && i < HOVER_LINES; i++) {
        struct eco_str cut = {0};
        eco_utf8_fit(&cut, lines->items[i], HOVER_WIDTH);
        eco_str_add(out, i ? "\n" : "");
        eco_xml_text(out, eco_str_text(&cut));
        eco_str_finish(&cut);
    }
    if (lines->count > HOVER_LINES)
        eco_str_printf(out, "\nand %d lines more", lines->count - HOVER_LINES);
    eco_str_add(out, "</title>");
}

static void add_wedge(struct eco_str *out, const struct eco_map_sheet *sheet, const struct eco_map_sector *sector)
{
    const struct eco_map_layout *layout = sheet->layout;
    double span = sector->to - sector->from;
    int steps = (int)ceil(RIM_STEPS * span / (2 * acos(-1))) + 1;
    bool whole = span > 2 * acos(-1) - 1e-9;
    eco_str_printf(out, "<path class=\"wedge s%d\" d=\"M", sector->color);
    if (!whole) {
        add_point(out, layout->x, layout->y);
        eco_str_add_char(out, 'L');
    }
    for (int k = 0; k <= steps; k++) {
        double x, y;
        eco_map_point(layout, sector->from + span * k / steps, 1, &x, &y);
        eco_str_add(out, k ? " " : "");
        add_point(out, x, y);
    }
    int members = sector->count + sector->folded_count;
    eco_str_add(out, "Z\"><title>");
    eco_xml_text(out, sector->name);
    eco_str_printf(out, ": %d group%s</title></path>\n", members, members == 1 ? "" : "s");
}

static void add_field(struct eco_str *out, const struct eco_map_sheet *sheet)
{
    const struct eco_map_layout *layout = sheet->layout;
    for (int s = 0; s < layout->sectors_count; s++)
        if (layout->sectors[s].count > 0)
            add_wedge(out, sheet, &layout->sectors[s]);
    if (layout->count == 0)
        return;
    eco_str_add(out, "<circle class=\"page\" cx=\"");
    eco_map_add_number(out, layout->x);
    eco_str_add(out, "\" cy=\"");
    eco_map_add_number(out, layout->y);
    eco_str_add(out, "\" r=\"");
    eco_map_add_number(out, layout->hub - 8);
    eco_str_add(out, "\"/>\n");
}

static void add_tie(struct eco_str *out, const struct eco_map_sheet *sheet, int number)
{
    const struct eco_picture_tie *tie = &sheet->picture->ties[sheet->curves[number].tie];
    bool cooperative = sheet->picture->kinds[tie->kind].relation_class == ECO_COOPERATIVE;
    eco_str_printf(out, "<g class=\"tie k%d%s%s\">", tie->kind, cooperative ? "" : " other", tie->inferred ? " inferred" : "");
    add_hover(out, &tie->hover);
    eco_str_printf(out, "<path stroke-width=\"%.1f\" d=\"%s\"/><polygon points=\"%s\"/></g>\n", sheet->curves[number].width,
                   sheet->shapes->strokes[number].path, sheet->shapes->strokes[number].arrow);
}

/* Light ones first, so that what matters lies on top. */
static void add_ties(struct eco_str *out, const struct eco_map_sheet *sheet)
{
    eco_str_add(out, "<g>\n");
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < sheet->count; i++) {
            const struct eco_picture_tie *tie = &sheet->picture->ties[sheet->curves[i].tie];
            bool strong = sheet->picture->kinds[tie->kind].relation_class == ECO_COOPERATIVE && !tie->inferred;
            if (strong == (pass == 1))
                add_tie(out, sheet, i);
        }
    eco_str_add(out, "</g>\n");
}

static void add_label(struct eco_str *out, const struct eco_map_place *place)
{
    const char *anchor = place->side == ECO_MAP_RIGHT ? "start" : place->side == ECO_MAP_LEFT ? "end" : "middle";
    double x = place->side == ECO_MAP_RIGHT  ? place->text.left
               : place->side == ECO_MAP_LEFT ? place->text.right
                                             : (place->text.left + place->text.right) / 2;
    bool inside = place->side == ECO_MAP_INSIDE;
    double line = inside ? ECO_MAP_HUB_LINE : ECO_MAP_LABEL_LINE;
    char *classes = eco_format("%s %s", inside ? "hub" : "label", anchor);
    for (int k = 0; k < place->label.count; k++)
        eco_map_add_text(out, classes, x, place->text.top + (k + 0.78) * line, place->label.lines[k]);
    free(classes);
}

static void add_group(struct eco_str *out, const struct eco_map_sheet *sheet, int number)
{
    const struct eco_map_place *place = &sheet->layout->places[number];
    const struct eco_map_circle *circle = &sheet->shapes->circles[number];
    eco_str_add(out, "<g class=\"group\">");
    add_hover(out, &sheet->picture->nodes[place->node].hover);
    if (place->sector < 0)
        eco_str_add(out, "<circle class=\"rim focal\" cx=\"");
    else
        eco_str_printf(out, "<circle class=\"rim s%d\" cx=\"", sheet->layout->sectors[place->sector].color);
    eco_map_add_number(out, circle->x);
    eco_str_add(out, "\" cy=\"");
    eco_map_add_number(out, circle->y);
    eco_str_add(out, "\" r=\"");
    eco_map_add_number(out, circle->radius);
    eco_str_add(out, "\"/>\n");
    add_label(out, place);
    eco_str_add(out, "</g>\n");
}

static void add_folded(struct eco_str *out, const struct eco_map_sheet *sheet, const struct eco_map_sector *sector, double x,
                       double y, const char *anchor)
{
    struct eco_words names = {eco_alloc((size_t)sector->folded_count, sizeof(char *)), sector->folded_count};
    for (int i = 0; i < names.count; i++)
        names.items[i] = sheet->picture->nodes[sector->folded[i]].label;
    eco_str_add(out, "<g>");
    add_hover(out, &names);
    char *classes = eco_format("small soft %s", anchor), *text = eco_format("+%d more", sector->folded_count);
    eco_map_add_text(out, classes, x, y, text);
    eco_str_add(out, "</g>\n");
    free(text);
    free(classes);
    free(names.items);
}

static void add_sector_title(struct eco_str *out, const struct eco_map_sheet *sheet, const struct eco_map_sector *sector)
{
    const char *anchor = sector->anchor < 0 ? "start" : sector->anchor > 0 ? "end" : "middle";
    const struct eco_map_box *box = &sector->title_box;
    double x = sector->anchor < 0 ? box->left : sector->anchor > 0 ? box->right : (box->left + box->right) / 2, y = box->top;
    char *classes = eco_format("name name%d %s", sector->color, anchor);
    for (int k = 0; k < sector->title.count; k++, y += ECO_MAP_TITLE_LINE)
        eco_map_add_text(out, classes, x, y + 0.8 * ECO_MAP_TITLE_LINE, sector->title.lines[k]);
    free(classes);
    if (sector->folded_count > 0)
        add_folded(out, sheet, sector, x, y + 0.8 * ECO_MAP_LABEL_LINE, anchor);
}

static void add_groups(struct eco_str *out, const struct eco_map_sheet *sheet)
{
    eco_str_add(out, "<g>\n");
    for (int i = 0; i < sheet->layout->count; i++)
        add_group(out, sheet, i);
    for (int s = 0; s < sheet->layout->sectors_count; s++)
        if (sheet->layout->sectors[s].count > 0)
            add_sector_title(out, sheet, &sheet->layout->sectors[s]);
    eco_str_add(out, "</g>\n");
}

static void add_map(struct eco_str *out, const struct eco_map_sheet *sheet, double top)
{
    eco_str_add(out, "<g transform=\"translate(0 ");
    eco_map_add_number(out, top);
    eco_str_add(out, ")\">\n");
    add_field(out, sheet);
    add_ties(out, sheet);
    add_groups(out, sheet);
    if (sheet->layout->count == 0)
        eco_map_add_text(out, "text ink middle", sheet->layout->x, sheet->layout->y, "There are no groups to draw.");
    eco_str_add(out, "</g>\n");
}

void eco_map_add_svg(struct eco_str *out, const struct eco_map_sheet *sheet)
{
    struct eco_str body = {0};
    double top = eco_map_add_head(&body, sheet);
    add_map(&body, sheet, top);
    double height = eco_map_add_legend(&body, sheet, top + sheet->layout->height);
    char *caption = eco_map_caption(sheet);
    eco_str_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
                        "viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-labelledby=\"map-title map-caption\">\n<title id=\"map-title\">",
                   ceil(sheet->layout->width), ceil(height), ceil(sheet->layout->width), ceil(height));
    eco_xml_text(out, sheet->picture->title);
    eco_str_add(out, "</title>\n<desc id=\"map-caption\">");
    eco_xml_text(out, caption);
    eco_str_add(out, "</desc>\n");
    eco_map_add_style(out, sheet->picture, sheet->used, sheet->theme);
    eco_str_add(out, "<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
    eco_str_add_bytes(out, eco_str_text(&body), body.length);
    eco_str_add(out, "</svg>\n");
    eco_str_finish(&body);
    free(caption);
}
