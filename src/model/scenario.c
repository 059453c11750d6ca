#include "model/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

const char *const eco_cascade_names[ECO_CASCADES] = {"none", "threshold", "inoperability", "debtrank", "all"};
const char *const eco_step_names[ECO_STEPS] = {"remove", "scale", "shock", "add", "replace"};
const char *const eco_op_names[ECO_OPS] = {"=", "!=", "<", "<=", ">=", ">"};
const char *const eco_node_figure_names[ECO_NODE_FIGURES] = {"fails", "orphaned", "q"};

void eco_scenario_init(struct eco_scenario *scenario)
{
    *scenario = (struct eco_scenario){.cascade = ECO_CASCADE_DEFAULTS};
}

void eco_scenario_finish(struct eco_scenario *scenario)
{
    if (!scenario)
        return;
    eco_ecosystem_destroy(scenario->eco);
    free(scenario->steps);
    free(scenario->expectations);
    eco_arena_finish(&scenario->arena);
    *scenario = (struct eco_scenario){0};
}

struct eco_step *eco_scenario_add_step(struct eco_scenario *scenario, enum eco_step_type type)
{
    struct eco_step *step = ECO_PUSH(scenario->steps, scenario->steps_count, scenario->steps_capacity);
    *step = (struct eco_step){.type = type, .replaced = -1, .successor = -1};
    return step;
}

static bool allows(const struct eco_words *words, const char *word)
{
    for (int i = 0; i < words->count; i++)
        if (eco_str_equal(words->items[i], word))
            return true;
    return words->count == 0;
}

static bool allows_any(const struct eco_words *words, const struct eco_words *of)
{
    for (int i = 0; i < of->count; i++)
        if (words->count > 0 && allows(words, of->items[i]))
            return true;
    return words->count == 0;
}

bool eco_selects_all(const struct eco_entity_selector *selector)
{
    return selector->id.count + selector->kind.count + selector->sector.count + selector->country.count + selector->tag.count +
               selector->part_of.count == 0;
}

bool eco_selects_entity(const struct eco_ecosystem *eco, const struct eco_entity_selector *selector, int entity)
{
    const struct eco_entity *e = &eco->entities[entity];
    const char *whole = e->part_of >= 0 ? eco->entities[e->part_of].id : NULL;
    return allows(&selector->id, e->id) && allows(&selector->kind, eco->entity_kinds.terms[e->kind].id) &&
           allows(&selector->sector, e->sector) && allows(&selector->country, e->country) &&
           allows_any(&selector->tag, &e->tags) && allows(&selector->part_of, whole);
}

bool eco_selects_relation(const struct eco_ecosystem *eco, const struct eco_relation_selector *selector, int relation)
{
    const struct eco_relation *r = &eco->relations[relation];
    const struct eco_term *kind = eco_relation_kind(eco, r);
    bool carries = selector->resource.count == 0;
    for (int k = 0; k < r->resources_count && !carries; k++)
        carries = allows(&selector->resource, eco->resources.terms[r->resources[k]].id);
    return carries && allows(&selector->kind, kind->id) &&
           allows(&selector->relation_class, eco_relation_class_names[kind->relation_class]) &&
           eco_selects_entity(eco, &selector->from, r->from) && eco_selects_entity(eco, &selector->to, r->to);
}
