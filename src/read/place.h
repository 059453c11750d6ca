/* Where in a JSON text a value stands. The parser forgets places, so they are found by a second scan over the bytes,
 * and only for the few that are shown. */
#ifndef ECO_READ_PLACE_H
#define ECO_READ_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* From 1. A column is one character, not one byte; a byte that is not UTF-8 counts as one. */
struct eco_place {
    int line, column;
};

/* One step down a path: into the member `key` of an object or, where `key` is NULL, the element `index` of a list. */
struct eco_place_step {
    const char *key;
    size_t index;
};

/* The place of the byte at `offset` (at most `length`, the end). Lines end with LF, CR LF or CR. */
struct eco_place eco_place_at(const char *text, size_t length, size_t offset);

/* The offset of the value that `count` steps lead to or, with `of_key`, of the key of the last step. False where
 * there is none. The text (without byte order mark) is valid JSON; any other bytes are safe, the answer is then
 * arbitrary. Linear in what stands before the value. */
bool eco_place_find(const char *text, size_t length, const struct eco_place_step *steps, int count, bool of_key,
                    size_t *ret_offset);

#ifdef __cplusplus
}
#endif
#endif
