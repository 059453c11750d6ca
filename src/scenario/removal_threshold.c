/* Who falls when few nodes leave, by lists of what was touched. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/removal_inner.h"

/* Adds what the deaths from `first` on take from receivers that still stand. */
static void take(struct eco_removals *r, int first, double substitution)
{
    const struct eco_field *field = r->field;
    for (int k = first; k < r->order_count; k++)
        for (int e = field->dependent_start[r->order[k]]; e < field->dependent_start[r->order[k] + 1]; e++) {
            int d = field->dependent[e], i = field->receiver[d];
            if (r->dead[i])
                continue;
            eco_removals_touch(r, i);
            r->loss[i] += substitution > 0 ? r->share[d] * eco_offers_unreplaced(r->offers, substitution, d, i) : r->share[d];
        }
}

/* The loss as eco_cascade_run() adds it up: provider by provider. */
static double exact_loss(const struct eco_removals *r, int i, double substitution)
{
    const struct eco_flow *flow = r->field->flow;
    double sum = 0;
    for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
        if (r->dead[flow->on[d]])
            sum += substitution > 0 ? r->share[d] * (1 - eco_field_replaced(r->field, r->dead, substitution, d)) : r->share[d];
    return sum;
}

static bool fails(const struct eco_removals *r, int i, const struct eco_cascade_options *options)
{
    double line = options->threshold - ECO_AT_THRESHOLD;
    if (fabs(r->loss[i] - line) > 1e-9) /* far more than the order of adding up can move it */
        return r->loss[i] > line;
    return exact_loss(r, i, options->substitution) >= line;
}

/* Those who fail now: without substitution only receivers of the last deaths can have come to it. */
static int judge(struct eco_removals *r, int first, int round, const struct eco_cascade_options *options)
{
    const struct eco_field *field = r->field;
    int count = 0;
    if (options->substitution > 0) {
        for (int k = 0; k < r->touched_count; k++)
            if (!r->dead[r->touched[k]] && fails(r, r->touched[k], options))
                r->fallen[count++] = r->touched[k];
    } else {
        for (int k = first; k < r->order_count; k++)
            for (int e = field->dependent_start[r->order[k]]; e < field->dependent_start[r->order[k] + 1]; e++) {
                int i = field->receiver[field->dependent[e]];
                if (r->dead[i] || r->judged[i] == round)
                    continue;
                r->judged[i] = round;
                if (fails(r, i, options))
                    r->fallen[count++] = i;
            }
    }
    eco_removals_sort(r->fallen, count);
    return count;
}

/* A threshold of next to nothing fells even those who lost nothing. */
static int everybody(const struct eco_removals *r, const int *gone, int count, const struct eco_cascade_options *options,
                     int *ret_failed, struct eco_figure *ret_damage)
{
    struct eco_hit hit;
    eco_hit_init_removal(&hit, r->field, gone[0]);
    for (int k = 1; k < count; k++)
        hit.gone[gone[k]] = true;
    struct eco_cascade *cascade = eco_cascade_run(r->field, &hit, ECO_CASCADE_THRESHOLD, options);
    int failed = 0;
    for (int round = 1; round <= cascade->rounds; round++)
        for (int i = 0; i < cascade->n; i++)
            if (cascade->round[i] == round) {
                if (ret_failed)
                    ret_failed[failed] = i;
                failed++;
            }
    *ret_damage = cascade->damage;
    eco_cascade_destroy(cascade);
    eco_hit_finish(&hit);
    return failed;
}

int eco_removals_threshold(struct eco_removals *r, const int *gone, int count, const struct eco_cascade_options *options,
                           int *ret_failed, struct eco_figure *ret_damage)
{
    bool offers = options->substitution > 0;
    if (options->threshold <= ECO_AT_THRESHOLD)
        return everybody(r, gone, count, options, ret_failed, ret_damage);
    for (int k = 0; k < count; k++)
        eco_removals_die(r, gone[k], offers);
    for (int first = 0, round = 1;; round++) {
        for (int k = 0; offers && k < r->touched_count; k++)
            r->loss[r->touched[k]] = 0; /* fewer are left to replace what is lost: all anew */
        take(r, offers ? 0 : first, options->substitution);
        int fallen = judge(r, first, round, options);
        if (fallen == 0)
            break;
        first = r->order_count;
        for (int k = 0; k < fallen; k++)
            eco_removals_die(r, r->fallen[k], offers);
    }
    struct eco_sum harmed = {0};
    for (int k = count; k < r->order_count; k++)
        eco_sum_add(&harmed, r->field->flow->inflow[r->order[k]]);
    int failed = r->order_count - count;
    if (ret_failed)
        memcpy(ret_failed, r->order + count, (size_t)failed * sizeof *ret_failed);
    *ret_damage = eco_removals_weigh(r, gone, count, eco_sum_value(&harmed));
    eco_removals_clean(r, offers);
    return failed;
}
