#include "base/error.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/str.h"

static void add(struct eco_problems *problems, bool warning, int line, int column, const char *path, const char *format,
                va_list args)
{
    size_t *seen = warning ? &problems->warnings : &problems->errors;
    if ((*seen)++ >= ECO_PROBLEMS_KEPT)
        return;
    struct eco_problem *item = ECO_PUSH(problems->items, problems->count, problems->capacity);
    *item = (struct eco_problem){warning, line, column, eco_strdup(path ? path : ""), eco_vformat(format, args), problems->file};
}

void eco_problems_add(struct eco_problems *problems, bool warning, int line, int column, const char *path,
                      const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(problems, warning, line, column, path, format, args);
    va_end(args);
}

void eco_problems_error(struct eco_problems *problems, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(problems, false, 0, 0, NULL, format, args);
    va_end(args);
}

void eco_problems_note(struct eco_problems *problems, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    *ECO_PUSH(problems->notes, problems->notes_count, problems->notes_capacity) = eco_vformat(format, args);
    va_end(args);
}

void eco_problems_finish(struct eco_problems *problems)
{
    if (!problems)
        return;
    for (size_t i = 0; i < problems->count; i++) {
        free(problems->items[i].path);
        free(problems->items[i].text);
    }
    for (size_t i = 0; i < problems->notes_count; i++)
        free(problems->notes[i]);
    free(problems->notes);
    free(problems->items);
    *problems = (struct eco_problems){0};
}
