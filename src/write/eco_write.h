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

struct eco_model_format {
    const char *name;   /* "json" */
    const char *suffix; /* ".json" */
    const char *meaning;
    eco_model_writer *write;
    /* The second file of a format that has one for entities; NULL = none. */
    eco_model_writer *write_entities;
    /* Adds one warning that names what the ecosystem has and the format cannot hold; `both` = the second file is
     * written too. NULL = it holds all. */
    void (*name_losses)(const struct eco_ecosystem *eco, const struct eco_state *state, bool both,
                        struct eco_problems *problems);
};

/* The formats, ended by NULL. */
extern const struct eco_model_format *const eco_model_formats[];
const struct eco_model_format *eco_model_format_find(const char *name);      /* NULL = none */
const struct eco_model_format *eco_model_format_by_suffix(const char *path); /* NULL = none */

/* Writes the one file of a format and names what is lost. */
int eco_model_write(const struct eco_model_format *format, const struct eco_ecosystem *eco, const struct eco_state *state,
                    struct eco_str *out, struct eco_problems *problems);

/* ---- what the writers share ---- */

bool eco_model_has_entity(const struct eco_state *state, int entity);
bool eco_model_has_relation(const struct eco_state *state, int relation);
/* The weight to write, within the limits of a file. */
double eco_model_weight(const struct eco_ecosystem *eco, const struct eco_state *state, int relation);

#ifdef __cplusplus
}
#endif
#endif
