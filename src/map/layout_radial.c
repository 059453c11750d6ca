#include <math.h>
#include <stdlib.h>

#include "map/layout.h"

#define ROUNDNESS 2.5  /* of the field: 2 is an ellipse, more fills its corners */
#define FLATNESS 0.63  /* its height as a share of its width */
#define FILLED 0.40    /* share of the field that labels and circles may fill at first */
#define LABEL_WIDTH 10.5
#define TITLE_WIDTH 10.5
#define GROWTH 1.06
enum { SLICES = 3600, FOLD_AT_ONCE = 4 };

static double edge(double angle)
{
    return pow(pow(fabs(cos(angle)), ROUNDNESS) + pow(fabs(sin(angle)), ROUNDNESS), -1 / ROUNDNESS);
}

void eco_map_point(const struct eco_map_layout *layout, double angle, double reach, double *ret_x, double *ret_y)
{
    double length = reach * edge(angle);
    *ret_x = layout->x + layout->rx * length * cos(angle);
    *ret_y = layout->y + layout->ry * length * sin(angle);
}

bool eco_map_in_field(const struct eco_map_layout *layout, double x, double y)
{
    double u = fabs(x - layout->x) / (layout->rx - ECO_MAP_GAP), v = fabs(y - layout->y) / (layout->ry - ECO_MAP_GAP);
    return u * u * sqrt(u) + v * v * sqrt(v) <= 1;
}

/* How far a point lies clockwise of the ray at `angle`. */
static double beside_ray(const struct eco_map_layout *layout, double angle, double x, double y)
{
    double rx = layout->rx * cos(angle), ry = layout->ry * sin(angle);
    return (rx * (y - layout->y) - ry * (x - layout->x)) / hypot(rx, ry);
}

bool eco_map_box_in_sector(const struct eco_map_layout *layout, const struct eco_map_sector *sector,
                           const struct eco_map_box *box, double margin)
{
    double span = sector->to - sector->from, pi = acos(-1);
    for (int corner = 0; corner < 4; corner++) {
        double x = corner & 1 ? box->right : box->left, y = corner & 2 ? box->bottom : box->top;
        if (!eco_map_in_field(layout, x, y))
            return false;
        if (span > 2 * pi - 1e-9)
            continue;
        bool after = beside_ray(layout, sector->from, x, y) >= margin;
        bool before = beside_ray(layout, sector->to, x, y) <= -margin;
        if (span <= pi ? !(after && before) : !(after || before))
            return false;
    }
    return true;
}

bool eco_map_line_meets(double x1, double y1, double x2, double y2, const struct eco_map_box *box)
{
    double enter = 0, leave = 1;
    double start[2] = {x1, y1}, run[2] = {x2 - x1, y2 - y1};
    double low[2] = {box->left, box->top}, high[2] = {box->right, box->bottom};
    for (int k = 0; k < 2; k++) {
        if (run[k] == 0) {
            if (start[k] < low[k] || start[k] > high[k])
                return false;
            continue;
        }
        double a = (low[k] - start[k]) / run[k], b = (high[k] - start[k]) / run[k];
        enter = fmax(enter, fmin(a, b));
        leave = fmin(leave, fmax(a, b));
    }
    return enter <= leave;
}

static double box_area(const struct eco_map_place *p)
{
    double width = fmax(p->label.width * ECO_MAP_LABEL_SIZE, 2 * p->radius);
    double height = p->label.count * ECO_MAP_LABEL_LINE + 2 * p->radius;
    return (width + 2 * ECO_MAP_GAP) * (height + 2 * ECO_MAP_GAP);
}

double eco_map_radius(double share)
{
    return 5.5 + 17 * sqrt(share);
}

/* The one in the middle has its name inside and is as large as that needs. */
static void measure_middle(const struct eco_picture *picture, struct eco_map_layout *layout)
{
    struct eco_map_place *p = &layout->places[0];
    p->label = eco_map_break(&layout->arena, picture->nodes[p->node].label, 2, LABEL_WIDTH, true);
    p->radius = fmax(48, hypot(p->label.width * ECO_MAP_HUB_SIZE, p->label.count * ECO_MAP_HUB_LINE) / 2 + 7);
    layout->hub = p->radius + 26;
}

static void measure(const struct eco_picture *picture, struct eco_map_layout *layout)
{
    measure_middle(picture, layout);
    for (int i = 1; i < layout->count; i++) {
        struct eco_map_place *p = &layout->places[i];
        p->label = eco_map_break(&layout->arena, picture->nodes[p->node].label, 2, LABEL_WIDTH, false);
        p->radius = eco_map_radius(p->share);
    }
    for (int s = 0; s < layout->sectors_count; s++) {
        struct eco_map_sector *sector = &layout->sectors[s];
        sector->title = eco_map_break(&layout->arena, sector->name, 2, TITLE_WIDTH, true);
    }
}

/* What a sector needs; a little for each on top, so that a sector of one can be seen. */
static double need(const struct eco_map_layout *layout, const struct eco_map_sector *sector)
{
    double area = sector->count > 0 ? 9000 : 0;
    for (int i = 0; i < sector->count; i++)
        area += box_area(&layout->places[sector->first + i]);
    return area;
}

