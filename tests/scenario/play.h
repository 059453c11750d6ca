/* What the tests of scenarios share: a scenario, written as the members of its file, played on a network written as text
 * (see build.h). */
#ifndef ECO_TESTS_SCENARIO_PLAY_H
#define ECO_TESTS_SCENARIO_PLAY_H

#include <math.h>

#include "base/random.h"
#include "build.h"
#include "read/scenario.h"
#include "scenario/whatif.h"
#include "support.h"

struct play {
    struct eco_ecosystem *loaded;
    struct eco_scenario scenario;
    const struct eco_ecosystem *eco; /* with what the steps bring */
    struct eco_state state;
    struct eco_problems problems;
    struct eco_whatif *whatif; /* NULL where a step failed */
    int code;
};

/* On an ecosystem that the play then owns. Quotes of the scenario may be single ones. */
ECO_TEST_HELPER void play_on(struct play *play, struct eco_ecosystem *eco, const char *members, enum eco_side side)
{
    *play = (struct play){.loaded = eco};
    char text[8192];
    int length = snprintf(text, sizeof text, "{\"format\": \"ecograph-scenario/1\", %s}", members);
    ck_assert_int_lt(length, (int)sizeof text);
    for (char *c = text; *c; c++)
        *c = *c == '\'' ? '"' : *c;
    int code = eco_scenario_read(text, (size_t)length, eco, NULL, &play->scenario, &play->problems);
    ck_assert_msg(code == ECO_OK, "%s", play->problems.count ? play->problems.items[0].text : "the scenario does not load");
    play->eco = play->scenario.eco;
    eco_test_state(&play->state, play->eco);
    struct eco_analysis_options options = {ECO_LEVEL_ENTITY, side, play->eco->focal, 1};
    play->code = eco_whatif_run(play->eco, &play->state, &options, &play->scenario, &play->whatif, &play->problems);
}

ECO_TEST_HELPER void play_open(struct play *play, const char *network, const char *members)
{
    play_on(play, eco_test_network(network), members, ECO_SIDE_INPUTS);
    ck_assert_msg(play->code == ECO_OK, "%s", play->problems.count ? play->problems.items[0].text : "");
}

ECO_TEST_HELPER void play_close(struct play *play)
{
    eco_whatif_destroy(play->whatif);
    eco_state_finish(&play->state);
    eco_scenario_finish(&play->scenario);
    eco_ecosystem_destroy(play->loaded);
    eco_problems_finish(&play->problems);
}

ECO_TEST_HELPER const struct eco_outcome *play_step(const struct play *play, int step)
{
    ck_assert_int_lt(step, (int)play->whatif->outcomes_count);
    return &play->whatif->outcomes[step];
}

/* The cascade's node of an entity. */
ECO_TEST_HELPER int play_node(const struct play *play, int step, const char *id)
{
    int entity = eco_ecosystem_find_entity(play->eco, id);
    ck_assert_msg(entity >= 0, "there is no %s", id);
    int node = play_step(play, step)->view->node_of_entity[entity];
    ck_assert_int_ge(node, 0);
    return node;
}

/* The round in which it falls; 0 = it stands, -1 = it was gone. */
ECO_TEST_HELPER int play_round(const struct play *play, int step, const char *id)
{
    return eco_outcome_cascade(play_step(play, step))->round[play_node(play, step, id)];
}

ECO_TEST_HELPER double play_distress(const struct play *play, int step, const char *id)
{
    return eco_outcome_cascade(play_step(play, step))->distress[play_node(play, step, id)];
}

/* What `id` lost with `provider`; NULL = by the steps themselves. */
ECO_TEST_HELPER double play_cause(const struct play *play, int step, const char *id, const char *provider)
{
    const struct eco_outcome *outcome = play_step(play, step);
    const struct eco_cascade *cascade = eco_outcome_cascade(outcome);
    const struct eco_flow *flow = outcome->field->flow;
    int i = play_node(play, step, id), j = provider ? play_node(play, step, provider) : -1;
    for (int d = flow->start[i]; j >= 0 && d < flow->start[i + 1]; d++)
        if (flow->on[d] == j)
            return cascade->share[d];
    return j < 0 ? cascade->own[i] : 0;
}

