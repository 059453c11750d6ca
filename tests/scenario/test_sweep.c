#include "scenario/sweep.h"

#include <math.h>

#include "scenario/whatif.h"
#include "support.h"

#include "networks.h"

static struct eco_sweep *run_sweep(const struct network *network, const struct eco_sweep_options *options)
{
    struct eco_problems problems = {0};
    struct eco_sweep *sweep;
    ck_assert_int_eq(eco_sweep_run(network->ground, options, &sweep, &problems), ECO_OK);
    return sweep;
}

static void check_figure(struct eco_figure found, struct eco_figure expected)
{
    ck_assert_int_eq(found.undefined == NULL, expected.undefined == NULL);
    if (!found.undefined)
        ck_assert_double_eq_tol(found.value, expected.value, 1e-9);
}

/* One removal as `whatif` plays it. */
static void check_removal(const struct network *network, const struct eco_sweep *sweep, int removal)
{
    struct eco_scenario scenario;
    struct eco_whatif *whatif;
    struct eco_problems problems = {0};
    eco_scenario_init(&scenario);
    scenario.cascade = sweep->cascade;
    scenario.cascade.kind = ECO_CASCADE_ALL;
    const char *id = eco_ground_id(network->ground, sweep->group[removal]);
    eco_scenario_add_step(&scenario, ECO_STEP_REMOVE)->entities.id = (struct eco_words){&id, 1};
    ck_assert_int_eq(eco_whatif_run(network->eco, &network->state, &network->ground->options, &scenario, &whatif, &problems), ECO_OK);
    const struct eco_outcome *outcome = &whatif->outcomes[0];
    int orphans = 0, falls = 0;
    for (int i = 0; i < outcome->view->n; i++) {
        orphans += outcome->orphan[i];
        falls += outcome->cascades[0]->round[i] > 0;
    }
    for (int k = 0; k < 3; k++)
        check_figure(eco_sweep_own(sweep, removal, (enum eco_removal_figure)(ECO_REMOVAL_DAMAGE_THRESHOLD + k)), outcome->cascades[k]->damage);
    ck_assert_double_eq(eco_sweep_own(sweep, removal, ECO_REMOVAL_ORPHANS).value, orphans);
    ck_assert_double_eq(eco_sweep_own(sweep, removal, ECO_REMOVAL_CASCADE_SIZE).value, falls);
    check_figure(eco_sweep_own(sweep, removal, ECO_REMOVAL_VALUE_LOST), outcome->value_lost);
    for (int k = 0; k < sweep->before.count; k++) {
        int at = eco_comparison_find(&whatif->before, sweep->before.ids[k]);
        struct eco_figure x = whatif->before.figures[at], y = outcome->figures.figures[at];
        struct eco_figure delta = x.undefined || y.undefined ? ECO_UNDEFINED("one is") : ECO_DEFINED(y.value - x.value);
        check_figure(sweep->delta[(size_t)removal * (size_t)sweep->before.count + (size_t)k], delta);
    }
    eco_whatif_destroy(whatif);
    eco_scenario_finish(&scenario);
}

START_TEST(removals_equal_whatif)
{
    for (uint64_t seed = 1; seed <= 25; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, (enum eco_side)(seed % ECO_SIDES));
        struct eco_sweep_options options = {.cascade = {ECO_CASCADE_THRESHOLD, 0.4, 0.6, seed % 2 ? 0 : 0.5}, .threads = 1};
        struct eco_sweep *sweep = run_sweep(&network, &options);
        ck_assert(sweep->full);
        for (int k = 0; k < sweep->count; k++)
            check_removal(&network, sweep, k);
        eco_sweep_destroy(sweep);
        close_network(&network);
    }
}
END_TEST

/* What stays in n makes no removal look like a gain. */
START_TEST(a_removal_never_looks_like_a_gain)
{
    static const char *const ids[] = {"value", "largest_component", "efficiency", "fragmentation", "distance_fragmentation"};
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), seed % 2 ? ECO_LEVEL_ENTITY : ECO_LEVEL_GROUP, ECO_SIDE_INPUTS);
        struct eco_sweep_options options = {.cascade = ECO_CASCADE_DEFAULTS, .threads = 1};
        struct eco_sweep *sweep = run_sweep(&network, &options);
        for (int k = 0; k < sweep->count; k++) {
            struct eco_figure lost = eco_sweep_own(sweep, k, ECO_REMOVAL_VALUE_LOST);
            ck_assert(lost.undefined || (lost.value >= 0 && lost.value <= 1));
            for (int f = 0; f < 5; f++) {
                struct eco_sweep_figure figure;
                const char *nearest;
                ck_assert(eco_sweep_figure_find(ids[f], ECO_CASCADE_THRESHOLD, &figure, &nearest));
                struct eco_figure delta = eco_sweep_value(sweep, k, &figure);
                ck_assert(delta.undefined || (f < 3 ? delta.value <= 1e-12 : delta.value >= -1e-12));
            }
        }
        eco_sweep_destroy(sweep);
        close_network(&network);
    }
}
END_TEST

