/* tests/bad-scenarios holds scenarios for ecosystem.json that must not load: NAME.json, and NAME.expect with the lines that
 * a person reads. ECOGRAPH_ACCEPT=1 in the environment rewrites the expectations. */
#include "read/scenario.h"

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "build.h"
#include "read/read.h"
#include "support.h"

static const char folder[] = "tests/bad-scenarios";
static struct dirent **cases;
static int cases_count;

/* Of the whole; as a reader gets them from the room that knows them. */
static const char *names[] = {"value_lost", "damage", "value", "coalescence", "efficiency"};
static const struct eco_words figures = {names, 5};

static int is_case(const struct dirent *entry)
{
    return eco_str_ends(entry->d_name, ".json") && strcmp(entry->d_name, "ecosystem.json") != 0;
}

static struct eco_ecosystem *ecosystem(void)
{
    struct eco_ecosystem *eco = NULL;
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_read_file(eco_test_join(eco_test_source(folder), "ecosystem.json"), NULL, &eco, &problems), ECO_OK);
    ck_assert_uint_eq(problems.count, 0);
    return eco;
}

static void add_lines(struct eco_str *lines, const struct eco_problems *problems, const char *name)
{
    for (size_t i = 0; i < problems->count; i++) {
        const struct eco_problem *problem = &problems->items[i];
        ck_assert_str_eq(problem->file, problems->file);
        ck_assert(!eco_utf8_has_control(problem->text));
        eco_str_printf(lines, "%s:%d:%d: %s: %s%s%s\n", name, problem->line, problem->column,
                       problem->warning ? "warning" : "error", problem->path, *problem->path ? ": " : "", problem->text);
    }
}

static void compare(const char *path, const char *lines)
{
    const char *accept = getenv("ECOGRAPH_ACCEPT");
    char *expect_path = eco_format("%.*s.expect", (int)(strlen(path) - strlen(".json")), path);
    struct eco_problems problems = {0};
    if (accept && *accept)
        ck_assert_int_eq(eco_file_write(expect_path, lines, strlen(lines), &problems), ECO_OK);
    char *expected = eco_test_read(expect_path);
    ck_assert_msg(expected != NULL, "there is no %s", expect_path);
    ck_assert_msg(strcmp(expected, lines) == 0, "%s says\n%sbut %s expects\n%s", path, lines, expect_path, expected);
    free(expected);
    free(expect_path);
}

START_TEST(a_bad_scenario_is_refused)
{
    const char *path = eco_test_join(eco_test_source(folder), cases[_i]->d_name);
    struct eco_ecosystem *eco = ecosystem();
    struct eco_problems problems = {0};
    struct eco_scenario scenario = {0};
    int code = eco_scenario_read_file(path, eco, &figures, &scenario, &problems);
    struct eco_str lines = {0};
    add_lines(&lines, &problems, cases[_i]->d_name);
    compare(path, eco_str_text(&lines));
    ck_assert_int_eq(code, ECO_EINPUT);
    ck_assert_uint_gt(problems.errors, 0);
    ck_assert_ptr_null(scenario.eco); /* nothing is returned */
    ck_assert_uint_eq(eco->entities_count, 5);
    eco_str_finish(&lines);
    eco_problems_finish(&problems);
    eco_ecosystem_destroy(eco);
}
END_TEST

struct loaded {
    struct eco_ecosystem *eco;
    struct eco_scenario scenario;
    struct eco_problems problems;
};

static void load(struct loaded *l, const char *text)
{
    *l = (struct loaded){.eco = ecosystem()};
    int code = eco_scenario_read(text, strlen(text), l->eco, &figures, &l->scenario, &l->problems);
    ck_assert_msg(code == ECO_OK, "%s", l->problems.count ? l->problems.items[0].text : "");
}

static void unload(struct loaded *l)
{
    eco_scenario_finish(&l->scenario);
    eco_ecosystem_destroy(l->eco);
    eco_problems_finish(&l->problems);
}

