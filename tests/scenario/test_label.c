#include "scenario/label.h"
#include "scenario/play.h"

struct example {
    const char *step, *label;
} examples[] = {
    {"{'remove': {'id': 'a'}}", "remove Alpha"},
    {"{'remove': {'id': ['a', 'b']}}", "remove Alpha and b"},
    {"{'remove': {'id': ['a', 'b', 'c', 'd', 'e', 'f']}}", "remove Alpha, b, c, d and 2 more"},
    {"{'remove': {'kind': ['entity', 'partner'], 'part_of': 'a'}}", "remove kind entity or partner parts of a"},
    {"{'scale': {'relations': {'kind': 'tie', 'from': {'id': 'a'}}, 'by': 0.5}}", "scale relations of kind tie from Alpha by 0.5"},
    {"{'shock': {'dimension': 'legal', 'severity': 0.6, 'where': {'id': 'b'}}}", "shock, legal, by 0.6 at b"},
    {"{'add': {'entities': [{'id': 'n', 'kind': 'partner', 'name': 'New'}], 'relations': ["
     "{'from': 'n', 'to': 'a', 'kind': 'tie', 'weight': 1}]}}", "add New, with 1 relation"},
    {"{'add': {'relations': [{'from': 'b', 'to': 'c', 'kind': 'tie', 'weight': 1}, "
     "{'from': 'c', 'to': 'd', 'kind': 'tie', 'weight': 1}]}}", "add 2 relations"},
    {"{'replace': {'id': 'a', 'by': 'b'}}", "replace Alpha by b"},
    {"{'label': 'The end', 'remove': {'id': 'a'}}", "The end"},
};

START_TEST(a_step_says_what_it_does)
{
    struct eco_ecosystem *eco = eco_test_network("a>b, c@a, d, e, f");
    eco->entities[0].name = "Alpha";
    char members[512];
    snprintf(members, sizeof members, "'cascade': {'model': 'none'}, 'steps': [%s]", examples[_i].step);
    struct play p;
    play_on(&p, eco, members, ECO_SIDE_INPUTS);
    char *label = eco_step_label(&p.scenario.steps[0], p.eco);
    ck_assert_str_eq(label, examples[_i].label);
    free(label);
    play_close(&p);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("label");
    TCase *tcase = tcase_create("label");
    tcase_add_loop_test(tcase, a_step_says_what_it_does, 0, (int)(sizeof examples / sizeof *examples));
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