static bool same_figures(const struct eco_figure *a, const struct eco_figure *b, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (a[k].undefined != b[k].undefined || a[k].value != b[k].value)
            return false;
    return true;
}

START_TEST(any_number_of_workers)
{
    struct network network;
    open_network(&network, draw_network(17), ECO_LEVEL_ENTITY, ECO_SIDE_BOTH);
    struct eco_sweep *sweeps[3];
    for (int k = 0; k < 3; k++) {
        struct eco_sweep_options options = {.cascade = {ECO_CASCADE_ALL, 0.3, 0.7, 0.3}, .threads = k + 1};
        sweeps[k] = run_sweep(&network, &options);
        size_t own = (size_t)sweeps[k]->count * ECO_REMOVAL_FIGURES, deltas = (size_t)sweeps[k]->count * (size_t)sweeps[k]->before.count;
        ck_assert(same_figures(sweeps[k]->own, sweeps[0]->own, own));
        ck_assert(same_figures(sweeps[k]->delta, sweeps[0]->delta, deltas));
    }
    for (int k = 0; k < 3; k++)
        eco_sweep_destroy(sweeps[k]);
    close_network(&network);
}
END_TEST

/* A ring of 520 groups with parts here and there: above the limit only the structure is compared, before any cascade. */
static struct eco_ecosystem *large_ring(void)
{
    struct eco_str text = {0};
    eco_str_add(&text, "*g0");
    for (int g = 0; g < 520; g++)
        eco_str_printf(&text, ", g%d>g%d:%d, g%d>g%d:0.5", g, (g + 1) % 520, 1 + g % 3, (g + 1) % 520, g);
    for (int g = 0; g < 520; g += 40)
        eco_str_printf(&text, ", p%d@g%d, p%d>g%d:0.25, leaf%d, p%d>leaf%d", g, g, g, g, g, g, g);
    struct eco_ecosystem *eco = eco_test_network(eco_str_text(&text));
    eco_str_finish(&text);
    return eco;
}

