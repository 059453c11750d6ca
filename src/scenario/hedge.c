#include "scenario/hedge.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "scenario/hedge_inner.h"

static const struct eco_cascade_options models = {ECO_CASCADE_ALL, 0.5, 0.5, 0};

/* The removals hedged against, on the supplies as they stand. */
struct base {
    const struct eco_supplies *supplies;
    struct eco_field *field;
    const int *worst;
    int worst_count;
    double left[ECO_HEDGE_WORST];    /* what all but the removed one receive */
    double *reach[ECO_HEDGE_WORST];  /* column of (I - g D)^-1 for the removed one: how its distress reaches each */
    double harmed[ECO_HEDGE_WORST];  /* sum of I_l * reach over all but the removed one */
    double loss;
};

/* Mean of the two damages when one group leaves; nobody left to be harmed is no harm. */
static double loss_of(struct eco_removals *removals, int group)
{
    struct eco_figure threshold, inoperability;
    struct eco_lane lane = {&group, 1};
    eco_removals_threshold(removals, &group, 1, &models, NULL, &threshold);
    eco_removals_inoperability(removals, &lane, 1, &models, &inoperability);
    return (threshold.value + inoperability.value) / 2;
}

static double mean_loss(struct eco_removals *removals, const int *worst, int count)
{
    double sum = 0;
    for (int k = 0; k < count; k++)
        sum += loss_of(removals, worst[k]);
    return count > 0 ? sum / count : 0;
}

static void find_worst(const struct eco_supplies *supplies, int focal, struct eco_hedges *hedges)
{
    size_t n = (size_t)supplies->n;
    struct eco_field *field = eco_supplies_field(supplies, -1);
    struct eco_removals *removals = eco_removals_create(field);
    double *loss = eco_alloc(n, sizeof *loss);
    int *order = eco_alloc(n, sizeof *order);
    for (int g = 0; g < supplies->n; g++)
        loss[g] = g == focal ? NAN : loss_of(removals, g);
    eco_order(loss, supplies->n, order);
    for (int k = 0; k < supplies->n && k < ECO_HEDGE_WORST && order[k] != focal; k++)
        hedges->worst[hedges->worst_count++] = order[k];
    free(loss);
    free(order);
    eco_removals_destroy(removals);
    eco_field_destroy(field);
}

/* One column of (I - g D)^-1 for each of up to ECO_LANES nodes, side by side in `ret_q`. */
static void solve_columns(const struct eco_removals *removals, const int *nodes, int count, double *ret_q)
{
    const struct eco_flow *flow = removals->field->flow;
    for (size_t k = 0; k < (size_t)flow->n * ECO_LANES; k++)
        ret_q[k] = 0;
    for (int l = 0; l < count; l++)
        ret_q[(size_t)nodes[l] * ECO_LANES + (size_t)l] = 1;
    eco_discount_spread(flow, removals->share, models.coupling, ret_q);
}

static double harm_without(const double *inflow, const double *column, int stride, int n, int group)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        if (i != group)
            sum += inflow[i] * column[(size_t)i * (size_t)stride];
    return sum;
}

static void make_base(struct base *base, const struct eco_supplies *supplies, const struct eco_hedges *hedges)
{
    int n = supplies->n;
    *base = (struct base){.supplies = supplies, .worst = hedges->worst, .worst_count = hedges->worst_count};
    base->field = eco_supplies_field(supplies, -1);
    struct eco_removals *removals = eco_removals_create(base->field);
    double *q = eco_alloc((size_t)n * ECO_LANES, sizeof *q);
    const double *inflow = base->field->flow->inflow;
    for (int k = 0; k < base->worst_count; k++) {
        int group = base->worst[k];
        solve_columns(removals, &group, 1, q);
        base->reach[k] = eco_alloc((size_t)n, sizeof *base->reach[k]);
        for (int i = 0; i < n; i++) {
            base->reach[k][i] = q[(size_t)i * ECO_LANES];
            base->left[k] += i == group ? 0 : inflow[i];
        }
        base->harmed[k] = harm_without(inflow, base->reach[k], 1, n, group);
    }
    base->loss = mean_loss(removals, base->worst, base->worst_count);
    free(q);
    eco_removals_destroy(removals);
}

