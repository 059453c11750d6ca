#include "answers.h"
#include "report/lenses.h"

static struct eco_ecosystem *eco;
static struct eco_study *study;
static struct eco_doc *doc;
static char *text, *json;

static void ask(const char *network)
{
    static const struct eco_vrio_limits limits = ECO_VRIO_LIMITS;
    eco = eco_test_network(network);
    study = eco_test_study(eco);
    ck_assert_int_eq(eco_vrio_make(study, &limits, &doc), ECO_OK);
    text = eco_test_written(doc, "table");
    json = eco_test_written(doc, "json");
}

static void leave(void)
{
    free(text);
    free(json);
    eco_doc_destroy(doc);
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
}

START_TEST(keys_and_order)
{
    ask("*f, p@f, f>p:1 supply data, f>a:2 supply brand+data, x>a:2, f>r competition, r>s:1 tie");
    ECO_TEST_SAYS(json,
                  "\"value_min\": 0.1, \"rarity_min\": 0.5, \"inimitability_min\": 0.5, \"organisation_min\": 0.5");
    ECO_TEST_SAYS(
        json, "\"focal\": \"f\", \"resources\": [ { \"resource\": \"brand\", \"value\": 0.5, \"rarity\": 1, "
              "\"inimitability\": 1, \"organisation\": 0, \"rivals_known\": 1, \"verdict\": \"unused advantage\" }, "
              "{ \"resource\": \"data\", \"value\": 0.5, \"rarity\": 1, \"inimitability\": 1, \"organisation\": 1, "
              "\"rivals_known\": 1, \"verdict\": \"sustained advantage\" } ]");
    ECO_TEST_SAYS(text, "2 resources, seen against 1 rival.");
    ECO_TEST_SAYS(text, "Sustained advantage: Data");
    ECO_TEST_SILENT(text, "Not for:");
    leave();
}
END_TEST

/* What is not known is named, also where enough is known to judge. */
START_TEST(gaps_are_named)
{
    ask("*f>a supply brand, f>r1 competition, f>r2 competition, f>r3 competition, r1>r2 tie");
    ECO_TEST_SAYS(json, "\"rarity\": null");
    ECO_TEST_SAYS(json, "\"rarity\": \"what they hold is recorded for fewer than half of the rivals\"");
    ECO_TEST_SAYS(json, "\"verdict\": \"unknown\"");
    ECO_TEST_SAYS(text, "Unknown (the data do not say enough): ");
    ECO_TEST_SAYS(text, "recorded for 1 of 3 rivals, and rarity needs half of them. Not for: r2, r3.");
    ECO_TEST_SAYS(text, "recorded for 2 of 3 rivals, and the others count as working with no partner. Not for: r3.");
    leave();
    ask("*f>a supply brand");
    ECO_TEST_SAYS(text, "No rival of f is recorded");
    ECO_TEST_SAYS(text, "Organisation cannot be said");
    leave();
}
END_TEST

START_TEST(nothing_to_judge)
{
    ask("a>b");
    ECO_TEST_SAYS(json, "\"focal\": null, \"resources\": []");
    ECO_TEST_SAYS(json, "\"undefined\": { \"focal\": \"no focal firm is given\" }");
    ECO_TEST_SAYS(text, "name one with --focal ID");
    leave();
    ask("*a, b>a");
    ECO_TEST_SAYS(json, "\"focal\": \"a\", \"resources\": []");
    ECO_TEST_SAYS(text, "there is no resource to judge");
    leave();
    ask("");
    ECO_TEST_SAYS(text, "name one with --focal ID");
    leave();
}
END_TEST

START_TEST(sentence)
{
    ask("*f, p@f, f>p:1 supply data, f>a:2 supply brand+data, x>a:2, f>r competition, r>s:1 tie");
    char *said = eco_vrio_sentence(study);
    ck_assert_str_eq(said,
                     "VRIO, of what f gives to others (2 resources): 1 sustained advantage (Data); 1 unused advantage "
                     "(Brand).");
    free(said);
    leave();
    ask("a>b");
    ck_assert_ptr_null(eco_vrio_sentence(study));
    leave();
}
END_TEST

static Suite *suite(void)
{
    Suite *all = suite_create("report vrio");
    TCase *tests = tcase_create("vrio");
    tcase_add_test(tests, keys_and_order);
    tcase_add_test(tests, gaps_are_named);
    tcase_add_test(tests, nothing_to_judge);
    tcase_add_test(tests, sentence);
    suite_add_tcase(all, tests);
    return all;
}

ECO_TEST_MAIN(suite)
