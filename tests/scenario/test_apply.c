#include "scenario/apply.h"
#include "scenario/play.h"

/* What a relation weighs after the last step; 0 = it is gone. Relations alike in ends and kind add up. */
static double weight(const struct play *p, const char *from, const char *to, const char *kind)
{
    const struct eco_state *after = &p->whatif->outcomes[p->whatif->outcomes_count - 1].after;
    double sum = 0;
    for (int r = 0; r < after->relations; r++) {
        const struct eco_relation *relation = &p->eco->relations[r];
        if (strcmp(p->eco->entities[relation->from].id, from) == 0 && strcmp(p->eco->entities[relation->to].id, to) == 0 &&
            strcmp(eco_relation_kind(p->eco, relation)->id, kind) == 0)
            sum += after->weight[r];
    }
    return sum;
}

static bool is_there(const struct play *p, const char *id)
{
    const struct eco_state *after = &p->whatif->outcomes[p->whatif->outcomes_count - 1].after;
    return after->present[eco_ecosystem_find_entity(p->eco, id)];
}

/* Nobody falls: the steps alone. */
#define QUIET "'cascade': {'model': 'none'}, "

START_TEST(removing_takes_parts_along)
{
    struct play p;
    play_open(&p, "a>b, part@a, deep@part, deep>c, c>b", QUIET "'steps': [{'remove': {'id': 'a'}}]");
    ck_assert(!is_there(&p, "a") && !is_there(&p, "part") && !is_there(&p, "deep") && is_there(&p, "b"));
    ck_assert_double_eq(weight(&p, "deep", "c", "tie"), 0);
    ck_assert_double_eq(weight(&p, "c", "b", "tie"), 1);
    ck_assert_int_eq(play_step(&p, 0)->removed_count, 3);
    play_close(&p);
}
END_TEST

START_TEST(selectors_are_anded_and_their_lists_ored)
{
    struct eco_ecosystem *eco = eco_test_network("a>h, b>h, c>h, d>h");
    eco->entities[0].sector = eco->entities[2].sector = "battery"; /* a and b; h stands second */
    eco->entities[3].sector = "chips";
    eco->entities[0].country = eco->entities[3].country = "CN";
    struct play p;
    play_on(&p, eco, QUIET "'steps': [{'remove': {'sector': ['battery', 'chips', 'nowhere'], 'country': 'CN'}}]", ECO_SIDE_INPUTS);
    ck_assert_int_eq(p.code, ECO_OK);
    ck_assert(!is_there(&p, "a") && is_there(&p, "b") && !is_there(&p, "c") && is_there(&p, "d"));
    play_close(&p);
}
END_TEST

START_TEST(scaling_chooses_relations)
{
    struct play p;
    play_open(&p, "a>b:2 supply, a>b:1 tie brand+data, b>a:1 supply, c>b:1 tie",
              QUIET "'steps': [{'scale': {'relations': {'resource': 'data'}, 'by': 0.5}},"
              " {'scale': {'relations': {'kind': 'supply', 'from': {'id': 'a'}}, 'by': 0}},"
              " {'scale': {'relations': {'class': 'cooperative', 'from': {'id': 'c'}, 'to': {'id': ['b', 'a']}}, 'by': 3}}]");
    ck_assert_double_eq(weight(&p, "a", "b", "tie"), 0.5);
    ck_assert_double_eq(weight(&p, "a", "b", "supply"), 0);
    ck_assert_double_eq(weight(&p, "b", "a", "supply"), 1);
    ck_assert_double_eq(weight(&p, "c", "b", "tie"), 3);
    play_close(&p);
}
END_TEST

START_TEST(what_is_scaled_to_nothing_is_gone)
{
    struct play p;
    play_open(&p, "a>b", QUIET "'steps': [{'scale': {'relations': {}, 'by': 1e-70}}]");
    ck_assert_double_eq(weight(&p, "a", "b", "tie"), 0);
    ck_assert_double_eq(play_figure(&p, 0, "relations"), 0);
    play_close(&p);
    play_on(&p, eco_test_network("a>b"), QUIET "'steps': [{'scale': {'relations': {}, 'by': 1e12}}, {'scale': {'relations': {}, 'by': 2}}]",
            ECO_SIDE_INPUTS);
    ck_assert_int_eq(p.code, ECO_EINPUT);
    ck_assert_str_eq(p.problems.items[0].path, "steps[1].scale.relations");
    ck_assert_str_eq(p.problems.items[0].text, "makes a weight larger than 1e12");
    play_close(&p);
}
END_TEST

