#include <math.h>

#include "metric/entity/communities.h"
#include "metric/entity/measure.h"

static int community(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    if (view->m == 0)
        return eco_measure_none(analysis, eco_communities_undefined, ret_figures);
    const struct eco_communities *communities = eco_communities_of(analysis);
    for (int i = 0; communities && i < view->n; i++)
        ret_figures[i] = ECO_DEFINED(communities->number[i]);
    return communities ? ECO_OK : ECO_ELIMIT;
}

const struct eco_metric eco_metric_community = {
    .id = "community", .title = "Community",
    .meaning = "which group of closely tied ones it belongs to; 1 is the largest",
    .formula = "Leiden on U (modularity, resolution 1), the best of ten runs that start from different random numbers, "
               "numbered by falling size",
    .source = "Traag et al. 2019", .undefined_when = "there is no tie",
    .min = 1, .max = INFINITY, .scope = ECO_SCOPE_ENTITY, .unit = ECO_UNIT_NONE, .type = ECO_INT,
    .cost = ECO_COST_SUPERLINEAR, .seeded = true, .compute = community,
};
