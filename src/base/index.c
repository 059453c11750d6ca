#include "base/index.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct eco_index_slot {
    const char *key;
    uint64_t hash;
    int value;
};

/* FNV-1a with a final mix: short ids that differ in one character must not share a run of slots. */
static uint64_t hash_of(const char *key)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (; *key; key++)
        hash = (hash ^ (unsigned char)*key) * 0x100000001b3u;
    hash ^= hash >> 32;
    return hash * 0x9e3779b97f4a7c15u;
}

static struct eco_index_slot *slot_of(const struct eco_index *index, const char *key, uint64_t hash)
{
    size_t at = (size_t)(hash >> 20) & (index->capacity - 1);
    while (index->slots[at].key && (index->slots[at].hash != hash || strcmp(index->slots[at].key, key) != 0))
        at = (at + 1) & (index->capacity - 1);
    return &index->slots[at];
}

static void enlarge(struct eco_index *index)
{
    struct eco_index old = *index;
    index->capacity = old.capacity ? old.capacity * 2 : 64;
    index->slots = eco_alloc(index->capacity, sizeof *index->slots);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].key)
            *slot_of(index, old.slots[i].key, old.slots[i].hash) = old.slots[i];
    free(old.slots);
}

int eco_index_add(struct eco_index *index, const char *key, int value)
{
    if ((index->count + 1) * 2 > index->capacity)
        enlarge(index);
    uint64_t hash = hash_of(key);
    struct eco_index_slot *slot = slot_of(index, key, hash);
    if (!slot->key) {
        *slot = (struct eco_index_slot){key, hash, value};
        index->count++;
    }
    return slot->value;
}

int eco_index_find(const struct eco_index *index, const char *key)
{
    if (index->count == 0)
        return -1;
    struct eco_index_slot *slot = slot_of(index, key, hash_of(key));
    return slot->key ? slot->value : -1;
}

void eco_index_finish(struct eco_index *index)
{
    if (!index)
        return;
    free(index->slots);
    *index = (struct eco_index){0};
}
