#include "metric/analysis.h"
#include "metric/laplacian.h"

/* The node that stands for the focal firm: its group, or in the entity view the root of that. */
static int focal_node(struct eco_analysis *analysis, const struct eco_view *view)
{
    if (view->level == ECO_LEVEL_GROUP)
        return eco_analysis_focal_group(analysis);
    int focal = analysis->options.focal;
    return focal < 0 ? -1 : view->node_of_entity[analysis->eco->entities[focal].root];
}

static int synchronisability(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    const struct eco_view *view = eco_analysis_view(analysis);
    return eco_laplacian_synchronisability(view, focal_node(analysis, view), ret_figures, &analysis->problems);
}

const struct eco_metric eco_metric_synchronisability = {
    .id = "synchronisability", .title = "Synchronisability",
    .meaning = "how readily all can move together: low where a bottleneck or a lopsided hub stands in the way",
    .formula = "lambda_2 / lambda_max of the Laplacian of U on the largest component (equal ones: the focal firm's, "
               "else the first), times its share of n",
    .source = "Barahona & Pecora 2002",
    .undefined_when = "the largest component has fewer than three nodes, or the iteration does not settle",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE,
    .compute = synchronisability,
};
