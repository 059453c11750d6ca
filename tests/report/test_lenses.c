#include "answers.h"
#include "metric/lens/exposed.h"
#include "report/lenses.h"

static int blocks_of(struct eco_ecosystem *eco)
{
    struct eco_study *study = eco_test_study(eco);
    struct eco_doc *doc = eco_doc_create();
    eco_lenses_add(study, doc);
    int count = (int)doc->blocks_count;
    eco_doc_destroy(doc);
    eco_study_close(study);
    return count;
}

/* A heading and a sentence for each lens that has something to say. */
START_TEST(only_what_there_is)
{
    static const struct {
        const char *network;
        bool exposed;
        int blocks;
    } cases[] = {{"", false, 0}, {"a>b", false, 0}, {"*a>b", false, 2}, {"a>b", true, 2}, {"*a>b", true, 3}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct eco_ecosystem *eco = eco_test_network(cases[k].network);
        if (cases[k].exposed)
            eco_test_expose(eco, "a", ECO_LEGAL, -0.4);
        ck_assert_int_eq(blocks_of(eco), cases[k].blocks);
        eco_ecosystem_destroy(eco);
    }
}
END_TEST

static Suite *suite(void)
{
    Suite *all = suite_create("report lenses");
    TCase *tests = tcase_create("lenses");
    tcase_add_test(tests, only_what_there_is);
    suite_add_tcase(all, tests);
    return all;
}

ECO_TEST_MAIN(suite)
