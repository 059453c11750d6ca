#include "scenario/removal.h"

#include "support.h"

#include "networks.h"

static const double thetas[] = {1e-13, 0.2, 0.5, 1};
static const double substitutions[] = {0, 0.3, 1};
static const double couplings[] = {0, 0.5, 0.85, 1};

static void check_damage(struct eco_figure found, struct eco_figure expected)
{
    ck_assert_int_eq(found.undefined == NULL, expected.undefined == NULL);
    if (!found.undefined)
        ck_assert_double_eq_tol(found.value, expected.value, 1e-12);
}

static struct eco_cascade *run_whole(const struct eco_field *field, const int *gone, int count, enum eco_cascade_kind kind,
                                     const struct eco_cascade_options *options)
{
    struct eco_hit hit;
    eco_hit_init_removal(&hit, field, gone[0]);
    for (int k = 1; k < count; k++)
        hit.gone[gone[k]] = true;
    struct eco_cascade *cascade = eco_cascade_run(field, &hit, kind, options);
    eco_hit_finish(&hit);
    return cascade;
}

static void check_threshold(struct eco_removals *removals, const int *gone, int count, const struct eco_cascade_options *options)
{
    int failed[64], at = 0;
    struct eco_figure damage;
    struct eco_cascade *cascade = run_whole(removals->field, gone, count, ECO_CASCADE_THRESHOLD, options);
    int found = eco_removals_threshold(removals, gone, count, options, failed, &damage);
    for (int round = 1; round <= cascade->rounds; round++)
        for (int i = 0; i < cascade->n; i++)
            if (cascade->round[i] == round) {
                ck_assert_int_lt(at, found);
                ck_assert_int_eq(failed[at++], i);
            }
    ck_assert_int_eq(at, found);
    check_damage(damage, cascade->damage);
    eco_cascade_destroy(cascade);
}

static void check_models(struct eco_removals *removals, const int *gone, int count, const struct eco_cascade_options *options)
{
    static const enum eco_cascade_kind kinds[] = {ECO_CASCADE_INOPERABILITY, ECO_CASCADE_DEBTRANK};
    check_threshold(removals, gone, count, options);
    for (int k = 0; k < 2; k++) {
        struct eco_cascade *cascade = run_whole(removals->field, gone, count, kinds[k], options);
        check_damage(eco_removals_damage(removals, gone, count, kinds[k], options), cascade->damage);
        eco_cascade_destroy(cascade);
    }
}

/* One workspace for all removals of a network: what one leaves behind would show in the next. */
START_TEST(removals_equal_whole_cascades)
{
    for (uint64_t seed = 1; seed <= 150; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_GROUP, (enum eco_side)(seed % ECO_SIDES));
        struct eco_removals *removals = eco_removals_create(network.ground->field);
        struct eco_cascade_options options = {ECO_CASCADE_ALL, thetas[seed % 4], couplings[seed / 4 % 4], substitutions[seed / 2 % 3]};
        int n = network.ground->groups->n;
        for (int a = 0; a < n; a++) {
            check_models(removals, &a, 1, &options);
            int both[2] = {a, (a + 1) % n};
            if (n > 1)
                check_models(removals, both, 2, &options);
        }
        eco_removals_destroy(removals);
        close_network(&network);
    }
}
END_TEST

START_TEST(eight_at_once_equal_one_by_one)
{
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_GROUP, ECO_SIDE_INPUTS);
        struct eco_removals *removals = eco_removals_create(network.ground->field);
        struct eco_cascade_options options = {ECO_CASCADE_ALL, 0.5, 0.85, 0};
        int n = network.ground->groups->n, nodes[ECO_LANES];
        struct eco_lane lanes[ECO_LANES];
        struct eco_figure together[ECO_LANES], alone;
        for (int l = 0; l < ECO_LANES; l++) {
            nodes[l] = l % n;
            lanes[l] = (struct eco_lane){&nodes[l], 1};
        }
        eco_removals_inoperability(removals, lanes, ECO_LANES, &options, together);
        for (int l = 0; l < ECO_LANES; l++) {
            eco_removals_inoperability(removals, &lanes[l], 1, &options, &alone);
            ck_assert_int_eq(together[l].undefined == NULL, alone.undefined == NULL);
            ck_assert_double_eq(together[l].value, alone.value);
        }
        eco_removals_destroy(removals);
        close_network(&network);
    }
}
END_TEST

/* b gets all from a, c half from b: without a, b falls, then c; without b, c. */
START_TEST(a_known_chain)
{
    struct network network;
    open_network(&network, eco_test_network("a>b:2, b>c:1, d>c:1"), ECO_LEVEL_GROUP, ECO_SIDE_INPUTS);
    struct eco_removals *removals = eco_removals_create(network.ground->field);
    struct eco_cascade_options options = ECO_CASCADE_DEFAULTS;
    int failed[4], a = 0;
    struct eco_figure damage;
    ck_assert_int_eq(eco_removals_threshold(removals, &a, 1, &options, failed, &damage), 2);
    ck_assert_int_eq(failed[0], 1);
    ck_assert_int_eq(failed[1], 2);
    ck_assert_double_eq(damage.value, 1);
    /* q_b = 0.5, q_c = 0.5 * 0.5 * 0.5; weighted by inflow 2 and 2 */
    ck_assert_double_eq_tol(eco_removals_damage(removals, &a, 1, ECO_CASCADE_INOPERABILITY, &options).value, (0.5 + 0.125) / 2, 1e-15);
    ck_assert_double_eq_tol(eco_removals_damage(removals, &a, 1, ECO_CASCADE_DEBTRANK, &options).value, (1 + 0.5) / 2, 1e-15);
    eco_removals_destroy(removals);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/removal");
    TCase *c = tcase_create("removal");
    tcase_add_test(c, removals_equal_whole_cascades);
    tcase_add_test(c, eight_at_once_equal_one_by_one);
    tcase_add_test(c, a_known_chain);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
