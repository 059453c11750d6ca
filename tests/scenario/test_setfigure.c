#include "scenario/setfigure.h"

#include "support.h"

#include "networks.h"

/* f feeds a and b, which feed c; d hangs on c. */
static const char diamond[] = "*f>a:2, f>b:2, a>c:1 use, b>c:1 use, c>d:1";

static double figure_of(const struct network *network, const char *name, enum eco_cascade_kind kind, const int *set, int count)
{
    struct eco_sweep_figure figure;
    struct eco_set_figures figures;
    struct eco_figure value;
    struct eco_problems problems = {0};
    const char *nearest;
    struct eco_cascade_options cascade = {kind, 0.6, 0.5, 0};
    ck_assert(eco_sweep_figure_find(name, kind, &figure, &nearest));
    ck_assert_int_eq(eco_set_figures_init(&figures, network->ground, &cascade, &figure, &problems), ECO_OK);
    struct eco_set_worker *worker = eco_set_worker_create(&figures);
    ck_assert_int_eq(eco_set_figure(worker, set, count, &value, &problems), ECO_OK);
    ck_assert_ptr_null(value.undefined);
    eco_set_worker_destroy(worker);
    eco_set_figures_finish(&figures);
    return value.value;
}

START_TEST(sets_of_a_known_network)
{
    struct network network;
    int one[] = {1}, both[] = {1, 2}; /* f a b c d */
    open_network(&network, eco_test_network(diamond), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    ck_assert_double_eq_tol(figure_of(&network, "value_lost", ECO_CASCADE_THRESHOLD, one, 1), 3.0 / 7, 1e-15);
    /* Without a and b, c falls, then d: all is gone. Without the cascade c > d stays. */
    ck_assert_double_eq_tol(figure_of(&network, "value_lost", ECO_CASCADE_THRESHOLD, both, 2), 1, 1e-15);
    ck_assert_double_eq_tol(figure_of(&network, "value_lost", ECO_CASCADE_NONE, both, 2), 6.0 / 7, 1e-15);
    ck_assert_double_eq(figure_of(&network, "cascade_size", ECO_CASCADE_NONE, both, 2), 2);
    ck_assert_double_eq(figure_of(&network, "orphans", ECO_CASCADE_THRESHOLD, one, 1), 0);
    ck_assert_double_eq(figure_of(&network, "orphans", ECO_CASCADE_THRESHOLD, both, 2), 1);
    ck_assert_double_eq(figure_of(&network, "captive_consumers", ECO_CASCADE_THRESHOLD, both, 2), 1);
    ck_assert_double_eq_tol(figure_of(&network, "largest_component", ECO_CASCADE_NONE, both, 2), 0.4 - 1, 1e-15);
    ck_assert_double_eq_tol(figure_of(&network, "largest_component", ECO_CASCADE_THRESHOLD, both, 2), 0.2 - 1, 1e-15);
    ck_assert_double_eq_tol(figure_of(&network, "relations", ECO_CASCADE_THRESHOLD, both, 2), -5, 1e-15);
    ck_assert_double_eq_tol(figure_of(&network, "damage.threshold", ECO_CASCADE_THRESHOLD, both, 2), 1, 1e-15);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/setfigure");
    TCase *c = tcase_create("setfigure");
    tcase_add_test(c, sets_of_a_known_network);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
