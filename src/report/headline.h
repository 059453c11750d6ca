/* What people read of a report. */
#ifndef ECO_REPORT_HEADLINE_H
#define ECO_REPORT_HEADLINE_H

#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Adds the title and a few sentences that a manager understands. All figures are those of the study's analysis. */
void eco_headline_add(struct eco_study *study, struct eco_doc *doc);
/* Adds views on the tables that are in the doc already: focal, ecosystem, groups, entities, ties, consumers. */
void eco_report_add_tables(struct eco_study *study, struct eco_doc *doc);

#ifdef __cplusplus
}
#endif
#endif
