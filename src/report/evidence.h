/* Evidence, quantities and places in time as values and as sentences. */
#ifndef ECO_REPORT_EVIDENCE_H
#define ECO_REPORT_EVIDENCE_H

#include "../doc/doc.h"
#include "../model/ecosystem.h"

#ifdef __cplusplus
extern "C" {
#endif

/* [{"source", "at", "note"}], a key left out where nothing is stated. */
struct eco_value eco_evidence_value(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_evidences *evidence);
/* Adds an item of level 2 for each piece of evidence, or one that says that there is none. */
void eco_evidence_items(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_evidences *evidence);

/* The relation as a record: ends, kind, class, resources, weight, confidence, basis, years, note, evidence. */
struct eco_value eco_relation_value(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_relation *relation);
/* "at least 324.8 million devices (2020)", free the result. */
char *eco_quantity_text(const struct eco_quantity *quantity);

#ifdef __cplusplus
}
#endif
#endif
