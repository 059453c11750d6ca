#include "scenario/ground.h"

#include "support.h"

#include "networks.h"

/* Parts' inside flows go with their group; a tie between two that are gone is lost once. */
START_TEST(value_lost)
{
    struct network network;
    open_network(&network, eco_test_network("*f>a:1, p@a, a>p:2, p>b:4, b>c:8, c>f:16, c>c:99"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    bool dead[4] = {false};
    int sets[][2] = {{1, 0}, {2, 0}, {1, 2}}; /* groups f, a, b, c */
    ck_assert_double_eq(eco_ground_value_lost(network.ground, sets[0], 1, dead).value, 7.0 / 31);
    ck_assert_double_eq(eco_ground_value_lost(network.ground, sets[1], 1, dead).value, 12.0 / 31);
    ck_assert_double_eq(eco_ground_value_lost(network.ground, sets[2], 2, dead).value, 15.0 / 31);
    for (int g = 0; g < 4; g++)
        ck_assert(!dead[g]);
    ck_assert_str_eq(eco_ground_id(network.ground, 1), "a");
    close_network(&network);
}
END_TEST

START_TEST(no_value)
{
    struct network network;
    bool dead[2] = {false};
    int a = 1;
    open_network(&network, eco_test_network("*f, a"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    ck_assert_ptr_nonnull(eco_ground_value_lost(network.ground, &a, 1, dead).undefined);
    close_network(&network);
}
END_TEST

/* Orphans and captives of sets against the states that they leave. */
START_TEST(orphans_and_captives)
{
    struct network network;
    open_network(&network, eco_test_network("*f>s, s>c use, s>t, x>c use, f>x, t>u, v>u"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    bool dead[7] = {false}; /* f s c t x u v */
    int s = 1, both[2] = {1, 4}, three[3] = {1, 4, 3};
    ck_assert_int_eq(eco_ground_orphans(network.ground, &s, 1, dead), 1);
    ck_assert_int_eq(eco_ground_orphans(network.ground, both, 2, dead), 2);
    ck_assert_int_eq(eco_ground_orphans(network.ground, three, 3, dead), 1);
    ck_assert_int_eq(eco_ground_captives(network.ground, &s, 1), 0);
    ck_assert_int_eq(eco_ground_captives(network.ground, both, 2), 1);
    close_network(&network);
}
END_TEST

START_TEST(removing_takes_parts_and_ties)
{
    struct network network;
    struct eco_state now;
    int a = 1;
    open_network(&network, eco_test_network("*f>a, p@a, p>b, b>f"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    eco_state_copy(&now, &network.state);
    eco_ground_remove(network.ground, &now, &a, 1);
    ck_assert(now.present[0] && !now.present[1] && !now.present[2] && now.present[3]);
    ck_assert_double_eq(now.weight[0], 0);
    ck_assert_double_eq(now.weight[1], 0);
    ck_assert_double_eq(now.weight[2], 1);
    eco_state_finish(&now);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/ground");
    TCase *c = tcase_create("ground");
    tcase_add_test(c, value_lost);
    tcase_add_test(c, no_value);
    tcase_add_test(c, orphans_and_captives);
    tcase_add_test(c, removing_takes_parts_and_ties);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
