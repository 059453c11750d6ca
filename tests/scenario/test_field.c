#include "scenario/field.h"
#include "scenario/play.h"

struct ground {
    struct eco_ecosystem *eco;
    struct eco_state loaded, now;
    struct eco_view *view;
    struct eco_field *field;
};

static void open_ground(struct ground *g, const char *network, enum eco_side side)
{
    g->eco = eco_test_network(network);
    eco_test_state(&g->loaded, g->eco);
    eco_test_state(&g->now, g->eco);
    g->view = eco_view_create(g->eco, &g->loaded, ECO_LEVEL_GROUP);
    g->field = eco_field_create(g->view, side);
}

static void close_ground(struct ground *g)
{
    eco_field_destroy(g->field);
    eco_view_destroy(g->view);
    eco_state_finish(&g->loaded);
    eco_state_finish(&g->now);
    eco_ecosystem_destroy(g->eco);
}

START_TEST(dependences_know_both_ends)
{
    struct ground g;
    open_ground(&g, "a>b, a>c, b>c:3", ECO_SIDE_INPUTS);
    const struct eco_flow *flow = g.field->flow;
    ck_assert_int_eq(flow->m, 3);
    for (int d = 0; d < flow->m; d++) {
        int i = g.field->receiver[d], j = flow->on[d];
        ck_assert(d >= flow->start[i] && d < flow->start[i + 1]);
        bool found = false;
        for (int e = g.field->dependent_start[j]; e < g.field->dependent_start[j + 1]; e++)
            found |= g.field->dependent[e] == d;
        ck_assert(found);
    }
    ck_assert_int_eq(g.field->dependent_start[1] - g.field->dependent_start[0], 2); /* on a: b and c */
    close_ground(&g);
}
END_TEST

START_TEST(losses_keep_their_digits)
{
    struct ground g;
    struct eco_hit hit;
    open_ground(&g, "a>b:1e12, a>b:1e-12 supply, x>b:1", ECO_SIDE_INPUTS);
    g.now.weight[1] *= 0.5;
    eco_hit_init(&hit, g.field, &g.now, NULL);
    ck_assert_double_eq_tol(hit.lost[1] / 0.5e-24, 1, 1e-9);
    ck_assert(!hit.gone[0] && !hit.gone[1]);
    eco_hit_finish(&hit);
    close_ground(&g);
}
END_TEST

START_TEST(a_group_is_gone_with_its_last_member)
{
    struct ground g;
    struct eco_hit hit;
    bool failed[2] = {false, true};
    open_ground(&g, "a>b, part@a", ECO_SIDE_INPUTS);
    eco_state_remove(&g.now, g.eco, 2);
    eco_hit_init(&hit, g.field, &g.now, NULL);
    ck_assert(!hit.gone[0]);
    eco_hit_finish(&hit);
    eco_state_remove(&g.now, g.eco, 0);
    eco_hit_init(&hit, g.field, &g.now, failed);
    ck_assert(hit.gone[0] && hit.gone[1]); /* the second fell before */
    ck_assert_double_eq(hit.lost[1], 0);   /* a loss with what is gone is the cascade's to count */
    ck_assert_double_eq(eco_field_share(g.field, &hit, 0), 1);
    eco_hit_finish(&hit);
    eco_hit_init_removal(&hit, g.field, 0);
    ck_assert(hit.gone[0] && !hit.gone[1]);
    ck_assert_double_eq(eco_field_share(g.field, &hit, 0), 1);
    eco_hit_finish(&hit);
    close_ground(&g);
}
END_TEST

START_TEST(others_replace_up_to_what_they_offer)
{
    struct ground g;
    open_ground(&g, "a>b:1 tie brand+data, k>z:0.25 tie brand, b>z:5 supply data, a>y:0.5 supply brand", ECO_SIDE_INPUTS);
    bool dead[6] = {false};
    int b = g.view->node_of_entity[1], k = g.view->node_of_entity[2];
    int d = g.field->flow->start[b];
    /* Half of the tie is brand, of which a gives 1 and k 0.25; nobody but b itself offers data. */
    ck_assert_double_eq_tol(eco_field_replaced(g.field, dead, 1, d), 0.5 * 0.25, 1e-12);
    ck_assert_double_eq_tol(eco_field_replaced(g.field, dead, 0.4, d), 0.4 * 0.5 * 0.25, 1e-12);
    ck_assert_double_eq(eco_field_replaced(g.field, dead, 0, d), 0);
    dead[k] = true;
    ck_assert_double_eq(eco_field_replaced(g.field, dead, 1, d), 0);
    close_ground(&g);
}
END_TEST

PLAY_PROGRAM("field", dependences_know_both_ends, losses_keep_their_digits, a_group_is_gone_with_its_last_member,
             others_replace_up_to_what_they_offer)
