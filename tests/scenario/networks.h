/* Random networks for the tests of removals: groups with parts, parallel relations, several components, isolates. */
#ifndef ECO_TESTS_SCENARIO_NETWORKS_H
#define ECO_TESTS_SCENARIO_NETWORKS_H

#include "base/random.h"
#include "base/str.h"
#include "build.h"
#include "scenario/ground.h"

struct network {
    struct eco_ecosystem *eco;
    struct eco_state state;
    struct eco_ground *ground;
};

/* Up to 12 entities, of which some are parts of the one before; every third network has hardly any ties. */
ECO_TEST_HELPER struct eco_ecosystem *draw_network(uint64_t seed)
{
    static const char *const kinds[] = {"supply", "use", "licensing", "competition"};
    static const char *const resources[] = {"brand", "data", "components", "brand+data"};
    struct eco_random random;
    struct eco_str text = {0};
    eco_random_init(&random, seed, 1);
    int entities = 2 + (int)eco_random_below(&random, 11);
    int relations = (int)eco_random_below(&random, (uint64_t)entities * (seed % 3 ? 3 : 1) + 1);
    eco_str_add(&text, "*e0");
    for (int e = 1; e < entities; e++)
        eco_str_printf(&text, eco_random_below(&random, 4) ? ", e%d" : ", e%d@e%d", e, e - 1);
    for (int r = 0; r < relations; r++)
        eco_str_printf(&text, ", e%d>e%d:%.3f %s %s", (int)eco_random_below(&random, (uint64_t)entities),
                       (int)eco_random_below(&random, (uint64_t)entities), 0.001 + eco_random_uniform(&random),
                       kinds[eco_random_below(&random, 4)], resources[eco_random_below(&random, 4)]);
    struct eco_ecosystem *eco = eco_test_network(eco_str_text(&text));
    eco_str_finish(&text);
    return eco;
}

ECO_TEST_HELPER void open_network(struct network *network, struct eco_ecosystem *eco, enum eco_level level, enum eco_side side)
{
    struct eco_analysis_options options = {level, side, eco->focal, 1};
    network->eco = eco;
    eco_test_state(&network->state, eco);
    network->ground = eco_ground_create(eco, &network->state, &options);
}

ECO_TEST_HELPER void close_network(struct network *network)
{
    eco_ground_destroy(network->ground);
    eco_state_finish(&network->state);
    eco_ecosystem_destroy(network->eco);
}

#endif
