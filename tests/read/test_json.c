/* What a file says is what the ecosystem holds. What must be refused, and in which words, is in tests/bad. */
#include <jansson.h>

#include "base/str.h"
#include "model/vocabulary.h"
#include "read/read.h"
#include "support.h"

struct loaded {
    int code;
    struct eco_ecosystem *eco;
    struct eco_problems problems;
};

static struct loaded load_bytes(const char *data, size_t length)
{
    struct loaded loaded = {0};
    char *copy = malloc(length + 1); /* of the exact size, so that a sanitizer sees a step too far */
    memcpy(copy, data, length);
    copy[length] = '\0';
    loaded.code = eco_reader_find("json")->read(copy, length, &loaded.eco, &loaded.problems);
    free(copy);
    return loaded;
}

static void finish(struct loaded *loaded)
{
    eco_ecosystem_destroy(loaded->eco);
    eco_problems_finish(&loaded->problems);
}

/* A file with these entities and relations, and `top` before them. */
static struct loaded load(const char *top, const char *entities, const char *relations)
{
    char *text = eco_format("{\"format\": \"ecograph/1\", %s \"entities\": [%s], \"relations\": [%s]}", top, entities,
                            relations);
    struct loaded loaded = load_bytes(text, strlen(text));
    free(text);
    return loaded;
}

static struct loaded load_good(const char *name)
{
    struct loaded loaded = {0};
    loaded.code =
        eco_read_file(eco_test_join(eco_test_source("tests/good"), name), NULL, &loaded.eco, &loaded.problems);
    ck_assert_int_eq(loaded.code, ECO_OK);
    return loaded;
}

START_TEST(defaults)
{
    struct loaded l = load_good("minimal.json");
    ck_assert_ptr_null(l.eco->name);
    ck_assert_int_eq(l.eco->focal, -1);
    ck_assert_uint_eq(l.eco->entities_count, 2);
    const struct eco_entity *a = &l.eco->entities[0];
    ck_assert_str_eq(a->name, "a");
    ck_assert_int_eq(a->part_of, -1);
    ck_assert_int_eq(a->root, 0);
    ck_assert_int_eq(a->since, ECO_NO_YEAR);
    ck_assert_int_eq(a->until, ECO_NO_YEAR);
    ck_assert_ptr_null(a->sector);
    ck_assert_ptr_null(a->extra);
    ck_assert_int_eq(a->tags.count + a->aliases.count + a->capabilities.count + a->evidence.count, 0);
    const struct eco_relation *r = &l.eco->relations[0];
    ck_assert_int_eq(r->from, 0);
    ck_assert_int_eq(r->to, 1);
    ck_assert(r->confidence == 1 && !r->confidence_given && !r->inferred && !r->resources_given);
    ck_assert_int_eq(r->resources_count, 1);
    ck_assert_str_eq(l.eco->resources.terms[r->resources[0]].id, "supply");
    finish(&l);
}
END_TEST

START_TEST(builtin_vocabularies)
{
    struct loaded l = load("", "{\"id\": \"a\", \"kind\": \"firm\"}",
                           "{\"from\": \"a\", \"to\": \"a\", \"kind\": \"use\", \"weight\": 1}");
    ck_assert(!l.eco->entity_kinds.declared && !l.eco->relation_kinds.declared && !l.eco->resources.declared);
    ck_assert_uint_eq(l.eco->entity_kinds.count, 18);
    ck_assert_uint_eq(l.eco->relation_kinds.count, 21);
    ck_assert_uint_eq(l.eco->resources.count, 17); /* the built-in ones and the defaulted "use" */
    const struct eco_term *use = eco_relation_kind(l.eco, &l.eco->relations[0]);
    ck_assert_uint_eq(use->flags, ECO_FLAG_USE);
    ck_assert(use->used && !use->listed);
    int tie = eco_vocabulary_find(&l.eco->relation_kinds, "tie");
    ck_assert(!l.eco->relation_kinds.terms[tie].used);
    finish(&l);
}
END_TEST

START_TEST(unknown_words_are_cooperative_without_flags)
{
    struct loaded l = load_good("unknown-words.json");
    const struct eco_term *gift = eco_relation_kind(l.eco, &l.eco->relations[0]);
    ck_assert_str_eq(gift->id, "gift");
    ck_assert_str_eq(gift->label, "gift");
    ck_assert_int_eq(gift->relation_class, ECO_COOPERATIVE);
    ck_assert(gift->flags == 0 && gift->used && !gift->listed);
    ck_assert_uint_eq(l.problems.warnings, 7);
    finish(&l);
}
END_TEST

