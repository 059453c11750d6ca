/* The tables of the report, as people read them: a few rows each, names instead of ids. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "metric/flow.h"
#include "metric/rows.h"
#include "report/headline.h"
#include "report/lenses.h"
#include "report/report.h"
#include "report/unweighted.h"
#include "write/write.h"

struct tables {
    struct eco_study *study;
    struct eco_doc *doc;
};

static const struct eco_table *data_table(const struct eco_doc *doc, const char *key)
{
    const struct eco_value *value = eco_record_find(&doc->root, key);
    return value && value->type == ECO_TABLE ? value->as.table : NULL;
}

/* The figures that a page for a manager has room for; JSON, `show` and --metric give the rest. */
static const char *const on_the_page[] = {
    "partner_reliance", "coalescence", "bond", "circulation", "breadth", "mutuality", "depth", "integration",
    "value", "reciprocity", "largest_component", "fragmentation", "articulation_points", NULL};

static bool has_place(const struct tables *t, const char *id)
{
    bool found = t->study->request.metrics.count > 0; /* asked for by name */
    for (int k = 0; on_the_page[k] && !found; k++)
        found = strcmp(on_the_page[k], id) == 0;
    return found;
}

/* A row per figure of a record: what it is called, how large it is, what it means. */
static void add_figures(struct tables *t, const char *title, const char *key, enum eco_scope scope)
{
    static const char *const keys[] = {"figure", "value", "meaning"};
    static const struct eco_column columns[] = {{"figure", "Figure", ECO_UNIT_NONE, 0},
                                                {"value", "Value", ECO_UNIT_SHOWN, 0},
                                                {"meaning", "What it says", ECO_UNIT_NONE, 0}};
    const struct eco_value *record = eco_record_find(&t->doc->root, key);
    struct eco_table *table;
    eco_value_table(t->doc, keys, 3, &table);
    for (int i = 0; i < eco_metrics_count; i++) {
        const struct eco_metric *metric = eco_metrics[i];
        const struct eco_value *value = metric->scope == scope ? eco_record_find(record->as.record, metric->id) : NULL;
        if (!value || !has_place(t, metric->id))
            continue;
        struct eco_str text = {0};
        eco_text_write_cell(&text, value, metric->unit);
        struct eco_value *row = eco_table_add_row(t->doc, table);
        row[0] = eco_value_string(t->doc, metric->title);
        row[1] = eco_value_string(t->doc, eco_str_text(&text));
        row[2] = eco_value_string(t->doc, value->type == ECO_NULL && value->as.reason ? value->as.reason : metric->meaning);
        eco_str_finish(&text);
    }
    if (table->rows > 0)
        eco_doc_table(t->doc, title, table, columns, 3, NULL, 0);
}

/* What a table of many rows shows: these of its columns, the rows with the largest `by` first. */
struct selection {
    const char *title, *key;
    enum eco_scope scope;
    const char *by;             /* NULL = as they stand */
    const char *const *metrics; /* in this order, ended by NULL; fewer where the study shows fewer */
};

/* The rows to show; rows whose figure is undefined come last. Free the result. */
static int *choose_rows(const struct tables *t, const struct eco_table *data, const char *by, int *ret_count)
{
    int column = by ? eco_table_column(data, by) : -1;
    double *values = eco_alloc((size_t)data->rows, sizeof *values);
    int *rows = eco_alloc((size_t)data->rows, sizeof *rows);
    for (int i = 0; i < data->rows; i++) {
        const struct eco_value *cell = column < 0 ? NULL : eco_table_cell(data, i, column);
        values[i] = !cell ? 0 : cell->type == ECO_NUMBER ? cell->as.number : cell->type == ECO_INT ? (double)cell->as.integer : NAN;
    }
    eco_order(values, data->rows, rows);
    free(values);
    *ret_count = data->rows < t->study->request.top ? data->rows : t->study->request.top;
    return rows;
}

static struct eco_value named(const struct tables *t, const struct eco_value *cell)
{
    int entity = cell->type == ECO_STRING ? eco_ecosystem_find_entity(t->study->eco, cell->as.text) : -1;
    return entity < 0 ? *cell : eco_value_string(t->doc, t->study->eco->entities[entity].name);
}

static bool is_id(const char *key)
{
    return strcmp(key, "id") == 0 || strcmp(key, "from") == 0 || strcmp(key, "to") == 0 || strcmp(key, "group") == 0;
}

