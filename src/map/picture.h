/* What a map shows: groups and the ties between them, as plain values and ready sentences. Made by whoever knows the
 * figures; the map room draws it. All strings are UTF-8 of any content (they are made harmless where they are written)
 * and belong to the maker, who keeps them until the picture is drawn. */
#ifndef ECO_MAP_PICTURE_H
#define ECO_MAP_PICTURE_H

#include "../model/ecosystem.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_picture_node {
    const char *label;
    const char *sector; /* NULL = none */
    double size;        /* at least 0; drawn as area */
    struct eco_words hover; /* one line each; the first names the group */
};

/* A relation kind. Its look comes from its class and its place among the kinds of that class, so that a kind looks the
 * same on every map of one file. */
struct eco_picture_kind {
    const char *label;
    enum eco_relation_class relation_class;
    int place; /* from 0 */
};

struct eco_picture_tie {
    int from, to; /* nodes, never the same; the arrow points at `to` */
    int kind;
    double weight; /* above 0; drawn as width */
    bool inferred; /* nobody states it: drawn lighter */
    struct eco_words hover;
};

struct eco_picture {
    const char *title;
    const char *note;   /* a sentence for the caption; NULL = none */
    const char *source; /* what the map rests on, at the foot; NULL = none */
    const char *size_label, *size_meaning; /* "strength", "the weight of all that a group gives and gets" */
    int focal; /* the node in the middle; -1 only where there are no nodes */
    struct eco_picture_node *nodes;
    int nodes_count;
    struct eco_picture_kind *kinds;
    int kinds_count;
    struct eco_picture_tie *ties;
    int ties_count;
};

#ifdef __cplusplus
}
#endif
#endif
