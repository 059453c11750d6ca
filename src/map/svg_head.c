/* Title and caption of a map. */
#include <stdlib.h>

#include "map/escape.h"
#include "map/svg.h"

#define TITLE_BASE 46.0
#define HEAD_SIZE 27.0
#define TEXT_SIZE 14.0
#define LINE 20.0
enum { LINES = 5 };

static int drawn_sectors(const struct eco_map_layout *layout)
{
    int count = 0;
    for (int s = 0; s < layout->sectors_count; s++)
        count += layout->sectors[s].count + layout->sectors[s].folded_count > 0;
    return count;
}

static void count(struct eco_str *out, int number, const char *one)
{
    eco_str_printf(out, "%d %s%s", number, one, number == 1 ? "" : "s");
}

char *eco_map_caption(const struct eco_map_sheet *sheet)
{
    const struct eco_picture *picture = sheet->picture;
    struct eco_str text = {0};
    count(&text, picture->nodes_count, "group");
    if (drawn_sectors(sheet->layout) > 0) {
        eco_str_add(&text, " in ");
        count(&text, drawn_sectors(sheet->layout), "sector");
    }
    eco_str_add(&text, ", ");
    count(&text, picture->ties_count, "tie");
    eco_str_add(&text, ".");
    if (sheet->layout->folded > 0)
        eco_str_printf(&text, " The %d largest are drawn, and %d more are counted beside their sectors.", sheet->layout->count,
                       sheet->layout->folded);
    if (picture->note)
        eco_str_printf(&text, " %s", picture->note);
    if (picture->nodes_count > 1)
        eco_str_printf(&text, " Size of a circle: %s (%s).", picture->size_label, picture->size_meaning);
    if (sheet->count > 0)
        eco_str_add(&text, " Width of a line: weight of the tie. Arrows point from who gives to who gets.");
    char *caption = eco_strdup(eco_str_text(&text));
    eco_str_finish(&text);
    return caption;
}

double eco_map_add_head(struct eco_str *out, const struct eco_map_sheet *sheet)
{
    struct eco_arena arena = {0};
    double room = sheet->layout->width - 2 * ECO_MAP_MARGIN, y = TITLE_BASE;
    struct eco_map_text title = eco_map_break(&arena, sheet->picture->title, 1, room / HEAD_SIZE, true);
    char *caption = eco_map_caption(sheet);
    if (title.count > 0)
        eco_map_add_text(out, "head ink", ECO_MAP_MARGIN, y, title.lines[0]);
    y += 6;
    const char *rest = caption;
    for (int k = 0; k < LINES && *rest; k++) {
        char *line = eco_map_first_line(rest, room / TEXT_SIZE, &rest);
        eco_map_add_text(out, "text soft", ECO_MAP_MARGIN, y += LINE, line);
        free(line);
    }
    free(caption);
    eco_arena_finish(&arena);
    return y + 8;
}
