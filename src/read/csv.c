/* Tables as analysts keep them: a CSV of relations and, if wanted, a second one of entities.
 *
 * A table of relations has the columns source and target (who gives, who gets) and any of weight, kind, resources,
 * confidence, basis, source, at, since, until, note, Type. Where "source" stands twice, the second one names the source of
 * evidence, and so does evidence_source; `at` is the place in it. Lists stand between semicolons, where "\;" is a plain
 * semicolon: several resources; several sources with as many places. Type Undirected makes two relations. Equal rows
 * (ends, kind, resources and years) add up: weights are summed, of confidences the lowest counts, evidence comes together.
 *
 * A table of entities has the column id and any of name or label, aliases, kind, part_of, sector, country, since, until,
 * tags, capabilities, source, at. Whoever is named by a relation alone is an entity of the kind `entity`.
 *
 * Names of columns may stand in any case; columns of other names are ignored. The separator is a comma, a semicolon or a
 * tab; where it is a semicolon, a decimal comma counts. */
#include <stdlib.h>
#include <string.h>

#include "read/csv_load.h"
#include "read/read.h"

static int by_pair(const void *a, const void *b)
{
    const long long x = *(const long long *)a, y = *(const long long *)b;
    return (x > y) - (x < y);
}

/* Pairs of different entities of which one gives to the other. */
static size_t count_ties(const struct eco_ecosystem *eco)
{
    size_t count = 0, ties = 0;
    long long *pairs = eco_alloc(eco->relations_count, sizeof *pairs);
    for (size_t i = 0; i < eco->relations_count; i++)
        if (eco->relations[i].from != eco->relations[i].to)
            pairs[count++] = (long long)eco->relations[i].from * ECO_ENTITIES_LIMIT * 2 + eco->relations[i].to;
    qsort(pairs, count, sizeof *pairs, by_pair);
    for (size_t i = 0; i < count; i++)
        ties += i == 0 || pairs[i] != pairs[i - 1];
    free(pairs);
    return ties;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void add_notes(const struct eco_csv *relations, const struct eco_csv *entities)
{
    const struct eco_ecosystem *eco = relations->eco;
    size_t ties = count_ties(eco);
    eco_problems_note(relations->problems, "%s: %zu row%s read, %zu relation%s, %zu tie%s", relations->label, relations->rows,
                      plural(relations->rows), eco->relations_count, plural(eco->relations_count), ties, plural(ties));
    if (entities)
        eco_problems_note(relations->problems, "%s: %zu row%s read, %zu entit%s in all", entities->label, entities->rows,
                          plural(entities->rows), eco->entities_count, eco->entities_count == 1 ? "y" : "ies");
}

static void add_vocabularies(struct eco_ecosystem *eco)
{
    eco_vocabulary_add_builtin(&eco->entity_kinds, ECO_ENTITY_KINDS);
    eco_vocabulary_add_builtin(&eco->relation_kinds, ECO_RELATION_KINDS);
    eco_vocabulary_add_builtin(&eco->resources, ECO_RESOURCES);
}

/* Entities first: they stand in the order of their table. Problems are told of the file that they are in. */
static void read_tables(struct eco_csv *relations, const struct eco_input *input, struct eco_csv *entities,
                        const struct eco_input *second)
{
    struct eco_problems *problems = relations->problems;
    struct eco_csv_parts parts = {0};
    bool begun = false;
    if (second) {
        problems->file = second->label;
        begun = eco_csv_begin(entities, second->data, second->length);
        if (begun)
            eco_csv_read_entities(entities, &parts);
    }
    problems->file = input->label;
    if (eco_csv_begin(relations, input->data, input->length))
        eco_csv_read_relations(relations, begun);
    if (begun) {
        problems->file = second->label;
        eco_csv_check_parts(entities, &parts);
        problems->file = input->label;
    }
    free(parts.items);
    eco_csv_end(relations);
    eco_csv_end(entities);
}

static int read_both(const struct eco_input *input, const struct eco_input *second, struct eco_ecosystem **ret_eco,
                     struct eco_problems *problems)
{
    struct eco_ecosystem *eco = eco_ecosystem_create();
    size_t errors = problems->errors;
    int on_cycle;
    add_vocabularies(eco);
    struct eco_csv relations = {.label = input->label, .eco = eco, .problems = problems, .fields = eco_csv_relation_fields,
                                .fields_count = eco_csv_relation_fields_count};
    struct eco_csv entities = {.label = second ? second->label : NULL, .eco = eco, .problems = problems,
                               .fields = eco_csv_entity_fields, .fields_count = eco_csv_entity_fields_count};
    read_tables(&relations, input, &entities, second);
    if (problems->errors > errors || !eco_ecosystem_find_roots(eco, &on_cycle)) {
        eco_ecosystem_destroy(eco);
        return ECO_EINPUT;
    }
    add_notes(&relations, second ? &entities : NULL);
    *ret_eco = eco;
    return ECO_OK;
}

static int read_csv(const char *data, size_t length, struct eco_ecosystem **ret_eco, struct eco_problems *problems)
{
    struct eco_input input = {problems->file ? problems->file : "<table>", data, length};
    return read_both(&input, NULL, ret_eco, problems);
}

static bool matches(const char *data, size_t length)
{
    struct eco_csv_scan scan;
    long columns[ECO_CSV_FIELDS];
    bool utf16 = length >= 2 && (memcmp(data, "\xff\xfe", 2) == 0 || memcmp(data, "\xfe\xff", 2) == 0);
    bool table = eco_csv_open(&scan, data, length, NULL) &&
                 eco_csv_recognise(&scan, eco_csv_relation_fields, eco_csv_relation_fields_count, columns) >= 2;
    eco_csv_close(&scan);
    return utf16 || table; /* the reader says what is wrong with UTF-16 */
}

static const char *const suffixes[] = {".csv", ".tsv", NULL};

const struct eco_reader eco_reader_csv = {
    .name = "csv", .suffixes = suffixes, .meaning = "a table of relations, and one of entities",
    .matches = matches, .read = read_csv, .read_both = read_both,
};
