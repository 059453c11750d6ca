#include "scenario/cascade.h"

#include <stdlib.h>

#define CASCADE(row) extern const struct eco_cascade_model eco_cascade_model_##row;
#include "scenario/cascades.def"
#undef CASCADE

const struct eco_cascade_model *const eco_cascade_models[] = {
#define CASCADE(row) &eco_cascade_model_##row,
#include "scenario/cascades.def"
#undef CASCADE
    NULL};

const struct eco_cascade_model *eco_cascade_model_find(enum eco_cascade_kind kind)
{
    for (int k = 0; eco_cascade_models[k]; k++)
        if (eco_cascade_models[k]->kind == kind)
            return eco_cascade_models[k];
    return NULL;
}

double *eco_cascade_replaced(const struct eco_field *field, const struct eco_hit *hit, double substitution)
{
    if (!(substitution > 0))
        return NULL;
    double *replaced = eco_alloc((size_t)field->flow->m, sizeof *replaced);
    for (int d = 0; d < field->flow->m; d++)
        replaced[d] = eco_field_replaced(field, hit->gone, substitution, d);
    return replaced;
}

/* Nodes outside S0 weigh by what they receive, not by how finely they are listed. */
static struct eco_figure damage_of(const struct eco_field *field, const struct eco_hit *hit, const struct eco_cascade *cascade)
{
    double harmed = 0, all = 0;
    for (int i = 0; i < cascade->n; i++) {
        if (hit->gone[i])
            continue;
        harmed += field->flow->inflow[i] * cascade->distress[i];
        all += field->flow->inflow[i];
    }
    return all > 0 ? ECO_DEFINED(harmed / all) : ECO_UNDEFINED("nobody who is left received anything");
}

struct eco_cascade *eco_cascade_run(const struct eco_field *field, const struct eco_hit *hit, enum eco_cascade_kind kind,
                                    const struct eco_cascade_options *options)
{
    struct eco_cascade *cascade = eco_alloc(1, sizeof *cascade);
    size_t n = (size_t)field->flow->n, m = (size_t)field->flow->m;
    cascade->kind = kind;
    cascade->n = field->flow->n;
    cascade->m = field->flow->m;
    cascade->round = eco_alloc(n, sizeof *cascade->round);
    cascade->distress = eco_alloc(n, sizeof *cascade->distress);
    cascade->share = eco_alloc(m, sizeof *cascade->share);
    cascade->own = eco_alloc(n, sizeof *cascade->own);
    eco_cascade_model_find(kind)->run(field, hit, options, cascade);
    cascade->damage = damage_of(field, hit, cascade);
    return cascade;
}

void eco_cascade_destroy(struct eco_cascade *cascade)
{
    if (!cascade)
        return;
    free(cascade->round);
    free(cascade->distress);
    free(cascade->share);
    free(cascade->own);
    free(cascade);
}
