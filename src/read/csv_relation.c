/* The table of relations: one a row, or two where it goes both ways. Equal rows add up to one relation. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "read/check.h"
#include "read/csv_load.h"
#include "read/text.h"

enum { FROM, TO, WEIGHT, KIND, RESOURCES, CONFIDENCE, BASIS, SOURCE, AT, SINCE, UNTIL, NOTE, TYPE, FIELDS };

/* Of two columns named "source" the first is who gives, the second where that is said; a library that reads such a
 * table into memory and writes it again calls the second source.1. */
const struct eco_csv_field eco_csv_relation_fields[] = {
    [FROM] = {{"source", "from"}, .required = true},
    [TO] = {{"target", "to"}, .required = true},
    [WEIGHT] = {{"weight"}},
    [KIND] = {{"kind"}},
    [RESOURCES] = {{"resources"}},
    [CONFIDENCE] = {{"confidence"}},
    [BASIS] = {{"basis"}},
    [SOURCE] = {{"source", "evidence_source", "source.1", "source_1"}},
    [AT] = {{"at"}},
    [SINCE] = {{"since"}},
    [UNTIL] = {{"until"}},
    [NOTE] = {{"note"}},
    [TYPE] = {{"type"}},
};
const int eco_csv_relation_fields_count = FIELDS;

/* The rows of one relation. */
struct origin {
    int row;
    size_t offset;
};

struct relations {
    struct eco_csv *csv;
    bool entities;            /* there is a table of entities */
    struct eco_index equal;   /* from what makes rows equal to the relation */
    struct eco_arena arena;   /* the keys of `equal` */
    struct origin *origins;   /* per relation, its first row */
    size_t origins_count, origins_capacity;
    bool warned_of_notes, warned_of_type;
};

static int read_end(struct relations *all, int field)
{
    struct eco_csv *csv = all->csv;
    struct eco_ecosystem *eco = csv->eco;
    const char *id = eco_csv_text(csv, field, /*lines=*/false);
    if (eco_csv_is_empty(csv, field))
        eco_csv_error(csv, field, "an entity is missing");
    if (!id)
        return -1;
    int number = eco_ecosystem_find_entity(eco, id);
    if (number >= 0)
        return number;
    if (all->entities) {
        int nearest = eco_csv_keeps(csv, /*warning=*/true) ? eco_ecosystem_nearest_entity(eco, id) : -1;
        const char *candidate = nearest < 0 ? NULL : eco->entities[nearest].id;
        eco_csv_warning(csv, field, "%s has no row in the table of entities%s", eco_quote(id).text,
                        eco_quote_hint(id, &candidate, 1).text);
    }
    number = eco_ecosystem_add_entity(eco, id);
    eco->entities[number].kind = eco_csv_plain_word(csv, &eco->entity_kinds, "entity");
    return number;
}

static void check_weight(struct eco_csv *csv, double weight, const char *what)
{
    char shown[ECO_NUMBER_SIZE];
    if (!(weight >= ECO_WEIGHT_MIN && weight <= ECO_WEIGHT_MAX))
        eco_csv_error(csv, WEIGHT, "%s from 1e-12 to 1e12, not %s", what, eco_number_print(shown, weight));
}

static void read_numbers(struct eco_csv *csv, struct eco_relation *relation)
{
    char shown[ECO_NUMBER_SIZE];
    relation->weight = 1;
    eco_csv_number(csv, WEIGHT, &relation->weight);
    check_weight(csv, relation->weight, "must be");
    relation->confidence = 1;
    relation->confidence_given = eco_csv_number(csv, CONFIDENCE, &relation->confidence);
    if (!(relation->confidence > 0 && relation->confidence <= 1))
        eco_csv_error(csv, CONFIDENCE, "must be above 0 and at most 1, not %s", eco_number_print(shown, relation->confidence));
}

static bool has_resource(const struct eco_relation *relation, int resource)
{
    for (int i = 0; i < relation->resources_count; i++)
        if (relation->resources[i] == resource)
            return true;
    return false;
}

