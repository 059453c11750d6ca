#include "metric/lens/capability.h"

#include <stdlib.h>
#include <string.h>

static int by_bytes(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static void sort_and_merge(struct eco_words *words)
{
    int used = 0;
    qsort(words->items, (size_t)words->count, sizeof *words->items, by_bytes);
    for (int k = 0; k < words->count; k++)
        if (used == 0 || strcmp(words->items[used - 1], words->items[k]) != 0)
            words->items[used++] = words->items[k];
    words->count = used;
}

struct eco_words *eco_capability_of_groups(const struct eco_view *groups)
{
    const struct eco_ecosystem *eco = groups->eco;
    struct eco_words *able = eco_alloc((size_t)groups->n, sizeof *able);
    for (size_t e = 0; e < eco->entities_count; e++)
        if (groups->node_of_entity[e] >= 0)
            able[groups->node_of_entity[e]].count += eco->entities[e].capabilities.count;
    for (int g = 0; g < groups->n; g++) {
        able[g].items = eco_alloc((size_t)able[g].count, sizeof *able[g].items);
        able[g].count = 0;
    }
    for (size_t e = 0; e < eco->entities_count; e++) {
        const struct eco_words *said = &eco->entities[e].capabilities;
        int g = groups->node_of_entity[e];
        for (int k = 0; g >= 0 && k < said->count; k++)
            able[g].items[able[g].count++] = said->items[k];
    }
    for (int g = 0; g < groups->n; g++)
        sort_and_merge(&able[g]);
    return able;
}

void eco_capability_free(struct eco_words *capabilities, int groups)
{
    for (int g = 0; capabilities && g < groups; g++)
        free(capabilities[g].items);
    free(capabilities);
}

bool eco_capability_has(const struct eco_words *capabilities, const char *word)
{
    return capabilities->count > 0 &&
           bsearch(&word, capabilities->items, (size_t)capabilities->count, sizeof *capabilities->items, by_bytes);
}
