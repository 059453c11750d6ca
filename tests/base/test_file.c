#include "base/file.h"

#include <sys/stat.h>

#include "support.h"

static struct eco_problems problems;

static void start(void)
{
    umask(022);
}

static void finish(void)
{
    eco_problems_finish(&problems);
}

static int write_text(const char *path, const char *text)
{
    return eco_file_write(path, text, strlen(text), &problems);
}

static void check_text(const char *path, const char *expected)
{
    char *text = eco_test_read(path);
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(text, expected);
    free(text);
}

static unsigned mode_of(const char *path)
{
    struct stat about;
    ck_assert_int_eq(stat(path, &about), 0);
    return about.st_mode & 07777;
}

START_TEST(test_read)
{
    static const char bytes[] = {'a', '\0', 'b', '\xff'};
    char *data = NULL;
    size_t length = 99;
    const char *path = eco_test_file_bytes("input", bytes, sizeof bytes);
    ck_assert_int_eq(eco_file_read(path, &data, &length, &problems), ECO_OK);
    ck_assert_uint_eq(length, 4);
    ck_assert_mem_eq(data, bytes, 4);
    ck_assert_int_eq(data[4], '\0');
    free(data);
}
END_TEST

START_TEST(test_read_an_empty_file)
{
    char *data = NULL;
    size_t length = 99;
    ck_assert_int_eq(eco_file_read(eco_test_file("empty", ""), &data, &length, &problems), ECO_OK);
    ck_assert_uint_eq(length, 0);
    ck_assert_str_eq(data, "");
    free(data);
}
END_TEST

START_TEST(test_read_a_large_file)
{
    size_t size = 3000000, length = 0;
    char *bytes = malloc(size), *data = NULL;
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(i * 7 % 251);
    ck_assert_int_eq(eco_file_read(eco_test_file_bytes("large", bytes, size), &data, &length, &problems), ECO_OK);
    ck_assert_uint_eq(length, size);
    ck_assert(memcmp(data, bytes, size) == 0);
    free(data);
    free(bytes);
}
END_TEST

START_TEST(test_read_standard_input)
{
    ck_assert_ptr_nonnull(freopen(eco_test_file("input", "from a pipe"), "r", stdin));
    char *data = NULL;
    size_t length = 0;
    ck_assert_int_eq(eco_file_read("-", &data, &length, &problems), ECO_OK);
    ck_assert_str_eq(data, "from a pipe");
    free(data);
    ck_assert_str_eq(eco_file_label("-"), "<stdin>");
    ck_assert_str_eq(eco_file_label("a.json"), "a.json");
}
END_TEST

static void check_unreadable(const char *path, const char *reason)
{
    char *data = NULL;
    size_t length = 99;
    ck_assert_int_eq(eco_file_read(path, &data, &length, &problems), ECO_EIO);
    ck_assert_ptr_null(data);
    ck_assert_uint_eq(length, 99);
    ck_assert_uint_eq(problems.errors, 1);
    ck_assert_ptr_nonnull(strstr(problems.items[0].text, path));
    ck_assert_ptr_nonnull(strstr(problems.items[0].text, reason));
}

START_TEST(test_read_what_is_missing)
{
    check_unreadable(eco_test_path("missing.json"), "No such file");
}
END_TEST

START_TEST(test_read_a_folder)
{
    check_unreadable(eco_test_folder(), "Is a directory");
}
END_TEST

START_TEST(test_read_more_than_the_limit)
{
    const char *path = eco_test_file("huge", "");
    ck_assert_int_eq(truncate(path, (off_t)ECO_FILE_LIMIT + 1), 0);
    char *data = NULL;
    size_t length = 0;
    ck_assert_int_eq(eco_file_read(path, &data, &length, &problems), ECO_ELIMIT);
    ck_assert_ptr_null(data);
    ck_assert_ptr_nonnull(strstr(problems.items[0].text, "256 MiB"));
}
END_TEST

START_TEST(test_write_a_new_file)
{
    const char *folder = eco_test_folder(), *path = eco_test_join(folder, "out.json");
    ck_assert_int_eq(write_text(path, "{}\n"), ECO_OK);
    check_text(path, "{}\n");
    ck_assert_uint_eq(mode_of(path), 0644);
    ck_assert_int_eq(eco_test_count(folder), 1);
    ck_assert_uint_eq(problems.count, 0);
}
END_TEST

START_TEST(test_write_nothing)
{
    const char *path = eco_test_path("empty");
    ck_assert_int_eq(eco_file_write(path, NULL, 0, &problems), ECO_OK);
    check_text(path, "");
}
END_TEST

START_TEST(test_write_in_the_current_folder)
{
    const char *folder = eco_test_folder();
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(write_text("here.txt", "here"), ECO_OK);
    check_text(eco_test_join(folder, "here.txt"), "here");
    ck_assert_int_eq(eco_test_count(folder), 1);
}
END_TEST

/* Who reads the old file goes on reading it: the new one has another inode. */
START_TEST(test_an_old_file_is_replaced_whole)
{
    const char *path = eco_test_file("out", "the old text, which is longer");
    FILE *reader = fopen(path, "r");
    ck_assert_int_eq(chmod(path, 0640), 0);
    ck_assert_int_eq(write_text(path, "new"), ECO_OK);
    check_text(path, "new");
    ck_assert_uint_eq(mode_of(path), 0640);
    char old[64] = "";
    ck_assert_ptr_nonnull(fgets(old, sizeof old, reader));
    ck_assert_str_eq(old, "the old text, which is longer");
    fclose(reader);
}
END_TEST

