#include "metric/lens/pestel.h"

#include <math.h>
#include <stdlib.h>

static const char not_stated[] = "no member of the group states an exposure in this dimension";
static const char not_reached[] = "the group states no exposure in this dimension, and none reaches it";

/* One step of x_i = 0.5 e_i + 0.5 sum_j D_ij x_j; true where it changed anything. A group that receives nothing feels its
 * own exposure in full (D_ii = 1). */
static bool step(const struct eco_view *view, const double *e, const double *inflow, double *x)
{
    bool changed = false;
    for (int i = 0; i < view->n; i++) {
        double felt = 0;
        for (int k = view->in.start[i]; k < view->in.start[i + 1]; k++)
            felt += view->in.weight[k] * x[view->in.node[k]];
        double next = inflow[i] > 0 ? 0.5 * e[i] + 0.5 * (felt / inflow[i]) : e[i];
        changed |= next > x[i];
        x[i] = fmax(x[i], next);
    }
    return changed;
}

/* From 0 upwards every step only adds, and halves what is missing at least: it ends of itself, when doubles can hold no more
 * (after some sixty steps and the length of the longest chain), at the one solution. */
static void spread(const struct eco_view *view, const double *e, const double *inflow, double *ret_x)
{
    for (int i = 0; i < view->n; i++)
        ret_x[i] = 0;
    while (step(view, e, inflow, ret_x))
        continue;
}

/* Marks the groups to which something stated comes, the stating ones included. */
static void find_reached(const struct eco_view *view, const struct eco_pestel *pestel, int dimension, bool *ret_reached)
{
    int *stack = eco_alloc((size_t)view->n, sizeof *stack), depth = 0;
    for (int i = 0; i < view->n; i++) {
        ret_reached[i] = !pestel->cells[i * ECO_DIMENSIONS + dimension].own.undefined;
        if (ret_reached[i])
            stack[depth++] = i;
    }
    while (depth > 0) {
        int i = stack[--depth];
        for (int k = view->out.start[i]; k < view->out.start[i + 1]; k++) {
            int j = view->out.node[k];
            if (ret_reached[j])
                continue;
            ret_reached[j] = true;
            stack[depth++] = j;
        }
    }
    free(stack);
}

static void find_own(struct eco_pestel *pestel, const struct eco_view *view)
{
    const struct eco_ecosystem *eco = view->eco;
    int *stated = eco_alloc((size_t)view->n * ECO_DIMENSIONS, sizeof *stated);
    for (size_t e = 0; e < eco->entities_count; e++) {
        int group = view->node_of_entity[e];
        for (int k = 0; group >= 0 && k < eco->entities[e].exposures_count; k++) {
            const struct eco_exposure *exposure = &eco->entities[e].exposures[k];
            int cell = group * ECO_DIMENSIONS + (int)exposure->dimension;
            pestel->cells[cell].own.value += exposure->value;
            stated[cell]++;
            pestel->any = true;
        }
    }
    for (int cell = 0; cell < view->n * ECO_DIMENSIONS; cell++) {
        struct eco_figure *own = &pestel->cells[cell].own;
        *own = stated[cell] > 0 ? ECO_DEFINED(own->value / stated[cell]) : ECO_UNDEFINED(not_stated);
    }
    free(stated);
}

static void measure(struct eco_pestel *pestel, const struct eco_view *view, const double *inflow, int dimension)
{
    size_t n = (size_t)view->n;
    bool *reached = eco_alloc(n, sizeof *reached);
    double *e = eco_alloc(n, sizeof *e), *x = eco_alloc(n, sizeof *x);
    find_reached(view, pestel, dimension, reached);
    for (int side = -1; side <= 1; side += 2) {
        for (int i = 0; i < view->n; i++)
            e[i] = fmax(0, side * pestel->cells[i * ECO_DIMENSIONS + dimension].own.value);
        spread(view, e, inflow, x);
        for (int i = 0; i < view->n; i++) {
            struct eco_pestel_cell *cell = &pestel->cells[i * ECO_DIMENSIONS + dimension];
            *(side < 0 ? &cell->threat : &cell->support) =
                reached[i] ? ECO_DEFINED(x[i] > 0 ? side * x[i] : 0) : ECO_UNDEFINED(not_reached);
        }
    }
    free(reached);
    free(e);
    free(x);
}

struct eco_pestel *eco_pestel_create(struct eco_analysis *analysis)
{
    const struct eco_view *view = eco_analysis_groups(analysis);
    struct eco_pestel *pestel = eco_alloc(1, sizeof *pestel);
    pestel->groups = view->n;
    pestel->cells = eco_alloc((size_t)view->n * ECO_DIMENSIONS, sizeof *pestel->cells);
    double *inflow = eco_alloc((size_t)view->n, sizeof *inflow);
    for (int i = 0; i < view->n; i++)
        for (int k = view->in.start[i]; k < view->in.start[i + 1]; k++)
            inflow[i] += view->in.weight[k];
    find_own(pestel, view);
    for (int dimension = 0; dimension < ECO_DIMENSIONS; dimension++)
        measure(pestel, view, inflow, dimension);
    free(inflow);
    return pestel;
}

void eco_pestel_destroy(struct eco_pestel *pestel)
{
    if (!pestel)
        return;
    free(pestel->cells);
    free(pestel);
}
