#include "metric/laplacian.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/random.h"
#include "graph/bridge.h"

enum { LAPACK_LIMIT = 150, ELIMINATION_LIMIT = 2000, ARPACK_VECTORS = 40, ARPACK_ROUNDS = 3000 };

/* The component, its nodes numbered from 0. */
struct laplacian {
    int size, *start, *node;
    double *weight;
    double shift; /* of multiply_shifted() */
};

/* The Laplacian without its last node taken apart: step s eliminates order[s], whose neighbours not yet eliminated are
 * node[start[s]...]; part is their share of its pivot. The diagonal is never stored: a row sums to 0, so a pivot is the
 * sum of what the row has beside it, and nothing is subtracted (Grassmann, Taksar & Heyman 1985). */
struct elimination {
    int size, *order, *start, *node;
    double *part, *pivot;
};

static igraph_error_t multiply(igraph_real_t *to, const igraph_real_t *from, int n, void *extra)
{
    const struct laplacian *l = extra;
    for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int k = l->start[i]; k < l->start[i + 1]; k++)
            sum += l->weight[k] * (from[i] - from[l->node[k]]);
        to[i] = sum;
    }
    return IGRAPH_SUCCESS;
}

static double mean_of(const double *values, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += values[i];
    return sum / n;
}

/* shift * I - L on what is orthogonal to the constant vector: its largest eigenvalue is shift - lambda_2. */
static igraph_error_t multiply_shifted(igraph_real_t *to, const igraph_real_t *from, int n, void *extra)
{
    const struct laplacian *l = extra;
    double mean = mean_of(from, n);
    multiply(to, from, n, extra);
    for (int i = 0; i < n; i++)
        to[i] = l->shift * (from[i] - mean) - to[i];
    return IGRAPH_SUCCESS;
}

/* The pseudo-inverse of L, whose largest eigenvalue is 1 / lambda_2: the last node is held at 0, and what is constant is
 * taken off before and after. */
static igraph_error_t multiply_inverse(igraph_real_t *to, const igraph_real_t *from, int n, void *extra)
{
    const struct elimination *e = extra;
    double mean = mean_of(from, n);
    for (int i = 0; i < n; i++)
        to[i] = from[i] - mean;
    for (int s = 0; s < n - 1; s++)
        for (int k = e->start[s]; k < e->start[s + 1]; k++)
            to[e->node[k]] += e->part[k] * to[e->order[s]];
    to[e->order[n - 1]] = 0;
    for (int s = n - 2; s >= 0; s--) {
        double sum = to[e->order[s]] / e->pivot[s];
        for (int k = e->start[s]; k < e->start[s + 1]; k++)
            sum += e->part[k] * to[e->node[k]];
        to[e->order[s]] = sum;
    }
    mean = mean_of(to, n);
    for (int i = 0; i < n; i++)
        to[i] -= mean;
    return IGRAPH_SUCCESS;
}

/* The node with the fewest neighbours goes first: that keeps the rest sparse. */
static int next_node(const int *degree, const bool *gone, int n)
{
    int best = -1;
    for (int i = 0; i < n; i++)
        if (!gone[i] && (best < 0 || degree[i] < degree[best]))
            best = i;
    return best;
}

/* Hands the weights of node k on to its neighbours, which stand in `near`. */
static void hand_on(double *matrix, size_t n, int *degree, const int *near, const double *weight, int count,
                    double pivot)
{
    for (int a = 0; a < count; a++) {
        degree[near[a]]--;
        for (int b = 0; b < a; b++) {
            double *there = &matrix[(size_t)near[a] * n + (size_t)near[b]];
            if (*there == 0) {
                degree[near[a]]++;
                degree[near[b]]++;
            }
            *there += weight[a] * (weight[b] / pivot);
            matrix[(size_t)near[b] * n + (size_t)near[a]] = *there;
        }
    }
}

static void eliminate(struct elimination *e, double *matrix, int *degree, bool *gone)
{
    size_t n = (size_t)e->size, used = 0, capacity = 0, parts_capacity = 0;
    double *weight = eco_alloc(n, sizeof *weight);
    for (int s = 0; s < e->size; s++) {
        int k = next_node(degree, gone, e->size), count = 0;
        size_t first = used;
        double pivot = 0;
        gone[k] = true;
        for (int j = 0; j < e->size; j++) {
            double w = matrix[(size_t)k * n + (size_t)j];
            if (gone[j] || !(w > 0))
                continue;
            e->node = eco_grow(e->node, &capacity, used + 1, sizeof *e->node);
            e->node[used++] = j;
            weight[count++] = w;
            pivot += w;
        }
        e->part = eco_grow(e->part, &parts_capacity, used, sizeof *e->part);
        for (int a = 0; a < count; a++)
            e->part[first + (size_t)a] = weight[a] / pivot;
        if (count > 0)
            hand_on(matrix, n, degree, e->node + first, weight, count, pivot);
        e->order[s] = k;
        e->pivot[s] = pivot;
        e->start[s + 1] = (int)used;
    }
    free(weight);
}

