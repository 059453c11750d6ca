/* The two lenses of the cross-industry study as answers: VRIO and PESTEL. */
#ifndef ECO_REPORT_LENSES_H
#define ECO_REPORT_LENSES_H

#include "../metric/lens/vrio.h"
#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Each resource that the focal firm gives, its four sides and the verdict. Without a focal firm, or where it gives
 * nothing, the answer says so. Always 0. */
int eco_vrio_make(struct eco_study *study, const struct eco_vrio_limits *limits, struct eco_doc **ret_doc);
/* Own exposure, threat and support of each group in each dimension. Always 0. */
int eco_pestel_make(struct eco_study *study, struct eco_doc **ret_doc);

/* Each lens in a sentence or two, on one line; NULL where there is nothing to say. Free the result. */
char *eco_vrio_sentence(struct eco_study *study);
char *eco_pestel_sentence(struct eco_study *study);
/* What the report says of both; nothing where there is nothing to say. */
void eco_lenses_add(struct eco_study *study, struct eco_doc *doc);

#ifdef __cplusplus
}
#endif
#endif
