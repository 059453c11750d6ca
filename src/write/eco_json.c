/* ecograph/1: everything that a file can state, one entity or relation a line. What equals its default is left out, so
 * that a file written, read and written again is the same. */
#include <string.h>

#include "base/number.h"
#include "write/eco_write.h"
#include "write/write.h"

/* An object on one line. */
struct object {
    struct eco_str *out;
    bool any;
};

static struct object open_object(struct eco_str *out)
{
    eco_str_add_char(out, '{');
    return (struct object){out, false};
}

static void close_object(struct object *object)
{
    eco_str_add_char(object->out, '}');
}

static void add_key(struct object *object, const char *key)
{
    if (object->any)
        eco_str_add(object->out, ", ");
    object->any = true;
    eco_str_printf(object->out, "\"%s\": ", key);
}

static void add_text(struct object *object, const char *key, const char *text)
{
    if (!text)
        return;
    add_key(object, key);
    eco_json_write_string(object->out, text);
}

static void add_number(struct object *object, const char *key, double value)
{
    char digits[ECO_NUMBER_SIZE];
    add_key(object, key);
    eco_str_add(object->out, eco_number_print_exact(digits, value));
}

static void add_year(struct object *object, const char *key, int year)
{
    if (year != ECO_NO_YEAR)
        add_number(object, key, year);
}

static void add_words(struct object *object, const char *key, const char *const *words, int count)
{
    if (count == 0)
        return;
    add_key(object, key);
    for (int i = 0; i < count; i++) {
        eco_str_add(object->out, i ? ", " : "[");
        eco_json_write_string(object->out, words[i]);
    }
    eco_str_add_char(object->out, ']');
}

/* The members kept as compact text, with the spaces that everything else here has. */
static void add_extra(struct object *object, const char *extra)
{
    if (!extra || !*extra)
        return;
    if (object->any)
        eco_str_add(object->out, ", ");
    object->any = true;
    bool inside = false;
    for (; *extra; extra++) {
        eco_str_add_char(object->out, *extra);
        if (inside && *extra == '\\')
            eco_str_add_char(object->out, *++extra);
        else if (*extra == '"')
            inside = !inside;
        else if (!inside && (*extra == ':' || *extra == ','))
            eco_str_add_char(object->out, ' ');
    }
}

static void add_evidence(const struct eco_ecosystem *eco, struct object *object, const struct eco_evidences *evidence)
{
    if (evidence->count == 0)
        return;
    add_key(object, "evidence");
    for (int i = 0; i < evidence->count; i++) {
        const struct eco_evidence *item = &evidence->items[i];
        eco_str_add(object->out, i ? ", " : "[");
        struct object entry = open_object(object->out);
        add_text(&entry, "source", eco->sources[item->source].id);
        add_text(&entry, "at", item->at);
        add_text(&entry, "note", item->note);
        add_extra(&entry, item->extra);
        close_object(&entry);
    }
    eco_str_add_char(object->out, ']');
}

static void add_exposures(const struct eco_ecosystem *eco, struct object *object, const struct eco_entity *entity)
{
    if (entity->exposures_count == 0)
        return;
    add_key(object, "exposures");
    for (int i = 0; i < entity->exposures_count; i++) {
        const struct eco_exposure *exposure = &entity->exposures[i];
        eco_str_add(object->out, i ? ", " : "[");
        struct object entry = open_object(object->out);
        add_text(&entry, "dimension", eco_dimension_names[exposure->dimension]);
        add_number(&entry, "value", exposure->value);
        add_evidence(eco, &entry, &exposure->evidence);
        add_extra(&entry, exposure->extra);
        close_object(&entry);
    }
    eco_str_add_char(object->out, ']');
}