static void elimination_init(struct elimination *e, const struct laplacian *l)
{
    size_t n = (size_t)l->size;
    *e = (struct elimination){.size = l->size,
                              .order = eco_alloc(n, sizeof *e->order),
                              .start = eco_alloc(n + 1, sizeof *e->start),
                              .pivot = eco_alloc(n, sizeof *e->pivot)};
    double *matrix = eco_alloc(n * n, sizeof *matrix);
    int *degree = eco_alloc(n, sizeof *degree);
    bool *gone = eco_alloc(n, sizeof *gone);
    for (int i = 0; i < l->size; i++) {
        degree[i] = l->start[i + 1] - l->start[i];
        for (int k = l->start[i]; k < l->start[i + 1]; k++)
            matrix[(size_t)i * n + (size_t)l->node[k]] = l->weight[k];
    }
    eliminate(e, matrix, degree, gone);
    free(matrix);
    free(degree);
    free(gone);
}

static void elimination_finish(struct elimination *e)
{
    free(e->order);
    free(e->start);
    free(e->node);
    free(e->part);
    free(e->pivot);
}

/* A symmetric matrix, known by what it does to a vector. */
struct operator
{
    igraph_arpack_function_t *apply;
    void *extra;
    int size;
};

static igraph_error_t largest_dense(const struct operator* o, igraph_vector_t *values)
{
    igraph_matrix_t matrix;
    igraph_vector_t unit;
    IGRAPH_CHECK(igraph_matrix_init(&matrix, o->size, o->size));
    IGRAPH_FINALLY(igraph_matrix_destroy, &matrix);
    IGRAPH_CHECK(igraph_vector_init(&unit, o->size));
    IGRAPH_FINALLY(igraph_vector_destroy, &unit);
    for (int j = 0; j < o->size; j++) {
        VECTOR(unit)[j] = 1;
        IGRAPH_CHECK(o->apply(&MATRIX(matrix, 0, j), VECTOR(unit), o->size, o->extra));
        VECTOR(unit)[j] = 0;
    }
    IGRAPH_CHECK(igraph_lapack_dsyevr(&matrix, IGRAPH_LAPACK_DSYEV_SELECT, 0, 0, 0, o->size, o->size, /* abstol= */ 0,
                                      values, /* vectors= */ NULL, /* support= */ NULL));
    igraph_vector_destroy(&unit);
    igraph_matrix_destroy(&matrix);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

static igraph_error_t largest_sparse(const struct operator* o, igraph_vector_t *values, igraph_matrix_t *vectors)
{
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    options.n = o->size;
    options.nev = 1;
    options.which[0] = 'L';
    options.which[1] = 'A';
    options.ncv = ARPACK_VECTORS;
    options.mxiter = ARPACK_ROUNDS;
    options.start = 1;
    /* A symmetric start would never meet an eigenvector that is antisymmetric. */
    struct eco_random random;
    eco_random_init(&random, 1, 0);
    IGRAPH_CHECK(igraph_matrix_resize(vectors, o->size, 1));
    for (int i = 0; i < o->size; i++)
        MATRIX(*vectors, i, 0) = eco_random_uniform(&random) - 0.5;
    IGRAPH_CHECK(igraph_arpack_rssolve(o->apply, o->extra, &options, NULL, values, vectors));
    if (options.nconv < 1)
        IGRAPH_ERROR("The eigenvalues did not settle", IGRAPH_DIVERGED);
    return IGRAPH_SUCCESS;
}

/* ECO_ECHECK where the iteration does not settle. */
static int largest(igraph_arpack_function_t *apply, void *extra, int size, double *ret_value,
                   struct eco_problems *problems)
{
    struct operator o = {apply, extra, size};
    igraph_vector_t values;
    igraph_matrix_t vectors;
    igraph_error_t code = igraph_vector_init(&values, 0);
    if (code != IGRAPH_SUCCESS)
        return eco_igraph_result(code, problems);
    if ((code = igraph_matrix_init(&vectors, 0, 0)) == IGRAPH_SUCCESS) {
        code = size <= LAPACK_LIMIT ? largest_dense(&o, &values) : largest_sparse(&o, &values, &vectors);
        if (code == IGRAPH_SUCCESS)
            *ret_value = VECTOR(values)[0];
        igraph_matrix_destroy(&vectors);
    }
    igraph_vector_destroy(&values);
    if (code == IGRAPH_SUCCESS || code == IGRAPH_ENOMEM)
        return eco_igraph_result(code, problems);
    eco_igraph_result(code, NULL);
    return ECO_ECHECK;
}

static int ratio(struct laplacian *l, double *ret_ratio, struct eco_problems *problems)
{
    double most = 0, other = 0;
    int code = largest(multiply, l, l->size, &most, problems);
    if (code != ECO_OK)
        return code;
    if (l->size <= ELIMINATION_LIMIT) {
        struct elimination e;
        elimination_init(&e, l);
        code = largest(multiply_inverse, &e, l->size, &other, problems);
        elimination_finish(&e);
        other = other > 0 ? 1 / other : 0;
    } else {
        l->shift = most;
        code = largest(multiply_shifted, l, l->size, &other, problems);
        other = most - other;
    }
    if (code == ECO_OK)
        *ret_ratio = fmin(1, fmax(0, other / most));
    return code;
}

/* The largest component: its number, its size. */
static int pick(const struct eco_view *view, int focal, const int *component, int count, int *ret_size)
{
    int *size = eco_alloc((size_t)count, sizeof *size), best = 0;
    for (int i = 0; i < view->n; i++)
        size[component[i]]++;
    for (int c = 1; c < count; c++)
        best = size[c] > size[best] ? c : best;
    if (focal >= 0 && size[component[focal]] == size[best])
        best = component[focal];
    *ret_size = count > 0 ? size[best] : 0;
    free(size);
    return best;
}

/* Copies the component; weights are taken times a power of two, so that the largest is between 1 and 2. */
static void load(struct laplacian *l, const struct eco_view *view, const int *component, int which)
{
    const struct eco_adjacency *both = &view->both;
    int *local = eco_alloc((size_t)view->n, sizeof *local), used = 0;
    double most = 0;
    for (int i = 0; i < view->n; i++) {
        local[i] = l->size;
        if (component[i] != which)
            continue;
        l->start[l->size++] = used;
        for (int k = both->start[i]; k < both->start[i + 1]; k++) {
            l->node[used] = both->node[k];
            l->weight[used++] = both->weight[k];
            most = fmax(most, both->weight[k]);
        }
    }
    l->start[l->size] = used;
    double unit = ldexp(1, -ilogb(most));
    for (int k = 0; k < used; k++) {
        l->node[k] = local[l->node[k]];
        l->weight[k] *= unit;
    }
    free(local);
}

static int measure(const struct eco_view *view, const int *component, int which, double *ret_ratio,
                   struct eco_problems *problems)
{
    size_t n = (size_t)view->n, ends = (size_t)view->both.start[view->n];
    struct laplacian l = {.start = eco_alloc(n + 1, sizeof *l.start),
                          .node = eco_alloc(ends, sizeof *l.node),
                          .weight = eco_alloc(ends, sizeof *l.weight)};
    load(&l, view, component, which);
    eco_igraph_setup();
    int code = ratio(&l, ret_ratio, problems);
    free(l.start);
    free(l.node);
    free(l.weight);
    return code;
}

int eco_laplacian_synchronisability(const struct eco_view *view, int focal, struct eco_figure *ret_figure,
                                    struct eco_problems *problems)
{
    int *component = eco_alloc((size_t)view->n, sizeof *component), size, code = ECO_OK;
    int which = pick(view, focal, component, eco_view_components(view, NULL, component), &size);
    double value = 0;
    if (size >= 3)
        code = measure(view, component, which, &value, problems);
    free(component);
    if (size < 3)
        *ret_figure = ECO_UNDEFINED("the largest component has fewer than three nodes");
    else if (code == ECO_ECHECK)
        *ret_figure = ECO_UNDEFINED("the iteration did not settle: the eigenvalues lie too close together");
    else if (code == ECO_OK)
        *ret_figure = ECO_DEFINED(value * size / view->n);
    return code == ECO_ECHECK ? ECO_OK : code;
}
