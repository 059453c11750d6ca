#include "metric/figures.h"
#include "metric/lens/vrio.h"

static struct eco_test_network network;

static struct eco_vrio *open_lens(const char *text, const struct eco_vrio_limits *limits)
{
    static const struct eco_vrio_limits usual = ECO_VRIO_LIMITS;
    eco_test_open(&network, text, ECO_LEVEL_ENTITY);
    return eco_vrio_create(network.analysis, limits ? limits : &usual);
}

static void close_lens(struct eco_vrio *vrio)
{
    eco_vrio_destroy(vrio);
    eco_test_close(&network);
}

static void same(struct eco_figure figure, double expected)
{
    ck_assert_int_eq(figure.undefined != NULL, isnan(expected));
    ck_assert_double_eq_tol(figure.value, isnan(expected) ? 0 : expected, 1e-14);
}

static void expect(const struct eco_vrio *vrio, int row, const char *resource, double value, double rarity,
                   double inimitability, double organisation, const char *verdict)
{
    ck_assert_int_lt(row, vrio->count);
    const struct eco_vrio_resource *r = &vrio->resources[row];
    ck_assert_str_eq(network.eco->resources.terms[r->resource].id, resource);
    same(r->value, value);
    same(r->rarity, rarity);
    same(r->inimitability, inimitability);
    same(r->organisation, organisation);
    ck_assert_str_eq(eco_verdict_names[r->verdict], verdict);
}

/* a receives 2 from f and 2 from x, b 1 from f's part. r1 gives brand to s; r2 gives nothing, and b gives to it. Of the
 * three parts, p1 works with brand. */
#define MARKET                                                                                              \
    "*f, p1@f, p2@f, p3@f, f>a:2 supply brand+data, p1>b:1 supply brand, f>p1:1 supply brand, p2>p3:1 tie," \
    "x>a:2, r1>p1 competition, f>r2 competition, r1>s:1 supply brand, b>r2:1 tie, f>p2 competition, r3>r1 competition"

START_TEST(by_hand)
{
    struct eco_vrio *vrio = open_lens(MARKET, NULL);
    ck_assert_int_eq(vrio->count, 2);
    ck_assert_int_eq(vrio->rivals_count, 2);
    ck_assert_int_eq(vrio->rivals_held, 1);
    ck_assert_int_eq(vrio->rivals_tied, 2);
    ck_assert(vrio->rivals[0].held && vrio->rivals[0].tied && !vrio->rivals[1].held && vrio->rivals[1].tied);
    expect(vrio, 0, "brand", 3.0 / 5, 0.5, 0.5, 1.0 / 3, "unused advantage");
    expect(vrio, 1, "data", 2.0 / 4, 1, 1, 0, "unused advantage");
    close_lens(vrio);
}
END_TEST

START_TEST(limits)
{
    static const struct {
        struct eco_vrio_limits limits;
        const char *brand, *data;
    } cases[] = {
        {{0.1, 0.5, 0.5, 0.3}, "sustained advantage", "unused advantage"},
        {{0.1, 0.6, 0.5, 0.3}, "parity", "unused advantage"},
        {{0.1, 0.5, 0.6, 0.3}, "temporary advantage", "unused advantage"},
        {{0.55, 0.6, 0.6, 0.6}, "parity", "disadvantage"},
        {{0.6, 0.5, 0.5, 0}, "sustained advantage", "disadvantage"},
        {{0, 0, 0, 0}, "sustained advantage", "sustained advantage"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct eco_vrio *vrio = open_lens(MARKET, &cases[k].limits);
        ck_assert_str_eq(eco_verdict_names[vrio->resources[0].verdict], cases[k].brand);
        ck_assert_str_eq(eco_verdict_names[vrio->resources[1].verdict], cases[k].data);
        close_lens(vrio);
    }
}
END_TEST

START_TEST(capabilities_are_holdings)
{
    static const char *can[] = {"data", "cooking"};
    static const struct eco_vrio_limits usual = ECO_VRIO_LIMITS;
    eco_test_open(&network, MARKET, ECO_LEVEL_ENTITY);
    network.eco->entities[eco_ecosystem_find_entity(network.eco, "r2")].capabilities = (struct eco_words){can, 2};
    struct eco_vrio *vrio = eco_vrio_create(network.analysis, &usual);
    ck_assert_int_eq(vrio->rivals_held, 2);
    same(vrio->resources[0].rarity, 0.5);
    same(vrio->resources[1].rarity, 0.5);
    close_lens(vrio);
}
END_TEST

START_TEST(unknown)
{
    /* No rival, no part. */
    struct eco_vrio *vrio = open_lens("*f>a supply brand", NULL);
    expect(vrio, 0, "brand", 1, NAN, NAN, NAN, "unknown");
    close_lens(vrio);
    /* Too little value decides first. */
    vrio = open_lens("*f>a supply brand, x>a:99", NULL);
    expect(vrio, 0, "brand", 0.01, NAN, NAN, NAN, "disadvantage");
    close_lens(vrio);
    /* One of three rivals gives something: too few for rarity; two of three are tied. */
    vrio = open_lens("*f>a supply brand, p@f, f>p supply brand, f>r1 competition, f>r2 competition, r3>f competition,"
                     "r1>r2 tie",
                     NULL);
    expect(vrio, 0, "brand", 1, NAN, 1, 1, "unknown");
    close_lens(vrio);
    /* A part without a relation says nothing about the organisation. */
    vrio = open_lens("*f>a supply brand, p@f, f>r1 competition, r1>s tie", NULL);
    expect(vrio, 0, "brand", 1, 1, 1, NAN, "unknown");
    close_lens(vrio);
}
END_TEST

/* What partners give back counts for exclusivity; a rival may be a partner. */
START_TEST(both_ways)
{
    struct eco_vrio *vrio =
        open_lens("*f>a:1 supply data, a>f:2 supply data, f>r:1 supply data, r>f competition", NULL);
    expect(vrio, 0, "data", 1, NAN, 0.75, NAN, "unknown");
    close_lens(vrio);
}
END_TEST

START_TEST(exact_limit)
{
    static const struct eco_vrio_limits tenth = {0.3, 0, 0, 0};
    /* 0.1 + 0.2 of 1: 0.30000000000000004 / 1.0000000000000002 or so, and no disadvantage. */
    struct eco_vrio *vrio = open_lens("*f>a:0.1 supply brand, f>a:0.2 tie brand, x>a:0.7", &tenth);
    ck_assert_int_eq(vrio->resources[0].verdict, ECO_UNKNOWN);
    close_lens(vrio);
}
END_TEST

START_TEST(nothing_to_judge)
{
    static const char *const texts[] = {"", "a>b", "*a", "*a, b", "b>*a", "*a>b competition", "*a, p@a, a>p"};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
        struct eco_vrio *vrio = open_lens(texts[k], NULL);
        ck_assert_int_eq(vrio->count, 0);
        ck_assert_int_eq(vrio->focal, k < 2 ? -1 : strcmp(texts[k], "b>*a") == 0 ? 1 : 0);
        close_lens(vrio);
    }
    eco_vrio_destroy(NULL);
}
END_TEST

ECO_TEST_PROGRAM("vrio", by_hand, limits, capabilities_are_holdings, unknown, both_ways, exact_limit, nothing_to_judge)
