#include "scenario/play.h"

#define REMOVE_A "'steps': [{'remove': {'id': 'a'}}]"
#define THETA(theta) "'cascade': {'threshold': " theta "}, "

START_TEST(a_chain_falls_link_by_link)
{
    struct play p;
    play_open(&p, "a>b, b>c, c>d, x>y", REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "a"), -1);
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    ck_assert_int_eq(play_round(&p, 0, "c"), 2);
    ck_assert_int_eq(play_round(&p, 0, "d"), 3);
    ck_assert_int_eq(play_round(&p, 0, "y"), 0);
    ck_assert_double_eq_tol(play_damage(&p, 0), 0.75, 1e-12); /* three of the four units that are received */
    ck_assert_double_eq_tol(play_step(&p, 0)->value_lost.value, 0.75, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 0, "c", "b"), 1, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(a_loss_of_exactly_theta_is_enough)
{
    struct play p;
    play_open(&p, "a>b, x>b", REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    play_close(&p);
    play_open(&p, "a>b, x>b:2", THETA("0.3333333333333333") REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    play_close(&p);
    play_open(&p, "a>b:0.1, x>b:0.2", THETA("0.3333333333333333") REMOVE_A); /* thirds that are none in binary */
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    play_close(&p);
    play_open(&p, "a>b, x>b:1.0001", REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "b"), 0);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", "a"), 1 / 2.0001, 1e-12);
    play_close(&p);
    play_open(&p, "a>b, x>b", THETA("1") REMOVE_A); /* all of it must go */
    ck_assert_int_eq(play_round(&p, 0, "b"), 0);
    play_close(&p);
}
END_TEST

START_TEST(a_cycle_falls_with_what_feeds_it)
{
    struct play p;
    play_open(&p, "a>b, c>b, b>c", REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    ck_assert_int_eq(play_round(&p, 0, "c"), 2);
    /* The causes of b are those of the round in which it fell: c stood then. */
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", "a"), 0.5, 1e-12);
    ck_assert_double_eq(play_cause(&p, 0, "b", "c"), 0);
    play_close(&p);
    play_open(&p, "a>b, c>b, b>c", THETA("0.6") REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "b"), 0);
    ck_assert_int_eq(play_round(&p, 0, "c"), 0);
    ck_assert_double_eq(play_damage(&p, 0), 0);
    play_close(&p);
}
END_TEST

START_TEST(a_star_falls_at_once)
{
    struct play p;
    play_open(&p, "a>b:3, a>c, a>d:0.5, b>a, c>a", REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    ck_assert_int_eq(play_round(&p, 0, "c"), 1);
    ck_assert_int_eq(play_round(&p, 0, "d"), 1);
    ck_assert_double_eq_tol(play_damage(&p, 0), 1, 1e-12);
    play_close(&p);
    play_open(&p, "a>b, a>c, b>a, c>a", "'steps': [{'remove': {'id': 'b'}}]"); /* half of what the hub gets */
    ck_assert_int_eq(play_round(&p, 0, "a"), 1);
    ck_assert_int_eq(play_round(&p, 0, "c"), 2);
    play_close(&p);
}
END_TEST

START_TEST(who_receives_nothing_never_fails)
{
    struct play p;
    play_open(&p, "a>b, c>a", "'steps': [{'remove': {'id': 'b'}}]");
    ck_assert_int_eq(play_round(&p, 0, "c"), 0);
    ck_assert_int_eq(play_step(&p, 0)->cascades[0]->rounds, 0);
    ck_assert_double_eq(play_damage(&p, 0), 0);
    play_close(&p);
    play_open(&p, "a>b", "'steps': [{'remove': {'id': 'b'}}]");
    ck_assert_ptr_nonnull(play_step(&p, 0)->damage.undefined);
    play_close(&p);
}
END_TEST

START_TEST(others_that_offer_the_same_stand_in)
{
    /* k offers as much brand as a gave, to somebody else. */
    static const char network[] = "a>b:1 tie brand, k>z:1 tie brand";
    struct play p;
    play_open(&p, network, "'cascade': {'substitution': 0.3}, " REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", "a"), 0.7, 1e-12);
    play_close(&p);
    play_open(&p, network, "'cascade': {'substitution': 0.6}, " REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "b"), 0);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", "a"), 0.4, 1e-12);
    play_close(&p);
    play_open(&p, network, "'cascade': {'substitution': 1}, " REMOVE_A);
    ck_assert_double_eq(play_cause(&p, 0, "b", "a"), 0);
    play_close(&p);
    /* It offers half of it, and other things do not help. */
    play_open(&p, "a>b:2 tie brand, k>z:1 tie brand, k>z:9 supply data", "'cascade': {'substitution': 1}, " REMOVE_A);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", "a"), 0.5, 1e-12);
    play_close(&p);
    /* Who falls stands in no longer: k falls in the first round, and b in the second. */
    play_open(&p, "a>b:1 tie brand, a>k:1 supply data, k>z:1 tie brand", "'cascade': {'substitution': 0.6}, " REMOVE_A);
    ck_assert_int_eq(play_round(&p, 0, "k"), 1);
    ck_assert_int_eq(play_round(&p, 0, "b"), 2);
    play_close(&p);
}
END_TEST

START_TEST(what_the_steps_take_counts_and_is_never_replaced)
{
    struct play p;
    play_open(&p, "a>b:1 tie brand, k>z:1 tie brand",
              "'cascade': {'substitution': 1}, 'steps': [{'scale': {'relations': {'to': {'id': 'b'}}, 'by': 0.5}}]");
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", NULL), 0.5, 1e-12);
    play_close(&p);
    /* A part goes, its group stays: the loss is the step's, not the group's. */
    play_open(&p, "whole>b:1, part@whole, part>b:2", "'steps': [{'remove': {'id': 'part'}}]");
    ck_assert_int_eq(play_round(&p, 0, "whole"), 0);
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    ck_assert_double_eq_tol(play_cause(&p, 0, "b", NULL), 2.0 / 3, 1e-12);
    ck_assert_double_eq(play_cause(&p, 0, "b", "whole"), 0);
    play_close(&p);
    /* A gain with one provider makes up for no loss with another. */
    play_open(&p, "a>b, c>b", "'steps': [{'scale': {'relations': {'from': {'id': 'a'}}, 'by': 3}},"
                              " {'scale': {'relations': {'from': {'id': 'c'}}, 'by': 0.1}}]");
    ck_assert_double_eq_tol(play_cause(&p, 1, "b", NULL), 0.45, 1e-12);
    ck_assert_int_eq(play_round(&p, 1, "b"), 0);
    play_close(&p);
}
END_TEST

START_TEST(who_fell_stays_away)
{
    struct play p;
    play_open(&p, "a>b, b>c:1, x>c:2, x>y", "'steps': [{'remove': {'id': 'a'}}, {'scale': {'relations': {'from': {'id': 'x'}}, 'by': 0.7}}]");
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    ck_assert_int_eq(play_round(&p, 0, "c"), 0);
    ck_assert_int_eq(play_round(&p, 1, "b"), -1);
    ck_assert_int_eq(play_round(&p, 1, "c"), 1); /* 1/3 with b, 0.6/3 by the step */
    ck_assert_double_eq_tol(play_cause(&p, 1, "c", "b"), 1.0 / 3, 1e-12);
    ck_assert_double_eq_tol(play_cause(&p, 1, "c", NULL), 0.2, 1e-12);
    ck_assert_int_eq(play_round(&p, 1, "y"), 0);
    play_close(&p);
}
END_TEST

START_TEST(entities_cascade_inside_a_firm)
{
    static const char network[] = "part@firm, product@firm, part>product";
    struct play p;
    play_open(&p, network, "'steps': [{'remove': {'id': 'part'}}]");
    ck_assert_int_eq(play_step(&p, 0)->view->n, 1);
    play_close(&p);
    play_open(&p, network, "'level': 'entity', 'steps': [{'remove': {'id': 'part'}}]");
    ck_assert_int_eq(play_round(&p, 0, "product"), 1);
    ck_assert_int_eq(play_round(&p, 0, "firm"), 0);
    play_close(&p);
}
END_TEST

START_TEST(outlets_are_customers)
{
    struct play p;
    play_on(&p, eco_test_network("b>a, b>x, c>b"), REMOVE_A, ECO_SIDE_OUTLETS);
    ck_assert_int_eq(play_round(&p, 0, "b"), 1);
    ck_assert_int_eq(play_round(&p, 0, "c"), 2);
    ck_assert_int_eq(play_round(&p, 0, "x"), 0);
    play_close(&p);
}
END_TEST

PLAY_PROGRAM("threshold", a_chain_falls_link_by_link, a_loss_of_exactly_theta_is_enough, a_cycle_falls_with_what_feeds_it,
             a_star_falls_at_once, who_receives_nothing_never_fails, others_that_offer_the_same_stand_in,
             what_the_steps_take_counts_and_is_never_replaced, who_fell_stays_away, entities_cascade_inside_a_firm,
             outlets_are_customers)
