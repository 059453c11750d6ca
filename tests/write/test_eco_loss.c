#include "build.h"
#include "read/read.h"
#include "support.h"
#include "write/eco_write.h"

static const char everything[] =
    "{\"format\": \"ecograph/1\", \"name\": \"N\", \"focal\": \"a\", \"x-top\": 1,"
    "\"sources\": [{\"id\": \"s\", \"title\": \"T\"}, {\"id\": \"uncited\"}],"
    "\"relation_kinds\": [{\"id\": \"supply\"}, {\"id\": \"tie\", \"x-a\": 1}], \"resources\": [{\"id\": \"r\"}],"
    "\"entities\": ["
    "{\"id\": \"a\", \"kind\": \"firm\", \"exposures\": [{\"dimension\": \"legal\", \"value\": 0}],"
    " \"quantities\": [{\"name\": \"q\", \"value\": 1, \"evidence\": [{\"source\": \"s\", \"note\": \"n\"}]}, {\"name\": \"p\", \"value\": 2}]},"
    "{\"id\": \"b\", \"kind\": \"entity\", \"evidence\": [{\"source\": \"s\"}]}, {\"id\": \"lone\", \"kind\": \"entity\"}],"
    "\"relations\": [{\"from\": \"a\", \"to\": \"b\", \"kind\": \"supply\", \"weight\": 1, \"resources\": [\"r\"], \"confidence\": 0.5,"
    " \"since\": 2000, \"note\": \"n\", \"evidence\": [{\"source\": \"s\", \"x-b\": 2}]}]}";

static struct eco_ecosystem *load(const char *text)
{
    struct eco_problems problems = {0};
    struct eco_ecosystem *eco = NULL;
    ck_assert_int_eq(eco_reader_find("json")->read(text, strlen(text), &eco, &problems), ECO_OK);
    eco_problems_finish(&problems);
    return eco;
}

/* The one warning about what is lost, or "". */
static const char *losses(const struct eco_ecosystem *eco, const struct eco_model_format *format, bool both)
{
    static struct eco_str text;
    struct eco_problems problems = {0};
    eco_model_name_losses(format, eco, NULL, both, &problems);
    ck_assert_uint_eq(problems.errors, 0);
    ck_assert_uint_le(problems.warnings, 1);
    text.length = 0;
    eco_str_add(&text, problems.count ? problems.items[0].text : "");
    eco_problems_finish(&problems);
    return eco_str_text(&text);
}

START_TEST(each_feature_is_named)
{
    struct eco_ecosystem *eco = load(everything);
    struct eco_model_format nothing = {.name = "bare"};
    ck_assert_str_eq(losses(eco, &nothing, false),
                     "left out, because bare cannot hold it: the ecosystem's name, the focal firm, 2 lists of kinds and resources, "
                     "2 descriptions of sources, 1 entity without relations, 1 entity's name, kind and other facts, "
                     "1 entity's evidence, 1 exposure, 2 quantities, 1 relation's kind, 1 relation's resources, "
                     "1 relation's confidence or basis, 1 relation's years, 1 relation's note, 1 relation's evidence, "
                     "1 note on evidence, 3 entries with x- keys");
    for (unsigned bit = 1; bit < ECO_HOLDS_ALL; bit <<= 1) {
        struct eco_model_format most = {.name = "most", .holds = ECO_HOLDS_ALL & ~bit};
        ck_assert_msg(strchr(losses(eco, &most, false), ',') != NULL, "feature %x", bit);
    }
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(formats_name_what_they_lose)
{
    struct eco_ecosystem *eco = load(everything);
    const struct eco_model_format *csv = eco_model_format_find("csv");
    ck_assert_str_eq(losses(eco, eco_model_format_find("json"), false), "");
    ck_assert_str_eq(losses(eco, csv, true),
                     "left out, because csv cannot hold it: the ecosystem's name, the focal firm, 2 lists of kinds and resources, "
                     "2 descriptions of sources, 1 exposure, 2 quantities, 1 note on evidence, 3 entries with x- keys");
    ck_assert_ptr_nonnull(strstr(losses(eco, csv, false), "; a table of entities would hold more"));
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(nothing_lost_is_nothing_said)
{
    struct eco_ecosystem *eco = eco_test_network("a>b, b>a:2 supply brand");
    ck_assert_str_eq(losses(eco, eco_model_format_find("csv"), false), "");
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(what_does_not_stand_is_not_lost)
{
    struct eco_ecosystem *eco = eco_test_network("*hub, a>b, lone");
    struct eco_state state;
    struct eco_problems problems = {0};
    eco_test_state(&state, eco);
    eco_model_name_losses(eco_model_format_find("csv"), eco, &state, false, &problems);
    ck_assert_str_eq(problems.items[0].text, "left out, because csv cannot hold it: the focal firm, 2 entities without relations; "
                                             "a table of entities would hold more");
    eco_problems_finish(&problems);
    state.present[eco->focal] = state.present[eco_ecosystem_find_entity(eco, "lone")] = false;
    eco_model_name_losses(eco_model_format_find("csv"), eco, &state, false, &problems);
    ck_assert_uint_eq(problems.count, 0);
    eco_state_finish(&state);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/eco_loss");
    TCase *tests = tcase_create("losses");
    tcase_add_test(tests, each_feature_is_named);
    tcase_add_test(tests, formats_name_what_they_lose);
    tcase_add_test(tests, nothing_lost_is_nothing_said);
    tcase_add_test(tests, what_does_not_stand_is_not_lost);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
