/* What the tests of metrics share: the figures of a row on a network written as text (see build.h). */
#ifndef ECO_TESTS_METRIC_FIGURES_H
#define ECO_TESTS_METRIC_FIGURES_H

#include <igraph.h>
#include <math.h>

#include "build.h"
#include "metric/analysis.h"
#include "metric/rows.h"
#include "support.h"

/* The degenerate networks that every row meets. */
#define ECO_TEST_EMPTY ""
#define ECO_TEST_SINGLE "a"
#define ECO_TEST_NO_TIES "a, b, c"
#define ECO_TEST_STAR "h>a:2, h>b, h>c, h>d:4"
#define ECO_TEST_CHAIN "a>b:1, b>c:2, c>d:4"
#define ECO_TEST_MESH "a<>b, a<>c, a<>d, b<>c, b<>d, c<>d"
#define ECO_TEST_ISLANDS "a>b:2, b>c:1, d>e:4"

/* Marriages between Florentine families, without the Pucci, who had none (Padgett & Ansell 1993; Wasserman & Faust
 * 1994, appendix B); each marriage ties both ways. */
#define ECO_TEST_FLORENTINE                                                                                 \
    "acciaiuoli<>medici, castellani<>peruzzi, castellani<>strozzi, castellani<>barbadori, medici<>barbadori," \
    "medici<>ridolfi, medici<>tornabuoni, medici<>albizzi, medici<>salviati, salviati<>pazzi,"              \
    "peruzzi<>strozzi, peruzzi<>bischeri, strozzi<>ridolfi, strozzi<>bischeri, ridolfi<>tornabuoni,"        \
    "tornabuoni<>guadagni, albizzi<>ginori, albizzi<>guadagni, bischeri<>guadagni, guadagni<>lamberteschi"

/* The kite of Krackhardt 1990. */
#define ECO_TEST_KITE                                                                                     \
    "andre<>beverley, andre<>carol, andre<>diane, andre<>fernando, beverley<>diane, beverley<>ed,"          \
    "beverley<>garth, carol<>diane, carol<>fernando, diane<>ed, diane<>fernando, diane<>garth, ed<>garth," \
    "fernando<>garth, fernando<>heather, garth<>heather, heather<>ike, ike<>jane"

struct eco_test_network {
    struct eco_ecosystem *eco;
    struct eco_state state;
    struct eco_analysis *analysis;
};

ECO_TEST_HELPER void eco_test_open(struct eco_test_network *network, const char *text, enum eco_level level)
{
    network->eco = eco_test_network(text);
    eco_test_state(&network->state, network->eco);
    struct eco_analysis_options options = {.level = level, .focal = network->eco->focal, .seed = 1};
    network->analysis = eco_analysis_create(network->eco, &network->state, &options);
}

ECO_TEST_HELPER void eco_test_close(struct eco_test_network *network)
{
    eco_analysis_destroy(network->analysis);
    eco_state_finish(&network->state);
    eco_ecosystem_destroy(network->eco);
}

/* The row's figures; computing must succeed, say nothing and leave igraph's stack empty. */
ECO_TEST_HELPER const struct eco_figure *eco_test_figures(struct eco_test_network *network,
                                                          const struct eco_metric *metric)
{
    const struct eco_figure *figures = eco_analysis_figures(network->analysis, metric);
    ck_assert_msg(figures != NULL, "%s was not computed", metric->id);
    ck_assert_msg(IGRAPH_FINALLY_STACK_EMPTY, "%s leaves igraph's stack filled", metric->id);
    ck_assert_msg(network->analysis->problems.count == 0, "%s: %s", metric->id,
                  network->analysis->problems.count ? network->analysis->problems.items[0].text : "");
    return figures;
}

