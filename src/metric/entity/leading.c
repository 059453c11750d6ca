#include "metric/entity/leading.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "metric/entity/spectral.h"

#define SAME 1e-10

const char eco_leading_undefined_when[] =
    "no tie, or two parts of the network (or two eigenvalues) tie for the lead, or the iteration does not settle";

static const char not_simple[] = "the leading eigenvalue is not simple: two parts of the network tie for the lead";
static const char not_settled[] = "the iteration did not settle: the leading eigenvalues lie too close together";

/* The matrix taken apart into components: those with more than one row, in order of their first row. */
struct parts {
    const struct eco_sparse *matrix;
    double unit;           /* entries are multiplied by this power of two: the largest is near 1 */
    int count, *first;     /* component c has rows row[first[c]] to row[first[c + 1] - 1] */
    int *row, *local;      /* local: a row's place in its component */
    double *least, *most;  /* bounds of each one's leading eigenvalue */
};

struct part {
    const struct parts *parts;
    int first;
};

static igraph_error_t multiply(igraph_real_t *to, const igraph_real_t *from, int n, void *extra)
{
    const struct part *part = extra;
    const struct parts *parts = part->parts;
    const struct eco_sparse *matrix = parts->matrix;
    for (int i = 0; i < n; i++) {
        int row = parts->row[part->first + i];
        double sum = 0;
        for (int k = matrix->start[row]; k < matrix->start[row + 1]; k++)
            sum += matrix->weight[k] * parts->unit * from[parts->local[matrix->node[k]]];
        to[i] = sum;
    }
    return IGRAPH_SUCCESS;
}

/* Appends the component of `start` to the rows; their `local` places mark them as seen. */
static int walk(struct parts *parts, int start, int used)
{
    const struct eco_sparse *matrix = parts->matrix;
    int first = used;
    parts->row[used] = start;
    parts->local[start] = used++ - first;
    for (int at = first; at < used; at++) {
        int row = parts->row[at];
        for (int k = matrix->start[row]; k < matrix->start[row + 1]; k++) {
            int next = matrix->node[k];
            if (parts->local[next] >= 0)
                continue;
            parts->row[used] = next;
            parts->local[next] = used++ - first;
        }
    }
    return used;
}

/* No eigenvalue is larger than the largest row sum; the leading one is no smaller than any row's length as a vector. */
static void bound(struct parts *parts, int c)
{
    const struct eco_sparse *matrix = parts->matrix;
    for (int at = parts->first[c]; at < parts->first[c + 1]; at++) {
        int row = parts->row[at];
        double sum = 0, squares = 0;
        for (int k = matrix->start[row]; k < matrix->start[row + 1]; k++) {
            double entry = matrix->weight[k] * parts->unit;
            sum += entry;
            squares += entry * entry;
        }
        parts->most[c] = fmax(parts->most[c], sum);
        parts->least[c] = fmax(parts->least[c], sqrt(squares));
    }
}

static void take_apart(struct parts *parts, const struct eco_sparse *matrix)
{
    size_t n = (size_t)matrix->n;
    *parts = (struct parts){.matrix = matrix, .unit = 1};
    parts->first = eco_alloc(3 * n + 1, sizeof *parts->first);
    parts->row = parts->first + n + 1;
    parts->local = parts->row + n;
    parts->least = eco_alloc(2 * n, sizeof *parts->least);
    parts->most = parts->least + n;
    double largest = 0;
    for (int k = 0; k < (n ? matrix->start[n] : 0); k++)
        largest = fmax(largest, matrix->weight[k]);
    if (largest > 0)
        parts->unit = ldexp(1, -ilogb(largest));
    for (size_t i = 0; i < n; i++)
        parts->local[i] = -1;
    for (int i = 0; i < matrix->n; i++) {
        if (parts->local[i] >= 0 || matrix->start[i] == matrix->start[i + 1])
            continue;
        int c = parts->count++;
        parts->first[c + 1] = walk(parts, i, parts->first[c]);
        bound(parts, c);
    }
}

/* The two largest eigenvalues of a component and the vector of the largest. */
static int solve(const struct parts *parts, int c, double *ret_values, double *ret_vector,
                 struct eco_problems *problems)
{
    const struct eco_sparse *matrix = parts->matrix;
    int size = parts->first[c + 1] - parts->first[c];
    double entries = 0;
    for (int at = parts->first[c]; at < parts->first[c + 1]; at++)
        entries += matrix->start[parts->row[at] + 1] - matrix->start[parts->row[at]];
    struct part part = {parts, parts->first[c]};
    return eco_spectral_largest(multiply, &part, size, entries, 2, ret_values, ret_vector, problems);
}

static void spread(const struct parts *parts, int c, const double *vector, double *ret_vector)
{
    for (int i = 0; i < parts->matrix->n; i++)
        ret_vector[i] = 0;
    for (int at = parts->first[c]; at < parts->first[c + 1]; at++)
        ret_vector[parts->row[at]] = fabs(vector[at - parts->first[c]]);
}

/* Looks at every component that can lead by its bounds. */
static int lead(const struct parts *parts, double *vector, double *ret_vector, const char **ret_undefined,
                struct eco_problems *problems)
{
    double floor = 0, best = 0;
    for (int c = 0; c < parts->count; c++)
        floor = fmax(floor, parts->least[c]);
    *ret_undefined = "there is no tie";
    for (int c = 0; c < parts->count; c++) {
        if (parts->most[c] < floor * (1 - 2 * SAME))
            continue;
        double values[2];
        int code = solve(parts, c, values, vector, problems);
        if (code == ECO_ECHECK)
            *ret_undefined = not_settled;
        if (code != ECO_OK)
            return code == ECO_ECHECK ? ECO_OK : code;
        if (fabs(values[0] - best) <= SAME * best) {
            *ret_undefined = not_simple;
            best = fmax(best, values[0]);
        } else if (values[0] > best) {
            *ret_undefined = values[0] - values[1] <= SAME * values[0] ? not_simple : NULL;
            best = values[0];
            spread(parts, c, vector, ret_vector);
        }
    }
    return ECO_OK;
}

int eco_leading_vector(const struct eco_sparse *matrix, double *ret_vector, const char **ret_undefined,
                       struct eco_problems *problems)
{
    struct parts parts;
    take_apart(&parts, matrix);
    double *vector = eco_alloc((size_t)matrix->n, sizeof *vector);
    const char *undefined = NULL;
    int code = lead(&parts, vector, ret_vector, &undefined, problems);
    free(vector);
    free(parts.first);
    free(parts.least);
    if (code == ECO_OK)
        *ret_undefined = undefined;
    return code;
}
