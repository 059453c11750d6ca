/* Rules across entries, checked once all are read. */
#include <stdlib.h>

#include "base/str.h"
#include "read/json_load.h"

static const struct eco_json_spot entities_spot = {NULL, "entities", 0};
static const struct eco_json_spot relations_spot = {NULL, "relations", 0};

/* `first` is on a cycle; the message goes round it once, in few words where it is long. */
static void report_cycle(struct eco_json *json, int first)
{
    enum { SHOWN = 4 };
    const struct eco_entity *entities = json->eco->entities;
    struct eco_json_spot item = {&entities_spot, NULL, json->entity_spots[first]}, at = {&item, "part_of", 0};
    struct eco_str way = {0};
    int e = first, steps = 0;
    do {
        if (steps++ < SHOWN)
            eco_str_printf(&way, "%s -> ", eco_json_quote(entities[e].id).text);
        e = entities[e].part_of;
    } while (e != first);
    if (steps > SHOWN)
        eco_str_printf(&way, "(%d more) -> ", steps - SHOWN);
    eco_json_error(json, &at, "an entity cannot be part of itself: %s%s", eco_str_text(&way),
                   eco_json_quote(entities[first].id).text);
    eco_str_finish(&way);
}

void eco_json_check_parts(struct eco_json *json)
{
    const struct eco_entity *entities = json->eco->entities;
    int n = (int)json->eco->entities_count;
    int *seen_from = eco_alloc((size_t)n, sizeof *seen_from); /* 1 + the entity whose walk came by first */
    for (int start = 0; start < n; start++) {
        int at = start;
        while (!seen_from[at] && entities[at].part_of >= 0) {
            seen_from[at] = start + 1;
            at = entities[at].part_of;
        }
        if (seen_from[at] != start + 1)
            continue;
        int first = at;
        for (int e = entities[at].part_of; e != at; e = entities[e].part_of)
            first = e < first ? e : first;
        report_cycle(json, first);
    }
    free(seen_from);
}

struct repeat { /* a relation, in the order that brings alike ones together */
    int relation, from, to, kind, since, until, resources_count;
    const int *resources; /* sorted */
};

static int by_number(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static int compare_ints(int a, int b)
{
    return (a > b) - (a < b);
}

static int by_likeness(const struct repeat *x, const struct repeat *y)
{
    int order = compare_ints(x->from, y->from);
    order = order ? order : compare_ints(x->to, y->to);
    order = order ? order : compare_ints(x->kind, y->kind);
    order = order ? order : compare_ints(x->resources_count, y->resources_count);
    for (int k = 0; order == 0 && k < x->resources_count; k++)
        order = compare_ints(x->resources[k], y->resources[k]);
    return order;
}

static int by_likeness_then_years(const void *a, const void *b)
{
    const struct repeat *x = a, *y = b;
    int order = by_likeness(x, y);
    order = order ? order : compare_ints(x->since, y->since);
    return order ? order : compare_ints(x->relation, y->relation);
}

static size_t collect(const struct eco_ecosystem *eco, struct eco_arena *arena, struct repeat *all)
{
    size_t count = 0;
    for (size_t i = 0; i < eco->relations_count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        if (r->kind < 0)
            continue;
        const int *resources = r->resources;
        if (r->resources_count > 1) {
            int *sorted = eco_arena_memdup(arena, resources, (size_t)r->resources_count, sizeof *sorted);
            qsort(sorted, (size_t)r->resources_count, sizeof *sorted, by_number);
            resources = sorted;
        }
        int until = r->until == ECO_NO_YEAR ? INT_MAX : r->until; /* a missing `since` is INT_MIN already */
        all[count++] = (struct repeat){(int)i, r->from, r->to, r->kind, r->since, until, r->resources_count, resources};
    }
    return count;
}

struct clash {
    int relation, other; /* relation > other */
};

static int by_relation(const void *a, const void *b)
{
    const struct clash *x = a, *y = b;
    int order = compare_ints(x->relation, y->relation);
    return order ? order : compare_ints(x->other, y->other);
}

/* Of alike relations in the order of their beginnings, each is held against the one before it that lasts longest. */
static size_t find_clashes(const struct repeat *all, size_t count, struct clash *clashes)
{
    size_t found = 0, longest = 0;
    for (size_t i = 1; i < count; i++) {
        if (by_likeness(&all[longest], &all[i]) != 0) {
            longest = i;
            continue;
        }
        int a = all[longest].relation, b = all[i].relation;
        if (all[i].since <= all[longest].until)
            clashes[found++] = (struct clash){a > b ? a : b, a > b ? b : a};
        if (all[i].until > all[longest].until)
            longest = i;
    }
    return found;
}

void eco_json_check_repeats(struct eco_json *json)
{
    struct eco_arena arena = {0};
    struct repeat *all = eco_alloc(json->eco->relations_count, sizeof *all);
    struct clash *clashes = eco_alloc(json->eco->relations_count, sizeof *clashes);
    size_t count = collect(json->eco, &arena, all);
    qsort(all, count, sizeof *all, by_likeness_then_years);
    size_t found = find_clashes(all, count, clashes);
    qsort(clashes, found, sizeof *clashes, by_relation);
    for (size_t i = 0; i < found; i++) {
        struct eco_json_spot item = {&relations_spot, NULL, (size_t)clashes[i].relation};
        eco_json_error(json, &item, "repeats relations[%d]: same ends, kind and resources, and years that overlap",
                       clashes[i].other);
    }
    free(clashes);
    free(all);
    eco_arena_finish(&arena);
}
