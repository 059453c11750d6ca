/* The legend: only what occurs in this map. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "map/escape.h"
#include "map/svg.h"

#define ROW 22.0
#define SAMPLE 38.0  /* length of a line's sample */
#define APART 14.0  /* between columns */
#define SCALE 370.0  /* room for the scales of size and width */
#define ENTRY_WIDTH 14.0
#define LABEL_WIDTH 10.5 /* names of the scales, at font size 1 */
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
    double step = SAMPLE + 8 + entries.width + APART;
    int columns = (int)fmax(1, floor((room + APART) / step)), rows = (entries.count + columns - 1) / columns;
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

/* The largest of 1, 2, 5, 10, ... that is not above `value`. */
static double round_down(double value)
{
    double power = pow(10, floor(log10(value)));
    for (double digit = 5; digit > 1; digit -= digit > 2 ? 3 : 1)
        if (digit * power <= value * (1 + 1e-9))
            return digit * power;
    return power;
}

/* Three values to show, the smallest first. */
static void scale_values(double largest, double ret_values[3])
{
    ret_values[2] = round_down(largest);
    ret_values[1] = round_down(ret_values[2] / 4);
    ret_values[0] = round_down(ret_values[2] / 20);
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
    double largest = largest_size(sheet), x = left, values[3];
    struct eco_arena arena = {0};
    struct eco_map_text label = eco_map_break(&arena, sheet->picture->size_label, 1, LABEL_WIDTH, false);
    scale_values(largest, values);
    eco_map_add_text(out, "small soft", x, y + 4.5, label.count ? label.lines[0] : "");
    x += LABEL_WIDTH * SIZE + 12;
    for (int k = 0; k < 3; k++) {
        char text[ECO_NUMBER_SIZE];
        double radius = eco_map_radius(values[k] / largest);
        eco_number_print(text, values[k]);
        eco_str_printf(out, "<circle class=\"disc\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>\n", x + radius, y, radius);
        eco_map_add_text(out, "small ink", x + 2 * radius + 6, y + 4.5, text);
        x += 2 * radius + 6 + 40;
    }
    eco_arena_finish(&arena);
}

static void add_widths(struct eco_str *out, const struct eco_map_sheet *sheet, double left, double y)
{
    double largest = eco_map_largest_weight(sheet->picture, sheet->curves, sheet->count), values[3];
    double x = left + LABEL_WIDTH * SIZE + 12;
    scale_values(largest, values);
    eco_map_add_text(out, "small soft", left, y + 4.5, "Weight of a tie");
    for (int k = 0; k < 3; k++) {
        char text[ECO_NUMBER_SIZE];
        eco_number_print(text, values[k]);
        eco_str_printf(out, "<path class=\"sample\" stroke-width=\"%.1f\" d=\"M%.1f,%.1fh28\"/>\n",
                       eco_map_line_width(values[k], largest), x, y);
        eco_map_add_text(out, "small ink", x + 34, y + 4.5, text);
        x += 84;
    }
}

double eco_map_add_legend(struct eco_str *out, const struct eco_map_sheet *sheet, double top)
{
    const struct eco_map_layout *layout = sheet->layout;
    double room = layout->width - 2 * ECO_MAP_MARGIN, bottom = top += 12;
    bool beside = room - SCALE >= 520, sizes = largest_size(sheet) > 0;
    if (sheet->count > 0)
        bottom += add_kinds(out, sheet, ECO_MAP_MARGIN, top, beside ? room - SCALE : room) * ROW;
    double scale_left = beside ? layout->width - ECO_MAP_MARGIN - SCALE + 10 : ECO_MAP_MARGIN, y = beside ? top : bottom;
    if (sizes) {
        add_sizes(out, sheet, scale_left, y + 26);
        y += 54;
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
