/* The answer to a what-if question. */
#ifndef ECO_REPORT_WHATIF_H
#define ECO_REPORT_WHATIF_H

#include "../scenario/whatif.h"
#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Runs the scenario on the study's ecosystem and makes the answer. Destroy both results. */
int eco_whatif_make(struct eco_study *study, const struct eco_scenario *scenario, struct eco_whatif **ret_whatif,
                    struct eco_doc **ret_doc, struct eco_problems *problems);
/* Adds what people read: a few sentences for each step, then tables. */
void eco_whatif_describe(struct eco_study *study, const struct eco_scenario *scenario, const struct eco_whatif *whatif,
                         struct eco_doc *doc);
/* What the scenario expects and what came of it: the table of the answer, and a line for each (whatif_expect.c). */
struct eco_value eco_whatif_expectations(const struct eco_ecosystem *eco, const struct eco_scenario *scenario,
                                         const struct eco_whatif *whatif, struct eco_doc *doc);
void eco_whatif_tell_expectations(const struct eco_ecosystem *eco, const struct eco_scenario *scenario,
                                  const struct eco_whatif *whatif, struct eco_doc *doc);
/* The id of a cascade's node: the entity, or the group's root. */
const char *eco_whatif_node_id(const struct eco_outcome *outcome, int node);

#ifdef __cplusplus
}
#endif
#endif
