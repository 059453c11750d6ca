#include "report/show_group.h"

#include <stdlib.h>

#include "base/str.h"
#include "metric/flow.h"
#include "metric/rows.h"
#include "report/report.h"

static void add_parts(const struct eco_ecosystem *eco, int entity, struct eco_doc *doc)
{
    struct eco_list *list;
    eco_record_add(doc, &doc->root, "parts", eco_value_list(doc, &list));
    for (size_t e = 0; e < eco->entities_count; e++)
        if (eco->entities[e].part_of == entity)
            eco_list_add(doc, list, eco_value_string(doc, eco->entities[e].id));
}

static bool add_figures(struct eco_study *study, int group, struct eco_doc *doc)
{
    struct eco_record *record;
    eco_record_add(doc, &doc->root, "group_figures", eco_value_record(doc, &record));
    for (int i = 0; i < eco_metrics_count && group >= 0; i++) {
        const struct eco_metric *metric = eco_metrics[i];
        if (metric->scope != ECO_SCOPE_GROUP || !eco_study_shows(study, metric))
            continue;
        const struct eco_figure *figures = eco_analysis_figures(study->analysis, metric);
        if (!figures)
            return false;
        eco_record_add(doc, record, metric->id, eco_figure_value(doc, metric, figures[group]));
    }
    return true;
}

static bool add_dependences(struct eco_study *study, int group, struct eco_doc *doc)
{
    static const char *const keys[] = {"to", "dependence", "lock_in", "switching_cost", "uniqueness"};
    const struct eco_metric *metrics[] = {&eco_metric_dependence, &eco_metric_tie_lock_in, &eco_metric_switching_cost,
                                          &eco_metric_uniqueness};
    const struct eco_flow *flow = eco_flow_of(study->analysis);
    const struct eco_view *groups = eco_analysis_groups(study->analysis);
    struct eco_table *table;
    eco_record_add(doc, &doc->root, "depends_on", eco_value_table(doc, keys, 5, &table));
    for (int d = group < 0 ? 0 : flow->start[group]; group >= 0 && d < flow->start[group + 1]; d++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, study->eco->entities[groups->entity_of_node[flow->on[d]]].id);
        for (int k = 0; k < 4; k++) {
            const struct eco_figure *figures = eco_analysis_figures(study->analysis, metrics[k]);
            if (!figures)
                return false;
            row[k + 1] = eco_figure_value(doc, metrics[k], figures[d]);
        }
    }
    return true;
}

bool eco_show_add_group(struct eco_study *study, int entity, struct eco_doc *doc)
{
    int group = eco_analysis_groups(study->analysis)->node_of_entity[entity];
    add_parts(study->eco, entity, doc);
    return add_figures(study, group, doc) && add_dependences(study, group, doc);
}

static const char *name_of(const struct eco_study *study, const struct eco_value *id)
{
    return study->eco->entities[eco_ecosystem_find_entity(study->eco, id->as.text)].name;
}

static void describe_parts(struct eco_study *study, struct eco_doc *doc)
{
    const struct eco_list *parts = eco_record_find(&doc->root, "parts")->as.list;
    struct eco_str text = {0};
    for (size_t k = 0; k < parts->count; k++)
        eco_str_printf(&text, "%s%s (%s)", k ? ", " : "", name_of(study, &parts->items[k]), parts->items[k].as.text);
    if (parts->count > 0)
        eco_doc_text(doc, "Its parts, each with ties of its own: %s.", eco_str_text(&text));
    eco_str_finish(&text);
}

void eco_show_describe_group(struct eco_study *study, int entity, struct eco_doc *doc)
{
    static const struct eco_column columns[] = {{"to", "Provider", ECO_UNIT_NONE, 0},
                                                {"dependence", "Share of its inflow", ECO_UNIT_SHARE, 0},
                                                {"lock_in", "Lock-in", ECO_UNIT_INDEX, 0},
                                                {"switching_cost", "Switching cost", ECO_UNIT_INDEX, 1},
                                                {"uniqueness", "Uniqueness", ECO_UNIT_INDEX, 1}};
    static const char *const keys[] = {"to", "dependence", "lock_in", "switching_cost", "uniqueness"};
    const struct eco_table *data = eco_record_find(&doc->root, "depends_on")->as.table;
    const struct eco_entity *root = &study->eco->entities[study->eco->entities[entity].root];
    describe_parts(study, doc);
    if (data->rows == 0 || study->request.metrics.count > 0)
        return;
    struct eco_table *table;
    eco_value_table(doc, keys, 5, &table);
    for (int i = 0; i < data->rows; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, name_of(study, eco_table_cell(data, i, 0)));
        for (int k = 1; k < 5; k++)
            row[k] = *eco_table_cell(data, i, k);
    }
    char *title = eco_format("What holds %s, with all its parts", root->name);
    eco_doc_table(doc, title, table, columns, 5, NULL, 0);
    free(title);
}

static void mark(bool *cited, const struct eco_evidences *evidence)
{
    for (int i = 0; i < evidence->count; i++)
        cited[evidence->items[i].source] = true;
}

static void mark_cited(const struct eco_ecosystem *eco, int entity, bool *cited)
{
    const struct eco_entity *e = &eco->entities[entity];
    mark(cited, &e->evidence);
    for (int i = 0; i < e->quantities_count; i++)
        mark(cited, &e->quantities[i].evidence);
    for (int i = 0; i < e->exposures_count; i++)
        mark(cited, &e->exposures[i].evidence);
    for (size_t i = 0; i < eco->relations_count; i++)
        if (eco->relations[i].from == entity || eco->relations[i].to == entity)
            mark(cited, &eco->relations[i].evidence);
}

void eco_show_add_sources(struct eco_study *study, int entity, struct eco_doc *doc)
{
    static const char *const keys[] = {"id", "authors", "year", "title", "url"};
    const struct eco_ecosystem *eco = study->eco;
    struct eco_table *table;
    eco_record_add(doc, &doc->root, "sources", eco_value_table(doc, keys, 5, &table));
    bool *cited = eco_alloc(eco->sources_count, sizeof *cited);
    mark_cited(eco, entity, cited);
    for (size_t s = 0; s < eco->sources_count; s++) {
        const struct eco_source *source = &eco->sources[s];
        if (!cited[s])
            continue;
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, source->id);
        row[1] = eco_value_string(doc, source->authors);
        row[2] = source->year == ECO_NO_YEAR ? eco_value_null(doc, NULL) : eco_value_int(source->year);
        row[3] = eco_value_string(doc, source->title);
        row[4] = eco_value_string(doc, source->url);
    }
    free(cited);
}

void eco_show_describe_sources(struct eco_study *study, struct eco_doc *doc)
{
    const struct eco_table *table = eco_record_find(&doc->root, "sources")->as.table;
    if (table->rows > 0)
        eco_doc_heading(doc, 2, "Sources");
    for (int i = 0; i < table->rows; i++) {
        const struct eco_source *s = &study->eco->sources[eco_index_find(&study->eco->source_index, eco_table_cell(table, i, 0)->as.text)];
        eco_doc_item(doc, 1, "%s: %s%s%s%s%s", s->id, s->authors ? s->authors : "", s->authors && s->title ? ", " : "",
                     s->title ? s->title : "", s->url ? ", " : "", s->url ? s->url : "");
    }
}
