/* What the parts of the sweep's answer share: sweep.c (the data), sweep_select.c (which groups), sweep_text.c (what people
 * read), sweep_search.c (key players, pairs, attack, hedges). */
#ifndef ECO_REPORT_SWEEP_INNER_H
#define ECO_REPORT_SWEEP_INNER_H

#include "sweep.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Everything an answer is made from. */
struct eco_sweep_answer {
    struct eco_study *study;
    const struct eco_sweep_ask *ask;
    struct eco_ground *ground;
    struct eco_sweep *sweep;
    struct eco_sweep_figure rank_by;
    int *order; /* of the removals, most harmful first */
    struct eco_doc *doc;
};

/* Marks the groups whose root the words select; ECO_EUSAGE where a key or id is wrong or nothing is selected. */
int eco_sweep_select(const struct eco_ground *ground, const struct eco_words *of, bool *ret_selected,
                     struct eco_problems *problems);
/* Adds what people read of the removals. */
void eco_sweep_describe(const struct eco_sweep_answer *answer);
/* How a figure of a removal is shown. */
enum eco_unit eco_sweep_unit(const struct eco_sweep_figure *figure);
/* Adds what was asked for beyond single removals, data and text. */
int eco_sweep_search(const struct eco_sweep_answer *answer, const struct eco_sweep_options *options,
                     struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
