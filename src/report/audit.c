/* What the data rest on: evidence, contradictions, what is implausible, what is never used. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "report/audit_structure.h"
#include "report/evidence.h"
#include "report/report.h"

static void add_problems(struct eco_doc *doc, const struct eco_problems *loading, bool warnings, const char *key)
{
    static const char *const keys[] = {"line", "column", "path", "message"};
    struct eco_table *table;
    eco_record_add(doc, &doc->root, key, eco_value_table(doc, keys, 4, &table));
    for (size_t i = 0; i < loading->count; i++) {
        const struct eco_problem *problem = &loading->items[i];
        if (problem->warning != warnings)
            continue;
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = problem->line ? eco_value_int(problem->line) : eco_value_null(doc, NULL);
        row[1] = problem->column ? eco_value_int(problem->column) : eco_value_null(doc, NULL);
        row[2] = eco_value_string(doc, problem->path);
        row[3] = eco_value_string(doc, problem->text);
    }
}

/* What a claim allows: an exact or rounded number itself, a bound everything on its side. */
static void allowed(const struct eco_quantity *q, double *ret_low, double *ret_high)
{
    *ret_low = q->bound == ECO_AT_MOST ? -INFINITY : q->value;
    *ret_high = q->bound == ECO_AT_LEAST ? INFINITY : q->value;
}

static bool conflict(const struct eco_quantity *a, const struct eco_quantity *b)
{
    if (strcmp(a->name, b->name) != 0 || !eco_str_equal(a->unit, b->unit))
        return false;
    if (a->period.first > b->period.last || b->period.first > a->period.last)
        return false;
    double a_low, a_high, b_low, b_high;
    allowed(a, &a_low, &a_high);
    allowed(b, &b_low, &b_high);
    double gap = fmax(a_low - b_high, b_low - a_high);
    return gap > 0.01 * fmax(fabs(a->value), fabs(b->value));
}

static void add_claim(struct eco_doc *doc, const struct eco_ecosystem *eco, struct eco_table *claims,
                      const struct eco_quantity *q)
{
    struct eco_value *row = eco_table_add_row(doc, claims);
    row[0] = eco_value_number(q->value);
    row[1] = eco_value_string(doc, eco_bound_names[q->bound]);
    row[2] = eco_value_string(doc, q->unit);
    row[3] = eco_value_string(doc, q->at);
    row[4] = eco_value_string(doc, q->evidence.count ? eco->sources[q->evidence.items[0].source].id : NULL);
}

/* One conflict for each quantity of an entity: every claim that contradicts another. */
static void add_conflicts_of(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_entity *entity,
                             struct eco_table *conflicts)
{
    static const char *const keys[] = {"value", "bound", "unit", "at", "source"};
    int count = entity->quantities_count;
    bool *done = eco_alloc((size_t)count, sizeof *done);
    for (int i = 0; i < count; i++) {
        const struct eco_quantity *first = &entity->quantities[i];
        struct eco_table *claims = NULL;
        for (int j = i; j < count; j++) {
            const struct eco_quantity *q = &entity->quantities[j];
            bool contradicted = false;
            if (done[j] || strcmp(q->name, first->name) != 0 || !eco_str_equal(q->unit, first->unit))
                continue;
            for (int k = 0; k < count && !contradicted; k++)
                contradicted = conflict(q, &entity->quantities[k]);
            done[j] = true;
            if (!contradicted)
                continue;
            if (!claims) {
                struct eco_value value = eco_value_table(doc, keys, 5, &claims);
                struct eco_value *row = eco_table_add_row(doc, conflicts);
                row[0] = eco_value_string(doc, entity->id);
                row[1] = eco_value_string(doc, q->name);
                row[2] = value;
            }
            add_claim(doc, eco, claims, q);
        }
    }
    free(done);
}

static struct eco_table *add_conflicts(struct eco_doc *doc, const struct eco_ecosystem *eco)
{
    static const char *const keys[] = {"entity", "quantity", "claims"};
    struct eco_table *conflicts;
    eco_record_add(doc, &doc->root, "conflicts", eco_value_table(doc, keys, 3, &conflicts));
    for (size_t e = 0; e < eco->entities_count; e++)
        add_conflicts_of(doc, eco, &eco->entities[e], conflicts);
    return conflicts;
}

