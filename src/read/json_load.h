/* What the files json_*.c share while one ecosystem is loaded: where they stand, how they ask for fields, how they
 * report. Nothing here is meant for other rooms. */
#ifndef ECO_READ_JSON_LOAD_H
#define ECO_READ_JSON_LOAD_H

#include "../base/error.h"
#include "../model/ecosystem.h"
#include "../model/scenario.h"
#include "../model/vocabulary.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

struct json_t;

/* A node of a path, on the stack of the function that went there: member `key` or, where `key` is NULL, element
 * `index` of what `up` leads to. A NULL spot is the whole file. */
struct eco_json_spot {
    const struct eco_json_spot *up;
    const char *key;
    size_t index;
};

/* A vocabulary while it is read; terms from `known` on are words that no list holds. */
struct eco_json_words {
    struct eco_vocabulary *vocabulary;
    size_t known;
    bool *warned; /* per word from `known` on: the warning was given */
    size_t warned_capacity;
};

struct eco_json {
    const char *text; /* without byte order mark */
    size_t length;
    const char *what; /* "an ecosystem file" */
    struct eco_ecosystem *eco;
    struct eco_problems *problems;
    struct eco_json_words words[3]; /* by enum eco_vocabulary_role */
    const struct eco_json_spot *lists; /* the object that holds the lists under way; NULL = the file */
    size_t first_entity, first_relation; /* numbers of the first that the lists under way bring */
    size_t *entity_spots;           /* per entity from first_entity on, its index in the file's list */
    size_t entity_spots_count, entity_spots_capacity;
    int *resource_users; /* per resource, 1 + the last relation that named it */
    size_t resource_users_capacity;
};

/* An object of the file whose keys were checked. */
struct eco_json_object {
    struct eco_json *json;
    const struct json_t *value;
    const struct eco_json_spot *spot;
};

/* ---- problems (json_problem.c) ---- */

/* Whether the next error (warning) will be kept rather than counted; what is dear to find for a message need not be
 * found otherwise. */
bool eco_json_keeps(const struct eco_json *json, bool warning);
/* Reports at the value that `spot` leads to. */
void eco_json_error(struct eco_json *json, const struct eco_json_spot *spot, const char *format, ...) ECO_PRINTF(3, 4);
void eco_json_warning(struct eco_json *json, const struct eco_json_spot *spot, const char *format, ...)
    ECO_PRINTF(3, 4);
/* The same about the member `key` of the object at `spot`, placed at that key. */
void eco_json_key_error(struct eco_json *json, const struct eco_json_spot *spot, const char *key, const char *format,
                        ...) ECO_PRINTF(4, 5);
/* Where the value stands: its path (in the arena), line and column. */
void eco_json_locate(struct eco_json *json, const struct eco_json_spot *spot, const char **ret_path, int *ret_line,
                     int *ret_column);
/* Puts what was reported from item `first` on into the order of the file. */
void eco_json_sort_problems(struct eco_problems *problems, size_t first);
/* What only the parser knows: the offset behind a key that stood in its object before, or behind a number that is too
 * large; 0 = it stopped for another reason. */
struct eco_json_refused {
    size_t duplicate_end, large_end;
};
/* Reports why the parser refused the text; false where nothing is wrong with it (json_syntax.c). */
bool eco_json_report_syntax(struct eco_json *json, struct eco_json_refused refused);

/* ---- the file (json.c) ---- */

/* Starts on `length` bytes (a NUL behind them), for entries of `eco`; frees what loading needs besides. */
void eco_json_init(struct eco_json *json, const char *data, size_t length, const char *what, struct eco_ecosystem *eco,
                   struct eco_problems *problems);
void eco_json_finish(struct eco_json *json);
/* 0, ECO_EINPUT or ECO_ELIMIT with a report. */
int eco_json_parse(struct eco_json *json, struct json_t **ret_root);

/* ---- fields (json_fields.c) ---- */

enum eco_json_rule {
    ECO_JSON_REQUIRED = 1,
    ECO_JSON_LINES = 2,    /* the text may hold line feeds and tabs */
    ECO_JSON_NONEMPTY = 4, /* "" is an error, else it is taken for missing; a required text is never empty */
};

/* Makes `value` an object to ask for fields: refuses what is no object, and keys outside `keys` (ended by NULL) that
 * do not begin with x-. Those that do are written to `*ret_extra` as JSON text. */
bool eco_json_enter(struct eco_json *json, const struct eco_json_spot *spot, const struct json_t *value,
                    const char *const *keys, struct eco_json_object *ret_object, const char **ret_extra);

