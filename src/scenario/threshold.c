/* A group fails once it has lost at least the share theta of what it received; synchronous rounds until none fails. */
#include <stdlib.h>

#include "scenario/cascade.h"

struct rounds {
    const struct eco_field *field;
    const struct eco_hit *hit;
    double substitution;
    bool *dead;    /* S0 and all that failed in earlier rounds */
    int *order;    /* the dead, in the order in which they died */
    int dead_count;
    struct eco_cascade *cascade;
};

/* What the loss of a dead provider means to its receiver at this round. */
static double loss(const struct rounds *r, int d)
{
    double share = eco_field_share(r->field, r->hit, d);
    return r->substitution > 0 ? share * (1 - eco_field_replaced(r->field, r->dead, r->substitution, d)) : share;
}

/* Brings the shares up to date for receivers that still stand. Without substitution only ties of those that died in the
 * last round change; with it every tie of a dead provider may, because fewer are left to replace it. */
static void update_shares(struct rounds *r, int first_new)
{
    for (int k = r->substitution > 0 ? 0 : first_new; k < r->dead_count; k++) {
        int j = r->order[k];
        for (int e = r->field->dependent_start[j]; e < r->field->dependent_start[j + 1]; e++) {
            int d = r->field->dependent[e];
            if (!r->dead[r->field->receiver[d]])
                r->cascade->share[d] = loss(r, d);
        }
    }
}

static double total_loss(const struct rounds *r, int i)
{
    const struct eco_flow *flow = r->field->flow;
    double sum = r->hit->lost[i];
    for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
        sum += r->cascade->share[d];
    return sum;
}

/* Judges node i once per round; adds it to `fallen` where it fails. */
static void judge(struct rounds *r, int i, double theta, int *judged, int *fallen, int *count)
{
    if (r->dead[i] || judged[i] == r->cascade->rounds + 1 || !(r->field->flow->inflow[i] > 0))
        return;
    judged[i] = r->cascade->rounds + 1;
    if (total_loss(r, i) >= theta - ECO_AT_THRESHOLD)
        fallen[(*count)++] = i;
}

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The nodes that fail now: in the first round all are judged, later those who lost a provider in the last one. */
static int fall(struct rounds *r, int first_new, double theta, int *judged, int *fallen)
{
    int count = 0;
    bool everyone = r->cascade->rounds == 0 || r->substitution > 0;
    for (int i = 0; everyone && i < r->field->flow->n; i++)
        judge(r, i, theta, judged, fallen, &count);
    for (int k = first_new; !everyone && k < r->dead_count; k++)
        for (int e = r->field->dependent_start[r->order[k]]; e < r->field->dependent_start[r->order[k] + 1]; e++)
            judge(r, r->field->receiver[r->field->dependent[e]], theta, judged, fallen, &count);
    qsort(fallen, (size_t)count, sizeof *fallen, by_number);
    return count;
}

static void run(const struct eco_field *field, const struct eco_hit *hit, const struct eco_cascade_options *options,
                struct eco_cascade *cascade)
{
    size_t n = (size_t)field->flow->n;
    struct rounds r = {field, hit, options->substitution, eco_alloc(n, sizeof *r.dead), eco_alloc(n, sizeof *r.order), 0, cascade};
    int *judged = eco_alloc(n, sizeof *judged), *fallen = eco_alloc(n, sizeof *fallen);
    for (int i = 0; i < cascade->n; i++) {
        cascade->own[i] = hit->lost[i];
        if (!hit->gone[i])
            continue;
        r.dead[i] = true;
        r.order[r.dead_count++] = i;
        cascade->round[i] = -1;
        cascade->distress[i] = 1;
    }
    for (int first_new = 0;;) {
        update_shares(&r, first_new);
        int count = fall(&r, first_new, options->threshold, judged, fallen);
        if (count == 0)
            break;
        cascade->rounds++;
        first_new = r.dead_count;
        for (int k = 0; k < count; k++) {
            r.dead[fallen[k]] = true;
            r.order[r.dead_count++] = fallen[k];
            cascade->round[fallen[k]] = cascade->rounds;
            cascade->distress[fallen[k]] = 1;
        }
    }
    free(r.dead);
    free(r.order);
    free(judged);
    free(fallen);
}

const struct eco_cascade_model eco_cascade_model_threshold = {
    .kind = ECO_CASCADE_THRESHOLD, .title = "Threshold cascade",
    .meaning = "a group fails once it has lost at least this share of what it received, and takes others with it",
    .formula = "i fails when l_i + sum over gone j of D'_ij (1 - x_ij) >= theta; rounds until none fails",
    .source = "after Granovetter 1978; Watts 2002", .run = run,
};
