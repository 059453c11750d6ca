/* The sweep against what it replaces, side by side in one run: medians of five and their ratios.
 *
 *     bench_sweep FILE [GROUPS TIES]
 *
 * FILE is an ecosystem for the full sweep; the network is drawn (10,000 groups and 100,000 ties unless given). */
#include <igraph.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "base/random.h"
#include "build.h"
#include "graph/bridge.h"
#include "read/read.h"
#include "scenario/keyplayers.h"
#include "scenario/structure.h"

enum { RUNS = 5, SAMPLE = 40, MASKED_SAMPLE = 400 };

static double read_clock(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* What one process computes is told in seconds of its processor, which others on the machine change little; what workers
 * do together, and what a person waits for, by the clock on the wall. */
static double worked(void)
{
    return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

static double now(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, by_value);
    return values[count / 2];
}

static void check(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "bench_sweep: %s\n", what);
    exit(1);
}

/* A few groups have many ties and many have one or two, so that removals cut something off. */
static struct eco_ecosystem *draw(int groups, int ties)
{
    struct eco_ecosystem *eco = eco_test_ecosystem();
    struct eco_random random;
    char id[32];
    eco_random_init(&random, 7, 0);
    int kind = eco_test_word(eco, &eco->relation_kinds, "supply"), resource = eco_test_word(eco, &eco->resources, "supply");
    for (int g = 0; g < groups; g++) {
        snprintf(id, sizeof id, "g%d", g);
        eco_test_entity(eco, eco_arena_strdup(&eco->arena, id));
    }
    eco->focal = 0;
    int core = groups - groups / 10; /* one in ten has a single tie */
    for (int t = 0; t < ties; t++) {
        /* The first ties reach everybody once; the others fall on early groups rather than late ones. */
        int to = t + 1 < groups ? t + 1 : (int)(core * pow(eco_random_uniform(&random), 3));
        int from = (int)(core * pow(eco_random_uniform(&random), 3));
        int number = eco_ecosystem_add_relation(eco);
        struct eco_relation *relation = &eco->relations[number];
        *relation = (struct eco_relation){.from = from, .to = to == from ? (to + 1) % groups : to, .kind = kind,
                                          .weight = 0.01 + eco_random_uniform(&random), .since = ECO_NO_YEAR, .until = ECO_NO_YEAR,
                                          .resources = eco_arena_memdup(&eco->arena, &resource, 1, sizeof resource),
                                          .resources_count = 1, .confidence = 1};
    }
    int entity;
    check(eco_ecosystem_find_roots(eco, &entity), "the drawn network has a cycle");
    return eco;
}

struct network {
    struct eco_ecosystem *eco;
    struct eco_state state;
    struct eco_ground *ground;
};

static void open_network(struct network *network, int groups, int ties)
{
    struct eco_analysis_options options = {.focal = 0, .seed = 1};
    struct eco_state_options how = {ECO_NO_YEAR, 1, 1};
    network->eco = draw(groups, ties);
    /* Parallel ties of one kind would count as successive ones. */
    eco_state_init(&network->state, network->eco, &how);
    for (int r = 0; r < network->state.relations; r++)
        network->state.weight[r] = network->eco->relations[r].weight;
    network->ground = eco_ground_create(network->eco, &network->state, &options);
}

static void close_network(struct network *network)
{
    eco_ground_destroy(network->ground);
    eco_state_finish(&network->state);
    eco_ecosystem_destroy(network->eco);
}

