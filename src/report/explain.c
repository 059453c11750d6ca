/* What the figures mean: made from the registry alone. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "report/report.h"

static char *bound(double value)
{
    char number[ECO_NUMBER_SIZE];
    return eco_strdup(isinf(value) ? (value < 0 ? "-inf" : "inf") : eco_number_print(number, value));
}

static char *range_of(const struct eco_metric *metric)
{
    if (metric->type == ECO_BOOL)
        return eco_strdup("true or false");
    char *low = bound(metric->min), *high = bound(metric->max);
    char *range = isinf(metric->max) ? eco_format("%s or more", low) : eco_format("%s to %s", low, high);
    free(low);
    free(high);
    return range;
}

static void add_row(struct eco_doc *doc, struct eco_table *table, const struct eco_metric *metric)
{
    char *range = range_of(metric);
    struct eco_value *row = eco_table_add_row(doc, table);
    row[0] = eco_value_string(doc, metric->id);
    row[1] = eco_value_string(doc, metric->title);
    row[2] = eco_value_string(doc, metric->meaning);
    row[3] = eco_value_string(doc, metric->formula);
    row[4] = eco_value_string(doc, range);
    row[5] = eco_value_string(doc, eco_scope_names[metric->scope]);
    row[6] = eco_value_string(doc, metric->source);
    row[7] = eco_value_string(doc, eco_cost_names[metric->cost]);
    row[8] = metric->undefined_when ? eco_value_string(doc, metric->undefined_when) : (struct eco_value){0};
    free(range);
}

static void describe(struct eco_doc *doc, const struct eco_metric *metric)
{
    static const char *const worse[] = {NULL, "A lower value is worse.", "A higher value is worse."};
    char *range = range_of(metric);
    eco_doc_heading(doc, 1, metric->title);
    eco_doc_text(doc, "`%s`, for each %s: %s.%s%s", metric->id, eco_scope_names[metric->scope], metric->meaning,
                 metric->harm ? " " : "", metric->harm ? worse[metric->harm] : "");
    eco_doc_item(doc, 1, "Formula: %s", metric->formula);
    eco_doc_item(doc, 2, "W_ij: what i gives j, weights summed; U_ij: both ways; V: what the chosen side looks at (W, unless "
                         "--side says otherwise); F: the focal group; P: its partners");
    eco_doc_item(doc, 1, "Range: %s", range);
    if (metric->undefined_when)
        eco_doc_item(doc, 1, "Undefined when %s", metric->undefined_when);
    eco_doc_item(doc, 1, "Source: %s", metric->source);
    eco_doc_item(doc, 1, "Cost: %s", eco_cost_names[metric->cost]);
    free(range);
}

static void describe_all(struct eco_doc *doc, const struct eco_table *table)
{
    static const struct eco_column columns[] = {{"id", "Metric", ECO_UNIT_NONE, 0}, {"meaning", "What it says", ECO_UNIT_NONE, 0}};
    static const char *const titles[ECO_SCOPES] = {"Of each entity", "Of each group", "Of each tie",
                                                   "Of each group of consumers", "Of the focal firm", "Of the ecosystem"};
    eco_doc_heading(doc, 1, "Metrics");
    eco_doc_text(doc, "`ecograph explain METRIC` gives formula, range and source of one.");
    for (int scope = 0; scope < ECO_SCOPES; scope++) {
        int rows[256], count = 0;
        for (int i = 0; i < table->rows && count < 256; i++)
            if (strcmp(eco_table_cell(table, i, 5)->as.text, eco_scope_names[scope]) == 0)
                rows[count++] = i;
        struct eco_block *block = eco_doc_table(doc, titles[scope], table, columns, 2, rows, count);
        block->rows_left = 0;
    }
}

int eco_explain_make(const char *id, uint64_t seed, struct eco_doc **ret_doc, struct eco_problems *problems)
{
    static const char *const keys[] = {"id", "title", "meaning", "formula", "range", "scope", "source", "cost", "undefined_when"};
    struct eco_doc *doc = eco_doc_create();
    struct eco_table *table;
    struct eco_record *options = eco_study_bare_header("explain", seed, doc);
    eco_record_add(doc, options, "metric", eco_value_string(doc, id));
    eco_record_add(doc, &doc->root, "ecosystem", eco_value_null(doc, NULL));
    eco_record_add(doc, &doc->root, "metrics", eco_value_table(doc, keys, 9, &table));
    doc->csv_table = "metrics";
    for (int i = 0; i < eco_metrics_count; i++) {
        if (id && strcmp(eco_metrics[i]->id, id) != 0)
            continue;
        add_row(doc, table, eco_metrics[i]);
        if (id)
            describe(doc, eco_metrics[i]);
    }
    if (table->rows == 0) {
        const char *nearest = eco_metric_nearest(id);
        eco_problems_error(problems, "no metric \"%s\"%s%s%s", id, nearest ? " (did you mean \"" : "; `ecograph explain` lists them",
                           nearest ? nearest : "", nearest ? "\"?)" : "");
        eco_doc_destroy(doc);
        return ECO_EUSAGE;
    }
    if (!id)
        describe_all(doc, table);
    *ret_doc = doc;
    return ECO_OK;
}