START_TEST(declared_vocabularies)
{
    struct loaded l = load_good("everything.json");
    const struct eco_vocabulary *kinds = &l.eco->relation_kinds;
    ck_assert(kinds->declared);
    ck_assert_uint_eq(kinds->count, 4);
    ck_assert_uint_eq(kinds->terms[0].flags, ECO_FLAG_USE | ECO_FLAG_INTEGRATION);
    ck_assert_int_eq(kinds->terms[1].relation_class, ECO_COMPETITIVE);
    ck_assert_int_eq(kinds->terms[2].relation_class, ECO_REGULATORY);
    ck_assert_str_eq(kinds->terms[2].label, "rules");
    ck_assert_str_eq(l.eco->entity_kinds.terms[0].label, "Core firm");
    ck_assert_str_eq(l.eco->entity_kinds.terms[0].extra, "\"x-colour\":\"#123456\"");
    ck_assert(l.eco->entity_kinds.terms[1].used && !l.eco->entity_kinds.terms[2].used);
    ck_assert(l.eco->resources.terms[0].listed && l.eco->resources.terms[0].used);
    int defaulted = eco_vocabulary_find(&l.eco->resources, "feeds");
    ck_assert(l.eco->resources.terms[defaulted].used && !l.eco->resources.terms[defaulted].listed);
    finish(&l);
}
END_TEST

START_TEST(file_and_sources)
{
    struct loaded l = load_good("everything.json");
    ck_assert_str_eq(l.eco->name, "Ein Ökosystem 生态");
    ck_assert_int_eq(l.eco->focal, 1);
    ck_assert_str_eq(l.eco->extra, "\"x-note\":\"kept\"");
    ck_assert_uint_eq(l.eco->sources_count, 2);
    ck_assert_str_eq(l.eco->sources[0].title, "Two\nlines\tand a tab");
    ck_assert_int_eq(l.eco->sources[0].year, 2024);
    ck_assert_str_eq(l.eco->sources[0].extra, "\"x-isbn\":[1,2.5,\"three\"]");
    ck_assert_ptr_null(l.eco->sources[1].url);
    ck_assert_int_eq(l.eco->sources[1].year, ECO_NO_YEAR);
    finish(&l);
}
END_TEST

START_TEST(entities)
{
    struct loaded l = load_good("everything.json");
    const struct eco_entity *part = &l.eco->entities[0], *hub = &l.eco->entities[1], *other = &l.eco->entities[2];
    ck_assert_str_eq(part->name, "A part");
    ck_assert_str_eq(part->aliases.items[0], "华米");
    ck_assert_int_eq(part->aliases.count, 2);
    ck_assert_int_eq(part->part_of, 1);
    ck_assert_int_eq(part->root, 1);
    ck_assert_int_eq(part->since, 2013);
    ck_assert_int_eq(part->until, 2020);
    ck_assert_str_eq(part->capabilities.items[0], "wearables");
    ck_assert_str_eq(part->evidence.items[0].note, "a paraphrase");
    ck_assert_str_eq(part->evidence.items[0].extra, "\"x-page\":12");
    ck_assert_int_eq(part->evidence.items[1].source, 0);
    ck_assert_str_eq(hub->name, "hub");
    ck_assert(hub->sector == NULL && hub->country == NULL && hub->part_of == -1 && hub->root == 1);
    ck_assert_str_eq(other->name, "Hub");
    ck_assert_int_eq(other->since, -10000);
    ck_assert_int_eq(eco_ecosystem_find_entity(l.eco, "Hub"), 2);
    finish(&l);
}
END_TEST

START_TEST(exposures_and_quantities)
{
    struct loaded l = load_good("everything.json");
    const struct eco_entity *part = &l.eco->entities[0];
    ck_assert_int_eq(part->exposures_count, ECO_DIMENSIONS);
    ck_assert_int_eq(part->exposures[4].dimension, ECO_LEGAL);
    ck_assert(part->exposures[4].value == -0.4 && part->exposures[5].value == 1e-3);
    ck_assert_str_eq(part->exposures[4].evidence.items[0].at, "page 3");
    ck_assert_int_eq(part->quantities_count, 5);
    const struct eco_quantity *q = part->quantities;
    ck_assert(q[0].value == 944000000 && q[0].has_plausible && q[0].plausible[1] == 5e9);
    ck_assert_int_eq(q[0].period.first, 2025 * 12);
    ck_assert_int_eq(q[0].period.last, 2025 * 12 + 2);
    ck_assert_str_eq(q[0].at, "2025-Q1");
    ck_assert_ptr_null(q[0].evidence.items[0].at);
    ck_assert_int_eq(q[1].bound, ECO_ABOUT);
    ck_assert_int_eq(q[2].bound, ECO_AT_LEAST);
    ck_assert_int_eq(q[3].bound, ECO_AT_MOST);
    ck_assert_int_eq(q[3].period.first, 2024 * 12 + 9);
    ck_assert_int_eq(q[3].period.last, 2025 * 12 + 1);
    ck_assert_int_eq(q[4].bound, ECO_EXACT);
    ck_assert(q[4].period.first == INT_MIN && q[4].period.last == INT_MAX && !q[4].unit && !q[4].at &&
              !q[4].has_plausible);
    finish(&l);
}
END_TEST

