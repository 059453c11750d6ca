#include "scenario/discount.h"

#include <stdlib.h>
#include <string.h>

static const double last_digit = 4e-16;

struct system {
    const struct eco_flow *flow;
    const double *weight;
    double g;
    const unsigned char *pinned; /* per node: bit l = gone in lane l; NULL = nowhere */
    const double *source;        /* n * ECO_LANES; NULL = nothing */
    double *q;
};

/* One equation in all lanes; marks those in which it still changes. A lane that is done is left as it is, so that its
 * result does not depend on what stands beside it. */
static void relax(const struct system *s, int i, const bool *open, bool *ret_changed)
{
    const struct eco_flow *flow = s->flow;
    double sum[ECO_LANES] = {0}, *q = s->q + (size_t)i * ECO_LANES;
    for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
        const double *other = s->q + (size_t)flow->on[d] * ECO_LANES;
        double weight = s->weight[d];
        for (int l = 0; l < ECO_LANES; l++)
            sum[l] += weight * other[l];
    }
    for (int l = 0; l < ECO_LANES; l++) {
        double now = s->g * sum[l] + (s->source ? s->source[(size_t)i * ECO_LANES + (size_t)l] : 0);
        if (s->pinned && (s->pinned[i] >> l & 1))
            now = 1;
        ret_changed[l] |= now - q[l] > last_digit * now;
        q[l] = open[l] ? now : q[l];
    }
}

static void iterate(const struct system *s)
{
    bool open[ECO_LANES], any = true;
    memset(open, true, sizeof open);
    while (any) {
        bool changed[ECO_LANES] = {false};
        any = false;
        for (int i = 0; i < s->flow->n; i++)
            relax(s, i, open, changed);
        for (int l = 0; l < ECO_LANES; l++)
            any |= open[l] &= changed[l];
    }
}

void eco_discount_solve(const struct eco_flow *flow, const double *weight, double g, const struct eco_lane *lanes,
                        int lanes_count, double *ret_q)
{
    unsigned char *pinned = eco_alloc((size_t)flow->n, sizeof *pinned);
    memset(ret_q, 0, (size_t)flow->n * ECO_LANES * sizeof *ret_q);
    for (int l = 0; l < lanes_count; l++)
        for (int k = 0; k < lanes[l].count; k++) {
            pinned[lanes[l].gone[k]] |= (unsigned char)(1 << l);
            ret_q[(size_t)lanes[l].gone[k] * ECO_LANES + (size_t)l] = 1;
        }
    iterate(&(struct system){flow, weight, g, pinned, NULL, ret_q});
    free(pinned);
}

void eco_discount_spread(const struct eco_flow *flow, const double *weight, double g, double *ret_q)
{
    double *source = eco_alloc((size_t)flow->n * ECO_LANES, sizeof *source);
    memcpy(source, ret_q, (size_t)flow->n * ECO_LANES * sizeof *source);
    iterate(&(struct system){flow, weight, g, NULL, source, ret_q});
    free(source);
}
