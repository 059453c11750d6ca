#include "read/check.h"

#include <stdlib.h>

#include "base/str.h"
#include "read/text.h"

char *eco_check_cycle_text(const struct eco_ecosystem *eco, int first)
{
    enum { SHOWN = 4 };
    const struct eco_entity *entities = eco->entities;
    struct eco_str way = {0};
    int e = first, steps = 0;
    do {
        if (steps++ < SHOWN)
            eco_str_printf(&way, "%s -> ", eco_quote(entities[e].id).text);
        e = entities[e].part_of;
    } while (e != first);
    if (steps > SHOWN)
        eco_str_printf(&way, "(%d more) -> ", steps - SHOWN);
    eco_str_add(&way, eco_quote(entities[first].id).text);
    return way.data;
}

size_t eco_check_cycles(const struct eco_ecosystem *eco, int **ret_firsts)
{
    const struct eco_entity *entities = eco->entities;
    int n = (int)eco->entities_count;
    int *seen_from = eco_alloc((size_t)n, sizeof *seen_from); /* 1 + the entity whose walk came by first */
    int *firsts = eco_alloc((size_t)n, sizeof *firsts);
    size_t count = 0;
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
        firsts[count++] = first;
    }
    free(seen_from);
    *ret_firsts = firsts;
    return count;
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
            continue; /* one with an error, as its reader marks it */
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

static int by_relation(const void *a, const void *b)
{
    const struct eco_clash *x = a, *y = b;
    int order = compare_ints(x->relation, y->relation);
    return order ? order : compare_ints(x->other, y->other);
}

/* Of alike relations in the order of their beginnings, each is held against the one before it that lasts longest. */
static size_t find_clashes(const struct repeat *all, size_t count, struct eco_clash *clashes)
{
    size_t found = 0, longest = 0;
    for (size_t i = 1; i < count; i++) {
        if (by_likeness(&all[longest], &all[i]) != 0) {
            longest = i;
            continue;
        }
        int a = all[longest].relation, b = all[i].relation;
        if (all[i].since <= all[longest].until)
            clashes[found++] = (struct eco_clash){a > b ? a : b, a > b ? b : a};
        if (all[i].until > all[longest].until)
            longest = i;
    }
    return found;
}

size_t eco_check_repeats(const struct eco_ecosystem *eco, struct eco_clash **ret_clashes)
{
    struct eco_arena arena = {0};
    struct repeat *all = eco_alloc(eco->relations_count, sizeof *all);
    struct eco_clash *clashes = eco_alloc(eco->relations_count, sizeof *clashes);
    size_t count = collect(eco, &arena, all);
    qsort(all, count, sizeof *all, by_likeness_then_years);
    size_t found = find_clashes(all, count, clashes);
    qsort(clashes, found, sizeof *clashes, by_relation);
    free(all);
    eco_arena_finish(&arena);
    *ret_clashes = clashes;
    return found;
}
