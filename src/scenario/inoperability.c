/* Distress spreads in proportion to dependence: the least fixed point of
 * q_i = min(1, g (l_i + sum_j D'_ij (1 - x_ij) q_j)), q = 1 on S0. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "graph/solve.h"
#include "scenario/cascade.h"

struct fixed_point {
    const struct eco_flow *flow;
    const bool *gone;
    double *weight; /* per dependence: g D'_ij (1 - x_ij) */
    double *given;  /* per node: g l_i */
    double *leak;   /* per node: 1 - g l_i - sum of its weights, put together from parts that rounding cannot drown */
    bool *open;     /* per node: below 1, so that its equation is linear */
    double *q;
};

/* What the right side says of node i at the present q. */
static double right_side(const struct fixed_point *f, int i)
{
    double sum = f->given[i];
    for (int d = f->flow->start[i]; d < f->flow->start[i + 1]; d++)
        sum += f->weight[d] * f->q[f->flow->on[d]];
    return sum;
}

/* By how much the right side of node i stays below 1 at the present q. */
static double slack(const struct fixed_point *f, int i)
{
    double sum = f->leak[i];
    for (int d = f->flow->start[i]; d < f->flow->start[i + 1]; d++)
        sum += f->weight[d] * (1 - f->q[f->flow->on[d]]);
    return sum;
}

/* Solves the equations of the open nodes with all others at 1. The present q is an upper bound, so that in units of it
 * every row gives out at most 1 and the walk is well posed even where a scaled-up tie makes a row's weights exceed 1.
 * `newly` holds the slack of nodes opened just now; the others' equations hold at the present q, with nothing lost. */
static void solve_open(struct fixed_point *f, const double *newly)
{
    size_t n = (size_t)f->flow->n;
    double *chance = eco_alloc((size_t)f->flow->m, sizeof *chance), *paid = eco_alloc(n, sizeof *paid);
    double *lost = eco_alloc(n, sizeof *lost), *x = eco_alloc(n, sizeof *x);
    for (int i = 0; i < f->flow->n; i++) {
        if (!f->open[i])
            continue;
        paid[i] = f->given[i];
        lost[i] = newly[i];
        for (int d = f->flow->start[i]; d < f->flow->start[i + 1]; d++) {
            int j = f->flow->on[d];
            if (f->open[j])
                chance[d] = f->weight[d] * f->q[j];
            else
                paid[i] += f->weight[d] * f->q[j];
        }
    }
    eco_walk_solve(&(struct eco_walk){f->flow->n, f->flow->start, f->flow->on, chance, paid, lost}, x);
    for (int i = 0; i < f->flow->n; i++)
        if (f->open[i])
            f->q[i] *= x[i];
    free(chance);
    free(paid);
    free(lost);
    free(x);
}

/* Nodes that no loss can reach stay at 0: the least solution, not merely one. */
static void mark_reached(const struct eco_field *field, struct fixed_point *f)
{
    int *stack = eco_alloc((size_t)f->flow->n, sizeof *stack), depth = 0;
    for (int i = 0; i < f->flow->n; i++) {
        f->q[i] = f->gone[i] || f->given[i] > 0 ? 1 : 0;
        if (f->q[i] > 0)
            stack[depth++] = i;
    }
    while (depth > 0) {
        int j = stack[--depth];
        for (int e = field->dependent_start[j]; e < field->dependent_start[j + 1]; e++) {
            int d = field->dependent[e], i = field->receiver[d];
            if (f->q[i] == 0 && f->weight[d] > 0) {
                f->q[i] = 1;
                stack[depth++] = i;
            }
        }
    }
    free(stack);
}

/* From above: a node whose right side is below 1 is opened; once opened it stays open. At most n rounds. */
static void descend(struct fixed_point *f)
{
    double *newly = eco_alloc((size_t)f->flow->n, sizeof *newly);
    for (bool opened = true; opened;) {
        opened = false;
        for (int i = 0; i < f->flow->n; i++) {
            newly[i] = 0;
            if (f->open[i] || f->gone[i] || !(f->q[i] > 0))
                continue;
            newly[i] = fmax(0, slack(f, i));
            opened |= newly[i] > 0;
        }
        for (int i = 0; i < f->flow->n; i++)
            f->open[i] |= newly[i] > 0;
        if (opened)
            solve_open(f, newly);
    }
    free(newly);
}

/* What each loss adds, scaled to sum to q_i where it was cut at 1. */
static void find_causes(const struct fixed_point *f, struct eco_cascade *cascade)
{
    for (int i = 0; i < f->flow->n; i++) {
        double sum = f->gone[i] ? 0 : right_side(f, i);
        if (!(sum > 0))
            continue;
        double scale = f->q[i] / sum;
        cascade->own[i] = f->given[i] * scale;
        for (int d = f->flow->start[i]; d < f->flow->start[i + 1]; d++)
            cascade->share[d] = f->weight[d] * f->q[f->flow->on[d]] * scale;
    }
}

/* The weights, and what is missing to 1: the share 1 - g that is not passed on, what others replace, less what steps
 * added to a tie (l_i and the D'_ij add up to 1 but for that). */
static void prepare(struct fixed_point *f, const struct eco_field *field, const struct eco_hit *hit, double g, const double *replaced)
{
    const struct eco_flow *flow = f->flow;
    for (int i = 0; i < flow->n; i++) {
        f->given[i] = g * hit->lost[i];
        f->leak[i] = 1 - g;
    }
    for (int d = 0; d < flow->m; d++) {
        double share = eco_field_share(field, hit, d), x = replaced ? replaced[d] : 0;
        double gain = hit->gone[flow->on[d]] ? 0 : fmax(0, hit->now[d] - flow->value[d]) / flow->inflow[field->receiver[d]];
        f->weight[d] = g * share * (1 - x);
        f->leak[field->receiver[d]] += g * (share * x - gain);
    }
}

static void run(const struct eco_field *field, const struct eco_hit *hit, const struct eco_cascade_options *options,
                struct eco_cascade *cascade)
{
    const struct eco_flow *flow = field->flow;
    size_t n = (size_t)flow->n;
    struct fixed_point f = {flow,
                            hit->gone,
                            eco_alloc((size_t)flow->m, sizeof *f.weight),
                            eco_alloc(n, sizeof *f.given),
                            eco_alloc(n, sizeof *f.leak),
                            eco_alloc(n, sizeof *f.open),
                            cascade->distress};
    double *replaced = eco_cascade_replaced(field, hit, options->substitution);
    prepare(&f, field, hit, options->coupling, replaced);
    for (int i = 0; i < flow->n; i++)
        cascade->round[i] = hit->gone[i] ? -1 : 0;
    mark_reached(field, &f);
    descend(&f);
    find_causes(&f, cascade);
    free(replaced);
    free(f.weight);
    free(f.given);
    free(f.leak);
    free(f.open);
}

const struct eco_cascade_model eco_cascade_model_inoperability = {
    .kind = ECO_CASCADE_INOPERABILITY, .title = "Inoperability",
    .meaning = "distress spreads in proportion to dependence, without a threshold; nobody is removed",
    .formula = "least fixed point of q_i = min(1, g (l_i + sum_j D'_ij (1 - x_ij) q_j)), q = 1 on what is gone",
    .source = "after Haimes & Jiang 2001", .run = run,
};
