#include "metric/entity/communities.h"

#include <math.h>
#include <stdlib.h>

#include "graph/bridge.h"
#include "graph/shim.h"

enum { RUNS = 10, ITERATIONS = 2, ROUNDS_LIMIT = 100 };

const char eco_communities_undefined[] = "there is no tie";

/* What all runs share. Weights are divided by their mean, because Leiden's randomness is an absolute amount. */
struct job {
    const struct eco_igraph *igraph;
    igraph_vector_t weight, strength;
    double total; /* sum of all weights: twice the sum of `weight` is the sum of `strength` */
    igraph_vector_int_t runs[RUNS];
};

static igraph_error_t prepare(struct job *job)
{
    const igraph_t *graph = &job->igraph->both;
    IGRAPH_CHECK(igraph_vector_init_copy(&job->weight, &job->igraph->both_weight));
    IGRAPH_FINALLY(igraph_vector_destroy, &job->weight);
    igraph_vector_scale(&job->weight, (double)igraph_ecount(graph) / igraph_vector_sum(&job->weight));
    job->total = igraph_vector_sum(&job->weight);
    IGRAPH_CHECK(igraph_vector_init(&job->strength, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &job->strength);
    IGRAPH_CHECK(igraph_strength(graph, &job->strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &job->weight));
    for (int r = 0; r < RUNS; r++) {
        IGRAPH_CHECK(igraph_vector_int_init(&job->runs[r], 0));
        IGRAPH_FINALLY(igraph_vector_int_destroy, &job->runs[r]);
    }
    return IGRAPH_SUCCESS;
}

static void release(struct job *job)
{
    for (int r = 0; r < RUNS; r++)
        igraph_vector_int_destroy(&job->runs[r]);
    igraph_vector_destroy(&job->strength);
    igraph_vector_destroy(&job->weight);
    IGRAPH_FINALLY_CLEAN(RUNS + 2);
}

/* Leiden until some rounds bring nothing; igraph's own "until it settles" gives up too early. */
static igraph_error_t run(const struct job *job, uint64_t seed, igraph_vector_int_t *membership)
{
    IGRAPH_CHECK(igraph_rng_seed(igraph_rng_default(), (igraph_uint_t)seed));
    igraph_real_t last = -1, quality;
    for (int round = 0; round < ROUNDS_LIMIT; round++) {
        IGRAPH_CHECK(eco_shim_leiden(&job->igraph->both, &job->weight, &job->strength, 1 / (2 * job->total), round > 0,
                                     ITERATIONS, membership, &quality));
        if (quality <= last + 1e-12)
            break;
        last = quality;
    }
    return IGRAPH_SUCCESS;
}

static igraph_error_t mean_agreement(const struct job *job, double *ret_mean)
{
    double sum = 0;
    for (int a = 0; a < RUNS; a++) {
        for (int b = a + 1; b < RUNS; b++) {
            igraph_real_t agreement;
            IGRAPH_CHECK(igraph_compare_communities(&job->runs[a], &job->runs[b], &agreement, IGRAPH_COMMCMP_NMI));
            sum += fmin(1, fmax(0, agreement));
        }
    }
    *ret_mean = sum / (RUNS * (RUNS - 1) / 2.0);
    return IGRAPH_SUCCESS;
}

struct group {
    int size, first, label;
};

static int by_size(const void *a, const void *b)
{
    const struct group *x = a, *y = b;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

/* Numbers the communities from 1 by falling size. Labels are below n. */
static void number(const igraph_vector_int_t *membership, int *ret_number)
{
    int n = (int)igraph_vector_int_size(membership), count = 0;
    struct group *groups = eco_alloc((size_t)n, sizeof *groups);
    int *place = eco_alloc((size_t)n, sizeof *place);
    for (int i = 0; i < n; i++) {
        int label = (int)VECTOR(*membership)[i];
        if (!place[label]) {
            groups[count] = (struct group){0, i, label};
            place[label] = ++count;
        }
        groups[place[label] - 1].size++;
    }
    qsort(groups, (size_t)count, sizeof *groups, by_size);
    for (int g = 0; g < count; g++)
        place[groups[g].label] = g + 1;
    for (int i = 0; i < n; i++)
        ret_number[i] = place[VECTOR(*membership)[i]];
    free(place);
    free(groups);
}

static igraph_error_t find(struct job *job, uint64_t seed, struct eco_communities *ret_communities)
{
    IGRAPH_CHECK(prepare(job));
    int best = 0;
    for (int r = 0; r < RUNS; r++) {
        IGRAPH_CHECK(run(job, seed + (uint64_t)r, &job->runs[r]));
        igraph_real_t modularity;
        IGRAPH_CHECK(igraph_modularity(&job->igraph->both, &job->runs[r], &job->weight, /* resolution= */ 1,
                                       IGRAPH_UNDIRECTED, &modularity));
        if (r == 0 || modularity > ret_communities->modularity + 1e-12) {
            ret_communities->modularity = modularity;
            best = r;
        }
    }
    IGRAPH_CHECK(mean_agreement(job, &ret_communities->stability));
    number(&job->runs[best], ret_communities->number);
    release(job);
    return IGRAPH_SUCCESS;
}

const struct eco_communities *eco_communities_of(struct eco_analysis *analysis)
{
    if (analysis->communities)
        return analysis->communities;
    struct eco_view *view = eco_analysis_view(analysis);
    struct job job = {.igraph = eco_view_igraph(view, &analysis->problems)};
    if (!job.igraph)
        return NULL;
    struct eco_communities *communities = eco_alloc(1, sizeof *communities);
    communities->number = eco_alloc((size_t)view->n, sizeof *communities->number);
    if (eco_igraph_result(find(&job, analysis->options.seed, communities), &analysis->problems) == ECO_OK)
        analysis->communities = communities;
    else
        eco_communities_destroy(communities);
    return analysis->communities;
}

void eco_communities_destroy(struct eco_communities *communities)
{
    if (!communities)
        return;
    free(communities->number);
    free(communities);
}