/* One removal as it is done with a graph library: copy, delete, find the components. */
static struct eco_cut remove_with_igraph(const igraph_t *graph, int node)
{
    igraph_t copy;
    igraph_vector_int_t sizes;
    struct eco_cut cut = {1, 0, false};
    check(igraph_copy(&copy, graph) == IGRAPH_SUCCESS && igraph_vector_int_init(&sizes, 0) == IGRAPH_SUCCESS, "igraph failed");
    check(igraph_delete_vertices(&copy, igraph_vss_1(node)) == IGRAPH_SUCCESS, "igraph failed");
    check(igraph_connected_components(&copy, NULL, &sizes, NULL, IGRAPH_WEAK) == IGRAPH_SUCCESS, "igraph failed");
    for (igraph_integer_t k = 0; k < igraph_vector_int_size(&sizes); k++) {
        double size = (double)VECTOR(sizes)[k];
        cut.largest = size > cut.largest ? (int)size : cut.largest;
        cut.pairs += size * (size - 1);
    }
    igraph_vector_int_destroy(&sizes);
    igraph_destroy(&copy);
    return cut;
}

static bool same(struct eco_cut a, struct eco_cut b)
{
    return a.largest == b.largest && a.pairs == b.pairs;
}

/* Seconds for all removals by the one pass. */
static double time_pass(const struct eco_view *view, struct eco_cut *cuts)
{
    double seconds[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double start = worked();
        eco_structure_singles(&view->both, view->n, NULL, cuts);
        seconds[run] = worked() - start;
    }
    return median(seconds, RUNS);
}

/* Seconds for all removals by copy and delete, from a sample spread over all; the results must be those of the pass. */
static double time_igraph(struct eco_view *view, const struct eco_cut *cuts)
{
    const struct eco_igraph *igraph = eco_view_igraph(view, NULL);
    double seconds[RUNS];
    check(igraph != NULL, "igraph failed");
    for (int run = 0; run < RUNS; run++) {
        double start = worked();
        for (int k = 0; k < SAMPLE; k++) {
            int node = (int)((long)k * view->n / SAMPLE);
            check(same(remove_with_igraph(&igraph->both, node), cuts[node]), "igraph and the pass disagree");
        }
        seconds[run] = (worked() - start) * view->n / SAMPLE;
    }
    return median(seconds, RUNS);
}

static double time_masked(const struct eco_view *view, const struct eco_cut *cuts)
{
    double seconds[RUNS];
    bool *skip = eco_alloc((size_t)view->n, sizeof *skip);
    int *scratch = eco_alloc(2 * (size_t)view->n, sizeof *scratch);
    for (int run = 0; run < RUNS; run++) {
        double start = worked();
        for (int k = 0; k < MASKED_SAMPLE; k++) {
            int node = (int)((long)k * view->n / MASKED_SAMPLE);
            skip[node] = true;
            check(same(eco_structure_masked(&view->both, view->n, skip, scratch), cuts[node]), "search and pass disagree");
            skip[node] = false;
        }
        seconds[run] = (worked() - start) * view->n / MASKED_SAMPLE;
    }
    free(skip);
    free(scratch);
    return median(seconds, RUNS);
}

static double time_sweep(const struct eco_ground *ground, int threads)
{
    struct eco_sweep_options options = {.cascade = ECO_CASCADE_DEFAULTS, .threads = threads};
    struct eco_problems problems = {0};
    double seconds[RUNS];
    for (int run = 0; run < RUNS; run++) {
        struct eco_sweep *sweep;
        double start = now();
        check(eco_sweep_run(ground, &options, &sweep, &problems) == ECO_OK, "the sweep failed");
        seconds[run] = now() - start;
        eco_sweep_destroy(sweep);
    }
    return median(seconds, RUNS);
}

static double time_key_players(const struct eco_ground *ground, int wanted)
{
    struct eco_sweep_options options = {.cascade = ECO_CASCADE_DEFAULTS};
    struct eco_problems problems = {0};
    struct eco_sweep_figure figure;
    const char *nearest;
    double seconds[RUNS];
    eco_sweep_figure_find("largest_component", ECO_CASCADE_THRESHOLD, &figure, &nearest);
    for (int run = 0; run < RUNS; run++) {
        struct eco_key_players *players;
        double start = now();
        check(eco_key_players_find(ground, &options, &figure, wanted, &players, &problems) == ECO_OK, "key players failed");
        seconds[run] = now() - start;
        check(players->count == wanted, "too few key players");
        eco_key_players_destroy(players);
    }
    return median(seconds, RUNS);
}

