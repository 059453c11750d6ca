#include "scenario/expect.h"

#include <math.h>

#include "scenario/play.h"

static struct eco_judgement judge(const struct play *p, int k)
{
    ck_assert_int_lt(k, (int)p->scenario.expectations_count);
    return eco_expectation_judge(&p->scenario.expectations[k], p->whatif);
}

START_TEST(figures_of_the_whole)
{
    struct play p;
    play_open(&p, "*f<>a, b>c", "'steps': [{'remove': {'id': 'b'}}], 'expect': ["
              "{'figure': 'value', 'op': '<', 'than': 'before'}, {'figure': 'mutuality', 'op': '=', 'than': 'before'},"
              "{'figure': 'value_lost', 'op': '>=', 'than': 0.3333333333}, {'figure': 'damage', 'op': '>', 'than': 'before'},"
              "{'figure': 'value', 'op': '!=', 'than': 2}, {'figure': 'breadth', 'op': '<', 'than': 2},"
              "{'figure': 'mutuality', 'op': '<', 'than': 1}, {'figure': 'mutuality', 'op': '<=', 'than': 1.0000000000001}]");
    static const bool holds[] = {true, true, true, true, false, false, false, true};
    for (int k = 0; k < 8; k++)
        ck_assert_msg(judge(&p, k).holds == holds[k], "expectation %d", k);
    ck_assert_double_eq(judge(&p, 0).value.value, 2);
    ck_assert_double_eq(judge(&p, 0).than.value, 3);
    ck_assert(!judge(&p, 0).truth);
    ck_assert_ptr_nonnull(judge(&p, 5).value.undefined); /* no figure is below anything */
    play_close(&p);
}
END_TEST

START_TEST(figures_of_one_entity)
{
    struct play p;
    play_open(&p, "a>b, part@b, b>c, x>y, y>z:1, w>z:3", "'steps': [{'remove': {'id': 'a'}}, {'remove': {'id': 'x'}}], 'expect': ["
              "{'figure': 'fails', 'id': 'b', 'op': '=', 'than': true}, {'figure': 'fails', 'id': 'part', 'op': '=', 'than': true},"
              "{'figure': 'fails', 'id': 'c', 'op': '=', 'than': true}, {'figure': 'fails', 'id': 'z', 'op': '!=', 'than': true},"
              "{'figure': 'fails', 'id': 'a', 'op': '=', 'than': false}, {'figure': 'fails', 'id': 'w', 'op': '=', 'than': 'before'},"
              "{'figure': 'orphaned', 'id': 'y', 'op': '=', 'than': true}, {'figure': 'orphaned', 'id': 'c', 'op': '=', 'than': false},"
              "{'figure': 'q', 'id': 'b', 'op': '<', 'than': 2}]");
    for (int k = 0; k < 8; k++)
        ck_assert_msg(judge(&p, k).holds, "expectation %d", k);
    ck_assert(judge(&p, 0).truth);
    ck_assert(!judge(&p, 8).holds);
    ck_assert_ptr_nonnull(judge(&p, 8).value.undefined);
    play_close(&p);
}
END_TEST

START_TEST(distress_has_degrees)
{
    static const char members[] = "'steps': [{'remove': {'id': 'a'}}], 'expect': [{'figure': 'q', 'id': 'b', 'op': '=', 'than': 0.5},"
                                  "{'figure': 'q', 'id': 'part', 'op': '>', 'than': 'before'}, {'figure': 'q', 'id': 'a', 'op': '=', 'than': 1},"
                                  "{'figure': 'fails', 'id': 'b', 'op': '=', 'than': false}]";
    char text[1024];
    struct play p;
    snprintf(text, sizeof text, "'cascade': {'model': 'inoperability'}, %s", members);
    play_open(&p, "a>b, part@b", text);
    ck_assert(judge(&p, 0).holds && judge(&p, 1).holds && judge(&p, 2).holds);
    ck_assert(!judge(&p, 3).holds); /* nobody can fail */
    play_close(&p);
    snprintf(text, sizeof text, "'cascade': {'model': 'all'}, %s", members);
    play_open(&p, "a>b, part@b", text);
    ck_assert(judge(&p, 0).holds); /* inoperability's, which has degrees */
    ck_assert(!judge(&p, 3).holds);
    ck_assert_double_eq(judge(&p, 3).value.value, 1);
    play_close(&p);
}
END_TEST

START_TEST(who_is_supplied_again_is_no_orphan)
{
    struct play p;
    play_open(&p, "a>b, c", "'cascade': {'model': 'none'}, 'steps': [{'remove': {'id': 'a'}},"
              "{'add': {'relations': [{'from': 'c', 'to': 'b', 'kind': 'supply', 'weight': 1}]}}],"
              "'expect': [{'figure': 'orphaned', 'id': 'b', 'op': '=', 'than': false}]");
    ck_assert_str_eq(play_orphans(&p, 0), "b");
    ck_assert(judge(&p, 0).holds);
    play_close(&p);
    play_open(&p, "a>b, x>y", "'cascade': {'model': 'none'}, 'steps': [{'remove': {'id': 'a'}}, {'remove': {'id': 'x'}}],"
              "'expect': [{'figure': 'orphaned', 'id': 'b', 'op': '=', 'than': true}]");
    ck_assert(judge(&p, 0).holds); /* still without */
    play_close(&p);
}
END_TEST

START_TEST(without_steps_all_is_as_before)
{
    struct play p;
    play_open(&p, "a>b", "'expect': [{'figure': 'value', 'op': '=', 'than': 'before'}, {'figure': 'damage', 'op': '=', 'than': 0},"
              "{'figure': 'fails', 'id': 'b', 'op': '=', 'than': false}]");
    for (int k = 0; k < 3; k++)
        ck_assert(judge(&p, k).holds);
    play_close(&p);
}
END_TEST

START_TEST(all_figures_are_known)
{
    struct eco_words figures = eco_expectation_figures();
    bool coalescence = false, last = false;
    for (int k = 0; k < figures.count; k++) {
        coalescence |= strcmp(figures.items[k], "coalescence") == 0;
        last |= strcmp(figures.items[k], "lock_in_mean") == 0;
    }
    ck_assert_str_eq(figures.items[0], "value_lost");
    ck_assert_str_eq(figures.items[1], "damage");
    ck_assert(coalescence && last);
    free(figures.items);
}
END_TEST

PLAY_PROGRAM("expect", figures_of_the_whole, figures_of_one_entity, distress_has_degrees, who_is_supplied_again_is_no_orphan,
             without_steps_all_is_as_before, all_figures_are_known)
