#include "metric/figures.h"
#include "metric/lens/capability.h"

START_TEST(groups_unite_their_members)
{
    static const char *said[] = {"rnd", "brand", "rnd"}, *more[] = {"data", "brand"};
    struct eco_ecosystem *eco = eco_test_network("a, b, a2@a, gone@a");
    struct eco_state state;
    eco->entities[0].capabilities = (struct eco_words){said, 3};
    eco->entities[2].capabilities = (struct eco_words){more, 2};
    eco->entities[3].capabilities = (struct eco_words){said, 1};
    eco_test_state(&state, eco);
    state.present[3] = false;
    struct eco_view *groups = eco_view_create(eco, &state, ECO_LEVEL_GROUP);
    struct eco_words *able = eco_capability_of_groups(groups);
    ck_assert_int_eq(groups->n, 2);
    ck_assert_int_eq(able[0].count, 3);
    ck_assert_str_eq(able[0].items[0], "brand");
    ck_assert_str_eq(able[0].items[1], "data");
    ck_assert_str_eq(able[0].items[2], "rnd");
    ck_assert_int_eq(able[1].count, 0);
    ck_assert(eco_capability_has(&able[0], "data"));
    ck_assert(!eco_capability_has(&able[0], "users"));
    ck_assert(!eco_capability_has(&able[1], "data"));
    eco_capability_free(able, groups->n);
    /* A member that is away brings nothing. */
    state.present[0] = state.present[2] = false;
    eco_view_destroy(groups);
    groups = eco_view_create(eco, &state, ECO_LEVEL_GROUP);
    able = eco_capability_of_groups(groups);
    ck_assert_int_eq(groups->n, 1);
    ck_assert_int_eq(able[0].count, 0);
    eco_capability_free(able, groups->n);
    eco_view_destroy(groups);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

ECO_TEST_PROGRAM("capability", groups_unite_their_members)
