/* Rows and cells, as RFC 4180 has them and spreadsheets write them: any line ends, quotes where they are wanted, blanks
 * around a cell that has none. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "read/csv_load.h"
#include "read/place.h"

static void fail(struct eco_csv_scan *scan, size_t offset, const char *text)
{
    if (!scan->problems)
        return;
    struct eco_place place = eco_place_at(scan->data, scan->length, offset);
    eco_problems_add(scan->problems, /*warning=*/false, place.line, place.column, NULL, "%s", text);
}

static bool check_bytes(struct eco_csv_scan *scan)
{
    const char *data = scan->data, *zero = memchr(data, 0, scan->length);
    if (scan->length >= 2 && (memcmp(data, "\xff\xfe", 2) == 0 || memcmp(data, "\xfe\xff", 2) == 0)) {
        fail(scan, 0, "the file is UTF-16, not UTF-8; save it as \"CSV UTF-8\"");
        return false;
    }
    if (zero) {
        fail(scan, (size_t)(zero - data), "a table holds no zero bytes; if the file is UTF-16, save it as \"CSV UTF-8\"");
        return false;
    }
    for (size_t i = 0; i < scan->length;) {
        unsigned point;
        int size = eco_utf8_decode(data + i, scan->length - i, &point);
        if (size == 0) {
            fail(scan, i, "the text is not UTF-8 here; save the file as \"CSV UTF-8\"");
            return false;
        }
        i += (size_t)size;
    }
    return true;
}

static size_t line_end(const struct eco_csv_scan *scan, size_t from)
{
    while (from < scan->length && scan->data[from] != '\n' && scan->data[from] != '\r')
        from++;
    return from;
}

static size_t after_line_end(const struct eco_csv_scan *scan, size_t at)
{
    bool two = at + 1 < scan->length && scan->data[at] == '\r' && scan->data[at + 1] == '\n';
    return at < scan->length ? at + (two ? 2 : 1) : at;
}

/* A first line "sep=;", by which a file tells a spreadsheet its separator; 0 = there is none. */
static char told_separator(const struct eco_csv_scan *scan, size_t *ret_next)
{
    size_t end = line_end(scan, 0), quoted = end > 1 && scan->data[0] == '"' && scan->data[end - 1] == '"';
    const char *line = scan->data + quoted;
    if (end - 2 * quoted != strlen("sep=;") || strncasecmp(line, "sep=", 4) != 0 || !strchr(",;\t|", line[4]))
        return 0;
    *ret_next = after_line_end(scan, end);
    return line[4];
}

void eco_csv_rewind(struct eco_csv_scan *scan, char separator)
{
    scan->at = 0;
    char told = told_separator(scan, &scan->at);
    scan->separator = told ? told : separator;
    scan->row = 0;
}

bool eco_csv_open(struct eco_csv_scan *scan, const char *data, size_t length, struct eco_problems *problems)
{
    size_t mark = length >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    *scan = (struct eco_csv_scan){.data = data + mark, .length = length - mark, .problems = problems};
    eco_csv_rewind(scan, ',');
    return check_bytes(scan);
}

void eco_csv_close(struct eco_csv_scan *scan)
{
    eco_str_finish(&scan->text);
    free(scan->cells);
}

const char *eco_csv_cell_text(const struct eco_csv_scan *scan, const struct eco_csv_cell *cell)
{
    return scan->text.data + cell->start;
}

/* The length of a blank at `at`: a space, a tab that separates nothing, or a space that does not break. */
static size_t blank(const struct eco_csv_scan *scan, size_t at)
{
    if (at >= scan->length)
        return 0;
    if (scan->data[at] == ' ' || (scan->data[at] == '\t' && scan->separator != '\t'))
        return 1;
    return at + 1 < scan->length && memcmp(scan->data + at, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

static size_t skip_blanks(const struct eco_csv_scan *scan, size_t at)
{
    for (size_t size; (size = blank(scan, at));)
        at += size;
    return at;
}

static bool ends_cell(const struct eco_csv_scan *scan, size_t at)
{
    return at >= scan->length || scan->data[at] == scan->separator || scan->data[at] == '\n' || scan->data[at] == '\r';
}

/* `at` is behind the opening quote. Line ends become line feeds. */
static bool read_quoted(struct eco_csv_scan *scan, size_t at)
{
    size_t open = at - 1;
    for (; at < scan->length; at++) {
        char c = scan->data[at];
        if (c == '"' && at + 1 < scan->length && scan->data[at + 1] == '"') {
            at++;
        } else if (c == '"') {
            scan->at = skip_blanks(scan, at + 1);
            if (ends_cell(scan, scan->at))
                return true;
            fail(scan, scan->at, "text behind a closing quote; a quote inside quotes is written twice");
            return false;
        } else if (c == '\r') {
            at += at + 1 < scan->length && scan->data[at + 1] == '\n';
            c = '\n';
        }
        eco_str_add_char(&scan->text, c);
    }
    fail(scan, open, "this quote is never closed");
    return false;
}

static void read_plain(struct eco_csv_scan *scan, size_t at)
{
    size_t end = at, last = at;
    for (size_t size; !ends_cell(scan, end); end += size ? size : 1) {
        size = blank(scan, end);
        last = size ? last : end + 1;
    }
    eco_str_add_bytes(&scan->text, scan->data + at, last - at);
    scan->at = end;
}

static bool read_cell(struct eco_csv_scan *scan)
{
    size_t at = skip_blanks(scan, scan->at), start = scan->text.length;
    if (at < scan->length && scan->data[at] == '"') {
        if (!read_quoted(scan, at + 1))
            return false;
    } else {
        read_plain(scan, at);
    }
    struct eco_csv_cell *cell = ECO_PUSH(scan->cells, scan->count, scan->capacity);
    *cell = (struct eco_csv_cell){at, start, scan->text.length - start};
    eco_str_add_bytes(&scan->text, "", 1); /* its end, so that a cell is a string */
    return true;
}

static bool read_row(struct eco_csv_scan *scan)
{
    scan->count = 0;
    scan->text.length = 0;
    scan->row++;
    for (;;) {
        if (!read_cell(scan))
            return false;
        if (scan->at >= scan->length || scan->data[scan->at] != scan->separator)
            break;
        scan->at++;
    }
    scan->at = after_line_end(scan, scan->at);
    return true;
}

static bool is_empty(const struct eco_csv_scan *scan)
{
    for (size_t i = 0; i < scan->count; i++)
        if (scan->cells[i].length)
            return false;
    return true;
}

bool eco_csv_next(struct eco_csv_scan *scan, bool *ret_failed)
{
    *ret_failed = false;
    while (scan->at < scan->length) {
        if (!read_row(scan)) {
            *ret_failed = true;
            return false;
        }
        if (!is_empty(scan))
            return true;
    }
    return false;
}
