/* Members that begin with x- are kept as text. Numbers are written here rather than by jansson, which prints 0.1 as
 * 0.10000000000000001. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/json_load.h"

enum { DEPTH_LIMIT = 64 };

struct extra {
    struct eco_json *json;
    const struct eco_json_spot *spot; /* of the member under way */
    struct eco_str text;
};

static bool add_text(struct extra *extra, const char *text)
{
    size_t length = strlen(text);
    if (length > ECO_STRING_LIMIT) {
        eco_json_error(extra->json, extra->spot, "holds a string of %zu bytes, more than the limit of %d", length,
                       ECO_STRING_LIMIT);
        return false;
    }
    eco_str_add_char(&extra->text, '"');
    for (size_t i = 0; i < length;) {
        unsigned point = 0xfffd;
        int size = eco_utf8_decode(text + i, length - i, &point);
        if (point == '"' || point == '\\')
            eco_str_add_char(&extra->text, '\\');
        if (eco_utf8_is_control(point))
            eco_str_printf(&extra->text, "\\u%04x", point);
        else
            eco_str_add_bytes(&extra->text, text + i, size ? (size_t)size : 1);
        i += size ? (size_t)size : 1;
    }
    eco_str_add_char(&extra->text, '"');
    return true;
}

/* The shortest digits that read back as the same value, with the point that marks a real number. */
static void add_real(struct eco_str *text, double value)
{
    char digits[40];
    double back = 0;
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, value);
        size_t before = strspn(digits, "-0123456789"), point = strcspn(digits + before, "0123456789e");
        if (point > 1) /* a host's locale may write the point with several bytes */
            memmove(digits + before + 1, digits + before + point, strlen(digits + before + point) + 1);
        if (point)
            digits[before] = '.';
        if (eco_number_read(digits, &back) && back == value)
            break;
    }
    eco_str_printf(text, "%s%s", digits, strpbrk(digits, ".e") ? "" : ".0");
}

static bool add_value(struct extra *extra, const json_t *value, int depth);

static bool add_list(struct extra *extra, const json_t *list, int depth)
{
    eco_str_add_char(&extra->text, '[');
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (i)
            eco_str_add_char(&extra->text, ',');
        if (!add_value(extra, json_array_get(list, i), depth + 1))
            return false;
    }
    eco_str_add_char(&extra->text, ']');
    return true;
}

static bool add_object(struct extra *extra, const json_t *object, int depth)
{
    const char *key;
    json_t *member;
    bool first = true;
    eco_str_add_char(&extra->text, '{');
    json_object_foreach((json_t *)object, key, member)
    {
        if (!first)
            eco_str_add_char(&extra->text, ',');
        first = false;
        if (!add_text(extra, key))
            return false;
        eco_str_add_char(&extra->text, ':');
        if (!add_value(extra, member, depth + 1))
            return false;
    }
    eco_str_add_char(&extra->text, '}');
    return true;
}

static bool add_value(struct extra *extra, const json_t *value, int depth)
{
    bool nested = json_is_object(value) || json_is_array(value);
    if (nested && depth >= DEPTH_LIMIT) {
        eco_json_error(extra->json, extra->spot, "is nested deeper than the limit of %d levels", DEPTH_LIMIT);
        return false;
    }
    switch (json_typeof(value)) {
    case JSON_OBJECT: return add_object(extra, value, depth);
    case JSON_ARRAY: return add_list(extra, value, depth);
    case JSON_STRING: return add_text(extra, json_string_value(value));
    case JSON_INTEGER: eco_str_printf(&extra->text, "%" JSON_INTEGER_FORMAT, json_integer_value(value)); return true;
    case JSON_REAL: add_real(&extra->text, json_real_value(value)); return true;
    default:
        eco_str_add(&extra->text, json_is_true(value) ? "true" : json_is_false(value) ? "false" : "null");
        return true;
    }
}

const char *eco_json_extra(struct eco_json *json, const struct eco_json_spot *spot, const json_t *object)
{
    struct extra extra = {.json = json};
    const char *key;
    json_t *member;
    json_object_foreach((json_t *)object, key, member)
    {
        struct eco_json_spot at = {spot, key, 0};
        extra.spot = &at;
        if (!eco_str_starts(key, "x-"))
            continue;
        if (extra.text.length)
            eco_str_add_char(&extra.text, ',');
        if (!add_text(&extra, key))
            continue;
        eco_str_add_char(&extra.text, ':');
        add_value(&extra, member, 0);
    }
    const char *text = eco_arena_strdup(&json->eco->arena, eco_str_text(&extra.text));
    eco_str_finish(&extra.text);
    return text;
}
