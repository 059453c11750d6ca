#include "metric/figures.h"
#include "metric/laplacian.h"

/* The figure on the entity view of a network; NAN = undefined. `focal` is an id or NULL. */
static double measure_in(const struct eco_ecosystem *eco, const char *focal)
{
    struct eco_state state;
    struct eco_problems problems = {0};
    struct eco_figure figure;
    eco_test_state(&state, eco);
    struct eco_view *view = eco_view_create(eco, &state, ECO_LEVEL_ENTITY);
    int node = focal ? view->node_of_entity[eco_ecosystem_find_entity(eco, focal)] : -1;
    ck_assert_int_eq(eco_laplacian_synchronisability(view, node, &figure, &problems), ECO_OK);
    ck_assert(IGRAPH_FINALLY_STACK_EMPTY);
    ck_assert_uint_eq(problems.count, 0);
    ck_assert(figure.undefined ? figure.value == 0 : isfinite(figure.value));
    eco_view_destroy(view);
    eco_state_finish(&state);
    return figure.undefined ? NAN : figure.value;
}

static double measure(const char *text, const char *focal)
{
    struct eco_ecosystem *eco = eco_test_network(text);
    double value = measure_in(eco, focal);
    eco_ecosystem_destroy(eco);
    return value;
}

static void near(double value, double expected)
{
    ck_assert_msg(fabs(value - expected) <= 1e-11 * expected, "%.17g, not %.17g", value, expected);
}

START_TEST(small_graphs)
{
    near(measure("a>b, b>c", NULL), 1.0 / 3);       /* 0, 1, 3 */
    near(measure("h>a, h>b, h>c, h>d", NULL), 0.2); /* 0, 1, 1, 1, 5 */
    near(measure(ECO_TEST_MESH, NULL), 1);
    near(measure("a>b, b>c, c>d, d>a", NULL), 0.5); /* 0, 2, 2, 4 */
    near(measure("a>b:7, b>c:7", NULL), 1.0 / 3);
    /* Weights 1 and 2: the roots of x^2 - 6x + 6. */
    near(measure("a>b, b>c:2", NULL), (3 - sqrt(3)) / (3 + sqrt(3)));
    /* Half of a weight each way is the same U. */
    near(measure("a>b, b<>c", NULL), (3 - sqrt(3)) / (3 + sqrt(3)));
}
END_TEST

START_TEST(largest_component)
{
    near(measure("a>b, b>c, x", NULL), 0.75 / 3);
    near(measure("p>q, a>b, b>c, c>a", NULL), 3.0 / 5);
    /* A path and a triangle of the same size: the first, unless the focal firm is in the other. */
    near(measure("a>b, b>c, p>q, q>r, r>p", NULL), 0.5 / 3);
    near(measure("a>b, b>c, p>q, q>r, r>p", "a"), 0.5 / 3);
    near(measure("a>b, b>c, p>q, q>r, r>p", "q"), 0.5);
}
END_TEST

START_TEST(too_small)
{
    ck_assert(isnan(measure("", NULL)));
    ck_assert(isnan(measure("a", "a")));
    ck_assert(isnan(measure("a, b, c", "b")));
    ck_assert(isnan(measure("a>b, c>d", "d")));
}
END_TEST

/* Two pairs of strong ties joined by one of 1e-12 beside 1e12: lambda_2 is 1e-24 of lambda_max, which subtracting two
 * eigenvalues could never show. With e = weak / strong, the pairs move as wholes: lambda_2 = e (2 + 2) / (2 * 2) up to
 * a relative e, and lambda_max = 2. */
START_TEST(widest_weights)
{
    near(measure("a>b:1e12, b>c:1e-12, c>d:1e12", NULL), 1e-24 / 2);
    /* A leaf on a tie of e: lambda_2 = e * n / (n - 1), n = 4; a triangle has lambda_max = 3. */
    near(measure("a>b:1e6, b>c:1e6, c>a:1e6, c>x:1e-12", NULL), 1e-18 * 4 / 3 / 3);
    near(measure("x>c:1e-12, c>a:1e6, a>b:1e6, b>c:1e6", NULL), 1e-18 * 4 / 3 / 3);
}
END_TEST

static struct eco_ecosystem *ring_or_path(int n, bool ring)
{
    struct eco_ecosystem *eco = eco_test_ecosystem();
    char from[16], to[16];
    for (int i = 0; i + !ring < n; i++) {
        snprintf(from, sizeof from, "n%d", i);
        snprintf(to, sizeof to, "n%d", (i + 1) % n);
        eco_test_relation(eco, from, to, 1, "tie", NULL);
    }
    int entity;
    ck_assert(eco_ecosystem_find_roots(eco, &entity));
    return eco;
}

/* Through every method: LAPACK up to 150 nodes, then ARPACK on the inverse, above 2000 on the shifted Laplacian. */
START_TEST(larger_graphs)
{
    static const int sizes[] = {149, 150, 151, 400};
    const double pi = acos(-1);
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        int n = sizes[k];
        struct eco_ecosystem *path = ring_or_path(n, false);
        near(measure_in(path, NULL), (1 - cos(pi / n)) / (1 + cos(pi / n)));
        eco_ecosystem_destroy(path);
    }
    struct eco_ecosystem *ring = ring_or_path(300, true);
    near(measure_in(ring, NULL), (1 - cos(2 * pi / 300)) / 2); /* a double lambda_2 */
    eco_ecosystem_destroy(ring);
}
END_TEST

static double large_star(int n)
{
    struct eco_ecosystem *eco = eco_test_ecosystem();
    char leaf[16];
    for (int i = 1; i < n; i++) {
        snprintf(leaf, sizeof leaf, "n%d", i);
        eco_test_relation(eco, "hub", leaf, 1, "tie", NULL);
    }
    int entity;
    ck_assert(eco_ecosystem_find_roots(eco, &entity));
    double value = measure_in(eco, NULL);
    eco_ecosystem_destroy(eco);
    return value;
}

START_TEST(large_stars)
{
    near(large_star(2000), 1.0 / 2000);
    ck_assert(fabs(large_star(2001) - 1.0 / 2001) < 1e-12); /* beside lambda_max */
}
END_TEST

ECO_TEST_PROGRAM("laplacian", small_graphs, largest_component, too_small, widest_weights, larger_graphs, large_stars)
