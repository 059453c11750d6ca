/* Which groups are drawn, in which sector, and which sectors stand side by side. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/index.h"
#include "map/layout.h"

static const char no_sector[] = "No sector", other[] = "Other";

/* A group on its way into a sector. */
struct member {
    int node, sector;
    double size, ties;
    bool drawn;
};

static int by_falling_size(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    if (x->size != y->size)
        return x->size < y->size ? 1 : -1;
    if (x->ties != y->ties)
        return x->ties < y->ties ? 1 : -1;
    return x->node - y->node;
}

/* All groups but the one in the middle, the largest first; free the result. */
static struct member *members_of(const struct eco_picture *picture)
{
    struct member *members = eco_alloc((size_t)picture->nodes_count, sizeof *members);
    double *ties = eco_alloc((size_t)picture->nodes_count, sizeof *ties);
    for (int t = 0; t < picture->ties_count; t++) {
        ties[picture->ties[t].from] += picture->ties[t].weight;
        ties[picture->ties[t].to] += picture->ties[t].weight;
    }
    int count = 0;
    for (int i = 0; i < picture->nodes_count; i++)
        if (i != picture->focal)
            members[count++] = (struct member){i, 0, picture->nodes[i].size, ties[i], false};
    qsort(members, (size_t)count, sizeof *members, by_falling_size);
    free(ties);
    return members;
}

struct naming {
    const char **names;
    int *count, *kept; /* members; the number in the layout, -1 = merged into "Other" */
    int names_count;
};

static struct naming name_sectors(const struct eco_picture *picture, int *sector_of_node)
{
    size_t n = (size_t)picture->nodes_count;
    struct naming naming = {eco_alloc(n, sizeof(char *)), eco_alloc(n, sizeof(int)), eco_alloc(n, sizeof(int)), 0};
    struct eco_index index = {0};
    int without = -1;
    for (int i = 0; i < picture->nodes_count; i++) {
        const char *name = picture->nodes[i].sector;
        int fresh = naming.names_count, sector;
        if (i == picture->focal)
            continue;
        if (name)
            sector = eco_index_add(&index, name, fresh);
        else
            sector = without = without < 0 ? fresh : without;
        if (sector == fresh)
            naming.names[naming.names_count++] = name;
        naming.count[sector]++;
        sector_of_node[i] = sector;
    }
    eco_index_finish(&index);
    return naming;
}

static void naming_finish(struct naming *naming)
{
    free(naming->names);
    free(naming->count);
    free(naming->kept);
}

/* Keeps the sectors with most members, in order of first appearance; returns how many are kept. */
static int keep_largest(struct naming *naming)
{
    int kept = 0;
    for (int s = 0; s < naming->names_count; s++) {
        int larger = 0;
        for (int t = 0; t < naming->names_count && larger <= ECO_MAP_SECTORS; t++)
            larger += naming->count[t] > naming->count[s] || (naming->count[t] == naming->count[s] && t < s);
        naming->kept[s] = larger < ECO_MAP_SECTORS ? kept++ : -1;
    }
    return kept;
}

static void make_sectors(struct naming *naming, struct eco_map_layout *layout)
{
    int kept = keep_largest(naming), color = 0;
    bool merged = kept < naming->names_count;
    layout->sectors_count = kept + merged;
    layout->sectors = eco_arena_alloc(&layout->arena, (size_t)layout->sectors_count + 1, sizeof *layout->sectors);
    for (int s = 0; s < naming->names_count; s++)
        if (naming->kept[s] >= 0) {
            struct eco_map_sector *sector = &layout->sectors[naming->kept[s]];
            sector->name = naming->names[s] ? eco_arena_strdup(&layout->arena, naming->names[s]) : no_sector;
            sector->color = naming->names[s] ? color++ : ECO_MAP_SECTORS;
        }
    if (merged)
        layout->sectors[kept] = (struct eco_map_sector){.name = other, .color = ECO_MAP_SECTORS};
    for (int s = 0; s < naming->names_count; s++)
        if (naming->kept[s] < 0)
            naming->kept[s] = kept;
}

/* The ties between sectors, as a matrix. */
static double *sector_ties(const struct eco_picture *picture, const struct eco_map_layout *layout, const int *sector_of_node)
{
    int n = layout->sectors_count;
    double *ties = eco_alloc((size_t)(n * n), sizeof *ties);
    for (int t = 0; t < picture->ties_count; t++) {
        const struct eco_picture_tie *tie = &picture->ties[t];
        if (tie->from == picture->focal || tie->to == picture->focal)
            continue;
        int a = sector_of_node[tie->from], b = sector_of_node[tie->to];
        if (a != b) {
            ties[a * n + b] += tie->weight;
            ties[b * n + a] += tie->weight;
        }
    }
    return ties;
}

