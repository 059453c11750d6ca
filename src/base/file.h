/* Files: read whole, written whole or not at all. */
#ifndef ECO_BASE_FILE_H
#define ECO_BASE_FILE_H

#include <stddef.h>

#include "error.h"

#ifdef __cplusplus
extern "C" {
#endif

#define ECO_FILE_LIMIT ((size_t)256 * 1024 * 1024) /* the largest input, in bytes */

/* Reads all bytes of `path` ("-" = standard input) with a NUL behind them; `*ret_data` is freed with free().
 * ECO_EIO where it cannot be read (missing, a folder, ...), ECO_ELIMIT where it is larger than ECO_FILE_LIMIT. */
int eco_file_read(const char *path, char **ret_data, size_t *ret_length, struct eco_problems *problems);

/* Writes `length` bytes to `path`: to a temporary file beside it, synced, then renamed over it, so that a reader
 * sees the old file or the whole new one. A `path` that exists and is no regular file (a pipe, /dev/null) is written
 * to directly. ECO_EIO on failure; nothing is left behind then. */
int eco_file_write(const char *path, const char *data, size_t length, struct eco_problems *problems);

/* The same, but only where there is nothing at `path` yet: ECO_EIO otherwise, and what is there stays as it is. */
int eco_file_create(const char *path, const char *data, size_t length, struct eco_problems *problems);

/* Removes temporary files of writes under way; safe to call from a signal handler. */
void eco_file_abandon(void);

/* The name to show for a path: "-" is "<stdin>". */
const char *eco_file_label(const char *path);

#ifdef __cplusplus
}
#endif
#endif
