#include "metric/entity/measure.h"

#include <math.h>

static struct eco_figure figure_of(double value, const char *nan)
{
    return isnan(value) ? ECO_UNDEFINED(nan) : ECO_DEFINED(value);
}

static igraph_error_t measure_nodes(const struct eco_igraph *igraph, eco_measure_nodes *measure, const char *nan,
                                    struct eco_figure *ret_figures)
{
    igraph_vector_t values;
    IGRAPH_CHECK(igraph_vector_init(&values, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &values);
    IGRAPH_CHECK(measure(igraph, &values));
    for (igraph_integer_t i = 0; i < igraph_vector_size(&values); i++)
        ret_figures[i] = figure_of(VECTOR(values)[i], nan);
    igraph_vector_destroy(&values);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

int eco_measure_each(struct eco_analysis *analysis, eco_measure_nodes *measure, const char *nan,
                     struct eco_figure *ret_figures)
{
    const struct eco_igraph *igraph = eco_view_igraph(eco_analysis_view(analysis), &analysis->problems);
    if (!igraph)
        return ECO_ELIMIT;
    return eco_igraph_result(measure_nodes(igraph, measure, nan, ret_figures), &analysis->problems);
}

int eco_measure_one(struct eco_analysis *analysis, eco_measure_whole *measure, const char *nan,
                    struct eco_figure *ret_figure)
{
    const struct eco_igraph *igraph = eco_view_igraph(eco_analysis_view(analysis), &analysis->problems);
    if (!igraph)
        return ECO_ELIMIT;
    igraph_real_t value = 0;
    int code = eco_igraph_result(measure(igraph, &value), &analysis->problems);
    if (code == ECO_OK)
        *ret_figure = figure_of(value, nan);
    return code;
}

int eco_measure_none(struct eco_analysis *analysis, const char *undefined, struct eco_figure *ret_figures)
{
    int n = eco_analysis_view(analysis)->n;
    for (int i = 0; i < n; i++)
        ret_figures[i] = ECO_UNDEFINED(undefined);
    return ECO_OK;
}
