#include "read/read.h"

#include "base/str.h"
#include "support.h"

static const char minimal[] = "{\"format\": \"ecograph/1\", \"entities\": [], \"relations\": []}";

struct result {
    int code;
    struct eco_ecosystem *eco;
    struct eco_problems problems;
};

static struct result load(const char *path, const char *format)
{
    struct result result = {0};
    result.code = eco_read_file(path, format, &result.eco, &result.problems);
    return result;
}

static void finish(struct result *result)
{
    eco_ecosystem_destroy(result->eco);
    eco_problems_finish(&result->problems);
}

/* A load that fails with one error, which holds `words`. */
static void check_failure(const char *path, const char *format, int code, const char *words)
{
    struct result result = load(path, format);
    ck_assert_int_eq(result.code, code);
    ck_assert_ptr_null(result.eco);
    ck_assert_uint_eq(result.problems.errors, 1);
    ck_assert_msg(strstr(result.problems.items[0].text, words) != NULL, "%s", result.problems.items[0].text);
    finish(&result);
}

static void check_loads(const char *path, const char *format)
{
    struct result result = load(path, format);
    ck_assert_int_eq(result.code, ECO_OK);
    ck_assert_ptr_nonnull(result.eco);
    ck_assert_uint_eq(result.problems.count, 0);
    finish(&result);
}

START_TEST(rows_are_complete)
{
    for (const struct eco_reader *const *row = eco_readers; *row; row++) {
        ck_assert_ptr_eq(eco_reader_find((*row)->name), *row);
        ck_assert_ptr_nonnull((*row)->suffixes);
        ck_assert((*row)->suffixes[0][0] == '.');
        ck_assert_uint_gt(strlen((*row)->meaning), 0);
        ck_assert(!(*row)->matches("", 0));
        ck_assert(!(*row)->matches("\0\0\0\0", 4));
        ck_assert(!(*row)->matches("\xef\xbb\xbf", 3));
    }
    ck_assert_ptr_nonnull(eco_reader_find("json"));
    ck_assert_ptr_null(eco_reader_find("jsn"));
    ck_assert_ptr_null(eco_reader_find(""));
}
END_TEST

START_TEST(the_suffix_tells_the_format)
{
    check_loads(eco_test_file("a.json", minimal), NULL);
    check_loads(eco_test_file("A.JSON", minimal), NULL);
    check_failure(eco_test_file("a.json", "source,target\n"), NULL, ECO_EINPUT, "\"{\"");
}
END_TEST

START_TEST(else_the_content_does)
{
    check_loads(eco_test_file("a.eco", minimal), NULL);
    check_loads(
        eco_test_file("json", "\xef\xbb\xbf\r\n\t {\"format\": \"ecograph/1\", \"entities\": [], \"relations\": []}"),
        NULL);
    check_failure(eco_test_file("a.txt", "hello"), NULL, ECO_EINPUT, "json");
    check_failure(eco_test_file("a.txt", ""), NULL, ECO_EINPUT, "empty");
    check_failure(eco_test_file_bytes("a.bin", "\0{}", 3), NULL, ECO_EINPUT, "json");
}
END_TEST

START_TEST(else_the_caller_does)
{
    check_loads(eco_test_file("a.csv", minimal), "json");
    check_failure(eco_test_file("a.json", minimal), "jsom", ECO_EUSAGE, "did you mean \"json\"?");
    check_failure(eco_test_file("a.json", minimal), "", ECO_EUSAGE, "json");
}
END_TEST

START_TEST(what_cannot_be_read)
{
    check_failure(eco_test_path("none.json"), NULL, ECO_EIO, "No such file");
    check_failure(eco_test_folder(), NULL, ECO_EIO, "Is a directory");
}
END_TEST

START_TEST(problems_name_the_file)
{
    const char *path = eco_test_path("none.json");
    struct result result = load(path, NULL);
    ck_assert_str_eq(result.problems.file, path);
    finish(&result);
}
END_TEST

START_TEST(standard_input_is_read)
{
    ck_assert_ptr_nonnull(freopen(eco_test_file("x", minimal), "r", stdin));
    struct result result = load("-", NULL);
    ck_assert_int_eq(result.code, ECO_OK);
    ck_assert_str_eq(result.problems.file, "<stdin>");
    finish(&result);
}
END_TEST

START_TEST(the_digest_is_of_the_bytes)
{
    struct result result = load(eco_test_file("a.json", minimal), NULL);
    struct result marked = load(
        eco_test_file("a.json", "\xef\xbb\xbf{\"format\": \"ecograph/1\", \"entities\": [], \"relations\": []}"), NULL);
    ck_assert_str_eq(result.eco->digest, "17466fcb8eaec507cb5d7e709cc96ff3b177c7ffac0ba9a7a25dcf7696672c14");
    ck_assert_str_ne(result.eco->digest, marked.eco->digest);
    finish(&result);
    finish(&marked);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("read/read");
    TCase *tcase = tcase_create("files");
    tcase_add_test(tcase, rows_are_complete);
    tcase_add_test(tcase, the_suffix_tells_the_format);
    tcase_add_test(tcase, else_the_content_does);
    tcase_add_test(tcase, else_the_caller_does);
    tcase_add_test(tcase, what_cannot_be_read);
    tcase_add_test(tcase, problems_name_the_file);
    tcase_add_test(tcase, standard_input_is_read);
    tcase_add_test(tcase, the_digest_is_of_the_bytes);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
