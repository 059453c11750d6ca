#include "base/utf8.h"
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
    int code = eco_reader_find("json")->read(data, length, &eco, &problems);
    ck_assert_msg(code == ECO_OK, "%s: %s\n%s", problems.count ? problems.items[0].path : "",
                  problems.count ? problems.items[0].text : "", data);
    eco_problems_finish(&problems);
    return eco;
}

static void write_json(const struct eco_ecosystem *eco, const struct eco_state *state, struct eco_str *out)
{
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_model_write(eco_model_format_find("json"), eco, state, out, &problems), ECO_OK);
    ck_assert_uint_eq(problems.count, 0);
    ck_assert(eco_utf8_valid(eco_str_text(out), out->length));
}

/* Written and read it is the same, and written again the bytes are. */
static void check_round(const char *data, size_t length)
{
    struct eco_ecosystem *eco = load(data, length);
    struct eco_str once = {0}, twice = {0};
    write_json(eco, NULL, &once);
    struct eco_ecosystem *back = load(eco_str_text(&once), once.length);
    eco_test_same(eco, back);
    write_json(back, NULL, &twice);
    ck_assert_str_eq(eco_str_text(&once), eco_str_text(&twice));
    eco_str_finish(&once);
    eco_str_finish(&twice);
    eco_ecosystem_destroy(eco);
    eco_ecosystem_destroy(back);
}

static void check_file(const char *path)
{
    char *data = eco_test_read(path);
    ck_assert_ptr_nonnull(data);
    check_round(data, strlen(data));
    free(data);
}

START_TEST(xiaomi_comes_back)
{
    check_file(eco_test_source("data/xiaomi.json"));
}
END_TEST

START_TEST(every_good_file_comes_back)
{
    const char *folder = eco_test_source("tests/good");
    DIR *dir = opendir(folder);
    ck_assert_ptr_nonnull(dir);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(dir));)
        if (eco_str_ends(entry->d_name, ".json")) {
            check_file(eco_test_join(folder, entry->d_name));
            count++;
        }
    closedir(dir);
    ck_assert_int_gt(count, 5);
}
END_TEST

START_TEST(random_files_come_back)
{
    struct eco_str text = {0};
    eco_draw_ecosystem(&text, (uint64_t)_i);
    check_round(eco_str_text(&text), text.length);
    eco_str_finish(&text);
}
END_TEST

static void check_text(const char *given, const char *expected)
{
    struct eco_ecosystem *eco = load(given, strlen(given));
    struct eco_str out = {0};
    write_json(eco, NULL, &out);
    ck_assert_str_eq(eco_str_text(&out), expected);
    eco_str_finish(&out);
    eco_ecosystem_destroy(eco);
}

START_TEST(an_entry_stands_on_a_line)
{
    check_text("{\"x-a\":{\"b\":[1,\"c:d,\\\"e\"]},\"format\":\"ecograph/1\",\"entities\":["
               "{\"kind\":\"firm\",\"id\":\"a\",\"name\":\"A\",\"tags\":[\"t\"]},{\"id\":\"b\",\"name\":\"b\",\"kind\":\"firm\"}],"
               "\"relations\":[{\"to\":\"b\",\"from\":\"a\",\"weight\":0.10,\"kind\":\"supply\",\"basis\":\"stated\"}]}",
               "{\n  \"format\": \"ecograph/1\",\n  \"x-a\": {\"b\": [1, \"c:d,\\\"e\"]},\n  \"entities\": [\n"
               "    {\"id\": \"a\", \"name\": \"A\", \"kind\": \"firm\", \"tags\": [\"t\"]},\n"
               "    {\"id\": \"b\", \"kind\": \"firm\"}\n  ],\n  \"relations\": [\n"
               "    {\"from\": \"a\", \"to\": \"b\", \"kind\": \"supply\", \"weight\": 0.1}\n  ]\n}\n");
    check_text("{\"format\":\"ecograph/1\",\"entities\":[],\"relations\":[],\"resources\":[]}",
               "{\n  \"format\": \"ecograph/1\",\n  \"resources\": [],\n  \"entities\": [],\n  \"relations\": []\n}\n");
}
END_TEST

START_TEST(a_state_says_what_stands)
{
    struct eco_ecosystem *eco = eco_test_network("*hub, a>hub:0.5 supply, hub<>b:2, part@b, part>a, a>b:4");
    struct eco_state state;
    eco_test_state(&state, eco);
    state.weight[0] = 0.25;
    eco_state_remove(&state, eco, eco_ecosystem_find_entity(eco, "b"));
    struct eco_str out = {0};
    write_json(eco, &state, &out);
    ck_assert_str_eq(eco_str_text(&out),
                     "{\n  \"format\": \"ecograph/1\",\n  \"focal\": \"hub\",\n  \"entities\": [\n"
                     "    {\"id\": \"hub\", \"kind\": \"entity\"},\n    {\"id\": \"a\", \"kind\": \"entity\"}\n  ],\n"
                     "  \"relations\": [\n    {\"from\": \"a\", \"to\": \"hub\", \"kind\": \"supply\", \"weight\": 0.25}\n  ]\n}\n");
    eco_str_finish(&out);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(what_a_state_leaves_loads)
{
    struct eco_ecosystem *eco = eco_test_network("*hub, part@hub, part>a:3, a>b:1");
    struct eco_state state;
    eco_test_state(&state, eco);
    state.present[eco->focal] = false; /* the part stays without its whole */
    state.weight[0] = 1e300;
    state.weight[1] = 1e-300;
    struct eco_str out = {0};
    write_json(eco, &state, &out);
    struct eco_ecosystem *back = load(eco_str_text(&out), out.length);
    ck_assert_int_eq(back->focal, -1);
    ck_assert_uint_eq(back->entities_count, 3);
    ck_assert_int_eq(back->entities[0].part_of, -1);
    ck_assert_double_eq(back->relations[0].weight, ECO_WEIGHT_MAX);
    ck_assert_double_eq(back->relations[1].weight, ECO_WEIGHT_MIN);
    eco_ecosystem_destroy(back);
    eco_str_finish(&out);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/eco_json");
    TCase *tests = tcase_create("json");
    tcase_add_test(tests, xiaomi_comes_back);
    tcase_add_test(tests, every_good_file_comes_back);
    tcase_add_loop_test(tests, random_files_come_back, 0, 300);
    tcase_add_test(tests, an_entry_stands_on_a_line);
    tcase_add_test(tests, a_state_says_what_stands);
    tcase_add_test(tests, what_a_state_leaves_loads);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
