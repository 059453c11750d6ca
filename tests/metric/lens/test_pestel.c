#include "metric/figures.h"
#include "metric/lens/exposed.h"
#include "metric/lens/pestel.h"

static struct eco_test_network network;

static void expect(const struct eco_pestel *pestel, const char *id, enum eco_dimension dimension, double own,
                   double threat, double support)
{
    int group = eco_analysis_groups(network.analysis)->node_of_entity[eco_ecosystem_find_entity(network.eco, id)];
    const struct eco_pestel_cell *cell = &pestel->cells[group * ECO_DIMENSIONS + (int)dimension];
    const struct eco_figure figures[] = {cell->own, cell->threat, cell->support};
    const double expected[] = {own, threat, support};
    for (int k = 0; k < 3; k++) {
        ck_assert_msg((figures[k].undefined != NULL) == isnan(expected[k]), "%s, figure %d", id, k);
        ck_assert_msg(fabs(figures[k].value - (isnan(expected[k]) ? 0 : expected[k])) < 1e-14, "%s, figure %d: %.17g",
                      id, k, figures[k].value);
        ck_assert(!signbit(figures[k].value) || figures[k].value < 0);
    }
}

START_TEST(chain)
{
    eco_test_open(&network, "a>b:3, c>b:1, b>d, e", ECO_LEVEL_ENTITY);
    eco_test_expose(network.eco, "a", ECO_LEGAL, -0.8);
    eco_test_expose(network.eco, "b", ECO_LEGAL, 0.4);
    struct eco_pestel *pestel = eco_pestel_create(network.analysis);
    ck_assert(pestel->any);
    ck_assert_int_eq(pestel->groups, 5);
    expect(pestel, "a", ECO_LEGAL, -0.8, -0.8, 0);               /* receives nothing: feels its own in full */
    expect(pestel, "b", ECO_LEGAL, 0.4, -0.5 * 0.75 * 0.8, 0.2); /* threats and support apart */
    expect(pestel, "d", ECO_LEGAL, NAN, -0.25 * 0.75 * 0.8, 0.1);
    expect(pestel, "c", ECO_LEGAL, NAN, NAN, NAN);
    expect(pestel, "e", ECO_LEGAL, NAN, NAN, NAN);
    expect(pestel, "a", ECO_SOCIAL, NAN, NAN, NAN);
    eco_pestel_destroy(pestel);
    eco_test_close(&network);
}
END_TEST

START_TEST(round_and_round)
{
    eco_test_open(&network, "a<>b", ECO_LEVEL_ENTITY);
    eco_test_expose(network.eco, "a", ECO_POLITICAL, -1);
    eco_test_expose(network.eco, "b", ECO_SOCIAL, 1);
    struct eco_pestel *pestel = eco_pestel_create(network.analysis);
    expect(pestel, "a", ECO_POLITICAL, -1, -2.0 / 3, 0); /* t_a = (1 + t_b) / 2, t_b = t_a / 2 */
    expect(pestel, "b", ECO_POLITICAL, NAN, -1.0 / 3, 0);
    expect(pestel, "b", ECO_SOCIAL, 1, 0, 2.0 / 3);
    expect(pestel, "a", ECO_SOCIAL, NAN, 0, 1.0 / 3);
    eco_pestel_destroy(pestel);
    eco_test_close(&network);
}
END_TEST

START_TEST(groups)
{
    eco_test_open(&network, "a>b, a2@a, a3@a2, a>a2:9, x>y", ECO_LEVEL_ENTITY);
    eco_test_expose(network.eco, "a", ECO_ENVIRONMENTAL, -0.5);
    eco_test_expose(network.eco, "a2", ECO_ENVIRONMENTAL, 0.3);
    eco_test_expose(network.eco, "a3", ECO_ENVIRONMENTAL, -0.4);
    eco_test_expose(network.eco, "x", ECO_ENVIRONMENTAL, 0);
    struct eco_pestel *pestel = eco_pestel_create(network.analysis);
    /* The mean of the members; what goes round inside is not received. */
    expect(pestel, "a", ECO_ENVIRONMENTAL, -0.2, -0.2, 0);
    expect(pestel, "b", ECO_ENVIRONMENTAL, NAN, -0.1, 0);
    /* A stated 0 is a statement, and reaches others. */
    expect(pestel, "x", ECO_ENVIRONMENTAL, 0, 0, 0);
    expect(pestel, "y", ECO_ENVIRONMENTAL, NAN, 0, 0);
    eco_pestel_destroy(pestel);
    eco_test_close(&network);
}
END_TEST

