#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/str.h"

struct eco_arena_block {
    struct eco_arena_block *next;
    size_t used, size;
    max_align_t data[];
};

enum { ARENA_BLOCK = 64 * 1024 };

static void die(size_t wanted)
{
    (void)wanted;
    static const char text[] = "ecograph: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    (void)ignored;
    _exit(ECO_ELIMIT);
}

static eco_oom_handler *handler = die;

void eco_set_oom_handler(eco_oom_handler *replacement)
{
    handler = replacement ? replacement : die;
}

static void out_of_memory(size_t wanted)
{
    handler(wanted);
    abort(); /* a handler that returns is a programming error */
}

void *eco_alloc(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory(SIZE_MAX);
    size_t bytes = count * size;
    void *data = calloc(bytes ? bytes : 1, 1);
    if (!data)
        out_of_memory(bytes);
    return data;
}

void *eco_realloc(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory(SIZE_MAX);
    size_t bytes = count * size;
    void *data = realloc(old, bytes ? bytes : 1);
    if (!data)
        out_of_memory(bytes);
    return data;
}

char *eco_strdup(const char *text)
{
    size_t bytes = strlen(text) + 1;
    return memcpy(eco_alloc(bytes, 1), text, bytes);
}

void *eco_grow(void *items, size_t *capacity, size_t needed, size_t size)
{
    if (needed <= *capacity)
        return items;
    size_t larger = *capacity < 8 ? 8 : *capacity * 2;
    *capacity = larger < needed ? needed : larger;
    return eco_realloc(items, *capacity, size);
}

void *eco_arena_alloc(struct eco_arena *arena, size_t count, size_t size)
{
    if (size && count > (SIZE_MAX - ARENA_BLOCK) / size)
        out_of_memory(SIZE_MAX);
    size_t bytes = (count * size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    struct eco_arena_block *block = arena->blocks;
    if (!block || block->size - block->used < bytes) {
        size_t room = bytes > ARENA_BLOCK ? bytes : ARENA_BLOCK;
        block = eco_alloc(1, sizeof *block + room);
        block->size = room;
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *data = (char *)block->data + block->used;
    block->used += bytes;
    return data;
}

void *eco_arena_memdup(struct eco_arena *arena, const void *data, size_t count, size_t size)
{
    void *copy = eco_arena_alloc(arena, count, size);
    if (count && size)
        memcpy(copy, data, count * size);
    return copy;
}

char *eco_arena_strdup(struct eco_arena *arena, const char *text)
{
    return text ? eco_arena_memdup(arena, text, strlen(text) + 1, 1) : NULL;
}

char *eco_arena_format(struct eco_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = eco_vformat(format, args);
    va_end(args);
    char *copy = eco_arena_strdup(arena, text);
    free(text);
    return copy;
}

void eco_arena_finish(struct eco_arena *arena)
{
    if (!arena)
        return;
    while (arena->blocks) {
        struct eco_arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}
