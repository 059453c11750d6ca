#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "read/csv_load.h"
#include "read/text.h"

/* An apostrophe that our own tables put before what a spreadsheet would run. */
static bool is_guarded(const char *text)
{
    return *text == '\'' && eco_str_is_formula(text + strspn(text, "'"));
}

/* The cell's text as it stands, NULL where it is empty or missing. Good until the next row. */
static const char *raw(const struct eco_csv *csv, int field)
{
    long column = csv->columns[field];
    if (column < 0 || (size_t)column >= csv->scan.count || csv->scan.cells[column].length == 0)
        return NULL;
    const char *text = eco_csv_cell_text(&csv->scan, &csv->scan.cells[column]);
    return is_guarded(text) ? text + 1 : text;
}

bool eco_csv_is_empty(const struct eco_csv *csv, int field)
{
    return !raw(csv, field);
}

static bool check_text(struct eco_csv *csv, int field, const char *text, bool lines)
{
    size_t length = strlen(text);
    unsigned point = eco_text_forbidden(text, length, lines);
    if (length > ECO_STRING_LIMIT)
        eco_csv_error(csv, field, "has %zu bytes, more than the limit of %d for a text", length, ECO_STRING_LIMIT);
    else if (point == '\n')
        eco_csv_error(csv, field, "must stand on one line");
    else if (point)
        eco_csv_error(csv, field, "must not hold control characters, but holds U+%04X", point);
    return length <= ECO_STRING_LIMIT && !point;
}

const char *eco_csv_text(struct eco_csv *csv, int field, bool lines)
{
    const char *text = raw(csv, field);
    return text && check_text(csv, field, text, lines) ? eco_arena_strdup(&csv->eco->arena, text) : NULL;
}

bool eco_csv_number(struct eco_csv *csv, int field, double *ret_value)
{
    const char *text = raw(csv, field);
    if (!text)
        return false;
    char number[64];
    size_t length = strlen(text), comma = strcspn(text, ",");
    if (length < sizeof number) {
        memcpy(number, text, length + 1);
        if (csv->scan.separator == ';' && comma < length && !strchr(text, '.'))
            number[comma] = '.';
        if (eco_number_read(number, ret_value))
            return true;
    }
    bool decimal = comma < length && csv->scan.separator != ';';
    eco_csv_error(csv, field, "%s is no number%s", eco_quote(text).text,
                  decimal ? "; a decimal comma counts where semicolons separate the cells" : "");
    return false;
}

static int read_year(struct eco_csv *csv, int field)
{
    double year;
    char shown[ECO_NUMBER_SIZE];
    if (!eco_csv_number(csv, field, &year))
        return ECO_NO_YEAR;
    if (year == floor(year) && year >= ECO_YEAR_MIN && year <= ECO_YEAR_MAX)
        return (int)year;
    eco_csv_error(csv, field, "must be a year, a whole number from %d to %d, not %s", ECO_YEAR_MIN, ECO_YEAR_MAX,
                  eco_number_print(shown, year));
    return ECO_NO_YEAR;
}

void eco_csv_years(struct eco_csv *csv, int since, int until, int *ret_since, int *ret_until)
{
    *ret_since = read_year(csv, since);
    *ret_until = read_year(csv, until);
    if (*ret_since != ECO_NO_YEAR && *ret_until != ECO_NO_YEAR && *ret_until < *ret_since)
        eco_csv_error(csv, until, "%d is before \"since\", which is %d", *ret_until, *ret_since);
}

/* The entries between semicolons, without the blanks around them; empty ones too. A backslash before a semicolon, a
 * blank or a backslash makes that a plain character. */
static void split(struct eco_csv *csv, const char *text, struct eco_words *ret_words)
{
    size_t count = 1;
    for (const char *c = text; *c; c++)
        count += *c == ';';
    char *from = eco_arena_strdup(&csv->eco->arena, text), *to = from;
    ret_words->items = eco_arena_alloc(&csv->eco->arena, count, sizeof *ret_words->items);
    ret_words->count = 0;
    for (bool more = true; more;) {
        from += strspn(from, " ");
        char *entry = to, *end = to;
        for (; *from && *from != ';'; from++) {
            bool plain = *from == '\\' && from[1] && strchr("; \\", from[1]);
            from += plain;
            *to++ = *from;
            end = plain || *from != ' ' ? to : end;
        }
        to = end;
        more = *from++ == ';'; /* before its place may be written over */
        *to++ = '\0';
        ret_words->items[ret_words->count++] = entry;
    }
}

