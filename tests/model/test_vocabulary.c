#include "model/vocabulary.h"

#include "metric/figures.h"

START_TEST(builtin)
{
    struct eco_vocabulary kinds = {0};
    eco_vocabulary_add_builtin(&kinds, ECO_RELATION_KINDS);
    ck_assert_int_eq((int)kinds.count, 21);
    const struct eco_term *use = &kinds.terms[eco_vocabulary_find(&kinds, "use")];
    ck_assert(use->flags == ECO_FLAG_USE && use->relation_class == ECO_COOPERATIVE);
    ck_assert_int_eq(kinds.terms[eco_vocabulary_find(&kinds, "competition")].relation_class, ECO_COMPETITIVE);
    ck_assert_int_eq(kinds.terms[eco_vocabulary_find(&kinds, "governance")].relation_class, ECO_REGULATORY);
    ck_assert_int_eq(kinds.terms[eco_vocabulary_find(&kinds, "integration")].flags, ECO_FLAG_INTEGRATION);
    eco_vocabulary_finish(&kinds);
}
END_TEST

START_TEST(words)
{
    struct eco_vocabulary resources = {0};
    ck_assert_int_eq(eco_vocabulary_find(&resources, "brand"), -1);
    eco_vocabulary_add_builtin(&resources, ECO_RESOURCES);
    int number = eco_vocabulary_add(&resources, "goodwill");
    ck_assert_int_eq(eco_vocabulary_find(&resources, "goodwill"), number);
    ck_assert_str_eq(resources.terms[number].label, "goodwill");
    ck_assert_str_eq(resources.terms[eco_vocabulary_nearest(&resources, "softwear")].id, "software");
    ck_assert_int_eq(eco_vocabulary_nearest(&resources, "nothing near"), -1);
    eco_vocabulary_finish(&resources);
}
END_TEST

ECO_TEST_PROGRAM("vocabulary", builtin, words)
