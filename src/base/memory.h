/* Memory. No function here returns NULL: a failed allocation calls the out-of-memory handler, which must not return.
 * The default handler writes one line to standard error and ends the process with ECO_ELIMIT; output files are still
 * whole or absent then, because they appear by rename. So no caller carries a path that can hardly be tested. */
#ifndef ECO_BASE_MEMORY_H
#define ECO_BASE_MEMORY_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* count * size zeroed bytes; free with free(). count * size = 0 gives a valid pointer. */
void *eco_alloc(size_t count, size_t size);
void *eco_realloc(void *old, size_t count, size_t size);
char *eco_strdup(const char *text);

typedef void eco_oom_handler(size_t wanted);
/* Replaces the handler (NULL = default). Not thread safe: call it first. */
void eco_set_oom_handler(eco_oom_handler *handler);

/* Doubles `capacity` when full; returns the place of a new last element (uninitialised beyond old contents). */
void *eco_grow(void *items, size_t *capacity, size_t needed, size_t size);
#define ECO_PUSH(items, count, capacity)                                                            \
    ((items) = (__typeof__(items))eco_grow((items), &(capacity), (size_t)(count) + 1, sizeof *(items)), \
     &(items)[(count)++])

/* An arena: many small things that live and die together. Zero-initialised is empty. */
struct eco_arena {
    struct eco_arena_block *blocks;
};
void *eco_arena_alloc(struct eco_arena *arena, size_t count, size_t size); /* zeroed, aligned for any type */
char *eco_arena_strdup(struct eco_arena *arena, const char *text);         /* NULL gives NULL */
void *eco_arena_memdup(struct eco_arena *arena, const void *data, size_t count, size_t size);
char *eco_arena_format(struct eco_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
void eco_arena_finish(struct eco_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
