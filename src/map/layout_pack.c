/* The groups of one sector find their places in its wedge.
 *
 * Candidate places stand on a grid of the wedge. Each group, the largest first, takes the place that costs least: nothing
 * may overlap, spokes should not run through labels, everybody keeps distance, and large groups like the middle of the
 * wedge. Then all may move again a few times, now that they see everybody. */
#include <math.h>
#include <stdlib.h>

#include "map/layout.h"

enum { ROUNDS = 5 };
#define STEP 21.0       /* pixels between candidates */
#define OVERLAP 2000.0  /* what must not be */
#define CROSSING 26.0   /* a spoke through a label */
#define CROWDING 3.0
#define CENTRING 14.0

struct candidate {
    double x, y, angle, reach;
};

struct pack {
    struct eco_map_layout *layout;
    const struct eco_map_sector *sector;
    struct candidate *candidates;
    int count;
    bool *placed; /* per place of the sector */
};

static void set_label(struct eco_map_place *p, double left, double top)
{
    p->text = (struct eco_map_box){left, top, left + p->label.width * ECO_MAP_LABEL_SIZE,
                                   top + p->label.count * ECO_MAP_LABEL_LINE};
}

/* The label stands on the side away from the middle, so that the group's own spoke does not run through it. */
static void put(const struct eco_map_layout *layout, struct eco_map_place *p, double x, double y)
{
    double dx = x - layout->x, dy = y - layout->y, width = p->label.width * ECO_MAP_LABEL_SIZE;
    double height = p->label.count * ECO_MAP_LABEL_LINE, r = p->radius;
    p->x = x;
    p->y = y;
    if (fabs(dx) > 1.5 * fabs(dy)) {
        p->side = dx > 0 ? ECO_MAP_RIGHT : ECO_MAP_LEFT;
        set_label(p, dx > 0 ? x + r + 4 : x - r - 4 - width, y - height / 2);
    } else {
        p->side = dy > 0 ? ECO_MAP_BELOW : ECO_MAP_ABOVE;
        set_label(p, x - width / 2, dy > 0 ? y + r + 2 : y - r - 3 - height);
    }
    p->box = (struct eco_map_box){fmin(p->text.left, x - r), fmin(p->text.top, y - r), fmax(p->text.right, x + r),
                                  fmax(p->text.bottom, y + r)};
}

static void add_candidates(struct pack *pack)
{
    struct eco_map_layout *layout = pack->layout;
    double from = pack->sector->from, to = pack->sector->to;
    int rows = (int)(fmin(layout->rx, layout->ry) / STEP) + 2, room = 0;
    for (int row = 0; row < rows; row++) {
        double reach = 0.12 + 0.86 * row / (rows - 1);
        double arc = reach * (to - from) * fmax(layout->rx, layout->ry);
        int columns = (int)(arc / STEP) + 2;
        if (pack->count + columns > room) {
            room = (pack->count + columns) * 2;
            pack->candidates = eco_realloc(pack->candidates, (size_t)room, sizeof *pack->candidates);
        }
        for (int column = 0; column < columns; column++) {
            struct candidate c = {.angle = from + (to - from) * (column + 0.5) / columns, .reach = reach};
            eco_map_point(layout, c.angle, c.reach, &c.x, &c.y);
            if (hypot(c.x - layout->x, c.y - layout->y) > layout->hub)
                pack->candidates[pack->count++] = c;
        }
    }
}

/* The nearest that a box comes to the middle. */
static double distance(const struct eco_map_layout *layout, const struct eco_map_box *box)
{
    double dx = fmax(0, fmax(box->left - layout->x, layout->x - box->right));
    double dy = fmax(0, fmax(box->top - layout->y, layout->y - box->bottom));
    return hypot(dx, dy);
}

static bool stands_free(const struct pack *pack, const struct eco_map_place *p)
{
    return distance(pack->layout, &p->box) >= pack->layout->hub &&
           eco_map_box_in_sector(pack->layout, pack->sector, &p->box, ECO_MAP_GAP / 2);
}

