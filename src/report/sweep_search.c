/* What a sweep can be asked beyond single removals: key players, pairs, the attack curve, hedges. Each adds its data and
 * what people read of it. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "report/report.h"
#include "report/sweep_inner.h"
#include "scenario/attack.h"
#include "scenario/hedge.h"
#include "scenario/keyplayers.h"
#include "scenario/pairs.h"
#include "write/write.h"

static struct eco_value id_value(const struct eco_sweep_answer *a, int group)
{
    return eco_value_string(a->doc, eco_ground_id(a->ground, group));
}

static struct eco_value name_value(const struct eco_sweep_answer *a, int group)
{
    return eco_value_string(a->doc, eco_ground_name(a->ground, group));
}

static struct eco_value figure_value(const struct eco_sweep_answer *a, struct eco_figure figure)
{
    return eco_value_figure(a->doc, figure.value, figure.undefined);
}

/* --- key players ------------------------------------------------------------------------------------------------- */

static void show_players(const struct eco_sweep_answer *a, const struct eco_key_players *players)
{
    static const char *const keys[] = {"place", "name", "value"};
    static const struct eco_column columns[] = {{"place", "With", ECO_UNIT_COUNT, 0},
                                                {"name", "Also gone", ECO_UNIT_NONE, 0},
                                                {"value", "All so far", ECO_UNIT_NONE, 0}};
    struct eco_table *table;
    eco_value_table(a->doc, keys, 3, &table);
    for (int k = 0; k < players->count; k++) {
        struct eco_str text = {0};
        struct eco_value value = figure_value(a, players->value[k]);
        eco_text_write_cell(&text, &value, eco_sweep_unit(&a->rank_by));
        struct eco_value *row = eco_table_add_row(a->doc, table);
        row[0] = eco_value_int(k + 1);
        row[1] = name_value(a, players->group[k]);
        row[2] = eco_value_string(a->doc, eco_str_text(&text));
        eco_str_finish(&text);
    }
    eco_doc_heading(a->doc, 2, "Key players");
    if (players->count == 0) {
        eco_doc_text(a->doc, "By \"%s\" no group can be told from another.", a->rank_by.id);
        return;
    }
    eco_doc_text(a->doc, "The %d groups that, gone together, do most harm by \"%s\": found one after the other, then %s.",
                 players->count, a->rank_by.id,
                 players->swaps ? "improved by swapping members until no swap gained" : "checked that no swap of a member gains");
    eco_doc_table(a->doc, "Who does most harm together", table, columns, 3, NULL, 0);
}

static int add_players(const struct eco_sweep_answer *a, const struct eco_sweep_options *options, struct eco_problems *problems)
{
    static const char *const keys[] = {"id", "value"};
    struct eco_key_players *players;
    int code = eco_key_players_find(a->ground, options, &a->rank_by, a->ask->greedy, &players, problems);
    if (code != ECO_OK)
        return code;
    struct eco_table *table;
    eco_record_add(a->doc, &a->doc->root, "key_players", eco_value_table(a->doc, keys, 2, &table));
    for (int k = 0; k < players->count; k++) {
        struct eco_value cells[] = {id_value(a, players->group[k]), figure_value(a, players->value[k])};
        memcpy(eco_table_add_row(a->doc, table), cells, sizeof cells);
    }
    show_players(a, players);
    eco_key_players_destroy(players);
    return ECO_OK;
}

/* --- pairs ------------------------------------------------------------------------------------------------------- */

static void show_pairs(const struct eco_sweep_answer *a, const struct eco_pairs *pairs)
{
    static const char *const keys[] = {"one", "other", "value", "excess"};
    static const struct eco_column columns[] = {{"one", "One", ECO_UNIT_NONE, 0},
                                                {"other", "Other", ECO_UNIT_NONE, 0},
                                                {"value", "Damage", ECO_UNIT_SHARE, 0},
                                                {"excess", "More", ECO_UNIT_SHARE, 0}};
    struct eco_table *table;
    int top = a->study->request.top, worse = 0;
    eco_value_table(a->doc, keys, 4, &table);
    for (int k = 0; k < pairs->count && pairs->pairs[k].excess > 0; k++, worse++) {
        const struct eco_pair *pair = &pairs->pairs[k];
        if (k >= top)
            continue;
        struct eco_value *row = eco_table_add_row(a->doc, table);
        row[0] = name_value(a, pair->group[0]);
        row[1] = name_value(a, pair->group[1]);
        row[2] = eco_value_number(pair->value);
        row[3] = eco_value_number(pair->excess);
    }
    eco_doc_heading(a->doc, 2, "Pairs");
    if (worse == 0) {
        eco_doc_text(a->doc, "No two groups do more harm together than one by one.");
        return;
    }
    eco_doc_text(a->doc, "Who can be spared alone but not together: the damage when both leave, and how much more that is than "
                         "the two damages added up.");
    eco_doc_table(a->doc, "Worse together", table, columns, 4, NULL, 0)->rows_left = worse - table->rows;
}