/* Each getter reports what is wrong and then answers as if the key were missing: NULL, false, ECO_NO_YEAR, -1. Texts
 * are copied to the ecosystem's arena. A null counts as missing, in the getters of single values only. */
const char *eco_json_text(const struct eco_json_object *object, const char *key, int rules);
/* The same without a copy: valid while the file is read. */
const char *eco_json_borrow(const struct eco_json_object *object, const char *key, int rules);
bool eco_json_number(const struct eco_json_object *object, const char *key, int rules, double *ret_value);
int eco_json_year(const struct eco_json_object *object, const char *key);
/* Both years of a span; reports an end before the beginning. */
void eco_json_years(const struct eco_json_object *object, int *ret_since, int *ret_until);
/* The position among `names` of a word; `what` names the set, as "bound". */
int eco_json_choice(const struct eco_json_object *object, const char *key, int rules, const char *what,
                    const char *const *names, int count);
int eco_json_choice_at(struct eco_json *json, const struct eco_json_spot *spot, const struct json_t *value,
                       const char *what, const char *const *names, int count);
/* A list or NULL; `limit` 0 = none. */
const struct json_t *eco_json_list(const struct eco_json_object *object, const char *key, int rules, size_t limit);
void eco_json_texts(const struct eco_json_object *object, const char *key, struct eco_words *ret_words);
/* The `id` of entry `index`, unless it is missing, wrong or (by `seen`) that of an earlier entry; NULL then. */
const char *eco_json_id(const struct eco_json_object *object, struct eco_index *seen, size_t index);

/* Whether a text is in order; reports at `spot` if not. */
bool eco_json_check_text(struct eco_json *json, const struct eco_json_spot *spot, const struct json_t *value,
                         int rules);
/* "a string", "a number", ... */
const char *eco_json_type(const struct json_t *value);

/* The members of `object` whose keys begin with x-, as compact JSON text in the arena, NULL where there are none
 * (json_extra.c). */
const char *eco_json_extra(struct eco_json *json, const struct eco_json_spot *spot, const struct json_t *object);

/* ---- parts of the file ---- */

/* json_vocabulary.c */
void eco_json_read_vocabulary(const struct eco_json_object *file, enum eco_vocabulary_role role);
/* The term for a word of the file, marked as used; -1 where the file's own list lacks it. */
int eco_json_word(struct eco_json *json, enum eco_vocabulary_role role, const struct eco_json_spot *spot,
                  const char *word);
/* The term for a word that selects: it adds none, so that one that does not occur is an error; -1 then. */
int eco_json_known_word(struct eco_json *json, enum eco_vocabulary_role role, const struct eco_json_spot *spot,
                        const char *word);
/* The resource that is named like a relation kind, which needs no entry in any list. */
int eco_json_default_resource(struct eco_json *json, const char *kind);

/* json_source.c */
void eco_json_read_sources(const struct eco_json_object *file);
void eco_json_read_evidence(const struct eco_json_object *object, struct eco_evidences *ret_evidence);

/* The lists of an object, appended to the ecosystem; `rules`: ECO_JSON_REQUIRED or 0. */
void eco_json_read_entities(const struct eco_json_object *file, int rules);  /* json_entity.c */
void eco_json_read_relations(const struct eco_json_object *file, int rules); /* json_relation.c */

/* The entity with that id; reports where there is none (json_entity.c). */
int eco_json_entity(struct eco_json *json, const struct eco_json_spot *spot, const char *id);

/* json_check.c: rules across entries of the lists under way. */
void eco_json_check_parts(struct eco_json *json);
void eco_json_check_repeats(struct eco_json *json);

/* ---- parts of a scenario ---- */

/* json_selector.c */
void eco_json_read_entity_selector(struct eco_json *json, const struct eco_json_spot *spot, const struct json_t *value,
                                   struct eco_entity_selector *ret_selector);
void eco_json_read_relation_selector(struct eco_json *json, const struct eco_json_spot *spot, const struct json_t *value,
                                     struct eco_relation_selector *ret_selector);

void eco_json_read_steps(const struct eco_json_object *file, struct eco_scenario *scenario); /* json_step.c */
/* `figures` may be NULL: any name is then allowed (json_expect.c). */
void eco_json_read_expectations(const struct eco_json_object *file, const struct eco_words *figures,
                                struct eco_scenario *scenario);

#ifdef __cplusplus
}
#endif
#endif
