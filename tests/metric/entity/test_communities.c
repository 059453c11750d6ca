#include "metric/entity/communities.h"

#include "metric/figures.h"

/* Cliques of `size` nodes in a ring, each tied to the next by one weak tie. */
static struct eco_ecosystem *ring_of_cliques(int cliques, int size)
{
    struct eco_ecosystem *eco = eco_test_ecosystem();
    char from[32], to[32];
    for (int c = 0; c < cliques; c++) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                snprintf(from, sizeof from, "n%d.%d", c, i);
                snprintf(to, sizeof to, "n%d.%d", c, j);
                eco_test_relation(eco, from, to, 1, "tie", NULL);
            }
        }
        snprintf(from, sizeof from, "n%d.0", c);
        snprintf(to, sizeof to, "n%d.1", (c + 1) % cliques);
        eco_test_relation(eco, from, to, 0.5, "tie", NULL);
    }
    return eco;
}

START_TEST(cliques_are_found)
{
    enum { CLIQUES = 8, SIZE = 6 };
    struct eco_ecosystem *eco = ring_of_cliques(CLIQUES, SIZE);
    struct eco_state state;
    eco_test_state(&state, eco);
    struct eco_analysis_options options = {.focal = -1, .seed = 7};
    struct eco_analysis *analysis = eco_analysis_create(eco, &state, &options);
    const struct eco_communities *communities = eco_communities_of(analysis);
    ck_assert_ptr_nonnull(communities);
    ck_assert_ptr_eq(eco_communities_of(analysis), communities);
    const struct eco_view *view = eco_analysis_view(analysis);
    for (int i = 0; i < view->n; i++)
        for (int j = 0; j < view->n; j++) {
            const char *a = eco->entities[view->entity_of_node[i]].id, *b = eco->entities[view->entity_of_node[j]].id;
            ck_assert_int_eq(communities->number[i] == communities->number[j], a[1] == b[1]);
        }
    /* Equal in size, they are numbered by their first node. */
    ck_assert_int_eq(communities->number[0], 1);
    double inside = CLIQUES * SIZE * (SIZE - 1) / 2.0, between = CLIQUES * 0.5;
    ck_assert_double_eq_tol(communities->modularity, inside / (inside + between) - 1.0 / CLIQUES, 1e-12);
    ck_assert_double_eq_tol(communities->stability, 1, 1e-12);
    eco_analysis_destroy(analysis);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

/* The same seed gives the same answer, whatever was drawn before. */
START_TEST(repeats)
{
    struct eco_test_network one, two;
    eco_test_open(&one, ECO_TEST_FLORENTINE, ECO_LEVEL_ENTITY);
    eco_test_open(&two, ECO_TEST_FLORENTINE, ECO_LEVEL_ENTITY);
    const struct eco_communities *first = eco_communities_of(one.analysis), *second = eco_communities_of(two.analysis);
    ck_assert_double_eq(first->modularity, second->modularity);
    ck_assert_double_eq(first->stability, second->stability);
    ck_assert_mem_eq(first->number, second->number, 15 * sizeof *first->number);
    eco_test_close(&two);
    eco_test_close(&one);
    eco_communities_destroy(NULL);
}
END_TEST

ECO_TEST_PROGRAM("communities", cliques_are_found, repeats)
