#include "scenario/play.h"

#include "metric/metric.h"
#include "scenario/compare.h"

START_TEST(orphans_lost_every_provider_by_the_step)
{
    struct play p;
    play_open(&p, "a>b, a>c, x>c, b>d, part@a, part>e", "'steps': [{'remove': {'id': 'a'}}, {'remove': {'id': 'x'}}]");
    ck_assert_str_eq(play_orphans(&p, 0), "b e"); /* d loses b by the cascade, c keeps x, a and its part are gone */
    ck_assert_str_eq(play_orphans(&p, 1), "");
    play_close(&p);
    play_open(&p, "a>b, a>c, x>c", "'cascade': {'model': 'none'}, 'steps': [{'remove': {'id': 'a'}}, {'remove': {'id': 'x'}}]");
    ck_assert_str_eq(play_orphans(&p, 0), "b");
    ck_assert_str_eq(play_orphans(&p, 1), "c"); /* b lost its provider before */
    play_close(&p);
    play_open(&p, "a>b", "'cascade': {'model': 'none'}, 'steps': [{'scale': {'relations': {}, 'by': 0}}]");
    ck_assert_str_eq(play_orphans(&p, 0), "b");
    play_close(&p);
}
END_TEST

START_TEST(a_part_of_a_focal_firm_orphans_nobody_that_its_firm_supplies)
{
    struct play p;
    play_open(&p, "part@f, part>b, f>b", "'steps': [{'remove': {'id': 'part'}}]");
    ck_assert_str_eq(play_orphans(&p, 0), "");
    play_close(&p);
}
END_TEST

START_TEST(resources_are_lost_when_nobody_provides_them)
{
    struct play p;
    play_open(&p, "a>b:1 tie brand+data, b>c:1 tie capital, x>y:1 tie data, y>y:1 tie brand",
              "'steps': [{'remove': {'id': 'a'}}]");
    ck_assert_str_eq(play_resources_lost(&p, 0), "capital brand"); /* b falls too; what somebody gives itself counts as nothing */
    play_close(&p);
    /* What a step brought itself was never there as loaded. */
    play_open(&p, "a>b:1 tie brand", "'steps': [{'add': {'relations': [{'from': 'b', 'to': 'a', 'kind': 'supply', 'weight': 1,"
                                     " 'resources': ['policy']}]}}, {'remove': {'id': 'a'}}]");
    ck_assert_str_eq(play_resources_lost(&p, 1), "brand");
    play_close(&p);
}
END_TEST

