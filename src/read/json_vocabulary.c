#include "read/json_load.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/str.h"

static const char *const list_names[] = {
    [ECO_ENTITY_KINDS] = "entity_kinds", [ECO_RELATION_KINDS] = "relation_kinds", [ECO_RESOURCES] = "resources"};
static const char *const word_names[] = {
    [ECO_ENTITY_KINDS] = "entity kind", [ECO_RELATION_KINDS] = "relation kind", [ECO_RESOURCES] = "resource"};

static unsigned read_flags(const struct eco_json_object *object)
{
    const json_t *list = eco_json_list(object, "flags", 0, ECO_LIST_LIMIT);
    struct eco_json_spot spot = {object->spot, "flags", 0};
    unsigned flags = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        int flag = eco_json_choice_at(object->json, &item, json_array_get(list, i), "flag", eco_relation_flag_names,
                                      ECO_FLAGS);
        if (flag >= 0)
            flags |= 1u << flag;
    }
    return flags;
}

static void read_term(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                      enum eco_vocabulary_role role, struct eco_index *seen)
{
    static const char *const keys[] = {"id", "label", NULL};
    static const char *const relation_keys[] = {"id", "label", "class", "flags", NULL};
    struct eco_term term = {.listed = true};
    struct eco_json_object object;
    bool relation = role == ECO_RELATION_KINDS;
    if (!eco_json_enter(json, spot, value, relation ? relation_keys : keys, &object, &term.extra))
        return;
    term.id = eco_json_id(&object, seen, spot->index);
    const char *label = eco_json_text(&object, "label", 0);
    term.label = label ? label : term.id;
    if (relation) {
        int class = eco_json_choice(&object, "class", 0, "class", eco_relation_class_names, ECO_CLASSES);
        term.relation_class = class < 0 ? ECO_COOPERATIVE : (enum eco_relation_class) class;
        term.flags = read_flags(&object);
    }
    struct eco_vocabulary *vocabulary = json->words[role].vocabulary;
    if (!term.id)
        return;
    int number = eco_vocabulary_add(vocabulary, term.id);
    vocabulary->terms[number] = term;
}

void eco_json_read_vocabulary(const struct eco_json_object *file, enum eco_vocabulary_role role)
{
    struct eco_json_words *words = &file->json->words[role];
    const json_t *list = eco_json_list(file, list_names[role], 0, 0);
    struct eco_json_spot spot = {file->spot, list_names[role], 0};
    struct eco_index seen = {0};
    words->vocabulary->declared = list != NULL;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        read_term(file->json, &item, json_array_get(list, i), role, &seen);
    }
    eco_index_finish(&seen);
    if (!list)
        eco_vocabulary_add_builtin(words->vocabulary, role);
    words->known = words->vocabulary->count;
}

/* The word's nearest neighbour among those of the list: defaulted and undeclared words are nothing to suggest. */
static struct eco_quoted hint(const struct eco_json_words *words, const char *word)
{
    const char **ids = eco_alloc(words->known, sizeof *ids);
    for (size_t i = 0; i < words->known; i++)
        ids[i] = words->vocabulary->terms[i].id;
    struct eco_quoted text = eco_quote_hint(word, ids, (int)words->known);
    free(ids);
    return text;
}

/* Adds a word that no list holds, unless it was added before. */
static int add_word(struct eco_json *json, struct eco_json_words *words, const char *word)
{
    int number = eco_vocabulary_find(words->vocabulary, word);
    if (number >= 0)
        return number;
    number = eco_vocabulary_add(words->vocabulary, eco_arena_strdup(&json->eco->arena, word));
    size_t beyond = (size_t)number - words->known;
    words->warned = eco_grow(words->warned, &words->warned_capacity, beyond + 1, sizeof *words->warned);
    words->warned[beyond] = false;
    return number;
}

static void warn(struct eco_json *json, enum eco_vocabulary_role role, const struct eco_json_spot *spot,
                 const char *word)
{
    static const char *const taken[] = {[ECO_ENTITY_KINDS] = "taken as it is",
                                        [ECO_RELATION_KINDS] = "taken as cooperative, without flags",
                                        [ECO_RESOURCES] = "taken as it is"};
    if (!eco_json_keeps(json, /*warning=*/true))
        eco_json_warning(json, spot, "%s", "");
    else
        eco_json_warning(json, spot, "%s is no built-in %s; %s%s", eco_quote(word).text, word_names[role],
                         taken[role], hint(&json->words[role], word).text);
}

static void refuse(struct eco_json *json, enum eco_vocabulary_role role, const struct eco_json_spot *spot,
                   const char *word)
{
    if (!eco_json_keeps(json, /*warning=*/false))
        eco_json_error(json, spot, "%s", "");
    else
        eco_json_error(json, spot, "no %s %s in the list %s%s", word_names[role], eco_quote(word).text,
                       list_names[role], hint(&json->words[role], word).text);
}

int eco_json_word(struct eco_json *json, enum eco_vocabulary_role role, const struct eco_json_spot *spot,
                  const char *word)
{
    struct eco_json_words *words = &json->words[role];
    int number = eco_vocabulary_find(words->vocabulary, word);
    bool known = number >= 0 && (size_t)number < words->known;
    if (!known && words->vocabulary->declared) {
        refuse(json, role, spot, word);
        return -1;
    }
    if (!known) {
        number = add_word(json, words, word);
        bool *warned = &words->warned[(size_t)number - words->known];
        if (!*warned)
            warn(json, role, spot, word);
        *warned = true;
    }
    words->vocabulary->terms[number].used = true;
    return number;
}

int eco_json_known_word(struct eco_json *json, enum eco_vocabulary_role role, const struct eco_json_spot *spot,
                        const char *word)
{
    int number = eco_vocabulary_find(json->words[role].vocabulary, word);
    if (number < 0 && json->words[role].vocabulary->declared)
        refuse(json, role, spot, word);
    else if (number < 0)
        eco_json_error(json, spot, "no %s %s here%s", word_names[role], eco_quote(word).text,
                       hint(&json->words[role], word).text);
    return number;
}

int eco_json_default_resource(struct eco_json *json, const char *kind)
{
    struct eco_json_words *words = &json->words[ECO_RESOURCES];
    int number = add_word(json, words, kind);
    words->vocabulary->terms[number].used = true;
    return number;
}
