#include "graph/solve.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct entry {
    int column;
    double chance;
};

struct row { /* sorted by column; the diagonal is left out: a loop only delays the walk */
    struct entry *entries;
    size_t count, capacity;
    double paid, lost;
    bool alive;
};

/* Rows that still refer to a state are found through `users`: a superset, checked when used. */
struct users {
    int *rows;
    size_t count, capacity;
};

struct system {
    int n;
    struct row *rows;
    struct users *users;
    int *order;      /* states in the order of their elimination */
    int eliminated;
};

static struct entry *find(struct row *row, int column)
{
    size_t low = 0, high = row->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (row->entries[middle].column < column)
            low = middle + 1;
        else
            high = middle;
    }
    return low < row->count && row->entries[low].column == column ? &row->entries[low] : NULL;
}

static void refer(struct system *system, int row, int column)
{
    struct users *users = &system->users[column];
    *ECO_PUSH(users->rows, users->count, users->capacity) = row;
}

/* Adds factor * (gone's entries) to the row, leaving out its own diagonal and the column that is eliminated. */
static void merge(struct system *system, int i, const struct row *gone, int gone_column, double factor)
{
    struct row *row = &system->rows[i];
    struct entry *merged = eco_alloc(row->count + gone->count, sizeof *merged);
    size_t used = 0, a = 0, b = 0;
    while (a < row->count || b < gone->count) {
        bool from_a = b == gone->count || (a < row->count && row->entries[a].column <= gone->entries[b].column);
        bool from_b = a == row->count || (b < gone->count && gone->entries[b].column <= row->entries[a].column);
        int column = from_a ? row->entries[a].column : gone->entries[b].column;
        double chance = (from_a ? row->entries[a++].chance : 0) + (from_b ? factor * gone->entries[b++].chance : 0);
        if (column == gone_column || column == i)
            continue;
        if (!from_a)
            refer(system, i, column);
        merged[used++] = (struct entry){column, chance};
    }
    free(row->entries);
    *row = (struct row){merged, used, row->count + gone->count, row->paid + factor * gone->paid,
                        row->lost + factor * gone->lost, true};
}

/* What leaves the state in all; 0 = the walk stays for ever and is never paid. */
static double outflow(const struct row *row)
{
    double sum = row->paid + row->lost;
    for (size_t k = 0; k < row->count; k++)
        sum += row->entries[k].chance;
    return sum;
}

static void eliminate(struct system *system, int k)
{
    struct row *gone = &system->rows[k];
    gone->alive = false;
    system->order[system->eliminated++] = k;
    double sum = outflow(gone);
    struct users *users = &system->users[k];
    for (size_t u = 0; u < users->count; u++) {
        struct row *row = &system->rows[users->rows[u]];
        struct entry *entry = row->alive ? find(row, k) : NULL;
        if (!entry)
            continue;
        if (sum > 0)
            merge(system, users->rows[u], gone, k, entry->chance / sum);
        else {
            row->lost += entry->chance;
            size_t at = (size_t)(entry - row->entries);
            memmove(entry, entry + 1, (row->count - at - 1) * sizeof *entry);
            row->count--;
        }
    }
}

/* States with few neighbours go first: that keeps the rest sparse. Degrees are those at the start, in 64 steps. */
static int step_of(const struct system *system, int i)
{
    size_t work = system->rows[i].count + system->users[i].count;
    return work < 63 ? (int)work : 63;
}

static void load(struct system *system, const struct eco_walk *walk)
{
    for (int i = 0; i < walk->n; i++) {
        struct row *row = &system->rows[i];
        size_t length = (size_t)(walk->start[i + 1] - walk->start[i]);
        *row = (struct row){eco_alloc(length, sizeof *row->entries), 0, length, walk->paid[i], walk->lost[i], true};
        for (int k = walk->start[i]; k < walk->start[i + 1]; k++)
            if (walk->column[k] != i && walk->chance[k] > 0) {
                row->entries[row->count++] = (struct entry){walk->column[k], walk->chance[k]};
                refer(system, i, walk->column[k]);
            }
    }
}

static void finish(struct system *system)
{
    for (int i = 0; i < system->n; i++) {
        free(system->rows[i].entries);
        free(system->users[i].rows);
    }
    free(system->rows);
    free(system->users);
    free(system->order);
}

enum { ELIMINATION_MAX = 1000 };          /* above this many states elimination may fill in */
static const double least_leak = 0.05;    /* ... and a walk that ends this often in every step is summed up instead */

/* What leaves state i to others or for good. */
static double outflow_of(const struct eco_walk *walk, int i)
{
    double sum = walk->paid[i] + walk->lost[i];
    for (int k = walk->start[i]; k < walk->start[i + 1]; k++)
        sum += walk->column[k] == i ? 0 : walk->chance[k];
    return sum;
}

static bool leaks_everywhere(const struct eco_walk *walk)
{
    for (int i = 0; i < walk->n; i++)
        if (walk->paid[i] + walk->lost[i] < least_leak * outflow_of(walk, i))
            return false;
    return true;
}

/* Gauss-Seidel from below: sums of what cannot be negative, so that x only rises, and each round brings in at least the
 * leak's share of what is missing. It ends when no last digit moves: it is not cut off. */
static void sum_up(const struct eco_walk *walk, double *ret_x)
{
    double *outflows = eco_alloc((size_t)walk->n, sizeof *outflows);
    for (int i = 0; i < walk->n; i++) {
        outflows[i] = outflow_of(walk, i);
        ret_x[i] = 0;
    }
    for (bool moved = true; moved;) {
        moved = false;
        for (int i = 0; i < walk->n; i++) {
            double paid = walk->paid[i];
            for (int k = walk->start[i]; k < walk->start[i + 1]; k++)
                paid += walk->column[k] == i ? 0 : walk->chance[k] * ret_x[walk->column[k]];
            double x = outflows[i] > 0 ? paid / outflows[i] : 0;
            moved |= x > ret_x[i];
            ret_x[i] = x > ret_x[i] ? x : ret_x[i];
        }
    }
    free(outflows);
}

static void solve_by_elimination(const struct eco_walk *walk, double *ret_x)
{
    size_t n = (size_t)walk->n;
    struct system system = {walk->n, eco_alloc(n, sizeof *system.rows), eco_alloc(n, sizeof *system.users),
                            eco_alloc(n, sizeof *system.order), 0};
    load(&system, walk);
    int *steps = eco_alloc(n, sizeof *steps);
    for (int i = 0; i < walk->n; i++)
        steps[i] = step_of(&system, i);
    for (int step = 0; step < 64; step++)
        for (int i = 0; i < walk->n; i++)
            if (steps[i] == step)
                eliminate(&system, i);
    free(steps);
    /* A row refers only to states that were eliminated after it: back from the last. */
    for (int k = system.eliminated - 1; k >= 0; k--) {
        const struct row *row = &system.rows[system.order[k]];
        double sum = outflow(row), paid = row->paid;
        for (size_t e = 0; e < row->count; e++)
            paid += row->entries[e].chance * ret_x[row->entries[e].column];
        ret_x[system.order[k]] = sum > 0 ? paid / sum : 0;
    }
    finish(&system);
}

void eco_walk_solve(const struct eco_walk *walk, double *ret_x)
{
    if (walk->n > ELIMINATION_MAX && leaks_everywhere(walk))
        sum_up(walk, ret_x);
    else
        solve_by_elimination(walk, ret_x);
}
