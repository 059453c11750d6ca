/* VRIO (Barney 1991, 1995) by relational proxies: whether what the focal firm gives to others is valuable, rare, hard to
 * imitate and organised for. Group view. A judgement that the data cannot carry is "unknown", never an advantage. */
#ifndef ECO_METRIC_LENS_VRIO_H
#define ECO_METRIC_LENS_VRIO_H

#include "../analysis.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Below its limit a side is missing; each in [0,1]. */
struct eco_vrio_limits {
    double value, rarity, inimitability, organisation;
};
#define ECO_VRIO_LIMITS {0.1, 0.5, 0.5, 0.5}

enum eco_verdict {
    ECO_DISADVANTAGE,
    ECO_UNKNOWN,
    ECO_PARITY,
    ECO_TEMPORARY_ADVANTAGE,
    ECO_UNUSED_ADVANTAGE,
    ECO_SUSTAINED_ADVANTAGE,
    ECO_VERDICTS
};
extern const char *const eco_verdict_names[ECO_VERDICTS];

struct eco_vrio_resource {
    int resource;
    struct eco_figure value;         /* F's relations that list it / all that their receivers receive */
    struct eco_figure rarity;        /* 1 / (1 + rivals that hold it) */
    struct eco_figure inimitability; /* share exchanged with groups that have nothing to do with a rival */
    struct eco_figure organisation;  /* share of F's parts with a relation that have one carrying it */
    enum eco_verdict verdict;
};

/* A group with a competitive relation to F, and whether the data say anything about it. */
struct eco_vrio_rival {
    int group;
    bool held; /* provides something to other groups, or lists a capability */
    bool tied; /* has a cooperative relation to another group */
};

struct eco_vrio {
    int focal; /* node of the group view; -1 = none: nothing else is there then */
    int rivals_count, rivals_held, rivals_tied;
    struct eco_vrio_rival *rivals; /* in file order of the groups */
    int count;
    struct eco_vrio_resource *resources; /* in the order in which F's relations first name them */
};

struct eco_vrio *eco_vrio_create(struct eco_analysis *analysis, const struct eco_vrio_limits *limits);
void eco_vrio_destroy(struct eco_vrio *vrio);

#ifdef __cplusplus
}
#endif
#endif
