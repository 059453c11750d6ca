#include "scenario/cascade.h"
#include "scenario/play.h"

START_TEST(each_model_is_found_by_its_kind)
{
    for (int k = 0; eco_cascade_models[k]; k++) {
        const struct eco_cascade_model *model = eco_cascade_models[k];
        ck_assert_ptr_eq(eco_cascade_model_find(model->kind), model);
        ck_assert(*model->title && *model->meaning && *model->formula && *model->source);
    }
    ck_assert_ptr_null(eco_cascade_model_find(ECO_CASCADE_NONE));
    ck_assert_ptr_null(eco_cascade_model_find(ECO_CASCADE_ALL));
}
END_TEST

START_TEST(damage_weighs_by_what_is_received)
{
    struct play p;
    play_open(&p, "a>b:4, x>c:1, a>c:0.5, x>d:2.5", "'steps': [{'remove': {'id': 'a'}}]");
    ck_assert_double_eq_tol(play_damage(&p, 0), 4.0 / 8, 1e-12); /* a itself gets nothing; of the eight, b has four */
    play_close(&p);
    /* A receiver split in two weighs as much as before. */
    play_open(&p, "a>b:3, a>b2:1, x>c:1, a>c:0.5, x>d:2.5", "'steps': [{'remove': {'id': 'a'}}]");
    ck_assert_double_eq_tol(play_damage(&p, 0), 4.0 / 8, 1e-12);
    play_close(&p);
}
END_TEST

START_TEST(three_models_side_by_side)
{
    struct play p;
    play_open(&p, "a>b, b>c", "'cascade': {'model': 'all'}, 'steps': [{'remove': {'id': 'a'}}]");
    const struct eco_outcome *outcome = play_step(&p, 0);
    ck_assert_int_eq(outcome->cascades_count, 3);
    ck_assert_int_eq(eco_outcome_cascade(outcome)->kind, ECO_CASCADE_THRESHOLD);
    ck_assert_double_eq_tol(outcome->damage.value, 1, 1e-12);
    ck_assert_double_eq_tol(outcome->value_lost.value, 1, 1e-12); /* those that fall take their ties along */
    play_close(&p);
    play_open(&p, "a>b, b>c", "'cascade': {'model': 'none'}, 'steps': [{'remove': {'id': 'a'}}]");
    ck_assert_int_eq(play_step(&p, 0)->cascades_count, 0);
    ck_assert_ptr_null(eco_outcome_cascade(play_step(&p, 0)));
    ck_assert_ptr_nonnull(play_step(&p, 0)->damage.undefined);
    play_close(&p);
}
END_TEST

START_TEST(without_substitution_nothing_is_replaced)
{
    struct play p;
    play_open(&p, "a>b:1 tie brand, k>z:1 tie brand", "'steps': [{'remove': {'id': 'a'}}]");
    const struct eco_outcome *outcome = play_step(&p, 0);
    ck_assert_ptr_null(eco_cascade_replaced(outcome->field, &outcome->hit, 0));
    double *replaced = eco_cascade_replaced(outcome->field, &outcome->hit, 0.5);
    ck_assert_double_eq_tol(replaced[outcome->field->flow->start[play_node(&p, 0, "b")]], 0.5, 1e-12);
    free(replaced);
    play_close(&p);
}
END_TEST

PLAY_PROGRAM("cascade", each_model_is_found_by_its_kind, damage_weighs_by_what_is_received, three_models_side_by_side,
             without_substitution_nothing_is_replaced)
