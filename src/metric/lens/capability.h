/* What groups can do, as their members state it. */
#ifndef ECO_METRIC_LENS_CAPABILITY_H
#define ECO_METRIC_LENS_CAPABILITY_H

#include "../../graph/view.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Per group of the view: the capabilities of its members that are present, sorted by bytes, each once. The words belong
 * to the ecosystem; free the lists with eco_capability_free(). */
struct eco_words *eco_capability_of_groups(const struct eco_view *groups);
void eco_capability_free(struct eco_words *capabilities, int groups);

bool eco_capability_has(const struct eco_words *capabilities, const char *word);

#ifdef __cplusplus
}
#endif
#endif
