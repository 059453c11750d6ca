/* VRIO as a table, with the verdicts in words and what would have to be known for those that are open. */
#include <stdlib.h>

#include "base/number.h"
#include "base/str.h"
#include "report/lenses.h"
#include "report/report.h"

enum { NAMES_SHOWN = 8, NAMES_IN_SENTENCE = 3 };

static const char *label(const struct eco_study *study, const struct eco_vrio_resource *r)
{
    return study->eco->resources.terms[r->resource].label;
}

static void add_limits(struct eco_doc *doc, struct eco_record *options, const struct eco_vrio_limits *limits)
{
    eco_record_add(doc, options, "value_min", eco_value_number(limits->value));
    eco_record_add(doc, options, "rarity_min", eco_value_number(limits->rarity));
    eco_record_add(doc, options, "inimitability_min", eco_value_number(limits->inimitability));
    eco_record_add(doc, options, "organisation_min", eco_value_number(limits->organisation));
}

static void add_data(struct eco_study *study, const struct eco_vrio *vrio, struct eco_doc *doc)
{
    static const char *const keys[] = {"resource",     "value",        "rarity", "inimitability",
                                       "organisation", "rivals_known", "verdict"};
    const struct eco_view *groups = eco_analysis_groups(study->analysis);
    const char *why = study->analysis->options.focal < 0 ? eco_no_focal : "the focal firm is not active in this year";
    eco_record_add(doc, &doc->root, "focal",
                   vrio->focal < 0
                       ? eco_value_null(doc, why)
                       : eco_value_string(doc, study->eco->entities[groups->entity_of_node[vrio->focal]].id));
    struct eco_table *table;
    eco_record_add(doc, &doc->root, "resources", eco_value_table(doc, keys, 7, &table));
    for (int i = 0; i < vrio->count; i++) {
        const struct eco_vrio_resource *r = &vrio->resources[i];
        const struct eco_figure sides[] = {r->value, r->rarity, r->inimitability, r->organisation};
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, study->eco->resources.terms[r->resource].id);
        for (int k = 0; k < 4; k++)
            row[k + 1] = eco_value_figure(doc, sides[k].value, sides[k].undefined);
        row[5] = eco_value_int(vrio->rivals_held);
        row[6] = eco_value_string(doc, eco_verdict_names[r->verdict]);
    }
}

static int count_verdicts(const struct eco_vrio *vrio, enum eco_verdict verdict)
{
    int count = 0;
    for (int i = 0; i < vrio->count; i++)
        count += vrio->resources[i].verdict == verdict;
    return count;
}

/* The resources of a verdict, at most `most`; free the result. */
static char *names_of(const struct eco_study *study, const struct eco_vrio *vrio, enum eco_verdict verdict, int most)
{
    struct eco_str text = {0};
    int named = 0, count = count_verdicts(vrio, verdict);
    for (int i = 0; i < vrio->count && named < most; i++)
        if (vrio->resources[i].verdict == verdict)
            eco_str_printf(&text, "%s%s", named++ ? ", " : "", label(study, &vrio->resources[i]));
    if (count > named)
        eco_str_printf(&text, " and %d more", count - named);
    return text.data ? text.data : eco_strdup("");
}

static void add_verdicts(struct eco_study *study, const struct eco_vrio *vrio, struct eco_doc *doc)
{
    static const char *const titles[ECO_VERDICTS] = {"Disadvantage (little rests on it)",
                                                     "Unknown (the data do not say enough)",
                                                     "Parity (rivals have it too)",
                                                     "Temporary advantage (its partners also work with rivals)",
                                                     "Unused advantage (few parts of the firm work with it)",
                                                     "Sustained advantage"};
    eco_doc_text(doc, "What %s gives to others: %d resource%s, seen against %d rival%s.",
                 eco_report_group_name(study, vrio->focal), vrio->count, vrio->count == 1 ? "" : "s",
                 vrio->rivals_count, vrio->rivals_count == 1 ? "" : "s");
    for (int verdict = ECO_VERDICTS - 1; verdict >= 0; verdict--) {
        char *names = names_of(study, vrio, verdict, vrio->count);
        if (*names)
            eco_doc_item(doc, 1, "%s: %s", titles[verdict], names);
        free(names);
    }
}

static void add_table(struct eco_study *study, const struct eco_vrio *vrio, struct eco_doc *doc)
{
    static const struct eco_column columns[] = {{"resource", "Resource", ECO_UNIT_NONE, 0},
                                                {"value", "Value", ECO_UNIT_SHARE, 0},
                                                {"rarity", "Rarity", ECO_UNIT_INDEX, 0},
                                                {"inimitability", "Hard to imitate", ECO_UNIT_SHARE, 0},
                                                {"organisation", "Organised for", ECO_UNIT_SHARE, 0},
                                                {"verdict", "Verdict", ECO_UNIT_NONE, 0}};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    const struct eco_table *data = eco_record_find(&doc->root, "resources")->as.table;
    const char *keys[COLUMNS];
    struct eco_table *table;
    for (int k = 0; k < COLUMNS; k++)
        keys[k] = columns[k].key;
    eco_value_table(doc, keys, COLUMNS, &table);
    for (int i = 0; i < data->rows; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, label(study, &vrio->resources[i]));
        for (int k = 1; k < COLUMNS; k++)
            row[k] = *eco_table_cell(data, i, eco_table_column(data, keys[k]));
    }
    eco_doc_table(doc, "The four sides of each resource", table, columns, COLUMNS, NULL, 0);
}

