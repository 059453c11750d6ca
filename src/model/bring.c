#include "model/bring.h"

#include <stdlib.h>
#include <string.h>

static void *copy_items(const void *items, size_t count, size_t size)
{
    void *copy = eco_alloc(count, size);
    if (count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

static void copy_vocabulary(struct eco_vocabulary *copy, const struct eco_vocabulary *from)
{
    *copy = (struct eco_vocabulary){.count = from->count, .capacity = from->count, .declared = from->declared};
    copy->terms = copy_items(from->terms, from->count, sizeof *copy->terms);
    for (size_t i = 0; i < copy->count; i++)
        eco_index_add(&copy->index, copy->terms[i].id, (int)i);
}

static void copy_entries(struct eco_ecosystem *copy, const struct eco_ecosystem *eco)
{
    copy->sources_count = copy->sources_capacity = eco->sources_count;
    copy->sources = copy_items(eco->sources, eco->sources_count, sizeof *copy->sources);
    for (size_t i = 0; i < eco->sources_count; i++)
        eco_index_add(&copy->source_index, eco->sources[i].id, (int)i);
    copy->entities_count = copy->entities_capacity = eco->entities_count;
    copy->entities = copy_items(eco->entities, eco->entities_count, sizeof *copy->entities);
    for (size_t i = 0; i < eco->entities_count; i++)
        eco_index_add(&copy->entity_index, eco->entities[i].id, (int)i);
    copy->relations_count = copy->relations_capacity = eco->relations_count;
    copy->relations = copy_items(eco->relations, eco->relations_count, sizeof *copy->relations);
}

struct eco_ecosystem *eco_bring_open(const struct eco_ecosystem *eco)
{
    struct eco_ecosystem *copy = eco_ecosystem_create();
    copy->name = eco->name;
    copy->focal = eco->focal;
    copy->extra = eco->extra;
    memcpy(copy->digest, eco->digest, sizeof copy->digest);
    copy_vocabulary(&copy->entity_kinds, &eco->entity_kinds);
    copy_vocabulary(&copy->relation_kinds, &eco->relation_kinds);
    copy_vocabulary(&copy->resources, &eco->resources);
    copy_entries(copy, eco);
    return copy;
}

void eco_bring_close(struct eco_ecosystem *copy, const struct eco_ecosystem *eco)
{
    copy->asleep_entities = copy->entities_count - eco->entities_count;
    copy->asleep_relations = copy->relations_count - eco->relations_count;
}

bool eco_is_part(const struct eco_ecosystem *eco, int entity, int whole)
{
    for (; entity >= 0; entity = eco->entities[entity].part_of)
        if (entity == whole)
            return true;
    return false;
}

static bool carries(const struct eco_relation *relation, int resource)
{
    for (int k = 0; k < relation->resources_count; k++)
        if (relation->resources[k] == resource)
            return true;
    return false;
}

bool eco_relations_alike(const struct eco_relation *a, const struct eco_relation *b)
{
    if (a->from != b->from || a->to != b->to || a->kind != b->kind || a->resources_count != b->resources_count)
        return false;
    for (int k = 0; k < a->resources_count; k++) /* none is named twice */
        if (!carries(b, a->resources[k]))
            return false;
    return true;
}

/* The relation at the successor that relation r becomes; -1 where it becomes a loop. */
static int move(struct eco_ecosystem *copy, const struct eco_step *step, size_t first, size_t r)
{
    struct eco_relation moved = copy->relations[r];
    if (eco_is_part(copy, moved.from, step->replaced))
        moved.from = step->successor;
    if (eco_is_part(copy, moved.to, step->replaced))
        moved.to = step->successor;
    if (moved.from == moved.to)
        return -1;
    for (size_t k = first; k < copy->relations_count; k++)
        if (eco_relations_alike(&copy->relations[k], &moved))
            return (int)k;
    int number = eco_ecosystem_add_relation(copy);
    copy->relations[number] = moved;
    return number;
}

void eco_bring_replacement(struct eco_ecosystem *copy, struct eco_step *step)
{
    size_t first = copy->relations_count;
    step->brought = eco_arena_alloc(&copy->arena, first, sizeof *step->brought);
    step->moved = eco_arena_alloc(&copy->arena, first, sizeof *step->moved);
    for (size_t r = 0; r < first; r++) {
        const struct eco_relation *relation = &copy->relations[r];
        if (!eco_is_part(copy, relation->from, step->replaced) && !eco_is_part(copy, relation->to, step->replaced))
            continue;
        int to = move(copy, step, first, r);
        if (to < 0)
            continue;
        step->brought[step->brought_count] = to;
        step->moved[step->brought_count++] = (int)r;
    }
}