static void add_quantity(const struct eco_ecosystem *eco, struct object *object, const struct eco_quantity *quantity)
{
    add_text(object, "name", quantity->name);
    add_number(object, "value", quantity->value);
    if (quantity->bound != ECO_EXACT)
        add_text(object, "bound", eco_bound_names[quantity->bound]);
    add_text(object, "unit", quantity->unit);
    add_text(object, "at", quantity->at);
    if (quantity->has_plausible) {
        char low[ECO_NUMBER_SIZE], high[ECO_NUMBER_SIZE];
        add_key(object, "plausible");
        eco_str_printf(object->out, "[%s, %s]", eco_number_print_exact(low, quantity->plausible[0]),
                       eco_number_print_exact(high, quantity->plausible[1]));
    }
    add_evidence(eco, object, &quantity->evidence);
    add_extra(object, quantity->extra);
}

static void add_quantities(const struct eco_ecosystem *eco, struct object *object, const struct eco_entity *entity)
{
    if (entity->quantities_count == 0)
        return;
    add_key(object, "quantities");
    for (int i = 0; i < entity->quantities_count; i++) {
        eco_str_add(object->out, i ? ", " : "[");
        struct object entry = open_object(object->out);
        add_quantity(eco, &entry, &entity->quantities[i]);
        close_object(&entry);
    }
    eco_str_add_char(object->out, ']');
}

static void write_source(struct object *object, const struct eco_source *source)
{
    add_text(object, "id", source->id);
    add_text(object, "title", source->title);
    add_text(object, "authors", source->authors);
    add_year(object, "year", source->year);
    add_text(object, "url", source->url);
    add_extra(object, source->extra);
}

static void write_term(struct object *object, const struct eco_term *term, bool of_relations)
{
    add_text(object, "id", term->id);
    if (strcmp(term->label, term->id) != 0)
        add_text(object, "label", term->label);
    if (of_relations) {
        const char *flags[ECO_FLAGS];
        int count = 0;
        for (int k = 0; k < ECO_FLAGS; k++)
            if (term->flags & 1u << k)
                flags[count++] = eco_relation_flag_names[k];
        add_text(object, "class", eco_relation_class_names[term->relation_class]);
        add_words(object, "flags", flags, count);
    }
    add_extra(object, term->extra);
}

static void write_entity(const struct eco_ecosystem *eco, const struct eco_state *state, struct object *object,
                         const struct eco_entity *entity)
{
    add_text(object, "id", entity->id);
    if (strcmp(entity->name, entity->id) != 0)
        add_text(object, "name", entity->name);
    add_words(object, "aliases", entity->aliases.items, entity->aliases.count);
    add_text(object, "kind", eco->entity_kinds.terms[entity->kind].id);
    if (eco_model_has_entity(eco, state, entity->part_of))
        add_text(object, "part_of", eco->entities[entity->part_of].id);
    add_text(object, "sector", entity->sector);
    add_text(object, "country", entity->country);
    add_year(object, "since", entity->since);
    add_year(object, "until", entity->until);
    add_words(object, "tags", entity->tags.items, entity->tags.count);
    add_words(object, "capabilities", entity->capabilities.items, entity->capabilities.count);
    add_exposures(eco, object, entity);
    add_quantities(eco, object, entity);
    add_evidence(eco, object, &entity->evidence);
    add_extra(object, entity->extra);
}

static void write_relation(const struct eco_ecosystem *eco, const struct eco_state *state, struct object *object, int number)
{
    const struct eco_relation *relation = &eco->relations[number];
    add_text(object, "from", eco->entities[relation->from].id);
    add_text(object, "to", eco->entities[relation->to].id);
    add_text(object, "kind", eco_relation_kind(eco, relation)->id);
    for (int i = 0; relation->resources_given && i < relation->resources_count; i++) {
        if (i == 0)
            add_key(object, "resources");
        eco_str_add(object->out, i ? ", " : "[");
        eco_json_write_string(object->out, eco->resources.terms[relation->resources[i]].id);
        eco_str_add(object->out, i + 1 < relation->resources_count ? "" : "]");
    }
    add_number(object, "weight", eco_model_weight(eco, state, number));
    if (relation->confidence_given)
        add_number(object, "confidence", relation->confidence);
    if (relation->inferred)
        add_text(object, "basis", "inferred");
    add_year(object, "since", relation->since);
    add_year(object, "until", relation->until);
    add_text(object, "note", relation->note);
    add_evidence(eco, object, &relation->evidence);
    add_extra(object, relation->extra);
}

