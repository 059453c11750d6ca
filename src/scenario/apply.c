#include "scenario/apply.h"

#include <math.h>
#include <stdlib.h>

#include "model/bring.h"

/* Weights that reach 0 are removed. So are those below this, whose length, 1/W, could not be told from infinity. */
static const double least_weight = 1e-60;

static int refuse(const struct eco_step *step, const char *why, struct eco_problems *problems)
{
    eco_problems_add(problems, /*warning=*/false, step->line, step->column, step->path ? step->path : eco_step_names[step->type],
                     "%s", why);
    return step->path ? ECO_EINPUT : ECO_EUSAGE;
}

static bool selects_any(const struct eco_ecosystem *eco, const struct eco_entity_selector *selector, const struct eco_state *now)
{
    for (int e = 0; e < now->entities; e++)
        if (now->present[e] && eco_selects_entity(eco, selector, e))
            return true;
    return false;
}

static void multiply(struct eco_state *now, int relation, double factor)
{
    double weight = now->weight[relation] * factor;
    now->weight[relation] = weight < least_weight ? 0 : weight;
}

static int apply_remove(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *now,
                        struct eco_problems *problems)
{
    bool any = false;
    bool *chosen = eco_alloc((size_t)now->entities, sizeof *chosen);
    for (int e = 0; e < now->entities; e++)
        any |= chosen[e] = now->present[e] && eco_selects_entity(eco, &step->entities, e);
    for (int e = 0; e < now->entities; e++)
        if (chosen[e] && now->present[e])
            eco_state_remove(now, eco, e);
    free(chosen);
    return any ? ECO_OK : refuse(step, "selects nothing that is there", problems);
}

static int apply_scale(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *now,
                       struct eco_problems *problems)
{
    bool any = false;
    for (int r = 0; r < now->relations; r++) {
        if (!(now->weight[r] > 0) || !eco_selects_relation(eco, &step->relations, r))
            continue;
        any = true;
        multiply(now, r, step->by);
        if (now->weight[r] > ECO_WEIGHT_MAX && step->by > 1)
            return refuse(step, "makes a weight larger than 1e12", problems);
    }
    if (any)
        return ECO_OK;
    return refuse(step, !selects_any(eco, &step->relations.from, now) ? "selects nothing: no entity that is there matches \"from\""
                        : !selects_any(eco, &step->relations.to, now) ? "selects nothing: no entity that is there matches \"to\""
                                                                      : "selects no relation that is there",
                  problems);
}

/* The threat that a shock meets at an entity: |e| of its exposure below 0, where the step looks at it. */
static double threat(const struct eco_step *step, const struct eco_ecosystem *eco, int entity)
{
    const struct eco_entity *e = &eco->entities[entity];
    if (!eco_selects_entity(eco, &step->entities, entity))
        return 0;
    for (int k = 0; k < e->exposures_count; k++)
        if (e->exposures[k].dimension == step->dimension)
            return fmax(0, -e->exposures[k].value);
    return 0;
}

static int apply_shock(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *now,
                       struct eco_problems *problems)
{
    if (!eco_selects_all(&step->entities) && !selects_any(eco, &step->entities, now))
        return refuse(step, "selects nothing that is there", problems);
    double *left = eco_alloc((size_t)now->entities, sizeof *left);
    bool exposed = false;
    for (int e = 0; e < now->entities; e++) {
        left[e] = 1 - step->by * threat(step, eco, e);
        exposed |= now->present[e] && threat(step, eco, e) > 0;
    }
    if (!exposed)
        eco_problems_add(problems, /*warning=*/true, step->line, step->column, step->path,
                         "nobody there states a threat in that dimension: the shock changes nothing");
    for (int r = 0; r < now->relations; r++)
        if (now->weight[r] > 0)
            multiply(now, r, left[eco->relations[r].from] * left[eco->relations[r].to]);
    free(left);
    return ECO_OK;
}

/* Whether the entity, or something that it is a part of, was there and is not any more. */
static bool is_gone(const struct eco_ecosystem *eco, const struct eco_state *loaded, const struct eco_state *now, int entity)
{
    for (; entity >= 0; entity = eco->entities[entity].part_of)
        if (loaded->present[entity] && !now->present[entity])
            return true;
    return false;
}

/* Gives weight to a relation that a step brings, or to one like it that counts already. */
static void bring(const struct eco_ecosystem *eco, struct eco_state *loaded, struct eco_state *now, int relation, double weight)
{
    int to = relation;
    for (int r = 0; r < now->relations && to == relation; r++)
        if (now->weight[r] > 0 && eco_relations_alike(&eco->relations[r], &eco->relations[relation]))
            to = r;
    loaded->weight[to] += weight;
    now->weight[to] += weight;
}

/* What is attached to something that is gone stays away, and is named once. */
static void stay_away(const struct eco_step *step, const struct eco_ecosystem *eco, int to, bool *warned,
                      struct eco_problems *problems)
{
    if (!*warned)
        eco_problems_add(problems, /*warning=*/true, step->line, step->column, step->path,
                         "what belongs to \"%s\" stays away, because that is gone", eco->entities[to].id);
    *warned = true;
}

static void apply_add(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *loaded,
                      struct eco_state *now, struct eco_problems *problems)
{
    bool warned = false;
    for (int e = step->first_entity; e < step->first_entity + step->entities_count; e++) {
        if (is_gone(eco, loaded, now, eco->entities[e].part_of))
            stay_away(step, eco, eco->entities[e].part_of, &warned, problems);
        else
            loaded->present[e] = now->present[e] = eco_state_allows(loaded, eco, e);
    }
    for (int k = 0; k < step->brought_count; k++) {
        int r = step->brought[k], ends[] = {eco->relations[r].from, eco->relations[r].to};
        if (is_gone(eco, loaded, now, ends[0]) || is_gone(eco, loaded, now, ends[1]))
            stay_away(step, eco, ends[is_gone(eco, loaded, now, ends[0]) ? 0 : 1], &warned, problems);
        else if (now->present[ends[0]] && now->present[ends[1]])
            bring(eco, loaded, now, r, loaded->asleep[r]);
    }
}

/* Moves what the replaced entity and its parts still have, then takes them away. */
static int apply_replace(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *loaded,
                         struct eco_state *now, struct eco_problems *problems)
{
    bool any = false;
    for (int e = 0; e < now->entities; e++)
        any |= now->present[e] && eco_is_part(eco, e, step->replaced);
    if (!any)
        return refuse(step, "what is to be replaced is not there", problems);
    if (!now->present[step->successor])
        return refuse(step, "what is to replace it is not there", problems);
    for (int k = 0; k < step->brought_count; k++)
        if (now->weight[step->moved[k]] > 0)
            bring(eco, loaded, now, step->brought[k], now->weight[step->moved[k]]);
    eco_state_remove(now, eco, step->replaced);
    return ECO_OK;
}

int eco_step_apply(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *loaded,
                   struct eco_state *now, struct eco_problems *problems)
{
    switch (step->type) {
    case ECO_STEP_REMOVE:
        return apply_remove(step, eco, now, problems);
    case ECO_STEP_SCALE:
        return apply_scale(step, eco, now, problems);
    case ECO_STEP_SHOCK:
        return apply_shock(step, eco, now, problems);
    case ECO_STEP_ADD:
        apply_add(step, eco, loaded, now, problems);
        return ECO_OK;
    default:
        return apply_replace(step, eco, loaded, now, problems);
    }
}
