#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"

void eco_str_add_bytes(struct eco_str *str, const char *bytes, size_t length)
{
    str->data = eco_grow(str->data, &str->capacity, str->length + length + 1, 1);
    if (length)
        memcpy(str->data + str->length, bytes, length);
    str->length += length;
    str->data[str->length] = '\0';
}

void eco_str_add(struct eco_str *str, const char *text)
{
    eco_str_add_bytes(str, text, strlen(text));
}

void eco_str_add_char(struct eco_str *str, char c)
{
    eco_str_add_bytes(str, &c, 1);
}

void eco_str_repeat(struct eco_str *str, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        eco_str_add(str, text);
}

char *eco_vformat(const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        return eco_strdup("");
    char *text = eco_alloc((size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

char *eco_format(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = eco_vformat(format, args);
    va_end(args);
    return text;
}

void eco_str_printf(struct eco_str *str, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = eco_vformat(format, args);
    va_end(args);
    eco_str_add(str, text);
    free(text);
}

const char *eco_str_text(const struct eco_str *str)
{
    return str->data ? str->data : "";
}

void eco_str_finish(struct eco_str *str)
{
    if (!str)
        return;
    free(str->data);
    *str = (struct eco_str){0};
}

bool eco_str_equal(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

bool eco_str_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool eco_str_ends(const char *text, const char *suffix)
{
    size_t length = strlen(text), tail = strlen(suffix);
    return length >= tail && strcasecmp(text + length - tail, suffix) == 0;
}

/* Spreadsheets set for Chinese or Japanese take the full-width signs as well. */
bool eco_str_is_formula(const char *text)
{
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (eco_str_starts(text, starts[i]))
            return true;
    return false;
}

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

static int least(int a, int b, int c)
{
    int m = a < b ? a : b;
    return m < c ? m : c;
}

enum { NEAREST_LENGTH = 64 }; /* longer words are typed by nobody */

/* Optimal string alignment: insert, delete, replace, swap neighbours; three rolling rows. */
static int distance(const char *a, const char *b)
{
    int n = (int)strlen(a), m = (int)strlen(b);
    int rows[3][NEAREST_LENGTH + 1];
    int *before = rows[0], *last = rows[1], *now = rows[2];
    for (int j = 0; j <= m; j++)
        last[j] = j;
    for (int i = 1; i <= n; i++) {
        now[0] = i;
        for (int j = 1; j <= m; j++) {
            int replace = lower(a[i - 1]) != lower(b[j - 1]);
            now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + replace);
            bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped && before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
        int *free_row = before;
        before = last;
        last = now;
        now = free_row;
    }
    return last[m];
}

int eco_nearest(const char *word, const char *const *candidates, int count)
{
    size_t length = strlen(word);
    if (length < 2 || length > NEAREST_LENGTH) /* of one letter anything would be near */
        return -1;
    int limit = (int)length / 3 > 1 ? (int)length / 3 : 1;
    int best = -1;
    for (int i = 0; i < count; i++) {
        if (!candidates[i] || strlen(candidates[i]) > NEAREST_LENGTH)
            continue;
        int d = distance(word, candidates[i]);
        if (d <= limit && (best < 0 || d < limit)) {
            best = i;
            limit = d;
        }
    }
    return best;
}
