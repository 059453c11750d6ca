/* What Graphviz drew, read back from its SVG. */
#ifndef ECO_MAP_SHAPES_H
#define ECO_MAP_SHAPES_H

#include "../base/error.h"
#include "../base/memory.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_map_circle {
    double x, y, radius;
};

struct eco_map_stroke {
    const char *path;  /* "M1,2C3,4 5,6 7,8", numbers with one decimal */
    const char *arrow; /* the points of the arrow head: "1,2 3,4 5,6" */
};

struct eco_map_shapes {
    struct eco_arena arena;
    struct eco_map_circle *circles;
    struct eco_map_stroke *strokes;
};

/* Reads the circles "n0" to "n<circles - 1>" and the strokes "t0" to "t<strokes - 1>". Nothing else of the text is kept.
 * ECO_ELIMIT where one is missing or does not look as Graphviz draws it. */
int eco_map_shapes_read(const char *svg, int circles, int strokes, struct eco_map_shapes *ret_shapes,
                        struct eco_problems *problems);
void eco_map_shapes_finish(struct eco_map_shapes *shapes);

/* Appends a coordinate with at most one decimal; never "-0". */
struct eco_str;
void eco_map_add_number(struct eco_str *out, double value);

#ifdef __cplusplus
}
#endif
#endif
