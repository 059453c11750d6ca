/* PESTEL: what the environment threatens and supports, group by group and dimension by dimension, at home and by way of
 * those whom a group depends on. Group view, always by inputs. */
#ifndef ECO_METRIC_LENS_PESTEL_H
#define ECO_METRIC_LENS_PESTEL_H

#include "../analysis.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_pestel_cell {
    struct eco_figure own;     /* mean of the members' stated exposures, in [-1,1] */
    struct eco_figure threat;  /* in [-1,0]: 0.5 sum_{k>=0} 0.5^k D^k e over the negative own exposures e */
    struct eco_figure support; /* in [0,1]: the same over the positive ones */
};

struct eco_pestel {
    int groups; /* nodes of the group view */
    bool any;   /* some member of some group states an exposure */
    struct eco_pestel_cell *cells; /* [group * ECO_DIMENSIONS + dimension] */
};

struct eco_pestel *eco_pestel_create(struct eco_analysis *analysis);
void eco_pestel_destroy(struct eco_pestel *pestel);

#ifdef __cplusplus
}
#endif
#endif
