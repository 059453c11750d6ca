#include "scenario/attack.h"

#include "metric/rows.h"
#include "scenario/structure.h"
#include "support.h"

#include "networks.h"

static struct eco_attack *attack_of(const struct network *network, const struct eco_metric *metric, bool fixed, int threads)
{
    struct eco_problems problems = {0};
    struct eco_attack *attack;
    ck_assert_int_eq(eco_attack_run(network->ground, metric, fixed, true, threads, NULL, &attack, &problems), ECO_OK);
    return attack;
}

/* The survivors' components again, by search: what is gone is no component here. */
static void check_curve(const struct network *network, const struct eco_attack *attack)
{
    const struct eco_view *groups = network->ground->groups;
    int n = groups->n, *scratch = eco_alloc(2 * (size_t)n, sizeof *scratch);
    bool *gone = eco_alloc((size_t)n, sizeof *gone);
    double sum = 0;
    for (int k = 0; k < n; k++) {
        ck_assert(!gone[attack->group[k]]);
        gone[attack->group[k]] = true;
        int largest = k + 1 < n ? eco_structure_masked(&groups->both, n, gone, scratch).largest : 0;
        ck_assert_double_eq(attack->largest[k], (double)largest / n);
        sum += attack->largest[k];
        if (k > 0 && !attack->efficiency[k].undefined)
            ck_assert_double_le(attack->efficiency[k].value, attack->efficiency[k - 1].value + 1e-12);
    }
    ck_assert_double_eq_tol(attack->robustness.value, sum / n, 1e-15);
    free(scratch);
    free(gone);
}

START_TEST(curves_equal_search)
{
    static const struct eco_metric *const metrics[] = {&eco_metric_degree, &eco_metric_strength, &eco_metric_pagerank,
                                                       &eco_metric_group_lock_in, &eco_metric_betweenness};
    for (uint64_t seed = 1; seed <= 30; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
        struct eco_attack *attack = attack_of(&network, metrics[seed % 5], seed % 2, 1);
        ck_assert_int_eq(attack->count, network.ground->groups->n);
        check_curve(&network, attack);
        eco_attack_destroy(attack);
        close_network(&network);
    }
}
END_TEST

/* Two stars joined by a bridge: after the first centre goes the second has the most ties; fixed goes by the start, where
 * c has as many as b because of a. */
START_TEST(anew_or_fixed)
{
    struct network network;
    open_network(&network, eco_test_network("a>b, a>c, a>d, a>e, c>f, c>g, b>h, d>h, b>d"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    struct eco_attack *anew = attack_of(&network, &eco_metric_degree, false, 1);
    struct eco_attack *fixed = attack_of(&network, &eco_metric_degree, true, 1);
    /* degrees: a 4, b c d 3; without a: b 2, c 2, d 2; then without b: c 2 */
    ck_assert_int_eq(anew->group[0], 0);
    ck_assert_int_eq(anew->group[1], 1);
    ck_assert_int_eq(anew->group[2], 2);
    ck_assert_int_eq(anew->group[3], 3);
    for (int k = 0; k < 4; k++)
        ck_assert_int_eq(fixed->group[k], k);
    ck_assert_double_eq(anew->largest[0], 3.0 / 8);
    eco_attack_destroy(anew);
    eco_attack_destroy(fixed);
    close_network(&network);
}
END_TEST

START_TEST(random_orders)
{
    struct network network;
    open_network(&network, draw_network(8), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    struct eco_attack *one = attack_of(&network, NULL, false, 1), *three = attack_of(&network, NULL, false, 3);
    for (int k = 0; k < one->count; k++) {
        ck_assert_int_eq(one->group[k], -1);
        ck_assert_double_eq(one->largest[k], three->largest[k]);
        ck_assert_double_eq(one->efficiency[k].value, three->efficiency[k].value);
        ck_assert(k == 0 || one->largest[k] <= one->largest[k - 1]);
    }
    ck_assert_double_eq(one->largest[one->count - 1], 0);
    eco_attack_destroy(one);
    eco_attack_destroy(three);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/attack");
    TCase *c = tcase_create("attack");
    tcase_add_test(c, curves_equal_search);
    tcase_add_test(c, anew_or_fixed);
    tcase_add_test(c, random_orders);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
