#include "metric/figures.h"

/* Says what an entity can do: words joined by +. */
static void can(struct eco_test_network *network, const char *id, const char *words)
{
    struct eco_ecosystem *eco = network->eco;
    struct eco_words *list = &eco->entities[eco_ecosystem_find_entity(eco, id)].capabilities;
    char *rest = eco_arena_strdup(&eco->arena, words);
    list->items = eco_arena_alloc(&eco->arena, strlen(words), sizeof *list->items);
    for (char *word; (word = strsep(&rest, "+"));)
        list->items[list->count++] = word;
}

static void expect(struct eco_test_network *network, double complementarity, double coverage)
{
    struct eco_figure value = *eco_test_figures(network, &eco_metric_complementarity);
    struct eco_figure known = *eco_test_figures(network, &eco_metric_complementarity_coverage);
    eco_test_sound(&eco_metric_complementarity, value);
    eco_test_sound(&eco_metric_complementarity_coverage, known);
    ck_assert_int_eq(isnan(complementarity), value.undefined != NULL);
    ck_assert_int_eq(isnan(coverage), known.undefined != NULL);
    ck_assert_double_eq_tol(value.value, isnan(complementarity) ? 0 : complementarity, 1e-14);
    ck_assert_double_eq_tol(known.value, isnan(coverage) ? 0 : coverage, 1e-14);
}

START_TEST(by_hand)
{
    struct eco_test_network network;
    eco_test_open(&network, "*f>a:2, b>f:1, f<>c:1, f>d:5, e>d", ECO_LEVEL_ENTITY);
    can(&network, "a", "data+brand");
    can(&network, "b", "brand+rnd");
    can(&network, "c", "rnd+brand+rnd");
    can(&network, "e", "data");
    can(&network, "f", "brand");
    /* a-b and a-c share one of three; b-c all. Weights s: 2, 1, 2. d can do nothing, e is no partner. */
    expect(&network, (2 * 2.0 / 3 + 4 * 2.0 / 3 + 2 * 0) / 8, 0.75);
    eco_test_close(&network);
}
END_TEST

START_TEST(union_of_members)
{
    struct eco_test_network network;
    eco_test_open(&network, "*f>a, f>b, a2@a, b2@b", ECO_LEVEL_ENTITY);
    can(&network, "a", "data");
    can(&network, "a2", "brand");
    can(&network, "b2", "data+rnd");
    expect(&network, 2.0 / 3, 1);
    eco_test_close(&network);
}
END_TEST

START_TEST(undefined)
{
    struct eco_test_network network;
    static const char *const without_partner[] = {"", "a, b", "*a", "a>b", "*a, b>c"};
    for (size_t i = 0; i < sizeof without_partner / sizeof *without_partner; i++) {
        eco_test_open(&network, without_partner[i], ECO_LEVEL_ENTITY);
        expect(&network, NAN, NAN);
        eco_test_close(&network);
    }
    eco_test_open(&network, "*f>a, f>b", ECO_LEVEL_ENTITY);
    expect(&network, NAN, 0);
    eco_test_close(&network);
    eco_test_open(&network, "*f>a, f>b", ECO_LEVEL_ENTITY);
    can(&network, "a", "data");
    expect(&network, NAN, 0.5);
    eco_test_close(&network);
}
END_TEST

ECO_TEST_PROGRAM("complementarity", by_hand, union_of_members, undefined)
