#include "scenario/dominators.h"

#include "support.h"

#include "networks.h"

static void reach(const struct eco_view *view, int root, int without, bool *ret_seen)
{
    int *stack = eco_alloc((size_t)view->n, sizeof *stack), depth = 0;
    if (root != without)
        ret_seen[stack[depth++] = root] = true;
    while (depth > 0) {
        int i = stack[--depth];
        for (int k = view->out.start[i]; k < view->out.start[i + 1]; k++) {
            int j = view->out.node[k];
            if (j != without && !ret_seen[j])
                ret_seen[stack[depth++] = j] = true;
        }
    }
    free(stack);
}

/* Takes each node away and looks who is not reached any more. */
static void check_view(const struct eco_view *view, int root, const bool *marked)
{
    size_t n = (size_t)view->n;
    int *counts = eco_alloc(n, sizeof *counts);
    bool *before = eco_alloc(n, sizeof *before);
    eco_dominators_count(view, root, marked, counts);
    reach(view, root, -1, before);
    for (int j = 0; j < view->n; j++) {
        bool *after = eco_alloc(n, sizeof *after);
        int lost = 0;
        reach(view, root, j, after);
        for (int i = 0; i < view->n; i++)
            lost += i != j && marked[i] && before[i] && !after[i];
        ck_assert_int_eq(counts[j], lost);
        free(after);
    }
    free(counts);
    free(before);
}

START_TEST(dominators_equal_brute_force)
{
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct network network;
        struct eco_random random;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
        const struct eco_view *view = network.ground->level;
        bool *marked = eco_alloc((size_t)view->n, sizeof *marked);
        eco_random_init(&random, seed, 2);
        for (int i = 0; i < view->n; i++)
            marked[i] = eco_random_below(&random, 2);
        for (int root = 0; root < view->n; root++)
            check_view(view, root, marked);
        free(marked);
        close_network(&network);
    }
}
END_TEST

/* r > a > b, r > b, b > c > d, d > b: b stands before c and d, c before d. */
START_TEST(known_dominators)
{
    struct network network;
    open_network(&network, eco_test_network("r>a, a>b, r>b, b>c, c>d, d>b, x>d"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    bool all[6] = {true, true, true, true, true, true};
    int counts[6];
    eco_dominators_count(network.ground->level, 0, all, counts);
    int expected[6] = {4, 0, 2, 1, 0, 0};
    for (int i = 0; i < 6; i++)
        ck_assert_int_eq(counts[i], expected[i]);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/dominators");
    TCase *c = tcase_create("dominators");
    tcase_add_test(c, dominators_equal_brute_force);
    tcase_add_test(c, known_dominators);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
