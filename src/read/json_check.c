/* Rules across entries, checked once all are read. */
#include <stdlib.h>

#include "read/check.h"
#include "read/json_load.h"

void eco_json_check_parts(struct eco_json *json)
{
    int *firsts;
    size_t count = eco_check_cycles(json->eco, &firsts);
    struct eco_json_spot list = {json->lists, "entities", 0};
    for (size_t i = 0; i < count; i++) {
        struct eco_json_spot item = {&list, NULL, json->entity_spots[(size_t)firsts[i] - json->first_entity]};
        struct eco_json_spot at = {&item, "part_of", 0};
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
    struct eco_json_spot list = {json->lists, "relations", 0};
    for (size_t i = 0; i < count; i++) {
        size_t relation = (size_t)clashes[i].relation, other = (size_t)clashes[i].other;
        struct eco_json_spot item = {&list, NULL, relation - json->first_relation};
        if (other >= json->first_relation) /* else a scenario adds to what is there: they add up */
            eco_json_error(json, &item, "repeats relations[%zu]: same ends, kind and resources, and years that overlap",
                           other - json->first_relation);
    }
    free(clashes);
}
