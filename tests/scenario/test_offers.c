#include "scenario/offers.h"

#include "support.h"

#include "networks.h"

/* Against adding up everybody's supply, as random nodes die and come back. */
START_TEST(offers_equal_adding_up)
{
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct network network;
        struct eco_random random;
        open_network(&network, draw_network(seed), ECO_LEVEL_GROUP, (enum eco_side)(seed % ECO_SIDES));
        const struct eco_field *field = network.ground->field;
        struct eco_offers *offers = eco_offers_create(field->flow);
        bool *dead = eco_alloc((size_t)field->flow->n, sizeof *dead);
        eco_random_init(&random, seed, 3);
        for (int step = 0; step < 20; step++) {
            int node = (int)eco_random_below(&random, (uint64_t)field->flow->n);
            dead[node] = !dead[node];
            if (dead[node])
                eco_offers_kill(offers, node);
            else
                eco_offers_revive(offers, node);
            for (int d = 0; d < field->flow->m; d++) {
                double unreplaced = eco_offers_unreplaced(offers, 0.7, d, field->receiver[d]);
                ck_assert_double_eq_tol(unreplaced, 1 - eco_field_replaced(field, dead, 0.7, d), 1e-12);
            }
        }
        free(dead);
        eco_offers_destroy(offers);
        close_network(&network);
    }
}
END_TEST

START_TEST(all_is_replaced_exactly)
{
    struct network network;
    open_network(&network, eco_test_network("a>c:0.1 supply brand+data+components, b>x:9 supply brand+data+components"),
                 ECO_LEVEL_GROUP, ECO_SIDE_INPUTS);
    const struct eco_field *field = network.ground->field;
    struct eco_offers *offers = eco_offers_create(field->flow);
    int d = field->dependent[field->dependent_start[0]];
    ck_assert_double_eq(eco_offers_unreplaced(offers, 1, d, field->receiver[d]), 0);
    ck_assert_double_eq_tol(eco_offers_unreplaced(offers, 0.25, d, field->receiver[d]), 0.75, 1e-15);
    ck_assert_double_eq(eco_offers_unreplaced(offers, 0, d, field->receiver[d]), 1);
    eco_offers_kill(offers, 2);
    ck_assert_double_eq_tol(eco_offers_unreplaced(offers, 1, d, field->receiver[d]), 1, 1e-15);
    eco_offers_destroy(offers);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/offers");
    TCase *c = tcase_create("offers");
    tcase_add_test(c, offers_equal_adding_up);
    tcase_add_test(c, all_is_replaced_exactly);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