/* Always inputs, whatever side is looked at; the strength of weights does not matter, their shares do. */
START_TEST(sides_and_scales)
{
    eco_test_open(&network, "a>b:1e-12, c>b:3e-12, b>d:1e12", ECO_LEVEL_ENTITY);
    network.analysis->options.side = ECO_SIDE_OUTLETS;
    eco_test_expose(network.eco, "a", ECO_ECONOMIC, 1);
    eco_test_expose(network.eco, "d", ECO_ECONOMIC, -1);
    struct eco_pestel *pestel = eco_pestel_create(network.analysis);
    expect(pestel, "b", ECO_ECONOMIC, NAN, 0, 0.125);
    expect(pestel, "d", ECO_ECONOMIC, -1, -0.5, 0.0625);
    expect(pestel, "a", ECO_ECONOMIC, 1, 0, 1);
    eco_pestel_destroy(pestel);
    eco_test_close(&network);
}
END_TEST

/* Along a chain an exposure halves with every link, down to what doubles can hold and to nothing behind that. */
START_TEST(long_chain)
{
    enum { LINKS = 1200 };
    char names[2][16];
    struct eco_ecosystem *eco = eco_test_ecosystem();
    for (int i = LINKS; i > 0; i--) { /* against the order of the file */
        snprintf(names[0], sizeof names[0], "n%d", i - 1);
        snprintf(names[1], sizeof names[1], "n%d", i);
        eco_test_relation(eco, names[0], names[1], 1, "tie", NULL);
    }
    int entity;
    ck_assert(eco_ecosystem_find_roots(eco, &entity));
    eco_test_expose(eco, "n0", ECO_SOCIAL, 0.5);
    struct eco_state state;
    eco_test_state(&state, eco);
    struct eco_analysis_options options = {.focal = -1, .seed = 1};
    struct eco_analysis *analysis = eco_analysis_create(eco, &state, &options);
    struct eco_pestel *pestel = eco_pestel_create(analysis);
    for (int i = 0; i <= LINKS; i++) {
        snprintf(names[0], sizeof names[0], "n%d", i);
        int group = eco_analysis_groups(analysis)->node_of_entity[eco_ecosystem_find_entity(eco, names[0])];
        const struct eco_figure *support = &pestel->cells[group * ECO_DIMENSIONS + ECO_SOCIAL].support;
        ck_assert(!support->undefined);
        ck_assert_double_eq(support->value, ldexp(0.5, -i));
    }
    eco_pestel_destroy(pestel);
    eco_analysis_destroy(analysis);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(nothing_stated)
{
    static const char *const texts[] = {"", "a", "a, b", "*a>b, b>c", ECO_TEST_STAR};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
        eco_test_open(&network, texts[k], ECO_LEVEL_ENTITY);
        struct eco_pestel *pestel = eco_pestel_create(network.analysis);
        ck_assert(!pestel->any);
        for (int cell = 0; cell < pestel->groups * ECO_DIMENSIONS; cell++)
            ck_assert(pestel->cells[cell].own.undefined && pestel->cells[cell].threat.undefined &&
                      pestel->cells[cell].support.undefined);
        eco_pestel_destroy(pestel);
        eco_test_close(&network);
    }
    eco_pestel_destroy(NULL);
}
END_TEST

ECO_TEST_PROGRAM("pestel", chain, round_and_round, groups, sides_and_scales, long_chain, nothing_stated)
