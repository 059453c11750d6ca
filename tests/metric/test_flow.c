#include "metric/flow.h"

#include "metric/figures.h"

static struct eco_flow *open_flow(struct eco_test_network *n, const char *text, enum eco_side side)
{
    eco_test_open(n, text, ECO_LEVEL_ENTITY);
    return eco_flow_create(eco_analysis_groups(n->analysis), side);
}

static void close_flow(struct eco_test_network *n, struct eco_flow *flow)
{
    eco_flow_destroy(flow);
    eco_test_close(n);
}

START_TEST(sides)
{
    static const double inflow[ECO_SIDES][2] = {{1, 3}, {3, 1}, {4, 4}};
    for (int side = 0; side < ECO_SIDES; side++) {
        struct eco_test_network n;
        struct eco_flow *flow = open_flow(&n, "a>b:3 supply x, b>a:1 supply y", (enum eco_side)side);
        ck_assert_int_eq(flow->m, 2);
        for (int i = 0; i < 2; i++) {
            ck_assert_double_eq(flow->inflow[i], inflow[side][i]);
            ck_assert_int_eq(flow->on[flow->start[i]], 1 - i);
            ck_assert_double_eq(eco_flow_share(flow, i, flow->start[i]), 1);
        }
        close_flow(&n, flow);
    }
}
END_TEST

START_TEST(supply)
{
    struct eco_test_network n;
    struct eco_flow *flow = open_flow(&n, "a>b:2 supply x+y, c>b:1 supply x, a>c:4 supply x", ECO_SIDE_INPUTS);
    int x = eco_vocabulary_find(&n.eco->resources, "x"), y = eco_vocabulary_find(&n.eco->resources, "y");
    ck_assert_double_eq(eco_flow_supply(flow, x, 0), 5); /* a: 1 to b, 4 to c */
    ck_assert_double_eq(eco_flow_supply(flow, x, 2), 1);
    ck_assert_double_eq(eco_flow_supply(flow, x, 1), 0);
    ck_assert_double_eq(eco_flow_supply_without(flow, x, 0), 1);
    ck_assert_double_eq(eco_flow_supply_without(flow, x, 1), 6);
    ck_assert_double_eq(eco_flow_supply_without(flow, x, 2), 5);
    ck_assert_double_eq(eco_flow_supply_without(flow, y, 0), 0);
    close_flow(&n, flow);
}
END_TEST

START_TEST(small_beside_large)
{
    struct eco_test_network n;
    struct eco_flow *flow = open_flow(&n, "a>z:1e12 supply x, b>z:1e-12 supply x", ECO_SIDE_INPUTS);
    int x = eco_vocabulary_find(&n.eco->resources, "x");
    ck_assert_double_eq(eco_flow_supply_without(flow, x, 0), 1e-12); /* 0 if it were subtracted */
    close_flow(&n, flow);
}
END_TEST

ECO_TEST_PROGRAM("flow", sides, supply, small_beside_large)