/* What two groups of the sector do to each other. */
static double pair_cost(const struct eco_map_layout *layout, const struct eco_map_place *p, const struct eco_map_place *q)
{
    double cost = 0;
    double dx = ((p->box.left + p->box.right) - (q->box.left + q->box.right)) / 2;
    double dy = ((p->box.top + p->box.bottom) - (q->box.top + q->box.bottom)) / 2;
    double w = (p->box.right - p->box.left + q->box.right - q->box.left) / 2;
    double h = (p->box.bottom - p->box.top + q->box.bottom - q->box.top) / 2;
    if (eco_map_boxes_meet(&p->box, &q->box, ECO_MAP_GAP))
        cost += OVERLAP * (3 - fabs(dx) / (w + ECO_MAP_GAP) - fabs(dy) / (h + ECO_MAP_GAP));
    cost += CROWDING / (dx * dx / (w * w) + dy * dy / (h * h) + 0.05);
    if (q->spoke && eco_map_line_meets(layout->x, layout->y, q->x, q->y, &p->box))
        cost += CROSSING * (1 + q->share);
    if (p->spoke && eco_map_line_meets(layout->x, layout->y, p->x, p->y, &q->box))
        cost += CROSSING * (1 + p->share);
    return cost;
}

/* `enough`: the sum stops there, for another candidate is better already. */
static double cost_of(const struct pack *pack, const struct eco_map_place *p, const struct candidate *c, double enough)
{
    const struct eco_map_layout *layout = pack->layout;
    double half = (pack->sector->to - pack->sector->from) / 2, middle = pack->sector->from + half;
    double cost = CENTRING * p->share * (fabs(c->angle - middle) / half + 1.5 * fabs(c->reach - 0.5));
    if (!p->spoke)
        cost += CENTRING * (1 - c->reach) / 2;
    if (!stands_free(pack, p))
        cost += 2 * OVERLAP;
    for (int i = 0; i < pack->sector->count && cost < enough; i++) {
        const struct eco_map_place *q = &layout->places[pack->sector->first + i];
        if (q != p && pack->placed[i])
            cost += pair_cost(layout, p, q);
    }
    return cost;
}

/* Moves one group to its best place; true where that is another one than before. */
static bool settle(struct pack *pack, int number)
{
    struct eco_map_place *p = &pack->layout->places[pack->sector->first + number];
    double least = INFINITY, x = p->x, y = p->y;
    const struct candidate *best = pack->candidates;
    for (int k = 0; k < pack->count; k++) {
        const struct candidate *c = &pack->candidates[k];
        put(pack->layout, p, c->x, c->y);
        double cost = cost_of(pack, p, c, least);
        if (cost < least - 1e-9) {
            least = cost;
            best = c;
        }
    }
    put(pack->layout, p, best->x, best->y);
    pack->placed[number] = true;
    return best->x != x || best->y != y;
}

static bool is_clear(const struct pack *pack)
{
    for (int i = 0; i < pack->sector->count; i++) {
        const struct eco_map_place *p = &pack->layout->places[pack->sector->first + i];
        if (!stands_free(pack, p))
            return false;
        for (int j = 0; j < i; j++)
            if (eco_map_boxes_meet(&p->box, &pack->layout->places[pack->sector->first + j].box, ECO_MAP_GAP))
                return false;
    }
    return true;
}

bool eco_layout_pack(struct eco_map_layout *layout, const struct eco_map_sector *sector)
{
    struct pack pack = {.layout = layout, .sector = sector, .placed = eco_alloc((size_t)sector->count, sizeof(bool))};
    add_candidates(&pack);
    bool moved = pack.count > 0;
    for (int round = 0; round < ROUNDS && moved; round++) {
        moved = false;
        for (int i = 0; i < sector->count; i++)
            moved |= settle(&pack, i);
    }
    bool clear = pack.count > 0 && is_clear(&pack);
    free(pack.candidates);
    free(pack.placed);
    return clear;
}
