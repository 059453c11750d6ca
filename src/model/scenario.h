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

enum { ECO_STEPS_LIMIT = 1000 };
#define ECO_SCALE_MAX 1e12 /* the largest factor of a scale step */

struct eco_step {
    const char *label; /* NULL = made from the step */
    enum eco_step_type type;
    struct eco_entity_selector entities;    /* remove, replace (whom); shock (where) */
    struct eco_relation_selector relations; /* scale */
    double by;                              /* scale: factor >= 0; shock: severity in [0,1] */
    enum eco_dimension dimension;           /* shock */
    int replaced, successor;                /* replace: entities */
    /* add and replace: what they bring stands in the scenario's ecosystem already, asleep (model/bring.h). */
    int first_entity, entities_count; /* add: entities [first_entity, first_entity + entities_count) */
    int *brought, brought_count;      /* relations; of a replace, several moved ones may come to one */
    int *moved;                       /* replace: the relation that brought[k] stands for; NULL for add */
    /* Where its selector stands, as "steps[1].remove"; NULL = on the command line. */
    const char *path;
    int line, column;
};

enum eco_op { ECO_OP_EQUAL, ECO_OP_UNEQUAL, ECO_OP_LESS, ECO_OP_AT_MOST, ECO_OP_AT_LEAST, ECO_OP_MORE, ECO_OPS };
extern const char *const eco_op_names[ECO_OPS]; /* "=", "!=", "<", "<=", ">=", ">" */

/* What a figure is compared with. */
enum eco_than { ECO_THAN_NUMBER, ECO_THAN_BEFORE, ECO_THAN_TRUTH };

/* Figures of one entity; all others are of the whole. The first two are true or false. */
enum eco_node_figure { ECO_FAILS, ECO_ORPHANED, ECO_DISTRESS, ECO_NODE_FIGURES };
extern const char *const eco_node_figure_names[ECO_NODE_FIGURES]; /* "fails", "orphaned", "q" */

struct eco_expectation {
    const char *figure;
    int node_figure; /* enum eco_node_figure; -1 = a figure of the whole */
    int entity;      /* of a figure of one entity; else -1 */
    enum eco_op op;
    enum eco_than than;
    double number; /* ECO_THAN_TRUTH: 0 or 1 */
};

struct eco_scenario {
    struct eco_arena arena;
    /* The ecosystem that it is about, with what its steps bring; NULL = brings nothing, works on any. */
    struct eco_ecosystem *eco;
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

bool eco_selects_all(const struct eco_entity_selector *selector); /* it has no key */
bool eco_selects_entity(const struct eco_ecosystem *eco, const struct eco_entity_selector *selector, int entity);
bool eco_selects_relation(const struct eco_ecosystem *eco, const struct eco_relation_selector *selector, int relation);

#ifdef __cplusplus
}
#endif
#endif
