#include "read/json_load.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "base/utf8.h"
#include "read/place.h"

enum { QUOTE_COLUMNS = 48, QUOTE_BYTES = 256, PATH_DEPTH = 16 };

/* One character as it may be shown; returns its columns. */
static int spell(const char *at, int size, unsigned point, char *to, size_t room)
{
    if (size == 0)
        return snprintf(to, room, "<%02X>", (unsigned char)*at);
    if (eco_utf8_is_control(point) || eco_utf8_is_invisible(point))
        return snprintf(to, room, "<U+%04X>", point);
    snprintf(to, room, "%s%.*s", point == '"' ? "\\" : "", size, at);
    return eco_utf8_point_width(point);
}

struct eco_json_quoted eco_json_quote(const char *text)
{
    struct eco_json_quoted quoted = {"\""};
    size_t used = 1;
    int columns = 0;
    while (*text) {
        char shown[16];
        unsigned point = 0;
        int size = eco_utf8_decode(text, strnlen(text, 4), &point);
        columns += spell(text, size, point, shown, sizeof shown);
        size_t length = strlen(shown);
        if (columns > QUOTE_COLUMNS || used + length > QUOTE_BYTES) {
            strcpy(quoted.text + used, "…");
            used += strlen("…");
            break;
        }
        memcpy(quoted.text + used, shown, length);
        used += length;
        text += size ? size : 1;
    }
    strcpy(quoted.text + used, "\"");
    return quoted;
}

struct eco_json_quoted eco_json_hint(const char *word, const char *const *candidates, int count)
{
    struct eco_json_quoted hint = {""};
    int nearest = eco_nearest(word, candidates, count);
    bool one_letter = word[0] && !word[1]; /* to which every other one is near */
    if (nearest >= 0 && (!one_letter || strcasecmp(word, candidates[nearest]) == 0))
        snprintf(hint.text, sizeof hint.text, " (did you mean %.280s?)", eco_json_quote(candidates[nearest]).text);
    return hint;
}

bool eco_json_keeps(const struct eco_json *json, bool warning)
{
    return (warning ? json->problems->warnings : json->problems->errors) < ECO_PROBLEMS_KEPT;
}

static bool is_plain(const char *key)
{
    return *key && strlen(key) <= QUOTE_COLUMNS &&
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
        eco_str_printf(path, "[%s]", eco_json_quote(spot->key).text);
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
