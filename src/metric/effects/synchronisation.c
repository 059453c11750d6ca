/* Able to move together. */
#include "metric/analysis.h"
#include "metric/laplacian.h"

static int synchronisation(struct eco_analysis *analysis, struct eco_figure *ret)
{
    int focal = eco_analysis_focal_group(analysis);
    if (focal >= 0)
        return eco_laplacian_synchronisability(eco_analysis_groups(analysis), focal, ret, &analysis->problems);
    *ret = ECO_UNDEFINED(eco_no_focal);
    return ECO_OK;
}

const struct eco_metric eco_metric_synchronisation = {
    .id = "synchronisation", .title = "Synchronisation effect",
    .meaning = "how readily the groups can move together: low where a bottleneck or a lopsided hub stands in the way",
    .formula = "lambda_2 / lambda_max of the Laplacian of U on the largest component, times its share of n (groups)",
    .source = "Barahona & Pecora 2002",
    .undefined_when = "there is no focal firm, the largest component has fewer than three nodes, or the iteration does not "
                      "settle",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_NUMBER, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE,
    .compute = synchronisation,
};
