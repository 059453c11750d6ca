/* The partners of the focal group F and how each relationship stands: the ground of coalescence. Group view.
 * Partners are the groups j != F with s_j = U_Fj > 0. */
#ifndef ECO_METRIC_PARTNERSHIP_H
#define ECO_METRIC_PARTNERSHIP_H

#include "analysis.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_partnership {
    const struct eco_view *view; /* not owned */
    int focal;                   /* node; -1 = no focal group */
    int without;                 /* a node that is treated as gone; -1 = none */
    int count;
    int *group;         /* partners by rising node */
    int *partner_of;    /* per node: its place among the partners, or -1 */
    double *strength;   /* s_j */
    double *given;      /* W_Fj */
    double *got;        /* W_jF */
    double *mutual;     /* m_j in [0,1] */
    double *deep;       /* d_j in [1/2,1) */
    double *woven;      /* i_j in [0,1] */
    double *bond;       /* (m d i)^(1/3) */
    bool *consumer;     /* per node: receives a `use` relation from another group */
    bool any_use;       /* the file as loaded has such a relation */
};

/* The components of strategic coalescence and the whole; each may be undefined. */
struct eco_coalescence {
    struct eco_figure mutuality, depth, integration, bond, circulation, breadth, coalescence;
};

struct eco_partnership *eco_partnership_of(struct eco_analysis *analysis); /* cached; owned by the analysis */
/* As if the node `without` (-1 = none) and its ties did not exist. */
struct eco_partnership *eco_partnership_create(const struct eco_view *view, int focal, int without);
void eco_partnership_destroy(struct eco_partnership *partnership);

struct eco_coalescence eco_coalescence_measure(const struct eco_partnership *partnership);

extern const char eco_no_partner[]; /* reasons */

#ifdef __cplusplus
}
#endif
#endif
