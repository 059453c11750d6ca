/* Where everything of a map stands: the focal group in the middle, a wedge for each sector around it, the groups of a
 * sector in its wedge, each with its label. Plain geometry in pixels, y downwards; no graph library, no fonts. The same
 * picture gives the same layout. */
#ifndef ECO_MAP_LAYOUT_H
#define ECO_MAP_LAYOUT_H

#include "picture.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_MAP_SECTORS = 8 }; /* at most; smaller ones become "Other", a ninth */

/* The smallest text is 12.5 on a page of at most 2200: 9 pixels where that page is shown 1600 wide. */
#define ECO_MAP_LABEL_SIZE 13.5
#define ECO_MAP_LABEL_LINE 15.5
#define ECO_MAP_HUB_SIZE 17.0
#define ECO_MAP_HUB_LINE 20.0
#define ECO_MAP_TITLE_SIZE 18.0
#define ECO_MAP_TITLE_LINE 21.0
#define ECO_MAP_SMALL_SIZE 12.5
#define ECO_MAP_PAGE_MIN 900.0
#define ECO_MAP_PAGE_MAX 2200.0
#define ECO_MAP_GAP 4.0 /* least distance of labels and circles */

struct eco_map_box {
    double left, top, right, bottom;
};

static inline bool eco_map_boxes_meet(const struct eco_map_box *a, const struct eco_map_box *b, double gap)
{
    return a->left < b->right + gap && b->left < a->right + gap && a->top < b->bottom + gap && b->top < a->bottom + gap;
}

enum eco_map_side { ECO_MAP_INSIDE, ECO_MAP_BELOW, ECO_MAP_ABOVE, ECO_MAP_RIGHT, ECO_MAP_LEFT };

/* A group that is drawn. */
struct eco_map_place {
    int node;
    int sector; /* -1: the one in the middle */
    double x, y, radius;
    struct eco_map_text label;
    enum eco_map_side side;  /* where the label stands */
    struct eco_map_box text, box; /* the label; label and circle */
    double share; /* its size as a share of the largest (the middle one left out), 0 to 1 */
    bool spoke;   /* tied to the one in the middle */
};

struct eco_map_sector {
    const char *name; /* never NULL */
    int color;        /* 0 to ECO_MAP_SECTORS; the last is for "Other" and "No sector" */
    int first, count; /* places */
    int *folded;      /* nodes that are not drawn */
    int folded_count;
    double from, to;  /* angles in the sense of eco_map_point, from < to */
    struct eco_map_text title;
    struct eco_map_box title_box;
    int anchor; /* -1: the title's lines begin at the left of its box; 0: centred; 1: end at the right */
};

struct eco_map_layout {
    struct eco_arena arena;
    double width, height;  /* of the map without its head and foot */
    double x, y, rx, ry;   /* centre and half axes of the field */
    double hub;            /* radius around the centre that is kept free */
    struct eco_map_place *places; /* the middle one first, then by sector */
    int count;
    struct eco_map_sector *sectors;
    int sectors_count;
    int folded; /* groups that are not drawn */
    int *place_of_node; /* -1 = folded */
};

/* Lays out at most `top` groups, the largest; fewer where more would not fit on the largest page. */
void eco_layout_radial(const struct eco_picture *picture, int top, struct eco_map_layout *ret_layout);
void eco_layout_finish(struct eco_map_layout *layout);

/* The field is a superellipse: the point at `angle` and at the share `reach` (0 to 1) of the way from centre to edge.
 * Equal steps of the angle are not equal areas. */
void eco_map_point(const struct eco_map_layout *layout, double angle, double reach, double *ret_x, double *ret_y);
bool eco_map_in_field(const struct eco_map_layout *layout, double x, double y);
/* Whether a box lies in the field and, by `margin`, between the two rays of a sector. */
bool eco_map_box_in_sector(const struct eco_map_layout *layout, const struct eco_map_sector *sector,
                           const struct eco_map_box *box, double margin);
/* Whether the straight line between two points meets a box. */
bool eco_map_line_meets(double x1, double y1, double x2, double y2, const struct eco_map_box *box);

/* The radius of a circle for a share of the largest size: its area grows with the share. */
double eco_map_radius(double share);

/* The parts of eco_layout_radial, one file each. */
/* Chooses the groups to draw and sorts them into sectors, and those into their order around the middle. */
void eco_layout_sectors(const struct eco_picture *picture, int top, struct eco_map_layout *layout);
/* Moves the places of one sector to where they are clear of each other; false where they do not fit. */
bool eco_layout_pack(struct eco_map_layout *layout, const struct eco_map_sector *sector);
/* Puts the sectors' titles around the field; false where one does not fit. */
bool eco_layout_titles(struct eco_map_layout *layout);

#ifdef __cplusplus
}
#endif
#endif
