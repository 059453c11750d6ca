#include "model/ecosystem.h"

#include <stdlib.h>

#include "base/str.h"
#include "model/vocabulary.h"

const char *const eco_relation_class_names[ECO_CLASSES] = {"cooperative", "competitive", "regulatory"};
const char *const eco_relation_flag_names[ECO_FLAGS] = {"use", "integration"};
const char *const eco_dimension_names[ECO_DIMENSIONS] = {"political",     "economic", "social",
                                                         "technological", "legal",    "environmental"};
const char *const eco_bound_names[ECO_BOUNDS] = {"exact", "about", "at_least", "at_most"};

struct eco_ecosystem *eco_ecosystem_create(void)
{
    struct eco_ecosystem *eco = eco_alloc(1, sizeof *eco);
    eco->focal = -1;
    return eco;
}

void eco_ecosystem_destroy(struct eco_ecosystem *eco)
{
    if (!eco)
        return;
    eco_vocabulary_finish(&eco->entity_kinds);
    eco_vocabulary_finish(&eco->relation_kinds);
    eco_vocabulary_finish(&eco->resources);
    eco_index_finish(&eco->entity_index);
    eco_index_finish(&eco->source_index);
    free(eco->sources);
    free(eco->entities);
    free(eco->relations);
    eco_arena_finish(&eco->arena);
    free(eco);
}

int eco_ecosystem_add_entity(struct eco_ecosystem *eco, const char *id)
{
    int number = (int)eco->entities_count;
    struct eco_entity *entity = ECO_PUSH(eco->entities, eco->entities_count, eco->entities_capacity);
    *entity = (struct eco_entity){.id = id, .name = id, .part_of = -1, .root = number, .since = ECO_NO_YEAR, .until = ECO_NO_YEAR};
    eco_index_add(&eco->entity_index, id, number);
    return number;
}

int eco_ecosystem_add_relation(struct eco_ecosystem *eco)
{
    struct eco_relation *relation = ECO_PUSH(eco->relations, eco->relations_count, eco->relations_capacity);
    *relation = (struct eco_relation){.from = -1, .to = -1, .kind = -1, .confidence = 1, .since = ECO_NO_YEAR, .until = ECO_NO_YEAR};
    return (int)eco->relations_count - 1;
}

int eco_ecosystem_add_source(struct eco_ecosystem *eco, const char *id)
{
    int number = (int)eco->sources_count;
    struct eco_source *source = ECO_PUSH(eco->sources, eco->sources_count, eco->sources_capacity);
    *source = (struct eco_source){.id = id, .year = ECO_NO_YEAR};
    eco_index_add(&eco->source_index, id, number);
    return number;
}

int eco_ecosystem_find_entity(const struct eco_ecosystem *eco, const char *id)
{
    return eco_index_find(&eco->entity_index, id);
}

int eco_ecosystem_nearest_entity(const struct eco_ecosystem *eco, const char *id)
{
    const char **ids = eco_alloc(eco->entities_count, sizeof *ids);
    for (size_t i = 0; i < eco->entities_count; i++)
        ids[i] = eco->entities[i].id;
    int nearest = eco_nearest(id, ids, (int)eco->entities_count);
    free(ids);
    return nearest;
}

bool eco_ecosystem_find_roots(struct eco_ecosystem *eco, int *ret_entity)
{
    int n = (int)eco->entities_count;
    int *seen_from = eco_alloc((size_t)n, sizeof *seen_from); /* 1 + the entity whose walk came by; 0 = none yet */
    bool acyclic = true;
    for (int start = 0; start < n && acyclic; start++) {
        int at = start;
        while (!seen_from[at] && eco->entities[at].part_of >= 0) {
            seen_from[at] = start + 1;
            at = eco->entities[at].part_of;
        }
        if (seen_from[at] == start + 1) {
            *ret_entity = at;
            acyclic = false;
            break;
        }
        int root = seen_from[at] ? eco->entities[at].root : at;
        seen_from[at] = seen_from[at] ? seen_from[at] : start + 1;
        eco->entities[at].root = root;
        for (int e = start; e != at; e = eco->entities[e].part_of)
            eco->entities[e].root = root;
    }
    free(seen_from);
    return acyclic;
}
