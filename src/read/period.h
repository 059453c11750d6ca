/* Spans of time as a quantity's `at` writes them. */
#ifndef ECO_READ_PERIOD_H
#define ECO_READ_PERIOD_H

#include "../model/ecosystem.h"

#ifdef __cplusplus
extern "C" {
#endif

enum eco_period_fault { ECO_PERIOD_OK, ECO_PERIOD_FORM, ECO_PERIOD_ORDER };

/* Reads YYYY, YYYY-Qn, YYYY-MM or A/B (A and B one of the former; from the beginning of A to the end of B, which
 * must not come before A). NULL is any time. */
enum eco_period_fault eco_period_read(const char *text, struct eco_period *ret_period);

#ifdef __cplusplus
}
#endif
#endif