/* A list of the file, an entry a line. */
struct list {
    struct eco_str *out;
    bool any;
};

static struct list open_list(struct eco_str *out, const char *key)
{
    eco_str_printf(out, ",\n  \"%s\": [", key);
    return (struct list){out, false};
}

static struct object open_entry(struct list *list)
{
    eco_str_add(list->out, list->any ? ",\n    " : "\n    ");
    list->any = true;
    return open_object(list->out);
}

static void close_list(struct list *list)
{
    eco_str_add(list->out, list->any ? "\n  ]" : "]");
}

static void write_sources(const struct eco_ecosystem *eco, struct eco_str *out)
{
    if (eco->sources_count == 0)
        return;
    struct list list = open_list(out, "sources");
    for (size_t i = 0; i < eco->sources_count; i++) {
        struct object object = open_entry(&list);
        write_source(&object, &eco->sources[i]);
        close_object(&object);
    }
    close_list(&list);
}

/* Words that no list of the file holds would be errors beside one, so an undeclared vocabulary stays undeclared. */
static void write_vocabulary(const struct eco_vocabulary *vocabulary, const char *key, bool of_relations, struct eco_str *out)
{
    if (!vocabulary->declared)
        return;
    struct list list = open_list(out, key);
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (!vocabulary->terms[i].listed)
            continue;
        struct object object = open_entry(&list);
        write_term(&object, &vocabulary->terms[i], of_relations);
        close_object(&object);
    }
    close_list(&list);
}

static void write_top(const struct eco_ecosystem *eco, const struct eco_state *state, struct eco_str *out)
{
    eco_str_add(out, "{\n  \"format\": \"ecograph/1\"");
    if (eco->name) {
        eco_str_add(out, ",\n  \"name\": ");
        eco_json_write_string(out, eco->name);
    }
    if (eco_model_has_entity(eco, state, eco->focal)) {
        eco_str_add(out, ",\n  \"focal\": ");
        eco_json_write_string(out, eco->entities[eco->focal].id);
    }
    if (eco->extra && *eco->extra) {
        eco_str_add(out, ",\n  ");
        add_extra(&(struct object){out, false}, eco->extra);
    }
}

static int write(const struct eco_ecosystem *eco, const struct eco_state *state, struct eco_str *out,
                 struct eco_problems *problems)
{
    (void)problems;
    write_top(eco, state, out);
    write_sources(eco, out);
    write_vocabulary(&eco->entity_kinds, "entity_kinds", /*of_relations=*/false, out);
    write_vocabulary(&eco->relation_kinds, "relation_kinds", /*of_relations=*/true, out);
    write_vocabulary(&eco->resources, "resources", /*of_relations=*/false, out);
    struct list entities = open_list(out, "entities");
    for (int i = 0; i < (int)eco->entities_count; i++) {
        if (!eco_model_has_entity(eco, state, i))
            continue;
        struct object object = open_entry(&entities);
        write_entity(eco, state, &object, &eco->entities[i]);
        close_object(&object);
    }
    close_list(&entities);
    struct list relations = open_list(out, "relations");
    for (int i = 0; i < (int)eco->relations_count; i++) {
        if (!eco_model_has_relation(eco, state, i))
            continue;
        struct object object = open_entry(&relations);
        write_relation(eco, state, &object, i);
        close_object(&object);
    }
    close_list(&relations);
    eco_str_add(out, "\n}\n");
    return ECO_OK;
}

const struct eco_model_format eco_model_format_json = {
    .name = "json",
    .suffix = ".json",
    .meaning = "ecograph/1: everything",
    .write = write,
    .holds = ECO_HOLDS_ALL,
};