static struct eco_table *add_implausible(struct eco_doc *doc, const struct eco_ecosystem *eco)
{
    static const char *const keys[] = {"entity", "quantity", "value", "bound", "unit", "low", "high", "source"};
    struct eco_table *table;
    eco_record_add(doc, &doc->root, "implausible", eco_value_table(doc, keys, 8, &table));
    for (size_t e = 0; e < eco->entities_count; e++)
        for (int i = 0; i < eco->entities[e].quantities_count; i++) {
            const struct eco_quantity *q = &eco->entities[e].quantities[i];
            if (!q->has_plausible || (q->value >= q->plausible[0] && q->value <= q->plausible[1]))
                continue;
            struct eco_value *row = eco_table_add_row(doc, table);
            row[0] = eco_value_string(doc, eco->entities[e].id);
            row[1] = eco_value_string(doc, q->name);
            row[2] = eco_value_number(q->value);
            row[3] = eco_value_string(doc, eco_bound_names[q->bound]);
            row[4] = eco_value_string(doc, q->unit);
            row[5] = eco_value_number(q->plausible[0]);
            row[6] = eco_value_number(q->plausible[1]);
            row[7] = eco_value_string(doc, q->evidence.count ? eco->sources[q->evidence.items[0].source].id : NULL);
        }
    return table;
}

static void mark_used(bool *used, const struct eco_evidences *evidence)
{
    for (int i = 0; i < evidence->count; i++)
        used[evidence->items[i].source] = true;
}

static struct eco_list *add_unused_sources(struct eco_doc *doc, const struct eco_ecosystem *eco)
{
    struct eco_list *list;
    bool *used = eco_alloc(eco->sources_count, sizeof *used);
    for (size_t e = 0; e < eco->entities_count; e++) {
        const struct eco_entity *entity = &eco->entities[e];
        mark_used(used, &entity->evidence);
        for (int i = 0; i < entity->quantities_count; i++)
            mark_used(used, &entity->quantities[i].evidence);
        for (int i = 0; i < entity->exposures_count; i++)
            mark_used(used, &entity->exposures[i].evidence);
    }
    for (size_t i = 0; i < eco->relations_count; i++)
        mark_used(used, &eco->relations[i].evidence);
    eco_record_add(doc, &doc->root, "unused_sources", eco_value_list(doc, &list));
    for (size_t s = 0; s < eco->sources_count; s++)
        if (!used[s])
            eco_list_add(doc, list, eco_value_string(doc, eco->sources[s].id));
    free(used);
    return list;
}

static void add_share(struct eco_doc *doc, struct eco_record *record, const char *key, size_t part, size_t whole)
{
    eco_record_add(doc, record, key,
                   eco_value_figure(doc, whole ? (double)part / (double)whole : 0, whole ? NULL : "there are none"));
}

static void add_coverage(struct eco_doc *doc, const struct eco_ecosystem *eco)
{
    size_t entities = 0, relations = 0, stated = 0, dated = 0, confident = 0;
    for (size_t e = 0; e < eco->entities_count; e++)
        entities += eco->entities[e].evidence.count > 0;
    for (size_t i = 0; i < eco->relations_count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        relations += r->evidence.count > 0;
        stated += !r->inferred;
        dated += r->since != ECO_NO_YEAR || r->until != ECO_NO_YEAR;
        confident += r->confidence_given;
    }
    struct eco_record *record;
    eco_record_add(doc, &doc->root, "coverage", eco_value_record(doc, &record));
    add_share(doc, record, "entities_with_evidence", entities, eco->entities_count);
    add_share(doc, record, "relations_with_evidence", relations, eco->relations_count);
    add_share(doc, record, "relations_stated", stated, eco->relations_count);
    add_share(doc, record, "relations_inferred", eco->relations_count - stated, eco->relations_count);
    add_share(doc, record, "relations_with_confidence", confident, eco->relations_count);
    add_share(doc, record, "relations_dated", dated, eco->relations_count);
}

static void describe_coverage(struct eco_doc *doc)
{
    const struct eco_record *coverage = eco_record_find(&doc->root, "coverage")->as.record;
    eco_doc_heading(doc, 2, "What it rests on");
    static const char *const words[] = {"entities with evidence",        "relations with evidence",
                                        "relations given as stated",     "relations given as inferred",
                                        "relations with a confidence",   "relations with a year"};
    for (size_t i = 0; i < coverage->count; i++) {
        const struct eco_value *value = &coverage->members[i].value;
        if (value->type == ECO_NUMBER)
            eco_doc_item(doc, 1, "%3.0f %% of %s", 100 * value->as.number, words[i]);
    }
}

static const char *text_of(const struct eco_value *cell)
{
    return cell->type == ECO_STRING ? cell->as.text : NULL;
}

static enum eco_bound bound_named(const struct eco_value *cell)
{
    enum eco_bound bound = ECO_EXACT;
    while (strcmp(eco_bound_names[bound], cell->as.text) != 0)
        bound++;
    return bound;
}

