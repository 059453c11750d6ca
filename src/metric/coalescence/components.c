/* Mutual, in-depth, integrated: the three sides of a relationship, over all partners. */
#include "metric/partnership.h"

static int mutuality(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = eco_coalescence_measure(eco_partnership_of(analysis)).mutuality;
    return ECO_OK;
}

static int depth(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = eco_coalescence_measure(eco_partnership_of(analysis)).depth;
    return ECO_OK;
}

static int integration(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = eco_coalescence_measure(eco_partnership_of(analysis)).integration;
    return ECO_OK;
}

const struct eco_metric eco_metric_mutuality = {
    .id = "mutuality", .title = "Mutuality",
    .meaning = "how much of what the focal firm and its partners exchange goes both ways",
    .formula = "M = sum_j s_j m_j / sum_j s_j, m_j = 2 min(W_Fj, W_jF) / s_j",
    .source = "ecograph, after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .undefined_when = "there is no focal firm or it has no partner",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = mutuality,
};

const struct eco_metric eco_metric_depth = {
    .id = "depth", .title = "Depth",
    .meaning = "how many kinds of resource a relationship carries: one kind gives 1/2, many go towards 1",
    .formula = "D = sum_j s_j d_j / sum_j s_j, d_j = N/(1 + N), N = exp(entropy of the resources between F and j)",
    .source = "ecograph, after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .undefined_when = "there is no focal firm or it has no partner",
    .min = 0.5, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = depth,
};

const struct eco_metric eco_metric_integration = {
    .id = "integration", .title = "Integration",
    .meaning = "how far partners are woven in, with the focal firm's system or with each other",
    .formula = "I = sum_j s_j i_j / sum_j s_j, i_j = min(1, (y_j + sum_{k in P} U_jk) / s_j)",
    .source = "ecograph, after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .undefined_when = "there is no focal firm or it has no partner",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = integration,
};
