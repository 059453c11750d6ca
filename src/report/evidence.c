#include "report/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "write/write.h"

static void add_text(struct eco_doc *doc, struct eco_record *record, const char *key, const char *text)
{
    if (text)
        eco_record_add(doc, record, key, eco_value_string(doc, text));
}

struct eco_value eco_evidence_value(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_evidences *evidence)
{
    struct eco_list *list;
    struct eco_value value = eco_value_list(doc, &list);
    for (int i = 0; i < evidence->count; i++) {
        const struct eco_evidence *piece = &evidence->items[i];
        struct eco_record *record;
        eco_list_add(doc, list, eco_value_record(doc, &record));
        add_text(doc, record, "source", eco->sources[piece->source].id);
        add_text(doc, record, "at", piece->at);
        add_text(doc, record, "note", piece->note);
    }
    return value;
}

void eco_evidence_items(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_evidences *evidence)
{
    for (int i = 0; i < evidence->count; i++) {
        const struct eco_evidence *piece = &evidence->items[i];
        const struct eco_source *source = &eco->sources[piece->source];
        eco_doc_item(doc, 2, "says %s%s%s%s%s", source->id, piece->at ? ", " : "", piece->at ? piece->at : "",
                     piece->note ? ": " : "", piece->note ? piece->note : "");
    }
    if (evidence->count == 0)
        eco_doc_item(doc, 2, "no evidence given");
}

static void add_year(struct eco_doc *doc, struct eco_record *record, const char *key, int year)
{
    if (year != ECO_NO_YEAR)
        eco_record_add(doc, record, key, eco_value_int(year));
}

struct eco_value eco_relation_value(struct eco_doc *doc, const struct eco_ecosystem *eco, const struct eco_relation *r)
{
    struct eco_record *record;
    struct eco_list *resources;
    struct eco_value value = eco_value_record(doc, &record);
    const struct eco_term *kind = eco_relation_kind(eco, r);
    add_text(doc, record, "from", eco->entities[r->from].id);
    add_text(doc, record, "to", eco->entities[r->to].id);
    add_text(doc, record, "kind", kind->id);
    add_text(doc, record, "class", eco_relation_class_names[kind->relation_class]);
    eco_record_add(doc, record, "resources", eco_value_list(doc, &resources));
    for (int k = 0; k < r->resources_count; k++)
        eco_list_add(doc, resources, eco_value_string(doc, eco->resources.terms[r->resources[k]].id));
    eco_record_add(doc, record, "weight", eco_value_number(r->weight));
    eco_record_add(doc, record, "confidence", eco_value_number(r->confidence));
    add_text(doc, record, "basis", r->inferred ? "inferred" : "stated");
    add_year(doc, record, "since", r->since);
    add_year(doc, record, "until", r->until);
    add_text(doc, record, "note", r->note);
    eco_record_add(doc, record, "evidence", eco_evidence_value(doc, eco, &r->evidence));
    return value;
}

char *eco_quantity_text(const struct eco_quantity *q)
{
    static const char *const words[ECO_BOUNDS] = {"", "about ", "at least ", "at most "};
    static const struct {
        double size;
        const char *name;
    } scales[] = {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
    double value = q->value;
    const char *scale = "";
    for (size_t k = 0; k < sizeof scales / sizeof *scales && !*scale; k++)
        if (fabs(value) >= scales[k].size) {
            value /= scales[k].size;
            scale = scales[k].name;
        }
    char number[ECO_NUMBER_SIZE];
    eco_number_print(number, value);
    return eco_format("%s%s%s%s%s%s%s%s", words[q->bound], number, scale, q->unit ? " " : "", q->unit ? q->unit : "",
                      q->at ? " (" : "", q->at ? q->at : "", q->at ? ")" : "");
}
