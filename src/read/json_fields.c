#include "read/json_load.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "base/utf8.h"

const char *eco_json_type(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT: return "an object";
    case JSON_ARRAY: return "a list";
    case JSON_STRING: return "a string";
    case JSON_INTEGER:
    case JSON_REAL: return "a number";
    case JSON_TRUE: return "true";
    case JSON_FALSE: return "false";
    default: return "null";
    }
}

static void refuse_key(struct eco_json *json, const struct eco_json_spot *spot, const char *key,
                       const char *const *keys)
{
    int count = 0;
    while (keys[count])
        count++;
    eco_json_key_error(json, spot, key, "unknown key %s%s", eco_quote(key).text,
                       eco_quote_hint(key, keys, count).text);
}

static bool is_known(const char *key, const char *const *keys)
{
    for (; *keys; keys++)
        if (strcmp(key, *keys) == 0)
            return true;
    return false;
}

bool eco_json_enter(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value,
                    const char *const *keys, struct eco_json_object *ret_object, const char **ret_extra)
{
    if (!json_is_object(value)) {
        eco_json_error(json, spot, "must be an object, not %s", eco_json_type(value));
        return false;
    }
    bool extra = false;
    const char *key;
    json_t *member;
    json_object_foreach((json_t *)value, key, member)
    {
        if (eco_str_starts(key, "x-"))
            extra = true;
        else if (!is_known(key, keys))
            refuse_key(json, spot, key, keys);
    }
    *ret_extra = extra ? eco_json_extra(json, spot, value) : NULL;
    *ret_object = (struct eco_json_object){json, value, spot};
    return true;
}

/* The member or, where it is missing, NULL; then reports it if it is required. */
static const json_t *member_of(const struct eco_json_object *object, const char *key, int rules)
{
    const json_t *value = json_object_get(object->value, key);
    if (!value && (rules & ECO_JSON_REQUIRED))
        eco_json_error(object->json, object->spot, "the key \"%s\" is missing", key);
    return value;
}

/* The same for keys with one value, where null means that there is none. */
static const json_t *scalar_of(const struct eco_json_object *object, const char *key, int rules)
{
    const json_t *value = member_of(object, key, rules);
    return json_is_null(value) && !(rules & ECO_JSON_REQUIRED) ? NULL : value;
}

bool eco_json_check_text(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, int rules)
{
    if (!json_is_string(value)) {
        eco_json_error(json, spot, "must be a string, not %s", eco_json_type(value));
        return false;
    }
    size_t length = json_string_length(value);
    if (length > ECO_STRING_LIMIT) {
        eco_json_error(json, spot, "has %zu bytes, more than the limit of %d for a string", length, ECO_STRING_LIMIT);
        return false;
    }
    unsigned point = eco_text_forbidden(json_string_value(value), length, (rules & ECO_JSON_LINES) != 0);
    if (point) {
        const char *but = rules & ECO_JSON_LINES ? " other than line feed and tab" : "";
        eco_json_error(json, spot, "must not hold control characters%s, but holds U+%04X", but, point);
        return false;
    }
    if (length == 0 && (rules & (ECO_JSON_REQUIRED | ECO_JSON_NONEMPTY))) {
        eco_json_error(json, spot, "must not be empty");
        return false;
    }
    return true;
}

const char *eco_json_borrow(const struct eco_json_object *object, const char *key, int rules)
{
    const json_t *value = scalar_of(object, key, rules);
    struct eco_json_spot spot = {object->spot, key, 0};
    if (!value || !eco_json_check_text(object->json, &spot, value, rules) || json_string_length(value) == 0)
        return NULL;
    return json_string_value(value);
}

const char *eco_json_text(const struct eco_json_object *object, const char *key, int rules)
{
    return eco_arena_strdup(&object->json->eco->arena, eco_json_borrow(object, key, rules));
}

bool eco_json_number(const struct eco_json_object *object, const char *key, int rules, double *ret_value)
{
    const json_t *value = scalar_of(object, key, rules);
    if (!value)
        return false;
    struct eco_json_spot spot = {object->spot, key, 0};
    if (!json_is_number(value)) {
        eco_json_error(object->json, &spot, "must be a number, not %s", eco_json_type(value));
        return false;
    }
    *ret_value = json_number_value(value);
    return true;
}

