/* One resource that serves many. */
#include <stdlib.h>

#include "metric/partnership.h"

static int sharing(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_partnership *p = eco_partnership_of(analysis);
    const struct eco_view *view = p->view;
    if (p->focal < 0 || p->count == 0) {
        *ret = ECO_UNDEFINED(p->focal < 0 ? eco_no_focal : eco_no_partner);
        return ECO_OK;
    }
    int first = view->out.start[p->focal], end = view->out.start[p->focal + 1];
    bool *given = eco_alloc(view->eco->resources.count, sizeof *given);
    int resources = 0;
    double shared = 0; /* sum over the resources of n_r - 1 */
    for (int k = first; k < end; k++)
        for (int q = view->part_start[view->out.tie[k]]; q < view->part_start[view->out.tie[k] + 1]; q++) {
            bool *seen = &given[view->part_resource[q]];
            shared += *seen;
            resources += !*seen;
            *seen = true;
        }
    free(given);
    if (end == first)
        *ret = ECO_UNDEFINED("the focal firm gives nothing to anyone");
    else if (end - first == 1)
        *ret = ECO_UNDEFINED("the focal firm gives to one partner only");
    else
        *ret = ECO_DEFINED(shared / resources / (end - first - 1));
    return ECO_OK;
}

const struct eco_metric eco_metric_sharing = {
    .id = "sharing", .title = "Sharing effect",
    .meaning = "one resource serves many: 1 = each resource that the focal firm gives goes to all who get anything",
    .formula = "mean over the resources r that F provides of (n_r - 1) / (P_out - 1): n_r partners receive r, P_out anything",
    .source = "ecograph, after the four effects of an ecological chain",
    .undefined_when = "there is no focal firm, it has no partner, it gives nothing to anyone, or to one partner only",
    .min = 0, .max = 1, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_INDEX, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_LINEAR, .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE,
    .compute = sharing,
};
