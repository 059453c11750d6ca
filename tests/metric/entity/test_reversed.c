#include "metric/entity/reversed.h"

#include "metric/rows.h"
#include "metric/analysis.h"

#include "build.h"
#include "support.h"

/* The same as PageRank of a network drawn the other way round. */
START_TEST(equals_the_reversed_network)
{
    struct eco_ecosystem *one = eco_test_network("a>b:2, b>c:3, c>a:1, a>d:5, e>d:0.5, f");
    struct eco_ecosystem *other = eco_test_network("a, b>a:2, c>b:3, a>c:1, d>a:5, d>e:0.5, f");
    struct eco_state state, reversed;
    struct eco_problems problems = {0};
    struct eco_analysis_options options = {.focal = -1};
    eco_test_state(&state, one);
    eco_test_state(&reversed, other);
    struct eco_analysis *a = eco_analysis_create(one, &state, &options), *b = eco_analysis_create(other, &reversed, &options);
    double values[6];
    ck_assert_int_eq(eco_pagerank_reversed(eco_analysis_entities(a), values, &problems), ECO_OK);
    const struct eco_figure *figures = eco_analysis_figures(b, &eco_metric_pagerank);
    for (int i = 0; i < 6; i++)
        ck_assert_double_eq_tol(values[eco_ecosystem_find_entity(one, other->entities[i].id)], figures[i].value, 1e-12);
    eco_analysis_destroy(a);
    eco_analysis_destroy(b);
    eco_state_finish(&state);
    eco_state_finish(&reversed);
    eco_ecosystem_destroy(one);
    eco_ecosystem_destroy(other);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("metric/entity/reversed");
    TCase *c = tcase_create("reversed");
    tcase_add_test(c, equals_the_reversed_network);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