static void finish_base(struct base *base)
{
    for (int k = 0; k < base->worst_count; k++)
        free(base->reach[k]);
    eco_field_destroy(base->field);
}

/* --- candidates -------------------------------------------------------------------------------------------------- */

/* Everything for the candidates of one receiver. */
struct receiver {
    const struct base *base;
    int i;
    struct eco_removals *removals; /* of a field in which everybody who could provide has a tie */
    const double *column;          /* how distress of i reaches each; stride ECO_LANES */
    double harmed[ECO_HEDGE_WORST]; /* sum of I_l * column over all but the removed one */
};

/* The damage by inoperability after the share `moved` of i's inflow goes from provider j to k: one row of D changes, so
 * one column and one row of the inverse say it all (Sherman & Morrison 1950). */
static double inoperability_after(const struct receiver *r, int w, int j, int k, double moved)
{
    const struct base *base = r->base;
    const double *reach = base->reach[w];
    int removed = base->worst[w];
    if (!(base->left[w] > 0))
        return 0;
    double own = moved * (r->column[(size_t)k * ECO_LANES] - r->column[(size_t)j * ECO_LANES]);
    double factor = models.coupling * moved * (reach[k] - reach[j]) / (1 - models.coupling * own);
    double harmed = base->harmed[w] + factor * r->harmed[w];
    double self = reach[removed] + factor * r->column[(size_t)removed * ECO_LANES];
    return fmin(1, fmax(0, harmed / self / base->left[w]));
}

static int find_dependence(const struct eco_flow *flow, int i, int j)
{
    int d = flow->start[i];
    while (flow->on[d] != j)
        d++;
    return d;
}

/* The mean loss with the hedge in place. */
static double loss_after(const struct receiver *r, int j, int k, double weight)
{
    const struct base *base = r->base;
    const struct eco_flow *flow = r->removals->field->flow;
    double *share = r->removals->share, moved = weight / flow->inflow[r->i], sum = 0;
    int from = find_dependence(flow, r->i, j), to = find_dependence(flow, r->i, k);
    double before[2] = {share[from], share[to]};
    share[from] = (flow->value[from] - weight) / flow->inflow[r->i];
    share[to] = (flow->value[to] + weight) / flow->inflow[r->i];
    for (int w = 0; w < base->worst_count; w++) {
        struct eco_figure threshold;
        eco_removals_threshold(r->removals, &base->worst[w], 1, &models, NULL, &threshold);
        sum += (threshold.value + inoperability_after(r, w, j, k, moved)) / 2;
    }
    share[from] = before[0];
    share[to] = before[1];
    return sum / base->worst_count;
}

/* Keeps the better of two; equal ones in file order of receiver, resource, provider, which is the order of the calls. */
static void keep_better(struct eco_hedge *best, const struct eco_hedge *hedge)
{
    if (best->from < 0 || (hedge->loss_after < best->loss_after && !eco_number_near(hedge->loss_after, best->loss_after, 1e-9)))
        *best = *hedge;
}

static void try_resource(const struct receiver *r, int resource, struct eco_hedge *best)
{
    const struct eco_supplies *s = r->base->supplies;
    double given;
    int j = eco_supplies_largest(s, r->i, resource, &given);
    for (int k = 0; k < s->n && j >= 0; k++) {
        if (k == r->i || k == j || !s->gives[(size_t)k * (size_t)s->resources + (size_t)resource])
            continue;
        struct eco_hedge hedge = {k, r->i, resource, given / 2, r->base->loss, loss_after(r, j, k, given / 2)};
        keep_better(best, &hedge);
    }
}