static int add_pairs(const struct eco_sweep_answer *a, struct eco_problems *problems)
{
    static const char *const keys[] = {"ids", "value", "excess"};
    struct eco_pairs *pairs;
    int code = eco_pairs_find(a->sweep, a->ask->threads, a->ask->progress, &pairs, problems);
    if (code != ECO_OK)
        return code;
    struct eco_table *table;
    eco_record_add(a->doc, &a->doc->root, "pairs", eco_value_table(a->doc, keys, 3, &table));
    for (int k = 0; k < pairs->count; k++) {
        struct eco_list *ids;
        struct eco_value value = eco_value_list(a->doc, &ids);
        eco_list_add(a->doc, ids, id_value(a, pairs->pairs[k].group[0]));
        eco_list_add(a->doc, ids, id_value(a, pairs->pairs[k].group[1]));
        struct eco_value cells[] = {value, eco_value_number(pairs->pairs[k].value), eco_value_number(pairs->pairs[k].excess)};
        memcpy(eco_table_add_row(a->doc, table), cells, sizeof cells);
    }
    show_pairs(a, pairs);
    eco_pairs_destroy(pairs);
    return ECO_OK;
}

/* --- attack ------------------------------------------------------------------------------------------------------ */

static void show_attack(const struct eco_sweep_answer *a, const struct eco_attack *attack)
{
    static const char *const keys[] = {"gone", "name", "largest", "efficiency"};
    static const struct eco_column columns[] = {{"gone", "Gone", ECO_UNIT_COUNT, 0},
                                                {"name", "Last to go", ECO_UNIT_NONE, 0},
                                                {"largest", "Still together", ECO_UNIT_SHARE, 0},
                                                {"efficiency", "Efficiency", ECO_UNIT_NUMBER, 1}};
    struct eco_table *table;
    int top = a->study->request.top, half = 0;
    eco_value_table(a->doc, keys, 4, &table);
    while (half < attack->count && attack->largest[half] * 2 > 1)
        half++;
    for (int k = 0; k < attack->count && k < top; k++) {
        struct eco_value cells[] = {eco_value_int(k + 1),
                                    attack->group[k] < 0 ? eco_value_string(a->doc, "(mean of 100 orders)") : name_value(a, attack->group[k]),
                                    eco_value_number(attack->largest[k]), figure_value(a, attack->efficiency[k])};
        memcpy(eco_table_add_row(a->doc, table), cells, sizeof cells);
    }
    eco_doc_heading(a->doc, 2, "Attack");
    if (attack->count == 0) {
        eco_doc_text(a->doc, "There is nobody to remove.");
        return;
    }
    struct eco_str share = {0};
    eco_text_write_cell(&share, &(struct eco_value){ECO_NUMBER, {.number = attack->robustness.value}}, ECO_UNIT_INDEX);
    eco_doc_text(a->doc, "Groups leave one after the other, %s. After %d of %d removals at most half of all still hangs "
                         "together. Robustness %s: 0 = falls apart at once, 0.5 = holds to the last.",
                 attack->group[0] < 0 ? "in random orders" : "the most important one first", half + 1 < attack->count ? half + 1 : attack->count,
                 attack->count, eco_str_text(&share));
    eco_str_finish(&share);
    eco_doc_table(a->doc, "What still hangs together", table, columns, 4, NULL, 0)->rows_left = attack->count - table->rows;
}

static int find_metric(const struct eco_sweep_ask *ask, const struct eco_metric **ret_metric, struct eco_problems *problems)
{
    *ret_metric = NULL;
    if (strcmp(ask->attack, "random") == 0)
        return ECO_OK;
    *ret_metric = eco_metric_find(ask->attack, ECO_SCOPE_ENTITY);
    if (!*ret_metric)
        *ret_metric = eco_metric_find(ask->attack, ECO_SCOPE_GROUP);
    if (*ret_metric)
        return ECO_OK;
    const char *nearest = eco_metric_nearest(ask->attack);
    if (nearest && (eco_metric_find(nearest, ECO_SCOPE_ENTITY) || eco_metric_find(nearest, ECO_SCOPE_GROUP)))
        eco_problems_error(problems, "--attack: no metric \"%s\" of groups (did you mean \"%s\"?)", ask->attack, nearest);
    else
        eco_problems_error(problems, "--attack wants a metric of entities or groups, or random, not \"%s\"", ask->attack);
    return ECO_EUSAGE;
}

static bool asks_for(const struct eco_words *words, const char *id)
{
    for (int k = 0; k < words->count; k++)
        if (strcmp(words->items[k], id) == 0)
            return true;
    return false;
}

