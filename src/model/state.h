/* What of an ecosystem counts at a moment: who is there, and with which weight each relation stands.
 *
 * A year, a weight power, a removal, a scaling or a sample all come down to this: the ecosystem stays as loaded, the
 * state beside it says what is alive. */
#ifndef ECO_MODEL_STATE_H
#define ECO_MODEL_STATE_H

#include "ecosystem.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_state {
    int entities, relations; /* lengths */
    bool *present;           /* per entity */
    double *weight;          /* per relation; 0 = does not count */
    double *confidence;      /* per relation, the default confidence applied */
    double *asleep;          /* per relation: what it weighs once a scenario's step brings it; NULL = none is asleep */
    int at;                  /* the year, or ECO_NO_YEAR */
};

struct eco_state_options {
    int at;                    /* a year, or ECO_NO_YEAR */
    double weight_power;       /* 1 = as given, 0 = all equal */
    double default_confidence; /* where a relation states none; (0,1] */
};
#define ECO_STATE_DEFAULTS {ECO_NO_YEAR, 1, 1}

/* With a year: what is active in it (a relation with an inactive end is not). Without: every entity, and of
 * successive relations (same from, to, kind and set of resources) the latest. What is asleep is not there. */
void eco_state_init(struct eco_state *state, const struct eco_ecosystem *eco, const struct eco_state_options *options);
void eco_state_copy(struct eco_state *state, const struct eco_state *from);
void eco_state_finish(struct eco_state *state);

/* Whether the entity's years allow it in the state's year; true without a year. */
bool eco_state_allows(const struct eco_state *state, const struct eco_ecosystem *eco, int entity);
/* Takes away an entity, its parts at any depth, and every relation that touches them. */
void eco_state_remove(struct eco_state *state, const struct eco_ecosystem *eco, int entity);
/* Drops the relations of which an end is not present. */
void eco_state_drop_dangling(struct eco_state *state, const struct eco_ecosystem *eco);

#ifdef __cplusplus
}
#endif
#endif
