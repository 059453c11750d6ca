/* What a format cannot hold of an ecosystem, counted and named. */
#include <stdlib.h>
#include <string.h>

#include "write/eco_write.h"

/* How often each feature occurs, in the order of the bits. */
enum { FEATURES = 17 };

static const char *const names[FEATURES][2] = {
    {"the ecosystem's name", NULL},
    {"the focal firm", NULL},
    {"list of kinds or resources", "lists of kinds and resources"},
    {"description of a source", "descriptions of sources"},
    {"entity without relations", "entities without relations"},
    {"entity's name, kind and other facts", "entities' names, kinds and other facts"},
    {"entity's evidence", "entities' evidence"},
    {"exposure", "exposures"},
    {"quantity", "quantities"},
    {"relation's kind", "relations' kinds"},
    {"relation's resources", "relations' resources"},
    {"relation's confidence or basis", "relations' confidence and basis"},
    {"relation's years", "relations' years"},
    {"relation's note", "relations' notes"},
    {"relation's evidence", "relations' evidence"},
    {"note on evidence", "notes on evidence"},
    {"entry with x- keys", "entries with x- keys"},
};

struct counts {
    size_t of[FEATURES];
};

static void add(struct counts *counts, unsigned feature, bool has)
{
    counts->of[__builtin_ctz(feature)] += has;
}

static void count_vocabulary(struct counts *counts, const struct eco_vocabulary *vocabulary)
{
    add(counts, ECO_HOLDS_LISTS, vocabulary->declared);
    for (size_t i = 0; i < vocabulary->count; i++)
        add(counts, ECO_HOLDS_EXTRA, vocabulary->terms[i].extra != NULL);
}

/* Marks what is cited. */
static void count_evidence(struct counts *counts, const struct eco_evidences *evidence, bool *cited)
{
    for (int i = 0; i < evidence->count; i++) {
        add(counts, ECO_HOLDS_EVIDENCE_NOTES, evidence->items[i].note != NULL);
        add(counts, ECO_HOLDS_EXTRA, evidence->items[i].extra != NULL);
        if (cited)
            cited[evidence->items[i].source] = true;
    }
}

static void count_claims(struct counts *counts, const struct eco_entity *entity)
{
    for (int i = 0; i < entity->exposures_count; i++) {
        add(counts, ECO_HOLDS_EXPOSURES, true);
        add(counts, ECO_HOLDS_EXTRA, entity->exposures[i].extra != NULL);
        count_evidence(counts, &entity->exposures[i].evidence, NULL);
    }
    for (int i = 0; i < entity->quantities_count; i++) {
        add(counts, ECO_HOLDS_QUANTITIES, true);
        add(counts, ECO_HOLDS_EXTRA, entity->quantities[i].extra != NULL);
        count_evidence(counts, &entity->quantities[i].evidence, NULL);
    }
}

static void count_entity(const struct eco_ecosystem *eco, struct counts *counts, const struct eco_entity *entity, bool *cited)
{
    bool facts = strcmp(entity->name, entity->id) != 0 || strcmp(eco->entity_kinds.terms[entity->kind].id, "entity") != 0 ||
                 entity->part_of >= 0 || entity->sector || entity->country || entity->since != ECO_NO_YEAR ||
                 entity->until != ECO_NO_YEAR || entity->aliases.count || entity->tags.count || entity->capabilities.count;
    add(counts, ECO_HOLDS_ENTITIES, facts);
    add(counts, ECO_HOLDS_ENTITY_SOURCES, entity->evidence.count > 0);
    add(counts, ECO_HOLDS_EXTRA, entity->extra != NULL);
    count_evidence(counts, &entity->evidence, cited);
    count_claims(counts, entity);
}

static void count_relation(const struct eco_ecosystem *eco, struct counts *counts, const struct eco_relation *relation,
                           bool *cited)
{
    add(counts, ECO_HOLDS_KINDS, strcmp(eco_relation_kind(eco, relation)->id, "tie") != 0);
    add(counts, ECO_HOLDS_RESOURCES, relation->resources_given);
    add(counts, ECO_HOLDS_CONFIDENCE, relation->confidence_given || relation->inferred);
    add(counts, ECO_HOLDS_YEARS, relation->since != ECO_NO_YEAR || relation->until != ECO_NO_YEAR);
    add(counts, ECO_HOLDS_NOTES, relation->note != NULL);
    add(counts, ECO_HOLDS_EVIDENCE, relation->evidence.count > 0);
    add(counts, ECO_HOLDS_EXTRA, relation->extra != NULL);
    count_evidence(counts, &relation->evidence, cited);
}

static void count_all(const struct eco_ecosystem *eco, const struct eco_state *state, bool entities, struct counts *counts)
{
    bool *cited = eco_alloc(eco->sources_count, sizeof *cited), *tied = eco_alloc(eco->entities_count, sizeof *tied);
    add(counts, ECO_HOLDS_NAME, eco->name != NULL);
    add(counts, ECO_HOLDS_FOCAL, eco_model_has_entity(eco, state, eco->focal));
    add(counts, ECO_HOLDS_EXTRA, eco->extra != NULL);
    count_vocabulary(counts, &eco->entity_kinds);
    count_vocabulary(counts, &eco->relation_kinds);
    count_vocabulary(counts, &eco->resources);
    for (int i = 0; i < (int)eco->relations_count; i++) {
        if (!eco_model_has_relation(eco, state, i))
            continue;
        count_relation(eco, counts, &eco->relations[i], cited);
        tied[eco->relations[i].from] = tied[eco->relations[i].to] = true;
    }
    for (int i = 0; i < (int)eco->entities_count; i++) {
        if (!eco_model_has_entity(eco, state, i))
            continue;
        count_entity(eco, counts, &eco->entities[i], entities ? cited : NULL);
        add(counts, ECO_HOLDS_LONE, !tied[i]);
    }
    for (size_t i = 0; i < eco->sources_count; i++) {
        const struct eco_source *source = &eco->sources[i];
        add(counts, ECO_HOLDS_SOURCES, !cited[i] || source->title || source->authors || source->url || source->year != ECO_NO_YEAR);
        add(counts, ECO_HOLDS_EXTRA, source->extra != NULL);
    }
    free(cited);
    free(tied);
}

void eco_model_name_losses(const struct eco_model_format *format, const struct eco_ecosystem *eco,
                           const struct eco_state *state, bool both, struct eco_problems *problems)
{
    unsigned holds = format->holds | (both ? format->entities_hold : 0);
    struct counts counts = {{0}};
    struct eco_str lost = {0};
    if (holds == ECO_HOLDS_ALL)
        return;
    count_all(eco, state, (holds & ECO_HOLDS_ENTITY_SOURCES) != 0, &counts);
    bool kept_beside = false;
    for (int k = 0; k < FEATURES; k++) {
        if (counts.of[k] == 0 || (holds & 1u << k))
            continue;
        kept_beside = kept_beside || (format->entities_hold & 1u << k);
        eco_str_add(&lost, lost.length ? ", " : "");
        if (!names[k][1])
            eco_str_add(&lost, names[k][0]);
        else
            eco_str_printf(&lost, "%zu %s", counts.of[k], names[k][counts.of[k] != 1]);
    }
    if (lost.length)
        eco_problems_add(problems, /*warning=*/true, 0, 0, NULL, "left out, because %s cannot hold it: %s%s", format->name,
                         eco_str_text(&lost), kept_beside ? "; a table of entities would hold more" : "");
    eco_str_finish(&lost);
}
