/* How much of what a group lives on it makes itself. */
#include <stdlib.h>

#include "metric/analysis.h"

static const char no_part[] = "the group has no part";
static const char no_inside[] = "no relation inside the group is recorded";
static const char no_outside[] = "the group receives nothing from outside";

struct origin {
    double inside, outside; /* inside: 0 also where there is no such relation */
    bool parts;
};

/* Where what each group receives comes from. */
static struct origin *find_origins(const struct eco_view *groups)
{
    const struct eco_ecosystem *eco = groups->eco;
    struct origin *origins = eco_alloc((size_t)groups->n, sizeof *origins);
    for (size_t e = 0; e < eco->entities_count; e++) {
        int g = groups->node_of_entity[e];
        if (g >= 0 && groups->entity_of_node[g] != (int)e)
            origins[g].parts = true;
    }
    for (size_t i = 0; i < eco->relations_count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        double weight = groups->state->weight[i];
        if (weight > 0 && eco_relation_kind(eco, r)->relation_class == ECO_COOPERATIVE &&
            groups->node_of_entity[r->from] == groups->node_of_entity[r->to])
            origins[groups->node_of_entity[r->from]].inside += weight;
    }
    for (int g = 0; g < groups->n; g++)
        for (int k = groups->in.start[g]; k < groups->in.start[g + 1]; k++)
            origins[g].outside += groups->in.weight[k];
    return origins;
}

/* The share of `part` in both. */
static struct eco_figure share(const struct origin *origin, double part)
{
    if (!origin->parts || !(origin->inside > 0) || !(origin->outside > 0))
        return ECO_UNDEFINED(!origin->parts ? no_part : !(origin->inside > 0) ? no_inside : no_outside);
    return ECO_DEFINED(part / (origin->inside + origin->outside));
}

static int group_vertical_integration(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_view *groups = eco_analysis_groups(analysis);
    struct origin *origins = find_origins(groups);
    for (int g = 0; g < groups->n; g++)
        ret[g] = share(&origins[g], origins[g].inside);
    free(origins);
    return ECO_OK;
}

static struct eco_figure of_focal(struct eco_analysis *analysis, bool inside)
{
    int focal = eco_analysis_focal_group(analysis);
    if (focal < 0)
        return ECO_UNDEFINED(eco_no_focal);
    struct origin *origins = find_origins(eco_analysis_groups(analysis));
    struct eco_figure figure = share(&origins[focal], inside ? origins[focal].inside : origins[focal].outside);
    free(origins);
    return figure;
}

static int focal_vertical_integration(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = of_focal(analysis, /* inside= */ true);
    return ECO_OK;
}

static int openness(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = of_focal(analysis, /* inside= */ false);
    return ECO_OK;
}

const struct eco_metric eco_metric_group_vertical_integration = {
    .id = "vertical_integration", .title = "Vertical integration",
    .meaning = "share of what the group's members receive that comes from inside the group",
    .formula = "inside / (inside + received from outside), cooperative weights",
    .source = "ecograph",
    .undefined_when = "the group has no part, no relation inside it is recorded, or it receives nothing from outside",
    .min = 0, .max = 1, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = group_vertical_integration,
};

const struct eco_metric eco_metric_focal_vertical_integration = {
    .id = "vertical_integration", .title = "Vertical integration",
    .meaning = "share of what the focal firm's members receive that comes from inside the firm",
    .formula = "inside / (inside + received from outside), cooperative weights",
    .source = "ecograph",
    .undefined_when = "there is no focal firm, it has no part, no relation inside it is recorded, or it receives nothing from "
                      "outside",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER,
    .compute = focal_vertical_integration,
};

const struct eco_metric eco_metric_openness = {
    .id = "openness", .title = "Openness",
    .meaning = "share of what the focal firm's members receive that comes from outside the firm",
    .formula = "1 - vertical integration",
    .source = "ecograph",
    .undefined_when = "there is no focal firm, it has no part, no relation inside it is recorded, or it receives nothing from "
                      "outside",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER,
    .compute = openness,
};
