/* The metric report: a headline in plain words, then short tables. */
#include "report/report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "metric/bundle.h"
#include "metric/flow.h"
#include "metric/rows.h"
#include "report/headline.h"

struct report {
    struct eco_study *study;
    struct eco_doc *doc;
    struct eco_table *entities, *groups, *ties, *consumers;
    struct eco_record *focal, *metrics;
};

static bool add_focal(struct report *r)
{
    int group = eco_analysis_focal_group(r->study->analysis);
    const struct eco_view *groups = eco_analysis_groups(r->study->analysis);
    eco_record_add(r->doc, &r->doc->root, "focal", eco_value_record(r->doc, &r->focal));
    const char *id = group < 0 ? NULL : r->study->eco->entities[groups->entity_of_node[group]].id;
    const char *why = r->study->analysis->options.focal < 0 ? eco_no_focal : eco_focal_gone;
    eco_record_add(r->doc, r->focal, "id", id ? eco_value_string(r->doc, id) : eco_value_null(r->doc, why));
    return eco_report_single(r->study, ECO_SCOPE_FOCAL, r->doc, r->focal);
}

static bool add_metrics(struct report *r)
{
    eco_record_add(r->doc, &r->doc->root, "metrics", eco_value_record(r->doc, &r->metrics));
    return eco_report_single(r->study, ECO_SCOPE_ECOSYSTEM, r->doc, r->metrics);
}

/* Rows by falling figure, undefined ones last; free the result. */
static int *order_by(const struct eco_figure *figures, int count)
{
    double *values = eco_alloc((size_t)count, sizeof *values);
    int *rows = eco_alloc((size_t)count, sizeof *rows);
    for (int i = 0; i < count; i++)
        values[i] = figures[i].undefined ? NAN : figures[i].value;
    eco_order(values, count, rows);
    free(values);
    return rows;
}

/* Puts the rows of a table in another order. */
static void reorder(struct eco_table *table, const int *rows)
{
    size_t width = (size_t)table->columns, count = (size_t)table->rows * width;
    struct eco_value *old = eco_alloc(count, sizeof *old);
    if (count)
        memcpy(old, table->cells, count * sizeof *old);
    for (int i = 0; i < table->rows; i++)
        memcpy(table->cells + (size_t)i * width, old + (size_t)rows[i] * width, width * sizeof *old);
    free(old);
}

static bool sort_as_asked(struct report *r, struct eco_table *table, enum eco_scope scope)
{
    const struct eco_metric *metric = r->study->request.sort ? eco_metric_find(r->study->request.sort, scope) : NULL;
    if (!metric)
        return true;
    const struct eco_figure *figures = eco_analysis_figures(r->study->analysis, metric);
    if (!figures)
        return false;
    int *rows = order_by(figures, table->rows);
    reorder(table, rows);
    free(rows);
    return true;
}

static bool add_entities(struct report *r)
{
    static const char *const lead[] = {"id", "name", "kind", "group"};
    const struct eco_ecosystem *eco = r->study->eco;
    struct eco_value value;
    r->entities = eco_report_figures(r->study, ECO_SCOPE_ENTITY, lead, 4, r->doc, &value);
    if (!r->entities)
        return false;
    const struct eco_view *view = eco_analysis_view(r->study->analysis);
    for (int i = 0; i < view->n; i++) {
        const struct eco_entity *entity = &eco->entities[view->entity_of_node[i]];
        struct eco_value *row = r->entities->cells + (size_t)i * (size_t)r->entities->columns;
        row[0] = eco_value_string(r->doc, entity->id);
        row[1] = eco_value_string(r->doc, entity->name);
        row[2] = eco_value_string(r->doc, eco->entity_kinds.terms[entity->kind].id);
        row[3] = eco_value_string(r->doc, eco->entities[entity->root].id);
    }
    eco_record_add(r->doc, &r->doc->root, "entities", value);
    return sort_as_asked(r, r->entities, ECO_SCOPE_ENTITY);
}

static bool add_groups(struct report *r)
{
    static const char *const lead[] = {"id"};
    struct eco_value value;
    r->groups = eco_report_figures(r->study, ECO_SCOPE_GROUP, lead, 1, r->doc, &value);
    if (!r->groups)
        return false;
    const struct eco_view *groups = eco_analysis_groups(r->study->analysis);
    for (int g = 0; g < groups->n; g++)
        r->groups->cells[(size_t)g * (size_t)r->groups->columns] =
            eco_value_string(r->doc, r->study->eco->entities[groups->entity_of_node[g]].id);
    eco_record_add(r->doc, &r->doc->root, "groups", value);
    return sort_as_asked(r, r->groups, ECO_SCOPE_GROUP);
}

