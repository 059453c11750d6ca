/* Where a ranking rests on the weights: ranks with and without them, side by side. */
#ifndef ECO_REPORT_UNWEIGHTED_H
#define ECO_REPORT_UNWEIGHTED_H

#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_UNWEIGHTED_NODES_MAX = 2000 }; /* above this the second computation is not worth its time */

/* Fills `ret_notes` (one string per entity of the ecosystem, NULL = nothing to say; in the doc's arena) with the one of
 * these metrics whose rank would change most, and by more than a tenth of n, if all weights were equal. True where any is. */
bool eco_unweighted_compare(struct eco_study *study, const struct eco_metric *const *metrics, int count, struct eco_doc *doc,
                            const char **ret_notes);

#ifdef __cplusplus
}
#endif
#endif
