#include "scenario/agreement.h"
#include "scenario/play.h"

#define ALL "'cascade': {'model': 'all'}, 'steps': [{'remove': {'id': 'a'}}]"

START_TEST(models_may_agree)
{
    struct play p;
    play_open(&p, "a>b:3, x>b:1, a>c:2, x>c:2, a>d:1, x>d:3", "'cascade': {'model': 'all', 'threshold': 1}, 'steps': [{'remove': {'id': 'a'}}]");
    struct eco_agreement found = eco_agreement_measure(play_step(&p, 0));
    ck_assert_ptr_null(found.concordance.undefined);
    /* Ranks 1 2 3 with two models, 2 2 2 with the third, in all 4 6 8: W = 12 (4 + 0 + 4) / (9 24 - 3 24) */
    ck_assert_double_eq_tol(found.concordance.value, 2.0 / 3, 1e-12);
    ck_assert_int_eq(found.disputed_count, 2);
    ck_assert_int_eq(found.disputed[0], play_node(&p, 0, "b"));
    ck_assert_int_eq(found.disputed[1], play_node(&p, 0, "d"));
    play_close(&p);
}
END_TEST

START_TEST(one_ranking_is_full_agreement)
{
    struct play p;
    play_open(&p, "a>b, x>d", ALL);
    struct eco_agreement found = eco_agreement_measure(play_step(&p, 0));
    ck_assert_double_eq_tol(found.concordance.value, 1, 1e-12);
    ck_assert_int_eq(found.disputed_count, 0);
    play_close(&p);
}
END_TEST

START_TEST(too_few_or_all_alike_have_none)
{
    struct play p;
    play_open(&p, "a>b", ALL);
    ck_assert_str_eq(eco_agreement_measure(play_step(&p, 0)).concordance.undefined, "fewer than two groups can be ranked");
    play_close(&p);
    play_open(&p, "b>a, x>y, x>z", ALL);
    ck_assert_str_eq(eco_agreement_measure(play_step(&p, 0)).concordance.undefined, "no model tells the groups apart");
    play_close(&p);
}
END_TEST

PLAY_PROGRAM("agreement", models_may_agree, one_ranking_is_full_agreement, too_few_or_all_alike_have_none)
