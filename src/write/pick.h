/* One flat table out of an answer. */
#ifndef ECO_WRITE_PICK_H
#define ECO_WRITE_PICK_H

#include "../base/error.h"
#include "../doc/doc.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The table that stands at `name` in the answer: a key of the root, or a path with dots ("relations.added",
 * "steps.0.distress"). A table gives its rows, a record one row, a list one row an item (scalars as column "value").
 * Records inside a row become columns "damage.threshold"; tables and lists of more than scalars are left out.
 * `name` NULL means the doc's own choice, else its first table. The result lives in `scratch` (which the caller
 * destroys) and refers to `doc`. ECO_EUSAGE where there is no such table: the problem names those that there are. */
int eco_pick_table(const struct eco_doc *doc, const char *name, struct eco_doc *scratch, const struct eco_table **ret_table,
                   struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
