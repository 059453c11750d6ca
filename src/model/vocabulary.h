/* The words that a file may use for kinds and resources, and the built-in ones. */
#ifndef ECO_MODEL_VOCABULARY_H
#define ECO_MODEL_VOCABULARY_H

#include "ecosystem.h"

#ifdef __cplusplus
extern "C" {
#endif

enum eco_vocabulary_role { ECO_ENTITY_KINDS, ECO_RELATION_KINDS, ECO_RESOURCES };

int eco_vocabulary_find(const struct eco_vocabulary *vocabulary, const char *id); /* -1 = none */
int eco_vocabulary_nearest(const struct eco_vocabulary *vocabulary, const char *id);
/* Adds a new term (id in the ecosystem's arena, label = id, cooperative, no flags); returns its number. */
int eco_vocabulary_add(struct eco_vocabulary *vocabulary, const char *id);
/* Adds the built-in terms of a role to an empty vocabulary. */
void eco_vocabulary_add_builtin(struct eco_vocabulary *vocabulary, enum eco_vocabulary_role role);
void eco_vocabulary_finish(struct eco_vocabulary *vocabulary);

#ifdef __cplusplus
}
#endif
#endif
