/* Communities of a view, found once for the three rows that tell of them. */
#ifndef ECO_METRIC_ENTITY_COMMUNITIES_H
#define ECO_METRIC_ENTITY_COMMUNITIES_H

#include "../analysis.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_communities {
    int *number;       /* per node of the view, from 1 by falling size, equal ones by their first node */
    double modularity; /* of these */
    double stability;  /* mean normalised mutual information over the pairs of ten runs */
};

/* Of the analysis's view, which must have a tie; owned by the analysis. NULL where igraph failed (the reason is in the
 * analysis's problems). */
const struct eco_communities *eco_communities_of(struct eco_analysis *analysis);
void eco_communities_destroy(struct eco_communities *communities);

extern const char eco_communities_undefined[]; /* the reason where the view has no tie */

#ifdef __cplusplus
}
#endif
#endif
