/* What every unit test program shares: its main function, places to write files, paths into the source tree.
 *
 * A test program is one `Suite *` function and ECO_TEST_MAIN(function). Run by hand it prints as Check does (CK_VERBOSITY,
 * CK_RUN_CASE, CK_FORK, ... apply); with CK_TAP_LOG_FILE_NAME set, as `meson test` does, it prints TAP alone. */
#ifndef ECO_TESTS_SUPPORT_H
#define ECO_TESTS_SUPPORT_H

#include <check.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef ECO_SOURCE_ROOT
#define ECO_SOURCE_ROOT "."
#endif

#define ECO_TEST_HELPER static __attribute__((unused))

/* Check notes every assertion that holds in a file, to tell of the last one where a test crashes. Under sanitizers that is
 * most of a test's time where a loop asserts: from the thousandth on they are not noted. */
static inline void eco_test_mark(const char *file, int line)
{
    static int marks;
    if (marks < 1000) {
        marks++;
        _mark_point(file, line);
    }
}

#undef ck_assert_msg
#define ck_assert_msg(expr, ...)                 \
    ((expr) ? eco_test_mark(__FILE__, __LINE__) \
            : _ck_assert_failed(__FILE__, __LINE__, "Assertion '" #expr "' failed", ##__VA_ARGS__))

/* One folder a program, made before the first test and removed after the last one, whatever became of the tests. */
static char eco_test_root[4096];

/* Memory of these helpers lives until the test's process ends: tests are short, and their ends need no care. */
ECO_TEST_HELPER char *eco_test_join(const char *folder, const char *name)
{
    static char *kept[1024]; /* so that a leak check still reaches them */
    static int count;
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (!path || count == 1024)
        abort();
    snprintf(path, size, "%s/%s", folder, name);
    return kept[count++] = path;
}

/* The path of a file of the source tree: eco_test_source("data/xiaomi.json"). */
ECO_TEST_HELPER const char *eco_test_source(const char *path)
{
    return eco_test_join(ECO_SOURCE_ROOT, path);
}

/* A new empty folder. */
ECO_TEST_HELPER const char *eco_test_folder(void)
{
    char *folder = eco_test_join(eco_test_root, "XXXXXX");
    if (!mkdtemp(folder))
        abort();
    return folder;
}

/* A path in a new folder, at which there is nothing yet. */
ECO_TEST_HELPER const char *eco_test_path(const char *name)
{
    return eco_test_join(eco_test_folder(), name);
}

/* A new file with these bytes; returns its path. */
ECO_TEST_HELPER const char *eco_test_file_bytes(const char *name, const void *data, size_t length)
{
    const char *path = eco_test_path(name);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(data, 1, length, file) != length || fclose(file) != 0)
        abort();
    return path;
}

ECO_TEST_HELPER const char *eco_test_file(const char *name, const char *text)
{
    return eco_test_file_bytes(name, text, strlen(text));
}

/* The whole file with a NUL behind it, free with free(); NULL where there is none. */
ECO_TEST_HELPER char *eco_test_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t used = 0, got;
    char *text = malloc(1);
    do {
        char *larger = realloc(text, used + 65536 + 1);
        if (!larger)
            abort();
        text = larger;
        got = fread(text + used, 1, 65536, file);
        used += got;
    } while (got > 0);
    fclose(file);
    text[used] = '\0';
    return text;
}

ECO_TEST_HELPER bool eco_test_exists(const char *path)
{
    struct stat about;
    return lstat(path, &about) == 0;
}

/* How many entries a folder has. */
ECO_TEST_HELPER int eco_test_count(const char *folder)
{
    int count = 0;
    DIR *dir = opendir(folder);
    if (!dir)
        return -1;
    for (struct dirent *entry; (entry = readdir(dir));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

static void eco_test_remove(const char *path)
{
    struct stat about;
    if (lstat(path, &about) != 0)
        return;
    DIR *dir = S_ISDIR(about.st_mode) ? opendir(path) : NULL;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        char child[4096];
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            snprintf(child, sizeof child, "%s/%s", path, entry->d_name) < (int)sizeof child)
            eco_test_remove(child);
    }
    if (dir)
        closedir(dir);
    remove(path);
}

ECO_TEST_HELPER int eco_test_run(Suite *suite)
{
    const char *where = getenv("TMPDIR");
    snprintf(eco_test_root, sizeof eco_test_root, "%s/ecograph-test-XXXXXX", where && *where ? where : "/tmp");
    if (!mkdtemp(eco_test_root)) {
        perror(eco_test_root);
        return 1;
    }
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, getenv("CK_TAP_LOG_FILE_NAME") ? CK_SILENT : CK_ENV);
    /* A suite that ran nothing proves nothing. */
    int failed = srunner_ntests_failed(runner) > 0 || srunner_ntests_run(runner) == 0;
    srunner_free(runner);
    eco_test_remove(eco_test_root);
    return failed;
}

#define ECO_TEST_MAIN(suite_function)          \
    int main(void)                             \
    {                                          \
        return eco_test_run(suite_function()); \
    }

#endif
