#include "scenario/agreement.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"

/* How hard a node is hit: larger = worse; NaN where it is not ranked. */
static void hardness(const struct eco_outcome *outcome, const struct eco_cascade *cascade, double *ret_values)
{
    for (int i = 0; i < cascade->n; i++) {
        if (outcome->hit.gone[i] || !(outcome->field->flow->inflow[i] > 0))
            ret_values[i] = NAN;
        else if (cascade->kind == ECO_CASCADE_THRESHOLD)
            ret_values[i] = cascade->round[i] > 0 ? cascade->rounds + 1 - cascade->round[i] : 0;
        else
            ret_values[i] = cascade->distress[i];
    }
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sum of t^3 - t over the ties among the ranks. */
static double tie_correction(const double *ranks, int n)
{
    double *sorted = eco_alloc((size_t)n, sizeof *sorted), sum = 0;
    int count = 0;
    for (int i = 0; i < n; i++)
        if (!isnan(ranks[i]))
            sorted[count++] = ranks[i];
    qsort(sorted, (size_t)count, sizeof *sorted, by_value);
    for (int first = 0, last; first < count; first = last) {
        for (last = first; last < count && sorted[last] == sorted[first]; last++)
            ;
        double t = last - first;
        sum += t * t * t - t;
    }
    free(sorted);
    return sum;
}

static struct eco_figure concordance(const double *ranks, int judges, int n, double ties)
{
    double sum = 0, squares = 0, ranked = 0;
    for (int i = 0; i < n; i++) {
        if (isnan(ranks[i]))
            continue;
        double total = 0;
        for (int k = 0; k < judges; k++)
            total += ranks[(size_t)k * (size_t)n + (size_t)i];
        sum += total;
        squares += total * total;
        ranked++;
    }
    if (ranked < 2)
        return ECO_UNDEFINED("fewer than two groups can be ranked");
    double spread = judges * judges * (ranked * ranked * ranked - ranked) - judges * ties;
    if (!(spread > 1e-9))
        return ECO_UNDEFINED("no model tells the groups apart");
    return ECO_DEFINED(fmin(1, fmax(0, 12 * (squares - sum * sum / ranked) / spread)));
}

/* The nodes whose ranks range widest, widest first, equal ones in file order; nodes that all rank alike are left out. */
static void find_disputed(struct eco_agreement *agreement, const double *ranks, int judges, int n)
{
    double *range = eco_alloc((size_t)n, sizeof *range);
    for (int i = 0; i < n; i++) {
        double low = INFINITY, high = -INFINITY;
        for (int k = 0; k < judges; k++) {
            low = fmin(low, ranks[(size_t)k * (size_t)n + (size_t)i]);
            high = fmax(high, ranks[(size_t)k * (size_t)n + (size_t)i]);
        }
        range[i] = isnan(ranks[i]) ? 0 : high - low;
    }
    while (agreement->disputed_count < ECO_DISPUTED_MAX) {
        int widest = -1;
        for (int i = 0; i < n; i++)
            if (range[i] > 0 && (widest < 0 || range[i] > range[widest]))
                widest = i;
        if (widest < 0)
            break;
        agreement->disputed[agreement->disputed_count++] = widest;
        range[widest] = 0;
    }
    free(range);
}

struct eco_agreement eco_agreement_measure(const struct eco_outcome *outcome)
{
    struct eco_agreement agreement = {0};
    int n = outcome->field->flow->n, judges = outcome->cascades_count;
    double *ranks = eco_alloc((size_t)judges * (size_t)n, sizeof *ranks), *values = eco_alloc((size_t)n, sizeof *values);
    double ties = 0;
    for (int k = 0; k < judges; k++) {
        hardness(outcome, outcome->cascades[k], values);
        eco_rank(values, n, ranks + (size_t)k * (size_t)n);
        ties += tie_correction(ranks + (size_t)k * (size_t)n, n);
    }
    agreement.concordance = concordance(ranks, judges, n, ties);
    find_disputed(&agreement, ranks, judges, n);
    free(ranks);
    free(values);
    return agreement;
}
