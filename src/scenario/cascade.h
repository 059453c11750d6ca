/* What happens next: who falls, in which round, because of whom. One model a file; the table of models is the list. */
#ifndef ECO_SCENARIO_CASCADE_H
#define ECO_SCENARIO_CASCADE_H

#include "../metric/metric.h"
#include "../model/scenario.h"
#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

#define ECO_AT_THRESHOLD 1e-12 /* a loss this little below theta counts as theta */
#define ECO_NO_DISTRESS 1e-12  /* this or less is none (DebtRank) */

struct eco_cascade {
    enum eco_cascade_kind kind;
    int n, m;
    int rounds;
    int *round;           /* per node: 1 and up = the round in which it fails; 0 = it stands; -1 = in S0 */
    double *distress;     /* per node: 1 where it failed, or q_i, or h_i; 1 in S0 */
    double *share;        /* per dependence: what its receiver lost with it */
    double *own;          /* per node: what it lost by the steps themselves */
    struct eco_figure damage;
};

/* Runs one model (not ECO_CASCADE_NONE or _ALL). */
struct eco_cascade *eco_cascade_run(const struct eco_field *field, const struct eco_hit *hit, enum eco_cascade_kind kind,
                                    const struct eco_cascade_options *options);
void eco_cascade_destroy(struct eco_cascade *cascade);

/* A model fills everything but `damage`; `cascade` comes with zeroed arrays. */
struct eco_cascade_model {
    enum eco_cascade_kind kind;
    const char *title, *meaning, *formula, *source;
    void (*run)(const struct eco_field *field, const struct eco_hit *hit, const struct eco_cascade_options *options,
                struct eco_cascade *cascade);
};
extern const struct eco_cascade_model *const eco_cascade_models[]; /* ended by NULL */
const struct eco_cascade_model *eco_cascade_model_find(enum eco_cascade_kind kind);

/* x_ij of every dependence, before the cascade (free it); NULL where s = 0. */
double *eco_cascade_replaced(const struct eco_field *field, const struct eco_hit *hit, double substitution);

#ifdef __cplusplus
}
#endif
#endif
