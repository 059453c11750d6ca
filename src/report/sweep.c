/* The data of a sweep's answer. What people read of it is in sweep_text.c. */
#include "report/sweep.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "report/sweep_inner.h"

static const char damage_prefix[] = "damage.";

static struct eco_value own_value(struct eco_doc *doc, const struct eco_sweep *sweep, int removal, enum eco_removal_figure figure)
{
    struct eco_figure f = eco_sweep_own(sweep, removal, figure);
    if (f.undefined)
        return eco_value_null(doc, f.undefined);
    if (eco_removal_rows[figure].type == ECO_BOOL)
        return eco_value_bool(f.value != 0);
    if (eco_removal_rows[figure].type == ECO_INT)
        return eco_value_int((long long)f.value);
    return eco_value_number(f.value);
}

static bool is_damage(int figure)
{
    return eco_str_starts(eco_removal_rows[figure].key, damage_prefix);
}

static struct eco_value damage_value(struct eco_doc *doc, const struct eco_sweep *sweep, int removal)
{
    struct eco_record *record;
    struct eco_value value = eco_value_record(doc, &record);
    for (int f = 0; f < ECO_REMOVAL_FIGURES; f++)
        if (is_damage(f))
            eco_record_add(doc, record, eco_removal_rows[f].key + strlen(damage_prefix), own_value(doc, sweep, removal, f));
    return value;
}

static struct eco_value delta_value(struct eco_doc *doc, const struct eco_sweep *sweep, int removal)
{
    struct eco_record *record;
    struct eco_value value = eco_value_record(doc, &record);
    for (int k = 0; k < sweep->before.count; k++) {
        struct eco_figure f = sweep->delta[(size_t)removal * (size_t)sweep->before.count + (size_t)k];
        eco_record_add(doc, record, sweep->before.ids[k], eco_value_figure(doc, f.value, f.undefined));
    }
    return value;
}

/* The columns in the order of the figures, the damages as one. */
static int list_columns(const char **ret_keys, int *ret_figures)
{
    int count = 0;
    ret_keys[count++] = "id";
    for (int f = 0; f < ECO_REMOVAL_FIGURES; f++) {
        if (is_damage(f) && is_damage(f - 1))
            continue;
        ret_figures[count] = f;
        ret_keys[count++] = is_damage(f) ? "damage" : eco_removal_rows[f].key;
    }
    ret_keys[count++] = "delta";
    return count;
}

static struct eco_value removals_value(const struct eco_sweep_answer *answer)
{
    const char *keys[ECO_REMOVAL_FIGURES + 2];
    int figures[ECO_REMOVAL_FIGURES + 2];
    int columns = list_columns(keys, figures);
    struct eco_table *table;
    const struct eco_sweep *sweep = answer->sweep;
    struct eco_value value = eco_value_table(answer->doc, keys, columns, &table);
    for (int k = 0; k < sweep->count; k++) {
        int removal = answer->order[k];
        struct eco_value cells[ECO_REMOVAL_FIGURES + 2];
        cells[0] = eco_value_string(answer->doc, eco_ground_id(answer->ground, sweep->group[removal]));
        for (int c = 1; c < columns - 1; c++)
            cells[c] = is_damage(figures[c]) ? damage_value(answer->doc, sweep, removal)
                                             : own_value(answer->doc, sweep, removal, (enum eco_removal_figure)figures[c]);
        cells[columns - 1] = delta_value(answer->doc, sweep, removal);
        memcpy(eco_table_add_row(answer->doc, table), cells, (size_t)columns * sizeof *cells);
    }
    return value;
}

static struct eco_value words_value(struct eco_doc *doc, const struct eco_words *words)
{
    struct eco_list *list;
    struct eco_value value = eco_value_list(doc, &list);
    for (int k = 0; k < words->count; k++)
        eco_list_add(doc, list, eco_value_string(doc, words->items[k]));
    return value;
}

static struct eco_value count_value(struct eco_doc *doc, int count)
{
    return count > 0 ? eco_value_int(count) : eco_value_null(doc, NULL);
}