START_TEST(above_the_limit)
{
    struct network network;
    open_network(&network, large_ring(), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    const char *asked[] = {"coalescence", "reciprocity"};
    struct eco_sweep_options options = {.cascade = {ECO_CASCADE_DEBTRANK, 1, 0.5, 0}};
    struct eco_sweep *few = run_sweep(&network, &options);
    options.cascade.kind = ECO_CASCADE_NONE;
    options.asked = (struct eco_words){asked, 2};
    bool *selected = eco_alloc((size_t)network.ground->groups->n, sizeof *selected);
    for (int g = 0; g < network.ground->groups->n; g += 10)
        selected[g] = true;
    options.selected = selected;
    struct eco_sweep *more = run_sweep(&network, &options);
    ck_assert(!few->full && few->before.count == 7 && more->before.count == 8);
    ck_assert_ptr_eq(eco_sweep_own(few, 5, ECO_REMOVAL_DAMAGE_THRESHOLD).undefined, eco_not_computed);
    ck_assert_ptr_null(eco_sweep_own(few, 5, ECO_REMOVAL_DAMAGE_DEBTRANK).undefined);
    ck_assert_ptr_eq(eco_sweep_own(more, 5, ECO_REMOVAL_DAMAGE_DEBTRANK).undefined, eco_not_computed);
    ck_assert_ptr_eq(eco_sweep_own(few, 5, ECO_REMOVAL_KEYSTONE_GAP).undefined, eco_not_computed);
    ck_assert_ptr_null(eco_sweep_own(few, 5, ECO_REMOVAL_VISIBILITY_RANK).undefined);
    for (int k = 0; k < more->count; k++) { /* asked: the metric itself; not asked: counts and the pass */
        int twin = 0;
        while (few->group[twin] != more->group[k])
            twin++;
        for (int f = 0; f < few->before.count; f++) {
            int at = eco_comparison_find(&more->before, few->before.ids[f]);
            check_figure(more->delta[(size_t)k * 8 + (size_t)at], few->delta[(size_t)twin * 7 + (size_t)f]);
        }
    }
    free(selected);
    eco_sweep_destroy(few);
    eco_sweep_destroy(more);
    close_network(&network);
}
END_TEST

/* All structure figures are asked for, so that the metrics compute them, and compared with the pass. */
START_TEST(structure_equals_metrics)
{
    static const char *asked[] = {"entities", "relations", "value", "density", "reciprocity", "largest_component", "fragmentation"};
    for (int level = 0; level < 2; level++) {
        struct network network;
        open_network(&network, large_ring(), (enum eco_level)level, ECO_SIDE_INPUTS);
        struct eco_sweep_options options = {.cascade = {ECO_CASCADE_NONE, 0.5, 0.5, 0}};
        struct eco_sweep *pass = run_sweep(&network, &options);
        options.asked = (struct eco_words){asked, 7};
        struct eco_sweep *metrics = run_sweep(&network, &options);
        for (int k = 0; k < pass->count * 7; k++)
            check_figure(pass->delta[k], metrics->delta[k]);
        eco_sweep_destroy(pass);
        eco_sweep_destroy(metrics);
        close_network(&network);
    }
}
END_TEST

/* hub gives little to each, key gives all of what two live on: key matters more than it shows. */
START_TEST(a_hidden_keystone)
{
    struct network network;
    open_network(&network, eco_test_network("*f>hub:9, f>a:1, f>b:1, f>c:1, f>d:1, hub>a:0.1, hub>b:0.1, hub>c:0.1, hub>d:0.1, "
                                            "a>hub:3, b>hub:3, key>x:0.2, x>y:0.2, lone"), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    struct eco_sweep_options options = {.cascade = ECO_CASCADE_DEFAULTS};
    struct eco_sweep *sweep = run_sweep(&network, &options);
    struct eco_sweep_figure gap;
    const char *nearest;
    ck_assert(eco_sweep_figure_find("keystone_gap", ECO_CASCADE_THRESHOLD, &gap, &nearest));
    int order[9];
    ck_assert_int_eq(sweep->count, 9);
    eco_sweep_order(sweep, &gap, order);
    ck_assert_str_eq(eco_ground_id(network.ground, sweep->group[order[0]]), "key");
    ck_assert_str_eq(eco_ground_id(network.ground, sweep->group[order[8]]), "lone"); /* undefined comes last */
    eco_sweep_destroy(sweep);
    close_network(&network);
}
END_TEST

START_TEST(figures_by_name)
{
    struct eco_sweep_figure figure;
    const char *nearest = NULL;
    ck_assert(eco_sweep_figure_find("damage", ECO_CASCADE_DEBTRANK, &figure, &nearest));
    ck_assert_int_eq(figure.own, ECO_REMOVAL_DAMAGE_DEBTRANK);
    ck_assert(eco_sweep_figure_find("delta.fragmentation", ECO_CASCADE_NONE, &figure, &nearest));
    ck_assert_int_eq(figure.harm, ECO_HARM_WHEN_HIGHER);
    ck_assert_double_eq(eco_sweep_badness(&figure, ECO_DEFINED(0.25), 1), 0.25);
    ck_assert_double_eq(eco_sweep_badness(&figure, ECO_DEFINED(1e-16), 1), 0);
    ck_assert(eco_sweep_figure_find("coalescence", ECO_CASCADE_NONE, &figure, &nearest));
    ck_assert_double_eq(eco_sweep_badness(&figure, ECO_DEFINED(-0.25), 1), 0.25);
    ck_assert(isnan(eco_sweep_badness(&figure, ECO_UNDEFINED("why"), 1)));
    ck_assert(!eco_sweep_figure_find("modularity", ECO_CASCADE_NONE, &figure, &nearest));
    ck_assert(!eco_sweep_figure_find("keystone_gp", ECO_CASCADE_NONE, &figure, &nearest));
    ck_assert_str_eq(nearest, "keystone_gap");
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/sweep");
    TCase *c = tcase_create("sweep");
    tcase_add_test(c, removals_equal_whatif);
    tcase_add_test(c, a_removal_never_looks_like_a_gain);
    tcase_add_test(c, any_number_of_workers);
    tcase_add_test(c, above_the_limit);
    tcase_add_test(c, structure_equals_metrics);
    tcase_add_test(c, a_hidden_keystone);
    tcase_add_test(c, figures_by_name);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
