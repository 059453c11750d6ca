#include "model/state.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/bring.h"

static bool active(int since, int until, int year)
{
    return (since == ECO_NO_YEAR || since <= year) && (until == ECO_NO_YEAR || year <= until);
}

static int by_number(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

struct succession { /* one relation, in the order that brings successive ones together */
    int relation, from, to, kind, since, resources_count;
    const int *resources; /* sorted */
};

static int by_succession(const void *a, const void *b)
{
    const struct succession *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->resources_count != y->resources_count)
        return x->resources_count < y->resources_count ? -1 : 1;
    for (int k = 0; k < x->resources_count; k++)
        if (x->resources[k] != y->resources[k])
            return x->resources[k] < y->resources[k] ? -1 : 1;
    return 0;
}

static int by_succession_then_since(const void *a, const void *b)
{
    int order = by_succession(a, b);
    const struct succession *x = a, *y = b;
    if (order == 0) /* ECO_NO_YEAR is INT_MIN: a missing `since` is the earliest */
        order = (x->since > y->since) - (x->since < y->since);
    return order ? order : (x->relation > y->relation) - (x->relation < y->relation);
}

/* Of relations that succeed each other only the latest keeps its weight. */
static void drop_succeeded(struct eco_state *state, const struct eco_ecosystem *eco)
{
    size_t count = eco->relations_count - eco->asleep_relations;
    struct succession *order = eco_alloc(count, sizeof *order);
    struct eco_arena arena = {0};
    for (size_t i = 0; i < count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        int *sorted = eco_arena_memdup(&arena, r->resources, (size_t)r->resources_count, sizeof *sorted);
        qsort(sorted, (size_t)r->resources_count, sizeof *sorted, by_number);
        order[i] = (struct succession){(int)i, r->from, r->to, r->kind, r->since, r->resources_count, sorted};
    }
    qsort(order, count, sizeof *order, by_succession_then_since);
    for (size_t i = 0; i + 1 < count; i++)
        if (by_succession(&order[i], &order[i + 1]) == 0)
            state->weight[order[i].relation] = 0;
    eco_arena_finish(&arena);
    free(order);
}

void eco_state_drop_dangling(struct eco_state *state, const struct eco_ecosystem *eco)
{
    for (int i = 0; i < state->relations; i++)
        if (!state->present[eco->relations[i].from] || !state->present[eco->relations[i].to])
            state->weight[i] = 0;
}

bool eco_state_allows(const struct eco_state *state, const struct eco_ecosystem *eco, int entity)
{
    return state->at == ECO_NO_YEAR || active(eco->entities[entity].since, eco->entities[entity].until, state->at);
}

static void weigh(struct eco_state *state, const struct eco_ecosystem *eco, const struct eco_state_options *options)
{
    int awake = state->relations - (int)eco->asleep_relations;
    for (int i = 0; i < state->relations; i++) {
        const struct eco_relation *r = &eco->relations[i];
        state->confidence[i] = r->confidence_given ? r->confidence : options->default_confidence;
        if (options->at == ECO_NO_YEAR || active(r->since, r->until, options->at))
            (i < awake ? state->weight : state->asleep)[i] =
                options->weight_power == 1 ? r->weight : pow(r->weight, options->weight_power);
    }
}

void eco_state_init(struct eco_state *state, const struct eco_ecosystem *eco, const struct eco_state_options *options)
{
    *state = (struct eco_state){(int)eco->entities_count, (int)eco->relations_count, .at = options->at};
    state->present = eco_alloc(eco->entities_count, sizeof *state->present);
    state->weight = eco_alloc(eco->relations_count, sizeof *state->weight);
    state->confidence = eco_alloc(eco->relations_count, sizeof *state->confidence);
    if (eco->asleep_relations > 0)
        state->asleep = eco_alloc(eco->relations_count, sizeof *state->asleep);
    int awake = state->entities - (int)eco->asleep_entities;
    for (int i = 0; i < awake; i++)
        state->present[i] = eco_state_allows(state, eco, i);
    weigh(state, eco, options);
    if (options->at == ECO_NO_YEAR)
        drop_succeeded(state, eco);
    eco_state_drop_dangling(state, eco);
}

static double *copy_numbers(const double *numbers, int count)
{
    double *copy = eco_alloc((size_t)count, sizeof *copy);
    memcpy(copy, numbers, (size_t)count * sizeof *copy);
    return copy;
}

void eco_state_copy(struct eco_state *state, const struct eco_state *from)
{
    *state = *from;
    state->present = eco_alloc((size_t)from->entities, sizeof *state->present);
    memcpy(state->present, from->present, (size_t)from->entities * sizeof *state->present);
    state->weight = copy_numbers(from->weight, from->relations);
    state->confidence = copy_numbers(from->confidence, from->relations);
    state->asleep = from->asleep ? copy_numbers(from->asleep, from->relations) : NULL;
}

void eco_state_finish(struct eco_state *state)
{
    if (!state)
        return;
    free(state->present);
    free(state->weight);
    free(state->confidence);
    free(state->asleep);
    *state = (struct eco_state){0};
}

void eco_state_remove(struct eco_state *state, const struct eco_ecosystem *eco, int entity)
{
    for (int i = 0; i < state->entities; i++)
        if (state->present[i] && eco_is_part(eco, i, entity))
            state->present[i] = false;
    eco_state_drop_dangling(state, eco);
}
