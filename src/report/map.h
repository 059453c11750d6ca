/* The study's groups and ties as a picture for the map. */
#ifndef ECO_REPORT_MAP_H
#define ECO_REPORT_MAP_H

#include "../map/picture.h"
#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_study_picture {
    struct eco_picture picture;
    struct eco_arena arena; /* holds what the picture points at, beside the ecosystem */
};

/* All groups, and one tie for each relation kind from one group to another. Circles show the metric `size_by` of groups or
 * entities. The study is at group level. ECO_EUSAGE where there is no such metric, ECO_ELIMIT where a figure cannot be
 * computed. */
int eco_study_picture_make(struct eco_study *study, const char *size_by, struct eco_study_picture *ret_picture,
                           struct eco_problems *problems);
void eco_study_picture_finish(struct eco_study_picture *picture);

#ifdef __cplusplus
}
#endif
#endif
