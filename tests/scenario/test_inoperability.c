#include "scenario/play.h"

#define REMOVE_A "'steps': [{'remove': {'id': 'a'}}]"
#define MODEL(g) "'cascade': {'model': 'inoperability', 'coupling': " g "}, "

START_TEST(distress_halves_along_a_chain)
{
    struct play p;
    play_open(&p, "a>b, b>c, c>d", MODEL("0.5") REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 0.5, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 0.25, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "d"), 0.125, 1e-12);
    ck_assert_double_eq_tol(play_damage(&p, 0), 0.875 / 3, 1e-12);
    ck_assert_int_eq(play_round(&p, 0, "b"), 0); /* nobody is removed */
    ck_assert_double_eq_tol(play_figure(&p, 0, "value"), 2, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(a_cycle_is_solved_not_cut_off)
{
    struct play p;
    /* q_b = 0.5 (0.5 + 0.5 q_c), q_c = 0.5 q_b */
    play_open(&p, "a>b, c>b, b>c", MODEL("0.5") REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 2.0 / 7, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 1.0 / 7, 1e-12);
    ck_assert_double_eq_tol(play_damage(&p, 0), 5.0 / 21, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", "a"), 0.25, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", "c"), 1.0 / 28, 1e-12);
    play_close(&p);
    /* Nothing leaks: however thin the tie, all of it arrives in the end. */
    play_open(&p, "a>b:1e-9, c>b:1e9, b>c", MODEL("1") REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 1, 1e-9);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 1, 1e-9);
    play_close(&p);
}
END_TEST

START_TEST(a_cycle_that_nothing_reaches_stays_well)
{
    struct play p;
    play_open(&p, "a>b, c>d, d>c", MODEL("1") REMOVE_A);
    ck_assert_double_eq(play_distress(&p, 0, "c"), 0);
    ck_assert_double_eq(play_distress(&p, 0, "d"), 0);
    ck_assert_double_eq(play_distress(&p, 0, "b"), 1);
    play_close(&p);
}
END_TEST

START_TEST(a_star_and_its_hub)
{
    struct play p;
    play_open(&p, "a>b:3, a>c, b>a, c>a", MODEL("0.5") REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 0.5, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 0.5, 1e-12);
    ck_assert_double_eq(play_distress(&p, 0, "a"), 1);
    play_close(&p);
    /* One of four spokes: the hub gets a quarter of g, and passes it on to all. */
    play_open(&p, "h>a, h>b, h>c, h>d, a>h, b>h, c>h, d>h", MODEL("0.8") REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "h"), 0.2 / (1 - 0.8 * 0.75 * 0.8), 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(partial_losses_spread_too)
{
    struct play p;
    play_open(&p, "a>b, b>c", MODEL("0.5") "'steps': [{'scale': {'relations': {'from': {'id': 'a'}}, 'by': 0.25}}]");
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 0.375, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", NULL), 0.375, 1e-12);
    ck_assert_double_eq_tol(play_distress(&p, 0, "c"), 0.1875, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(what_others_offer_softens_it)
{
    struct play p;
    play_open(&p, "a>b:1 tie brand, k>z:1 tie brand",
              "'cascade': {'model': 'inoperability', 'coupling': 1, 'substitution': 0.25}, " REMOVE_A);
    ck_assert_double_eq_tol(play_distress(&p, 0, "b"), 0.75, 1e-12);
    play_close(&p);
    /* What is replaced whole is no loss at all, and spreads none. */
    play_open(&p, "a>b:1 tie brand, a>b:0.7 supply data, k>z:1 tie brand+data, b>c",
              "'cascade': {'model': 'inoperability', 'coupling': 1, 'substitution': 1}, "
              "'steps': [{'add': {'relations': [{'from': 'k', 'to': 'c', 'kind': 'supply', 'weight': 5,"
              " 'resources': ['brand', 'data']}]}}, {'remove': {'id': 'a'}}]");
    ck_assert_double_eq(play_distress(&p, 1, "b"), 0);
    ck_assert_double_eq(play_distress(&p, 1, "c"), 0);
    play_close(&p);
}
END_TEST

START_TEST(more_than_all_is_all)
{
    struct play p;
    /* A tie scaled up weighs more than what was received as loaded. */
    play_open(&p, "a>b, b>c", MODEL("1") "'steps': [{'scale': {'relations': {'from': {'id': 'b'}}, 'by': 4}}, {'remove': {'id': 'a'}}]");
    ck_assert_double_eq(play_distress(&p, 1, "c"), 1);
    ck_assert_double_eq_tol(play_cause(&p, 1, "c", "b"), 1, 1e-12);
    play_close(&p);
}
END_TEST

PLAY_PROGRAM("inoperability", distress_halves_along_a_chain, a_cycle_is_solved_not_cut_off,
             a_cycle_that_nothing_reaches_stays_well, a_star_and_its_hub, partial_losses_spread_too,
             what_others_offer_softens_it, more_than_all_is_all)
