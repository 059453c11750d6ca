#include "scenario/pairs.h"

#include "support.h"

#include "networks.h"

static const enum eco_cascade_kind kinds[] = {ECO_CASCADE_THRESHOLD, ECO_CASCADE_INOPERABILITY, ECO_CASCADE_DEBTRANK, ECO_CASCADE_ALL};

static struct eco_sweep *sweep_of(const struct network *network, const struct eco_cascade_options *cascade)
{
    struct eco_sweep_options options = {.cascade = *cascade, .threads = 1};
    struct eco_problems problems = {0};
    struct eco_sweep *sweep;
    ck_assert_int_eq(eco_sweep_run(network->ground, &options, &sweep, &problems), ECO_OK);
    return sweep;
}

/* Every excess again, by whole cascades; what is not shown is not larger. */
static void check_pairs(const struct network *network, const struct eco_pairs *pairs, const struct eco_cascade_options *cascade)
{
    enum eco_cascade_kind kind = cascade->kind == ECO_CASCADE_ALL ? ECO_CASCADE_THRESHOLD : cascade->kind;
    struct eco_removals *removals = eco_removals_create(network->ground->field);
    int n = network->ground->groups->n, known = 0, at_least_last = 0;
    for (int a = 0; a < n; a++)
        for (int b = a + 1; b < n; b++) {
            int both[2] = {a, b};
            if (a == network->ground->focal || b == network->ground->focal)
                continue;
            struct eco_figure one = eco_removals_damage(removals, &a, 1, kind, cascade);
            struct eco_figure other = eco_removals_damage(removals, &b, 1, kind, cascade);
            struct eco_figure together = eco_removals_damage(removals, both, 2, kind, cascade);
            if (one.undefined || other.undefined || together.undefined)
                continue;
            double excess = together.value - one.value - other.value;
            known++;
            at_least_last += pairs->count > 0 && excess > pairs->pairs[pairs->count - 1].excess + 1e-9;
            for (int k = 0; k < pairs->count; k++)
                if (pairs->pairs[k].group[0] == a && pairs->pairs[k].group[1] == b) {
                    ck_assert_double_eq_tol(pairs->pairs[k].value, together.value, 1e-12);
                    ck_assert_double_eq_tol(pairs->pairs[k].excess, excess, 1e-12);
                }
        }
    ck_assert_int_eq(pairs->count, known < ECO_PAIRS_SHOWN ? known : ECO_PAIRS_SHOWN);
    ck_assert_int_lt(at_least_last, ECO_PAIRS_SHOWN);
    for (int k = 1; k < pairs->count; k++)
        ck_assert_double_ge(pairs->pairs[k - 1].excess, pairs->pairs[k].excess - 1e-9);
    eco_removals_destroy(removals);
}

START_TEST(pairs_equal_whole_cascades)
{
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct network network;
        struct eco_problems problems = {0};
        struct eco_pairs *pairs;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
        struct eco_cascade_options cascade = {kinds[seed % 4], 0.5, 0.5, seed % 3 ? 0 : 0.5};
        struct eco_sweep *sweep = sweep_of(&network, &cascade);
        ck_assert_int_eq(eco_pairs_find(sweep, 1 + (int)(seed % 2), NULL, &pairs, &problems), ECO_OK);
        check_pairs(&network, pairs, &cascade);
        eco_pairs_destroy(pairs);
        eco_sweep_destroy(sweep);
        close_network(&network);
    }
}
END_TEST

/* c gets half from a, half from b: each can be spared alone, but not both. */
START_TEST(two_sources_of_one)
{
    struct network network;
    struct eco_problems problems = {0};
    struct eco_pairs *pairs;
    open_network(&network, eco_test_network("*f>x, a>c:1, b>c:1"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    struct eco_cascade_options cascade = {ECO_CASCADE_THRESHOLD, 0.6, 0.5, 0};
    struct eco_sweep *sweep = sweep_of(&network, &cascade);
    ck_assert_int_eq(eco_pairs_find(sweep, 1, NULL, &pairs, &problems), ECO_OK);
    ck_assert_str_eq(eco_ground_id(network.ground, pairs->pairs[0].group[0]), "a");
    ck_assert_str_eq(eco_ground_id(network.ground, pairs->pairs[0].group[1]), "b");
    ck_assert_double_eq_tol(pairs->pairs[0].excess, 2.0 / 3, 1e-15);
    eco_pairs_destroy(pairs);
    eco_sweep_destroy(sweep);
    cascade.kind = ECO_CASCADE_NONE;
    sweep = sweep_of(&network, &cascade);
    ck_assert_int_eq(eco_pairs_find(sweep, 1, NULL, &pairs, &problems), ECO_EUSAGE);
    eco_problems_finish(&problems);
    eco_sweep_destroy(sweep);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/pairs");
    TCase *c = tcase_create("pairs");
    tcase_add_test(c, pairs_equal_whole_cascades);
    tcase_add_test(c, two_sources_of_one);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
