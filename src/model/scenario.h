/* A scenario as its file or the command line states it: steps, the cascade, and what is expected. Plain structs. */
#ifndef ECO_MODEL_SCENARIO_H
#define ECO_MODEL_SCENARIO_H

#include "ecosystem.h"

#ifdef __cplusplus
extern "C" {
#endif

enum eco_cascade_kind {
    ECO_CASCADE_NONE,
    ECO_CASCADE_THRESHOLD,
    ECO_CASCADE_INOPERABILITY,
    ECO_CASCADE_DEBTRANK,
    ECO_CASCADE_ALL, /* the three side by side */
    ECO_CASCADES
};
extern const char *const eco_cascade_names[ECO_CASCADES];

struct eco_cascade_options {
    enum eco_cascade_kind kind;
    double threshold;    /* theta in (0,1] */
    double coupling;     /* g in [0,1] */
    double substitution; /* s in [0,1] */
};
#define ECO_CASCADE_DEFAULTS {ECO_CASCADE_THRESHOLD, 0.5, 0.5, 0}

/* Which entities: every list that is not empty must hold the entity's word; a list is ORed. */
struct eco_entity_selector {
    struct eco_words id, kind, sector, country, tag, part_of;
};

struct eco_relation_selector {
    struct eco_words kind, relation_class, resource;
    struct eco_entity_selector from, to;
};

enum eco_step_type { ECO_STEP_REMOVE, ECO_STEP_SCALE, ECO_STEP_SHOCK, ECO_STEP_ADD, ECO_STEP_REPLACE, ECO_STEPS };
extern const char *const eco_step_names[ECO_STEPS];

struct eco_step {
    const char *label; /* NULL = made from the step */
    enum eco_step_type type;
    struct eco_entity_selector entities;    /* remove, replace (whom); shock (where) */
    struct eco_relation_selector relations; /* scale */
    double by;                              /* scale: factor >= 0; shock: severity in [0,1] */
    enum eco_dimension dimension;           /* shock */
    /* add and replace: what they bring stands in the ecosystem already, asleep; see eco_scenario_bring */
    int *new_entities, new_entities_count;
    int *new_relations, new_relations_count;
    int *moved; /* replace: the relation that new_relations[k] stands for; NULL for add */
};

/* What a figure is compared with. */
enum eco_than { ECO_THAN_NUMBER, ECO_THAN_BEFORE, ECO_THAN_TRUTH };

struct eco_expectation {
    const char *figure, *id; /* `id` may be NULL */
    const char *op;          /* "<", "<=", "=", ">=", ">", "!=" */
    enum eco_than than;
    double number; /* ECO_THAN_TRUTH: 0 or 1 */
};

struct eco_scenario {
    struct eco_arena arena;
    const char *name, *description; /* may be NULL */
    char digest[ECO_SHA256_TEXT];   /* of the file's bytes; empty = no file */
    bool entity_level;              /* cascades run with every entity its own group */
    struct eco_cascade_options cascade;
    struct eco_step *steps;
    size_t steps_count, steps_capacity;
    struct eco_expectation *expectations;
    size_t expectations_count, expectations_capacity;
};

void eco_scenario_init(struct eco_scenario *scenario); /* no steps, default cascade */
void eco_scenario_finish(struct eco_scenario *scenario);
struct eco_step *eco_scenario_add_step(struct eco_scenario *scenario, enum eco_step_type type);

bool eco_selects_entity(const struct eco_ecosystem *eco, const struct eco_entity_selector *selector, int entity);
bool eco_selects_relation(const struct eco_ecosystem *eco, const struct eco_relation_selector *selector, int relation);

#ifdef __cplusplus
}
#endif
#endif
