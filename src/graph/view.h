/* A view: the cooperative relations that count at a moment, summed to one weighted directed graph in flat arrays.
 *
 * Nodes are entities (entity view) or groups (an entity with all its parts; group view), numbered from 0 in file
 * order (groups: of their roots). W_ij is the summed weight of the relations from i to j: i provides, j receives and
 * depends. Self-loops are dropped. Ties stand sorted by (from, to). */
#ifndef ECO_GRAPH_VIEW_H
#define ECO_GRAPH_VIEW_H

#include "../model/ecosystem.h"
#include "../model/state.h"

#ifdef __cplusplus
extern "C" {
#endif

enum eco_level { ECO_LEVEL_ENTITY, ECO_LEVEL_GROUP };
enum eco_side { ECO_SIDE_INPUTS, ECO_SIDE_OUTLETS, ECO_SIDE_BOTH, ECO_SIDES };
extern const char *const eco_side_names[ECO_SIDES];
extern const char *const eco_level_names[2];

/* Neighbour lists: those of node i are at [start[i], start[i+1]), by rising node. */
struct eco_adjacency {
    int *start; /* n + 1 */
    int *node;  /* the neighbour */
    double *weight;
    int *tie;   /* the tie behind it; NULL in the undirected one */
};

struct eco_view {
    const struct eco_ecosystem *eco; /* not owned, nor is the state */
    const struct eco_state *state;
    enum eco_level level;
    int n;               /* nodes */
    int m;               /* ties (ordered pairs with W > 0) */
    int *node_of_entity; /* -1 = not present */
    int *entity_of_node; /* the entity itself, or the group's root (which may itself be inactive) */
    int *tie_from, *tie_to;
    double *tie_weight;
    int *relation_start, *relation; /* relations behind tie t: [relation_start[t], relation_start[t+1]), file order */
    int *part_start, *part_resource; /* resources of tie t, in order of first appearance, and */
    double *part_weight;             /* how much of the tie's weight carries each (sums to the tie's weight) */
    struct eco_adjacency out, in;    /* W by provider; W by receiver */
    struct eco_adjacency both;       /* U = W + W transposed: each neighbour once */
    struct eco_igraph *igraph;       /* made when first asked for; see graph/bridge.h */
};

struct eco_view *eco_view_create(const struct eco_ecosystem *eco, const struct eco_state *state, enum eco_level level);
void eco_view_destroy(struct eco_view *view);

int eco_view_find_tie(const struct eco_view *view, int from, int to); /* -1 = none */
double eco_view_weight(const struct eco_view *view, int from, int to); /* W; 0 = no tie */

/* Components of U; `ret_component` (n) gets numbers from 0 in order of first node; returns how many. `skip` (may be
 * NULL) marks nodes to leave out: they get -1. */
int eco_view_components(const struct eco_view *view, const bool *skip, int *ret_component);

#ifdef __cplusplus
}
#endif
#endif