START_TEST(every_key_is_read)
{
    struct loaded l;
    load(&l, "{\"format\": \"ecograph-scenario/1\", \"name\": \"N\", \"description\": \"two\\nlines\", \"level\": \"entity\","
             "\"cascade\": {\"model\": \"all\", \"threshold\": 1, \"coupling\": 0, \"substitution\": 0.25, \"x-why\": 1},"
             "\"steps\": [{\"label\": \"L\", \"remove\": {\"id\": \"cells\", \"kind\": [\"supplier\"], \"sector\": [\"battery\", \"x\"],"
             " \"country\": \"CN\", \"tag\": \"large\", \"part_of\": \"hub\", \"x-y\": {}}},\n"
             " {\"scale\": {\"relations\": {\"kind\": \"supply\", \"class\": [\"cooperative\", \"regulatory\"], \"resource\": \"data\","
             " \"from\": {\"id\": \"cells\"}, \"to\": {\"kind\": \"focal\"}}, \"by\": 1.5}},"
             " {\"shock\": {\"dimension\": \"legal\", \"severity\": 1, \"where\": {\"country\": \"US\"}}}],"
             "\"expect\": [{\"figure\": \"coalescence\", \"op\": \"<\", \"than\": \"before\"},"
             " {\"figure\": \"orphaned\", \"id\": \"buyers\", \"op\": \"!=\", \"than\": true},"
             " {\"figure\": \"q\", \"id\": \"hub\", \"op\": \">=\", \"than\": 0.5}]}");
    struct eco_scenario *s = &l.scenario;
    ck_assert_str_eq(s->name, "N");
    ck_assert_str_eq(s->description, "two\nlines");
    ck_assert(s->entity_level);
    ck_assert_int_eq(s->cascade.kind, ECO_CASCADE_ALL);
    ck_assert_double_eq(s->cascade.threshold, 1);
    ck_assert_double_eq(s->cascade.coupling, 0);
    ck_assert_double_eq(s->cascade.substitution, 0.25);
    ck_assert_uint_eq(s->steps_count, 3);
    ck_assert_str_eq(s->steps[0].label, "L");
    ck_assert_str_eq(s->steps[0].path, "steps[0].remove");
    ck_assert_int_eq(s->steps[0].line, 1);
    ck_assert_str_eq(s->steps[0].entities.sector.items[1], "x");
    ck_assert_str_eq(s->steps[0].entities.country.items[0], "CN");
    ck_assert_str_eq(s->steps[0].entities.tag.items[0], "large");
    ck_assert_str_eq(s->steps[0].entities.part_of.items[0], "hub");
    ck_assert_int_eq(s->steps[1].type, ECO_STEP_SCALE);
    ck_assert_str_eq(s->steps[1].path, "steps[1].scale.relations");
    ck_assert_int_eq(s->steps[1].line, 2);
    ck_assert_double_eq(s->steps[1].by, 1.5);
    ck_assert_int_eq(s->steps[1].relations.relation_class.count, 2);
    ck_assert_str_eq(s->steps[1].relations.resource.items[0], "data");
    ck_assert_str_eq(s->steps[1].relations.to.kind.items[0], "focal");
    ck_assert_int_eq(s->steps[2].dimension, ECO_LEGAL);
    ck_assert_str_eq(s->steps[2].path, "steps[2].shock.where");
    ck_assert_uint_eq(s->expectations_count, 3);
    ck_assert_int_eq(s->expectations[0].node_figure, -1);
    ck_assert_int_eq(s->expectations[0].than, ECO_THAN_BEFORE);
    ck_assert_int_eq(s->expectations[1].node_figure, ECO_ORPHANED);
    ck_assert_int_eq(s->expectations[1].entity, 4);
    ck_assert_int_eq(s->expectations[1].op, ECO_OP_UNEQUAL);
    ck_assert_double_eq(s->expectations[1].number, 1);
    ck_assert_int_eq(s->expectations[2].op, ECO_OP_AT_LEAST);
    ck_assert_double_eq(s->expectations[2].number, 0.5);
    ck_assert_uint_eq(strlen(s->digest), 64);
    unload(&l);
}
END_TEST

START_TEST(what_is_missing_gets_the_defaults)
{
    struct loaded l;
    load(&l, "\xef\xbb\xbf{\"format\": \"ecograph-scenario/1\", \"name\": null, \"cascade\": null, \"level\": null,"
             " \"steps\": [{\"label\": \"\", \"shock\": {\"dimension\": \"legal\", \"severity\": 0, \"where\": null}}]}");
    ck_assert_ptr_null(l.scenario.name);
    ck_assert(!l.scenario.entity_level);
    ck_assert_int_eq(l.scenario.cascade.kind, ECO_CASCADE_THRESHOLD);
    ck_assert_double_eq(l.scenario.cascade.threshold, 0.5);
    ck_assert_ptr_null(l.scenario.steps[0].label);
    ck_assert(eco_selects_all(&l.scenario.steps[0].entities));
    ck_assert_uint_eq(l.scenario.eco->asleep_entities, 0);
    unload(&l);
    load(&l, "{\"format\": \"ecograph-scenario/1\"}");
    ck_assert_uint_eq(l.scenario.steps_count, 0);
    unload(&l);
}
END_TEST

