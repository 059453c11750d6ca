#include "model/ecosystem.h"

#include "metric/figures.h"

START_TEST(roots)
{
    struct eco_ecosystem *eco = eco_test_network("c@b, b@a, a, d");
    ck_assert_int_eq(eco->entities[0].root, 2);
    ck_assert_int_eq(eco->entities[1].root, 2);
    ck_assert_int_eq(eco->entities[2].root, 2);
    ck_assert_int_eq(eco->entities[3].root, 3);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(cycles)
{
    struct eco_ecosystem *eco = eco_test_network("x@a, a, b@a, c@b");
    eco->entities[1].part_of = 3; /* a of c of b of a */
    int entity = -1;
    ck_assert(!eco_ecosystem_find_roots(eco, &entity));
    ck_assert(entity >= 1 && entity <= 3);
    eco->entities[1].part_of = 1; /* of itself */
    ck_assert(!eco_ecosystem_find_roots(eco, &entity));
    ck_assert_int_eq(entity, 1);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(a_long_chain)
{
    enum { LENGTH = 20000 };
    struct eco_ecosystem *eco = eco_test_ecosystem();
    for (int e = 0; e < LENGTH; e++) {
        eco_ecosystem_add_entity(eco, eco_arena_format(&eco->arena, "e%d", e));
        eco->entities[e].part_of = e + 1 < LENGTH ? e + 1 : -1;
    }
    int entity;
    ck_assert(eco_ecosystem_find_roots(eco, &entity));
    ck_assert_int_eq(eco->entities[0].root, LENGTH - 1);
    ck_assert_int_eq(eco_ecosystem_find_entity(eco, "e19999"), LENGTH - 1);
    ck_assert_int_eq(eco_ecosystem_find_entity(eco, "e20000"), -1);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(nearest)
{
    struct eco_ecosystem *eco = eco_test_network("huami, midea");
    ck_assert_int_eq(eco_ecosystem_nearest_entity(eco, "huamii"), 0);
    ck_assert_int_eq(eco_ecosystem_nearest_entity(eco, "tesla"), -1);
    eco_ecosystem_destroy(eco);
}
END_TEST

ECO_TEST_PROGRAM("ecosystem", roots, cycles, a_long_chain, nearest)
