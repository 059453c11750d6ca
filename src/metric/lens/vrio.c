#include "metric/lens/vrio.h"

#include <stdlib.h>

#include "base/number.h"
#include "metric/lens/capability.h"

const char *const eco_verdict_names[ECO_VERDICTS] = {"disadvantage",        "unknown",          "parity",
                                                     "temporary advantage", "unused advantage", "sustained advantage"};

static const char no_rival[] = "no rival is recorded";

/* What the four sides are read off. */
struct lens {
    const struct eco_view *view;
    struct eco_vrio *vrio;
    int *giving; /* F's relations to other groups, in file order */
    int giving_count;
    int *of_parts; /* cooperative relations of F's parts */
    int of_parts_count;
    double *inflow; /* per group */
    struct eco_words *able;
    bool *near_rival; /* per group: a rival, or cooperatively tied to one */
};

static bool is_part(const struct lens *lens, int entity)
{
    const struct eco_view *view = lens->view;
    return view->node_of_entity[entity] == lens->vrio->focal && view->entity_of_node[lens->vrio->focal] != entity;
}

static void sort_relations(struct lens *lens, bool *ret_rival)
{
    const struct eco_view *view = lens->view;
    const struct eco_ecosystem *eco = view->eco;
    int focal = lens->vrio->focal;
    lens->giving = eco_alloc(eco->relations_count, sizeof *lens->giving);
    lens->of_parts = eco_alloc(eco->relations_count, sizeof *lens->of_parts);
    for (size_t i = 0; i < eco->relations_count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        if (!(view->state->weight[i] > 0))
            continue;
        int from = view->node_of_entity[r->from], to = view->node_of_entity[r->to];
        enum eco_relation_class class = eco_relation_kind(eco, r)->relation_class;
        if (class == ECO_COMPETITIVE && from != to && (from == focal || to == focal))
            ret_rival[from == focal ? to : from] = true;
        if (class == ECO_COOPERATIVE && from == focal && to != focal)
            lens->giving[lens->giving_count++] = (int)i;
        if (class == ECO_COOPERATIVE && (is_part(lens, r->from) || is_part(lens, r->to)))
            lens->of_parts[lens->of_parts_count++] = (int)i;
    }
}

static void look_at_rivals(struct lens *lens, const bool *rival)
{
    const struct eco_view *view = lens->view;
    struct eco_vrio *vrio = lens->vrio;
    vrio->rivals = eco_alloc((size_t)view->n, sizeof *vrio->rivals);
    for (int g = 0; g < view->n; g++) {
        if (!rival[g])
            continue;
        bool held = view->out.start[g + 1] > view->out.start[g] || lens->able[g].count > 0;
        bool tied = view->both.start[g + 1] > view->both.start[g];
        vrio->rivals[vrio->rivals_count++] = (struct eco_vrio_rival){g, held, tied};
        vrio->rivals_held += held;
        vrio->rivals_tied += tied;
        lens->near_rival[g] = true;
        for (int k = view->both.start[g]; k < view->both.start[g + 1]; k++)
            lens->near_rival[view->both.node[k]] = true;
    }
}

static bool lists(const struct lens *lens, int relation, int resource)
{
    const struct eco_relation *r = &lens->view->eco->relations[relation];
    for (int k = 0; k < r->resources_count; k++)
        if (r->resources[k] == resource)
            return true;
    return false;
}

/* How much of a tie (-1 = none) carries the resource. */
static double carried(const struct eco_view *view, int tie, int resource)
{
    for (int k = tie < 0 ? 0 : view->part_start[tie]; tie >= 0 && k < view->part_start[tie + 1]; k++)
        if (view->part_resource[k] == resource)
            return view->part_weight[k];
    return 0;
}

static struct eco_figure value_of(const struct lens *lens, int resource)
{
    const struct eco_view *view = lens->view;
    double given = 0, received = 0;
    bool *counted = eco_alloc((size_t)view->n, sizeof *counted);
    for (int k = 0; k < lens->giving_count; k++) {
        int relation = lens->giving[k], to = view->node_of_entity[view->eco->relations[relation].to];
        if (!lists(lens, relation, resource))
            continue;
        given += view->state->weight[relation];
        received += counted[to] ? 0 : lens->inflow[to];
        counted[to] = true;
    }
    free(counted);
    return ECO_DEFINED(given / received);
}

static bool holds(const struct lens *lens, int group, int resource)
{
    const struct eco_view *view = lens->view;
    for (int k = view->out.start[group]; k < view->out.start[group + 1]; k++)
        if (carried(view, view->out.tie[k], resource) > 0)
            return true;
    return eco_capability_has(&lens->able[group], view->eco->resources.terms[resource].id);
}

static struct eco_figure rarity_of(const struct lens *lens, int resource)
{
    const struct eco_vrio *vrio = lens->vrio;
    if (vrio->rivals_count == 0)
        return ECO_UNDEFINED(no_rival);
    if (2 * vrio->rivals_held < vrio->rivals_count)
        return ECO_UNDEFINED("what they hold is recorded for fewer than half of the rivals");
    int holders = 0;
    for (int k = 0; k < vrio->rivals_count; k++)
        holders += holds(lens, vrio->rivals[k].group, resource);
    return ECO_DEFINED(1.0 / (1 + holders));
}

