/* Members add what others lack. */
#include <stdlib.h>
#include <string.h>

#include "metric/lens/capability.h"
#include "metric/partnership.h"

/* 1 - Jaccard of two sorted sets of which at least one is not empty. */
static double distance(const struct eco_words *a, const struct eco_words *b)
{
    int common = 0;
    for (int i = 0, j = 0; i < a->count && j < b->count;) {
        int order = strcmp(a->items[i], b->items[j]);
        common += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    int either = a->count + b->count - common;
    return (double)(either - common) / either;
}

static struct eco_figure measure(const struct eco_partnership *p, const struct eco_words *able)
{
    double sum = 0, total = 0;
    for (int j = 0; j < p->count; j++)
        for (int k = 0; k < j; k++) {
            const struct eco_words *a = &able[p->group[j]], *b = &able[p->group[k]];
            if (a->count == 0 || b->count == 0)
                continue;
            double weight = p->strength[j] * p->strength[k];
            sum += weight * distance(a, b);
            total += weight;
        }
    return total > 0 ? ECO_DEFINED(sum / total) : ECO_UNDEFINED("fewer than two partners have recorded capabilities");
}

static int complementarity(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_partnership *p = eco_partnership_of(analysis);
    if (p->count == 0) {
        *ret = ECO_UNDEFINED(p->focal < 0 ? eco_no_focal : eco_no_partner);
        return ECO_OK;
    }
    struct eco_words *able = eco_capability_of_groups(p->view);
    *ret = measure(p, able);
    eco_capability_free(able, p->view->n);
    return ECO_OK;
}

static int complementarity_coverage(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_partnership *p = eco_partnership_of(analysis);
    if (p->count == 0) {
        *ret = ECO_UNDEFINED(p->focal < 0 ? eco_no_focal : eco_no_partner);
        return ECO_OK;
    }
    struct eco_words *able = eco_capability_of_groups(p->view);
    int known = 0;
    for (int k = 0; k < p->count; k++)
        known += able[p->group[k]].count > 0;
    eco_capability_free(able, p->view->n);
    *ret = ECO_DEFINED((double)known / p->count);
    return ECO_OK;
}

const struct eco_metric eco_metric_complementarity = {
    .id = "complementarity", .title = "Complementary effect",
    .meaning = "how far partners can do what other partners cannot: 1 = no two share a capability",
    .formula = "weighted mean over pairs of partners with capabilities of 1 - Jaccard, weight s_j s_k",
    .source = "ecograph, after the four effects of an ecological chain; Jaccard 1912",
    .undefined_when = "there is no focal firm, it has no partner, or fewer than two partners have recorded capabilities",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_QUADRATIC, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = complementarity,
};

const struct eco_metric eco_metric_complementarity_coverage = {
    .id = "complementarity_coverage", .title = "Coverage of complementarity",
    .meaning = "share of the partners of which any capability is recorded: complementarity speaks of these alone",
    .formula = "partners with a capability / partners",
    .source = "ecograph",
    .undefined_when = "there is no focal firm, or it has no partner",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = complementarity_coverage,
};
