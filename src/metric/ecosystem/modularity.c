#include "metric/analysis.h"
#include "metric/entity/communities.h"

static int figure_of(struct eco_analysis *analysis, bool stability, struct eco_figure *ret_figures)
{
    if (eco_analysis_view(analysis)->m == 0) {
        *ret_figures = ECO_UNDEFINED(eco_communities_undefined);
        return ECO_OK;
    }
    const struct eco_communities *communities = eco_communities_of(analysis);
    if (!communities)
        return ECO_ELIMIT;
    *ret_figures = ECO_DEFINED(stability ? communities->stability : communities->modularity);
    return ECO_OK;
}

static int modularity(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return figure_of(analysis, /* stability= */ false, ret_figures);
}

static int community_stability(struct eco_analysis *analysis, struct eco_figure *ret_figures)
{
    return figure_of(analysis, /* stability= */ true, ret_figures);
}

const struct eco_metric eco_metric_modularity = {
    .id = "modularity", .title = "Modularity",
    .meaning = "how clearly the ecosystem falls into communities: how much more is exchanged inside them than chance "
               "would have it",
    .formula = "sum over communities c of (U inside c / sum U - (strength of c / sum of strengths)^2)",
    .source = "Newman & Girvan 2004", .undefined_when = "there is no tie",
    .min = -0.5, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .seeded = true, .compute = modularity,
};

const struct eco_metric eco_metric_community_stability = {
    .id = "community_stability", .title = "Stability of communities",
    .meaning = "how far ten searches for communities agree: near 1 they are there to be found, low they are made of "
               "chance",
    .formula = "mean normalised mutual information over the pairs of the ten runs", .source = "Traag et al. 2019",
    .undefined_when = "there is no tie",
    .min = 0, .max = 1, .scope = ECO_SCOPE_ECOSYSTEM, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .seeded = true, .compute = community_stability,
};