static void describe_conflicts(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_table *conflicts)
{
    if (conflicts->rows > 0)
        eco_doc_heading(doc, 2, "Claims that contradict each other");
    for (int i = 0; i < conflicts->rows; i++) {
        const struct eco_table *claims = eco_table_cell(conflicts, i, 2)->as.table;
        int entity = eco_ecosystem_find_entity(eco, eco_table_cell(conflicts, i, 0)->as.text);
        eco_doc_item(doc, 1, "%s, %s", eco->entities[entity].name, eco_table_cell(conflicts, i, 1)->as.text);
        for (int k = 0; k < claims->rows; k++) {
            struct eco_quantity q = {.value = eco_table_cell(claims, k, 0)->as.number,
                                     .bound = bound_named(eco_table_cell(claims, k, 1)),
                                     .unit = text_of(eco_table_cell(claims, k, 2)),
                                     .at = text_of(eco_table_cell(claims, k, 3))};
            const char *source = text_of(eco_table_cell(claims, k, 4));
            char *text = eco_quantity_text(&q);
            eco_doc_item(doc, 2, "%s says %s", source ? source : "no source", text);
            free(text);
        }
    }
}

static void describe_implausible(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_table *table)
{
    if (table->rows > 0)
        eco_doc_heading(doc, 2, "Values outside what is plausible");
    for (int i = 0; i < table->rows; i++) {
        int entity = eco_ecosystem_find_entity(eco, eco_table_cell(table, i, 0)->as.text);
        struct eco_quantity q = {.value = eco_table_cell(table, i, 2)->as.number,
                                 .bound = bound_named(eco_table_cell(table, i, 3)),
                                 .unit = text_of(eco_table_cell(table, i, 4))};
        struct eco_quantity low = {.value = eco_table_cell(table, i, 5)->as.number};
        struct eco_quantity high = {.value = eco_table_cell(table, i, 6)->as.number};
        char *texts[] = {eco_quantity_text(&q), eco_quantity_text(&low), eco_quantity_text(&high)};
        eco_doc_item(doc, 1, "%s, %s: %s, where %s to %s would be plausible", eco->entities[entity].name,
                     eco_table_cell(table, i, 1)->as.text, texts[0], texts[1], texts[2]);
        for (int k = 0; k < 3; k++)
            free(texts[k]);
    }
}

static void describe_warnings(struct eco_doc *doc, const char *key, const char *title)
{
    const struct eco_table *table = eco_record_find(&doc->root, key)->as.table;
    if (table->rows > 0)
        eco_doc_heading(doc, 2, title);
    for (int i = 0; i < table->rows; i++) {
        const struct eco_value *line = eco_table_cell(table, i, 0);
        const char *path = eco_table_cell(table, i, 2)->as.text;
        eco_doc_item(doc, 1, "line %lld: %s%s%s", line->type == ECO_INT ? line->as.integer : 0, path, *path ? ": " : "",
                     eco_table_cell(table, i, 3)->as.text);
    }
}

static void audit_ecosystem(struct eco_study *study, struct eco_doc *doc)
{
    const struct eco_ecosystem *eco = study->eco;
    struct eco_table *conflicts = add_conflicts(doc, eco), *implausible = add_implausible(doc, eco);
    struct eco_list *unused = add_unused_sources(doc, eco);
    add_coverage(doc, eco);
    eco_audit_add_structure(study, doc);
    eco_doc_heading(doc, 1, eco->name ? eco->name : "Ecosystem");
    eco_doc_text(doc, "The file loads: %zu entit%s, %zu relation%s, %zu source%s. %d quantit%s contradicted, %d value%s implausible.",
                 eco->entities_count, eco->entities_count == 1 ? "y" : "ies", eco->relations_count,
                 eco->relations_count == 1 ? "" : "s", eco->sources_count, eco->sources_count == 1 ? "" : "s", conflicts->rows,
                 conflicts->rows == 1 ? "y is" : "ies are", implausible->rows, implausible->rows == 1 ? " is" : "s are");
    describe_coverage(doc);
    describe_conflicts(doc, eco, conflicts);
    describe_implausible(doc, eco, implausible);
    if (unused->count > 0)
        eco_doc_heading(doc, 2, "Sources that nothing cites");
    for (size_t i = 0; i < unused->count; i++)
        eco_doc_item(doc, 1, "%s", unused->items[i].as.text);
    eco_audit_describe_structure(study, doc);
    describe_warnings(doc, "warnings", "Warnings");
}

int eco_audit_make(struct eco_study *study, const struct eco_problems *loading, struct eco_doc **ret_doc)
{
    struct eco_doc *doc = eco_doc_create();
    if (study)
        eco_study_header(study, "audit", doc);
    else
        eco_study_bare_header("audit", 1, doc);
    if (!study)
        eco_record_add(doc, &doc->root, "ecosystem", eco_value_null(doc, NULL));
    add_problems(doc, loading, false, "errors");
    add_problems(doc, loading, true, "warnings");
    doc->csv_table = study ? "implausible" : "errors";
    if (study)
        audit_ecosystem(study, doc);
    *ret_doc = doc;
    return ECO_OK;
}

int eco_audit_findings(const struct eco_doc *audit)
{
    static const char *const keys[] = {"errors", "warnings", "conflicts"};
    int count = 0;
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        const struct eco_value *value = eco_record_find(&audit->root, keys[k]);
        count += value ? value->as.table->rows : 0;
    }
    return count;
}
