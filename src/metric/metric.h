/* What a metric is: one row of the registry. The registry (metrics.def) is the only list; `report`, `explain`, JSON,
 * CSV, the documentation and the contract tests are made from its rows. */
#ifndef ECO_METRIC_METRIC_H
#define ECO_METRIC_METRIC_H

#include "../doc/doc.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_analysis;

/* A number, or the reason why there is none. */
struct eco_figure {
    double value;          /* 0 where undefined */
    const char *undefined; /* NULL = defined; else a static sentence without a final stop */
};
#define ECO_DEFINED(number) ((struct eco_figure){(number), NULL})
#define ECO_UNDEFINED(why) ((struct eco_figure){0, (why)})

/* What a metric has one figure for. Also the length of the array that `compute` fills. */
enum eco_scope {
    ECO_SCOPE_ENTITY,    /* each node of the entity view (--level group: of the group view) */
    ECO_SCOPE_GROUP,     /* each group */
    ECO_SCOPE_TIE,       /* each dependence: see eco_flow, in its order */
    ECO_SCOPE_CONSUMER,  /* each consumer of the bundle: see eco_bundle */
    ECO_SCOPE_FOCAL,     /* the focal group: one figure */
    ECO_SCOPE_ECOSYSTEM, /* the whole: one figure */
    ECO_SCOPES
};
extern const char *const eco_scope_names[ECO_SCOPES];

enum eco_harm { ECO_HARM_NONE, ECO_HARM_WHEN_LOWER, ECO_HARM_WHEN_HIGHER };
enum eco_cost { ECO_COST_LINEAR, ECO_COST_SUPERLINEAR, ECO_COST_QUADRATIC }; /* in ties; quadratic: n searches */
extern const char *const eco_cost_names[];

/* Changes that must leave the figure as it is; the contract tests walk these. Renaming and reordering always must. */
enum eco_promise {
    ECO_SCALE_FREE = 1,  /* all weights doubled */
    ECO_SPLIT_TIE = 2,   /* a tie split into two of half the weight, the second of another kind with the same flags */
    ECO_ISOLATE = 4,     /* an entity without ties added */
    ECO_SPLIT_PARTNER = 8, /* a partner split in two, every relation halved */
};

struct eco_metric {
    const char *id; /* the JSON key; unique within its scope */
    const char *title;
    const char *meaning; /* one line for somebody who knows no graph theory */
    const char *formula;
    const char *source; /* author and year, or "ecograph" */
    const char *undefined_when; /* NULL = never */
    double min, max; /* of a defined figure; INFINITY = no bound */
    enum eco_scope scope;
    enum eco_unit unit;
    enum eco_value_type type; /* ECO_NUMBER, ECO_INT or ECO_BOOL */
    enum eco_harm harm;       /* which direction is bad for the ecosystem or the focal firm */
    enum eco_cost cost;
    unsigned promises; /* of eco_promise */
    bool seeded;       /* rests on seeded draws: the same input gives the same answer, another order of it may not */
    /* Fills one figure for each thing of the scope, in order. 0 or an eco_code, with the reason in the analysis's
     * problems. */
    int (*compute)(struct eco_analysis *analysis, struct eco_figure *ret_figures);
};

/* All rows in JSON order within each scope, ended by NULL. */
extern const struct eco_metric *const eco_metrics[];
extern const int eco_metrics_count;
const struct eco_metric *eco_metric_find(const char *id, enum eco_scope scope); /* NULL = none */
int eco_metric_number(const struct eco_metric *metric);                         /* its place in eco_metrics */
/* The id nearest to a mistyped one, or NULL. */
const char *eco_metric_nearest(const char *id);
/* The figure as a value of its type. */
struct eco_value eco_figure_value(struct eco_doc *doc, const struct eco_metric *metric, struct eco_figure figure);

#ifdef __cplusplus
}
#endif
#endif
