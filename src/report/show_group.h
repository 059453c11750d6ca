/* What `show` says of the group that an entity belongs to, and of the sources behind it. */
#ifndef ECO_REPORT_SHOW_GROUP_H
#define ECO_REPORT_SHOW_GROUP_H

#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Adds "parts" (ids), "group_figures" (the group's row of the report) and "depends_on" (its ties of the report). False
 * where computing failed. */
bool eco_show_add_group(struct eco_study *study, int entity, struct eco_doc *doc);
/* Adds what people read of them: what holds the group, its parts. */
void eco_show_describe_group(struct eco_study *study, int entity, struct eco_doc *doc);

/* Adds "sources" (those that the entity and its ties cite) and lists them for people. */
void eco_show_add_sources(struct eco_study *study, int entity, struct eco_doc *doc);
void eco_show_describe_sources(struct eco_study *study, struct eco_doc *doc);

#ifdef __cplusplus
}
#endif
#endif