/* Cuts the field into wedges, each of the area that its sector needs, clockwise from the top. */
static void cut_wedges(struct eco_map_layout *layout)
{
    double pi = acos(-1), slice = 2 * pi / SLICES, all = 0, total = 0, done = 0, wanted = 0;
    for (int k = 0; k < SLICES; k++)
        all += pow(edge((k + 0.5) * slice), 2);
    for (int s = 0; s < layout->sectors_count; s++)
        total += need(layout, &layout->sectors[s]);
    int k = 0;
    for (int s = 0; s < layout->sectors_count; s++) {
        wanted += need(layout, &layout->sectors[s]);
        layout->sectors[s].from = -pi / 2 + k * slice;
        while (k < SLICES && done < all * wanted / total - 1e-9)
            done += pow(edge(-pi / 2 + (k++ + 0.5) * slice), 2);
        layout->sectors[s].to = -pi / 2 + k * slice;
    }
}

static void set_page(struct eco_map_layout *layout, double width, double margin)
{
    layout->width = width;
    layout->rx = width / 2 - margin;
    layout->ry = layout->rx * FLATNESS;
    layout->height = 2 * layout->ry + 2 * 52;
    layout->x = width / 2;
    layout->y = layout->height / 2;
}

static double first_width(const struct eco_map_layout *layout)
{
    double area = 0;
    for (int s = 0; s < layout->sectors_count; s++)
        area += need(layout, &layout->sectors[s]);
    double rx = sqrt(area / FILLED / 3.3 / FLATNESS);
    return fmin(fmax(2 * rx + 60, ECO_MAP_PAGE_MIN), ECO_MAP_PAGE_MAX);
}

static bool try_page(struct eco_map_layout *layout, double width)
{
    bool titled = false;
    for (double margin = 20; !titled && margin <= 240; margin += 20) {
        set_page(layout, width, margin);
        cut_wedges(layout);
        titled = eco_layout_titles(layout);
    }
    for (int s = 0; s < layout->sectors_count; s++)
        if (layout->sectors[s].count > 0 && !eco_layout_pack(layout, &layout->sectors[s]))
            return false;
    return titled;
}

static void move(struct eco_map_box *box, double by)
{
    box->top += by;
    box->bottom += by;
}

/* Takes the room away that no title needs. */
static void trim(struct eco_map_layout *layout)
{
    bool alone = layout->count == 1;
    double top = layout->y - (alone ? layout->hub : layout->ry), bottom = layout->y + (alone ? layout->hub : layout->ry);
    for (int s = 0; s < layout->sectors_count; s++)
        if (layout->sectors[s].count > 0) {
            top = fmin(top, layout->sectors[s].title_box.top);
            bottom = fmax(bottom, layout->sectors[s].title_box.bottom);
        }
    double by = 6 - top;
    layout->y += by;
    layout->height = bottom - top + 12;
    for (int s = 0; s < layout->sectors_count; s++)
        move(&layout->sectors[s].title_box, by);
    for (int i = 1; i < layout->count; i++) {
        layout->places[i].y += by;
        move(&layout->places[i].text, by);
        move(&layout->places[i].box, by);
    }
}

static void put_middle(struct eco_map_layout *layout)
{
    struct eco_map_place *p = &layout->places[0];
    double width = p->label.width * ECO_MAP_HUB_SIZE / 2, height = p->label.count * ECO_MAP_HUB_LINE / 2;
    p->x = layout->x;
    p->y = layout->y;
    p->side = ECO_MAP_INSIDE;
    p->text = (struct eco_map_box){p->x - width, p->y - height, p->x + width, p->y + height};
    p->box = (struct eco_map_box){p->x - p->radius, p->y - p->radius, p->x + p->radius, p->y + p->radius};
}

/* True where `top` groups fit. */
static bool lay_out(const struct eco_picture *picture, int top, struct eco_map_layout *layout)
{
    eco_layout_sectors(picture, top, layout);
    measure(picture, layout);
    double width = first_width(layout);
    bool fits = try_page(layout, width);
    while (!fits && width < ECO_MAP_PAGE_MAX) {
        width = fmin(width * GROWTH, ECO_MAP_PAGE_MAX);
        fits = try_page(layout, width);
    }
    trim(layout);
    put_middle(layout);
    return fits;
}

void eco_layout_radial(const struct eco_picture *picture, int top, struct eco_map_layout *ret_layout)
{
    struct eco_map_layout layout = {0};
    if (picture->nodes_count == 0) {
        set_page(&layout, ECO_MAP_PAGE_MIN, 20);
        layout.height = 60;
        layout.y = 30;
        *ret_layout = layout;
        return;
    }
    if (top > picture->nodes_count)
        top = picture->nodes_count;
    while (!lay_out(picture, top, &layout) && top > 1) {
        eco_layout_finish(&layout);
        layout = (struct eco_map_layout){0};
        top = top > FOLD_AT_ONCE + 1 ? top - FOLD_AT_ONCE : 1;
    }
    *ret_layout = layout;
}

void eco_layout_finish(struct eco_map_layout *layout)
{
    eco_arena_finish(&layout->arena);
}
