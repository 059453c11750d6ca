/* The legend: only what occurs in this map. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "map/escape.h"
#include "map/svg.h"

#define ROW 22.0
#define SAMPLE 38.0  /* length of a line's sample */
#define SCALE 370.0  /* room for the scales of size and width */
#define ENTRY_WIDTH 14.0
#define SIZE 12.5

struct entries {
    struct eco_arena arena;
    struct eco_map_text *texts;
    int *kinds; /* -1 = inferred ties */
    int count;
    double width; /* of the widest */
};

static void add_entry(struct entries *entries, const char *label, int kind)
{
    struct eco_map_text text = eco_map_break(&entries->arena, label, 1, ENTRY_WIDTH, false);
    entries->width = fmax(entries->width, text.width * SIZE);
    entries->texts[entries->count] = text;
    entries->kinds[entries->count++] = kind;
}

static bool any_inferred(const struct eco_map_sheet *sheet)
{
    for (int i = 0; i < sheet->count; i++)
        if (sheet->picture->ties[sheet->curves[i].tie].inferred)
            return true;
    return false;
}

/* Class by class, each in its order. */
static struct entries entries_of(const struct eco_map_sheet *sheet)
{
    const struct eco_picture *picture = sheet->picture;
    size_t room = (size_t)picture->kinds_count + 1;
    struct entries entries = {.texts = eco_alloc(room, sizeof *entries.texts), .kinds = eco_alloc(room, sizeof(int))};
    for (int class = 0; class < ECO_CLASSES; class++)
        for (int place = 0; place < picture->kinds_count; place++)
            for (int k = 0; k < picture->kinds_count; k++)
                if (sheet->used[k] && (int)picture->kinds[k].relation_class == class && picture->kinds[k].place == place)
                    add_entry(&entries, picture->kinds[k].label, k);
    if (any_inferred(sheet))
        add_entry(&entries, "paler: inferred", -1);
    return entries;
}

static void add_sample(struct eco_str *out, const struct eco_map_sheet *sheet, int kind, double x, double y)
{
    bool cooperative = kind >= 0 && sheet->picture->kinds[kind].relation_class == ECO_COOPERATIVE;
    if (kind < 0) {
        eco_str_printf(out, "<g class=\"tie inferred\"><path class=\"sample\" stroke-width=\"2.2\" d=\"M%.1f,%.1fh%.0f\"/></g>\n", x, y,
                       SAMPLE);
        return;
    }
    eco_str_printf(out, "<g class=\"tie k%d%s\"><path stroke-width=\"2.2\" d=\"M%.1f,%.1fh%.0f\"/>", kind, cooperative ? "" : " other", x,
                   y, SAMPLE - 8);
    eco_str_printf(out, "<polygon points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\"/></g>\n", x + SAMPLE - 8, y - 3.2, x + SAMPLE, y,
                   x + SAMPLE - 8, y + 3.2);
}

static int add_kinds(struct eco_str *out, const struct eco_map_sheet *sheet, double left, double top, double room)
{
    struct entries entries = entries_of(sheet);
    double step = SAMPLE + 8 + entries.width + 24;
    int columns = (int)fmax(1, floor((room + 24) / step)), rows = (entries.count + columns - 1) / columns;
    for (int i = 0; i < entries.count; i++) {
        double x = left + i / rows * step, y = top + (i % rows + 0.5) * ROW;
        add_sample(out, sheet, entries.kinds[i], x, y);
        eco_map_add_text(out, "small ink", x + SAMPLE + 8, y + 4.5, entries.texts[i].count ? entries.texts[i].lines[0] : "");
    }
    eco_arena_finish(&entries.arena);
    free(entries.texts);
    free(entries.kinds);
    return rows;
}

/* A figure with three digits, for people. */
static void print(char text[ECO_NUMBER_SIZE], double value)
{
    char rounded[ECO_NUMBER_SIZE];
    double number;
    snprintf(rounded, sizeof rounded, "%.2g", value);
    eco_number_print(text, eco_number_read(rounded, &number) ? number : value);
}

static double largest_size(const struct eco_map_sheet *sheet)
{
    double largest = 0;
    for (int i = 1; i < sheet->layout->count; i++)
        largest = fmax(largest, sheet->picture->nodes[sheet->layout->places[i].node].size);
    return largest;
}

static void add_sizes(struct eco_str *out, const struct eco_map_sheet *sheet, double left, double y)
{
    static const double shares[] = {0.05, 0.25, 1};
    double largest = largest_size(sheet), x = left;
    struct eco_arena arena = {0};
    struct eco_map_text label = eco_map_break(&arena, sheet->picture->size_label, 1, 9, false);
    eco_map_add_text(out, "small soft", x, y + 4.5, label.count ? label.lines[0] : "");
    x += 118;
    for (int k = 0; k < 3; k++) {
        char text[ECO_NUMBER_SIZE];
        double radius = eco_map_radius(shares[k]);
        print(text, largest * shares[k]);
        eco_str_printf(out, "<circle class=\"disc\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>\n", x + radius, y, radius);
        eco_map_add_text(out, "small ink", x + 2 * radius + 6, y + 4.5, text);
        x += 2 * radius + 6 + 48;
    }
    eco_arena_finish(&arena);
}

static void add_widths(struct eco_str *out, const struct eco_map_sheet *sheet, double left, double y)
{
    static const double shares[] = {0.1, 0.4, 1};
    double largest = eco_map_largest_weight(sheet->picture, sheet->curves, sheet->count), x = left + 118;
    eco_map_add_text(out, "small soft", left, y + 4.5, "weight");
    for (int k = 0; k < 3; k++) {
        char text[ECO_NUMBER_SIZE];
        print(text, largest * shares[k]);
        eco_str_printf(out, "<path class=\"sample\" stroke-width=\"%.1f\" d=\"M%.1f,%.1fh28\"/>\n",
                       eco_map_line_width(largest * shares[k], largest), x, y);
        eco_map_add_text(out, "small ink", x + 34, y + 4.5, text);
        x += 84;
    }
}

double eco_map_add_legend(struct eco_str *out, const struct eco_map_sheet *sheet, double top)
{
    const struct eco_map_layout *layout = sheet->layout;
    double room = layout->width - 2 * ECO_MAP_MARGIN, bottom = top;
    bool beside = room - SCALE >= 520, sizes = largest_size(sheet) > 0;
    if (sheet->count > 0)
        bottom += add_kinds(out, sheet, ECO_MAP_MARGIN, top, beside ? room - SCALE : room) * ROW;
    double scale_left = beside ? layout->width - ECO_MAP_MARGIN - SCALE + 24 : ECO_MAP_MARGIN, y = beside ? top : bottom;
    if (sizes) {
        add_sizes(out, sheet, scale_left, y + 24);
        y += 48;
    }
    if (sheet->count > 0) {
        add_widths(out, sheet, scale_left, y + ROW / 2);
        y += ROW;
    }
    bottom = fmax(bottom, y) + 14;
    if (sheet->picture->source) {
        struct eco_arena arena = {0};
        struct eco_map_text text = eco_map_break(&arena, sheet->picture->source, 1, room / SIZE, false);
        if (text.count > 0)
            eco_map_add_text(out, "small soft", ECO_MAP_MARGIN, bottom + 8, text.lines[0]);
        eco_arena_finish(&arena);
        bottom += 16;
    }
    return bottom + 14;
}
