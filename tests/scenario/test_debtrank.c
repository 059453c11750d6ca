#include "scenario/play.h"

#define REMOVE_A "'steps': [{'remove': {'id': 'a'}}]"
#define MODEL "'cascade': {'model': 'debtrank'}, "

START_TEST(distress_travels_whole_along_a_chain)
{
    struct play p;
    play_open(&p, "a>b, x>b, b>c, c>d:2, y>d:2", MODEL REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 0.5, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 0.5, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "d"), 0.25, 1e-12);
    ck_assert_double_eq_tol(play_damage(&p, 0), (2 * 0.5 + 0.5 + 4 * 0.25) / 7, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 0, "d", "c"), 0.25, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(a_cycle_is_gone_round_once)
{
    struct play p;
    play_open(&p, "a>b, c>b, b>c", MODEL REMOVE_A);
    /* b has 1/2 and passes it on; c has 1/2 and adds a half of that to b, which is silent by now. */
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 0.75, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 0.5, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(a_small_early_hit_silences_a_later_large_one)
{
    struct play p;
    play_open(&p, "a>b:1, a>d, d>b:9, b>c", MODEL REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 1, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 0.1, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(a_star_passes_on_what_it_gets)
{
    struct play p;
    play_open(&p, "a>h, b>h:3, h>b, h>c", MODEL REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "h"), 0.25 + 0.75 * 0.25, 1e-12); /* and back from b */
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 0.25, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 0.25, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(what_the_steps_take_enters_in_the_first_round)
{
    struct play p;
    play_open(&p, "a>b, b>c", MODEL "'steps': [{'scale': {'relations': {'from': {'id': 'a'}}, 'by': 0.4}}]");
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 0.6, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", NULL), 0.6, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 0.6, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(causes_are_scaled_to_what_arrives)
{
    struct play p;
    /* c gives b three times what it did: b loses a half with a and one and a half with c, which is cut at 1. */
    play_open(&p, "a>b, c>b, d>c", MODEL "'steps': [{'scale': {'relations': {'from': {'id': 'c'}}, 'by': 3}},"
                                         " {'remove': {'id': ['a', 'd']}}]");
    ck_assert_double_eq_tol(play_distress(&p, 1, "b"), 1, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 1, "b", "a"), 0.25, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 1, "b", "c"), 0.75, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(next_to_nothing_is_no_distress)
{
    struct play p;
    play_open(&p, "a>b:1e-6, x>b:1e7, b>c", MODEL REMOVE_A);
    ck_assert_double_gt(play_distress(&p, 0, "b"), 0);
    ck_assert_double_eq(play_distress(&p, 0, "c"), 0);
    play_close(&p);
}
END_TEST

PLAY_PROGRAM("debtrank", distress_travels_whole_along_a_chain, a_cycle_is_gone_round_once,
             a_small_early_hit_silences_a_later_large_one, a_star_passes_on_what_it_gets,
             what_the_steps_take_enters_in_the_first_round, causes_are_scaled_to_what_arrives, next_to_nothing_is_no_distress)