START_TEST(figures_stand_beside_each_other)
{
    struct play p;
    play_open(&p, "*f<>a, f<>b, a>b, lonely", "'cascade': {'model': 'none'}, 'steps': [{'remove': {'id': 'a'}}]");
    ck_assert_double_eq(play_figure(&p, -1, "entities"), 4);
    ck_assert_double_eq(play_figure(&p, 0, "entities"), 3);
    ck_assert_double_eq_tol(play_step(&p, 0)->value_lost.value, 0.6, 1e-12);
    ck_assert_double_eq_tol(play_figure(&p, -1, "largest_component"), 0.75, 1e-12);
    ck_assert_double_eq_tol(play_figure(&p, 0, "largest_component"), 0.5, 1e-12); /* two of four, a counts on */
    ck_assert_double_eq_tol(play_figure(&p, 0, "fragmentation"), 1 - 2.0 / 12, 1e-12);
    ck_assert_double_eq_tol(play_figure(&p, -1, "mutuality"), 1, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(nothing_left_is_an_answer)
{
    struct play p;
    play_open(&p, "*a>b", "'steps': [{'remove': {'id': ['a', 'b']}}]");
    ck_assert_double_eq(play_figure(&p, 0, "entities"), 0);
    ck_assert_double_eq(play_step(&p, 0)->value_lost.value, 1);
    ck_assert_ptr_nonnull(play_step(&p, 0)->damage.undefined);
    play_close(&p);
    play_open(&p, "a, b", "'steps': [{'remove': {'id': 'a'}}]");
    ck_assert_ptr_nonnull(play_step(&p, 0)->value_lost.undefined);
    play_close(&p);
    play_open(&p, "a>b", "'steps': []");
    ck_assert_uint_eq(p.whatif->outcomes_count, 0);
    play_close(&p);
}
END_TEST

START_TEST(a_year_holds_for_what_is_added)
{
    struct eco_ecosystem *eco = eco_test_network("a>b, old>b");
    eco->entities[2].until = 2010;
    struct eco_scenario scenario;
    struct eco_problems problems = {0};
    static const char text[] =
        "{\"format\": \"ecograph-scenario/1\", \"steps\": [{\"add\": {\"entities\": [{\"id\": \"n\", \"kind\": \"partner\"},"
        " {\"id\": \"late\", \"kind\": \"partner\", \"since\": 2030}], \"relations\": ["
        "{\"from\": \"n\", \"to\": \"b\", \"kind\": \"supply\", \"weight\": 2},"
        "{\"from\": \"n\", \"to\": \"a\", \"kind\": \"supply\", \"weight\": 2, \"until\": 2015},"
        "{\"from\": \"late\", \"to\": \"b\", \"kind\": \"supply\", \"weight\": 2},"
        "{\"from\": \"old\", \"to\": \"b\", \"kind\": \"supply\", \"weight\": 2}]}}]}";
    ck_assert_int_eq(eco_scenario_read(text, sizeof text - 1, eco, NULL, &scenario, &problems), ECO_OK);
    struct eco_state_options options = {.at = 2020, .weight_power = 3, .default_confidence = 1};
    struct eco_state state;
    eco_state_init(&state, scenario.eco, &options);
    struct eco_analysis_options how = {ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS, -1, 1};
    struct eco_whatif *whatif;
    ck_assert_int_eq(eco_whatif_run(scenario.eco, &state, &how, &scenario, &whatif, &problems), ECO_OK);
    struct eco_figure *after = whatif->outcomes[0].figures.figures;
    ck_assert_double_eq(after[eco_comparison_find(&whatif->before, "entities")].value, 3);
    ck_assert_double_eq(after[eco_comparison_find(&whatif->before, "value")].value, 9); /* 1 and 2 to the third */
    ck_assert_uint_eq(problems.warnings, 0);
    eco_whatif_destroy(whatif);
    eco_state_finish(&state);
    eco_scenario_finish(&scenario);
    eco_ecosystem_destroy(eco);
}
END_TEST

/* ---- properties of random networks ---- */

enum { RANDOM = 150 };

static const struct eco_flow *flow_of(const struct eco_outcome *outcome)
{
    return outcome->field->flow;
}

START_TEST(causes_add_up_to_the_loss)
{
    static const char members[] = "'cascade': {'model': 'all', 'substitution': 0.3, 'threshold': 0.4}, 'steps': ["
                                  "{'scale': {'relations': {'from': {'id': 'n1'}}, 'by': 0.3}}, {'remove': {'id': 'n2'}}]";
    struct play p;
    play_on(&p, play_random((uint64_t)_i), members, ECO_SIDE_INPUTS);
    for (size_t s = 0; p.code == ECO_OK && s < p.whatif->outcomes_count; s++)
        for (int k = 0; k < 3; k++) {
            const struct eco_outcome *outcome = play_step(&p, (int)s);
            const struct eco_cascade *cascade = outcome->cascades[k];
            for (int i = 0; i < cascade->n; i++) {
                double sum = cascade->own[i];
                for (int d = flow_of(outcome)->start[i]; d < flow_of(outcome)->start[i + 1]; d++)
                    sum += cascade->share[d];
                if (outcome->hit.gone[i])
                    continue;
                if (cascade->kind == ECO_CASCADE_THRESHOLD)
                    ck_assert((sum >= 0.4 - 1e-12 && flow_of(outcome)->inflow[i] > 0) == (cascade->round[i] > 0));
                else
                    ck_assert_double_eq_tol(sum, cascade->distress[i], 1e-9);
                ck_assert_double_le(sum, 1 + 1e-9);
            }
        }
    play_close(&p);
}
END_TEST

START_TEST(a_loss_never_looks_like_a_gain)
{
    struct play p;
    char members[128];
    snprintf(members, sizeof members, "'cascade': {'model': '%s'}, 'steps': [{'remove': {'id': 'n%d'}}]",
             _i % 2 ? "threshold" : "none", _i % 3);
    play_on(&p, play_random((uint64_t)_i), members, ECO_SIDE_INPUTS);
    ck_assert_int_eq(p.code, ECO_OK);
    ck_assert_double_le(play_figure(&p, 0, "value"), play_figure(&p, -1, "value") + 1e-12);
    ck_assert_double_le(play_figure(&p, 0, "efficiency"), play_figure(&p, -1, "efficiency") + 1e-12);
    ck_assert_double_le(play_figure(&p, 0, "largest_component"), play_figure(&p, -1, "largest_component") + 1e-12);
    ck_assert_double_ge(play_figure(&p, 0, "fragmentation"), play_figure(&p, -1, "fragmentation") - 1e-12);
    ck_assert_double_ge(play_figure(&p, 0, "distance_fragmentation"), play_figure(&p, -1, "distance_fragmentation") - 1e-12);
    if (!play_step(&p, 0)->damage.undefined)
        ck_assert_double_le(play_damage(&p, 0), 1 + 1e-12);
    play_close(&p);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("whatif");
    TCase *tcase = tcase_create("whatif");
    tcase_add_test(tcase, orphans_lost_every_provider_by_the_step);
    tcase_add_test(tcase, a_part_of_a_focal_firm_orphans_nobody_that_its_firm_supplies);
    tcase_add_test(tcase, resources_are_lost_when_nobody_provides_them);
    tcase_add_test(tcase, figures_stand_beside_each_other);
    tcase_add_test(tcase, nothing_left_is_an_answer);
    tcase_add_test(tcase, a_year_holds_for_what_is_added);
    tcase_add_loop_test(tcase, causes_add_up_to_the_loss, 0, RANDOM);
    tcase_add_loop_test(tcase, a_loss_never_looks_like_a_gain, 0, RANDOM);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
