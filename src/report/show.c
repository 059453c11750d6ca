/* One entity: who gives it what, whom it gives what, and who says so. */
#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "report/evidence.h"
#include "report/report.h"
#include "report/show_group.h"
#include "write/write.h"

struct show {
    struct eco_study *study;
    struct eco_doc *doc;
    int entity;
};

static bool add_entity(struct show *s)
{
    const struct eco_ecosystem *eco = s->study->eco;
    const struct eco_entity *entity = &eco->entities[s->entity];
    const struct eco_view *view = eco_analysis_view(s->study->analysis);
    int node = view->node_of_entity[s->entity];
    struct eco_record *record;
    eco_record_add(s->doc, &s->doc->root, "entity", eco_value_record(s->doc, &record));
    eco_record_add(s->doc, record, "id", eco_value_string(s->doc, entity->id));
    eco_record_add(s->doc, record, "name", eco_value_string(s->doc, entity->name));
    eco_record_add(s->doc, record, "kind", eco_value_string(s->doc, eco->entity_kinds.terms[entity->kind].id));
    eco_record_add(s->doc, record, "group", eco_value_string(s->doc, eco->entities[entity->root].id));
    for (int i = 0; i < eco_metrics_count; i++) {
        const struct eco_metric *metric = eco_metrics[i];
        if (metric->scope != ECO_SCOPE_ENTITY || !eco_study_shows(s->study, metric))
            continue;
        const struct eco_figure *figures = eco_analysis_figures(s->study->analysis, metric);
        if (!figures)
            return false;
        struct eco_figure figure = node < 0 ? ECO_UNDEFINED("the entity is not active in this year") : figures[node];
        eco_record_add(s->doc, record, metric->id, eco_figure_value(s->doc, metric, figure));
    }
    return true;
}

static void add_relations(struct show *s, const char *key, bool gives)
{
    const struct eco_ecosystem *eco = s->study->eco;
    struct eco_list *list;
    eco_record_add(s->doc, &s->doc->root, key, eco_value_list(s->doc, &list));
    for (size_t i = 0; i < eco->relations_count; i++)
        if ((gives ? eco->relations[i].from : eco->relations[i].to) == s->entity)
            eco_list_add(s->doc, list, eco_relation_value(s->doc, eco, &eco->relations[i]));
}

static void add_quantities(struct show *s)
{
    const struct eco_ecosystem *eco = s->study->eco;
    const struct eco_entity *entity = &eco->entities[s->entity];
    struct eco_list *list;
    eco_record_add(s->doc, &s->doc->root, "quantities", eco_value_list(s->doc, &list));
    for (int i = 0; i < entity->quantities_count; i++) {
        const struct eco_quantity *q = &entity->quantities[i];
        struct eco_record *record;
        eco_list_add(s->doc, list, eco_value_record(s->doc, &record));
        eco_record_add(s->doc, record, "name", eco_value_string(s->doc, q->name));
        eco_record_add(s->doc, record, "value", eco_value_number(q->value));
        eco_record_add(s->doc, record, "bound", eco_value_string(s->doc, eco_bound_names[q->bound]));
        eco_record_add(s->doc, record, "unit", eco_value_string(s->doc, q->unit));
        eco_record_add(s->doc, record, "at", eco_value_string(s->doc, q->at));
        eco_record_add(s->doc, record, "evidence", eco_evidence_value(s->doc, eco, &q->evidence));
    }
}

static void add_exposures(struct show *s)
{
    const struct eco_ecosystem *eco = s->study->eco;
    const struct eco_entity *entity = &eco->entities[s->entity];
    struct eco_list *list;
    eco_record_add(s->doc, &s->doc->root, "exposures", eco_value_list(s->doc, &list));
    for (int i = 0; i < entity->exposures_count; i++) {
        const struct eco_exposure *e = &entity->exposures[i];
        struct eco_record *record;
        eco_list_add(s->doc, list, eco_value_record(s->doc, &record));
        eco_record_add(s->doc, record, "dimension", eco_value_string(s->doc, eco_dimension_names[e->dimension]));
        eco_record_add(s->doc, record, "value", eco_value_number(e->value));
        eco_record_add(s->doc, record, "evidence", eco_evidence_value(s->doc, eco, &e->evidence));
    }
}