START_TEST(relations)
{
    struct loaded l = load_good("everything.json");
    const struct eco_relation *r = l.eco->relations;
    ck_assert_uint_eq(l.eco->relations_count, 8);
    ck_assert(r[0].weight == 1e-12 && r[0].confidence == 1 && r[0].confidence_given && r[0].resources_given);
    ck_assert_int_eq(r[0].resources[0], 1);
    ck_assert_int_eq(r[0].resources[1], 0);
    ck_assert_str_eq(r[0].note, "why\nthis");
    ck_assert_str_eq(r[0].extra, "\"x-id\":\"r0\"");
    ck_assert_int_eq(r[0].evidence.items[0].source, 1);
    ck_assert(r[1].weight == 1e12 && r[1].inferred && r[1].confidence == 1e-9);
    ck_assert_int_eq(r[1].until, 2012);
    ck_assert(r[5].from == r[5].to && !r[5].confidence_given && !r[5].inferred && !r[5].note);
    finish(&l);
}
END_TEST

/* The text that is kept for one x- member with this value. */
static void check_extra(const char *value, const char *kept)
{
    char *member = eco_format("\"x-k\" : %s,", value), *expected = eco_format("\"x-k\":%s", kept);
    struct loaded l = load(member, "", "");
    ck_assert_int_eq(l.code, ECO_OK);
    ck_assert_str_eq(l.eco->extra, expected);
    finish(&l);
    free(member);
    free(expected);
}

START_TEST(extra_members_keep_their_values)
{
    check_extra("0.1", "0.1");
    check_extra("1", "1");
    check_extra("1.0", "1.0");
    check_extra("-0.0", "-0.0");
    check_extra("9007199254740993", "9007199254740993");
    check_extra("-9223372036854775808", "-9223372036854775808");
    check_extra("0.30000000000000004", "0.30000000000000004");
    check_extra("1.7976931348623157e308", "1.7976931348623157e+308");
    check_extra("5e-324", "4.94065645841247e-324");
    check_extra("1e5", "100000.0");
    check_extra("[ 1 , { \"b\" : null , \"a\" : [ ] } , true , false , { } ]",
                "[1,{\"b\":null,\"a\":[]},true,false,{}]");
    check_extra("\"q\\\"b\\\\s\\/ \\u5c0f \\n\\u001b\\u0085\\u2028\"",
                "\"q\\\"b\\\\s/ 小 \\u000a\\u001b\\u0085\\u2028\"");
}
END_TEST

START_TEST(extra_members_keep_their_order)
{
    struct loaded l = load("\"x-z\": 1, \"name\": \"n\", \"x-\": 2, \"x-a\\\"\": 3,", "", "");
    ck_assert_str_eq(l.eco->extra, "\"x-z\":1,\"x-\":2,\"x-a\\\"\":3");
    finish(&l);
}
END_TEST

