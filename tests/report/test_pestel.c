#include "answers.h"
#include "metric/lens/exposed.h"
#include "report/lenses.h"

static struct eco_ecosystem *eco;
static struct eco_study *study;
static struct eco_doc *doc;
static char *text, *json;

static void ask(void)
{
    study = eco_test_study(eco);
    ck_assert_int_eq(eco_pestel_make(study, &doc), ECO_OK);
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
    eco = eco_test_network("b, *a>b, c");
    eco_test_expose(eco, "a", ECO_LEGAL, -0.4);
    eco_test_expose(eco, "b", ECO_SOCIAL, 0.8);
    eco_test_expose(eco, "b", ECO_LEGAL, -0.2);
    ask();
    ECO_TEST_SAYS(json,
                  "\"groups\": [ "
                  "{ \"id\": \"b\", \"dimension\": \"social\", \"own\": 0.8, \"threat\": 0, \"support\": 0.4 }, "
                  "{ \"id\": \"b\", \"dimension\": \"legal\", \"own\": -0.2, \"threat\": -0.3, \"support\": 0 }, "
                  "{ \"id\": \"a\", \"dimension\": \"legal\", \"own\": -0.4, \"threat\": -0.4, \"support\": 0 } ]");
    ECO_TEST_SAYS(text, "2 of 3 groups state an exposure");
    ECO_TEST_SAYS(text,
                  "For a, the strongest threat is legal (-0.40) and nothing supports it. Most threatened over all six "
                  "dimensions is a: the strongest threat is legal (-0.40).");
    leave();
}
END_TEST

START_TEST(reasons)
{
    eco = eco_test_network("a>b");
    eco_test_expose(eco, "a", ECO_POLITICAL, 0.5);
    ask();
    ECO_TEST_SAYS(json,
                  "{ \"id\": \"b\", \"dimension\": \"political\", \"own\": null, \"threat\": 0, \"support\": 0.25, "
                  "\"undefined\": { \"own\": ");
    ECO_TEST_SAYS(text, "No threat is stated.");
    leave();
}
END_TEST

START_TEST(nothing_stated)
{
    static const char *const networks[] = {"", "a", "*a>b"};
    for (size_t k = 0; k < sizeof networks / sizeof *networks; k++) {
        eco = eco_test_network(networks[k]);
        ask();
        ECO_TEST_SAYS(json, "\"groups\": []");
        ECO_TEST_SAYS(text, "PESTEL spreads the exposures that entities state, and none is stated.");
        ck_assert_ptr_null(eco_pestel_sentence(study));
        leave();
    }
}
END_TEST

START_TEST(shown_rows)
{
    char id[16];
    eco = eco_test_network("*f");
    for (int i = 0; i < 30; i++) {
        snprintf(id, sizeof id, "g%d", i);
        eco_test_entity(eco, id);
        eco_test_expose(eco, id, ECO_ECONOMIC, -0.01 * (i + 1));
    }
    int entity;
    ck_assert(eco_ecosystem_find_roots(eco, &entity));
    ask();
    /* The focal firm and those hit hardest; JSON holds all. Nothing is supported, so there is no table of it. */
    ECO_TEST_SAYS(text, " f –");
    for (int rank = 0; rank < 30; rank++) {
        snprintf(id, sizeof id, " g%d –", 29 - rank);
        ck_assert_int_eq(strstr(text, id) != NULL, rank < study->request.top);
    }
    ECO_TEST_SILENT(text, "Support: ");
    ECO_TEST_SAYS(json, "\"g0\"");
    leave();
}
END_TEST

static Suite *suite(void)
{
    Suite *all = suite_create("report pestel");
    TCase *tests = tcase_create("pestel");
    tcase_add_test(tests, keys_and_order);
    tcase_add_test(tests, reasons);
    tcase_add_test(tests, nothing_stated);
    tcase_add_test(tests, shown_rows);
    suite_add_tcase(all, tests);
    return all;
}

ECO_TEST_MAIN(suite)
