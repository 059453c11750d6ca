#include "read/json_load.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "base/utf8.h"
#include "read/place.h"

enum { KEY_LENGTH = 48, PATH_DEPTH = 16 };

bool eco_json_keeps(const struct eco_json *json, bool warning)
{
    return (warning ? json->problems->warnings : json->problems->errors) < ECO_PROBLEMS_KEPT;
}

static bool is_plain(const char *key)
{
    return *key && strlen(key) <= KEY_LENGTH &&
           strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == strlen(key);
}

static void add_path(struct eco_str *path, const struct eco_json_spot *spot)
{
    if (!spot)
        return;
    add_path(path, spot->up);
    if (!spot->key)
        eco_str_printf(path, "[%zu]", spot->index);
    else if (is_plain(spot->key))
        eco_str_printf(path, "%s%s", path->length ? "." : "", spot->key);
    else
        eco_str_printf(path, "[%s]", eco_quote(spot->key).text);
}

static struct eco_place place_of(const struct eco_json *json, const struct eco_json_spot *spot, bool of_key)
{
    struct eco_place_step steps[PATH_DEPTH];
    int depth = 0;
    for (const struct eco_json_spot *s = spot; s; s = s->up)
        depth++;
    int i = depth;
    for (const struct eco_json_spot *s = spot; s && depth <= PATH_DEPTH; s = s->up)
        steps[--i] = (struct eco_place_step){s->key, s->index};
    size_t offset = 0;
    if (depth > PATH_DEPTH || !eco_place_find(json->text, json->length, steps, depth, of_key, &offset))
        return (struct eco_place){0, 0};
    return eco_place_at(json->text, json->length, offset);
}

/* `shown` is the spot whose path stands in the message, `at` the one whose place does. */
static void report(struct eco_json *json, bool warning, const struct eco_json_spot *shown,
                   const struct eco_json_spot *at, const char *format, va_list args)
{
    if (!eco_json_keeps(json, warning)) {
        eco_problems_add(json->problems, warning, 0, 0, NULL, "%s", "");
        return;
    }
    struct eco_str path = {0};
    add_path(&path, shown);
    struct eco_place place = place_of(json, at, /*of_key=*/at != shown);
    char *text = eco_vformat(format, args);
    eco_problems_add(json->problems, warning, place.line, place.column, eco_str_text(&path), "%s", text);
    free(text);
    eco_str_finish(&path);
}

void eco_json_error(struct eco_json *json, const struct eco_json_spot *spot, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(json, /*warning=*/false, spot, spot, format, args);
    va_end(args);
}

void eco_json_warning(struct eco_json *json, const struct eco_json_spot *spot, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(json, /*warning=*/true, spot, spot, format, args);
    va_end(args);
}

void eco_json_key_error(struct eco_json *json, const struct eco_json_spot *spot, const char *key, const char *format,
                        ...)
{
    struct eco_json_spot member = {spot, key, 0};
    va_list args;
    va_start(args, format);
    report(json, /*warning=*/false, spot, &member, format, args);
    va_end(args);
}

void eco_json_locate(struct eco_json *json, const struct eco_json_spot *spot, const char **ret_path, int *ret_line,
                     int *ret_column)
{
    struct eco_str path = {0};
    add_path(&path, spot);
    struct eco_place place = place_of(json, spot, /*of_key=*/false);
    *ret_path = eco_arena_strdup(&json->eco->arena, eco_str_text(&path));
    *ret_line = place.line;
    *ret_column = place.column;
    eco_str_finish(&path);
}

void eco_json_sort_problems(struct eco_problems *problems, size_t first)
{
    for (size_t i = first + 1; i < problems->count; i++) {
        struct eco_problem moved = problems->items[i];
        size_t to = i;
        for (; to > first; to--) {
            const struct eco_problem *before = &problems->items[to - 1];
            if (before->line < moved.line || (before->line == moved.line && before->column <= moved.column))
                break;
            problems->items[to] = *before;
        }
        problems->items[to] = moved;
    }
}