static const char unweighted[] = "unweighted", holder[] = "holder"; /* columns that only people get */

/* Of groups: the name of the provider to whom each is locked in most. Per entity (the group's root); free it. */
static const char **find_holders(const struct tables *t)
{
    struct eco_analysis *analysis = t->study->analysis;
    const struct eco_flow *flow = eco_flow_of(analysis);
    const struct eco_view *groups = eco_analysis_groups(analysis);
    const struct eco_figure *lock_in = eco_analysis_figures(analysis, &eco_metric_tie_lock_in);
    const char **names = eco_alloc(t->study->eco->entities_count, sizeof *names);
    for (int i = 0; lock_in && i < flow->n; i++) {
        int best = flow->start[i];
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            if (lock_in[d].value > lock_in[best].value)
                best = d;
        if (best < flow->start[i + 1])
            names[groups->entity_of_node[i]] = t->study->eco->entities[groups->entity_of_node[flow->on[best]]].name;
    }
    return names;
}

/* Of entities: whose rank rests on the weights, in one of the metrics shown. NULL where none of the rows does. Free it. */
static const char **find_unweighted(const struct tables *t, const struct eco_table *data, const struct eco_column *columns,
                                    int columns_count, const int *rows, int rows_count)
{
    const struct eco_metric *metrics[ECO_KEYS_MAX];
    int count = 0;
    for (int k = 0; k < columns_count; k++) {
        const struct eco_metric *metric = eco_metric_find(columns[k].key, ECO_SCOPE_ENTITY);
        if (metric && metric->type == ECO_NUMBER && !metric->seeded)
            metrics[count++] = metric;
    }
    const char **notes = eco_alloc(t->study->eco->entities_count, sizeof *notes);
    bool any = eco_unweighted_compare(t->study, metrics, count, t->doc, notes), seen = false;
    for (int i = 0; i < rows_count && any; i++)
        seen |= notes[eco_ecosystem_find_entity(t->study->eco, eco_table_cell(data, rows[i], 0)->as.text)] != NULL;
    if (seen)
        return notes;
    free(notes);
    return NULL;
}

/* The chosen rows and columns as a table of their own, with names for ids. */
static struct eco_table *extract(const struct tables *t, const struct eco_table *data, const struct eco_column *columns,
                                 int columns_count, const int *rows, int rows_count, const char *const *notes)
{
    const char *keys[ECO_KEYS_MAX];
    for (int k = 0; k < columns_count; k++)
        keys[k] = columns[k].key;
    struct eco_table *table;
    eco_value_table(t->doc, keys, columns_count, &table);
    for (int i = 0; i < rows_count; i++) {
        struct eco_value *row = eco_table_add_row(t->doc, table);
        for (int k = 0; k < columns_count; k++) {
            if (notes && (strcmp(keys[k], unweighted) == 0 || strcmp(keys[k], holder) == 0)) {
                int entity = eco_ecosystem_find_entity(t->study->eco, eco_table_cell(data, rows[i], 0)->as.text);
                row[k] = eco_value_string(t->doc, notes[entity] ? notes[entity] : "");
                continue;
            }
            const struct eco_value *cell = eco_table_cell(data, rows[i], eco_table_column(data, keys[k]));
            row[k] = is_id(keys[k]) ? named(t, cell) : *cell;
        }
    }
    return table;
}

/* Metrics that the study shows, those of the selection first; when metrics were asked for, exactly those. */
static int choose_columns(const struct tables *t, const struct selection *s, struct eco_column *columns, int count)
{
    const struct eco_words *asked = &t->study->request.metrics;
    for (int k = 0; asked->count ? k < asked->count : s->metrics[k] != NULL; k++) {
        const struct eco_metric *metric = eco_metric_find(asked->count ? asked->items[k] : s->metrics[k], s->scope);
        if (metric && count < ECO_KEYS_MAX - 4)
            columns[count++] = (struct eco_column){metric->id, metric->title, metric->unit, asked->count ? 0 : k / 2};
    }
    return count;
}