START_TEST(test_the_umask_counts_for_new_files)
{
    const char *path = eco_test_path("private");
    umask(077);
    ck_assert_int_eq(write_text(path, "x"), ECO_OK);
    ck_assert_uint_eq(mode_of(path), 0600);
    ck_assert_uint_eq(umask(022), 077);
}
END_TEST

START_TEST(test_a_link_stays_a_link)
{
    const char *folder = eco_test_folder(), *link = eco_test_join(folder, "link");
    const char *target = eco_test_file("target", "old");
    ck_assert_int_eq(symlink(target, link), 0);
    ck_assert_int_eq(write_text(link, "new"), ECO_OK);
    check_text(target, "new");
    struct stat about;
    ck_assert_int_eq(lstat(link, &about), 0);
    ck_assert(S_ISLNK(about.st_mode));
    ck_assert_int_eq(eco_test_count(folder), 1);
}
END_TEST

static void check_unwritable(const char *path, const char *reason)
{
    ck_assert_int_eq(write_text(path, "x"), ECO_EIO);
    ck_assert_uint_eq(problems.errors, 1);
    ck_assert_ptr_nonnull(strstr(problems.items[0].text, path));
    ck_assert_msg(strstr(problems.items[0].text, reason) != NULL, "%s", problems.items[0].text);
}

START_TEST(test_write_into_a_missing_folder)
{
    const char *folder = eco_test_folder();
    check_unwritable(eco_test_join(folder, "missing/out.json"), "No such file");
    ck_assert_int_eq(eco_test_count(folder), 0);
}
END_TEST

START_TEST(test_write_over_a_folder)
{
    const char *folder = eco_test_folder();
    check_unwritable(folder, "Is a directory");
    ck_assert_int_eq(eco_test_count(folder), 0);
}
END_TEST

START_TEST(test_write_below_a_file)
{
    check_unwritable(eco_test_join(eco_test_file("file", "old"), "out"), "Not a directory");
}
END_TEST

START_TEST(test_write_to_a_full_device)
{
    if (access("/dev/full", W_OK) == 0)
        check_unwritable("/dev/full", "No space left");
}
END_TEST

START_TEST(test_write_to_a_device)
{
    struct stat before, after;
    ck_assert_int_eq(stat("/dev/null", &before), 0);
    ck_assert_int_eq(write_text("/dev/null", "x"), ECO_OK);
    ck_assert_int_eq(stat("/dev/null", &after), 0);
    ck_assert(S_ISCHR(after.st_mode));
    ck_assert_uint_eq(before.st_ino, after.st_ino);
}
END_TEST

START_TEST(test_nothing_is_abandoned_after_a_write)
{
    const char *path = eco_test_path("out");
    eco_file_abandon();
    ck_assert_int_eq(write_text(path, "kept"), ECO_OK);
    eco_file_abandon();
    check_text(path, "kept");
}
END_TEST

START_TEST(test_create)
{
    const char *path = eco_test_path("new");
    ck_assert_int_eq(eco_file_create(path, "first", 5, &problems), ECO_OK);
    check_text(path, "first");
    ck_assert_int_eq(eco_file_create(path, "second", 6, &problems), ECO_EIO);
    ck_assert_uint_eq(problems.errors, 1);
    ck_assert_ptr_nonnull(strstr(problems.items[0].text, "is there already"));
    check_text(path, "first");
}
END_TEST

START_TEST(test_create_leaves_what_is_there)
{
    const char *folder = eco_test_folder(), *link = eco_test_join(folder, "link");
    ck_assert_int_eq(symlink("nowhere", link), 0); /* a link that leads nowhere is something, too */
    ck_assert_int_eq(eco_file_create(link, "x", 1, &problems), ECO_EIO);
    ck_assert_int_eq(eco_file_create(folder, "x", 1, &problems), ECO_EIO);
    ck_assert_int_eq(eco_file_create("/dev/null", "x", 1, &problems), ECO_EIO);
    ck_assert_int_eq(eco_file_create(eco_test_join(folder, "missing/new"), "x", 1, &problems), ECO_EIO);
    ck_assert_uint_eq(problems.errors, 4);
    ck_assert_int_eq(eco_test_count(folder), 1);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/file");
    TCase *tests = tcase_create("files");
    tcase_add_checked_fixture(tests, start, finish);
    tcase_add_test(tests, test_read);
    tcase_add_test(tests, test_read_an_empty_file);
    tcase_add_test(tests, test_read_a_large_file);
    tcase_add_test(tests, test_read_standard_input);
    tcase_add_test(tests, test_read_what_is_missing);
    tcase_add_test(tests, test_read_a_folder);
    tcase_add_test(tests, test_read_more_than_the_limit);
    tcase_add_test(tests, test_write_a_new_file);
    tcase_add_test(tests, test_write_nothing);
    tcase_add_test(tests, test_write_in_the_current_folder);
    tcase_add_test(tests, test_an_old_file_is_replaced_whole);
    tcase_add_test(tests, test_the_umask_counts_for_new_files);
    tcase_add_test(tests, test_a_link_stays_a_link);
    tcase_add_test(tests, test_write_into_a_missing_folder);
    tcase_add_test(tests, test_write_over_a_folder);
    tcase_add_test(tests, test_write_below_a_file);
    tcase_add_test(tests, test_write_to_a_full_device);
    tcase_add_test(tests, test_write_to_a_device);
    tcase_add_test(tests, test_nothing_is_abandoned_after_a_write);
    tcase_add_test(tests, test_create);
    tcase_add_test(tests, test_create_leaves_what_is_there);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
