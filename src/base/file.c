#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/str.h"

const char *eco_file_label(const char *path)
{
    return strcmp(path, "-") == 0 ? "<stdin>" : path;
}

static int read_failed(const char *path, int error, struct eco_problems *problems)
{
    eco_problems_error(problems, "cannot read %s: %s", eco_file_label(path), strerror(error));
    return ECO_EIO;
}

static int read_all(int fd, const char *path, char **ret_data, size_t *ret_length, struct eco_problems *problems)
{
    char *data = NULL;
    size_t length = 0, capacity = 0;
    for (;;) {
        data = eco_grow(data, &capacity, length + 64 * 1024 + 1, 1);
        ssize_t got = read(fd, data + length, capacity - length - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            free(data);
            return read_failed(path, errno, problems);
        }
        if (got == 0)
            break;
        length += (size_t)got;
        if (length > ECO_FILE_LIMIT) {
            free(data);
            eco_problems_error(problems, "%s is larger than the limit of %zu MiB", eco_file_label(path),
                               ECO_FILE_LIMIT >> 20);
            return ECO_ELIMIT;
        }
    }
    data[length] = '\0';
    *ret_data = data;
    *ret_length = length;
    return ECO_OK;
}

int eco_file_read(const char *path, char **ret_data, size_t *ret_length, struct eco_problems *problems)
{
    int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return read_failed(path, errno, problems);
    int code = read_all(fd, path, ret_data, ret_length, problems);
    close(fd);
    return code;
}

/* The temporary file of the write under way; one at a time, so that a signal handler can remove it. */
static char abandoned[4096];

void eco_file_abandon(void)
{
    if (abandoned[0])
        unlink(abandoned);
}

static int write_all(int fd, const char *data, size_t length)
{
    while (length > 0) {
        ssize_t put = write(fd, data, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        data += put;
        length -= (size_t)put;
    }
    return 0;
}

static int write_directly(const char *path, const char *data, size_t length)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int error = write_all(fd, data, length);
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

/* Gives the finished file its name. Without `replace` a name that is taken, also one taken meanwhile, is an error; a
 * file system without such a rename may have links, which refuse the same. */
static int give_name(const char *from, const char *to, bool replace)
{
    if (replace)
        return rename(from, to) == 0 ? 0 : errno;
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (link(from, to) != 0)
        return errno;
    unlink(from);
    return 0;
}

static int write_beside(const char *path, const char *data, size_t length, mode_t mode, bool replace)
{
    char *copy = eco_strdup(path);
    int printed = snprintf(abandoned, sizeof abandoned, "%s/.ecograph-XXXXXX", dirname(copy));
    free(copy);
    if (printed < 0 || (size_t)printed >= sizeof abandoned) {
        abandoned[0] = '\0';
        return ENAMETOOLONG;
    }
    int fd = mkostemp(abandoned, O_CLOEXEC);
    if (fd < 0) {
        int error = errno;
        abandoned[0] = '\0';
        return error;
    }
    int error = write_all(fd, data, length);
    if (!error && fchmod(fd, mode) != 0)
        error = errno;
    if (!error && fsync(fd) != 0 && errno != EINVAL)
        error = errno;
    if (close(fd) != 0 && !error)
        error = errno;
    if (!error)
        error = give_name(abandoned, path, replace);
    if (error)
        unlink(abandoned);
    abandoned[0] = '\0';
    return error;
}

static mode_t new_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

int eco_file_write(const char *path, const char *data, size_t length, struct eco_problems *problems)
{
    struct stat about;
    mode_t mode = new_mode();
    bool exists = stat(path, &about) == 0;
    char *target = exists ? realpath(path, NULL) : NULL; /* a link stays a link to the new contents */
    if (exists)
        mode = about.st_mode & 07777;
    int error = exists && !S_ISREG(about.st_mode) ? S_ISDIR(about.st_mode) ? EISDIR : write_directly(path, data, length)
                                                  : write_beside(target ? target : path, data, length, mode, /*replace=*/true);
    free(target);
    if (!error)
        return ECO_OK;
    eco_problems_error(problems, "cannot write %s: %s", path, strerror(error));
    return ECO_EIO;
}

int eco_file_create(const char *path, const char *data, size_t length, struct eco_problems *problems)
{
    struct stat about;
    int error = lstat(path, &about) == 0 ? EEXIST : write_beside(path, data, length, new_mode(), /*replace=*/false);
    if (!error)
        return ECO_OK;
    if (error == EEXIST)
        eco_problems_error(problems, "%s is there already, and is left as it is", path);
    else
        eco_problems_error(problems, "cannot write %s: %s", path, strerror(error));
    return ECO_EIO;
}
