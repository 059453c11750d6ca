/* What removals of groups stand on, made once: views, the field of cascades, who is in which group, what is worth what. */
#ifndef ECO_SCENARIO_GROUND_H
#define ECO_SCENARIO_GROUND_H

#include "../base/sum.h"
#include "../metric/analysis.h"
#include "removal.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_ground {
    const struct eco_ecosystem *eco; /* neither is owned */
    const struct eco_state *state;
    struct eco_analysis_options options;
    struct eco_analysis *analysis;   /* holds the views; as loaded */
    struct eco_view *groups, *level; /* the group view; the view of options.level */
    int focal;                       /* group; -1 = none */
    struct eco_field *field;         /* of the group view */
    int *member_start, *member;      /* nodes of `level` in group g: member[member_start[g] ..) */
    double *inside;                  /* per group: value that flows between its own members (entity view) */
    struct eco_sum value;            /* of the entity view */
    bool *consumer;                  /* per group: on the consumer side */
};

/* `options` are those of the analysis; the state must outlive the ground. */
struct eco_ground *eco_ground_create(const struct eco_ecosystem *eco, const struct eco_state *state,
                                     const struct eco_analysis_options *options);
void eco_ground_destroy(struct eco_ground *ground);

/* What share of the value is lost with these groups, each named once. `dead` has n clean flags and is left clean. */
struct eco_figure eco_ground_value_lost(const struct eco_ground *ground, const int *gone, int count, bool *dead);
/* How many other groups had providers and lose them all. The same for `dead`. */
int eco_ground_orphans(const struct eco_ground *ground, const int *gone, int count, bool *dead);
/* How many consumer-side groups the focal group no longer reaches, themselves still there. `ground->focal` >= 0 and not
 * among them. */
int eco_ground_captives(const struct eco_ground *ground, const int *gone, int count);
/* Marks the nodes of `level` that belong to the groups. */
void eco_ground_mark(const struct eco_ground *ground, const int *gone, int count, bool mark, bool *ret_skip);
/* Takes the groups out of a state, entities, relations and all. */
void eco_ground_remove(const struct eco_ground *ground, struct eco_state *state, const int *gone, int count);

static inline const char *eco_ground_id(const struct eco_ground *ground, int group)
{
    return ground->eco->entities[ground->groups->entity_of_node[group]].id;
}
static inline const char *eco_ground_name(const struct eco_ground *ground, int group)
{
    return ground->eco->entities[ground->groups->entity_of_node[group]].name;
}

#ifdef __cplusplus
}
#endif
#endif
