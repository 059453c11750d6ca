#include "base/number.h"

#include <errno.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* The library never calls setlocale, but its host may have: the point is then put back. */
static void restore_point(char *text)
{
    const char *point = localeconv()->decimal_point;
    char *at = strcmp(point, ".") == 0 ? NULL : strstr(text, point);
    if (!at)
        return;
    size_t width = strlen(point);
    *at = '.';
    memmove(at + 1, at + width, strlen(at + width) + 1);
}

static char *print(char buffer[ECO_NUMBER_SIZE], double value, int digits)
{
    if (value == 0)
        value = 0; /* drops the sign */
    snprintf(buffer, ECO_NUMBER_SIZE, "%.*g", digits, value);
    restore_point(buffer);
    char *e = strchr(buffer, 'e');
    if (e) { /* 1e+20 -> 1e20, 1e-07 -> 1e-7 */
        char *to = e + 1, *from = e + 1;
        if (*from == '-')
            to++;
        from++;
        while (*from == '0')
            from++;
        memmove(to, from, strlen(from) + 1);
    }
    return buffer;
}

char *eco_number_print(char buffer[ECO_NUMBER_SIZE], double value)
{
    return print(buffer, value, 12);
}

char *eco_number_print_exact(char buffer[ECO_NUMBER_SIZE], double value)
{
    /* 15 digits always survive the way to a double and back, so fewer need not be tried; among subnormals they do not. */
    double back = 0;
    for (int digits = fabs(value) < DBL_MIN ? 1 : DBL_DIG; digits <= DBL_DECIMAL_DIG; digits++)
        if (eco_number_read(print(buffer, value, digits), &back) && back == value)
            break;
    return buffer;
}

double eco_number_round(double value)
{
    if (!isfinite(value))
        return value;
    char buffer[ECO_NUMBER_SIZE];
    double rounded = value;
    eco_number_read(eco_number_print(buffer, value), &rounded);
    return rounded;
}

bool eco_number_read(const char *text, double *ret_value)
{
    size_t length = strlen(text);
    if (length == 0 || length > 400 || strspn(text, "0123456789+-.eE") != length)
        return false;
    char local[408];
    const char *point = localeconv()->decimal_point, *dot = strchr(text, '.');
    if (dot && strcmp(point, ".") != 0)
        snprintf(local, sizeof local, "%.*s%s%s", (int)(dot - text), text, point, dot + 1);
    else
        snprintf(local, sizeof local, "%s", text);
    char *end;
    errno = 0;
    double value = strtod(local, &end);
    if (*end || !isfinite(value))
        return false;
    *ret_value = value;
    return true;
}

bool eco_integer_read(const char *text, long *ret_value)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (end == text || *end || errno || (*text != '-' && (*text < '0' || *text > '9')))
        return false;
    *ret_value = value;
    return true;
}

bool eco_number_near(double a, double b, double relative)
{
    double larger = fmax(fabs(a), fabs(b));
    return a == b || fabs(a - b) <= relative * larger;
}

struct ranked {
    double value;
    int index;
};

static int by_falling_value(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? 1 : -1;
    return (x->index > y->index) - (x->index < y->index);
}

/* Sorts the known values; returns how many there are. */
static int sort_known(const double *values, int count, struct ranked *ret_order)
{
    int known = 0;
    for (int i = 0; i < count; i++)
        if (!isnan(values[i]))
            ret_order[known++] = (struct ranked){values[i], i};
    qsort(ret_order, (size_t)known, sizeof *ret_order, by_falling_value);
    return known;
}

/* The end of the run of values equal to the first. */
static int run_end(const struct ranked *order, int first, int known)
{
    int end = first + 1;
    while (end < known && eco_number_near(order[first].value, order[end].value, 1e-9))
        end++;
    return end;
}

void eco_rank(const double *values, int count, double *ret_ranks)
{
    struct ranked *order = eco_alloc((size_t)count, sizeof *order);
    for (int i = 0; i < count; i++)
        ret_ranks[i] = NAN;
    int known = sort_known(values, count, order);
    for (int first = 0, end; first < known; first = end) {
        end = run_end(order, first, known);
        for (int k = first; k < end; k++)
            ret_ranks[order[k].index] = (first + end - 1) / 2.0 + 1;
    }
    free(order);
}

static int by_index(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    return (x->index > y->index) - (x->index < y->index);
}

void eco_order(const double *values, int count, int *ret_order)
{
    struct ranked *order = eco_alloc((size_t)count, sizeof *order);
    int known = sort_known(values, count, order), used = 0;
    for (int first = 0, end; first < known; first = end) {
        end = run_end(order, first, known);
        qsort(order + first, (size_t)(end - first), sizeof *order, by_index);
        for (int k = first; k < end; k++)
            ret_order[used++] = order[k].index;
    }
    for (int i = 0; i < count; i++)
        if (isnan(values[i]))
            ret_order[used++] = i;
    free(order);
}

double eco_percentile(const double *sorted, size_t count, double p)
{
    double at = (double)(count - 1) * p / 100;
    size_t below = (size_t)at;
    if (below + 1 >= count)
        return sorted[count - 1];
    return sorted[below] + (at - (double)below) * (sorted[below + 1] - sorted[below]);
}
