/* An ecosystem with what the steps of a scenario bring: the file's entries, and behind them, asleep, those of add and
 * replace. A state holds none of the latter until its step wakes them, so that everything else sees the file alone. */
#ifndef ECO_MODEL_BRING_H
#define ECO_MODEL_BRING_H

#include "scenario.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A copy that entries can be added to. It shares the texts and lists of `eco`, which must outlive it. */
struct eco_ecosystem *eco_bring_open(const struct eco_ecosystem *eco);
/* Once all is added: what stands behind the entries of `eco` is asleep. */
void eco_bring_close(struct eco_ecosystem *copy, const struct eco_ecosystem *eco);

/* Adds the relations that a replace step needs: those of the replaced entity and its parts, with their ends at the
 * successor; loops go, equal ones come to one. Fills `brought` and `moved`. */
void eco_bring_replacement(struct eco_ecosystem *copy, struct eco_step *step);

/* Whether `entity` is `whole` or a part of it at any depth. */
bool eco_is_part(const struct eco_ecosystem *eco, int entity, int whole);
/* Whether two relations have the same ends, kind and set of resources. */
bool eco_relations_alike(const struct eco_relation *a, const struct eco_relation *b);

#ifdef __cplusplus
}
#endif
#endif