START_TEST(steps_may_name_what_came_before)
{
    struct loaded l;
    load(&l, "{\"format\": \"ecograph-scenario/1\", \"steps\": ["
             "{\"add\": {\"entities\": [{\"id\": \"n\", \"kind\": \"newkind\", \"sector\": \"novel\"}, {\"id\": \"o\", \"kind\": \"newkind\", \"part_of\": \"n\"}],"
             " \"relations\": [{\"from\": \"o\", \"to\": \"hub\", \"kind\": \"supply\", \"weight\": 1, \"resources\": [\"brand\"]}]}},"
             "{\"add\": {\"relations\": [{\"from\": \"n\", \"to\": \"o\", \"kind\": \"rivalry\", \"weight\": 2}]}},"
             "{\"remove\": {\"kind\": \"newkind\", \"sector\": \"novel\"}}, {\"replace\": {\"id\": \"n\", \"by\": \"cells\"}}]}");
    const struct eco_ecosystem *eco = l.scenario.eco;
    ck_assert_uint_eq(l.problems.warnings, 1); /* a kind that is not built in */
    ck_assert_uint_eq(l.eco->entities_count, 5);
    ck_assert_uint_eq(eco->entities_count, 7);
    ck_assert_uint_eq(eco->asleep_entities, 2);
    ck_assert_uint_eq(eco->asleep_relations, 3);
    ck_assert_int_eq(l.scenario.steps[0].first_entity, 5);
    ck_assert_int_eq(l.scenario.steps[0].entities_count, 2);
    ck_assert_int_eq(l.scenario.steps[1].entities_count, 0);
    ck_assert_int_eq(l.scenario.steps[1].brought[0], 4);
    ck_assert_int_eq(eco->entities[6].root, 5);
    /* Of the two relations of n and its part, the one between them is a loop at cells; the other is cells to hub. */
    const struct eco_step *replace = &l.scenario.steps[3];
    ck_assert_int_eq(replace->brought_count, 1);
    ck_assert_int_eq(replace->moved[0], 3);
    ck_assert_str_eq(eco->entities[eco->relations[replace->brought[0]].from].id, "cells");
    unload(&l);
}
END_TEST

START_TEST(one_ecosystem_serves_many_scenarios)
{
    static const char text[] = "{\"format\": \"ecograph-scenario/1\", \"steps\": [{\"add\": {\"entities\": [{\"id\": \"n\", \"kind\": \"partner\"}]}}]}";
    struct eco_ecosystem *eco = ecosystem();
    struct eco_scenario first, second;
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_scenario_read(text, strlen(text), eco, NULL, &first, &problems), ECO_OK);
    ck_assert_int_eq(eco_scenario_read(text, strlen(text), eco, NULL, &second, &problems), ECO_OK);
    ck_assert_str_eq(first.digest, second.digest);
    eco_scenario_finish(&first);
    eco_scenario_finish(&second);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(there_may_be_too_many_steps)
{
    struct eco_str text = {0};
    eco_str_add(&text, "{\"format\": \"ecograph-scenario/1\", \"steps\": [");
    for (int i = 0; i <= ECO_STEPS_LIMIT; i++)
        eco_str_printf(&text, "%s{\"remove\": {\"id\": \"hub\"}}", i ? "," : "");
    eco_str_add(&text, "]}");
    struct eco_ecosystem *eco = ecosystem();
    struct eco_scenario scenario;
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_scenario_read(eco_str_text(&text), text.length, eco, NULL, &scenario, &problems), ECO_EINPUT);
    ck_assert_str_eq(problems.items[0].text, "has 1001 entries, more than the limit of 1000");
    eco_problems_finish(&problems);
    eco_ecosystem_destroy(eco);
    eco_str_finish(&text);
}
END_TEST

START_TEST(a_file_may_be_missing)
{
    struct eco_ecosystem *eco = ecosystem();
    struct eco_scenario scenario;
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_scenario_read_file(eco_test_path("none.json"), eco, NULL, &scenario, &problems), ECO_EIO);
    ck_assert_uint_eq(problems.errors, 1);
    eco_problems_finish(&problems);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    cases_count = scandir(eco_test_source(folder), &cases, is_case, alphasort);
    if (cases_count <= 0)
        abort();
    Suite *suite = suite_create("read/scenario");
    TCase *bad = tcase_create("bad"), *good = tcase_create("good");
    tcase_add_loop_test(bad, a_bad_scenario_is_refused, 0, cases_count);
    tcase_add_test(good, every_key_is_read);
    tcase_add_test(good, what_is_missing_gets_the_defaults);
    tcase_add_test(good, steps_may_name_what_came_before);
    tcase_add_test(good, one_ecosystem_serves_many_scenarios);
    tcase_add_test(good, there_may_be_too_many_steps);
    tcase_add_test(good, a_file_may_be_missing);
    suite_add_tcase(suite, bad);
    suite_add_tcase(suite, good);
    return suite;
}

ECO_TEST_MAIN(suite)
