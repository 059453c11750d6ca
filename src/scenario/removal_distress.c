/* DebtRank and inoperability when few nodes leave. */
#include <math.h>
#include <string.h>

#include "scenario/removal_inner.h"

/* What the active pass on; lists who got any. */
static int pass_on(struct eco_removals *r, int active, double substitution)
{
    const struct eco_field *field = r->field;
    int incoming = 0;
    for (int k = 0; k < active; k++) {
        int u = r->active[k];
        double distress = r->dead[u] ? 1 : r->h[u];
        for (int e = field->dependent_start[u]; e < field->dependent_start[u + 1]; e++) {
            int d = field->dependent[e], v = field->receiver[d];
            if (r->dead[v])
                continue;
            double share = substitution > 0 ? r->share[d] * eco_offers_unreplaced(r->offers, substitution, d, v) : r->share[d];
            eco_removals_touch(r, v);
            if (r->judged[v] == 0)
                r->incoming[incoming++] = v;
            r->judged[v] = 1;
            r->added[v] += share * distress;
        }
    }
    return incoming;
}

/* Adds what came in; who has distress for the first time is active next. */
static int take_in(struct eco_removals *r, int incoming)
{
    int active = 0;
    eco_removals_sort(r->incoming, incoming);
    for (int k = 0; k < incoming; k++) {
        int v = r->incoming[k];
        r->h[v] = fmin(1, r->h[v] + r->added[v]);
        r->added[v] = 0;
        r->judged[v] = 0;
        if (r->h[v] > ECO_NO_DISTRESS && !r->spoken[v]) {
            r->spoken[v] = true;
            r->active[active++] = v;
        }
    }
    return active;
}

struct eco_figure eco_removals_debtrank(struct eco_removals *r, const int *gone, int count,
                                        const struct eco_cascade_options *options)
{
    bool offers = options->substitution > 0;
    for (int k = 0; k < count; k++)
        eco_removals_die(r, gone[k], offers);
    memcpy(r->active, gone, (size_t)count * sizeof *r->active);
    eco_removals_sort(r->active, count);
    for (int active = count; active > 0;)
        active = take_in(r, pass_on(r, active, options->substitution));
    struct eco_sum harmed = {0};
    for (int k = 0; k < r->touched_count; k++)
        eco_sum_add(&harmed, r->field->flow->inflow[r->touched[k]] * r->h[r->touched[k]]);
    struct eco_figure damage = eco_removals_weigh(r, gone, count, eco_sum_value(&harmed));
    eco_removals_clean(r, offers);
    return damage;
}

/* D_ij (1 - x_ij) with these gone. */
static const double *weights(struct eco_removals *r, const struct eco_lane *lane, double substitution)
{
    for (int k = 0; k < lane->count; k++)
        eco_removals_die(r, lane->gone[k], true);
    for (int d = 0; d < r->field->flow->m; d++)
        r->weight[d] = r->share[d] * eco_offers_unreplaced(r->offers, substitution, d, r->field->receiver[d]);
    eco_removals_clean(r, true);
    return r->weight;
}

static struct eco_figure damage_in_lane(struct eco_removals *r, const struct eco_lane *lane, int l)
{
    struct eco_sum harmed = {0};
    for (int k = 0; k < lane->count; k++)
        r->dead[lane->gone[k]] = true;
    for (int i = 0; i < r->field->flow->n; i++)
        if (!r->dead[i])
            eco_sum_add(&harmed, r->field->flow->inflow[i] * r->q[(size_t)i * ECO_LANES + (size_t)l]);
    for (int k = 0; k < lane->count; k++)
        r->dead[lane->gone[k]] = false;
    return eco_removals_weigh(r, lane->gone, lane->count, eco_sum_value(&harmed));
}

static struct eco_figure solved_exactly(const struct eco_removals *r, const struct eco_lane *lane,
                                        const struct eco_cascade_options *options)
{
    struct eco_hit hit;
    eco_hit_init_removal(&hit, r->field, lane->gone[0]);
    for (int k = 1; k < lane->count; k++)
        hit.gone[lane->gone[k]] = true;
    struct eco_cascade *cascade = eco_cascade_run(r->field, &hit, ECO_CASCADE_INOPERABILITY, options);
    struct eco_figure damage = cascade->damage;
    eco_cascade_destroy(cascade);
    eco_hit_finish(&hit);
    return damage;
}

void eco_removals_inoperability(struct eco_removals *r, const struct eco_lane *lanes, int lanes_count,
                                const struct eco_cascade_options *options, struct eco_figure *ret_damage)
{
    const struct eco_flow *flow = r->field->flow;
    if (options->coupling > ECO_DISCOUNT_MAX) {
        for (int l = 0; l < lanes_count; l++)
            ret_damage[l] = solved_exactly(r, &lanes[l], options);
    } else if (options->substitution > 0) { /* what is replaced differs from removal to removal */
        for (int l = 0; l < lanes_count; l++) {
            eco_discount_solve(flow, weights(r, &lanes[l], options->substitution), options->coupling, &lanes[l], 1, r->q);
            ret_damage[l] = damage_in_lane(r, &lanes[l], 0);
        }
    } else {
        eco_discount_solve(flow, r->share, options->coupling, lanes, lanes_count, r->q);
        for (int l = 0; l < lanes_count; l++)
            ret_damage[l] = damage_in_lane(r, &lanes[l], l);
    }
}
