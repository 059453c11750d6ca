/* What binds a consumer to the ecosystem: the products used, and that they work together. */
#include "metric/bundle.h"

#include <math.h>

static int bundle_size(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_bundle *bundle = eco_bundle_of(analysis);
    for (int c = 0; c < bundle->count; c++)
        ret[c] = ECO_DEFINED(bundle->consumers[c].products);
    return ECO_OK;
}

static int bundle_lock_in(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_bundle *bundle = eco_bundle_of(analysis);
    for (int c = 0; c < bundle->count; c++)
        ret[c] = ECO_DEFINED(eco_bundle_lock_in(&bundle->consumers[c], NULL, true));
    return ECO_OK;
}

const struct eco_metric eco_metric_bundle_size = {
    .id = "bundle_size", .title = "Bundle size",
    .meaning = "how many products of the focal firm and its partners the consumers use",
    .formula = "number of products p of F or a partner of F with a relation of use p -> c",
    .source = "after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .min = 0, .max = INFINITY, .scope = ECO_SCOPE_CONSUMER, .unit = ECO_UNIT_COUNT, .type = ECO_INT,
    .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = bundle_size,
};

const struct eco_metric eco_metric_bundle_lock_in = {
    .id = "bundle_lock_in", .title = "Bundle lock-in",
    .meaning = "how firmly the products used, working together, bind the consumers; rises with every product by construction",
    .formula = "1 - prod_p (1 - w_p (1 + t_p)/4), t_p = k_p/(1 + k_p), k_p = other products of the bundle that work with p",
    .source = "ecograph, after Chattopadhyay, Yang & Ma (INSEAD Knowledge)",
    .min = 0, .max = 1, .scope = ECO_SCOPE_CONSUMER, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .cost = ECO_COST_SUPERLINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE, .compute = bundle_lock_in,
};
