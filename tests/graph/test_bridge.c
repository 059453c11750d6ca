#include "graph/bridge.h"

#include <math.h>
#include <signal.h>
#include <string.h>

#include "build.h"
#include "support.h"

struct bed {
    struct eco_ecosystem *eco;
    struct eco_state state;
    struct eco_view *view;
    struct eco_problems problems;
    struct eco_igraph *igraph;
};

static void set_up(struct bed *bed, const char *text)
{
    *bed = (struct bed){.eco = eco_test_network(text)};
    eco_test_state(&bed->state, bed->eco);
    bed->view = eco_view_create(bed->eco, &bed->state, ECO_LEVEL_ENTITY);
    bed->igraph = eco_view_igraph(bed->view, &bed->problems);
    ck_assert_ptr_nonnull(bed->igraph);
    ck_assert(IGRAPH_FINALLY_STACK_EMPTY);
    ck_assert_uint_eq(bed->problems.count, 0);
}

static void tear_down(struct bed *bed)
{
    eco_problems_finish(&bed->problems);
    eco_view_destroy(bed->view);
    eco_state_finish(&bed->state);
    eco_ecosystem_destroy(bed->eco);
}

START_TEST(graphs_without_ties)
{
    static const char *const texts[] = {"", "a", "a, b, c", "a>a:2"};
    static const int nodes[] = {0, 1, 3, 1};
    struct bed bed;
    set_up(&bed, texts[_i]);
    ck_assert_int_eq(igraph_vcount(&bed.igraph->directed), nodes[_i]);
    ck_assert_int_eq(igraph_vcount(&bed.igraph->both), nodes[_i]);
    ck_assert_int_eq(igraph_ecount(&bed.igraph->directed), 0);
    ck_assert_int_eq(igraph_ecount(&bed.igraph->both), 0);
    ck_assert_int_eq(igraph_vector_size(&bed.igraph->weight), 0);
    ck_assert_int_eq(igraph_vector_size(&bed.igraph->both_length), 0);
    tear_down(&bed);
}
END_TEST

START_TEST(edges_are_ties)
{
    struct bed bed;
    set_up(&bed, "b>a:2, a>b:1 supply, a>b:1 service, a>c:4, c>c:9, d");
    const struct eco_view *view = bed.view;
    ck_assert_int_eq(igraph_ecount(&bed.igraph->directed), view->m);
    ck_assert(igraph_is_directed(&bed.igraph->directed));
    for (int t = 0; t < view->m; t++) {
        ck_assert_int_eq(IGRAPH_FROM(&bed.igraph->directed, t), view->tie_from[t]);
        ck_assert_int_eq(IGRAPH_TO(&bed.igraph->directed, t), view->tie_to[t]);
        ck_assert_double_eq(VECTOR(bed.igraph->weight)[t], view->tie_weight[t]);
        ck_assert_double_eq(VECTOR(bed.igraph->length)[t] / bed.igraph->unit, 1 / view->tie_weight[t]);
    }
    tear_down(&bed);
}
END_TEST

START_TEST(undirected_edges_are_sorted_sums)
{
    struct bed bed;
    set_up(&bed, "b>a:2, a>b:1 supply, a>b:1 service, a>c:4, c>c:9, d>a:8");
    /* b 0, a 1, c 2, d 3 */
    static const int ends[][2] = {{0, 1}, {1, 2}, {1, 3}};
    static const double weights[] = {4, 4, 8};
    ck_assert(!igraph_is_directed(&bed.igraph->both));
    ck_assert_int_eq(igraph_ecount(&bed.igraph->both), 3);
    for (int e = 0; e < 3; e++) {
        igraph_integer_t from, to;
        ck_assert_int_eq(igraph_edge(&bed.igraph->both, e, &from, &to), IGRAPH_SUCCESS);
        ck_assert_int_eq(from < to ? from : to, ends[e][0]);
        ck_assert_int_eq(from < to ? to : from, ends[e][1]);
        ck_assert_double_eq(VECTOR(bed.igraph->both_weight)[e], weights[e]);
        ck_assert_double_eq(VECTOR(bed.igraph->both_length)[e] / bed.igraph->both_unit, 1 / weights[e]);
    }
    tear_down(&bed);
}
END_TEST

START_TEST(shortest_length_dwarfs_one)
{
    struct bed bed;
    set_up(&bed, "a>b:1e12, b>c:1e-12");
    ck_assert_double_ge(igraph_vector_min(&bed.igraph->length), ldexp(1, 60));
    ck_assert(isfinite(igraph_vector_max(&bed.igraph->length)));
    int exponent;
    ck_assert_double_eq(frexp(bed.igraph->unit, &exponent), 0.5);
    tear_down(&bed);
}
END_TEST