static struct eco_ecosystem *exposed(void)
{
    struct eco_ecosystem *eco = eco_test_network("a>b, b>a:2, a>c, a>a:4");
    static struct eco_exposure of_a[] = {{ECO_LEGAL, -0.5, {0}, NULL}}, of_b[] = {{ECO_LEGAL, -1, {0}, NULL}},
                               of_c[] = {{ECO_LEGAL, 0.5, {0}, NULL}, {ECO_SOCIAL, -1, {0}, NULL}};
    struct eco_exposure *const all[] = {of_a, of_b, of_c};
    for (int e = 0; e < 3; e++) {
        eco->entities[e].exposures = all[e];
        eco->entities[e].exposures_count = e == 2 ? 2 : 1;
    }
    eco->entities[0].country = "US";
    return eco;
}

START_TEST(a_shock_hits_each_exposed_end)
{
    struct play p;
    play_on(&p, exposed(), QUIET "'steps': [{'shock': {'dimension': 'legal', 'severity': 0.6}}]", ECO_SIDE_INPUTS);
    ck_assert_double_eq_tol(weight(&p, "a", "b", "tie"), 0.7 * 0.4, 1e-12);
    ck_assert_double_eq_tol(weight(&p, "b", "a", "tie"), 2 * 0.7 * 0.4, 1e-12);
    ck_assert_double_eq_tol(weight(&p, "a", "c", "tie"), 0.7, 1e-12); /* support is no threat */
    ck_assert_double_eq_tol(weight(&p, "a", "a", "tie"), 4 * 0.7 * 0.7, 1e-12);
    play_close(&p);
    play_on(&p, exposed(), QUIET "'steps': [{'shock': {'dimension': 'legal', 'severity': 0.6, 'where': {'country': 'US'}}}]",
            ECO_SIDE_INPUTS);
    ck_assert_double_eq_tol(weight(&p, "a", "b", "tie"), 0.7, 1e-12);
    play_close(&p);
    play_on(&p, exposed(), QUIET "'steps': [{'shock': {'dimension': 'legal', 'severity': 1}}]", ECO_SIDE_INPUTS);
    ck_assert_double_eq(weight(&p, "a", "b", "tie"), 0);
    ck_assert_double_eq(play_figure(&p, 0, "relations"), 1);
    play_close(&p);
}
END_TEST

START_TEST(a_shock_that_meets_nobody_says_so)
{
    struct play p;
    play_on(&p, exposed(), QUIET "'steps': [{'shock': {'dimension': 'economic', 'severity': 0.6}}]", ECO_SIDE_INPUTS);
    ck_assert_int_eq(p.code, ECO_OK);
    ck_assert_uint_eq(p.problems.warnings, 1);
    ck_assert_double_eq(weight(&p, "a", "b", "tie"), 1);
    play_close(&p);
}
END_TEST

