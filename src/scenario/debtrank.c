/* Distress is passed on once: in the round after a group first has any, then never again. */
#include <math.h>
#include <stdlib.h>

#include "scenario/cascade.h"

struct impact {
    const struct eco_field *field;
    const struct eco_hit *hit;
    const double *replaced; /* NULL = nothing */
    struct eco_cascade *cascade;
    bool *spoken; /* has passed its distress on, or is about to */
};

/* What the nodes of the list pass on, at the distress that they have now; `ret_added` (n, zeroed) collects it. */
static void pass_on(struct impact *m, const int *active, int count, double *ret_added)
{
    for (int k = 0; k < count; k++) {
        int u = active[k];
        for (int e = m->field->dependent_start[u]; e < m->field->dependent_start[u + 1]; e++) {
            int d = m->field->dependent[e], v = m->field->receiver[d];
            if (m->hit->gone[v])
                continue;
            double share = eco_field_share(m->field, m->hit, d) * (1 - (m->replaced ? m->replaced[d] : 0));
            double passed = share * m->cascade->distress[u];
            m->cascade->share[d] += passed;
            ret_added[v] += passed;
        }
    }
}

/* Adds what came in; returns who speaks in the next round. */
static int take_in(struct impact *m, const double *added, int *ret_active)
{
    int count = 0;
    for (int v = 0; v < m->cascade->n; v++) {
        if (m->hit->gone[v])
            continue;
        double *h = &m->cascade->distress[v];
        *h = fmin(1, *h + added[v]);
        if (*h > ECO_NO_DISTRESS && !m->spoken[v]) {
            m->spoken[v] = true;
            ret_active[count++] = v;
        }
    }
    return count;
}

/* Scales each node's causes to sum to the distress that it ends with. */
static void scale_causes(const struct impact *m)
{
    const struct eco_flow *flow = m->field->flow;
    for (int i = 0; i < flow->n; i++) {
        double sum = m->cascade->own[i];
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            sum += m->cascade->share[d];
        double scale = sum > 0 ? m->cascade->distress[i] / sum : 0;
        if (m->hit->gone[i])
            continue;
        m->cascade->own[i] *= scale;
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            m->cascade->share[d] *= scale;
    }
}

static void run(const struct eco_field *field, const struct eco_hit *hit, const struct eco_cascade_options *options,
                struct eco_cascade *cascade)
{
    size_t n = (size_t)cascade->n;
    double *replaced = eco_cascade_replaced(field, hit, options->substitution), *added = eco_alloc(n, sizeof *added);
    struct impact m = {field, hit, replaced, cascade, eco_alloc(n, sizeof *m.spoken)};
    int *active = eco_alloc(n, sizeof *active), count = 0;
    for (int i = 0; i < cascade->n; i++) {
        if (hit->gone[i]) {
            cascade->round[i] = -1;
            cascade->distress[i] = 1;
            active[count++] = i;
        } else {
            added[i] = cascade->own[i] = hit->lost[i];
        }
    }
    do {
        pass_on(&m, active, count, added);
        count = take_in(&m, added, active);
        for (int i = 0; i < cascade->n; i++)
            added[i] = 0;
    } while (count > 0);
    scale_causes(&m);
    free(replaced);
    free(added);
    free(active);
    free(m.spoken);
}

const struct eco_cascade_model eco_cascade_model_debtrank = {
    .kind = ECO_CASCADE_DEBTRANK, .title = "DebtRank",
    .meaning = "distress travels along dependence, each group passing it on once; nobody is removed",
    .formula = "h = 1 on what is gone; h_v grows by sum_u D'_vu (1 - x_vu) h_u over u distressed in the round before",
    .source = "Battiston et al. 2012; a small early hit silences a later large one (Bardoscia et al. 2015)", .run = run,
};
