/* For tests of PESTEL: entities that state exposures. */
#ifndef ECO_TESTS_METRIC_LENS_EXPOSED_H
#define ECO_TESTS_METRIC_LENS_EXPOSED_H

#include "build.h"

/* Adds an exposure to the entity of that id. */
ECO_TEST_HELPER void eco_test_expose(struct eco_ecosystem *eco, const char *id, enum eco_dimension dimension,
                                     double value)
{
    struct eco_entity *entity = &eco->entities[eco_ecosystem_find_entity(eco, id)];
    struct eco_exposure *grown =
        eco_arena_alloc(&eco->arena, (size_t)entity->exposures_count + 1, sizeof *entity->exposures);
    for (int k = 0; k < entity->exposures_count; k++)
        grown[k] = entity->exposures[k];
    grown[entity->exposures_count++] = (struct eco_exposure){.dimension = dimension, .value = value};
    entity->exposures = grown;
}

#endif
