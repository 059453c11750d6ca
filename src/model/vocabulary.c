#include "model/vocabulary.h"

#include <stdlib.h>

#include "base/str.h"

struct builtin {
    const char *id, *label;
    enum eco_relation_class relation_class;
    unsigned flags;
};

static const struct builtin entity_kinds[] = {
    {.id = "focal", .label = "Focal firm"},  {.id = "firm", .label = "Firm"},
    {.id = "partner", .label = "Partner"},   {.id = "supplier", .label = "Supplier"},
    {.id = "rival", .label = "Rival"},       {.id = "consumers", .label = "Consumers"},
    {.id = "investor", .label = "Investor"}, {.id = "channel", .label = "Channel"},
    {.id = "platform", .label = "Platform"}, {.id = "product", .label = "Product"},
    {.id = "unit", .label = "Business unit"}, {.id = "person", .label = "Person"},
    {.id = "community", .label = "Community"}, {.id = "regulator", .label = "Regulator"},
    {.id = "government", .label = "Government"}, {.id = "market", .label = "Market"},
    {.id = "resource", .label = "Resource"}, {.id = "entity", .label = "Entity"},
    {0},
};

static const struct builtin relation_kinds[] = {
    {.id = "equity", .label = "Equity"},
    {.id = "incubation", .label = "Incubation"},
    {.id = "ownership", .label = "Ownership"},
    {.id = "supply", .label = "Supply"},
    {.id = "licensing", .label = "Licensing"},
    {.id = "distribution", .label = "Distribution"},
    {.id = "marketing", .label = "Marketing"},
    {.id = "co_creation", .label = "Co-creation"},
    {.id = "integration", .label = "Integration", .flags = ECO_FLAG_INTEGRATION},
    {.id = "data_sharing", .label = "Data sharing"},
    {.id = "service", .label = "Service"},
    {.id = "use", .label = "Use", .flags = ECO_FLAG_USE},
    {.id = "demand", .label = "Demand"},
    {.id = "revenue_share", .label = "Revenue share"},
    {.id = "cross_subsidy", .label = "Cross-subsidy"},
    {.id = "subsidy", .label = "Subsidy"},
    {.id = "alliance", .label = "Alliance"},
    {.id = "tie", .label = "Tie"},
    {.id = "competition", .label = "Competition", .relation_class = ECO_COMPETITIVE},
    {.id = "regulation", .label = "Regulation", .relation_class = ECO_REGULATORY},
    {.id = "governance", .label = "Governance", .relation_class = ECO_REGULATORY},
    {0},
};

static const struct builtin resources[] = {
    {.id = "capital", .label = "Capital"},
    {.id = "brand", .label = "Brand"},
    {.id = "supply_chain", .label = "Supply chain"},
    {.id = "rnd", .label = "R&D"},
    {.id = "design", .label = "Design"},
    {.id = "manufacturing", .label = "Manufacturing"},
    {.id = "marketing", .label = "Marketing"},
    {.id = "distribution", .label = "Distribution"},
    {.id = "data", .label = "Data"},
    {.id = "users", .label = "Users"},
    {.id = "technology", .label = "Technology"},
    {.id = "software", .label = "Software"},
    {.id = "components", .label = "Components"},
    {.id = "policy", .label = "Policy"},
    {.id = "revenue", .label = "Revenue"},
    {.id = "feedback", .label = "Feedback"},
    {0},
};

static const struct builtin *const builtins[] = {
    [ECO_ENTITY_KINDS] = entity_kinds, [ECO_RELATION_KINDS] = relation_kinds, [ECO_RESOURCES] = resources};

int eco_vocabulary_find(const struct eco_vocabulary *vocabulary, const char *id)
{
    return eco_index_find(&vocabulary->index, id);
}

int eco_vocabulary_nearest(const struct eco_vocabulary *vocabulary, const char *id)
{
    const char **ids = eco_alloc(vocabulary->count, sizeof *ids);
    for (size_t i = 0; i < vocabulary->count; i++)
        ids[i] = vocabulary->terms[i].id;
    int nearest = eco_nearest(id, ids, (int)vocabulary->count);
    free(ids);
    return nearest;
}

int eco_vocabulary_add(struct eco_vocabulary *vocabulary, const char *id)
{
    int number = (int)vocabulary->count;
    struct eco_term *term = ECO_PUSH(vocabulary->terms, vocabulary->count, vocabulary->capacity);
    *term = (struct eco_term){.id = id, .label = id};
    eco_index_add(&vocabulary->index, id, number);
    return number;
}

void eco_vocabulary_add_builtin(struct eco_vocabulary *vocabulary, enum eco_vocabulary_role role)
{
    for (const struct builtin *word = builtins[role]; word->id; word++) {
        int number = eco_vocabulary_add(vocabulary, word->id);
        struct eco_term *term = &vocabulary->terms[number];
        term->label = word->label;
        term->relation_class = word->relation_class;
        term->flags = word->flags;
    }
}

void eco_vocabulary_finish(struct eco_vocabulary *vocabulary)
{
    free(vocabulary->terms);
    eco_index_finish(&vocabulary->index);
    *vocabulary = (struct eco_vocabulary){0};
}