void eco_csv_words(struct eco_csv *csv, int field, struct eco_words *ret_words)
{
    const char *text = eco_csv_text(csv, field, /*lines=*/false);
    *ret_words = (struct eco_words){0};
    if (!text)
        return;
    struct eco_words all;
    split(csv, text, &all);
    int kept = 0;
    for (int i = 0; i < all.count; i++)
        if (*all.items[i])
            all.items[kept++] = all.items[i];
    all.count = kept;
    if (kept > ECO_LIST_LIMIT)
        eco_csv_error(csv, field, "has %d entries, more than the limit of %d", kept, ECO_LIST_LIMIT);
    else
        *ret_words = all;
}

int eco_csv_choice(struct eco_csv *csv, int field, const char *const *names, int count, int otherwise)
{
    const char *text = raw(csv, field);
    if (!text)
        return otherwise;
    for (int i = 0; i < count; i++)
        if (strcasecmp(text, names[i]) == 0)
            return i;
    struct eco_str known = {0};
    for (int i = 0; i < count; i++)
        eco_str_printf(&known, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", names[i]);
    eco_csv_error(csv, field, "must be %s, not %s", eco_str_text(&known), eco_quote(text).text);
    eco_str_finish(&known);
    return otherwise;
}

static int source_of(struct eco_csv *csv, const char *id)
{
    int number = eco_index_find(&csv->eco->source_index, id);
    return number >= 0 ? number : eco_ecosystem_add_source(csv->eco, id);
}

void eco_csv_evidence(struct eco_csv *csv, int source, int at, struct eco_evidences *ret_evidence)
{
    struct eco_words sources, places = {0};
    eco_csv_words(csv, source, &sources);
    const char *place = eco_csv_text(csv, at, /*lines=*/false);
    *ret_evidence = (struct eco_evidences){0};
    if (place && sources.count == 0) {
        if (!raw(csv, source))
            eco_csv_error(csv, at, "is the place in a source, but no source is named");
        return;
    }
    if (place && sources.count > 1)
        split(csv, place, &places);
    if (places.count > 0 && places.count != sources.count) {
        eco_csv_error(csv, at, "names %d places for %d sources", places.count, sources.count);
        return;
    }
    ret_evidence->items = eco_arena_alloc(&csv->eco->arena, (size_t)sources.count, sizeof *ret_evidence->items);
    ret_evidence->count = sources.count;
    for (int i = 0; i < sources.count; i++) {
        const char *where = places.count ? places.items[i] : place;
        ret_evidence->items[i].source = source_of(csv, sources.items[i]);
        ret_evidence->items[i].at = where && *where ? where : NULL;
    }
}

int eco_csv_plain_word(struct eco_csv *csv, struct eco_vocabulary *vocabulary, const char *word)
{
    int number = eco_vocabulary_find(vocabulary, word);
    if (number < 0)
        number = eco_vocabulary_add(vocabulary, eco_arena_strdup(&csv->eco->arena, word));
    vocabulary->terms[number].used = true;
    return number;
}

int eco_csv_word(struct eco_csv *csv, int field, struct eco_vocabulary *vocabulary, const char *what, const char *word)
{
    if (eco_vocabulary_find(vocabulary, word) < 0) {
        bool of_relations = vocabulary == &csv->eco->relation_kinds;
        int nearest = eco_csv_keeps(csv, /*warning=*/true) ? eco_vocabulary_nearest(vocabulary, word) : -1;
        const char *candidate = nearest < 0 ? NULL : vocabulary->terms[nearest].id;
        eco_csv_warning(csv, field, "%s is no built-in %s; taken as %s%s", eco_quote(word).text, what,
                        of_relations ? "cooperative, without flags" : "it is", eco_quote_hint(word, &candidate, 1).text);
    }
    return eco_csv_plain_word(csv, vocabulary, word);
}
