/* The table of entities: one a row. */
#include <stdlib.h>
#include <string.h>

#include "read/check.h"
#include "read/csv_load.h"
#include "read/text.h"

enum { ID, NAME, ALIASES, KIND, PART_OF, SECTOR, COUNTRY, SINCE, UNTIL, TAGS, CAPABILITIES, SOURCE, AT, FIELDS };

const struct eco_csv_field eco_csv_entity_fields[] = {
    [ID] = {{"id"}, .required = true},
    [NAME] = {{"name", "label"}},
    [ALIASES] = {{"aliases"}},
    [KIND] = {{"kind", "type"}},
    [PART_OF] = {{"part_of"}},
    [SECTOR] = {{"sector"}},
    [COUNTRY] = {{"country"}},
    [SINCE] = {{"since"}},
    [UNTIL] = {{"until"}},
    [TAGS] = {{"tags"}},
    [CAPABILITIES] = {{"capabilities"}},
    [SOURCE] = {{"source", "evidence_source"}},
    [AT] = {{"at"}},
};
const int eco_csv_entity_fields_count = FIELDS;

static const char *read_id(struct eco_csv *csv, struct eco_index *rows)
{
    const char *id = eco_csv_text(csv, ID, /*lines=*/false);
    if (eco_csv_is_empty(csv, ID))
        eco_csv_error(csv, ID, "an id is missing");
    if (!id)
        return NULL;
    int first = eco_index_add(rows, id, csv->scan.row);
    if (first == csv->scan.row)
        return id;
    eco_csv_error(csv, ID, "the id %s is already that of row %d", eco_quote(id).text, first);
    return NULL;
}

static void read_row(struct eco_csv *csv, const char *id, struct eco_csv_parts *parts)
{
    struct eco_ecosystem *eco = csv->eco;
    int number = eco_ecosystem_add_entity(eco, id);
    struct eco_entity entity = eco->entities[number];
    const char *name = eco_csv_text(csv, NAME, /*lines=*/false), *kind = eco_csv_text(csv, KIND, /*lines=*/false);
    entity.name = name ? name : id;
    entity.kind = eco_csv_word(csv, KIND, &eco->entity_kinds, "entity kind", kind ? kind : "entity");
    eco_csv_words(csv, ALIASES, &entity.aliases);
    entity.sector = eco_csv_text(csv, SECTOR, /*lines=*/false);
    entity.country = eco_csv_text(csv, COUNTRY, /*lines=*/false);
    eco_csv_years(csv, SINCE, UNTIL, &entity.since, &entity.until);
    eco_csv_words(csv, TAGS, &entity.tags);
    eco_csv_words(csv, CAPABILITIES, &entity.capabilities);
    eco_csv_evidence(csv, SOURCE, AT, &entity.evidence);
    eco->entities[number] = entity;
    struct eco_csv_part *part = ECO_PUSH(parts->items, parts->count, parts->capacity);
    *part = (struct eco_csv_part){number, csv->scan.row, eco_csv_offset(csv, PART_OF), eco_csv_text(csv, PART_OF, false)};
}

void eco_csv_read_entities(struct eco_csv *csv, struct eco_csv_parts *parts)
{
    struct eco_index rows = {0};
    while (eco_csv_next_row(csv)) {
        const char *id = read_id(csv, &rows);
        if (id)
            read_row(csv, id, parts);
    }
    eco_index_finish(&rows);
}

static void check_cycles(struct eco_csv *csv, const struct eco_csv_parts *parts)
{
    int *firsts;
    size_t count = eco_check_cycles(csv->eco, &firsts);
    for (size_t i = 0; i < count; i++) {
        const struct eco_csv_part *part = &parts->items[firsts[i]]; /* entities of the table come first */
        char *way = eco_check_cycle_text(csv->eco, firsts[i]);
        eco_csv_error_at(csv, part->row, PART_OF, part->offset, "an entity cannot be part of itself: %s", way);
        free(way);
    }
    free(firsts);
}

void eco_csv_check_parts(struct eco_csv *csv, const struct eco_csv_parts *parts)
{
    struct eco_ecosystem *eco = csv->eco;
    for (size_t i = 0; i < parts->count; i++) {
        const struct eco_csv_part *part = &parts->items[i];
        if (!part->part_of)
            continue;
        int whole = eco_ecosystem_find_entity(eco, part->part_of);
        eco->entities[part->entity].part_of = whole;
        if (whole >= 0)
            continue;
        int nearest = eco_csv_keeps(csv, /*warning=*/false) ? eco_ecosystem_nearest_entity(eco, part->part_of) : -1;
        const char *candidate = nearest < 0 ? NULL : eco->entities[nearest].id;
        eco_csv_error_at(csv, part->row, PART_OF, part->offset, "no entity %s%s", eco_quote(part->part_of).text,
                         eco_quote_hint(part->part_of, &candidate, 1).text);
    }
    check_cycles(csv, parts);
}
