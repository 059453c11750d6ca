/* What the structure of the data says about their quality: groups that do nothing, parts that are counted twice. */
#include "report/audit_structure.h"

#include <stdlib.h>

static void add_silent(struct eco_study *study, struct eco_doc *doc)
{
    const struct eco_view *groups = eco_analysis_groups(study->analysis);
    struct eco_list *list;
    eco_record_add(doc, &doc->root, "silent_groups", eco_value_list(doc, &list));
    for (int g = 0; g < groups->n; g++)
        if (groups->both.start[g] == groups->both.start[g + 1])
            eco_list_add(doc, list, eco_value_string(doc, study->eco->entities[groups->entity_of_node[g]].id));
}

/* Marks the entities outside F that have a cooperative relation with a member of F, in either direction. */
static void mark_tied(struct eco_study *study, int focal, bool *ret_tied)
{
    const struct eco_ecosystem *eco = study->eco;
    const struct eco_view *groups = eco_analysis_groups(study->analysis);
    for (int i = 0; i < study->state.relations; i++) {
        const struct eco_relation *r = &eco->relations[i];
        if (!(study->state.weight[i] > 0) || eco_relation_kind(eco, r)->relation_class != ECO_COOPERATIVE)
            continue;
        bool from = groups->node_of_entity[r->from] == focal, to = groups->node_of_entity[r->to] == focal;
        if (from != to)
            ret_tied[from ? r->to : r->from] = true;
    }
}

static void add_twice_counted(struct eco_study *study, struct eco_doc *doc)
{
    static const char *const keys[] = {"whole", "part"};
    const struct eco_ecosystem *eco = study->eco;
    struct eco_table *table;
    eco_record_add(doc, &doc->root, "double_counting", eco_value_table(doc, keys, 2, &table));
    int focal = eco_analysis_focal_group(study->analysis);
    bool *tied = eco_alloc(eco->entities_count, sizeof *tied);
    if (focal >= 0)
        mark_tied(study, focal, tied);
    for (size_t e = 0; e < eco->entities_count; e++)
        for (int whole = eco->entities[e].part_of; tied[e] && whole >= 0; whole = eco->entities[whole].part_of) {
            if (!tied[whole])
                continue;
            struct eco_value *row = eco_table_add_row(doc, table);
            row[0] = eco_value_string(doc, eco->entities[whole].id);
            row[1] = eco_value_string(doc, eco->entities[e].id);
        }
    free(tied);
}

void eco_audit_add_structure(struct eco_study *study, struct eco_doc *doc)
{
    add_silent(study, doc);
    add_twice_counted(study, doc);
}

static const char *name_of(const struct eco_study *study, const struct eco_value *id)
{
    return study->eco->entities[eco_ecosystem_find_entity(study->eco, id->as.text)].name;
}

void eco_audit_describe_structure(struct eco_study *study, struct eco_doc *doc)
{
    const struct eco_list *silent = eco_record_find(&doc->root, "silent_groups")->as.list;
    if (silent->count > 0)
        eco_doc_heading(doc, 2, "Groups that give and receive nothing");
    for (size_t i = 0; i < silent->count; i++)
        eco_doc_item(doc, 1, "%s", name_of(study, &silent->items[i]));
    const struct eco_table *twice = eco_record_find(&doc->root, "double_counting")->as.table;
    if (twice->rows > 0)
        eco_doc_heading(doc, 2, "A whole and its part are both tied to the focal firm");
    for (int i = 0; i < twice->rows; i++)
        eco_doc_item(doc, 1, "%s and its part %s: is the same exchange counted twice?", name_of(study, eco_table_cell(twice, i, 0)),
                     name_of(study, eco_table_cell(twice, i, 1)));
}
