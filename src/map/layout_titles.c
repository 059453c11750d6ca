/* The sectors' titles stand outside of the field, each beside its wedge. */
#include <math.h>

#include "map/layout.h"

enum { TRIES = 41 };
#define DISTANCE 7.0

/* The box of a title that begins at the field's edge at `angle`. */
static struct eco_map_box box_at(const struct eco_map_layout *layout, const struct eco_map_sector *sector, double angle,
                                 int *ret_anchor)
{
    double x, y, width = sector->title.width * ECO_MAP_TITLE_SIZE;
    double height = sector->title.count * ECO_MAP_TITLE_LINE + (sector->folded_count > 0 ? ECO_MAP_LABEL_LINE : 0);
    eco_map_point(layout, angle, 1, &x, &y);
    double dx = (x - layout->x) / layout->rx, dy = (y - layout->y) / layout->ry;
    int anchor = fabs(dx) < 0.35 ? 0 : dx > 0 ? -1 : 1;
    double left = anchor == 0 ? x - width / 2 : anchor < 0 ? x + DISTANCE : x - DISTANCE - width;
    double top = y + (dy - 1) * height / 2 + (dy > 0 ? DISTANCE : -DISTANCE) * fabs(dy);
    *ret_anchor = anchor;
    return (struct eco_map_box){left, top, left + width, top + height};
}

static bool is_outside(const struct eco_map_layout *layout, const struct eco_map_box *box)
{
    double x = fmax(box->left, fmin(layout->x, box->right)), y = fmax(box->top, fmin(layout->y, box->bottom));
    double u = fabs(x - layout->x) / layout->rx, v = fabs(y - layout->y) / layout->ry;
    return pow(u, 2.5) + pow(v, 2.5) > 1;
}

static bool fits(const struct eco_map_layout *layout, int number, const struct eco_map_box *box)
{
    if (box->left < 8 || box->right > layout->width - 8 || box->top < 2 || box->bottom > layout->height - 2)
        return false;
    for (int s = 0; s < number; s++)
        if (layout->sectors[s].count > 0 && eco_map_boxes_meet(box, &layout->sectors[s].title_box, 8))
            return false;
    return is_outside(layout, box);
}

static bool place(struct eco_map_layout *layout, int number)
{
    struct eco_map_sector *sector = &layout->sectors[number];
    double half = (sector->to - sector->from) / 2, middle = sector->from + half;
    for (int k = 0; k < TRIES; k++) {
        /* From the middle of the wedge to both sides in turn. */
        double step = (k + 1) / 2 * (k % 2 ? -1.0 : 1.0) / (TRIES / 2 + 1);
        int anchor;
        struct eco_map_box box = box_at(layout, sector, middle + step * half, &anchor);
        if (fits(layout, number, &box)) {
            sector->title_box = box;
            sector->anchor = anchor;
            return true;
        }
    }
    return false;
}

bool eco_layout_titles(struct eco_map_layout *layout)
{
    for (int s = 0; s < layout->sectors_count; s++)
        if (layout->sectors[s].count > 0 && !place(layout, s))
            return false;
    return true;
}