static void add_selection(struct tables *t, const struct selection *s, const struct eco_column *lead, int lead_count,
                          const char *note)
{
    const struct eco_table *data = data_table(t->doc, s->key);
    struct eco_column columns[ECO_KEYS_MAX];
    memcpy(columns, lead, (size_t)lead_count * sizeof *lead);
    int columns_count = choose_columns(t, s, columns, lead_count), count;
    if (!data || data->rows == 0 || columns_count == lead_count)
        return;
    const struct eco_request *request = &t->study->request;
    const char *by = request->sort && eco_metric_find(request->sort, s->scope) ? NULL
                     : request->metrics.count                                 ? columns[lead_count].key
                                                                              : s->by;
    int *rows = choose_rows(t, data, by, &count);
    const char **notes = s->scope == ECO_SCOPE_ENTITY ? find_unweighted(t, data, columns, columns_count, rows, count) : NULL;
    if (notes)
        columns[columns_count++] = (struct eco_column){unweighted, "Rank → if weights were equal", ECO_UNIT_NONE, 0};
    if (s->scope == ECO_SCOPE_GROUP && request->metrics.count == 0) {
        notes = find_holders(t);
        memmove(columns + 2, columns + 1, (size_t)(columns_count++ - 1) * sizeof *columns);
        columns[1] = (struct eco_column){holder, "mostly to", ECO_UNIT_NONE, 0};
    }
    struct eco_table *table = extract(t, data, columns, columns_count, rows, count, notes);
    free(notes);
    struct eco_block *block = eco_doc_table(t->doc, s->title, table, columns, columns_count, NULL, 0);
    block->rows_left = data->rows - count;
    free(rows);
    if (note && request->metrics.count == 0)
        eco_doc_note(t->doc, "%s", note);
}

static void add_groups(struct tables *t)
{
    static const char *const metrics[] = {"lock_in",       "platform_dependence",      "providers", "bond",
                                          "concentration", "coalescence_contribution", "grip",      NULL};
    static const struct eco_column lead[] = {{"id", "Group", ECO_UNIT_NONE, 0}};
    add_selection(t, &(struct selection){"Groups: who is bound most", "groups", ECO_SCOPE_GROUP, "lock_in", metrics}, lead, 1,
                  "Lock-in and bond run from 0 to 1; a bond is 0 where the exchange is not mutual or nothing says that the "
                  "partner is woven in. Platform dependence: what a group lives on, traced back to the focal firm.");
}

static void add_entities(struct tables *t)
{
    static const char *const metrics[] = {"strength", "degree", "betweenness", "pagerank", "constraint", "articulation", NULL};
    static const struct eco_column lead[] = {{"name", "Entity", ECO_UNIT_NONE, 0}, {"kind", "Kind", ECO_UNIT_NONE, 1}};
    add_selection(t, &(struct selection){"Entities: who carries most", "entities", ECO_SCOPE_ENTITY, "strength", metrics}, lead,
                  2,
                  "Betweenness: how often an entity is the middleman between others. Constraint: how far its ties lead "
                  "back to the same few. Cut point: without it the network falls apart.");
}

static void add_ties(struct tables *t)
{
    static const char *const metrics[] = {"lock_in", "dependence", "switching_cost", "uniqueness", "power_imbalance", NULL};
    static const struct eco_column lead[] = {{"from", "Group", ECO_UNIT_NONE, 0}, {"to", "depends on", ECO_UNIT_NONE, 0}};
    add_selection(t, &(struct selection){"Ties: the strongest lock-in", "ties", ECO_SCOPE_TIE, NULL, metrics}, lead, 2, NULL);
}

static void add_consumers(struct tables *t)
{
    static const char *const metrics[] = {"bundle_lock_in", "bundle_size", NULL};
    static const struct eco_column lead[] = {{"id", "Consumers", ECO_UNIT_NONE, 0}};
    add_selection(t, &(struct selection){"Consumers: what binds them", "consumers", ECO_SCOPE_CONSUMER, "bundle_lock_in", metrics},
                  lead, 1, NULL);
}

void eco_report_add_tables(struct eco_study *study, struct eco_doc *doc)
{
    struct tables t = {study, doc};
    if (eco_analysis_focal_group(study->analysis) >= 0)
        add_figures(&t, "The focal firm", "focal", ECO_SCOPE_FOCAL);
    add_figures(&t, "The ecosystem", "metrics", ECO_SCOPE_ECOSYSTEM);
    add_groups(&t);
    add_entities(&t);
    add_ties(&t);
    add_consumers(&t);
    if (study->request.metrics.count == 0)
        eco_lenses_add(study, doc);
    eco_doc_note(doc, "Length = 1/weight: a strong tie is short. Parallel ties are merged, loops dropped. Weights of "
                      "different kinds are ordinal judgements that are summed. – is undefined; `--format json` says why.");
}