static void read_resources(struct eco_csv *csv, const char *kind, struct eco_relation *relation)
{
    struct eco_words words;
    struct eco_ecosystem *eco = csv->eco;
    eco_csv_words(csv, RESOURCES, &words);
    relation->resources_given = words.count > 0;
    relation->resources = eco_arena_alloc(&eco->arena, words.count ? (size_t)words.count : 1, sizeof *relation->resources);
    if (words.count == 0)
        relation->resources[relation->resources_count++] = eco_csv_plain_word(csv, &eco->resources, kind);
    for (int i = 0; i < words.count; i++) {
        int resource = eco_csv_word(csv, RESOURCES, &eco->resources, "resource", words.items[i]);
        if (has_resource(relation, resource))
            eco_csv_error(csv, RESOURCES, "the resource %s is named twice", eco_quote(words.items[i]).text);
        else
            relation->resources[relation->resources_count++] = resource;
    }
}

static int by_number(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

/* The same text for rows that add up: ends, kind, set of resources and years are equal. */
static char *key_of(struct relations *all, const struct eco_relation *relation)
{
    struct eco_str key = {0};
    size_t count = (size_t)relation->resources_count;
    int *sorted = eco_alloc(count, sizeof *sorted);
    memcpy(sorted, relation->resources, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_number);
    eco_str_printf(&key, "%d,%d,%d,%d,%d", relation->from, relation->to, relation->kind, relation->since, relation->until);
    for (size_t i = 0; i < count; i++)
        eco_str_printf(&key, ",%d", sorted[i]);
    free(sorted);
    char *kept = eco_arena_strdup(&all->arena, key.data);
    eco_str_finish(&key);
    return kept;
}

static bool has_evidence(const struct eco_evidences *all, const struct eco_evidence *one)
{
    for (int i = 0; i < all->count; i++)
        if (all->items[i].source == one->source && eco_str_equal(all->items[i].at, one->at))
            return true;
    return false;
}

static void append_evidence(struct eco_csv *csv, struct eco_evidences *to, const struct eco_evidence *one)
{
    if ((to->count & (to->count - 1)) == 0) { /* full: rooms are powers of two */
        struct eco_evidence *larger = eco_arena_alloc(&csv->eco->arena, to->count ? 2 * (size_t)to->count : 1, sizeof *larger);
        if (to->count)
            memcpy(larger, to->items, (size_t)to->count * sizeof *larger);
        to->items = larger;
    }
    to->items[to->count++] = *one;
}

static void add_evidence(struct eco_csv *csv, struct eco_evidences *to, const struct eco_evidences *from)
{
    for (int i = 0; i < from->count; i++) {
        if (has_evidence(to, &from->items[i]))
            continue;
        if (to->count == ECO_LIST_LIMIT) {
            eco_csv_error(csv, SOURCE, "equal rows have more than %d pieces of evidence", ECO_LIST_LIMIT);
            return;
        }
        append_evidence(csv, to, &from->items[i]);
    }
}

/* Weights are summed; of what is said about sureness the more careful counts; evidence comes together. */
static void merge(struct relations *all, struct eco_relation *into, const struct eco_relation *row)
{
    struct eco_csv *csv = all->csv;
    into->weight += row->weight;
    check_weight(csv, into->weight, "with the rows that it adds up with, must be");
    if (row->confidence_given && (!into->confidence_given || row->confidence < into->confidence))
        into->confidence = row->confidence;
    into->confidence_given = into->confidence_given || row->confidence_given;
    into->inferred = into->inferred || row->inferred;
    if (!into->note)
        into->note = row->note;
    else if (row->note && strcmp(into->note, row->note) != 0 && !all->warned_of_notes) {
        eco_csv_warning(csv, NOTE, "of equal rows, which add up, the first note is kept");
        all->warned_of_notes = true;
    }
    add_evidence(csv, &into->evidence, &row->evidence);
}

static void add_relation(struct relations *all, const struct eco_relation *row)
{
    struct eco_csv *csv = all->csv;
    int next = (int)csv->eco->relations_count;
    int number = eco_index_add(&all->equal, key_of(all, row), next);
    if (number < next) {
        merge(all, &csv->eco->relations[number], row);
        return;
    }
    eco_ecosystem_add_relation(csv->eco);
    struct eco_relation *relation = &csv->eco->relations[number];
    *relation = *row;
    relation->evidence = (struct eco_evidences){0};
    for (int i = 0; i < row->evidence.count; i++)
        append_evidence(csv, &relation->evidence, &row->evidence.items[i]);
    *ECO_PUSH(all->origins, all->origins_count, all->origins_capacity) = (struct origin){csv->scan.row, eco_csv_offset(csv, -1)};
}

/* Whether the row goes both ways. The column may as well hold something of the analyst's own. */
static bool read_type(struct relations *all)
{
    static const char *const types[] = {"directed", "undirected", "mutual"};
    const char *word = eco_csv_text(all->csv, TYPE, /*lines=*/true);
    for (int k = 0; word && k < 3; k++)
        if (strcasecmp(word, types[k]) == 0)
            return k > 0;
    if (word && !all->warned_of_type)
        eco_csv_warning(all->csv, TYPE, "%s is neither directed nor undirected; such rows are taken as directed", eco_quote(word).text);
    all->warned_of_type = all->warned_of_type || word;
    return false;
}

static void read_row(struct relations *all)
{
    static const char *const bases[] = {"stated", "inferred"};
    struct eco_csv *csv = all->csv;
    size_t errors = csv->problems->errors;
    struct eco_relation row = {0};
    row.from = read_end(all, FROM);
    row.to = read_end(all, TO);
    const char *kind = eco_csv_text(csv, KIND, /*lines=*/false);
    kind = kind ? kind : "tie";
    row.kind = eco_csv_word(csv, KIND, &csv->eco->relation_kinds, "relation kind", kind);
    read_resources(csv, kind, &row);
    read_numbers(csv, &row);
    row.inferred = eco_csv_choice(csv, BASIS, bases, 2, 0) == 1;
    eco_csv_years(csv, SINCE, UNTIL, &row.since, &row.until);
    row.note = eco_csv_text(csv, NOTE, /*lines=*/true);
    eco_csv_evidence(csv, SOURCE, AT, &row.evidence);
    bool both_ways = read_type(all) && row.from != row.to;
    if (csv->problems->errors > errors)
        return;
    add_relation(all, &row);
    if (both_ways) {
        int from = row.from;
        row.from = row.to;
        row.to = from;
        add_relation(all, &row);
    }
}

static void check_repeats(struct relations *all)
{
    struct eco_clash *clashes;
    size_t count = eco_check_repeats(all->csv->eco, &clashes);
    for (size_t i = 0; i < count; i++) {
        const struct origin *origin = &all->origins[clashes[i].relation];
        eco_csv_error_at(all->csv, origin->row, /*field=*/-1, origin->offset,
                         "same ends, kind and resources as row %d, and years that overlap but are not the same",
                         all->origins[clashes[i].other].row);
    }
    free(clashes);
}

void eco_csv_read_relations(struct eco_csv *csv, bool entities)
{
    struct relations all = {.csv = csv, .entities = entities};
    while (eco_csv_next_row(csv)) {
        read_row(&all);
        if (csv->eco->relations_count > ECO_RELATIONS_LIMIT || csv->eco->entities_count > ECO_ENTITIES_LIMIT) {
            eco_csv_error(csv, /*field=*/-1, "the table has more relations or entities than the limits of %d and %d",
                          ECO_RELATIONS_LIMIT, ECO_ENTITIES_LIMIT);
            break;
        }
    }
    check_repeats(&all);
    eco_index_finish(&all.equal);
    eco_arena_finish(&all.arena);
    free(all.origins);
}
