#include "scenario/hedge.h"

#include <math.h>

#include "scenario/hedge_inner.h"
#include "support.h"

#include "networks.h"

static const struct eco_cascade_options models = {ECO_CASCADE_ALL, 0.5, 0.5, 0};

static double mean_loss(const struct eco_supplies *supplies, const struct eco_hedges *hedges)
{
    struct eco_field *field = eco_supplies_field(supplies, -1);
    double sum = 0;
    for (int k = 0; k < hedges->worst_count; k++) {
        struct eco_hit hit;
        eco_hit_init_removal(&hit, field, hedges->worst[k]);
        struct eco_cascade *one = eco_cascade_run(field, &hit, ECO_CASCADE_THRESHOLD, &models);
        struct eco_cascade *other = eco_cascade_run(field, &hit, ECO_CASCADE_INOPERABILITY, &models);
        sum += (one->damage.value + other->damage.value) / 2;
        eco_cascade_destroy(one);
        eco_cascade_destroy(other);
        eco_hit_finish(&hit);
    }
    eco_field_destroy(field);
    return hedges->worst_count ? sum / hedges->worst_count : 0;
}

static void apply(struct eco_supplies *supplies, const struct eco_hedge *hedge)
{
    double given;
    int largest = eco_supplies_largest(supplies, hedge->to, hedge->resource, &given);
    eco_supplies_move(supplies, hedge->to, hedge->resource, largest, hedge->from, given / 2);
}

/* The supplies with the first `count` hedges in place. */
static struct eco_supplies *after(const struct network *network, const struct eco_hedges *hedges, int count)
{
    struct eco_supplies *supplies = eco_supplies_create(network->ground->groups);
    for (int k = 0; k < count; k++)
        apply(supplies, &hedges->hedges[k]);
    return supplies;
}

/* The least loss that one more hedge reaches, by trying all of them on whole cascades. */
static double best_by_trying(const struct network *network, const struct eco_hedges *hedges, int count)
{
    double best = INFINITY, given;
    struct eco_supplies *s = after(network, hedges, count);
    for (int i = 0; i < s->n; i++)
        for (int r = 0; r < s->resources; r++) {
            int j = eco_supplies_largest(s, i, r, &given);
            for (int k = 0; k < s->n && j >= 0; k++) {
                if (k == i || k == j || !s->gives[(size_t)k * (size_t)s->resources + (size_t)r])
                    continue;
                struct eco_supplies *tried = after(network, hedges, count);
                apply(tried, &(struct eco_hedge){.from = k, .to = i, .resource = r});
                best = fmin(best, mean_loss(tried, hedges));
                eco_supplies_destroy(tried);
            }
        }
    eco_supplies_destroy(s);
    return best;
}

static void check_step(const struct network *network, const struct eco_hedges *hedges, int k)
{
    const struct eco_hedge *hedge = &hedges->hedges[k];
    struct eco_supplies *supplies = after(network, hedges, k);
    double given;
    eco_supplies_largest(supplies, hedge->to, hedge->resource, &given);
    ck_assert_double_eq_tol(hedge->weight, given / 2, 1e-15);
    ck_assert_double_eq_tol(hedge->loss_before, mean_loss(supplies, hedges), 1e-12);
    ck_assert_double_eq_tol(hedge->loss_after, best_by_trying(network, hedges, k), 1e-12);
    ck_assert_double_lt(hedge->loss_after, hedge->loss_before);
    apply(supplies, hedge);
    ck_assert_double_eq_tol(hedge->loss_after, mean_loss(supplies, hedges), 1e-12);
    eco_supplies_destroy(supplies);
}

START_TEST(each_hedge_is_the_best_of_all)
{
    int found = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct network network;
        struct eco_problems problems = {0};
        struct eco_hedges *hedges;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
        ck_assert_int_eq(eco_hedges_find(network.ground, 3, 1 + (int)(seed % 2), NULL, &hedges, &problems), ECO_OK);
        for (int k = 0; k < hedges->count; k++, found++)
            check_step(&network, hedges, k);
        if (hedges->count < 3) {
            struct eco_supplies *supplies = after(&network, hedges, hedges->count);
            ck_assert_double_ge(best_by_trying(&network, hedges, hedges->count), mean_loss(supplies, hedges) - 1e-9);
            eco_supplies_destroy(supplies);
        }
        eco_hedges_destroy(hedges);
        close_network(&network);
    }
    ck_assert_int_gt(found, 20);
}
END_TEST

/* c lives on what a gives; b gives the same to d. With half of it from b, c survives the loss of either. */
START_TEST(a_known_hedge)
{
    struct network network;
    struct eco_problems problems = {0};
    struct eco_hedges *hedges;
    open_network(&network, eco_test_network("*f, a>c:4 supply components, e>c:1 supply components, b>d:1 supply components"),
                 ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    ck_assert_int_eq(eco_hedges_find(network.ground, 1, 1, NULL, &hedges, &problems), ECO_OK);
    ck_assert_int_eq(hedges->count, 1);
    ck_assert_str_eq(eco_ground_id(network.ground, hedges->hedges[0].from), "b");
    ck_assert_str_eq(eco_ground_id(network.ground, hedges->hedges[0].to), "c");
    ck_assert_double_eq(hedges->hedges[0].weight, 2);
    eco_hedges_destroy(hedges);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/hedge");
    TCase *c = tcase_create("hedge");
    tcase_add_test(c, each_hedge_is_the_best_of_all);
    tcase_add_test(c, a_known_hedge);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
