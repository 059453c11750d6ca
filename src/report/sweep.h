/* The answer to a sweep: every group removed alone, ranked. */
#ifndef ECO_REPORT_SWEEP_H
#define ECO_REPORT_SWEEP_H

#include "../scenario/sweep.h"
#include "study.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is asked, as given or defaulted. Strings are not owned. */
struct eco_sweep_ask {
    struct eco_cascade_options cascade;
    const char *rank_by;  /* NULL = value_lost */
    struct eco_words of;  /* "key=value|value" each, ANDed; none = every group */
    struct eco_words metrics; /* figures asked for above 500 groups */
    int greedy, hedge;    /* how many; 0 = not asked */
    bool pairs, fixed;
    const char *attack;   /* a metric's id or "random"; NULL = not asked */
    int threads;
    const struct eco_progress *progress;
};

/* Runs the sweep on the study's ecosystem and makes the answer. ECO_EUSAGE where a name is wrong. */
int eco_sweep_make(struct eco_study *study, const struct eco_sweep_ask *ask, struct eco_doc **ret_doc,
                   struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