START_TEST(made_once)
{
    struct bed bed;
    set_up(&bed, "a>b");
    ck_assert_ptr_eq(eco_view_igraph(bed.view, &bed.problems), bed.igraph);
    tear_down(&bed);
    eco_igraph_destroy(NULL);
}
END_TEST

static igraph_error_t deep(const igraph_t *graph)
{
    igraph_vector_t values;
    IGRAPH_CHECK(igraph_vector_init(&values, 3));
    IGRAPH_FINALLY(igraph_vector_destroy, &values);
    IGRAPH_CHECK(igraph_strength(graph, &values, igraph_vss_1(99), IGRAPH_ALL, IGRAPH_LOOPS, NULL));
    igraph_vector_destroy(&values);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

START_TEST(an_error_is_told_once)
{
    struct bed bed;
    set_up(&bed, "a>b");
    ck_assert_int_eq(eco_igraph_result(deep(&bed.igraph->directed), &bed.problems), ECO_ELIMIT);
    ck_assert(IGRAPH_FINALLY_STACK_EMPTY);
    ck_assert_uint_eq(bed.problems.errors, 1);
    const char *text = bed.problems.items[0].text;
    ck_assert_msg(strncmp(text, "igraph: ", 8) == 0 && strlen(text) > 12, "%s", text);
    /* The reason is gone with the telling. */
    ck_assert_int_eq(eco_igraph_result(IGRAPH_SUCCESS, &bed.problems), ECO_OK);
    ck_assert_uint_eq(bed.problems.count, 1);
    ck_assert_int_eq(eco_igraph_result(IGRAPH_ENOMEM, &bed.problems), ECO_ELIMIT);
    ck_assert_str_ne(bed.problems.items[1].text, text);
    tear_down(&bed);
}
END_TEST

START_TEST(warnings_are_kept)
{
    struct eco_problems problems = {0};
    eco_igraph_setup();
    igraph_warning("something odd", "file", 1);
    igraph_warning("something odd", "file", 1);
    igraph_warning("something else", "file", 1);
    for (int i = 0; i < 20; i++)
        igraph_warningf("number %d", "file", 1, i);
    ck_assert_int_eq(eco_igraph_result(IGRAPH_SUCCESS, &problems), ECO_OK);
    ck_assert_uint_eq(problems.errors, 0);
    ck_assert_uint_ge(problems.warnings, 2);
    ck_assert(problems.items[0].warning);
    ck_assert_str_eq(problems.items[0].text, "igraph: something odd");
    ck_assert_str_eq(problems.items[1].text, "igraph: something else");
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(nothing_is_printed)
{
    const char *path = eco_test_path("printed");
    fflush(stdout);
    fflush(stderr);
    int kept[2] = {dup(1), dup(2)};
    FILE *file = fopen(path, "w");
    dup2(fileno(file), 1);
    dup2(fileno(file), 2);
    struct bed bed;
    set_up(&bed, "a>b");
    eco_igraph_result(deep(&bed.igraph->directed), NULL);
    igraph_warning("something odd", "file", 1);
    eco_igraph_result(IGRAPH_SUCCESS, NULL);
    tear_down(&bed);
    fflush(stdout);
    fflush(stderr);
    dup2(kept[0], 1);
    dup2(kept[1], 2);
    fclose(file);
    char *printed = eco_test_read(path);
    ck_assert_str_eq(printed, "");
    free(printed);
}
END_TEST

START_TEST(a_fatal_error_aborts)
{
    eco_igraph_setup();
    igraph_fatal("broken", "file", 1);
}
END_TEST

static Suite *suite(void)
{
    Suite *bridge = suite_create("bridge");
    TCase *all = tcase_create("bridge");
    tcase_add_loop_test(all, graphs_without_ties, 0, 4);
    tcase_add_test(all, edges_are_ties);
    tcase_add_test(all, undirected_edges_are_sorted_sums);
    tcase_add_test(all, shortest_length_dwarfs_one);
    tcase_add_test(all, made_once);
    tcase_add_test(all, an_error_is_told_once);
    tcase_add_test(all, warnings_are_kept);
    tcase_add_test(all, nothing_is_printed);
    tcase_add_test_raise_signal(all, a_fatal_error_aborts, SIGABRT);
    suite_add_tcase(bridge, all);
    return bridge;
}

ECO_TEST_MAIN(suite)