/* The rivals of whom the data do not say what they hold, or whom they are tied to; free the result. */
static char *silent_rivals(const struct eco_study *study, const struct eco_vrio *vrio, bool ties)
{
    struct eco_str text = {0};
    int named = 0, count = vrio->rivals_count - (ties ? vrio->rivals_tied : vrio->rivals_held);
    for (int k = 0; k < vrio->rivals_count && named < NAMES_SHOWN; k++)
        if (!(ties ? vrio->rivals[k].tied : vrio->rivals[k].held))
            eco_str_printf(&text, "%s%s", named++ ? ", " : "", eco_report_group_name(study, vrio->rivals[k].group));
    if (count > named)
        eco_str_printf(&text, " and %d more", count - named);
    return text.data ? text.data : eco_strdup("");
}

/* A lens that is half blind says what it does not see, also where that is few enough to judge. */
static void add_gap(struct eco_study *study, const struct eco_vrio *vrio, bool ties, struct eco_doc *doc)
{
    int known = ties ? vrio->rivals_tied : vrio->rivals_held;
    if (known == vrio->rivals_count)
        return;
    char *names = silent_rivals(study, vrio, ties);
    eco_doc_note(doc, "%s is recorded for %d of %d rivals, and %s. Not for: %s. %s",
                 ties ? "A cooperative tie" : "A holding", known, vrio->rivals_count,
                 2 * known < vrio->rivals_count
                     ? (ties ? "inimitability needs half of them" : "rarity needs half of them")
                     : (ties ? "the others count as working with no partner" : "the others count as holding nothing"),
                 names,
                 ties ? "Record whom they supply, buy from or work with."
                      : "Record what they give, or their capabilities.");
    free(names);
}

static void add_notes(struct eco_study *study, const struct eco_vrio *vrio, const struct eco_vrio_limits *limits,
                      struct eco_doc *doc)
{
    char numbers[4][ECO_NUMBER_SIZE];
    if (vrio->rivals_count == 0)
        eco_doc_note(
            doc,
            "No rival of %s is recorded, so neither rarity nor inimitability can be said: record a relation of a "
            "competitive kind, and what the rivals hold and whom they work with.",
            eco_report_group_name(study, vrio->focal));
    add_gap(study, vrio, /* ties= */ false, doc);
    add_gap(study, vrio, /* ties= */ true, doc);
    if (vrio->resources[0].organisation.undefined)
        eco_doc_note(doc, "Organisation cannot be said: %s.", vrio->resources[0].organisation.undefined);
    eco_doc_note(
        doc,
        "Proxies read off the relations, not measurements of the resource itself. Value: weight of the relations "
        "that carry it, beside all that their receivers receive. Rarity: 1 / (1 + rivals that hold it). Hard to "
        "imitate: share exchanged with groups that have nothing to do with a rival. Organised for: share of the "
        "firm's parts that work with it. Below %s, %s, %s and %s a side is missing.",
        eco_number_print(numbers[0], limits->value), eco_number_print(numbers[1], limits->rarity),
        eco_number_print(numbers[2], limits->inimitability), eco_number_print(numbers[3], limits->organisation));
}

char *eco_vrio_sentence(struct eco_study *study)
{
    static const struct eco_vrio_limits limits = ECO_VRIO_LIMITS;
    struct eco_vrio *vrio = eco_vrio_create(study->analysis, &limits);
    struct eco_str text = {0};
    if (vrio->count > 0)
        eco_str_printf(&text,
                       "VRIO, of what %s gives to others (%d resource%s):", eco_report_group_name(study, vrio->focal),
                       vrio->count, vrio->count == 1 ? "" : "s");
    int named = 0;
    for (int verdict = ECO_VERDICTS - 1; verdict >= 0; verdict--) {
        int count = count_verdicts(vrio, verdict);
        if (count == 0)
            continue;
        char *names = names_of(study, vrio, verdict, NAMES_IN_SENTENCE);
        eco_str_printf(&text, "%s %d %s", named++ ? ";" : "", count, eco_verdict_names[verdict]);
        if (verdict > ECO_UNKNOWN)
            eco_str_printf(&text, " (%s)", names);
        free(names);
    }
    if (vrio->count > 0)
        eco_str_add(&text, ".");
    eco_vrio_destroy(vrio);
    return text.data;
}

int eco_vrio_make(struct eco_study *study, const struct eco_vrio_limits *limits, struct eco_doc **ret_doc)
{
    struct eco_doc *doc = eco_doc_create();
    struct eco_vrio *vrio = eco_vrio_create(study->analysis, limits);
    add_limits(doc, eco_study_header(study, "vrio", doc), limits);
    add_data(study, vrio, doc);
    doc->csv_table = "resources";
    eco_doc_heading(doc, 1, study->eco->name ? study->eco->name : "Ecosystem");
    if (vrio->focal < 0) {
        eco_doc_text(doc,
                     study->analysis->options.focal < 0
                         ? "VRIO judges the resources of a focal firm, and none is given: name one with --focal ID."
                         : "VRIO judges the resources of the focal firm, and it is not active in this year.");
    } else if (vrio->count == 0) {
        eco_doc_text(doc,
                     "No cooperative relation is recorded in which %s gives something to another group, so there is no "
                     "resource to judge.",
                     eco_report_group_name(study, vrio->focal));
    } else {
        add_verdicts(study, vrio, doc);
        add_table(study, vrio, doc);
        add_notes(study, vrio, limits, doc);
    }
    eco_vrio_destroy(vrio);
    *ret_doc = doc;
    return ECO_OK;
}