static void add_options(const struct eco_sweep_answer *answer)
{
    const struct eco_sweep_ask *ask = answer->ask;
    const struct eco_cascade_options *c = &ask->cascade;
    struct eco_doc *doc = answer->doc;
    struct eco_record *options = eco_study_header(answer->study, "sweep", doc);
    eco_record_add(doc, options, "cascade", eco_value_string(doc, eco_cascade_names[c->kind]));
    eco_record_add(doc, options, "threshold", eco_value_number(c->threshold));
    eco_record_add(doc, options, "coupling", eco_value_number(c->coupling));
    eco_record_add(doc, options, "substitution", eco_value_number(c->substitution));
    eco_record_add(doc, options, "of", words_value(doc, &ask->of));
    eco_record_add(doc, options, "metric", words_value(doc, &ask->metrics));
    eco_record_add(doc, options, "greedy", count_value(doc, ask->greedy));
    eco_record_add(doc, options, "pairs", eco_value_bool(ask->pairs));
    eco_record_add(doc, options, "attack", eco_value_string(doc, ask->attack));
    eco_record_add(doc, options, "fixed", eco_value_bool(ask->fixed));
    eco_record_add(doc, options, "hedge", count_value(doc, ask->hedge));
}

static int find_figure(const char *option, const char *name, const struct eco_sweep_ask *ask, struct eco_sweep_figure *ret_figure,
                       struct eco_problems *problems)
{
    const char *nearest = NULL;
    if (eco_sweep_figure_find(name, ask->cascade.kind, ret_figure, &nearest))
        return ECO_OK;
    if (nearest)
        eco_problems_error(problems, "%s: no figure \"%s\" (did you mean \"%s\"?)", option, name, nearest);
    else
        eco_problems_error(problems, "%s: a removal has no figure \"%s\"", option, name);
    return ECO_EUSAGE;
}

/* What is ranked by is asked for as well. */
static int check_names(struct eco_sweep_answer *answer, const char **ret_asked, struct eco_problems *problems)
{
    const struct eco_sweep_ask *ask = answer->ask;
    const char *rank_by = ask->rank_by ? ask->rank_by : eco_removal_rows[0].key;
    for (int k = 0; k < ask->metrics.count; k++) {
        struct eco_sweep_figure unused;
        ret_asked[k] = ask->metrics.items[k];
        if (find_figure("--metric", ret_asked[k], ask, &unused, problems) != ECO_OK)
            return ECO_EUSAGE;
    }
    ret_asked[ask->metrics.count] = rank_by;
    return find_figure("--rank-by", rank_by, ask, &answer->rank_by, problems);
}

static void make_doc(struct eco_sweep_answer *answer)
{
    struct eco_sweep *sweep = answer->sweep;
    answer->order = eco_alloc((size_t)sweep->count, sizeof *answer->order);
    eco_sweep_order(sweep, &answer->rank_by, answer->order);
    struct eco_doc *doc = answer->doc = eco_doc_create();
    add_options(answer);
    bool own = answer->rank_by.own >= 0;
    char *rank_by = eco_format("%s%s", own ? "" : "delta.", answer->rank_by.id);
    eco_record_add(doc, &doc->root, "rank_by", eco_value_string(doc, rank_by));
    eco_record_add(doc, &doc->root, "removals", removals_value(answer));
    doc->csv_table = "removals";
    eco_sweep_describe(answer);
    free(rank_by);
}

static int run(struct eco_sweep_answer *answer, struct eco_problems *problems)
{
    const struct eco_sweep_ask *ask = answer->ask;
    const struct eco_ground *ground = answer->ground;
    bool *selected = eco_alloc((size_t)ground->groups->n, sizeof *selected);
    const char **asked = eco_alloc((size_t)ask->metrics.count + 1, sizeof *asked);
    struct eco_sweep_options options = {ask->cascade, ask->of.count ? selected : NULL, {asked, ask->metrics.count + 1},
                                        ask->threads, ask->progress};
    int code = check_names(answer, asked, problems);
    if (code == ECO_OK && ask->of.count)
        code = eco_sweep_select(ground, &ask->of, selected, problems);
    /* Above the limit every structure figure is there in any case, from before any cascade. */
    bool implied = !ask->rank_by || (answer->rank_by.own < 0 && answer->rank_by.metric && eco_sweep_has_structure(answer->rank_by.metric));
    options.asked.count -= implied;
    if (code == ECO_OK)
        code = eco_sweep_run(ground, &options, &answer->sweep, problems);
    if (code == ECO_OK) {
        make_doc(answer);
        code = eco_sweep_search(answer, &options, problems);
    }
    free(selected);
    free(asked);
    return code;
}

int eco_sweep_make(struct eco_study *study, const struct eco_sweep_ask *ask, struct eco_doc **ret_doc,
                   struct eco_problems *problems)
{
    struct eco_sweep_answer answer = {.study = study, .ask = ask};
    answer.ground = eco_ground_create(study->eco, &study->state, &study->analysis->options);
    int code = run(&answer, problems);
    if (code == ECO_OK)
        *ret_doc = answer.doc;
    else
        eco_doc_destroy(answer.doc);
    free(answer.order);
    eco_sweep_destroy(answer.sweep);
    eco_ground_destroy(answer.ground);
    return code;
}
