/* From the registry to the tables and records of an answer: every row of a scope that the study shows. */
#include "report/report.h"

static int shown(const struct eco_study *study, enum eco_scope scope, const struct eco_metric **ret_metrics)
{
    int count = 0;
    for (int i = 0; i < eco_metrics_count; i++)
        if (eco_metrics[i]->scope == scope && eco_study_shows(study, eco_metrics[i]))
            ret_metrics[count++] = eco_metrics[i];
    return count;
}

struct eco_table *eco_report_figures(struct eco_study *study, enum eco_scope scope, const char *const *lead,
                                     int lead_count, struct eco_doc *doc, struct eco_value *ret_value)
{
    const struct eco_metric *metrics[ECO_KEYS_MAX];
    const struct eco_figure *figures[ECO_KEYS_MAX];
    const char *keys[2 * ECO_KEYS_MAX];
    int count = shown(study, scope, metrics);
    for (int k = 0; k < lead_count; k++)
        keys[k] = lead[k];
    for (int k = 0; k < count; k++) {
        keys[lead_count + k] = metrics[k]->id;
        if (!(figures[k] = eco_analysis_figures(study->analysis, metrics[k])))
            return NULL;
    }
    struct eco_table *table;
    *ret_value = eco_value_table(doc, keys, lead_count + count, &table);
    int rows = eco_analysis_count(study->analysis, scope);
    for (int i = 0; i < rows; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        for (int k = 0; k < count; k++)
            row[lead_count + k] = eco_figure_value(doc, metrics[k], figures[k][i]);
    }
    return table;
}

bool eco_report_single(struct eco_study *study, enum eco_scope scope, struct eco_doc *doc, struct eco_record *record)
{
    const struct eco_metric *metrics[ECO_KEYS_MAX];
    int count = shown(study, scope, metrics);
    for (int k = 0; k < count; k++) {
        const struct eco_figure *figure = eco_analysis_figures(study->analysis, metrics[k]);
        if (!figure)
            return false;
        eco_record_add(doc, record, metrics[k]->id, eco_figure_value(doc, metrics[k], *figure));
    }
    return true;
}

const char *eco_report_group_name(const struct eco_study *study, int group)
{
    const struct eco_view *groups = eco_analysis_groups(study->analysis);
    return study->eco->entities[groups->entity_of_node[group]].name;
}