int eco_json_year(const struct eco_json_object *object, const char *key)
{
    double year;
    if (!eco_json_number(object, key, 0, &year))
        return ECO_NO_YEAR;
    if (year == floor(year) && year >= ECO_YEAR_MIN && year <= ECO_YEAR_MAX)
        return (int)year;
    struct eco_json_spot spot = {object->spot, key, 0};
    char shown[ECO_NUMBER_SIZE];
    eco_json_error(object->json, &spot, "must be a year, a whole number from %d to %d, not %s", ECO_YEAR_MIN, ECO_YEAR_MAX,
                   eco_number_print(shown, year));
    return ECO_NO_YEAR;
}

void eco_json_years(const struct eco_json_object *object, int *ret_since, int *ret_until)
{
    *ret_since = eco_json_year(object, "since");
    *ret_until = eco_json_year(object, "until");
    struct eco_json_spot spot = {object->spot, "until", 0};
    if (*ret_since != ECO_NO_YEAR && *ret_until != ECO_NO_YEAR && *ret_until < *ret_since)
        eco_json_error(object->json, &spot, "%d is before \"since\", which is %d", *ret_until, *ret_since);
}

static void refuse_choice(struct eco_json *json, const struct eco_json_spot *spot, const char *what, const char *word,
                          const char *const *names, int count)
{
    struct eco_str known = {0};
    for (int i = 0; i < count; i++)
        eco_str_printf(&known, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", names[i]);
    eco_json_error(json, spot, "no %s %s%s; it is %s", what, eco_quote(word).text,
                   eco_quote_hint(word, names, count).text, eco_str_text(&known));
    eco_str_finish(&known);
}

int eco_json_choice_at(struct eco_json *json, const struct eco_json_spot *spot, const json_t *value, const char *what,
                       const char *const *names, int count)
{
    if (!eco_json_check_text(json, spot, value, ECO_JSON_NONEMPTY))
        return -1;
    for (int i = 0; i < count; i++)
        if (strcmp(json_string_value(value), names[i]) == 0)
            return i;
    refuse_choice(json, spot, what, json_string_value(value), names, count);
    return -1;
}

int eco_json_choice(const struct eco_json_object *object, const char *key, int rules, const char *what,
                    const char *const *names, int count)
{
    const json_t *value = scalar_of(object, key, rules);
    struct eco_json_spot spot = {object->spot, key, 0};
    return value ? eco_json_choice_at(object->json, &spot, value, what, names, count) : -1;
}

const json_t *eco_json_list(const struct eco_json_object *object, const char *key, int rules, size_t limit)
{
    const json_t *value = member_of(object, key, rules);
    if (!value)
        return NULL;
    struct eco_json_spot spot = {object->spot, key, 0};
    if (!json_is_array(value)) {
        eco_json_error(object->json, &spot, "must be a list, not %s", eco_json_type(value));
        return NULL;
    }
    if (limit && json_array_size(value) > limit) {
        eco_json_error(object->json, &spot, "has %zu entries, more than the limit of %zu", json_array_size(value),
                       limit);
        return NULL;
    }
    return value;
}

void eco_json_texts(const struct eco_json_object *object, const char *key, struct eco_words *ret_words)
{
    struct eco_json *json = object->json;
    const json_t *list = eco_json_list(object, key, 0, ECO_LIST_LIMIT);
    size_t count = json_array_size(list);
    if (count == 0)
        return;
    struct eco_json_spot spot = {object->spot, key, 0};
    ret_words->items = eco_arena_alloc(&json->eco->arena, count, sizeof *ret_words->items);
    for (size_t i = 0; i < count; i++) {
        struct eco_json_spot item = {&spot, NULL, i};
        const json_t *value = json_array_get(list, i);
        if (eco_json_check_text(json, &item, value, ECO_JSON_NONEMPTY))
            ret_words->items[ret_words->count++] = eco_arena_strdup(&json->eco->arena, json_string_value(value));
    }
}

const char *eco_json_id(const struct eco_json_object *object, struct eco_index *seen, size_t index)
{
    const char *id = eco_json_text(object, "id", ECO_JSON_REQUIRED);
    if (!id)
        return NULL;
    int first = eco_index_add(seen, id, (int)index);
    if (first == (int)index)
        return id;
    struct eco_json_spot spot = {object->spot, "id", 0};
    eco_json_error(object->json, &spot, "the id %s is already that of %s[%d]", eco_quote(id).text,
                   object->spot->up->key, first);
    return NULL;
}
