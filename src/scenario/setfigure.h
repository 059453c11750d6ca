/* One figure of the removal of a set of groups. */
#ifndef ECO_SCENARIO_SETFIGURE_H
#define ECO_SCENARIO_SETFIGURE_H

#include "structure.h"
#include "sweep.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_set_figures {
    const struct eco_ground *ground; /* not owned */
    struct eco_cascade_options cascade;
    struct eco_sweep_figure figure;
    struct eco_comparison before;    /* the figure as loaded, where it is a difference */
    int nodes;                       /* of the analysed level as loaded */
};

/* 0 or an eco_code. Finish it in either case. */
int eco_set_figures_init(struct eco_set_figures *figures, const struct eco_ground *ground,
                         const struct eco_cascade_options *cascade, const struct eco_sweep_figure *figure,
                         struct eco_problems *problems);
void eco_set_figures_finish(struct eco_set_figures *figures);

/* Whether one pass over the ties gives the figure of the set with each group. */
bool eco_set_figures_at_once(const struct eco_set_figures *figures);
/* It does so: `ret_figures` has one for each group; of those in the set it means nothing. */
void eco_set_figures_of_all(const struct eco_set_figures *figures, const int *set, int count, struct eco_figure *ret_figures);

/* What a worker has for itself. */
struct eco_set_worker *eco_set_worker_create(const struct eco_set_figures *figures);
void eco_set_worker_destroy(struct eco_set_worker *worker);
int eco_set_figure(struct eco_set_worker *worker, const int *set, int count, struct eco_figure *ret_figure,
                   struct eco_problems *problems);
/* As eco_sweep_badness(). */
double eco_set_badness(const struct eco_set_figures *figures, struct eco_figure value);

#ifdef __cplusplus
}
#endif
#endif
