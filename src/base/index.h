/* From a string to the number that it was added with. */
#ifndef ECO_BASE_INDEX_H
#define ECO_BASE_INDEX_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Open addressing; keys are not owned and must outlive the index. Zero-initialised is empty. */
struct eco_index {
    struct eco_index_slot *slots;
    size_t count, capacity;
};

/* Adds `key` with `value` (>= 0) unless present; returns the value that the index now holds for it. */
int eco_index_add(struct eco_index *index, const char *key, int value);
int eco_index_find(const struct eco_index *index, const char *key); /* -1 = none */
void eco_index_finish(struct eco_index *index);

#ifdef __cplusplus
}
#endif
#endif
