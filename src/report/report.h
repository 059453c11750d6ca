/* Whole answers: which figures, which tables, which sentences. One file each; all silent. */
#ifndef ECO_REPORT_REPORT_H
#define ECO_REPORT_REPORT_H

#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The metric report. Each function here makes a doc; 0, ECO_EUSAGE or ECO_ELIMIT with the reason in `problems`. */
int eco_report_make(struct eco_study *study, struct eco_doc **ret_doc, struct eco_problems *problems);
/* One entity: its ties with evidence, figures, exposures, quantities. */
int eco_show_make(struct eco_study *study, const char *id, struct eco_doc **ret_doc, struct eco_problems *problems);
/* What the data rest on. `loading` holds the problems of loading; `study` is NULL where the file did not load: the
 * answer then lists the errors alone. */
int eco_audit_make(struct eco_study *study, const struct eco_problems *loading, struct eco_doc **ret_doc);
/* The number of errors, warnings and conflicts of an audit, for --strict. */
int eco_audit_findings(const struct eco_doc *audit);
/* All metrics, or those with this id. */
int eco_explain_make(const char *id, uint64_t seed, struct eco_doc **ret_doc, struct eco_problems *problems);

/* Shared by report and show. */
enum { ECO_KEYS_MAX = 64 };
/* Adds a table of one scope's figures: the keys of `lead` first (cells left absent), then one column per metric that
 * the study shows, one row per thing, filled. NULL where computing failed. */
struct eco_table *eco_report_figures(struct eco_study *study, enum eco_scope scope, const char *const *lead,
                                     int lead_count, struct eco_doc *doc, struct eco_value *ret_value);
/* The same for scopes with a single figure: adds each to the record. False where computing failed. */
bool eco_report_single(struct eco_study *study, enum eco_scope scope, struct eco_doc *doc, struct eco_record *record);
/* The name of a group or entity, for people. */
const char *eco_report_group_name(const struct eco_study *study, int group);

#ifdef __cplusplus
}
#endif
#endif
