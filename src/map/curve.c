#include "map/curve.h"

#include <math.h>
#include <stdlib.h>

enum { SAMPLES = 24 };
#define STRAND 10.0 /* pixels between ties of one bundle */

struct point {
    double x, y;
};

/* A curve's place in its bundle: all ties between two places, whatever their direction. */
struct strand {
    int low, high, curve; /* places, low < high */
    int number, of;
};

static int by_bundle(const void *a, const void *b)
{
    const struct strand *x = a, *y = b;
    if (x->low != y->low)
        return x->low - y->low;
    return x->high != y->high ? x->high - y->high : x->curve - y->curve;
}

double eco_map_line_width(double weight, double largest)
{
    return ECO_MAP_LINE_MIN + (ECO_MAP_LINE_MAX - ECO_MAP_LINE_MIN) * weight / largest;
}

double eco_map_largest_weight(const struct eco_picture *picture, const struct eco_map_curve *curves, int count)
{
    double largest = 0;
    for (int i = 0; i < count; i++)
        largest = fmax(largest, picture->ties[curves[i].tie].weight);
    return largest;
}

static struct point on_quadratic(struct point a, struct point q, struct point b, double t)
{
    double u = 1 - t;
    return (struct point){u * u * a.x + 2 * u * t * q.x + t * t * b.x, u * u * a.y + 2 * u * t * q.y + t * t * b.y};
}

/* The control point that bends the line between two places by `bend` of its length; to the left of low -> high where it
 * is above 0. */
static struct point control(const struct eco_map_place *a, const struct eco_map_place *b, double bend)
{
    double dx = b->x - a->x, dy = b->y - a->y;
    return (struct point){(a->x + b->x) / 2 + 2 * bend * dy, (a->y + b->y) / 2 - 2 * bend * dx};
}

static bool is_in(struct point p, const struct eco_map_box *box)
{
    return p.x > box->left - 1 && p.x < box->right + 1 && p.y > box->top - 1 && p.y < box->bottom + 1;
}

static double bend_cost(const struct eco_map_layout *layout, const struct strand *strand, double bend)
{
    const struct eco_map_place *a = &layout->places[strand->low], *b = &layout->places[strand->high];
    struct point from = {a->x, a->y}, to = {b->x, b->y}, q = control(a, b, bend), samples[SAMPLES];
    double cost = 14 * fabs(bend);
    for (int k = 0; k < SAMPLES; k++) {
        samples[k] = on_quadratic(from, q, to, (k + 1.0) / (SAMPLES + 1));
        cost += !eco_map_in_field(layout, samples[k].x, samples[k].y);
    }
    for (int i = 0; i < layout->count; i++) {
        const struct eco_map_place *p = &layout->places[i];
        bool own = p == a || p == b;
        int meets = 0;
        for (int k = 0; k < SAMPLES; k++) {
            bool in_circle = !own && hypot(samples[k].x - p->x, samples[k].y - p->y) < p->radius + (i == 0 ? 10 : 3);
            meets += in_circle ? 4 : is_in(samples[k], &p->text) && !(own && i == 0);
        }
        cost += own ? 0.5 * meets : meets;
    }
    return cost;
}

static double choose_bend(const struct eco_map_layout *layout, const struct strand *strand)
{
    static const double spoke[] = {0, 0.04, -0.04, 0.08, -0.08, 0.13, -0.13, 0.18, -0.18};
    static const double chord[] = {0.08, -0.08, 0.14, -0.14, 0.2, -0.2, 0.28, -0.28, 0.36, -0.36, 0.02, -0.02};
    bool is_spoke = strand->low == 0;
    const double *bends = is_spoke ? spoke : chord;
    size_t count = is_spoke ? sizeof spoke / sizeof *spoke : sizeof chord / sizeof *chord;
    double best = 0, least = INFINITY;
    for (size_t k = 0; k < count; k++) {
        double cost = bend_cost(layout, strand, bends[k]);
        if (cost < least - 1e-9) {
            least = cost;
            best = bends[k];
        }
    }
    return best;
}

static struct point towards(struct point from, struct point to, double length)
{
    double distance = hypot(to.x - from.x, to.y - from.y);
    double share = distance > 0 ? length / distance : 0;
    return (struct point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

static void draw(const struct eco_map_layout *layout, const struct strand *strand, double bend, struct eco_map_curve *curve)
{
    const struct eco_map_place *a = &layout->places[curve->from], *b = &layout->places[curve->to];
    const struct eco_map_place *low = &layout->places[strand->low], *high = &layout->places[strand->high];
    double length = hypot(b->x - a->x, b->y - a->y);
    double apart = fmin(STRAND, 0.3 * length / strand->of) * (strand->number - (strand->of - 1) / 2.0);
    struct point q = control(low, high, bend + apart / fmax(length, 1)), start = {a->x, a->y}, end = {b->x, b->y};
    struct point tip = towards(end, q, b->radius + 1.5), foot = towards(end, q, b->radius + 1.5 + curve->head);
    struct point rim = towards(start, q, a->radius + 0.5);
    /* A quadratic curve in the cubic form that Graphviz draws. */
    struct point c1 = towards(rim, q, 2.0 / 3 * hypot(q.x - rim.x, q.y - rim.y));
    struct point c2 = towards(foot, q, 2.0 / 3 * hypot(q.x - foot.x, q.y - foot.y));
    struct point points[4] = {rim, c1, c2, foot};
    for (int k = 0; k < 4; k++) {
        curve->x[k] = points[k].x;
        curve->y[k] = points[k].y;
    }
    curve->tip_x = tip.x;
    curve->tip_y = tip.y;
}

static struct strand *strands_of(const struct eco_map_curve *curves, int count)
{
    struct strand *strands = eco_alloc((size_t)count, sizeof *strands);
    for (int i = 0; i < count; i++) {
        int a = curves[i].from, b = curves[i].to;
        strands[i] = (struct strand){a < b ? a : b, a < b ? b : a, i, 0, 0};
    }
    qsort(strands, (size_t)count, sizeof *strands, by_bundle);
    for (int i = 0, end; i < count; i = end) {
        for (end = i; end < count && strands[end].low == strands[i].low && strands[end].high == strands[i].high; end++)
            strands[end].number = end - i;
        for (int k = i; k < end; k++)
            strands[k].of = end - i;
    }
    return strands;
}

struct eco_map_curve *eco_map_curves(const struct eco_picture *picture, const struct eco_map_layout *layout, int *ret_count)
{
    struct eco_map_curve *curves = eco_alloc((size_t)picture->ties_count, sizeof *curves);
    int count = 0;
    for (int t = 0; t < picture->ties_count; t++) {
        int from = layout->place_of_node[picture->ties[t].from], to = layout->place_of_node[picture->ties[t].to];
        if (from >= 0 && to >= 0)
            curves[count++] = (struct eco_map_curve){.tie = t, .from = from, .to = to};
    }
    double largest = eco_map_largest_weight(picture, curves, count), bend = 0;
    struct strand *strands = strands_of(curves, count);
    for (int i = 0; i < count; i++) {
        struct eco_map_curve *curve = &curves[strands[i].curve];
        curve->width = eco_map_line_width(picture->ties[curve->tie].weight, largest);
        curve->head = 5 + 1.3 * curve->width;
        if (strands[i].number == 0)
            bend = choose_bend(layout, &strands[i]);
        draw(layout, &strands[i], bend, curve);
    }
    free(strands);
    *ret_count = count;
    return curves;
}
