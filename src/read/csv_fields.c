#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "read/csv_load.h"
#include "read/place.h"
#include "read/text.h"

bool eco_csv_keeps(const struct eco_csv *csv, bool warning)
{
    return (warning ? csv->problems->warnings : csv->problems->errors) < ECO_PROBLEMS_KEPT;
}

static void report(struct eco_csv *csv, bool warning, int row, int field, size_t offset, const char *format, va_list args)
{
    if (!eco_csv_keeps(csv, warning)) { /* a place is dear to find, and nobody would see it */
        eco_problems_add(csv->problems, warning, 0, 0, NULL, "%s", "");
        return;
    }
    struct eco_place place = eco_place_at(csv->scan.data, csv->scan.length, offset);
    char *text = eco_vformat(format, args);
    char *path = eco_format("row %d%s%s", row, field < 0 ? "" : ", ", field < 0 ? "" : csv->fields[field].names[0]);
    eco_problems_add(csv->problems, warning, place.line, place.column, path, "%s", text);
    free(path);
    free(text);
}

size_t eco_csv_offset(const struct eco_csv *csv, int field)
{
    long column = field < 0 ? -1 : csv->columns[field];
    size_t at = column >= 0 && (size_t)column < csv->scan.count ? (size_t)column : 0;
    return csv->scan.cells[at].offset;
}

void eco_csv_error(struct eco_csv *csv, int field, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(csv, /*warning=*/false, csv->scan.row, field, eco_csv_offset(csv, field), format, args);
    va_end(args);
}

void eco_csv_warning(struct eco_csv *csv, int field, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(csv, /*warning=*/true, csv->scan.row, field, eco_csv_offset(csv, field), format, args);
    va_end(args);
}

void eco_csv_error_at(struct eco_csv *csv, int row, int field, size_t offset, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(csv, /*warning=*/false, row, field, offset, format, args);
    va_end(args);
}

/* A name as it is compared: lower case, "Part of" and "part-of" are part_of. */
static void normalise(const char *name, char *ret_name, size_t room)
{
    size_t used = 0;
    for (; *name && used + 1 < room; name++)
        ret_name[used++] = *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name == ' ' || *name == '-' ? '_' : *name;
    ret_name[used] = '\0';
}

/* The first field that has the name and, for the second column of a name, no column yet. */
static int field_of(const struct eco_csv_field *fields, int count, const char *name, const long *columns)
{
    char wanted[64];
    normalise(name, wanted, sizeof wanted);
    for (int f = 0; f < count; f++)
        for (int k = 0; k < ECO_CSV_NAMES && fields[f].names[k]; k++)
            if (columns[f] < 0 && strcmp(wanted, fields[f].names[k]) == 0)
                return f;
    return -1;
}

static int match_columns(const struct eco_csv_scan *scan, const struct eco_csv_field *fields, int count, long *columns)
{
    int found = 0;
    for (int f = 0; f < count; f++)
        columns[f] = -1;
    for (size_t i = 0; i < scan->count; i++) {
        int f = field_of(fields, count, eco_csv_cell_text(scan, &scan->cells[i]), columns);
        if (f < 0)
            continue;
        columns[f] = (long)i;
        found++;
    }
    return found;
}

int eco_csv_recognise(struct eco_csv_scan *scan, const struct eco_csv_field *fields, int count, long *ret_columns)
{
    static const char separators[] = {',', ';', '\t'};
    struct eco_problems *problems = scan->problems;
    int most = -1;
    size_t widest = 0;
    char best = ',';
    bool failed;
    scan->problems = NULL; /* what a wrong separator meets is no problem */
    for (size_t k = 0; k < sizeof separators; k++) {
        eco_csv_rewind(scan, separators[k]);
        if (!eco_csv_next(scan, &failed))
            continue;
        int found = match_columns(scan, fields, count, ret_columns);
        if (found > most || (found == most && scan->count > widest)) {
            most = found;
            widest = scan->count;
            best = separators[k];
        }
    }
    scan->problems = problems;
    eco_csv_rewind(scan, best);
    return most;
}

static void name_ignored(struct eco_csv *csv)
{
    enum { SHOWN = 8 };
    struct eco_str names = {0};
    size_t count = 0, first = 0;
    for (size_t i = 0; i < csv->scan.count; i++) {
        bool known = csv->scan.cells[i].length == 0; /* a column without a name cannot be named */
        for (int f = 0; f < csv->fields_count && !known; f++)
            known = csv->columns[f] == (long)i;
        if (known)
            continue;
        first = count ? first : csv->scan.cells[i].offset;
        if (count++ < SHOWN)
            eco_str_printf(&names, "%s%s", count > 1 ? ", " : "", eco_quote(eco_csv_cell_text(&csv->scan, &csv->scan.cells[i])).text);
    }
    if (count > SHOWN)
        eco_str_printf(&names, " and %zu more", count - SHOWN);
    struct eco_place place = eco_place_at(csv->scan.data, csv->scan.length, first);
    if (count)
        eco_problems_add(csv->problems, /*warning=*/true, place.line, place.column, "row 1", "ignored %s %s",
                         count == 1 ? "the column" : "the columns", eco_str_text(&names));
    eco_str_finish(&names);
}

static bool check_required(struct eco_csv *csv)
{
    const char **names = eco_alloc(csv->scan.count, sizeof *names);
    for (size_t i = 0; i < csv->scan.count; i++)
        names[i] = eco_csv_cell_text(&csv->scan, &csv->scan.cells[i]);
    bool complete = true;
    for (int f = 0; f < csv->fields_count; f++) {
        const char *name = csv->fields[f].names[0];
        if (!csv->fields[f].required || csv->columns[f] >= 0)
            continue;
        eco_csv_error(csv, -1, "there is no column \"%s\"%s", name, eco_quote_hint(name, names, (int)csv->scan.count).text);
        complete = false;
    }
    free(names);
    return complete;
}

bool eco_csv_begin(struct eco_csv *csv, const char *data, size_t length)
{
    bool failed;
    if (!eco_csv_open(&csv->scan, data, length, csv->problems))
        return false;
    eco_csv_recognise(&csv->scan, csv->fields, csv->fields_count, csv->columns);
    if (!eco_csv_next(&csv->scan, &failed)) {
        if (!failed)
            eco_problems_add(csv->problems, /*warning=*/false, 1, 1, NULL, "the table is empty: its first row names the columns");
        return false;
    }
    csv->width = csv->scan.count;
    match_columns(&csv->scan, csv->fields, csv->fields_count, csv->columns);
    if (!check_required(csv))
        return false;
    name_ignored(csv);
    return true;
}

void eco_csv_end(struct eco_csv *csv)
{
    eco_csv_close(&csv->scan);
}

/* The first cell behind the last column that is not empty, or -1; separators at the end of a line mean nothing. */
static long surplus_cell(const struct eco_csv *csv)
{
    for (size_t i = csv->width; i < csv->scan.count; i++)
        if (csv->scan.cells[i].length)
            return (long)i;
    return -1;
}

bool eco_csv_next_row(struct eco_csv *csv)
{
    bool failed;
    while (eco_csv_next(&csv->scan, &failed)) {
        csv->rows++;
        long surplus = surplus_cell(csv);
        if (surplus < 0)
            return true;
        eco_csv_error_at(csv, csv->scan.row, /*field=*/-1, csv->scan.cells[surplus].offset,
                         "has %zu cells, but the table has %zu columns; a cell that holds the separator stands in quotes",
                         csv->scan.count, csv->width);
    }
    return false;
}
