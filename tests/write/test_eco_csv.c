/* Tables written and read again keep what tables can hold. */
#include "build.h"
#include "draw.h"
#include "read/read.h"
#include "same.h"
#include "support.h"
#include "write/eco_write.h"

static struct eco_ecosystem *load(const char *data, size_t length)
{
    struct eco_problems problems = {0};
    struct eco_ecosystem *eco = NULL;
    ck_assert_int_eq(eco_reader_find("json")->read(data, length, &eco, &problems), ECO_OK);
    eco_problems_finish(&problems);
    return eco;
}

static struct eco_ecosystem *load_tables(const struct eco_str *relations, const struct eco_str *entities)
{
    struct eco_problems problems = {0};
    struct eco_ecosystem *eco = NULL;
    struct eco_input first = {"ties.csv", eco_str_text(relations), relations->length};
    struct eco_input second = {"ents.csv", entities ? eco_str_text(entities) : "", entities ? entities->length : 0};
    int code = eco_reader_find("csv")->read_both(&first, entities ? &second : NULL, &eco, &problems);
    ck_assert_msg(code == ECO_OK, "%s: %s\n%s", problems.count ? problems.items[0].path : "",
                  problems.count ? problems.items[0].text : "", eco_str_text(relations));
    eco_problems_finish(&problems);
    return eco;
}

/* Notes on evidence and x- keys are the only things about a relation that its row cannot hold. */
static void forget(struct eco_evidences *evidence)
{
    for (int i = 0; i < evidence->count; i++)
        evidence->items[i].note = evidence->items[i].extra = NULL;
}

static void check_round(const char *data, size_t length)
{
    struct eco_ecosystem *eco = load(data, length);
    struct eco_str relations = {0}, entities = {0}, again = {0};
    struct eco_problems problems = {0};
    const struct eco_model_format *csv = eco_model_format_find("csv");
    ck_assert_int_eq(csv->write(eco, NULL, &relations, &problems), ECO_OK);
    ck_assert_int_eq(csv->write_entities(eco, NULL, &entities, &problems), ECO_OK);
    struct eco_ecosystem *back = load_tables(&relations, &entities);
    ck_assert_uint_eq(eco->entities_count, back->entities_count);
    for (size_t i = 0; i < eco->entities_count; i++) {
        forget(&eco->entities[i].evidence);
        eco_test_same_entity(eco, &eco->entities[i], back, &back->entities[i]);
        eco_test_same_evidence(eco, &eco->entities[i].evidence, back, &back->entities[i].evidence);
    }
    ck_assert_uint_eq(eco->relations_count, back->relations_count);
    for (size_t i = 0; i < eco->relations_count; i++) {
        forget(&eco->relations[i].evidence);
        eco_test_same_relation(eco, &eco->relations[i], back, &back->relations[i]);
    }
    ck_assert_int_eq(csv->write(back, NULL, &again, &problems), ECO_OK);
    ck_assert_str_eq(eco_str_text(&relations), eco_str_text(&again));
    eco_str_finish(&relations);
    eco_str_finish(&entities);
    eco_str_finish(&again);
    eco_ecosystem_destroy(eco);
    eco_ecosystem_destroy(back);
}

START_TEST(xiaomi_comes_back)
{
    char *data = eco_test_read(eco_test_source("data/xiaomi.json"));
    check_round(data, strlen(data));
    free(data);
}
END_TEST

START_TEST(random_files_come_back)
{
    struct eco_str text = {0};
    eco_draw_ecosystem(&text, 1000 + (uint64_t)_i);
    check_round(eco_str_text(&text), text.length);
    eco_str_finish(&text);
}
END_TEST

static const char *const entities_head = "id,name,kind,part_of,sector,country,since,until,aliases,tags,capabilities,evidence_source,at\n";
static const char *const relations_head =
    "source,target,kind,resources,weight,confidence,basis,since,until,note,evidence_source,at\n";

static void check_text(const char *json, const char *relations, const char *entities)
{
    struct eco_ecosystem *eco = load(json, strlen(json));
    struct eco_str out = {0}, expected = {0};
    struct eco_problems problems = {0};
    eco_str_printf(&expected, "%s%s", relations_head, relations);
    ck_assert_int_eq(eco_model_format_find("csv")->write(eco, NULL, &out, &problems), ECO_OK);
    ck_assert_str_eq(eco_str_text(&out), expected.data);
    out.length = expected.length = 0;
    eco_str_printf(&expected, "%s%s", entities_head, entities);
    ck_assert_int_eq(eco_model_format_find("csv")->write_entities(eco, NULL, &out, &problems), ECO_OK);
    ck_assert_str_eq(eco_str_text(&out), expected.data);
    eco_str_finish(&out);
    eco_str_finish(&expected);
    eco_ecosystem_destroy(eco);
}

START_TEST(cells)
{
    check_text("{\"format\": \"ecograph/1\", \"sources\": [{\"id\": \"w;1\"}, {\"id\": \"x\"}], \"entities\": ["
               "{\"id\": \"=a\", \"kind\": \"firm\", \"name\": \"A, \\\"B\\\"\", \"aliases\": [\"p;q\", \" r \", \"s\\\\\"], \"since\": -500},"
               "{\"id\": \" b\", \"kind\": \"firm\", \"part_of\": \"=a\", \"evidence\": [{\"source\": \"x\", \"at\": \"p 1; 2\"}]}],"
               "\"relations\": [{\"from\": \"=a\", \"to\": \" b\", \"kind\": \"supply\", \"weight\": 0.1, \"note\": \"'=x\\ny\","
               "\"evidence\": [{\"source\": \"w;1\"}, {\"source\": \"x\", \"at\": \"3;4\"}]}]}",
               "'=a,\" b\",supply,,0.1,,stated,,,\"''=x\ny\",w\\;1;x,;3\\;4\n",
               "'=a,\"A, \"\"B\"\"\",firm,,,,-500,,p\\;q;\\ r\\ ;s\\\\,,,,\n"
               "\" b\",\" b\",firm,'=a,,,,,,,,x,p 1; 2\n");
    check_text("{\"format\": \"ecograph/1\", \"entities\": [], \"relations\": []}", "", "");
}
END_TEST

START_TEST(a_state_says_what_stands)
{
    struct eco_ecosystem *eco = eco_test_network("*hub, a>hub:0.5 supply brand, hub<>b:2, part@b, part>a");
    struct eco_state state;
    eco_test_state(&state, eco);
    state.weight[0] = 0.25;
    eco_state_remove(&state, eco, eco_ecosystem_find_entity(eco, "b"));
    struct eco_str out = {0};
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_model_format_find("csv")->write(eco, &state, &out, &problems), ECO_OK);
    ck_assert_str_eq(out.data + strlen(relations_head), "a,hub,supply,brand,0.25,,stated,,,,,\n");
    out.length = 0;
    ck_assert_int_eq(eco_model_format_find("csv")->write_entities(eco, &state, &out, &problems), ECO_OK);
    ck_assert_str_eq(out.data + strlen(entities_head), "hub,hub,entity,,,,,,,,,,\na,a,entity,,,,,,,,,,\n");
    eco_str_finish(&out);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/eco_csv");
    TCase *tests = tcase_create("tables");
    tcase_add_test(tests, xiaomi_comes_back);
    tcase_add_loop_test(tests, random_files_come_back, 0, 300);
    tcase_add_test(tests, cells);
    tcase_add_test(tests, a_state_says_what_stands);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
