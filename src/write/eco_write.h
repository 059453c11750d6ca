/* From an ecosystem to bytes: one format a file, one table for all.
 *
 * A state says what of the ecosystem stands: entities that are present, relations with a weight above 0 and that
 * weight. NULL is the ecosystem as loaded. What a state leaves out is left out of the file: a part of an absent whole
 * stands alone, and where the focal firm is absent there is none. A confidence is written where the file gave one, as
 * it gave it. */
#ifndef ECO_WRITE_ECO_WRITE_H
#define ECO_WRITE_ECO_WRITE_H

#include "../base/error.h"
#include "../base/str.h"
#include "../model/ecosystem.h"
#include "../model/state.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends to `out`; returns 0 or an eco_code, problems say why. */
typedef int eco_model_writer(const struct eco_ecosystem *eco, const struct eco_state *state, struct eco_str *out,
                             struct eco_problems *problems);

/* What a format can hold besides entities, relations and weights. */
enum eco_model_feature {
    ECO_HOLDS_NAME = 1 << 0,          /* of the ecosystem */
    ECO_HOLDS_FOCAL = 1 << 1,
    ECO_HOLDS_LISTS = 1 << 2,         /* of kinds and resources, with their labels, classes and flags */
    ECO_HOLDS_SOURCES = 1 << 3,       /* what is said of a source beside its id; sources that nothing cites */
    ECO_HOLDS_LONE = 1 << 4,          /* entities without relations */
    ECO_HOLDS_ENTITIES = 1 << 5,      /* names, kinds, wholes, sectors, countries, years, aliases, tags, capabilities */
    ECO_HOLDS_ENTITY_SOURCES = 1 << 6, /* evidence of entities */
    ECO_HOLDS_EXPOSURES = 1 << 7,
    ECO_HOLDS_QUANTITIES = 1 << 8,
    ECO_HOLDS_KINDS = 1 << 9,         /* of relations, as the rest below */
    ECO_HOLDS_RESOURCES = 1 << 10,
    ECO_HOLDS_CONFIDENCE = 1 << 11,   /* and whether it is stated or inferred */
    ECO_HOLDS_YEARS = 1 << 12,
    ECO_HOLDS_NOTES = 1 << 13,
    ECO_HOLDS_EVIDENCE = 1 << 14,
    ECO_HOLDS_EVIDENCE_NOTES = 1 << 15, /* in any evidence */
    ECO_HOLDS_EXTRA = 1 << 16,        /* keys that begin with x- */
    ECO_HOLDS_ALL = (1 << 17) - 1,
};

struct eco_model_format {
    const char *name;   /* "json" */
    const char *suffix; /* ".json" */
    const char *meaning;
    eco_model_writer *write;
    unsigned holds; /* of enum eco_model_feature */
    /* The second file of a format that has one for entities; NULL = none. */
    eco_model_writer *write_entities;
    unsigned entities_hold; /* what it adds to `holds` */
};

/* The formats, ended by NULL. */
extern const struct eco_model_format *const eco_model_formats[];
const struct eco_model_format *eco_model_format_find(const char *name);      /* NULL = none */
const struct eco_model_format *eco_model_format_by_suffix(const char *path); /* NULL = none */

/* Adds one warning that names what the ecosystem has and the format cannot hold, if there is any; `both` = the second
 * file is written too (eco_loss.c). */
void eco_model_name_losses(const struct eco_model_format *format, const struct eco_ecosystem *eco,
                           const struct eco_state *state, bool both, struct eco_problems *problems);

/* Writes the one file of a format and names what is lost. */
int eco_model_write(const struct eco_model_format *format, const struct eco_ecosystem *eco, const struct eco_state *state,
                    struct eco_str *out, struct eco_problems *problems);

/* ---- what the writers share ---- */

bool eco_model_has_entity(const struct eco_ecosystem *eco, const struct eco_state *state, int entity); /* -1 is never there */
bool eco_model_has_relation(const struct eco_ecosystem *eco, const struct eco_state *state, int relation);
/* The weight to write, within the limits of a file. */
double eco_model_weight(const struct eco_ecosystem *eco, const struct eco_state *state, int relation);

#ifdef __cplusplus
}
#endif
#endif
