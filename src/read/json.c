/* The format ecograph/1: one JSON object.
 *
 * Null. It means "none" in every key that is optional and holds a single value (part_of, since, until, sector,
 * country, name, label, class, title, authors, year, url, confidence, basis, bound, unit, at, note, focal), exactly as
 * if the key were missing. Required keys and lists are never null.
 *
 * Empty text counts as none too, where text is free and optional (name, label, sector, country, title, authors, url,
 * unit, at, note). Ids, references and words of lists are never empty.
 *
 * Texts hold no control characters; title and note may hold line feeds and tabs. A year is a whole number from -10000
 * to 10000. An exposure needs dimension and value, a quantity name and value, a piece of evidence its source. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "read/json_load.h"
#include "read/read.h"

static const char bom[] = "\xef\xbb\xbf";

static size_t bom_length(const char *data, size_t length)
{
    return length >= 3 && memcmp(data, bom, 3) == 0 ? 3 : 0;
}

static void check_format(const struct eco_json_object *file)
{
    struct eco_json_spot spot = {NULL, "format", 0};
    const char *format = eco_json_borrow(file, "format", ECO_JSON_REQUIRED);
    if (!format || strcmp(format, "ecograph/1") == 0)
        return;
    if (eco_str_starts(format, "ecograph-scenario/"))
        eco_json_error(file->json, &spot, "this is a scenario, not an ecosystem (\"ecograph/1\")");
    else
        eco_json_error(file->json, &spot, "must be \"ecograph/1\", not %s", eco_quote(format).text);
}

static void read_focal(const struct eco_json_object *file)
{
    struct eco_json_spot spot = {NULL, "focal", 0};
    const char *focal = eco_json_borrow(file, "focal", ECO_JSON_NONEMPTY);
    if (focal)
        file->json->eco->focal = eco_json_entity(file->json, &spot, focal);
}

/* Lists in the order in which they refer to each other, whatever their order in the file. */
static void read_object(struct eco_json *json, const json_t *root)
{
    static const char *const keys[] = {"format",         "name",      "focal",    "sources",   "entity_kinds",
                                       "relation_kinds", "resources", "entities", "relations", NULL};
    struct eco_json_object file;
    if (!eco_json_enter(json, NULL, root, keys, &file, &json->eco->extra))
        return;
    check_format(&file);
    json->eco->name = eco_json_text(&file, "name", 0);
    eco_json_read_sources(&file);
    eco_json_read_vocabulary(&file, ECO_ENTITY_KINDS);
    eco_json_read_vocabulary(&file, ECO_RELATION_KINDS);
    eco_json_read_vocabulary(&file, ECO_RESOURCES);
    eco_json_read_entities(&file, ECO_JSON_REQUIRED);
    read_focal(&file);
    eco_json_check_parts(json);
    eco_json_read_relations(&file, ECO_JSON_REQUIRED);
    eco_json_check_repeats(json);
}

int eco_json_parse(struct eco_json *json, json_t **ret_root)
{
    json_error_t error;
    json_t *root = json_loadb(json->text, json->length, JSON_REJECT_DUPLICATES, &error);
    if (root) {
        *ret_root = root;
        return ECO_OK;
    }
    size_t position = error.position > 0 ? (size_t)error.position : 0;
    struct eco_json_refused refused = {
        .duplicate_end = json_error_code(&error) == json_error_duplicate_key ? position : 0,
        .large_end = json_error_code(&error) == json_error_numeric_overflow ? position : 0,
    };
    if (eco_json_report_syntax(json, refused))
        return ECO_EINPUT;
    /* Where memory ends, jansson gives no reason or that of some token: a text without a fault is what tells. */
    eco_problems_error(json->problems, "out of memory");
    return ECO_ELIMIT;
}

void eco_json_init(struct eco_json *json, const char *data, size_t length, const char *what, struct eco_ecosystem *eco,
                   struct eco_problems *problems)
{
    size_t skipped = bom_length(data, length);
    *json = (struct eco_json){
        .text = data + skipped,
        .length = length - skipped,
        .what = what,
        .eco = eco,
        .problems = problems,
        .words = {{.vocabulary = &eco->entity_kinds},
                  {.vocabulary = &eco->relation_kinds},
                  {.vocabulary = &eco->resources}},
    };
}

void eco_json_finish(struct eco_json *json)
{
    for (int role = 0; role < 3; role++)
        free(json->words[role].warned);
    free(json->entity_spots);
    free(json->resource_users);
}

static int read_json(const char *data, size_t length, struct eco_ecosystem **ret_eco, struct eco_problems *problems)
{
    size_t errors = problems->errors, first = problems->count;
    struct eco_ecosystem *eco = eco_ecosystem_create();
    struct eco_json json;
    eco_json_init(&json, data, length, "an ecosystem file", eco, problems);
    json_t *root = NULL;
    int code = eco_json_parse(&json, &root);
    if (root)
        read_object(&json, root);
    json_decref(root);
    eco_json_sort_problems(problems, first);
    eco_json_finish(&json);
    int on_cycle; /* unused: a cycle was reported with the errors */
    if (problems->errors > errors || !eco_ecosystem_find_roots(eco, &on_cycle)) {
        eco_ecosystem_destroy(eco);
        return code ? code : ECO_EINPUT;
    }
    *ret_eco = eco;
    return ECO_OK;
}

static bool matches(const char *data, size_t length)
{
    size_t i = bom_length(data, length);
    while (i < length && data[i] && strchr(" \t\r\n", data[i]))
        i++;
    return i < length && (data[i] == '{' || data[i] == '[');
}

static const char *const suffixes[] = {".json", NULL};

const struct eco_reader eco_reader_json = {
    .name = "json",
    .suffixes = suffixes,
    .meaning = "ecograph's own format, ecograph/1",
    .matches = matches,
    .read = read_json,
};