static void describe(struct show *s)
{
    const struct eco_ecosystem *eco = s->study->eco;
    const struct eco_entity *e = &eco->entities[s->entity];
    struct eco_str text = {0};
    eco_str_printf(&text, "%s", eco->entity_kinds.terms[e->kind].label);
    if (e->part_of >= 0)
        eco_str_printf(&text, ", part of %s", eco->entities[e->part_of].name);
    if (e->sector)
        eco_str_printf(&text, "; sector %s", e->sector);
    if (e->country)
        eco_str_printf(&text, "; country %s", e->country);
    if (e->since != ECO_NO_YEAR)
        eco_str_printf(&text, "; since %d", e->since);
    if (e->until != ECO_NO_YEAR)
        eco_str_printf(&text, "; until %d", e->until);
    for (int i = 0; i < e->aliases.count; i++)
        eco_str_printf(&text, "%s%s", i ? ", " : "; also called ", e->aliases.items[i]);
    for (int i = 0; i < e->capabilities.count; i++)
        eco_str_printf(&text, "%s%s", i ? ", " : "; capable of ", e->capabilities.items[i]);
    eco_doc_heading(s->doc, 1, e->name);
    eco_doc_text(s->doc, "%s.", eco_str_text(&text));
    eco_str_finish(&text);
    for (int i = 0; i < e->evidence.count; i++) {
        const struct eco_evidence *piece = &e->evidence.items[i];
        eco_doc_item(s->doc, 1, "%s%s%s%s%s", eco->sources[piece->source].id, piece->at ? ", " : "",
                     piece->at ? piece->at : "", piece->note ? ": " : "", piece->note ? piece->note : "");
    }
}

static void describe_relation(struct show *s, const struct eco_relation *r, bool gives)
{
    const struct eco_ecosystem *eco = s->study->eco;
    struct eco_str text = {0};
    for (int k = 0; k < r->resources_count; k++)
        eco_str_printf(&text, "%s%s", k ? ", " : "", eco->resources.terms[r->resources[k]].label);
    char years[64] = "";
    if (r->since != ECO_NO_YEAR && r->until != ECO_NO_YEAR)
        snprintf(years, sizeof years, ", %d to %d", r->since, r->until);
    else if (r->since != ECO_NO_YEAR)
        snprintf(years, sizeof years, ", since %d", r->since);
    else if (r->until != ECO_NO_YEAR)
        snprintf(years, sizeof years, ", until %d", r->until);
    eco_doc_item(s->doc, 1, "%s %s: %s (%s), weight %g, confidence %g, %s%s", gives ? "to" : "from",
                 eco->entities[gives ? r->to : r->from].name, eco_relation_kind(eco, r)->label, eco_str_text(&text),
                 r->weight, r->confidence, r->inferred ? "inferred" : "stated", years);
    eco_str_finish(&text);
    eco_evidence_items(s->doc, eco, &r->evidence);
    if (r->note)
        eco_doc_item(s->doc, 2, "why this weight: %s", r->note);
}

/* Cooperative relations, or the others. */
static void describe_relations(struct show *s, const char *title, bool gives, bool others)
{
    const struct eco_ecosystem *eco = s->study->eco;
    bool any = false;
    for (size_t i = 0; i < eco->relations_count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        bool cooperative = eco_relation_kind(eco, r)->relation_class == ECO_COOPERATIVE;
        if ((gives ? r->from : r->to) != s->entity || cooperative == others)
            continue;
        if (!any)
            eco_doc_heading(s->doc, 2, title);
        any = true;
        describe_relation(s, r, gives);
    }
}

