#include "map/shapes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

void eco_map_add_number(struct eco_str *out, double value)
{
    double tenths = round(value * 10);
    if (fmod(tenths, 10) == 0)
        eco_str_printf(out, "%.0f", tenths == 0 ? 0 : tenths / 10);
    else
        eco_str_printf(out, "%.1f", tenths / 10);
}

/* Where the value of an attribute begins within [text, end), or NULL. */
static const char *attribute(const char *text, const char *end, const char *name)
{
    char *wanted = eco_format(" %s=\"", name);
    const char *found = memmem(text, (size_t)(end - text), wanted, strlen(wanted));
    const char *value = found ? found + strlen(wanted) : NULL;
    free(wanted);
    return value && memchr(value, '"', (size_t)(end - value)) ? value : NULL;
}

/* The tag that begins with `<name` within [text, *end); sets `*end` behind it. */
static const char *tag(const char *text, const char **end, const char *name)
{
    char *wanted = eco_format("<%s ", name);
    const char *found = memmem(text, (size_t)(*end - text), wanted, strlen(wanted));
    free(wanted);
    const char *close = found ? memchr(found, '>', (size_t)(*end - found)) : NULL;
    *end = close ? close + 1 : *end;
    return close ? found : NULL;
}

static bool number(const char *text, const char *end, const char *name, double *ret_value)
{
    const char *value = attribute(text, end, name);
    char *stop;
    if (!value)
        return false;
    *ret_value = strtod(value, &stop);
    return stop > value && *stop == '"' && isfinite(*ret_value);
}

/* Copies a list of coordinates with one decimal; only digits, the letters M and C, commas and spaces pass. */
static const char *coordinates(struct eco_arena *arena, const char *value)
{
    struct eco_str out = {0};
    for (const char *s = value; s && *s != '"';) {
        char *stop;
        double x = strtod(s, &stop);
        if (stop > s && strchr("-.0123456789", *s) && isfinite(x)) {
            eco_map_add_number(&out, x);
            s = stop;
        } else if (strchr("MC, ", *s)) {
            eco_str_add_char(&out, *s++);
        } else {
            eco_str_finish(&out);
            return NULL;
        }
    }
    const char *copy = out.length > 0 ? eco_arena_strdup(arena, eco_str_text(&out)) : NULL;
    eco_str_finish(&out);
    return copy;
}

static bool read_circle(const char *text, const char *end, struct eco_map_circle *circle)
{
    const char *close = end, *ellipse = tag(text, &close, "ellipse");
    return ellipse && number(ellipse, close, "cx", &circle->x) && number(ellipse, close, "cy", &circle->y) &&
           number(ellipse, close, "rx", &circle->radius);
}

static bool read_stroke(struct eco_arena *arena, const char *text, const char *end, struct eco_map_stroke *stroke)
{
    const char *close = end, *found = tag(text, &close, "path");
    stroke->path = found ? coordinates(arena, attribute(found, close, "d")) : NULL;
    close = end;
    found = tag(text, &close, "polygon");
    stroke->arrow = found ? coordinates(arena, attribute(found, close, "points")) : NULL;
    return stroke->path && stroke->arrow;
}

int eco_map_shapes_read(const char *svg, int circles, int strokes, struct eco_map_shapes *ret_shapes,
                        struct eco_problems *problems)
{
    struct eco_map_shapes shapes = {.circles = eco_alloc((size_t)circles, sizeof(struct eco_map_circle)),
                                    .strokes = eco_alloc((size_t)strokes, sizeof(struct eco_map_stroke))};
    int read = 0;
    for (const char *s = svg; (s = strstr(s, "<g id=\""));) {
        s += strlen("<g id=\"");
        const char *end = strstr(s, "</g>");
        int k = s[0] == 'n' || s[0] == 't' ? atoi(s + 1) : -1;
        if (!end || k < 0)
            continue;
        if (s[0] == 'n' && k < circles)
            read += read_circle(s, end, &shapes.circles[k]);
        else if (s[0] == 't' && k < strokes)
            read += read_stroke(&shapes.arena, s, end, &shapes.strokes[k]);
    }
    if (read != circles + strokes) {
        eco_problems_error(problems, "drawing the map failed: Graphviz drew %d of %d shapes", read, circles + strokes);
        eco_map_shapes_finish(&shapes);
        return ECO_ELIMIT;
    }
    *ret_shapes = shapes;
    return ECO_OK;
}

void eco_map_shapes_finish(struct eco_map_shapes *shapes)
{
    free(shapes->circles);
    free(shapes->strokes);
    eco_arena_finish(&shapes->arena);
}
