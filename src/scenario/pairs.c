#include "scenario/pairs.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"

struct search {
    const struct eco_sweep *sweep;
    enum eco_cascade_kind kind;
    int count;      /* candidates */
    int *group;     /* in file order */
    double *damage; /* of each alone */
};

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The most damaging removals, in file order. */
static void choose(struct search *search, const struct eco_sweep_figure *damage)
{
    const struct eco_sweep *sweep = search->sweep;
    int *order = eco_alloc((size_t)sweep->count, sizeof *order), known = 0;
    eco_sweep_order(sweep, damage, order);
    while (known < sweep->count && known < ECO_PAIRS_AMONG && !eco_sweep_value(sweep, order[known], damage).undefined)
        known++;
    qsort(order, (size_t)known, sizeof *order, by_number);
    search->count = known;
    search->group = eco_alloc((size_t)known, sizeof *search->group);
    search->damage = eco_alloc((size_t)known, sizeof *search->damage);
    for (int k = 0; k < known; k++) {
        search->group[k] = sweep->group[order[k]];
        search->damage[k] = eco_sweep_value(sweep, order[k], damage).value;
    }
    free(order);
}

static void *begin(void *context)
{
    const struct search *search = context;
    return eco_removals_create(search->sweep->ground->field);
}

static void end(void *own)
{
    eco_removals_destroy(own);
}

/* All pairs of one candidate with those behind it: damage of both, NaN where undefined. */
static int try_row(void *context, void *own, int row, void *ret_result, struct eco_problems *problems)
{
    (void)problems;
    const struct search *search = context;
    double *value = ret_result;
    for (int first = row + 1; first < search->count; first += ECO_LANES) {
        int both[ECO_LANES][2], count = search->count - first < ECO_LANES ? search->count - first : ECO_LANES;
        struct eco_lane lanes[ECO_LANES] = {0};
        struct eco_figure damage[ECO_LANES];
        for (int l = 0; l < count; l++) {
            both[l][0] = search->group[row];
            both[l][1] = search->group[first + l];
            lanes[l] = (struct eco_lane){both[l], 2};
        }
        if (search->kind == ECO_CASCADE_INOPERABILITY)
            eco_removals_inoperability(own, lanes, count, &search->sweep->cascade, damage);
        for (int l = 0; l < count; l++) {
            if (search->kind != ECO_CASCADE_INOPERABILITY)
                damage[l] = eco_removals_damage(own, both[l], 2, search->kind, &search->sweep->cascade);
            value[first + l] = damage[l].undefined ? NAN : damage[l].value;
        }
    }
    return ECO_OK;
}

/* The pairs with the largest excess; `value` has a row for each candidate. */
static struct eco_pairs *pick(const struct search *search, const double *value)
{
    size_t c = (size_t)search->count, all = c * (c - (c > 0)) / 2, used = 0;
    struct eco_pair *pairs = eco_alloc(all, sizeof *pairs);
    double *excess = eco_alloc(all, sizeof *excess);
    int *order = eco_alloc(all, sizeof *order);
    for (size_t a = 0; a < c; a++)
        for (size_t b = a + 1; b < c; b++) {
            double both = value[a * c + b];
            if (isnan(both))
                continue;
            excess[used] = both - search->damage[a] - search->damage[b];
            /* What adding up leaves is no excess. */
            if (fabs(excess[used]) <= 1e-14)
                excess[used] = 0;
            pairs[used] = (struct eco_pair){{search->group[a], search->group[b]}, both, excess[used]};
            used++;
        }
    eco_order(excess, (int)used, order);
    struct eco_pairs *picked = eco_alloc(1, sizeof *picked);
    picked->count = used < ECO_PAIRS_SHOWN ? (int)used : ECO_PAIRS_SHOWN;
    picked->pairs = eco_alloc((size_t)picked->count, sizeof *picked->pairs);
    for (int k = 0; k < picked->count; k++)
        picked->pairs[k] = pairs[order[k]];
    free(pairs);
    free(excess);
    free(order);
    return picked;
}

int eco_pairs_find(const struct eco_sweep *sweep, int threads, const struct eco_progress *progress, struct eco_pairs **ret_pairs,
                   struct eco_problems *problems)
{
    if (sweep->cascade.kind == ECO_CASCADE_NONE) {
        eco_problems_error(problems, "--pairs compares damages, and with --cascade none there are none");
        return ECO_EUSAGE;
    }
    struct search search = {.sweep = sweep, .kind = sweep->cascade.kind};
    struct eco_sweep_figure damage;
    const char *nearest;
    eco_sweep_figure_find("damage", sweep->cascade.kind, &damage, &nearest);
    if (search.kind == ECO_CASCADE_ALL)
        search.kind = ECO_CASCADE_THRESHOLD;
    choose(&search, &damage);
    size_t row = (size_t)search.count * sizeof(double);
    double *value = eco_alloc((size_t)search.count, row);
    struct eco_work work = {.items = search.count, .threads = threads, .result_size = row, .begin = begin, .end = end,
                            .run = try_row, .context = &search, .progress = progress};
    int code = eco_work_run(&work, value, problems);
    if (code == ECO_OK)
        *ret_pairs = pick(&search, value);
    free(value);
    free(search.group);
    free(search.damage);
    return code;
}

void eco_pairs_destroy(struct eco_pairs *pairs)
{
    if (!pairs)
        return;
    free(pairs->pairs);
    free(pairs);
}