START_TEST(failure_returns_nothing)
{
    struct eco_ecosystem *marker = (struct eco_ecosystem *)&marker, *eco = marker;
    struct eco_problems problems = {0};
    static const char text[] = "{\"format\": \"ecograph/1\", \"entities\": [{\"id\": \"a\"}], \"relations\": []}";
    ck_assert_int_eq(eco_reader_find("json")->read(text, strlen(text), &eco, &problems), ECO_EINPUT);
    ck_assert_ptr_eq(eco, marker);
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(earlier_problems_do_not_count)
{
    struct eco_ecosystem *eco = NULL;
    struct eco_problems problems = {0};
    eco_problems_error(&problems, "of another file");
    static const char text[] = "{\"format\": \"ecograph/1\", \"entities\": [], \"relations\": []}";
    ck_assert_int_eq(eco_reader_find("json")->read(text, strlen(text), &eco, &problems), ECO_OK);
    ck_assert_str_eq(problems.items[0].text, "of another file");
    eco_ecosystem_destroy(eco);
    eco_problems_finish(&problems);
}
END_TEST

START_TEST(every_prefix_is_refused)
{
    char *text = eco_test_read(eco_test_source("tests/good/everything.json"));
    size_t length = strlen(text);
    while (length && text[length - 1] != '}')
        length--;
    for (size_t cut = 0; cut < length; cut++) {
        struct loaded l = load_bytes(text, cut);
        ck_assert_msg(l.code == ECO_EINPUT && l.problems.errors == 1, "the first %zu bytes", cut);
        ck_assert_msg(l.problems.items[0].line > 0, "the first %zu bytes", cut);
        finish(&l);
    }
    free(text);
}
END_TEST

START_TEST(lists_of_entries_are_limited)
{
    struct eco_str text = {0};
    eco_str_add(&text, "{\"format\": \"ecograph/1\", \"relations\": [], \"entities\": [0");
    for (int i = 0; i < ECO_ENTITIES_LIMIT; i++)
        eco_str_add_bytes(&text, ",0", 2);
    eco_str_add(&text, "]}");
    struct loaded l = load_bytes(text.data, text.length);
    ck_assert_int_eq(l.code, ECO_EINPUT);
    ck_assert_uint_eq(l.problems.errors, 1);
    ck_assert_str_eq(l.problems.items[0].text, "has 4000001 entries, more than the limit of 4000000");
    finish(&l);
    eco_str_finish(&text);
}
END_TEST

static void add_many(struct eco_str *text, int count, const char *end)
{
    eco_str_add(text, "{\"format\": \"ecograph/1\", \"entities\": [{\"id\": \"e0\", \"kind\": \"firm\"}");
    for (int i = 1; i < count; i++)
        eco_str_printf(text, ",\n{\"id\": \"e%d\", \"kind\": \"firm\", \"part_of\": \"e%d\"}", i, i - 1);
    eco_str_printf(text, "], \"relations\": [{\"from\": \"e0\", \"to\": \"e0\", \"kind\": \"tie\", \"weight\": 1}");
    for (int i = 1; i < count; i++)
        eco_str_printf(text, ",\n{\"from\": \"e%d\", \"to\": \"e%d%s\", \"kind\": \"tie\", \"weight\": 1}", i, i / 2,
                       end);
    eco_str_add(text, "]}");
}

/* 20,000 of each, in one chain of parts; quadratic work anywhere would meet the time limit of a test. */
START_TEST(large_files_load)
{
    enum { COUNT = 20000 };
    struct eco_str text = {0};
    add_many(&text, COUNT, "");
    struct loaded l = load_bytes(text.data, text.length);
    ck_assert_int_eq(l.code, ECO_OK);
    ck_assert_uint_eq(l.eco->relations_count, COUNT);
    ck_assert_int_eq(l.eco->entities[COUNT - 1].root, 0);
    finish(&l);
    eco_str_finish(&text);
}
END_TEST

START_TEST(large_bad_files_are_refused)
{
    struct eco_str text = {0};
    add_many(&text, 20000, "zz");
    struct loaded l = load_bytes(text.data, text.length);
    ck_assert_int_eq(l.code, ECO_EINPUT);
    ck_assert_uint_eq(l.problems.errors, 19999);
    ck_assert_uint_eq(l.problems.count, ECO_PROBLEMS_KEPT);
    ck_assert_str_eq(l.problems.items[19].path, "relations[20].to");
    finish(&l);
    eco_str_finish(&text);
}
END_TEST

static long allocations_left;

static void *failing_malloc(size_t size)
{
    return allocations_left-- > 0 ? malloc(size) : NULL;
}

/* The parser's memory ends at every point in turn; the test runs in a process of its own. */
START_TEST(no_memory_is_a_clean_error)
{
    char *text = eco_test_read(eco_test_source("tests/good/everything.json"));
    json_set_alloc_funcs(failing_malloc, free);
    int code = ECO_ELIMIT;
    long failures = 0;
    for (; code == ECO_ELIMIT; failures++) {
        allocations_left = failures;
        struct loaded l = load_bytes(text, strlen(text));
        code = l.code;
        ck_assert_msg(code == ECO_OK || (code == ECO_ELIMIT && l.problems.errors == 1), "allocation %ld: %d", failures,
                      code);
        finish(&l);
    }
    ck_assert_int_eq(code, ECO_OK);
    ck_assert_int_gt(failures, 100);
    json_set_alloc_funcs(malloc, free);
    free(text);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("read/json");
    TCase *tcase = tcase_create("ecosystems");
    tcase_add_test(tcase, defaults);
    tcase_add_test(tcase, builtin_vocabularies);
    tcase_add_test(tcase, unknown_words_are_cooperative_without_flags);
    tcase_add_test(tcase, declared_vocabularies);
    tcase_add_test(tcase, file_and_sources);
    tcase_add_test(tcase, entities);
    tcase_add_test(tcase, exposures_and_quantities);
    tcase_add_test(tcase, relations);
    tcase_add_test(tcase, extra_members_keep_their_values);
    tcase_add_test(tcase, extra_members_keep_their_order);
    tcase_add_test(tcase, failure_returns_nothing);
    tcase_add_test(tcase, earlier_problems_do_not_count);
    tcase_add_test(tcase, no_memory_is_a_clean_error);
    tcase_add_test(tcase, every_prefix_is_refused);
    tcase_add_test(tcase, lists_of_entries_are_limited);
    tcase_add_test(tcase, large_files_load);
    tcase_add_test(tcase, large_bad_files_are_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
