#include "metric/entity/spectral.h"

#include <math.h>

#include "base/memory.h"
#include "base/random.h"
#include "graph/bridge.h"

enum { DENSE_LIMIT = 150, LANCZOS_VECTORS = 40, ROUNDS_LIMIT = 3000 };
#define WORK_LIMIT 1e10 /* multiplications: some ten seconds */

struct task {
    igraph_arpack_function_t *apply;
    void *extra;
    int size, count;
    double entries;
    igraph_vector_t values;
    igraph_matrix_t vectors;
};

/* Writes the matrix out, column by column. */
static igraph_error_t write_out(const struct task *task, igraph_matrix_t *ret_matrix, double *unit)
{
    for (int j = 0; j < task->size; j++) {
        unit[j] = 1;
        IGRAPH_CHECK(task->apply(&MATRIX(*ret_matrix, 0, j), unit, task->size, task->extra));
        unit[j] = 0;
    }
    return IGRAPH_SUCCESS;
}

static igraph_error_t solve_dense(struct task *task)
{
    igraph_matrix_t matrix;
    igraph_vector_int_t support;
    IGRAPH_CHECK(igraph_matrix_init(&matrix, task->size, task->size));
    IGRAPH_FINALLY(igraph_matrix_destroy, &matrix);
    IGRAPH_CHECK(igraph_vector_int_init(&support, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &support);
    double *unit = eco_alloc((size_t)task->size, sizeof *unit);
    igraph_error_t code = write_out(task, &matrix, unit);
    free(unit);
    IGRAPH_CHECK(code);
    IGRAPH_CHECK(igraph_lapack_dsyevr(&matrix, IGRAPH_LAPACK_DSYEV_SELECT, 0, 0, 0, task->size - task->count + 1,
                                      task->size, /* abstol= */ 0, &task->values, &task->vectors, &support));
    igraph_vector_int_destroy(&support);
    igraph_matrix_destroy(&matrix);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

/* A start that favours nothing: a symmetric one would never meet an eigenvector that is antisymmetric. */
static igraph_error_t fill_start(igraph_matrix_t *vectors, int size)
{
    struct eco_random random;
    eco_random_init(&random, 1, 0);
    IGRAPH_CHECK(igraph_matrix_resize(vectors, size, 1));
    for (int i = 0; i < size; i++)
        MATRIX(*vectors, i, 0) = 0.5 + eco_random_uniform(&random);
    return IGRAPH_SUCCESS;
}

static igraph_error_t solve_sparse(struct task *task)
{
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    options.n = task->size;
    options.nev = task->count;
    options.which[0] = 'L';
    options.which[1] = 'A';
    options.ncv = LANCZOS_VECTORS;
    options.start = 1;
    double round = LANCZOS_VECTORS * (task->entries + 4.0 * LANCZOS_VECTORS * task->size);
    options.mxiter = (int)fmax(5, fmin(ROUNDS_LIMIT, WORK_LIMIT / round));
    IGRAPH_CHECK(fill_start(&task->vectors, task->size));
    IGRAPH_CHECK(igraph_arpack_rssolve(task->apply, task->extra, &options, NULL, &task->values, &task->vectors));
    if (options.nconv < task->count)
        IGRAPH_ERROR("The eigenvalues did not settle", IGRAPH_DIVERGED);
    return IGRAPH_SUCCESS;
}

static igraph_error_t solve(struct task *task, double *ret_values, double *ret_vector)
{
    IGRAPH_CHECK(igraph_vector_init(&task->values, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &task->values);
    IGRAPH_CHECK(igraph_matrix_init(&task->vectors, 0, 0));
    IGRAPH_FINALLY(igraph_matrix_destroy, &task->vectors);
    IGRAPH_CHECK(task->size <= DENSE_LIMIT ? solve_dense(task) : solve_sparse(task));
    /* LAPACK's come rising, ARPACK's falling. */
    int first = VECTOR(task->values)[0] >= VECTOR(task->values)[task->count - 1] ? 0 : task->count - 1;
    ret_values[0] = VECTOR(task->values)[first];
    ret_values[task->count - 1] = VECTOR(task->values)[task->count - 1 - first];
    for (int i = 0; ret_vector && i < task->size; i++)
        ret_vector[i] = MATRIX(task->vectors, i, first);
    igraph_matrix_destroy(&task->vectors);
    igraph_vector_destroy(&task->values);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

int eco_spectral_largest(igraph_arpack_function_t *apply, void *extra, int size, double entries, int count,
                         double *ret_values, double *ret_vector, struct eco_problems *problems)
{
    eco_igraph_setup();
    struct task task = {.apply = apply, .extra = extra, .size = size, .count = count, .entries = entries};
    igraph_error_t code = solve(&task, ret_values, ret_vector);
    if (code == IGRAPH_SUCCESS || code == IGRAPH_ENOMEM)
        return eco_igraph_result(code, problems);
    eco_igraph_result(code, NULL);
    return ECO_ECHECK;
}
