#include "scenario/keyplayers.h"

#include <math.h>

#include "scenario/setfigure.h"
#include "support.h"

#include "networks.h"

static const char *const names[] = {"value_lost", "cascade_size", "damage.inoperability", "damage.debtrank", "orphans",
                                    "captive_consumers", "largest_component", "fragmentation", "coalescence", "reciprocity"};
enum { NAMES = sizeof names / sizeof *names };

static struct eco_sweep_figure figure_of(const char *name)
{
    struct eco_sweep_figure figure;
    const char *nearest;
    ck_assert(eco_sweep_figure_find(name, ECO_CASCADE_THRESHOLD, &figure, &nearest));
    return figure;
}

static struct eco_key_players *find(const struct network *network, const struct eco_sweep_figure *figure, int wanted,
                                    enum eco_cascade_kind kind, int threads)
{
    struct eco_sweep_options options = {.cascade = {kind, 0.5, 0.5, 0}, .threads = threads};
    struct eco_problems problems = {0};
    struct eco_key_players *players;
    ck_assert_int_eq(eco_key_players_find(network->ground, &options, figure, wanted, &players, &problems), ECO_OK);
    return players;
}

/* One key player is the first of the sweep. */
START_TEST(one_key_player_is_the_worst_removal)
{
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
        struct eco_sweep_options options = {.cascade = ECO_CASCADE_DEFAULTS, .threads = 1};
        struct eco_problems problems = {0};
        struct eco_sweep *sweep;
        ck_assert_int_eq(eco_sweep_run(network.ground, &options, &sweep, &problems), ECO_OK);
        int *order = eco_alloc((size_t)sweep->count, sizeof *order);
        for (int k = 0; k < NAMES && sweep->count > 0; k++) {
            struct eco_sweep_figure figure = figure_of(names[k]);
            struct eco_key_players *players = find(&network, &figure, 1, ECO_CASCADE_THRESHOLD, 1);
            eco_sweep_order(sweep, &figure, order);
            struct eco_figure worst = eco_sweep_value(sweep, order[0], &figure);
            ck_assert_int_eq(players->count, worst.undefined == NULL);
            if (players->count) {
                ck_assert_int_eq(players->group[0], sweep->group[order[0]]);
                ck_assert_double_eq_tol(players->value[0].value, worst.value, 1e-12);
            }
            eco_key_players_destroy(players);
        }
        free(order);
        eco_sweep_destroy(sweep);
        close_network(&network);
    }
}
END_TEST

/* What adding greedily reaches without swaps. */
static double forward_badness(const struct network *network, const struct eco_set_figures *figures, int wanted)
{
    int n = network->ground->groups->n, set[16], count = 0;
    struct eco_problems problems = {0};
    struct eco_set_worker *worker = eco_set_worker_create(figures);
    double reached = NAN;
    while (count < wanted) {
        int best = -1;
        double most = 0;
        for (int g = 0; g < n; g++) {
            bool in = g == network->ground->focal;
            for (int k = 0; k < count; k++)
                in |= set[k] == g;
            if (in)
                continue;
            struct eco_figure figure;
            set[count] = g;
            ck_assert_int_eq(eco_set_figure(worker, set, count + 1, &figure, &problems), ECO_OK);
            double badness = eco_set_badness(figures, figure);
            if (!isnan(badness) && (best < 0 || badness > most + 1e-9 * fabs(most))) {
                best = g;
                most = badness;
            }
        }
        if (best < 0)
            break;
        set[count++] = best;
        reached = most;
    }
    eco_set_worker_destroy(worker);
    return reached;
}

START_TEST(swaps_never_worsen)
{
    int improved = 0;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
        struct eco_sweep_options options = {.cascade = ECO_CASCADE_DEFAULTS};
        struct eco_problems problems = {0};
        for (int k = 0; k < 8; k++) {
            struct eco_sweep_figure figure = figure_of(names[k]);
            struct eco_set_figures figures;
            ck_assert_int_eq(eco_set_figures_init(&figures, network.ground, &options.cascade, &figure, &problems), ECO_OK);
            struct eco_key_players *players = find(&network, &figure, 3, ECO_CASCADE_THRESHOLD, 1);
            double forward = forward_badness(&network, &figures, 3);
            if (players->count) {
                double with_swaps = eco_set_badness(&figures, players->value[players->count - 1]);
                ck_assert_double_ge(with_swaps, forward - 1e-9);
                improved += players->swaps > 0;
                if (players->swaps == 0)
                    ck_assert_double_eq_tol(with_swaps, forward, 1e-9);
            }
            eco_key_players_destroy(players);
            eco_set_figures_finish(&figures);
        }
        close_network(&network);
    }
    ck_assert_int_gt(improved, 0);
}
END_TEST

START_TEST(the_pass_scores_like_the_search)
{
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct network network;
        open_network(&network, draw_network(seed), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
        struct eco_cascade_options none = {ECO_CASCADE_NONE, 0.5, 0.5, 0};
        struct eco_problems problems = {0};
        int n = network.ground->groups->n, set[2] = {(int)(seed % (uint64_t)n), 0};
        struct eco_figure *scores = eco_alloc((size_t)n, sizeof *scores), one;
        for (int k = 6; k < 8; k++) {
            struct eco_sweep_figure figure = figure_of(names[k]);
            struct eco_set_figures figures;
            ck_assert_int_eq(eco_set_figures_init(&figures, network.ground, &none, &figure, &problems), ECO_OK);
            ck_assert(eco_set_figures_at_once(&figures));
            eco_set_figures_of_all(&figures, set, 1, scores);
            struct eco_set_worker *worker = eco_set_worker_create(&figures);
            for (int g = 0; g < n; g++) {
                set[1] = g;
                if (g == set[0])
                    continue;
                ck_assert_int_eq(eco_set_figure(worker, set, 2, &one, &problems), ECO_OK);
                ck_assert_double_eq(scores[g].value, one.value);
            }
            eco_set_worker_destroy(worker);
            eco_set_figures_finish(&figures);
        }
        free(scores);
        close_network(&network);
    }
}
END_TEST

START_TEST(any_number_of_workers_and_selections)
{
    struct network network;
    open_network(&network, draw_network(23), ECO_LEVEL_ENTITY, ECO_SIDE_INPUTS);
    struct eco_sweep_figure figure = figure_of("value_lost");
    struct eco_key_players *one = find(&network, &figure, 4, ECO_CASCADE_THRESHOLD, 1);
    struct eco_key_players *three = find(&network, &figure, 4, ECO_CASCADE_THRESHOLD, 3);
    ck_assert_int_eq(one->count, three->count);
    for (int k = 0; k < one->count; k++)
        ck_assert_int_eq(one->group[k], three->group[k]);
    eco_key_players_destroy(one);
    eco_key_players_destroy(three);
    figure = figure_of("margin_theta");
    struct eco_sweep_options options = {.cascade = ECO_CASCADE_DEFAULTS};
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_key_players_find(network.ground, &options, &figure, 2, &one, &problems), ECO_EUSAGE);
    eco_problems_finish(&problems);
    close_network(&network);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("scenario/keyplayers");
    TCase *c = tcase_create("keyplayers");
    tcase_add_test(c, one_key_player_is_the_worst_removal);
    tcase_add_test(c, swaps_never_worsen);
    tcase_add_test(c, the_pass_scores_like_the_search);
    tcase_add_test(c, any_number_of_workers_and_selections);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
