#include "scenario/discount.h"

#include <math.h>

#include "support.h"

#include "networks.h"

/* The solutions satisfy the equations that define them. */
START_TEST(solutions_satisfy_their_equations)
{
    static const double couplings[] = {0, 0.5, 0.99};
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_GROUP, ECO_SIDE_INPUTS);
        const struct eco_field *field = network.ground->field;
        const struct eco_flow *flow = field->flow;
        double g = couplings[seed % 3], *share = eco_alloc((size_t)flow->m, sizeof *share);
        double *q = eco_alloc((size_t)flow->n * ECO_LANES, sizeof *q), *x = eco_alloc((size_t)flow->n * ECO_LANES, sizeof *x);
        for (int d = 0; d < flow->m; d++)
            share[d] = flow->value[d] / flow->inflow[field->receiver[d]];
        int nodes[2] = {0, flow->n - 1};
        struct eco_lane lanes[2] = {{nodes, 1}, {nodes, 2}};
        eco_discount_solve(flow, share, g, lanes, 2, q);
        for (int i = 0; i < flow->n; i++)
            x[(size_t)i * ECO_LANES + 3] = i == 1;
        eco_discount_spread(flow, share, g, x);
        for (int i = 0; i < flow->n; i++) {
            double one = 0, two = 0, spread = i == 1;
            for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
                one += g * share[d] * q[(size_t)flow->on[d] * ECO_LANES];
                two += g * share[d] * q[(size_t)flow->on[d] * ECO_LANES + 1];
                spread += g * share[d] * x[(size_t)flow->on[d] * ECO_LANES + 3];
            }
            ck_assert_double_eq_tol(q[(size_t)i * ECO_LANES], i == 0 ? 1 : one, 1e-13);
            ck_assert_double_eq_tol(q[(size_t)i * ECO_LANES + 1], i == 0 || i == flow->n - 1 ? 1 : two, 1e-13);
            ck_assert_double_eq_tol(x[(size_t)i * ECO_LANES + 3], spread, 1e-11);
            ck_assert_double_eq(q[(size_t)i * ECO_LANES + 5], 0);
        }
        free(share);
        free(q);
        free(x);
        close_network(&network);
    }
}
END_TEST

/* Next to nothing still comes out with all its digits. */
START_TEST(small_figures_keep_their_digits)
{
    struct network network;
    open_network(&network, eco_test_network("a>b:1e-12, c>b:1e12, b>d"), ECO_LEVEL_GROUP, ECO_SIDE_INPUTS);
    const struct eco_flow *flow = network.ground->field->flow;
    double share[3], q[4 * ECO_LANES];
    for (int d = 0; d < flow->m; d++)
        share[d] = flow->value[d] / flow->inflow[network.ground->field->receiver[d]];
    int a = 0;
    eco_discount_solve(flow, share, 0.5, &(struct eco_lane){&a, 1}, 1, q);
    ck_assert_double_eq_tol(q[3 * ECO_LANES] / 0.25e-24, 1, 1e-12);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/discount");
    TCase *c = tcase_create("discount");
    tcase_add_test(c, solutions_satisfy_their_equations);
    tcase_add_test(c, small_figures_keep_their_digits);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
