/* Value that reaches those who are not tied to the focal firm. */
#include <math.h>
#include <stdlib.h>

#include "base/sum.h"
#include "graph/solve.h"
#include "metric/partnership.h"

static const double passing_on = 0.85; /* what each step beyond the first counts */

/* The walk of circulation, in which what reaches F leaves. With y_i what a unit at i adds at later steps,
 * y_i = 0.85 sum_{j != F} Q_ij (1 + y_j); u = 0.15 y is at most 0.85, so it is a chance to be paid: 0.15 * 0.85 Q_ij for
 * each step, 0.85 Q_ij to go on. What is left of a row is summed up, not subtracted. */
static void later_steps(const struct eco_partnership *p, double *ret_u)
{
    const struct eco_view *view = p->view;
    size_t n = (size_t)view->n;
    double *chance = eco_alloc((size_t)view->m, sizeof *chance), *paid = eco_alloc(n, sizeof *paid);
    double *lost = eco_alloc(n, sizeof *lost);
    for (int i = 0; i < view->n; i++) {
        struct eco_sum kept = {0};
        double onward = 0, back = 0;
        for (int k = view->in.start[i]; k < view->in.start[i + 1]; k++)
            eco_sum_add(&kept, view->in.weight[k]);
        for (int k = view->out.start[i]; k < view->out.start[i + 1]; k++) {
            double weight = view->out.weight[k];
            eco_sum_add(&kept, -weight);
            if (view->out.node[k] == p->focal) {
                back = weight;
            } else if (i != p->focal) {
                onward += weight;
                chance[k] = passing_on * weight;
            }
        }
        paid[i] = (1 - passing_on) * passing_on * onward;
        lost[i] = (1 - passing_on) * (1 - passing_on) * onward + back + fmax(0, eco_sum_value(&kept));
    }
    eco_walk_solve(&(struct eco_walk){view->n, view->out.start, view->out.node, chance, paid, lost}, ret_u);
    free(chance);
    free(paid);
    free(lost);
}

static int spillover(struct eco_analysis *analysis, struct eco_figure *ret)
{
    const struct eco_partnership *p = eco_partnership_of(analysis);
    double given = 0, later = 0;
    for (int k = 0; k < p->count; k++)
        given += p->given[k];
    if (p->count == 0 || !(given > 0)) {
        *ret = ECO_UNDEFINED(p->focal < 0    ? eco_no_focal
                             : p->count == 0 ? eco_no_partner
                                             : "the focal firm gives nothing to anyone");
        return ECO_OK;
    }
    double *u = eco_alloc((size_t)p->view->n, sizeof *u);
    later_steps(p, u);
    for (int k = 0; k < p->count; k++)
        later += p->given[k] / given * u[p->group[k]] / (1 - passing_on);
    free(u);
    *ret = ECO_DEFINED(later / (1 + later)); /* 1 - 1 / (1 + later), with its digits where later is small */
    return ECO_OK;
}

const struct eco_metric eco_metric_spillover = {
    .id = "spillover", .title = "Spillover effect",
    .meaning = "share of what the focal firm sets in motion that reaches others beyond those whom it gives to, step by step",
    .formula = "1 - 1 / sum_{k>=1} 0.85^(k-1) M_k: mass off F at step k of the walk that starts at F's receivers and goes on "
               "by Q_ij = W_ij / max(sum_k W_ik, sum_k W_ki)",
    .source = "ecograph, after the four effects of an ecological chain",
    .undefined_when = "there is no focal firm, it has no partner, or it gives nothing to anyone",
    .min = 0, .max = 0.85, .scope = ECO_SCOPE_FOCAL, .unit = ECO_UNIT_SHARE, .type = ECO_NUMBER,
    .harm = ECO_HARM_WHEN_LOWER, .cost = ECO_COST_SUPERLINEAR,
    .promises = ECO_SCALE_FREE | ECO_SPLIT_TIE | ECO_ISOLATE | ECO_SPLIT_PARTNER, .compute = spillover,
};
