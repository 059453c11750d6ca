/* The part of an audit that looks at the structure. */
#ifndef ECO_REPORT_AUDIT_STRUCTURE_H
#define ECO_REPORT_AUDIT_STRUCTURE_H

#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Adds "silent_groups" (ids) and "double_counting" (a whole and its part, both tied to the focal group). */
void eco_audit_add_structure(struct eco_study *study, struct eco_doc *doc);
/* Adds what people read of them. */
void eco_audit_describe_structure(struct eco_study *study, struct eco_doc *doc);

#ifdef __cplusplus
}
#endif
#endif