static bool add_ties(struct report *r)
{
    static const char *const lead[] = {"from", "to"};
    struct eco_value value;
    r->ties = eco_report_figures(r->study, ECO_SCOPE_TIE, lead, 2, r->doc, &value);
    const struct eco_figure *lock_in = eco_analysis_figures(r->study->analysis, &eco_metric_tie_lock_in);
    if (!r->ties || !lock_in)
        return false;
    const struct eco_flow *flow = eco_flow_of(r->study->analysis);
    const struct eco_view *groups = eco_analysis_groups(r->study->analysis);
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
            struct eco_value *row = r->ties->cells + (size_t)d * (size_t)r->ties->columns;
            row[0] = eco_value_string(r->doc, r->study->eco->entities[groups->entity_of_node[i]].id);
            row[1] = eco_value_string(r->doc, r->study->eco->entities[groups->entity_of_node[flow->on[d]]].id);
        }
    int *rows = order_by(lock_in, flow->m);
    reorder(r->ties, rows);
    free(rows);
    eco_record_add(r->doc, &r->doc->root, "ties", value);
    return true;
}

static struct eco_value curve_of(struct report *r, const struct eco_bundle_consumer *consumer)
{
    static const char *const keys[] = {"k", "mean", "p05", "p95", "unintegrated"};
    struct eco_table *table;
    struct eco_value value = eco_value_table(r->doc, keys, 5, &table);
    struct eco_curve_point *points = eco_alloc((size_t)consumer->products, sizeof *points);
    eco_bundle_curve(consumer, r->study->request.seed, points);
    for (int k = 0; k < consumer->products; k++) {
        struct eco_value *row = eco_table_add_row(r->doc, table);
        row[0] = eco_value_int(points[k].k);
        row[1] = eco_value_number(points[k].mean);
        row[2] = eco_value_number(points[k].p05);
        row[3] = eco_value_number(points[k].p95);
        row[4] = eco_value_number(points[k].unintegrated);
    }
    free(points);
    return value;
}

static bool add_consumers(struct report *r)
{
    static const char *const keys[] = {"id", "bundle_size", "bundle_lock_in", "lock_in_curve"};
    const struct eco_bundle *bundle = eco_bundle_of(r->study->analysis);
    const struct eco_figure *size = eco_analysis_figures(r->study->analysis, &eco_metric_bundle_size);
    const struct eco_figure *lock_in = eco_analysis_figures(r->study->analysis, &eco_metric_bundle_lock_in);
    if (!size || !lock_in)
        return false;
    struct eco_value value = eco_value_table(r->doc, keys, 4, &r->consumers);
    for (int c = 0; c < bundle->count; c++) {
        struct eco_value curve = curve_of(r, &bundle->consumers[c]);
        struct eco_value *row = eco_table_add_row(r->doc, r->consumers);
        row[0] = eco_value_string(r->doc, r->study->eco->entities[bundle->consumers[c].entity].id);
        row[1] = eco_figure_value(r->doc, &eco_metric_bundle_size, size[c]);
        row[2] = eco_figure_value(r->doc, &eco_metric_bundle_lock_in, lock_in[c]);
        row[3] = curve;
    }
    eco_record_add(r->doc, &r->doc->root, "consumers", value);
    return true;
}

static bool add_data(struct report *r)
{
    return add_focal(r) && add_metrics(r) && add_entities(r) && add_groups(r) && add_ties(r) && add_consumers(r);
}

/* The table that CSV writes: the first that holds a metric asked for. */
static const char *table_asked_for(const struct eco_study *study)
{
    static const struct {
        enum eco_scope scope;
        const char *table;
    } tables[] = {{ECO_SCOPE_ENTITY, "entities"}, {ECO_SCOPE_GROUP, "groups"}, {ECO_SCOPE_TIE, "ties"},
                  {ECO_SCOPE_CONSUMER, "consumers"}, {ECO_SCOPE_FOCAL, "focal"}, {ECO_SCOPE_ECOSYSTEM, "metrics"}};
    const struct eco_words *asked = &study->request.metrics;
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (int k = 0; k < asked->count; k++)
            if (eco_metric_find(asked->items[k], tables[t].scope))
                return tables[t].table;
    return "entities";
}

int eco_report_make(struct eco_study *study, struct eco_doc **ret_doc, struct eco_problems *problems)
{
    struct report r = {.study = study, .doc = eco_doc_create()};
    struct eco_record *options = eco_study_header(study, "report", r.doc);
    eco_record_add(r.doc, options, "sort", eco_value_string(r.doc, study->request.sort));
    struct eco_list *only;
    if (study->request.metrics.count > 0) {
        eco_record_add(r.doc, options, "metric", eco_value_list(r.doc, &only));
        for (int i = 0; i < study->request.metrics.count; i++)
            eco_list_add(r.doc, only, eco_value_string(r.doc, study->request.metrics.items[i]));
    }
    if (!add_data(&r)) {
        eco_doc_destroy(r.doc);
        return eco_study_failed(study, problems);
    }
    r.doc->csv_table = table_asked_for(study);
    eco_headline_add(study, r.doc);
    eco_report_add_tables(study, r.doc);
    *ret_doc = r.doc;
    return ECO_OK;
}
