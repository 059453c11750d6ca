#include "read/period.h"

#include <string.h>

/* The number that `count` digits spell, or -1. */
static int digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static bool read_one(const char *text, size_t length, struct eco_period *ret_period)
{
    int year = length >= 4 ? digits(text, 4) : -1;
    int first = 0, months = 12;
    if (year < 0 || (length != 4 && (length != 7 || text[4] != '-')))
        return false;
    if (length == 7 && text[5] == 'Q') {
        first = (text[6] - '1') * 3;
        months = 3;
    } else if (length == 7) {
        first = digits(text + 5, 2) - 1;
        months = 1;
    }
    if (first < 0 || first > 12 - months)
        return false;
    *ret_period = (struct eco_period){year * 12 + first, year * 12 + first + months - 1};
    return true;
}

enum eco_period_fault eco_period_read(const char *text, struct eco_period *ret_period)
{
    if (!text) {
        *ret_period = (struct eco_period){INT_MIN, INT_MAX};
        return ECO_PERIOD_OK;
    }
    size_t length = strcspn(text, "/");
    const char *second = text[length] ? text + length + 1 : text;
    struct eco_period a, b;
    if (!read_one(text, length, &a) || !read_one(second, strlen(second), &b))
        return ECO_PERIOD_FORM;
    if (a.first > b.last)
        return ECO_PERIOD_ORDER;
    *ret_period = (struct eco_period){a.first, b.last};
    return ECO_PERIOD_OK;
}
