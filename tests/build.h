/* Small ecosystems for tests, written as one line of text:
 *
 *     eco_test_network("*hub, a>hub:0.5 supply components+brand, hub<>b:2, part@b, lonely")
 *
 * Items stand between commas. `a>b` is a relation from a to b, `a<>b` one each way; `:2` is the weight (default 1),
 * then come the relation kind (default tie) and its resources, joined by + (default: the kind's id). An id alone is an
 * entity; `part@whole` says part_of; `*` before an id makes it the focal one. Entities stand in the order in which they
 * are first named. Vocabularies are the built-in ones, to which other words are added as cooperative. */
#ifndef ECO_TESTS_BUILD_H
#define ECO_TESTS_BUILD_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/ecosystem.h"
#include "model/state.h"
#include "model/vocabulary.h"

#ifndef ECO_TEST_HELPER
#define ECO_TEST_HELPER static __attribute__((unused))
#endif

ECO_TEST_HELPER int eco_test_word(struct eco_ecosystem *eco, struct eco_vocabulary *vocabulary, const char *id)
{
    int number = eco_vocabulary_find(vocabulary, id);
    return number >= 0 ? number : eco_vocabulary_add(vocabulary, eco_arena_strdup(&eco->arena, id));
}

/* The entity of that id, added where it is new. */
ECO_TEST_HELPER int eco_test_entity(struct eco_ecosystem *eco, const char *id)
{
    int number = eco_ecosystem_find_entity(eco, id);
    if (number < 0) {
        number = eco_ecosystem_add_entity(eco, eco_arena_strdup(&eco->arena, id));
        eco->entities[number].kind = eco_test_word(eco, &eco->entity_kinds, "entity");
    }
    return number;
}

/* Adds a relation; `resources` are joined by +, NULL = the kind's id. Returns its number. */
ECO_TEST_HELPER int eco_test_relation(struct eco_ecosystem *eco, const char *from, const char *to, double weight,
                                      const char *kind, const char *resources)
{
    int ends[2] = {eco_test_entity(eco, from), eco_test_entity(eco, to)};
    int number = eco_ecosystem_add_relation(eco);
    struct eco_relation *relation = &eco->relations[number];
    relation->from = ends[0];
    relation->to = ends[1];
    relation->kind = eco_test_word(eco, &eco->relation_kinds, kind);
    relation->weight = weight;
    relation->resources_given = resources != NULL;
    char *words = eco_arena_strdup(&eco->arena, resources ? resources : kind), *rest = words;
    relation->resources = (int *)eco_arena_alloc(&eco->arena, strlen(words), sizeof *relation->resources);
    for (char *word; (word = strtok_r(rest, "+", &rest));)
        relation->resources[relation->resources_count++] = eco_test_word(eco, &eco->resources, word);
    return number;
}

ECO_TEST_HELPER struct eco_ecosystem *eco_test_ecosystem(void)
{
    struct eco_ecosystem *eco = eco_ecosystem_create();
    eco_vocabulary_add_builtin(&eco->entity_kinds, ECO_ENTITY_KINDS);
    eco_vocabulary_add_builtin(&eco->relation_kinds, ECO_RELATION_KINDS);
    eco_vocabulary_add_builtin(&eco->resources, ECO_RESOURCES);
    return eco;
}

/* One id with its marks; returns the id. */
ECO_TEST_HELPER const char *eco_test_end(struct eco_ecosystem *eco, char *text)
{
    bool focal = text[0] == '*';
    char *id = text + focal, *whole = strchr(id, '@');
    if (whole)
        *whole++ = '\0';
    int entity = eco_test_entity(eco, id);
    if (focal)
        eco->focal = entity;
    if (whole) {
        int of = eco_test_entity(eco, whole);
        eco->entities[entity].part_of = of;
    }
    return id;
}

ECO_TEST_HELPER void eco_test_item(struct eco_ecosystem *eco, char *item)
{
    char *rest = item, *ends = strtok_r(item, " ", &rest);
    if (!ends)
        return;
    const char *kind = strtok_r(NULL, " ", &rest), *resources = kind ? strtok_r(NULL, " ", &rest) : NULL;
    char *weight = strrchr(ends, ':'), *arrow = strchr(ends, '>');
    if (weight)
        *weight++ = '\0';
    if (!arrow) {
        eco_test_end(eco, ends);
        return;
    }
    bool both = arrow > ends && arrow[-1] == '<';
    arrow[both ? -1 : 0] = '\0';
    const char *from = eco_test_end(eco, ends), *to = eco_test_end(eco, arrow + 1);
    double value = weight ? strtod(weight, NULL) : 1;
    eco_test_relation(eco, from, to, value, kind ? kind : "tie", resources);
    if (both)
        eco_test_relation(eco, to, from, value, kind ? kind : "tie", resources);
}

ECO_TEST_HELPER struct eco_ecosystem *eco_test_network(const char *text)
{
    struct eco_ecosystem *eco = eco_test_ecosystem();
    char *copy = eco_strdup(text), *rest = copy;
    for (char *item; (item = strtok_r(rest, ",", &rest));)
        eco_test_item(eco, item);
    free(copy);
    int entity;
    if (!eco_ecosystem_find_roots(eco, &entity))
        abort();
    return eco;
}

/* The state in which everything counts as given. */
ECO_TEST_HELPER void eco_test_state(struct eco_state *state, const struct eco_ecosystem *eco)
{
    struct eco_state_options options = ECO_STATE_DEFAULTS;
    eco_state_init(state, eco, &options);
}

#endif
