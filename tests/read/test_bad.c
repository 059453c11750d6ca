/* Files that must not load, and files at the edge that must: tests/bad and tests/good hold NAME.json or NAME.csv (with, for
 * some, NAME.entities.csv beside it) and NAME.expect, the lines that a person reads. ECOGRAPH_ACCEPT=1 in the environment rewrites the expectations. */
#include "read/read.h"

#include "base/str.h"
#include "base/utf8.h"
#include "support.h"

struct folder {
    const char *path;
    struct dirent **entries;
    int count;
};

static struct folder bad = {.path = "tests/bad"}, good = {.path = "tests/good"};

static int is_case(const struct dirent *entry)
{
    bool table = eco_str_ends(entry->d_name, ".csv") && !eco_str_ends(entry->d_name, ".entities.csv");
    return table || eco_str_ends(entry->d_name, ".json");
}

static void list_cases(struct folder *folder)
{
    folder->count = scandir(eco_test_source(folder->path), &folder->entries, is_case, alphasort);
    if (folder->count <= 0)
        abort();
}

/* The base name for the file's, so that the lines are the same wherever the tree stands. */
static void add_lines(struct eco_str *lines, const struct eco_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        const struct eco_problem *problem = &problems->items[i];
        eco_str_printf(lines, "%s:%d:%d: %s: %s%s%s\n", strrchr(problem->file, '/') + 1, problem->line, problem->column,
                       problem->warning ? "warning" : "error", problem->path, *problem->path ? ": " : "",
                       problem->text);
    }
    if (problems->errors > ECO_PROBLEMS_KEPT)
        eco_str_printf(lines, "%zu more errors\n", problems->errors - ECO_PROBLEMS_KEPT);
    if (problems->warnings > ECO_PROBLEMS_KEPT)
        eco_str_printf(lines, "%zu more warnings\n", problems->warnings - ECO_PROBLEMS_KEPT);
}

static void compare(const char *path, const char *lines)
{
    const char *accept = getenv("ECOGRAPH_ACCEPT");
    char *expect_path = eco_format("%.*s.expect", (int)(strrchr(path, '.') - path), path);
    if (accept && *accept) {
        FILE *file = fopen(expect_path, "wb");
        ck_assert_ptr_nonnull(file);
        fputs(lines, file);
        ck_assert_int_eq(fclose(file), 0);
    }
    char *expected = eco_test_read(expect_path);
    ck_assert_msg(expected != NULL, "there is no %s", expect_path);
    ck_assert_msg(strcmp(expected, lines) == 0, "%s says\n%sbut %s expects\n%s", path, lines, expect_path, expected);
    free(expected);
    free(expect_path);
}

/* Whatever stands in a file, a message is one line of valid text that does nothing to a terminal. */
static void check_harmless(const struct eco_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        const char *texts[] = {problems->items[i].path, problems->items[i].text};
        for (int k = 0; k < 2; k++) {
            ck_assert(!eco_utf8_has_control(texts[k]));
            ck_assert_uint_lt(strlen(texts[k]), 1500);
        }
        ck_assert_int_gt(problems->items[i].line, 0);
        ck_assert_int_gt(problems->items[i].column, 0);
    }
}

static void run_case(const struct folder *folder, int i, int expected_code)
{
    const char *name = folder->entries[i]->d_name;
    const char *path = eco_test_join(eco_test_source(folder->path), name);
    char entities_name[300];
    snprintf(entities_name, sizeof entities_name, "%.*s.entities.csv", (int)(strrchr(name, '.') - name), name);
    struct eco_problems problems = {0};
    struct eco_ecosystem *eco = NULL;
    const char *entities = eco_test_join(eco_test_source(folder->path), entities_name);
    int code = eco_read_files(path, eco_test_exists(entities) ? entities : NULL, NULL, &eco, &problems);
    struct eco_str lines = {0};
    add_lines(&lines, &problems);
    check_harmless(&problems);
    compare(path, eco_str_text(&lines));
    ck_assert_int_eq(code, expected_code);
    ck_assert((eco == NULL) == (code != ECO_OK));
    ck_assert((problems.errors > 0) == (code != ECO_OK));
    eco_str_finish(&lines);
    eco_ecosystem_destroy(eco);
    eco_problems_finish(&problems);
}

START_TEST(a_bad_file_is_refused)
{
    run_case(&bad, _i, ECO_EINPUT);
}
END_TEST

START_TEST(a_good_file_loads)
{
    run_case(&good, _i, ECO_OK);
}
END_TEST

static Suite *suite(void)
{
    list_cases(&bad);
    list_cases(&good);
    Suite *suite = suite_create("read/bad");
    TCase *tcase = tcase_create("files");
    tcase_add_loop_test(tcase, a_bad_file_is_refused, 0, bad.count);
    tcase_add_loop_test(tcase, a_good_file_loads, 0, good.count);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
