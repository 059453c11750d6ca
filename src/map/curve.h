/* The ties of a map as curves. */
#ifndef ECO_MAP_CURVE_H
#define ECO_MAP_CURVE_H

#include "layout.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A cubic Bezier curve from the rim of one circle to the foot of the arrow head before another. */
struct eco_map_curve {
    int tie;            /* in the picture */
    int from, to;       /* places */
    double x[4], y[4];
    double tip_x, tip_y; /* of the arrow head */
    double width, head;  /* of the line; length of the head */
};

#define ECO_MAP_LINE_MIN 0.9
#define ECO_MAP_LINE_MAX 5.5

/* One curve for each tie of which both ends are drawn, in the picture's order; free the result. Ties between the same two
 * groups run side by side; a bundle bends to where it meets the fewest labels. */
struct eco_map_curve *eco_map_curves(const struct eco_picture *picture, const struct eco_map_layout *layout, int *ret_count);
/* The width of a line for a weight, given the largest weight drawn. */
double eco_map_line_width(double weight, double largest);
/* The largest weight of the curves' ties; 0 where there are none. */
double eco_map_largest_weight(const struct eco_picture *picture, const struct eco_map_curve *curves, int count);

#ifdef __cplusplus
}
#endif
#endif
