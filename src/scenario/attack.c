#include "scenario/attack.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/random.h"
#include "metric/rows.h"

struct plan {
    const struct eco_ground *ground;
    bool efficiency;
};

static int find_set(int *parent, int i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

/* The largest component after each removal of the order: the groups come back from the last, so that components only
 * grow. */
static void measure_components(const struct eco_ground *ground, const int *order, double *ret_largest)
{
    const struct eco_adjacency *both = &ground->groups->both;
    int n = ground->groups->n, largest = 0;
    int *parent = eco_alloc((size_t)n, sizeof *parent), *size = eco_alloc((size_t)n, sizeof *size);
    for (int k = n - 1; k >= 0; k--) {
        int g = order[k];
        ret_largest[k] = (double)largest / n;
        parent[g] = g;
        size[g] = 1;
        for (int e = both->start[g]; e < both->start[g + 1]; e++) {
            if (size[both->node[e]] == 0)
                continue;
            int a = find_set(parent, g), b = find_set(parent, both->node[e]);
            if (a == b)
                continue;
            if (size[a] < size[b]) {
                int swap = a;
                a = b;
                b = swap;
            }
            parent[b] = a;
            size[a] += size[b];
        }
        int grown = size[find_set(parent, g)];
        if (grown > largest)
            largest = grown;
    }
    free(parent);
    free(size);
}

static int measure_efficiency(const struct plan *plan, const int *order, struct eco_figure *ret_efficiency,
                              struct eco_problems *problems)
{
    const struct eco_ground *ground = plan->ground;
    struct eco_analysis_options options = ground->options;
    options.level = ECO_LEVEL_GROUP;
    int n = ground->groups->n, code = ECO_OK;
    if (!plan->efficiency) {
        for (int k = 0; k < n; k++)
            ret_efficiency[k] = ECO_UNDEFINED(eco_not_computed);
        return ECO_OK;
    }
    struct eco_state now;
    eco_state_copy(&now, ground->state);
    for (int k = 0; k < n && code == ECO_OK; k++) {
        const char *id = eco_metric_efficiency.id;
        const struct eco_metric *row = &eco_metric_efficiency;
        struct eco_comparison after = {1, &id, &row, &ret_efficiency[k]};
        eco_ground_remove(ground, &now, &order[k], 1);
        code = eco_comparison_fill(&after, ground->eco, &now, &options, n, problems);
    }
    eco_state_finish(&now);
    return code;
}

/* --- orders ------------------------------------------------------------------------------------------------------ */

/* The groups still there by the metric, into `ret_order`; returns how many. */
static int order_by(const struct eco_ground *ground, const struct eco_state *now, const struct eco_metric *metric, int *ret_order,
                    struct eco_problems *problems, int *ret_code)
{
    struct eco_analysis_options options = ground->options;
    options.level = ECO_LEVEL_GROUP;
    struct eco_analysis *analysis = eco_analysis_create(ground->eco, now, &options);
    const struct eco_view *view = eco_analysis_groups(analysis);
    const struct eco_figure *figures = eco_analysis_figures(analysis, metric);
    int n = view->n;
    *ret_code = figures ? ECO_OK : ECO_ELIMIT;
    if (figures) {
        double *values = eco_alloc((size_t)n, sizeof *values);
        for (int i = 0; i < n; i++)
            values[i] = figures[i].undefined ? NAN : figures[i].value;
        eco_order(values, n, ret_order);
        free(values);
        /* A group has one number here and another in the view of what is left: its root tells which. */
        int *group_of_root = eco_alloc(ground->eco->entities_count, sizeof *group_of_root);
        for (int g = 0; g < ground->groups->n; g++)
            group_of_root[ground->groups->entity_of_node[g]] = g;
        for (int i = 0; i < n; i++)
            ret_order[i] = group_of_root[view->entity_of_node[ret_order[i]]];
        free(group_of_root);
    } else {
        eco_problems_error(problems, "%s", analysis->problems.count ? analysis->problems.items[0].text
                                                                    : "a figure could not be computed");
    }
    eco_analysis_destroy(analysis);
    return n;
}

static int order_anew(const struct eco_ground *ground, const struct eco_metric *metric, const struct eco_progress *progress,
                      int *ret_order, struct eco_problems *problems)
{
    int n = ground->groups->n, code = ECO_OK;
    int *order = eco_alloc((size_t)n, sizeof *order);
    struct eco_state now;
    eco_state_copy(&now, ground->state);
    for (int k = 0; k < n && code == ECO_OK; k++) {
        order_by(ground, &now, metric, order, problems, &code);
        ret_order[k] = order[0];
        eco_ground_remove(ground, &now, &ret_order[k], 1);
        if (progress && progress->tell)
            progress->tell(progress->context, k + 1, n);
    }
    eco_state_finish(&now);
    free(order);
    return code;
}

/* The first of those that are largest. */
static int largest_of(const double *values, const bool *gone, int n)
{
    double largest = -INFINITY;
    for (int g = 0; g < n; g++)
        if (!gone[g] && values[g] > largest)
            largest = values[g];
    for (int g = 0; g < n; g++)
        if (!gone[g] && eco_number_near(values[g], largest, 1e-9))
            return g;
    return -1;
}

static double value_now(const struct eco_adjacency *both, const bool *gone, bool weighted, int g)
{
    double sum = 0;
    for (int e = both->start[g]; e < both->start[g + 1]; e++)
        if (!gone[both->node[e]])
            sum += weighted ? both->weight[e] : 1;
    return sum;
}

/* Degree and strength change for neighbours alone. */
static void order_by_neighbours(const struct eco_ground *ground, bool weighted, int *ret_order)
{
    const struct eco_adjacency *both = &ground->groups->both;
    int n = ground->groups->n;
    bool *gone = eco_alloc((size_t)n, sizeof *gone);
    double *values = eco_alloc((size_t)n, sizeof *values);
    for (int g = 0; g < n; g++)
        values[g] = value_now(both, gone, weighted, g);
    for (int k = 0; k < n; k++) {
        int g = ret_order[k] = largest_of(values, gone, n);
        gone[g] = true;
        for (int e = both->start[g]; e < both->start[g + 1]; e++)
            values[both->node[e]] = value_now(both, gone, weighted, both->node[e]);
    }
    free(gone);
    free(values);
}

static int find_order(const struct eco_ground *ground, const struct eco_metric *metric, bool fixed,
                      const struct eco_progress *progress, int *ret_order, struct eco_problems *problems)
{
    int code = ECO_OK;
    if (fixed)
        order_by(ground, ground->state, metric, ret_order, problems, &code);
    else if (metric == &eco_metric_degree || metric == &eco_metric_strength)
        order_by_neighbours(ground, metric == &eco_metric_strength, ret_order);
    else
        code = order_anew(ground, metric, progress, ret_order, problems);
    return code;
}

/* --- random orders ----------------------------------------------------------------------------------------------- */

/* One order: n values of the largest component, n of the efficiency. */
static int try_order(void *context, void *own, int item, void *ret_result, struct eco_problems *problems)
{
    (void)own;
    const struct plan *plan = context;
    int n = plan->ground->groups->n;
    double *largest = ret_result;
    int *order = eco_alloc((size_t)n, sizeof *order);
    struct eco_figure *efficiency = eco_alloc((size_t)n, sizeof *efficiency);
    struct eco_random random;
    eco_random_init(&random, plan->ground->options.seed, (uint64_t)item);
    for (int k = 0; k < n; k++)
        order[k] = k;
    for (int k = n - 1; k > 0; k--) {
        int other = (int)eco_random_below(&random, (uint64_t)k + 1), swap = order[k];
        order[k] = order[other];
        order[other] = swap;
    }
    measure_components(plan->ground, order, largest);
    int code = measure_efficiency(plan, order, efficiency, problems);
    for (int k = 0; k < n; k++)
        largest[n + k] = efficiency[k].undefined ? NAN : efficiency[k].value;
    free(order);
    free(efficiency);
    return code;
}

/* The means over all orders, added up in their order. */
static int run_random(const struct plan *plan, int threads, const struct eco_progress *progress, struct eco_attack *attack,
                      struct eco_problems *problems)
{
    int n = attack->count, code = ECO_OK;
    size_t size = 2 * (size_t)n;
    double *sum = eco_alloc(size, sizeof *sum), *results = eco_alloc(ECO_ATTACK_ORDERS * size, sizeof *results);
    struct eco_work work = {.items = ECO_ATTACK_ORDERS, .threads = threads, .result_size = size * sizeof *results,
                            .run = try_order, .context = (void *)plan, .progress = progress};
    code = eco_work_run(&work, results, problems);
    for (int item = 0; item < ECO_ATTACK_ORDERS; item++)
        for (size_t k = 0; k < size; k++)
            sum[k] += results[(size_t)item * size + k];
    for (int k = 0; k < n; k++) {
        double efficiency = sum[n + k] / ECO_ATTACK_ORDERS;
        attack->group[k] = -1;
        attack->largest[k] = sum[k] / ECO_ATTACK_ORDERS;
        attack->efficiency[k] = !isnan(efficiency) ? ECO_DEFINED(efficiency)
                                : plan->efficiency ? ECO_UNDEFINED("there are fewer than two nodes")
                                                   : ECO_UNDEFINED(eco_not_computed);
    }
    free(sum);
    free(results);
    return code;
}

int eco_attack_run(const struct eco_ground *ground, const struct eco_metric *metric, bool fixed, bool efficiency, int threads,
                   const struct eco_progress *progress, struct eco_attack **ret_attack, struct eco_problems *problems)
{
    size_t n = (size_t)ground->groups->n;
    struct plan plan = {ground, efficiency || n <= ECO_SWEEP_FULL};
    struct eco_attack *attack = eco_alloc(1, sizeof *attack);
    attack->count = ground->groups->n;
    attack->group = eco_alloc(n, sizeof *attack->group);
    attack->largest = eco_alloc(n, sizeof *attack->largest);
    attack->efficiency = eco_alloc(n, sizeof *attack->efficiency);
    int code;
    if (!metric) {
        code = run_random(&plan, threads, progress, attack, problems);
    } else {
        code = find_order(ground, metric, fixed, progress, attack->group, problems);
        if (code == ECO_OK) {
            measure_components(ground, attack->group, attack->largest);
            code = measure_efficiency(&plan, attack->group, attack->efficiency, problems);
        }
    }
    double sum = 0;
    for (size_t k = 0; k < n; k++)
        sum += attack->largest[k];
    attack->robustness = n > 0 ? ECO_DEFINED(sum / (double)n) : ECO_UNDEFINED("there is nobody");
    if (code == ECO_OK)
        *ret_attack = attack;
    else
        eco_attack_destroy(attack);
    return code;
}

void eco_attack_destroy(struct eco_attack *attack)
{
    if (!attack)
        return;
    free(attack->group);
    free(attack->largest);
    free(attack->efficiency);
    free(attack);
}
