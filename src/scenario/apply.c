#include "scenario/apply.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static int nothing(const char *what, struct eco_problems *problems)
{
    eco_problems_error(problems, "%s: selects nothing that is there", what);
    return ECO_EINPUT;
}

static int apply_remove(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *now,
                        struct eco_problems *problems)
{
    bool any = false;
    bool *chosen = eco_alloc((size_t)now->entities, sizeof *chosen);
    for (int e = 0; e < now->entities; e++)
        any |= chosen[e] = now->present[e] && eco_selects_entity(eco, &step->entities, e);
    for (int e = 0; e < now->entities; e++)
        if (chosen[e])
            eco_state_remove(now, eco, e);
    free(chosen);
    return any ? ECO_OK : nothing("remove", problems);
}

static int apply_scale(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *now,
                       struct eco_problems *problems)
{
    bool any = false;
    for (int r = 0; r < now->relations; r++)
        if (now->weight[r] > 0 && eco_selects_relation(eco, &step->relations, r)) {
            now->weight[r] *= step->by;
            any = true;
        }
    return any ? ECO_OK : nothing("scale", problems);
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
    bool any = false;
    for (int e = 0; e < now->entities && !any; e++)
        any = now->present[e] && eco_selects_entity(eco, &step->entities, e);
    for (int r = 0; r < now->relations; r++)
        if (now->weight[r] > 0)
            now->weight[r] *= (1 - step->by * threat(step, eco, eco->relations[r].from)) *
                              (1 - step->by * threat(step, eco, eco->relations[r].to));
    return any ? ECO_OK : nothing("shock", problems);
}

/* Wakes what an add step brings. */
static void apply_add(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *loaded, struct eco_state *now)
{
    for (int k = 0; k < step->new_entities_count; k++)
        loaded->present[step->new_entities[k]] = now->present[step->new_entities[k]] = true;
    for (int k = 0; k < step->new_relations_count; k++) {
        int r = step->new_relations[k];
        loaded->weight[r] = now->weight[r] = eco->relations[r].weight;
    }
    eco_state_drop_dangling(now, eco);
}

/* Moves what the replaced entity and its parts still have, then takes them away. */
static void apply_replace(const struct eco_step *step, const struct eco_ecosystem *eco, struct eco_state *loaded, struct eco_state *now)
{
    for (int k = 0; k < step->new_relations_count; k++) {
        int to = step->new_relations[k], from = step->moved[k];
        loaded->weight[to] += now->weight[from];
        now->weight[to] += now->weight[from];
    }
    for (int e = 0; e < now->entities; e++)
        if (now->present[e] && eco_selects_entity(eco, &step->entities, e))
            eco_state_remove(now, eco, e);
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
        apply_add(step, eco, loaded, now);
        return ECO_OK;
    default:
        apply_replace(step, eco, loaded, now);
        return ECO_OK;
    }
}

static void add_words(struct eco_str *text, const char *what, const struct eco_words *words, const struct eco_ecosystem *eco)
{
    for (int k = 0; k < words->count; k++) {
        int entity = *what ? -1 : eco_ecosystem_find_entity(eco, words->items[k]);
        eco_str_printf(text, "%s%s%s", k ? ", " : " ", k ? "" : what, entity < 0 ? words->items[k] : eco->entities[entity].name);
    }
}

char *eco_step_label(const struct eco_step *step, const struct eco_ecosystem *eco)
{
    if (step->label)
        return eco_strdup(step->label);
    struct eco_str text = {0};
    eco_str_add(&text, eco_step_names[step->type]);
    if (step->type == ECO_STEP_SCALE)
        eco_str_printf(&text, " by %g", step->by);
    if (step->type == ECO_STEP_SHOCK)
        eco_str_printf(&text, " %s by %g", eco_dimension_names[step->dimension], step->by);
    add_words(&text, "", &step->entities.id, eco);
    add_words(&text, "kind ", &step->entities.kind, eco);
    add_words(&text, "sector ", &step->entities.sector, eco);
    add_words(&text, "country ", &step->entities.country, eco);
    add_words(&text, "tag ", &step->entities.tag, eco);
    add_words(&text, "parts of ", &step->entities.part_of, eco);
    add_words(&text, "relations ", &step->relations.kind, eco);
    char *label = eco_strdup(eco_str_text(&text));
    eco_str_finish(&text);
    return label;
}
