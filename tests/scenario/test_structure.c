#include "scenario/structure.h"

#include "support.h"

#include "networks.h"

static void check_singles(const struct eco_view *view, const bool *gone)
{
    size_t n = (size_t)view->n;
    struct eco_cut *cuts = eco_alloc(n, sizeof *cuts);
    bool *skip = eco_alloc(n, sizeof *skip);
    int *scratch = eco_alloc(2 * n, sizeof *scratch), *component = eco_alloc(n, sizeof *component);
    struct eco_cut now = eco_structure_singles(&view->both, view->n, gone, cuts);
    struct eco_cut searched = eco_structure_masked(&view->both, view->n, gone, scratch);
    ck_assert_int_eq(now.largest, searched.largest);
    ck_assert_double_eq(now.pairs, searched.pairs);
    for (int i = 0; i < view->n; i++)
        skip[i] = gone && gone[i];
    int before = eco_view_components(view, skip, component);
    for (int i = 0; i < view->n; i++) {
        if (skip[i])
            continue;
        skip[i] = true;
        struct eco_cut cut = eco_structure_masked(&view->both, view->n, skip, scratch);
        ck_assert_int_eq(cuts[i].largest, cut.largest);
        ck_assert_double_eq(cuts[i].pairs, cut.pairs);
        ck_assert_int_eq(cuts[i].splits, eco_view_components(view, skip, component) > before);
        ck_assert_int_le(cuts[i].largest, now.largest);
        ck_assert_double_le(cuts[i].pairs, now.pairs);
        skip[i] = false;
    }
    free(cuts);
    free(skip);
    free(scratch);
    free(component);
}

START_TEST(the_pass_equals_the_search)
{
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
        check_singles(network.ground->groups, NULL);
        check_singles(network.ground->level, NULL);
        bool *gone = eco_alloc((size_t)network.ground->level->n, sizeof *gone);
        gone[seed % (uint64_t)network.ground->level->n] = true;
        check_singles(network.ground->level, gone);
        free(gone);
        close_network(&network);
    }
}
END_TEST

/* a - b - c, c - d - e - c, f - g, h: 8 nodes. */
START_TEST(known_cuts)
{
    struct network network;
    open_network(&network, eco_test_network("a>b, b>c, c>d, d>e, e>c, f>g, h"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    struct eco_cut cuts[8], now = eco_structure_singles(&network.ground->level->both, 8, NULL, cuts);
    ck_assert_int_eq(now.largest, 5);
    ck_assert_double_eq(now.pairs, 5 * 4 + 2);
    ck_assert(!cuts[0].splits && cuts[1].splits && cuts[2].splits && !cuts[3].splits && !cuts[5].splits && !cuts[7].splits);
    ck_assert_int_eq(cuts[2].largest, 2);
    ck_assert_double_eq(cuts[2].pairs, 2 + 2 + 2);
    ck_assert_int_eq(cuts[1].largest, 3);
    ck_assert_double_eq(cuts[1].pairs, 6 + 2);
    ck_assert_double_eq(cuts[5].pairs, 20);
    close_network(&network);
}
END_TEST

START_TEST(one_node_and_none)
{
    struct eco_cut cut;
    int start[2] = {0, 0}, scratch[2];
    struct eco_adjacency nothing = {.start = start};
    ck_assert_int_eq(eco_structure_singles(&nothing, 0, NULL, &cut).largest, 0);
    ck_assert_int_eq(eco_structure_singles(&nothing, 1, NULL, &cut).largest, 1);
    ck_assert_int_eq(cut.largest, 1); /* what is gone stays as one by itself */
    ck_assert_int_eq(eco_structure_masked(&nothing, 1, NULL, scratch).largest, 1);
}
END_TEST

/* Deep enough to end a recursion. */
START_TEST(a_long_chain)
{
    enum { N = 300000 };
    int *start = eco_alloc(N + 1, sizeof *start), *node = eco_alloc(2 * N, sizeof *node), used = 0;
    struct eco_cut *cuts = eco_alloc(N, sizeof *cuts);
    for (int i = 0; i < N; i++) {
        if (i > 0)
            node[used++] = i - 1;
        if (i + 1 < N)
            node[used++] = i + 1;
        start[i + 1] = used;
    }
    struct eco_adjacency both = {.start = start, .node = node};
    eco_structure_singles(&both, N, NULL, cuts);
    ck_assert_int_eq(cuts[1000].largest, N - 1001);
    ck_assert_double_eq(cuts[1000].pairs, 1000.0 * 999 + (N - 1001.0) * (N - 1002.0));
    free(start);
    free(node);
    free(cuts);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/structure");
    TCase *c = tcase_create("structure");
    tcase_add_test(c, the_pass_equals_the_search);
    tcase_add_test(c, known_cuts);
    tcase_add_test(c, one_node_and_none);
    tcase_add_test(c, a_long_chain);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