START_TEST(what_add_brings_is_there_from_its_step_on)
{
    struct play p;
    play_open(&p, "a>b", "'steps': [{'scale': {'relations': {'from': {'id': 'a'}}, 'by': 1}},"
                         " {'add': {'entities': [{'id': 'n', 'kind': 'partner'}, {'id': 'm', 'kind': 'partner', 'part_of': 'b'}],"
                         " 'relations': [{'from': 'n', 'to': 'm', 'kind': 'supply', 'weight': 3}]}}, {'remove': {'id': 'a'}}]");
    ck_assert_uint_eq(p.eco->asleep_entities, 2);
    ck_assert_uint_eq(p.eco->asleep_relations, 1);
    ck_assert_double_eq(play_figure(&p, -1, "entities"), 2);
    ck_assert_double_eq(play_figure(&p, 0, "entities"), 2);
    ck_assert_double_eq(play_figure(&p, 1, "entities"), 4);
    ck_assert_double_eq(play_figure(&p, 1, "value"), 4);
    /* It counts as loaded: of four units that b receives, one goes. */
    ck_assert_int_eq(play_round(&p, 2, "b"), 0);
    ck_assert_double_eq_tol(play_cause(&p, 2, "b", "a"), 0.25, 1e-12);
    ck_assert_double_eq_tol(play_step(&p, 1)->value_lost.value, -3, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(what_is_added_alike_adds_up)
{
    struct play p;
    play_open(&p, "a>b:1 supply brand+data, c>a",
              QUIET "'steps': [{'add': {'relations': [{'from': 'a', 'to': 'b', 'kind': 'supply', 'weight': 2, 'resources': ['data', 'brand']},"
              " {'from': 'a', 'to': 'b', 'kind': 'supply', 'weight': 2, 'resources': ['data']}]}}]");
    ck_assert_double_eq(weight(&p, "a", "b", "supply"), 5);
    ck_assert_double_eq(play_figure(&p, 0, "relations"), 3);
    play_close(&p);
}
END_TEST

START_TEST(what_belongs_to_something_gone_stays_away)
{
    struct play p;
    play_open(&p, "a>b, c>d", QUIET
              "'steps': [{'remove': {'id': 'a'}}, {'add': {'entities': [{'id': 'n', 'kind': 'partner', 'part_of': 'a'}],"
              " 'relations': [{'from': 'c', 'to': 'a', 'kind': 'supply', 'weight': 1}, {'from': 'n', 'to': 'b', 'kind': 'supply', 'weight': 1},"
              " {'from': 'c', 'to': 'b', 'kind': 'supply', 'weight': 1}]}}]");
    ck_assert(!is_there(&p, "n"));
    ck_assert_double_eq(weight(&p, "c", "b", "supply"), 1);
    ck_assert_double_eq(play_figure(&p, 1, "relations"), 2);
    ck_assert_uint_eq(p.problems.warnings, 1);
    ck_assert_str_eq(p.problems.items[0].path, "steps[1].add");
    ck_assert_str_eq(p.problems.items[0].text, "what belongs to \"a\" stays away, because that is gone");
    play_close(&p);
}
END_TEST

START_TEST(replacing_moves_what_there_is)
{
    struct play p;
    play_open(&p, "a>x:1, part@a, part>y:2, x>a:3, m>x:4, a>m:5, part>a:6, x>y:7",
              QUIET "'steps': [{'scale': {'relations': {'from': {'id': 'part'}, 'to': {'id': 'y'}}, 'by': 0.5}},"
              " {'replace': {'id': 'a', 'by': 'm'}}]");
    ck_assert(!is_there(&p, "a") && !is_there(&p, "part") && is_there(&p, "m"));
    ck_assert_double_eq(weight(&p, "m", "x", "tie"), 5); /* its own and the moved one */
    ck_assert_double_eq(weight(&p, "m", "y", "tie"), 1);
    ck_assert_double_eq(weight(&p, "x", "m", "tie"), 3);
    ck_assert_double_eq(weight(&p, "m", "m", "tie"), 0);
    ck_assert_double_eq(weight(&p, "x", "y", "tie"), 7);
    ck_assert_double_eq(play_figure(&p, 1, "relations"), 4);
    ck_assert_double_eq(play_figure(&p, 1, "value"), 16);
    ck_assert_int_eq(play_step(&p, 1)->removed_count, 2);
    play_close(&p);
}
END_TEST

START_TEST(replacing_may_go_on)
{
    struct play p;
    play_open(&p, "a>x, b, c", QUIET "'steps': [{'replace': {'id': 'a', 'by': 'b'}}, {'replace': {'id': 'b', 'by': 'c'}}]");
    ck_assert_double_eq(weight(&p, "c", "x", "tie"), 1);
    ck_assert_double_eq(play_figure(&p, 1, "relations"), 1);
    play_close(&p);
}
END_TEST

/* The definitions say that what a step brings counts as loaded: the old tie and the new one both do, and the old one goes. */
START_TEST(a_replacement_counts_beside_what_it_replaces)
{
    struct play p;
    play_open(&p, "a>x, m", "'cascade': {'threshold': 0.6}, 'steps': [{'replace': {'id': 'a', 'by': 'm'}}]");
    ck_assert_double_eq_tol(play_cause(&p, 0, "x", "a"), 0.5, 1e-12);
    ck_assert_int_eq(play_round(&p, 0, "x"), 0);
    ck_assert_str_eq(play_orphans(&p, 0), "");
    play_close(&p);
}
END_TEST

struct refusal {
    const char *steps, *path, *text;
} refusals[] = {
    {"{'remove': {'id': 'a'}}, {'remove': {'id': 'a'}}", "steps[1].remove", "selects nothing that is there"},
    {"{'remove': {'id': 'a'}}, {'remove': {'id': 'b'}}", "steps[1].remove", "selects nothing that is there"}, /* b fell */
    {"{'scale': {'relations': {'kind': 'supply'}, 'by': 1}}", "steps[0].scale.relations", "selects no relation that is there"},
    {"{'remove': {'id': 'a'}}, {'scale': {'relations': {'from': {'id': 'a'}}, 'by': 1}}", "steps[1].scale.relations",
     "selects nothing: no entity that is there matches \"from\""},
    {"{'remove': {'id': 'a'}}, {'scale': {'relations': {'to': {'id': 'a'}}, 'by': 1}}", "steps[1].scale.relations",
     "selects nothing: no entity that is there matches \"to\""},
    {"{'remove': {'id': 'a'}}, {'shock': {'dimension': 'legal', 'severity': 1, 'where': {'id': 'a'}}}", "steps[1].shock.where",
     "selects nothing that is there"},
    {"{'remove': {'id': 'a'}}, {'replace': {'id': 'a', 'by': 'c'}}", "steps[1].replace", "what is to be replaced is not there"},
    {"{'remove': {'id': 'a'}}, {'replace': {'id': 'c', 'by': 'a'}}", "steps[1].replace", "what is to replace it is not there"},
};

START_TEST(a_step_that_selects_nothing_is_named)
{
    const struct refusal *refusal = &refusals[_i];
    struct play p;
    char members[512];
    snprintf(members, sizeof members, "'steps': [%s]", refusal->steps);
    play_on(&p, eco_test_network("a>b, c>d"), members, ECO_SIDE_INPUTS);
    ck_assert_int_eq(p.code, ECO_EINPUT);
    ck_assert_ptr_null(p.whatif);
    ck_assert_uint_eq(p.problems.errors, 1);
    ck_assert_str_eq(p.problems.items[0].path, refusal->path);
    ck_assert_str_eq(p.problems.items[0].text, refusal->text);
    ck_assert_int_eq(p.problems.items[0].line, 1);
    ck_assert_int_gt(p.problems.items[0].column, 1);
    play_close(&p);
}
END_TEST

START_TEST(on_the_command_line_it_is_wrong_use)
{
    struct eco_ecosystem *eco = eco_test_network("a>b");
    static const char *ids[] = {"a"};
    struct eco_step step = {.type = ECO_STEP_REMOVE, .entities.id = {ids, 1}};
    struct eco_problems problems = {0};
    struct eco_state loaded, now;
    eco_test_state(&loaded, eco);
    eco_test_state(&now, eco);
    ck_assert_int_eq(eco_step_apply(&step, eco, &loaded, &now, &problems), ECO_OK);
    ck_assert_int_eq(eco_step_apply(&step, eco, &loaded, &now, &problems), ECO_EUSAGE);
    ck_assert_str_eq(problems.items[0].path, "remove");
    eco_problems_finish(&problems);
    eco_state_finish(&loaded);
    eco_state_finish(&now);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("apply");
    TCase *tcase = tcase_create("steps");
    tcase_add_test(tcase, removing_takes_parts_along);
    tcase_add_test(tcase, selectors_are_anded_and_their_lists_ored);
    tcase_add_test(tcase, scaling_chooses_relations);
    tcase_add_test(tcase, what_is_scaled_to_nothing_is_gone);
    tcase_add_test(tcase, a_shock_hits_each_exposed_end);
    tcase_add_test(tcase, a_shock_that_meets_nobody_says_so);
    tcase_add_test(tcase, what_add_brings_is_there_from_its_step_on);
    tcase_add_test(tcase, what_is_added_alike_adds_up);
    tcase_add_test(tcase, what_belongs_to_something_gone_stays_away);
    tcase_add_test(tcase, replacing_moves_what_there_is);
    tcase_add_test(tcase, replacing_may_go_on);
    tcase_add_test(tcase, a_replacement_counts_beside_what_it_replaces);
    tcase_add_loop_test(tcase, a_step_that_selects_nothing_is_named, 0, (int)(sizeof refusals / sizeof *refusals));
    tcase_add_test(tcase, on_the_command_line_it_is_wrong_use);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