/* How far all ties reach around the circle when the sectors stand in this order. */
static double reach(const double *ties, const int *order, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++) {
            int steps = j - i < n - (j - i) ? j - i : n - (j - i);
            sum += ties[order[i] * n + order[j]] * steps;
        }
    return sum;
}

/* The next order in lexicographic sequence; the first element stays, for circles have no beginning. */
static bool next_order(int *order, int n)
{
    int i = n - 2, j = n - 1;
    while (i > 0 && order[i] > order[i + 1])
        i--;
    if (i <= 0)
        return false;
    while (order[j] < order[i])
        j--;
    int kept = order[i];
    order[i] = order[j];
    order[j] = kept;
    for (int a = i + 1, b = n - 1; a < b; a++, b--) {
        kept = order[a];
        order[a] = order[b];
        order[b] = kept;
    }
    return true;
}

/* Sectors with much between them come to stand side by side. Nine sectors have 40,320 orders: all are tried. */
static void order_sectors(const double *ties, struct eco_map_layout *layout, int *ret_rank)
{
    int n = layout->sectors_count, order[ECO_MAP_SECTORS + 1], best[ECO_MAP_SECTORS + 1];
    struct eco_map_sector sorted[ECO_MAP_SECTORS + 1];
    double least = INFINITY;
    for (int s = 0; s < n; s++)
        order[s] = s;
    do {
        double sum = reach(ties, order, n);
        if (sum < least - 1e-9) {
            least = sum;
            memcpy(best, order, sizeof best);
        }
    } while (next_order(order, n));
    for (int s = 0; s < n; s++) {
        sorted[s] = layout->sectors[best[s]];
        ret_rank[best[s]] = s;
    }
    if (n > 0)
        memcpy(layout->sectors, sorted, (size_t)n * sizeof *sorted);
}

static void mark_spokes(const struct eco_picture *picture, struct eco_map_layout *layout)
{
    for (int t = 0; t < picture->ties_count; t++) {
        int ends[2] = {picture->ties[t].from, picture->ties[t].to};
        for (int e = 0; e < 2; e++)
            if (ends[1 - e] == picture->focal && layout->place_of_node[ends[e]] >= 0)
                layout->places[layout->place_of_node[ends[e]]].spoke = true;
    }
}

/* Fills places and folded lists sector by sector, members the largest first. */
static void fill_sectors(const struct eco_picture *picture, const struct member *members, int members_count, int drawn,
                         struct eco_map_layout *layout)
{
    layout->places = eco_arena_alloc(&layout->arena, (size_t)drawn + 1, sizeof *layout->places);
    layout->places[0] = (struct eco_map_place){.node = picture->focal, .sector = -1};
    layout->place_of_node[picture->focal] = 0;
    layout->count = 1;
    for (int s = 0; s < layout->sectors_count; s++) {
        struct eco_map_sector *sector = &layout->sectors[s];
        sector->first = layout->count;
        sector->folded = eco_arena_alloc(&layout->arena, (size_t)members_count, sizeof *sector->folded);
        for (int m = 0; m < members_count; m++) {
            if (members[m].sector != s)
                continue;
            if (m >= drawn) {
                sector->folded[sector->folded_count++] = members[m].node;
                continue;
            }
            double largest = members[0].size > 0 ? members[0].size : 1;
            layout->place_of_node[members[m].node] = layout->count;
            layout->places[layout->count++] =
                (struct eco_map_place){.node = members[m].node, .sector = s, .share = members[m].size / largest};
        }
        sector->count = layout->count - sector->first;
    }
}

void eco_layout_sectors(const struct eco_picture *picture, int top, struct eco_map_layout *layout)
{
    size_t n = (size_t)picture->nodes_count;
    int rank[ECO_MAP_SECTORS + 1];
    int *sector_of_node = eco_alloc(n, sizeof *sector_of_node);
    struct member *members = members_of(picture);
    struct naming naming = name_sectors(picture, sector_of_node);
    int members_count = picture->nodes_count - 1, drawn = members_count < top - 1 ? members_count : top - 1;
    make_sectors(&naming, layout);
    for (int i = 0; i < picture->nodes_count; i++)
        sector_of_node[i] = i == picture->focal ? -1 : naming.kept[sector_of_node[i]];
    double *ties = sector_ties(picture, layout, sector_of_node);
    order_sectors(ties, layout, rank);
    for (int m = 0; m < members_count; m++)
        members[m].sector = rank[sector_of_node[members[m].node]];
    layout->place_of_node = eco_arena_alloc(&layout->arena, n, sizeof *layout->place_of_node);
    for (size_t i = 0; i < n; i++)
        layout->place_of_node[i] = -1;
    fill_sectors(picture, members, members_count, drawn, layout);
    mark_spokes(picture, layout);
    layout->folded = members_count - drawn;
    free(ties);
    free(members);
    free(sector_of_node);
    naming_finish(&naming);
}
