#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "write/write.h"

/* Digits are made from integers, so that no locale has a say in them. */

#define UNDEFINED "–"

/* 12345 -> "12,345" */
static void write_whole(struct eco_str *out, unsigned long long whole)
{
    char digits[32];
    int count = 0;
    do {
        digits[count++] = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole);
    while (count-- > 0) {
        eco_str_add_char(out, digits[count]);
        if (count && count % 3 == 0)
            eco_str_add_char(out, ',');
    }
}

/* `scaled` / 10^decimals; `trim` drops zeros at the end. */
static void write_scaled(struct eco_str *out, long long scaled, int decimals, bool trim)
{
    unsigned long long size = scaled < 0 ? 0 - (unsigned long long)scaled : (unsigned long long)scaled;
    while (trim && decimals > 0 && size % 10 == 0) {
        size /= 10;
        decimals--;
    }
    unsigned long long unit = 1;
    for (int i = 0; i < decimals; i++)
        unit *= 10;
    if (scaled < 0)
        eco_str_add_char(out, '-');
    write_whole(out, size / unit);
    if (decimals > 0)
        eco_str_printf(out, ".%0*llu", decimals, size % unit);
}

/* Ties that are ties in the 12 digits that JSON shows are rounded up: 0.285 is 0.29. */
static long long scale(double value, int decimals)
{
    return llround(eco_number_round(value * pow(10, decimals)));
}

/* Three significant digits, without an exponent where that can be read. */
static void write_three_digits(struct eco_str *out, double value)
{
    if (value == 0) {
        eco_str_add_char(out, '0');
        return;
    }
    int power = (int)floor(log10(fabs(value)));
    /* In two steps: 10^(power - 2) alone may be 0. */
    double digits = eco_number_round(fabs(value) / pow(10, power) * 100);
    long long three = llround(digits);
    if (three >= 1000) {
        three = 100;
        power++;
    }
    if (value < 0)
        three = -three;
    if (power < -4 || power > 14) {
        write_scaled(out, three, 2, /* trim */ true);
        eco_str_printf(out, "e%d", power);
        return;
    }
    for (int i = 2; i < power; i++)
        three *= 10;
    write_scaled(out, three, power < 2 ? 2 - power : 0, /* trim */ true);
}

static void write_fixed(struct eco_str *out, double value, int decimals)
{
    long long scaled = fabs(value) < 1e15 ? scale(value, decimals) : 0;
    /* A weight of 0.04 is not 0.0, and 1e20 has no place in columns. */
    if (fabs(value) >= 1e15 || (scaled == 0 && value != 0 && decimals == 1))
        write_three_digits(out, value);
    else
        write_scaled(out, scaled, decimals, /* trim */ false);
}

static void write_share(struct eco_str *out, double value)
{
    double percent = eco_number_round(value * 100);
    bool small = percent != 0 && fabs(percent) < 0.95;
    if (small && scale(percent, 1) == 0)
        eco_str_add(out, percent < 0 ? ">-0.1" : "<0.1");
    else
        write_fixed(out, percent, small);
    eco_str_add(out, " %");
}

static void write_number(struct eco_str *out, double value, enum eco_unit unit)
{
    char buffer[ECO_NUMBER_SIZE];
    switch (unit) {
    case ECO_UNIT_NONE:
    case ECO_UNIT_SHOWN: eco_str_add(out, eco_number_print(buffer, value)); break;
    case ECO_UNIT_COUNT: write_fixed(out, value, 0); break;
    case ECO_UNIT_INDEX: write_fixed(out, value, 2); break;
    case ECO_UNIT_SHARE: write_share(out, value); break;
    case ECO_UNIT_WEIGHT: write_fixed(out, value, 1); break;
    case ECO_UNIT_NUMBER: write_three_digits(out, value); break;
    }
}

static void write_integer(struct eco_str *out, long long value, enum eco_unit unit)
{
    if (unit == ECO_UNIT_NONE)
        eco_str_printf(out, "%lld", value);
    else if (unit == ECO_UNIT_COUNT)
        write_scaled(out, value, 0, /* trim */ false);
    else
        write_number(out, (double)value, unit);
}

static void write_list(struct eco_str *out, const struct eco_list *list, enum eco_unit unit)
{
    for (size_t i = 0; i < list->count; i++) {
        if (i)
            eco_str_add(out, ", ");
        eco_text_write_cell(out, &list->items[i], unit);
    }
}

static void write_record(struct eco_str *out, const struct eco_record *record, enum eco_unit unit)
{
    for (size_t i = 0; i < record->count; i++) {
        if (i)
            eco_str_add(out, ", ");
        eco_utf8_clean(out, record->members[i].key);
        eco_str_add_char(out, ' ');
        eco_text_write_cell(out, &record->members[i].value, unit);
    }
}

void eco_text_write_cell(struct eco_str *out, const struct eco_value *value, enum eco_unit unit)
{
    switch (value->type) {
    case ECO_ABSENT: break;
    case ECO_NULL: eco_str_add(out, UNDEFINED); break;
    case ECO_BOOL: eco_str_add(out, value->as.truth ? "yes" : "no"); break;
    case ECO_INT: write_integer(out, value->as.integer, unit); break;
    case ECO_NUMBER:
        if (isfinite(value->as.number))
            write_number(out, value->as.number, unit);
        else
            eco_str_add(out, UNDEFINED);
        break;
    case ECO_STRING: eco_utf8_clean(out, value->as.text); break;
    case ECO_LIST: write_list(out, value->as.list, unit); break;
    case ECO_RECORD: write_record(out, value->as.record, unit); break;
    case ECO_TABLE: eco_str_printf(out, value->as.table->rows == 1 ? "%d row" : "%d rows", value->as.table->rows); break;
    }
}
