/* The bond of one relationship, its share in the whole, and the mean bond. */
#include "metric/partnership.h"

static const char not_partner[] = "the group is no partner of the focal firm";

static int group_bond(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_partnership *p = eco_partnership_of(analysis);
    for (int i = 0; i < p->view->n; i++)
        ret[i] = p->partner_of[i] >= 0 ? ECO_DEFINED(p->bond[p->partner_of[i]])
                                       : ECO_UNDEFINED(p->focal < 0 ? eco_no_focal : not_partner);
    return ECO_OK;
}

static int bond_share(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_partnership *p = eco_partnership_of(analysis);
    double total = 0;
    for (int k = 0; k < p->count; k++)
        total += p->strength[k];
    for (int i = 0; i < p->view->n; i++) {
        int k = p->partner_of[i];
        ret[i] = k >= 0 ? ECO_DEFINED(p->strength[k] * p->bond[k] / total)
                        : ECO_UNDEFINED(p->focal < 0 ? eco_no_focal : not_partner);
    }
    return ECO_OK;
}

static int focal_bond(struct eco_analysis *analysis, struct eco_figure *ret)
{
    *ret = eco_coalescence_measure(eco_partnership_of(analysis)).bond;
    return ECO_OK;
}

const struct eco_metric eco_metric_group_bond = {
    .id = "bond", .title = "Bond",
    .meaning = "how mutual, deep and integrated the relationship with the focal firm is, all three at once",
    .formula = "bond_j = (m_j d_j i_j)^(1/3)",
    .source = "ecograph, after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .undefined_when = "there is no focal firm or the group is no partner of it",
    .min = 0, .max = 1, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = group_bond,
};

const struct eco_metric eco_metric_bond_share = {
    .id = "bond_share", .title = "Bond share",
    .meaning = "what this relationship adds to the mean bond",
    .formula = "s_j bond_j / sum_k s_k",
    .source = "ecograph",
    .undefined_when = "there is no focal firm or the group is no partner of it",
    .min = 0, .max = 1, .scope = ECO_SCOPE_GROUP, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = bond_share,
};

const struct eco_metric eco_metric_focal_bond = {
    .id = "bond", .title = "Mean bond",
    .meaning = "the mean bond with partners; a mutual partner and another deep one do not add up to one",
    .formula = "K = sum_j s_j bond_j / sum_j s_j",
    .source = "ecograph, after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .undefined_when = "there is no focal firm or it has no partner",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = focal_bond,
};
