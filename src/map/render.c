#include "map/render.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>

#include "map/contain.h"

#define ARROW_POINTS 10.0 /* Graphviz's arrow head of size 1 */
enum { TEXT = 256 };

struct drawing {
    const struct eco_map_layout *layout;
    const struct eco_map_curve *curves;
    int count;
};

/* Ids that count. The library's own are addresses on the heap, and its order follows them. */
static void *ids_open(Agraph_t *graph, Agdisc_t *discipline)
{
    (void)graph;
    (void)discipline;
    return eco_alloc(1, sizeof(IDTYPE));
}

static long ids_map(void *state, int type, char *text, IDTYPE *ret_id, int create)
{
    (void)type;
    /* The library itself keeps names, once it has an id without one from here. */
    if (text || !create)
        return 0;
    IDTYPE *next = state;
    *ret_id = ++*next * 2 + 1;
    return 1;
}

static long ids_alloc(void *state, int type, IDTYPE id)
{
    (void)state;
    (void)type;
    (void)id;
    return 0;
}

static void ids_free(void *state, int type, IDTYPE id)
{
    (void)state;
    (void)type;
    (void)id;
}

static char *ids_print(void *state, int type, IDTYPE id)
{
    (void)state;
    (void)type;
    (void)id;
    return NULL;
}

static void ids_close(void *state)
{
    free(state);
}

static void ids_register(void *state, int type, void *object)
{
    (void)state;
    (void)type;
    (void)object;
}

static Agiddisc_t counting = {ids_open, ids_map, ids_alloc, ids_free, ids_print, ids_close, ids_register};

static void set(void *object, const char *name, const char *value)
{
    agsafeset(object, (char *)name, (char *)value, (char *)"");
}

static void set_number(void *object, const char *name, double value)
{
    char text[TEXT];
    snprintf(text, sizeof text, "%.4f", value);
    set(object, name, text);
}

/* Nodes have names: the library writes past its buffers where it prints an edge between nameless ones. */
static Agnode_t *add_circle(Agraph_t *graph, const struct eco_map_place *place, int number)
{
    char text[TEXT];
    snprintf(text, sizeof text, "n%d", number);
    Agnode_t *node = agnode(graph, text, 1);
    set(node, "id", text);
    /* Graphviz counts upwards and prints downwards. */
    snprintf(text, sizeof text, "%.3f,%.3f!", place->x, -place->y);
    set(node, "pos", text);
    set_number(node, "width", 2 * place->radius / POINTS_PER_INCH);
    return node;
}

static void add_curve(Agraph_t *graph, Agnode_t *const *nodes, const struct eco_map_curve *curve, int number)
{
    char text[TEXT];
    Agedge_t *edge = agedge(graph, nodes[curve->from], nodes[curve->to], NULL, 1);
    snprintf(text, sizeof text, "t%d", number);
    set(edge, "id", text);
    snprintf(text, sizeof text, "e,%.3f,%.3f %.3f,%.3f %.3f,%.3f %.3f,%.3f %.3f,%.3f", curve->tip_x, -curve->tip_y, curve->x[0],
             -curve->y[0], curve->x[1], -curve->y[1], curve->x[2], -curve->y[2], curve->x[3], -curve->y[3]);
    set(edge, "pos", text);
    set_number(edge, "penwidth", curve->width);
    set_number(edge, "arrowsize", curve->head / ARROW_POINTS);
}

static Agraph_t *make_graph(const struct drawing *drawing)
{
    Agdisc_t disciplines = {&AgMemDisc, &counting, &AgIoDisc};
    Agraph_t *graph = agopen((char *)"map", Agdirected, &disciplines);
    agattr(graph, AGRAPH, (char *)"notranslate", (char *)"true");
    agattr(graph, AGRAPH, (char *)"outputorder", (char *)"edgesfirst");
    agattr(graph, AGNODE, (char *)"label", (char *)"");
    agattr(graph, AGNODE, (char *)"shape", (char *)"circle");
    agattr(graph, AGNODE, (char *)"fixedsize", (char *)"true");
    Agnode_t **nodes = eco_alloc((size_t)drawing->layout->count, sizeof(Agnode_t *));
    for (int i = 0; i < drawing->layout->count; i++)
        nodes[i] = add_circle(graph, &drawing->layout->places[i], i);
    for (int i = 0; i < drawing->count; i++)
        add_curve(graph, nodes, &drawing->curves[i], i);
    free(nodes);
    return graph;
}

/* In the child. What is not freed here ends with the process. */
static int draw(const void *input, struct eco_str *out)
{
    char *svg = NULL;
    unsigned length = 0;
    GVC_t *context = gvContext();
    Agraph_t *graph = make_graph(input);
    if (!context || gvLayout(context, graph, "nop2") != 0 || gvRenderData(context, graph, "svg", &svg, &length) != 0)
        return 1;
    if (agerrors() > 0 || !svg)
        return 1;
    eco_str_add_bytes(out, svg, length);
    return 0;
}

int eco_map_render(const struct eco_map_layout *layout, const struct eco_map_curve *curves, int count, struct eco_str *out,
                   struct eco_problems *problems)
{
    static const struct eco_limits limits = {20, (size_t)2 * 1024 * 1024 * 1024};
    struct drawing drawing = {layout, curves, count};
    return eco_contain(draw, &drawing, limits, "drawing the map", out, problems);
}