static struct eco_figure inimitability_of(const struct lens *lens, int resource)
{
    const struct eco_vrio *vrio = lens->vrio;
    const struct eco_view *view = lens->view;
    if (vrio->rivals_count == 0)
        return ECO_UNDEFINED(no_rival);
    if (2 * vrio->rivals_tied < vrio->rivals_count)
        return ECO_UNDEFINED("a cooperative tie is recorded for fewer than half of the rivals");
    double exclusive = 0, all = 0;
    for (int k = view->both.start[vrio->focal]; k < view->both.start[vrio->focal + 1]; k++) {
        int j = view->both.node[k];
        double weight = carried(view, eco_view_find_tie(view, vrio->focal, j), resource) +
                        carried(view, eco_view_find_tie(view, j, vrio->focal), resource);
        all += weight;
        exclusive += lens->near_rival[j] ? 0 : weight;
    }
    return ECO_DEFINED(exclusive / all);
}

static struct eco_figure organisation_of(const struct lens *lens, int resource)
{
    const struct eco_ecosystem *eco = lens->view->eco;
    enum { BUSY = 1, CARRYING = 2 };
    unsigned char *parts = eco_alloc(eco->entities_count, sizeof *parts);
    int busy = 0, carrying = 0;
    for (int k = 0; k < lens->of_parts_count; k++) {
        const struct eco_relation *r = &eco->relations[lens->of_parts[k]];
        unsigned char mark = lists(lens, lens->of_parts[k], resource) ? BUSY | CARRYING : BUSY;
        parts[r->from] |= is_part(lens, r->from) ? mark : 0;
        parts[r->to] |= is_part(lens, r->to) ? mark : 0;
    }
    for (size_t e = 0; e < eco->entities_count; e++) {
        busy += parts[e] != 0;
        carrying += (parts[e] & CARRYING) != 0;
    }
    free(parts);
    return busy > 0 ? ECO_DEFINED((double)carrying / busy)
                    : ECO_UNDEFINED("no part of the focal firm has a recorded cooperative relation");
}

/* Compared as printed: a figure that reads 0.1 is not below 0.1. */
static bool below(struct eco_figure figure, double limit)
{
    return eco_number_round(figure.value) < limit;
}

static enum eco_verdict judge(const struct eco_vrio_resource *r, const struct eco_vrio_limits *limits)
{
    if (below(r->value, limits->value))
        return ECO_DISADVANTAGE;
    if (r->rarity.undefined || r->inimitability.undefined || r->organisation.undefined)
        return ECO_UNKNOWN;
    if (below(r->rarity, limits->rarity))
        return ECO_PARITY;
    if (below(r->inimitability, limits->inimitability))
        return ECO_TEMPORARY_ADVANTAGE;
    return below(r->organisation, limits->organisation) ? ECO_UNUSED_ADVANTAGE : ECO_SUSTAINED_ADVANTAGE;
}

static void add_resources(struct lens *lens, const struct eco_vrio_limits *limits)
{
    const struct eco_ecosystem *eco = lens->view->eco;
    struct eco_vrio *vrio = lens->vrio;
    bool *seen = eco_alloc(eco->resources.count, sizeof *seen);
    vrio->resources = eco_alloc(eco->resources.count, sizeof *vrio->resources);
    for (int k = 0; k < lens->giving_count; k++) {
        const struct eco_relation *r = &eco->relations[lens->giving[k]];
        for (int q = 0; q < r->resources_count; q++) {
            int resource = r->resources[q];
            if (seen[resource])
                continue;
            seen[resource] = true;
            struct eco_vrio_resource *row = &vrio->resources[vrio->count++];
            *row = (struct eco_vrio_resource){resource,
                                              value_of(lens, resource),
                                              rarity_of(lens, resource),
                                              inimitability_of(lens, resource),
                                              organisation_of(lens, resource),
                                              0};
            row->verdict = judge(row, limits);
        }
    }
    free(seen);
}

struct eco_vrio *eco_vrio_create(struct eco_analysis *analysis, const struct eco_vrio_limits *limits)
{
    struct eco_vrio *vrio = eco_alloc(1, sizeof *vrio);
    vrio->focal = eco_analysis_focal_group(analysis);
    if (vrio->focal < 0)
        return vrio;
    const struct eco_view *view = eco_analysis_groups(analysis);
    size_t n = (size_t)view->n;
    struct lens lens = {.view = view,
                        .vrio = vrio,
                        .inflow = eco_alloc(n, sizeof *lens.inflow),
                        .able = eco_capability_of_groups(view),
                        .near_rival = eco_alloc(n, sizeof *lens.near_rival)};
    for (int g = 0; g < view->n; g++)
        for (int k = view->in.start[g]; k < view->in.start[g + 1]; k++)
            lens.inflow[g] += view->in.weight[k];
    bool *rival = eco_alloc(n, sizeof *rival);
    sort_relations(&lens, rival);
    look_at_rivals(&lens, rival);
    add_resources(&lens, limits);
    free(rival);
    free(lens.giving);
    free(lens.of_parts);
    free(lens.inflow);
    free(lens.near_rival);
    eco_capability_free(lens.able, view->n);
    return vrio;
}

void eco_vrio_destroy(struct eco_vrio *vrio)
{
    if (!vrio)
        return;
    free(vrio->rivals);
    free(vrio->resources);
    free(vrio);
}
