/* An ecosystem as its file states it: entities, relations, vocabularies, evidence. No graph library, no figures.
 *
 * Everything is numbered from 0 in file order; -1 is "none". All memory belongs to the ecosystem's arena and is freed
 * with it. An ecosystem is never changed once loaded: what is removed, scaled or out of its years is said by a
 * `struct eco_state` beside it. */
#ifndef ECO_MODEL_ECOSYSTEM_H
#define ECO_MODEL_ECOSYSTEM_H

#include <limits.h>
#include <stdbool.h>

#include "../base/index.h"
#include "../base/memory.h"
#include "../base/sha256.h"

#ifdef __cplusplus
extern "C" {
#endif

#define ECO_WEIGHT_MIN 1e-12
#define ECO_WEIGHT_MAX 1e12
enum { ECO_NO_YEAR = INT_MIN };          /* a missing `since` or `until` */
enum { ECO_YEAR_MIN = -10000, ECO_YEAR_MAX = 10000 };
enum { ECO_STRING_LIMIT = 64 * 1024 };   /* bytes in any one string of a file */
enum { ECO_LIST_LIMIT = 10000 };         /* entries in a list that belongs to one entry (tags, evidence, ...) */
enum { ECO_ENTITIES_LIMIT = 4000000 };
enum { ECO_RELATIONS_LIMIT = 40000000 };

struct eco_words {
    const char **items;
    int count;
};

enum eco_relation_class { ECO_COOPERATIVE, ECO_COMPETITIVE, ECO_REGULATORY, ECO_CLASSES };
extern const char *const eco_relation_class_names[ECO_CLASSES];

enum eco_relation_flag { ECO_FLAG_USE = 1, ECO_FLAG_INTEGRATION = 2 };
enum { ECO_FLAGS = 2 };
extern const char *const eco_relation_flag_names[ECO_FLAGS]; /* bit k has name k */

/* A word of a vocabulary: an entity kind, a relation kind or a resource. */
struct eco_term {
    const char *id, *label;
    enum eco_relation_class relation_class; /* relation kinds only */
    unsigned flags;                         /* relation kinds only */
    const char *extra;
    bool used;    /* by an entity or relation of this ecosystem */
    bool listed;  /* in the file's own list */
};

struct eco_vocabulary {
    struct eco_term *terms;
    size_t count, capacity;
    struct eco_index index;
    bool declared; /* the file has a list: other words are errors */
};

struct eco_source {
    const char *id, *title, *authors, *url, *extra; /* all but id may be NULL */
    int year;
};

struct eco_evidence {
    int source;
    const char *at, *note, *extra; /* may be NULL */
};

struct eco_evidences {
    struct eco_evidence *items;
    int count;
};

enum eco_dimension { ECO_POLITICAL, ECO_ECONOMIC, ECO_SOCIAL, ECO_TECHNOLOGICAL, ECO_LEGAL, ECO_ENVIRONMENTAL, ECO_DIMENSIONS };
extern const char *const eco_dimension_names[ECO_DIMENSIONS];

struct eco_exposure {
    enum eco_dimension dimension;
    double value; /* [-1,1]; below 0 is a threat */
    struct eco_evidences evidence;
    const char *extra;
};

enum eco_bound { ECO_EXACT, ECO_ABOUT, ECO_AT_LEAST, ECO_AT_MOST, ECO_BOUNDS };
extern const char *const eco_bound_names[ECO_BOUNDS];

/* A span of time in months (year * 12 + month from 0), both ends inclusive; INT_MIN to INT_MAX is "any time". */
struct eco_period {
    int first, last;
};

struct eco_quantity {
    const char *name, *unit, *at; /* `unit` and `at` may be NULL */
    double value;
    enum eco_bound bound;
    struct eco_period period; /* what `at` says */
    bool has_plausible;
    double plausible[2];
    struct eco_evidences evidence;
    const char *extra;
};

struct eco_entity {
    const char *id, *name;
    int kind; /* in entity_kinds */
    int part_of, root;
    const char *sector, *country; /* may be NULL */
    int since, until;
    struct eco_words aliases, tags, capabilities;
    struct eco_exposure *exposures;
    int exposures_count;
    struct eco_quantity *quantities;
    int quantities_count;
    struct eco_evidences evidence;
    const char *extra; /* members that begin with x-, as JSON text `"x-a":1,"x-b":2`; NULL = none */
};

struct eco_relation {
    int from, to, kind; /* from gives, to gets */
    int *resources;     /* at least one, none twice; in `resources` */
    int resources_count;
    bool resources_given; /* else defaulted to the kind's id */
    bool confidence_given;
    bool inferred;        /* else stated */
    double weight, confidence;
    int since, until;
    const char *note, *extra;
    struct eco_evidences evidence;
};

struct eco_ecosystem {
    struct eco_arena arena;
    const char *name; /* may be NULL */
    int focal;        /* -1 = none */
    const char *extra;
    char digest[ECO_SHA256_TEXT]; /* of the input's bytes */
    struct eco_vocabulary entity_kinds, relation_kinds, resources;
    struct eco_source *sources;
    size_t sources_count, sources_capacity;
    struct eco_entity *entities;
    size_t entities_count, entities_capacity;
    struct eco_relation *relations;
    size_t relations_count, relations_capacity;
    /* The last ones of both lists that a scenario's steps bring: no state holds them until a step wakes them. */
    size_t asleep_entities, asleep_relations;
    struct eco_index entity_index, source_index;
};

struct eco_ecosystem *eco_ecosystem_create(void);
void eco_ecosystem_destroy(struct eco_ecosystem *eco);

/* Adds an entry that the caller then fills; ids must be new and in the arena. Returns its number. */
int eco_ecosystem_add_entity(struct eco_ecosystem *eco, const char *id);
int eco_ecosystem_add_relation(struct eco_ecosystem *eco);
int eco_ecosystem_add_source(struct eco_ecosystem *eco, const char *id);

int eco_ecosystem_find_entity(const struct eco_ecosystem *eco, const char *id); /* -1 = none */
/* The entity whose id is nearest to a mistyped one, or -1. */
int eco_ecosystem_nearest_entity(const struct eco_ecosystem *eco, const char *id);
/* Sets every entity's `root` (the end of its part_of chain). False where the chains have a cycle; `*ret_entity` is
 * then one entity on it. */
bool eco_ecosystem_find_roots(struct eco_ecosystem *eco, int *ret_entity);

static inline const struct eco_term *eco_relation_kind(const struct eco_ecosystem *eco, const struct eco_relation *relation)
{
    return &eco->relation_kinds.terms[relation->kind];
}

#ifdef __cplusplus
}
#endif
#endif