static int add_attack(const struct eco_sweep_answer *a, struct eco_problems *problems)
{
    static const char *const keys[] = {"id", "largest_component", "efficiency"};
    const struct eco_sweep_ask *ask = a->ask;
    const struct eco_metric *metric;
    struct eco_attack *attack;
    int code = find_metric(ask, &metric, problems);
    if (code == ECO_OK)
        code = eco_attack_run(a->ground, metric, ask->fixed, asks_for(&ask->metrics, "efficiency"), ask->threads, ask->progress,
                              &attack, problems);
    if (code != ECO_OK)
        return code;
    struct eco_table *table;
    eco_record_add(a->doc, &a->doc->root, "curve", eco_value_table(a->doc, keys, 3, &table));
    for (int k = 0; k < attack->count; k++) {
        struct eco_value cells[] = {attack->group[k] < 0 ? eco_value_null(a->doc, "the mean of random orders") : id_value(a, attack->group[k]),
                                    eco_value_number(attack->largest[k]), figure_value(a, attack->efficiency[k])};
        memcpy(eco_table_add_row(a->doc, table), cells, sizeof cells);
    }
    eco_record_add(a->doc, &a->doc->root, "robustness", figure_value(a, attack->robustness));
    show_attack(a, attack);
    eco_attack_destroy(attack);
    return ECO_OK;
}

/* --- hedges ------------------------------------------------------------------------------------------------------ */

static void show_hedges(const struct eco_sweep_answer *a, const struct eco_hedges *hedges)
{
    static const char *const keys[] = {"from", "to", "resource", "less"};
    static const struct eco_column columns[] = {{"from", "Let this one", ECO_UNIT_NONE, 0},
                                                {"to", "supply this one", ECO_UNIT_NONE, 0},
                                                {"resource", "with", ECO_UNIT_NONE, 0},
                                                {"less", "Damage less by", ECO_UNIT_SHARE, 0}};
    eco_doc_heading(a->doc, 2, "Hedges");
    if (hedges->count == 0) {
        eco_doc_text(a->doc, "No second source among those that there are would lower the damage of the worst losses.");
        return;
    }
    struct eco_table *table;
    eco_value_table(a->doc, keys, 4, &table);
    for (int k = 0; k < hedges->count; k++) {
        const struct eco_hedge *hedge = &hedges->hedges[k];
        struct eco_value cells[] = {name_value(a, hedge->from), name_value(a, hedge->to),
                                    eco_value_string(a->doc, a->ground->eco->resources.terms[hedge->resource].label),
                                    eco_value_number(1 - hedge->loss_after / hedges->hedges[0].loss_before)};
        memcpy(eco_table_add_row(a->doc, table), cells, sizeof cells);
    }
    struct eco_str before = {0};
    eco_text_write_cell(&before, &(struct eco_value){ECO_NUMBER, {.number = hedges->hedges[0].loss_before}}, ECO_UNIT_SHARE);
    eco_doc_text(a->doc, "Second sources that help most against the %d worst losses, one on top of the other: each takes over half "
                         "of what the largest provider gives. The mean damage is %s without them.",
                 hedges->worst_count, eco_str_text(&before));
    eco_str_finish(&before);
    eco_doc_table(a->doc, "What to line up", table, columns, 4, NULL, 0);
}

static int add_hedges(const struct eco_sweep_answer *a, struct eco_problems *problems)
{
    static const char *const keys[] = {"from", "to", "resource", "weight", "loss_before", "loss_after"};
    struct eco_hedges *hedges;
    int code = eco_hedges_find(a->ground, a->ask->hedge, a->ask->threads, a->ask->progress, &hedges, problems);
    if (code != ECO_OK)
        return code;
    struct eco_table *table;
    eco_record_add(a->doc, &a->doc->root, "hedges", eco_value_table(a->doc, keys, 6, &table));
    for (int k = 0; k < hedges->count; k++) {
        const struct eco_hedge *hedge = &hedges->hedges[k];
        struct eco_value cells[] = {id_value(a, hedge->from), id_value(a, hedge->to),
                                    eco_value_string(a->doc, a->ground->eco->resources.terms[hedge->resource].id),
                                    eco_value_number(hedge->weight), eco_value_number(hedge->loss_before),
                                    eco_value_number(hedge->loss_after)};
        memcpy(eco_table_add_row(a->doc, table), cells, sizeof cells);
    }
    show_hedges(a, hedges);
    eco_hedges_destroy(hedges);
    return ECO_OK;
}

int eco_sweep_search(const struct eco_sweep_answer *a, const struct eco_sweep_options *options, struct eco_problems *problems)
{
    int code = a->ask->greedy > 0 ? add_players(a, options, problems) : ECO_OK;
    if (code == ECO_OK && a->ask->pairs)
        code = add_pairs(a, problems);
    if (code == ECO_OK && a->ask->attack)
        code = add_attack(a, problems);
    if (code == ECO_OK && a->ask->hedge > 0)
        code = add_hedges(a, problems);
    return code;
}