static void describe_figures(struct show *s)
{
    static const char *const keys[] = {"figure", "value", "meaning"};
    static const struct eco_column columns[] = {{"figure", "Figure", ECO_UNIT_NONE, 0},
                                                {"value", "Value", ECO_UNIT_SHOWN, 0},
                                                {"meaning", "What it says", ECO_UNIT_NONE, 0}};
    const struct eco_record *record = eco_record_find(&s->doc->root, "entity")->as.record;
    struct eco_table *table;
    eco_value_table(s->doc, keys, 3, &table);
    for (size_t i = 4; i < record->count; i++) {
        const struct eco_metric *metric = eco_metric_find(record->members[i].key, ECO_SCOPE_ENTITY);
        struct eco_str text = {0};
        eco_text_write_cell(&text, &record->members[i].value, metric->unit);
        struct eco_value *row = eco_table_add_row(s->doc, table);
        row[0] = eco_value_string(s->doc, metric->title);
        row[1] = eco_value_string(s->doc, eco_str_text(&text));
        row[2] = eco_value_string(s->doc, metric->meaning);
        eco_str_finish(&text);
    }
    if (table->rows > 0)
        eco_doc_table(s->doc, "Figures", table, columns, 3, NULL, 0);
}

static void describe_numbers(struct show *s)
{
    const struct eco_ecosystem *eco = s->study->eco;
    const struct eco_entity *e = &eco->entities[s->entity];
    if (e->quantities_count > 0)
        eco_doc_heading(s->doc, 2, "Quantities");
    for (int i = 0; i < e->quantities_count; i++) {
        const struct eco_quantity *q = &e->quantities[i];
        char *text = eco_quantity_text(q);
        bool strange = q->has_plausible && (q->value < q->plausible[0] || q->value > q->plausible[1]);
        eco_doc_item(s->doc, 1, "%s: %s%s", q->name, text, strange ? " -- implausible" : "");
        eco_evidence_items(s->doc, eco, &q->evidence);
        free(text);
    }
    if (e->exposures_count > 0)
        eco_doc_heading(s->doc, 2, "Exposures (-1 threat to 1 support)");
    for (int i = 0; i < e->exposures_count; i++) {
        eco_doc_item(s->doc, 1, "%s: %g", eco_dimension_names[e->exposures[i].dimension], e->exposures[i].value);
        eco_evidence_items(s->doc, eco, &e->exposures[i].evidence);
    }
}

int eco_show_make(struct eco_study *study, const char *id, struct eco_doc **ret_doc, struct eco_problems *problems)
{
    int entity = eco_study_find(study->eco, id, problems);
    if (entity < 0)
        return ECO_EUSAGE;
    struct show s = {study, eco_doc_create(), entity};
    eco_study_header(study, "show", s.doc);
    if (!add_entity(&s)) {
        eco_doc_destroy(s.doc);
        return eco_study_failed(study, problems);
    }
    if (!eco_show_add_group(study, entity, s.doc)) {
        eco_doc_destroy(s.doc);
        return eco_study_failed(study, problems);
    }
    add_relations(&s, "gives", true);
    add_relations(&s, "gets", false);
    add_quantities(&s);
    add_exposures(&s);
    eco_show_add_sources(study, entity, s.doc);
    s.doc->csv_table = "entity";
    describe(&s);
    eco_show_describe_group(study, entity, s.doc);
    describe_relations(&s, "Gives", true, false);
    describe_relations(&s, "Gets", false, false);
    describe_relations(&s, "Rivalry and rules, outwards", true, true);
    describe_relations(&s, "Rivalry and rules, inwards", false, true);
    describe_figures(&s);
    describe_numbers(&s);
    eco_show_describe_sources(study, s.doc);
    *ret_doc = s.doc;
    return ECO_OK;
}
