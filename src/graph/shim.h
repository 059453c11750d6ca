/* One way of calling igraph for 0.10 and 1.0, whose argument lists differ. Only what the metrics use; every vector of
 * results is resized by igraph. */
#ifndef ECO_GRAPH_SHIM_H
#define ECO_GRAPH_SHIM_H

#include <igraph.h>

#if IGRAPH_VERSION_MAJOR >= 1
#define ECO_IGRAPH_1 1
#else
#define ECO_IGRAPH_1 0
#endif

static inline void eco_shim_setup(void)
{
#if ECO_IGRAPH_1
    igraph_setup();
#endif
}

/* Loops are taken for impossible. */
static inline igraph_error_t eco_shim_density(const igraph_t *graph, igraph_real_t *ret_value)
{
#if ECO_IGRAPH_1
    return igraph_density(graph, NULL, ret_value, /* loops= */ false);
#else
    return igraph_density(graph, ret_value, /* loops= */ false);
#endif
}

/* Not normalised; on directed graphs along the ties. */
static inline igraph_error_t eco_shim_betweenness(const igraph_t *graph, const igraph_vector_t *length,
                                                  igraph_vector_t *ret_values)
{
#if ECO_IGRAPH_1
    return igraph_betweenness(graph, length, ret_values, igraph_vss_all(), IGRAPH_DIRECTED, false);
#else
    return igraph_betweenness(graph, ret_values, igraph_vss_all(), IGRAPH_DIRECTED, length);
#endif
}

/* `length` may be NULL: hops. */
static inline igraph_error_t eco_shim_efficiency(const igraph_t *graph, const igraph_vector_t *length,
                                                 igraph_real_t *ret_value)
{
#if ECO_IGRAPH_1
    return igraph_global_efficiency(graph, length, ret_value, IGRAPH_DIRECTED);
#else
    return igraph_global_efficiency(graph, ret_value, length, IGRAPH_DIRECTED);
#endif
}

static inline igraph_error_t eco_shim_pagerank(const igraph_t *graph, const igraph_vector_t *weight,
                                               igraph_real_t damping, igraph_vector_t *ret_values)
{
#if ECO_IGRAPH_1
    return igraph_pagerank(graph, weight, ret_values, NULL, damping, IGRAPH_DIRECTED, igraph_vss_all(),
                           IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#else
    return igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, ret_values, NULL, igraph_vss_all(), IGRAPH_DIRECTED,
                           damping, weight, NULL);
#endif
}

/* Vertices weighted by `strength`, which with resolution 1 / (2 * total weight) is modularity. */
static inline igraph_error_t eco_shim_leiden(const igraph_t *graph, const igraph_vector_t *weight,
                                             const igraph_vector_t *strength, igraph_real_t resolution,
                                             igraph_bool_t start, igraph_integer_t iterations,
                                             igraph_vector_int_t *membership, igraph_real_t *ret_quality)
{
    const igraph_real_t randomness = 0.01;
#if ECO_IGRAPH_1
    return igraph_community_leiden(graph, weight, strength, NULL, resolution, randomness, start, iterations, membership,
                                   NULL, ret_quality);
#else
    return igraph_community_leiden(graph, weight, strength, resolution, randomness, start, iterations, membership, NULL,
                                   ret_quality);
#endif
}

#endif
