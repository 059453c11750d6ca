/* Whether two ecosystems say the same, field by field. Kinds, resources, sources and entities are compared by their ids. */
#ifndef ECO_TESTS_SAME_H
#define ECO_TESTS_SAME_H

#include <check.h>

#include "base/str.h"
#include "model/ecosystem.h"

#ifndef ECO_TEST_HELPER
#define ECO_TEST_HELPER static __attribute__((unused))
#endif

#define ECO_SAME_TEXT(a, b) \
    ck_assert_msg(eco_str_equal(a, b), "%s is \"%s\", not \"%s\"", #b, (b) ? (b) : "(none)", (a) ? (a) : "(none)")

ECO_TEST_HELPER void eco_test_same_words(const struct eco_words *a, const struct eco_words *b)
{
    ck_assert_int_eq(a->count, b->count);
    for (int i = 0; i < a->count; i++)
        ECO_SAME_TEXT(a->items[i], b->items[i]);
}

ECO_TEST_HELPER void eco_test_same_evidence(const struct eco_ecosystem *a, const struct eco_evidences *ea,
                                            const struct eco_ecosystem *b, const struct eco_evidences *eb)
{
    ck_assert_int_eq(ea->count, eb->count);
    for (int i = 0; i < ea->count; i++) {
        const struct eco_evidence *x = &ea->items[i], *y = &eb->items[i];
        ECO_SAME_TEXT(a->sources[x->source].id, b->sources[y->source].id);
        ECO_SAME_TEXT(x->at, y->at);
        ECO_SAME_TEXT(x->note, y->note);
        ECO_SAME_TEXT(x->extra, y->extra);
    }
}

ECO_TEST_HELPER void eco_test_same_vocabulary(const struct eco_vocabulary *a, const struct eco_vocabulary *b)
{
    ck_assert_int_eq(a->declared, b->declared);
    ck_assert_uint_eq(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        const struct eco_term *x = &a->terms[i], *y = &b->terms[i];
        ECO_SAME_TEXT(x->id, y->id);
        ECO_SAME_TEXT(x->label, y->label);
        ECO_SAME_TEXT(x->extra, y->extra);
        ck_assert_int_eq(x->relation_class, y->relation_class);
        ck_assert_uint_eq(x->flags, y->flags);
        ck_assert_int_eq(x->used, y->used);
        ck_assert_int_eq(x->listed, y->listed);
    }
}

ECO_TEST_HELPER void eco_test_same_sources(const struct eco_ecosystem *a, const struct eco_ecosystem *b)
{
    ck_assert_uint_eq(a->sources_count, b->sources_count);
    for (size_t i = 0; i < a->sources_count; i++) {
        const struct eco_source *x = &a->sources[i], *y = &b->sources[i];
        ECO_SAME_TEXT(x->id, y->id);
        ECO_SAME_TEXT(x->title, y->title);
        ECO_SAME_TEXT(x->authors, y->authors);
        ECO_SAME_TEXT(x->url, y->url);
        ECO_SAME_TEXT(x->extra, y->extra);
        ck_assert_int_eq(x->year, y->year);
    }
}

/* What a row of a table of entities holds. */
ECO_TEST_HELPER void eco_test_same_entity(const struct eco_ecosystem *a, const struct eco_entity *x,
                                          const struct eco_ecosystem *b, const struct eco_entity *y)
{
    ECO_SAME_TEXT(x->id, y->id);
    ECO_SAME_TEXT(x->name, y->name);
    ECO_SAME_TEXT(a->entity_kinds.terms[x->kind].id, b->entity_kinds.terms[y->kind].id);
    ECO_SAME_TEXT(x->part_of < 0 ? NULL : a->entities[x->part_of].id, y->part_of < 0 ? NULL : b->entities[y->part_of].id);
    ECO_SAME_TEXT(a->entities[x->root].id, b->entities[y->root].id);
    ECO_SAME_TEXT(x->sector, y->sector);
    ECO_SAME_TEXT(x->country, y->country);
    ck_assert_int_eq(x->since, y->since);
    ck_assert_int_eq(x->until, y->until);
    eco_test_same_words(&x->aliases, &y->aliases);
    eco_test_same_words(&x->tags, &y->tags);
    eco_test_same_words(&x->capabilities, &y->capabilities);
}

ECO_TEST_HELPER void eco_test_same_claims(const struct eco_ecosystem *a, const struct eco_entity *x,
                                          const struct eco_ecosystem *b, const struct eco_entity *y)
{
    ck_assert_int_eq(x->exposures_count, y->exposures_count);
    for (int i = 0; i < x->exposures_count; i++) {
        ck_assert_int_eq(x->exposures[i].dimension, y->exposures[i].dimension);
        ck_assert_double_eq(x->exposures[i].value, y->exposures[i].value);
        ECO_SAME_TEXT(x->exposures[i].extra, y->exposures[i].extra);
        eco_test_same_evidence(a, &x->exposures[i].evidence, b, &y->exposures[i].evidence);
    }
    ck_assert_int_eq(x->quantities_count, y->quantities_count);
    for (int i = 0; i < x->quantities_count; i++) {
        const struct eco_quantity *p = &x->quantities[i], *q = &y->quantities[i];
        ECO_SAME_TEXT(p->name, q->name);
        ECO_SAME_TEXT(p->unit, q->unit);
        ECO_SAME_TEXT(p->at, q->at);
        ECO_SAME_TEXT(p->extra, q->extra);
        ck_assert_double_eq(p->value, q->value);
        ck_assert_int_eq(p->bound, q->bound);
        ck_assert_int_eq(p->period.first, q->period.first);
        ck_assert_int_eq(p->period.last, q->period.last);
        ck_assert_int_eq(p->has_plausible, q->has_plausible);
        ck_assert_double_eq(p->plausible[0], q->plausible[0]);
        ck_assert_double_eq(p->plausible[1], q->plausible[1]);
        eco_test_same_evidence(a, &p->evidence, b, &q->evidence);
    }
}

/* All of a relation but its keys that begin with x-. */
ECO_TEST_HELPER void eco_test_same_relation(const struct eco_ecosystem *a, const struct eco_relation *x,
                                            const struct eco_ecosystem *b, const struct eco_relation *y)
{
    ECO_SAME_TEXT(a->entities[x->from].id, b->entities[y->from].id);
    ECO_SAME_TEXT(a->entities[x->to].id, b->entities[y->to].id);
    ECO_SAME_TEXT(eco_relation_kind(a, x)->id, eco_relation_kind(b, y)->id);
    ck_assert_int_eq(x->resources_given, y->resources_given);
    ck_assert_int_eq(x->resources_count, y->resources_count);
    for (int i = 0; i < x->resources_count; i++)
        ECO_SAME_TEXT(a->resources.terms[x->resources[i]].id, b->resources.terms[y->resources[i]].id);
    ck_assert_double_eq(x->weight, y->weight);
    ck_assert_int_eq(x->confidence_given, y->confidence_given);
    ck_assert_double_eq(x->confidence, y->confidence);
    ck_assert_int_eq(x->inferred, y->inferred);
    ck_assert_int_eq(x->since, y->since);
    ck_assert_int_eq(x->until, y->until);
    ECO_SAME_TEXT(x->note, y->note);
    eco_test_same_evidence(a, &x->evidence, b, &y->evidence);
}

ECO_TEST_HELPER void eco_test_same(const struct eco_ecosystem *a, const struct eco_ecosystem *b)
{
    ECO_SAME_TEXT(a->name, b->name);
    ECO_SAME_TEXT(a->extra, b->extra);
    ck_assert_int_eq(a->focal, b->focal);
    eco_test_same_vocabulary(&a->entity_kinds, &b->entity_kinds);
    eco_test_same_vocabulary(&a->relation_kinds, &b->relation_kinds);
    eco_test_same_vocabulary(&a->resources, &b->resources);
    eco_test_same_sources(a, b);
    ck_assert_uint_eq(a->entities_count, b->entities_count);
    for (size_t i = 0; i < a->entities_count; i++) {
        eco_test_same_entity(a, &a->entities[i], b, &b->entities[i]);
        eco_test_same_claims(a, &a->entities[i], b, &b->entities[i]);
        eco_test_same_evidence(a, &a->entities[i].evidence, b, &b->entities[i].evidence);
        ECO_SAME_TEXT(a->entities[i].extra, b->entities[i].extra);
    }
    ck_assert_uint_eq(a->relations_count, b->relations_count);
    for (size_t i = 0; i < a->relations_count; i++) {
        eco_test_same_relation(a, &a->relations[i], b, &b->relations[i]);
        ECO_SAME_TEXT(a->relations[i].extra, b->relations[i].extra);
    }
}

#endif