static void try_receiver(const struct base *base, int i, const double *column, struct eco_hedge *best)
{
    const struct eco_supplies *s = base->supplies;
    struct eco_field *field = eco_supplies_field(s, i);
    struct receiver r = {.base = base, .i = i, .removals = eco_removals_create(field), .column = column};
    for (int w = 0; w < base->worst_count; w++)
        r.harmed[w] = harm_without(base->field->flow->inflow, column, ECO_LANES, s->n, base->worst[w]);
    bool *tried = eco_alloc((size_t)s->resources, sizeof *tried);
    for (int p = 0; p < s->count[i]; p++)
        tried[s->parts[i][p].resource] = true;
    for (int resource = 0; resource < s->resources; resource++)
        if (tried[resource])
            try_resource(&r, resource, best);
    free(tried);
    eco_removals_destroy(r.removals);
    eco_field_destroy(field);
}

/* The best hedge of a block of receivers. */
static int try_block(void *context, void *own, int block, void *ret_result, struct eco_problems *problems)
{
    (void)own;
    (void)problems;
    const struct base *base = context;
    struct eco_hedge *best = ret_result;
    int n = base->supplies->n, nodes[ECO_LANES], count = 0;
    for (int i = block * ECO_LANES; i < n && count < ECO_LANES; i++)
        nodes[count++] = i;
    struct eco_removals *removals = eco_removals_create(base->field);
    double *q = eco_alloc((size_t)n * ECO_LANES, sizeof *q);
    solve_columns(removals, nodes, count, q);
    *best = (struct eco_hedge){.from = -1};
    for (int l = 0; l < count; l++)
        if (base->supplies->count[nodes[l]] > 0)
            try_receiver(base, nodes[l], q + l, best);
    free(q);
    eco_removals_destroy(removals);
    return ECO_OK;
}

/* The best of all; from = -1 where there is none. */
static int find_best(struct base *base, int threads, const struct eco_progress *progress, struct eco_hedge *ret_best,
                     struct eco_problems *problems)
{
    int blocks = (base->supplies->n + ECO_LANES - 1) / ECO_LANES;
    struct eco_hedge *found = eco_alloc((size_t)blocks, sizeof *found);
    struct eco_work work = {.items = blocks, .threads = threads, .result_size = sizeof *found, .run = try_block,
                            .context = base, .progress = progress};
    int code = eco_work_run(&work, found, problems);
    *ret_best = (struct eco_hedge){.from = -1};
    for (int b = 0; b < blocks && code == ECO_OK; b++)
        if (found[b].from >= 0)
            keep_better(ret_best, &found[b]);
    free(found);
    return code;
}

static int choose(struct eco_supplies *supplies, int wanted, int threads, const struct eco_progress *progress,
                  struct eco_hedges *hedges, struct eco_problems *problems)
{
    int code = ECO_OK;
    while (hedges->count < wanted && hedges->worst_count > 0 && code == ECO_OK) {
        struct base base;
        struct eco_hedge best;
        make_base(&base, supplies, hedges);
        code = find_best(&base, threads, progress, &best, problems);
        finish_base(&base);
        if (code != ECO_OK || best.from < 0 || !(best.loss_after < best.loss_before) ||
            eco_number_near(best.loss_after, best.loss_before, 1e-12))
            break;
        double given;
        int largest = eco_supplies_largest(supplies, best.to, best.resource, &given);
        eco_supplies_move(supplies, best.to, best.resource, largest, best.from, best.weight);
        hedges->hedges[hedges->count++] = best;
    }
    return code;
}

int eco_hedges_find(const struct eco_ground *ground, int wanted, int threads, const struct eco_progress *progress,
                    struct eco_hedges **ret_hedges, struct eco_problems *problems)
{
    struct eco_supplies *supplies = eco_supplies_create(ground->groups);
    struct eco_hedges *hedges = eco_alloc(1, sizeof *hedges);
    hedges->hedges = eco_alloc((size_t)wanted, sizeof *hedges->hedges);
    find_worst(supplies, ground->focal, hedges);
    int code = choose(supplies, wanted, threads, progress, hedges, problems);
    eco_supplies_destroy(supplies);
    if (code == ECO_OK)
        *ret_hedges = hedges;
    else
        eco_hedges_destroy(hedges);
    return code;
}

void eco_hedges_destroy(struct eco_hedges *hedges)
{
    if (!hedges)
        return;
    free(hedges->hedges);
    free(hedges);
}