ECO_TEST_HELPER double play_damage(const struct play *play, int step)
{
    ck_assert_ptr_null(play_step(play, step)->damage.undefined);
    return play_step(play, step)->damage.value;
}

/* A figure after a step; -1 = before the first. */
ECO_TEST_HELPER double play_figure(const struct play *play, int step, const char *id)
{
    const struct eco_comparison *figures = step < 0 ? &play->whatif->before : &play_step(play, step)->figures;
    int k = eco_comparison_find(figures, id);
    ck_assert_int_ge(k, 0);
    ck_assert_msg(figures->figures[k].undefined == NULL, "%s is undefined: %s", id, figures->figures[k].undefined);
    return figures->figures[k].value;
}

/* The ids that are marked, with spaces between them. */
ECO_TEST_HELPER const char *play_orphans(const struct play *play, int step)
{
    static char text[1024];
    const struct eco_outcome *outcome = play_step(play, step);
    *text = '\0';
    for (int i = 0; i < outcome->view->n; i++)
        if (outcome->orphan[i])
            snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", *text ? " " : "",
                     play->eco->entities[outcome->view->entity_of_node[i]].id);
    return text;
}

ECO_TEST_HELPER const char *play_resources_lost(const struct play *play, int step)
{
    static char text[1024];
    *text = '\0';
    for (size_t r = 0; r < play->eco->resources.count; r++)
        if (play_step(play, step)->resource_lost[r])
            snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", *text ? " " : "", play->eco->resources.terms[r].id);
    return text;
}

/* A random network of 3 to 12 entities, some of them parts, with ties of weight 0.1 to 2; the same for the same seed. */
ECO_TEST_HELPER struct eco_ecosystem *play_random(uint64_t seed)
{
    static const char *const resources[] = {"brand", "data", "capital", "brand+data", "data+capital"};
    struct eco_random random;
    eco_random_init(&random, seed, 0);
    struct eco_ecosystem *eco = eco_test_ecosystem();
    int n = 3 + (int)eco_random_below(&random, 10), ties = n + (int)eco_random_below(&random, (uint64_t)n);
    char ids[12][16];
    for (int i = 0; i < n; i++) {
        snprintf(ids[i], sizeof ids[i], "n%d", i);
        int entity = eco_test_entity(eco, ids[i]);
        if (i > 0 && eco_random_below(&random, 4) == 0)
            eco->entities[entity].part_of = (int)eco_random_below(&random, (uint64_t)i);
    }
    for (int k = 0; k < ties; k++) {
        uint64_t from = eco_random_below(&random, (uint64_t)n), to = eco_random_below(&random, (uint64_t)n);
        char kind[16];
        snprintf(kind, sizeof kind, "kind%d", k); /* no two are alike, so that all count */
        eco_test_relation(eco, ids[from], ids[to], 0.1 * (double)(1 + eco_random_below(&random, 20)), kind,
                          resources[eco_random_below(&random, 5)]);
    }
    eco->focal = 0;
    int entity;
    if (!eco_ecosystem_find_roots(eco, &entity))
        abort();
    return eco;
}

ECO_TEST_HELPER Suite *play_suite(const char *name, const TTest *const *tests, int count)
{
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);
    for (int i = 0; i < count; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    return suite;
}

/* PLAY_PROGRAM(name, tests...): the main function of a program of such tests. */
#define PLAY_PROGRAM(name, ...)                                                     \
    static Suite *play_all(void)                                                    \
    {                                                                               \
        const TTest *const tests[] = {__VA_ARGS__};                                 \
        return play_suite(name, tests, (int)(sizeof tests / sizeof *tests));        \
    }                                                                               \
    ECO_TEST_MAIN(play_all)

#endif
