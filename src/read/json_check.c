/* Rules across entries, checked once all are read. */
#include <stdlib.h>

#include "read/check.h"
#include "read/json_load.h"

static const struct eco_json_spot entities_spot = {NULL, "entities", 0};
static const struct eco_json_spot relations_spot = {NULL, "relations", 0};

void eco_json_check_parts(struct eco_json *json)
{
    int *firsts;
    size_t count = eco_check_cycles(json->eco, &firsts);
    for (size_t i = 0; i < count; i++) {
        struct eco_json_spot item = {&entities_spot, NULL, json->entity_spots[firsts[i]]}, at = {&item, "part_of", 0};
        char *way = eco_check_cycle_text(json->eco, firsts[i]);
        eco_json_error(json, &at, "an entity cannot be part of itself: %s", way);
        free(way);
    }
    free(firsts);
}

void eco_json_check_repeats(struct eco_json *json)
{
    struct eco_clash *clashes;
    size_t count = eco_check_repeats(json->eco, &clashes);
    for (size_t i = 0; i < count; i++) {
        struct eco_json_spot item = {&relations_spot, NULL, (size_t)clashes[i].relation};
        eco_json_error(json, &item,
                       "repeats relations[%d]: same ends, kind and resources, and years that overlap", clashes[i].other);
    }
    free(clashes);
}
