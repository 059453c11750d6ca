/* The figures of a removal by name, and how removals are ranked by one. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "metric/rows.h"
#include "scenario/sweep.h"

const char eco_not_computed[] = "not computed above 500 groups unless --metric asks for it";

const struct eco_removal_row eco_removal_rows[ECO_REMOVAL_FIGURES] = {
    {"value_lost", "Value lost", ECO_NUMBER, ECO_HARM_WHEN_HIGHER, true},
    {"cascade_size", "Falls", ECO_INT, ECO_HARM_WHEN_HIGHER, true},
    {"damage.threshold", "Damage", ECO_NUMBER, ECO_HARM_WHEN_HIGHER, true},
    {"damage.inoperability", "Damage", ECO_NUMBER, ECO_HARM_WHEN_HIGHER, true},
    {"damage.debtrank", "Damage", ECO_NUMBER, ECO_HARM_WHEN_HIGHER, true},
    {"orphans", "Orphans", ECO_INT, ECO_HARM_WHEN_HIGHER, true},
    {"articulation", "Cut point", ECO_BOOL, ECO_HARM_WHEN_HIGHER, false},
    {"captive_consumers", "Captive consumers", ECO_INT, ECO_HARM_WHEN_HIGHER, true},
    {"margin_theta", "Margin theta", ECO_NUMBER, ECO_HARM_WHEN_HIGHER, false},
    {"margin_share", "Margin", ECO_NUMBER, ECO_HARM_WHEN_LOWER, false},
    {"systemic_rank", "Systemic rank", ECO_NUMBER, ECO_HARM_WHEN_LOWER, false},
    {"visibility_rank", "Visibility rank", ECO_NUMBER, ECO_HARM_WHEN_LOWER, false},
    {"keystone_gap", "Keystone gap", ECO_NUMBER, ECO_HARM_WHEN_HIGHER, false},
};

static const char prefix[] = "delta.";

void eco_sweep_list(struct eco_comparison *comparison)
{
    eco_comparison_list(comparison);
    int used = 0;
    for (int k = 0; k < comparison->count; k++) {
        if (comparison->rows[k] == &eco_metric_modularity || comparison->rows[k] == &eco_metric_community_stability)
            continue;
        comparison->ids[used] = comparison->ids[k];
        comparison->rows[used++] = comparison->rows[k];
    }
    comparison->count = used;
}

static bool find_own(const char *name, enum eco_cascade_kind cascade, struct eco_sweep_figure *ret_figure)
{
    static const int of_cascade[ECO_CASCADES] = {
        [ECO_CASCADE_NONE] = ECO_REMOVAL_DAMAGE_THRESHOLD, [ECO_CASCADE_ALL] = ECO_REMOVAL_DAMAGE_THRESHOLD,
        [ECO_CASCADE_THRESHOLD] = ECO_REMOVAL_DAMAGE_THRESHOLD,
        [ECO_CASCADE_INOPERABILITY] = ECO_REMOVAL_DAMAGE_INOPERABILITY, [ECO_CASCADE_DEBTRANK] = ECO_REMOVAL_DAMAGE_DEBTRANK};
    int found = strcmp(name, "damage") == 0 ? of_cascade[cascade] : -1;
    for (int k = 0; k < ECO_REMOVAL_FIGURES && found < 0; k++)
        if (strcmp(eco_removal_rows[k].key, name) == 0)
            found = k;
    if (found < 0)
        return false;
    *ret_figure = (struct eco_sweep_figure){found, -1, eco_removal_rows[found].key, NULL, eco_removal_rows[found].harm};
    return true;
}

static const char *nearest_name(const char *name, const struct eco_comparison *list)
{
    const char *names[ECO_REMOVAL_FIGURES + 256];
    int count = 0;
    for (int k = 0; k < ECO_REMOVAL_FIGURES; k++)
        names[count++] = eco_removal_rows[k].key;
    for (int k = 0; k < list->count && k < 256; k++)
        names[count++] = list->ids[k];
    int nearest = eco_nearest(eco_str_starts(name, prefix) ? name + strlen(prefix) : name, names, count);
    return nearest < 0 ? NULL : names[nearest];
}

bool eco_sweep_figure_find(const char *name, enum eco_cascade_kind cascade, struct eco_sweep_figure *ret_figure,
                           const char **ret_nearest)
{
    if (find_own(name, cascade, ret_figure))
        return true;
    struct eco_comparison list;
    eco_sweep_list(&list);
    int at = eco_comparison_find(&list, eco_str_starts(name, prefix) ? name + strlen(prefix) : name);
    if (at >= 0) {
        /* lock_in_mean has no row: more lock-in is the worse for those who are locked in. */
        enum eco_harm harm = list.rows[at] ? list.rows[at]->harm : ECO_HARM_WHEN_HIGHER;
        *ret_figure = (struct eco_sweep_figure){-1, at, list.ids[at], list.rows[at], harm};
    } else {
        *ret_nearest = nearest_name(name, &list);
    }
    eco_comparison_finish(&list);
    return at >= 0;
}

struct eco_figure eco_sweep_value(const struct eco_sweep *sweep, int removal, const struct eco_sweep_figure *figure)
{
    if (figure->own >= 0)
        return eco_sweep_own(sweep, removal, (enum eco_removal_figure)figure->own);
    int at = eco_comparison_find(&sweep->before, figure->id);
    return at < 0 ? ECO_UNDEFINED(eco_not_computed) : sweep->delta[(size_t)removal * (size_t)sweep->before.count + (size_t)at];
}

double eco_sweep_badness(const struct eco_sweep_figure *figure, struct eco_figure value, double before)
{
    if (value.undefined)
        return NAN;
    double x = value.value;
    /* A difference of two equal figures may leave their last digits. */
    if (figure->own < 0 && fabs(x) <= 1e-12 * fabs(before))
        x = 0;
    return figure->harm == ECO_HARM_WHEN_HIGHER ? x : figure->harm == ECO_HARM_WHEN_LOWER ? -x : fabs(x);
}

void eco_sweep_order(const struct eco_sweep *sweep, const struct eco_sweep_figure *figure, int *ret_order)
{
    double *badness = eco_alloc((size_t)sweep->count, sizeof *badness);
    int at = figure->own < 0 ? eco_comparison_find(&sweep->before, figure->id) : -1;
    for (int k = 0; k < sweep->count; k++)
        badness[k] = eco_sweep_badness(figure, eco_sweep_value(sweep, k, figure), at < 0 ? 0 : sweep->before.figures[at].value);
    eco_order(badness, sweep->count, ret_order);
    free(badness);
}
