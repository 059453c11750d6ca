/* What was asked for, and the analysis that answers it: what every report starts from. */
#ifndef ECO_REPORT_STUDY_H
#define ECO_REPORT_STUDY_H

#include "../base/error.h"
#include "../metric/analysis.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The options of an answer, as given or defaulted. Strings are not owned. */
struct eco_request {
    const char *focal; /* an entity id; NULL = the file's */
    struct eco_state_options state;
    enum eco_level level;
    enum eco_side side;
    uint64_t seed;
    int top;                  /* rows of a table for people; at least 1 */
    const char *sort;         /* a metric id; NULL = file order */
    struct eco_words metrics; /* only these; none = all */
};
#define ECO_REQUEST_DEFAULTS {.state = ECO_STATE_DEFAULTS, .seed = 1, .top = 6}

struct eco_study {
    const struct eco_ecosystem *eco; /* not owned */
    struct eco_request request;
    struct eco_state state;
    struct eco_analysis *analysis;
};

/* ECO_EUSAGE where the request names an entity or metric that does not exist (the nearest is suggested). */
int eco_study_open(const struct eco_ecosystem *eco, const struct eco_request *request, struct eco_study **ret_study,
                   struct eco_problems *problems);
void eco_study_close(struct eco_study *study);

/* The entity with this id, or -1 with an error that suggests the nearest. */
int eco_study_find(const struct eco_ecosystem *eco, const char *id, struct eco_problems *problems);
/* True where the request shows this metric. */
bool eco_study_shows(const struct eco_study *study, const struct eco_metric *metric);
/* Copies why computing failed; returns ECO_ELIMIT. */
int eco_study_failed(const struct eco_study *study, struct eco_problems *problems);

/* Adds the two records that every answer begins with: "ecograph" (version, command, options, seed) and "ecosystem".
 * Commands add options of their own to the record returned. */
struct eco_record *eco_study_header(const struct eco_study *study, const char *command, struct eco_doc *doc);
/* The "ecograph" record alone, for an answer that is not about a file. */
struct eco_record *eco_study_bare_header(const char *command, uint64_t seed, struct eco_doc *doc);

#ifdef __cplusplus
}
#endif
#endif
