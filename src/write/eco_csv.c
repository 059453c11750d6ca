/* Two tables, of relations and of entities, as the reader takes them back. The source of evidence is the column
 * evidence_source: a second column "source" would be lost on programs that look columns up by name. */
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "write/eco_write.h"

static bool has_outer_blank(const char *text)
{
    return strchr(" \t", *text) || eco_str_starts(text, "\xc2\xa0") || eco_str_ends(text, " ") || eco_str_ends(text, "\t") ||
           eco_str_ends(text, "\xc2\xa0");
}

static void add_text(struct eco_str *out, const char *text)
{
    if (!text || !*text)
        return;
    bool quoted = text[strcspn(text, "\",\r\n")] || has_outer_blank(text);
    eco_str_add(out, quoted ? "\"" : "");
    /* An apostrophe before a sign is given one more, since the reader takes one off. */
    eco_str_add(out, eco_str_is_formula(text + strspn(text, "'")) ? "'" : "");
    for (; *text; text++) {
        eco_str_add_char(out, *text);
        if (*text == '"')
            eco_str_add_char(out, '"');
    }
    eco_str_add(out, quoted ? "\"" : "");
}

static void add_number(struct eco_str *out, double value)
{
    char digits[ECO_NUMBER_SIZE];
    eco_str_add(out, eco_number_print_exact(digits, value));
}

static void add_year(struct eco_str *out, int year)
{
    if (year != ECO_NO_YEAR)
        add_number(out, year);
}

/* One more entry of a list between semicolons; a backslash makes plain what would separate or be cut. */
static void add_entry(struct eco_str *list, bool first, const char *entry)
{
    eco_str_add(list, first ? "" : ";");
    for (const char *c = entry; *c; c++) {
        bool outer = *c == ' ' && (c == entry || !c[1]);
        if (*c == ';' || *c == '\\' || outer)
            eco_str_add_char(list, '\\');
        eco_str_add_char(list, *c);
    }
}

static void add_list(struct eco_str *out, struct eco_str *list)
{
    add_text(out, eco_str_text(list));
    eco_str_finish(list);
}

static void add_words(struct eco_str *out, const struct eco_words *words)
{
    struct eco_str list = {0};
    for (int i = 0; i < words->count; i++)
        add_entry(&list, i == 0, words->items[i]);
    add_list(out, &list);
}

static void add_sources(struct eco_str *out, const struct eco_ecosystem *eco, const struct eco_evidences *evidence)
{
    struct eco_str list = {0};
    for (int i = 0; i < evidence->count; i++)
        add_entry(&list, i == 0, eco->sources[evidence->items[i].source].id);
    add_list(out, &list);
}

/* The place in a single source stands as it is; of several there are as many places, some of them empty. */
static void add_places(struct eco_str *out, const struct eco_evidences *evidence)
{
    bool any = false;
    for (int i = 0; i < evidence->count; i++)
        any = any || evidence->items[i].at;
    if (!any)
        return;
    struct eco_str list = {0};
    for (int i = 0; i < evidence->count; i++) {
        const char *at = evidence->items[i].at ? evidence->items[i].at : "";
        if (evidence->count == 1)
            eco_str_add(&list, at);
        else
            add_entry(&list, i == 0, at);
    }
    add_list(out, &list);
}

static void add_resources(struct eco_str *out, const struct eco_ecosystem *eco, const struct eco_relation *relation)
{
    struct eco_str list = {0};
    for (int i = 0; relation->resources_given && i < relation->resources_count; i++)
        add_entry(&list, i == 0, eco->resources.terms[relation->resources[i]].id);
    add_list(out, &list);
}

static void write_relation(const struct eco_ecosystem *eco, const struct eco_state *state, int number, struct eco_str *out)
{
    const struct eco_relation *relation = &eco->relations[number];
    add_text(out, eco->entities[relation->from].id);
    eco_str_add_char(out, ',');
    add_text(out, eco->entities[relation->to].id);
    eco_str_add_char(out, ',');
    add_text(out, eco_relation_kind(eco, relation)->id);
    eco_str_add_char(out, ',');
    add_resources(out, eco, relation);
    eco_str_add_char(out, ',');
    add_number(out, eco_model_weight(eco, state, number));
    eco_str_add_char(out, ',');
    if (relation->confidence_given)
        add_number(out, relation->confidence);
    eco_str_add(out, relation->inferred ? ",inferred," : ",stated,");
    add_year(out, relation->since);
    eco_str_add_char(out, ',');
    add_year(out, relation->until);
    eco_str_add_char(out, ',');
    add_text(out, relation->note);
    eco_str_add_char(out, ',');
    add_sources(out, eco, &relation->evidence);
    eco_str_add_char(out, ',');
    add_places(out, &relation->evidence);
    eco_str_add_char(out, '\n');
}

static int write(const struct eco_ecosystem *eco, const struct eco_state *state, struct eco_str *out,
                 struct eco_problems *problems)
{
    (void)problems;
    eco_str_add(out, "source,target,kind,resources,weight,confidence,basis,since,until,note,evidence_source,at\n");
    for (int i = 0; i < (int)eco->relations_count; i++)
        if (eco_model_has_relation(eco, state, i))
            write_relation(eco, state, i, out);
    return ECO_OK;
}

static void write_entity(const struct eco_ecosystem *eco, const struct eco_state *state, const struct eco_entity *entity,
                         struct eco_str *out)
{
    const char *kind = eco->entity_kinds.terms[entity->kind].id;
    const char *whole = eco_model_has_entity(eco, state, entity->part_of) ? eco->entities[entity->part_of].id : NULL;
    const char *texts[] = {entity->id, entity->name, kind, whole, entity->sector, entity->country};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
        add_text(out, texts[k]);
        eco_str_add_char(out, ',');
    }
    add_year(out, entity->since);
    eco_str_add_char(out, ',');
    add_year(out, entity->until);
    const struct eco_words *lists[] = {&entity->aliases, &entity->tags, &entity->capabilities};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
        eco_str_add_char(out, ',');
        add_words(out, lists[k]);
    }
    eco_str_add_char(out, ',');
    add_sources(out, eco, &entity->evidence);
    eco_str_add_char(out, ',');
    add_places(out, &entity->evidence);
    eco_str_add_char(out, '\n');
}

static int write_entities(const struct eco_ecosystem *eco, const struct eco_state *state, struct eco_str *out,
                          struct eco_problems *problems)
{
    (void)problems;
    eco_str_add(out, "id,name,kind,part_of,sector,country,since,until,aliases,tags,capabilities,evidence_source,at\n");
    for (int i = 0; i < (int)eco->entities_count; i++)
        if (eco_model_has_entity(eco, state, i))
            write_entity(eco, state, &eco->entities[i], out);
    return ECO_OK;
}

const struct eco_model_format eco_model_format_csv = {
    .name = "csv",
    .suffix = ".csv",
    .meaning = "a table of relations, and one of entities",
    .write = write,
    .holds = ECO_HOLDS_KINDS | ECO_HOLDS_RESOURCES | ECO_HOLDS_CONFIDENCE | ECO_HOLDS_YEARS | ECO_HOLDS_NOTES |
             ECO_HOLDS_EVIDENCE,
    .write_entities = write_entities,
    .entities_hold = ECO_HOLDS_LONE | ECO_HOLDS_ENTITIES | ECO_HOLDS_ENTITY_SOURCES,
};