/* What every figure must be, whatever its value. */
ECO_TEST_HELPER void eco_test_sound(const struct eco_metric *metric, struct eco_figure figure)
{
    if (figure.undefined) {
        ck_assert_msg(metric->undefined_when != NULL, "%s is undefined (%s) and never says so", metric->id,
                      figure.undefined);
        ck_assert_msg(figure.undefined[0] && figure.value == 0, "%s: undefined without a reason", metric->id);
        return;
    }
    ck_assert_msg(isfinite(figure.value), "%s is not finite", metric->id);
    ck_assert_msg(figure.value >= metric->min - 1e-12 && figure.value <= metric->max + 1e-12, "%s = %.17g", metric->id,
                  figure.value);
    ck_assert_msg(metric->type == ECO_NUMBER || figure.value == floor(figure.value), "%s = %.17g is not whole",
                  metric->id, figure.value);
}

/* Checks all figures of a row on a network; NAN stands for undefined. Within relative `near`. */
ECO_TEST_HELPER void eco_test_expect(const char *text, enum eco_level level, const struct eco_metric *metric,
                                     const double *values, int count, double near)
{
    struct eco_test_network network;
    eco_test_open(&network, text, level);
    ck_assert_int_eq(eco_analysis_count(network.analysis, metric->scope), count);
    const struct eco_figure *figures = eco_test_figures(&network, metric);
    for (int i = 0; i < count; i++) {
        eco_test_sound(metric, figures[i]);
        if (isnan(values[i]))
            ck_assert_msg(figures[i].undefined != NULL, "%s[%d] on \"%s\" is %.12g, not undefined", metric->id, i, text,
                          figures[i].value);
        else
            ck_assert_msg(!figures[i].undefined &&
                              fabs(figures[i].value - values[i]) <= near * fmax(1, fabs(values[i])),
                          "%s[%d] on \"%s\" is %.17g (%s), not %.17g", metric->id, i, text, figures[i].value,
                          figures[i].undefined ? figures[i].undefined : "defined", values[i]);
    }
    eco_test_close(&network);
}

/* ECO_EXPECT(text, symbol, values...): the figures of row eco_metric_<symbol>, at entity level, within 1e-12. */
#define ECO_EXPECT(text, symbol, ...) ECO_EXPECT_NEAR(1e-12, text, symbol, __VA_ARGS__)
#define ECO_EXPECT_NEAR(near, text, symbol, ...)                                             \
    eco_test_expect(text, ECO_LEVEL_ENTITY, &eco_metric_##symbol, (const double[]){__VA_ARGS__}, \
                    (int)(sizeof(double[]){__VA_ARGS__} / sizeof(double)), near)
/* On the network without nodes: no figure, and no failure. */
#define ECO_EXPECT_NONE(symbol) \
    eco_test_expect(ECO_TEST_EMPTY, ECO_LEVEL_ENTITY, &eco_metric_##symbol, NULL, 0, 0)

/* The figure of one entity of a network. */
ECO_TEST_HELPER double eco_test_value(const char *text, const struct eco_metric *metric, const char *id)
{
    struct eco_test_network network;
    eco_test_open(&network, text, ECO_LEVEL_ENTITY);
    const struct eco_figure *figures = eco_test_figures(&network, metric);
    int entity = id ? eco_ecosystem_find_entity(network.eco, id) : 0;
    ck_assert_msg(entity >= 0, "no entity \"%s\"", id);
    struct eco_figure figure = figures[id ? eco_analysis_view(network.analysis)->node_of_entity[entity] : 0];
    eco_test_sound(metric, figure);
    eco_test_close(&network);
    return figure.undefined ? NAN : figure.value;
}

/* A suite of one case. */
ECO_TEST_HELPER Suite *eco_test_suite(const char *name, const TTest *const *tests, int count)
{
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);
    for (int i = 0; i < count; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    return suite;
}

/* ECO_TEST_PROGRAM(name, tests...): the main function of a program of such tests. */
#define ECO_TEST_PROGRAM(name, ...)                                                         \
    static Suite *eco_test_all(void)                                                        \
    {                                                                                       \
        const TTest *const tests[] = {__VA_ARGS__};                                         \
        return eco_test_suite(name, tests, (int)(sizeof tests / sizeof *tests));            \
    }                                                                                       \
    ECO_TEST_MAIN(eco_test_all)

#endif