static void measure_network(int groups, int ties)
{
    struct network network;
    open_network(&network, groups, ties);
    struct eco_view *view = network.ground->level;
    struct eco_cut *cuts = eco_alloc((size_t)view->n, sizeof *cuts);
    int cut_points = 0;
    double pass = time_pass(view, cuts), igraph = time_igraph(view, cuts), masked = time_masked(view, cuts);
    for (int i = 0; i < view->n; i++)
        cut_points += cuts[i].splits;
    printf("%d groups, %d relations (%d ties), %d cut points; largest component and fragmentation after every removal:\n", view->n,
           ties, view->m, cut_points);
    printf("  one pass                       %12.6f s\n", pass);
    printf("  search with a mask             %12.3f s  (from %d of them)  %9.0f times slower\n", masked, MASKED_SAMPLE, masked / pass);
    printf("  igraph: copy, delete, search   %12.3f s  (from %d of them)   %9.0f times slower\n", igraph, SAMPLE, igraph / pass);
    printf("threshold sweep of all groups, with every figure that many groups get:\n");
    printf("  one worker                     %12.3f s\n", time_sweep(network.ground, 1));
    printf("  all processors (%d)             %12.3f s\n", eco_work_processors(), time_sweep(network.ground, 0));
    printf("ten key players by largest component, with swaps:\n");
    printf("  all steps                      %12.3f s\n", time_key_players(network.ground, 10));
    free(cuts);
    close_network(&network);
}

/* Nanoseconds a tie as networks grow: a straight line in the ties has no slope here, memory apart. */
static void measure_growth(void)
{
    printf("the one pass as networks grow:\n");
    for (int ties = 125000; ties <= 1000000; ties *= 2) {
        struct network network;
        open_network(&network, ties / 10, ties);
        struct eco_cut *cuts = eco_alloc((size_t)network.ground->level->n, sizeof *cuts);
        double pass = time_pass(network.ground->level, cuts);
        printf("  %7d relations              %12.6f s  %6.1f ns each\n", ties, pass, 1e9 * pass / ties);
        free(cuts);
        close_network(&network);
    }
}

static void measure_file(const char *path)
{
    struct eco_problems problems = {0};
    struct eco_ecosystem *eco;
    struct eco_state state;
    struct eco_state_options how = ECO_STATE_DEFAULTS;
    double seconds[RUNS];
    check(eco_read_file(path, NULL, &eco, &problems) == ECO_OK, "the file does not load");
    eco_state_init(&state, eco, &how);
    struct eco_analysis_options options = {.focal = eco->focal, .seed = 1};
    for (int run = 0; run < RUNS; run++) {
        double start = now();
        struct eco_ground *ground = eco_ground_create(eco, &state, &options);
        struct eco_sweep_options all = {.cascade = ECO_CASCADE_DEFAULTS};
        struct eco_sweep *sweep;
        check(eco_sweep_run(ground, &all, &sweep, &problems) == ECO_OK, "the sweep failed");
        seconds[run] = now() - start;
        if (run == 0)
            printf("%s, %d removals, three damages, %d differences after the cascade:\n", path, sweep->count, sweep->before.count);
        eco_sweep_destroy(sweep);
        eco_ground_destroy(ground);
    }
    printf("  full sweep                     %12.3f s\n", median(seconds, RUNS));
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}

int main(int argc, char **argv)
{
    check(argc == 2 || argc == 4, "bench_sweep FILE [GROUPS TIES]");
    measure_network(argc == 4 ? atoi(argv[2]) : 10000, argc == 4 ? atoi(argv[3]) : 100000);
    measure_growth();
    measure_file(argv[1]);
    return 0;
}
