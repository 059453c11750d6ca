#include "base/utf8.h"

#include <string.h>

struct range {
    unsigned first, last;
};

/* Wide and fullwidth of Unicode 15's EastAsianWidth.txt, neighbouring blocks merged; emoji count as wide. */
static const struct range wide[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2329, 0x232a},   {0x23e9, 0x23ec},   {0x23f0, 0x23f0},
    {0x23f3, 0x23f3},   {0x25fd, 0x25fe},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267f, 0x267f},
    {0x2693, 0x2693},   {0x26a1, 0x26a1},   {0x26aa, 0x26ab},   {0x26bd, 0x26be},   {0x26c4, 0x26c5},
    {0x26ce, 0x26ce},   {0x26d4, 0x26d4},   {0x26ea, 0x26ea},   {0x26f2, 0x26f3},   {0x26f5, 0x26f5},
    {0x26fa, 0x26fa},   {0x26fd, 0x26fd},   {0x2705, 0x2705},   {0x270a, 0x270b},   {0x2728, 0x2728},
    {0x274c, 0x274c},   {0x274e, 0x274e},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27b0, 0x27b0},   {0x27bf, 0x27bf},   {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},   {0x2b55, 0x2b55},
    {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},   {0x4e00, 0xa4cf},   {0xa960, 0xa97f},
    {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe10, 0xfe19},   {0xfe30, 0xfe6f},   {0xff01, 0xff60},
    {0xffe0, 0xffe6},   {0x16fe0, 0x18aff}, {0x1b000, 0x1b2ff}, {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf},
    {0x1f18e, 0x1f18e}, {0x1f191, 0x1f19a}, {0x1f200, 0x1f320}, {0x1f32d, 0x1f335}, {0x1f337, 0x1f37c},
    {0x1f37e, 0x1f393}, {0x1f3a0, 0x1f3ca}, {0x1f3cf, 0x1f3d3}, {0x1f3e0, 0x1f3f0}, {0x1f3f4, 0x1f3f4},
    {0x1f3f8, 0x1f43e}, {0x1f440, 0x1f440}, {0x1f442, 0x1f4fc}, {0x1f4ff, 0x1f53d}, {0x1f54b, 0x1f54e},
    {0x1f550, 0x1f567}, {0x1f57a, 0x1f57a}, {0x1f595, 0x1f596}, {0x1f5a4, 0x1f5a4}, {0x1f5fb, 0x1f64f},
    {0x1f680, 0x1f6c5}, {0x1f6cc, 0x1f6cc}, {0x1f6d0, 0x1f6d2}, {0x1f6d5, 0x1f6d7}, {0x1f6dc, 0x1f6df},
    {0x1f6eb, 0x1f6ec}, {0x1f6f4, 0x1f6fc}, {0x1f7e0, 0x1f7eb}, {0x1f7f0, 0x1f7f0}, {0x1f90c, 0x1f93a},
    {0x1f93c, 0x1f945}, {0x1f947, 0x1f9ff}, {0x1fa70, 0x1faff}, {0x20000, 0x3fffd},
};

static const struct range zero[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x05bf, 0x05bf}, {0x05c1, 0x05c2}, {0x0610, 0x061a},
    {0x064b, 0x065f}, {0x0670, 0x0670}, {0x06d6, 0x06dc}, {0x06df, 0x06e4}, {0x06e7, 0x06e8}, {0x06ea, 0x06ed},
    {0x0711, 0x0711}, {0x0730, 0x074a}, {0x0900, 0x0902}, {0x093c, 0x093c}, {0x0941, 0x0948}, {0x094d, 0x094d},
    {0x0e31, 0x0e31}, {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1160, 0x11ff}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},
    {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x206f}, {0x20d0, 0x20f0}, {0x302a, 0x302d}, {0x3099, 0x309a},
    {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xe0000, 0xe0fff},
};

static bool in_ranges(unsigned point, const struct range *ranges, size_t count)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (point > ranges[middle].last)
            low = middle + 1;
        else if (point < ranges[middle].first)
            high = middle;
        else
            return true;
    }
    return false;
}

int eco_utf8_decode(const char *text, size_t length, unsigned *ret_point)
{
    if (length == 0)
        return 0;
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x80) {
        *ret_point = s[0];
        return 1;
    }
    int size = s[0] >= 0xc2 && s[0] <= 0xdf ? 2 : s[0] >= 0xe0 && s[0] <= 0xef ? 3 : s[0] >= 0xf0 && s[0] <= 0xf4 ? 4 : 0;
    if (size == 0 || (size_t)size > length)
        return 0;
    unsigned point = s[0] & (0xffu >> (size + 1));
    for (int i = 1; i < size; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return 0;
        point = point << 6 | (s[i] & 0x3f);
    }
    bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
    if (overlong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
        return 0;
    *ret_point = point;
    return size;
}

bool eco_utf8_valid(const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        unsigned point;
        int size = eco_utf8_decode(text + i, length - i, &point);
        if (size == 0)
            return false;
        i += (size_t)size;
    }
    return true;
}

bool eco_utf8_is_control(unsigned point)
{
    return point < 0x20 || (point >= 0x7f && point <= 0x9f) || point == 0x2028 || point == 0x2029;
}

bool eco_utf8_is_invisible(unsigned point)
{
    return (point >= 0x200b && point <= 0x200f) || (point >= 0x202a && point <= 0x202e) ||
           (point >= 0x2060 && point <= 0x206f) || point == 0xfeff || point == 0x061c || (point >= 0xe0000 && point <= 0xe0fff);
}

bool eco_utf8_has_control(const char *text)
{
    for (size_t i = 0, length = strlen(text); i < length;) {
        unsigned point = 0;
        int size = eco_utf8_decode(text + i, length - i, &point);
        if (size == 0 || eco_utf8_is_control(point))
            return true;
        i += (size_t)size;
    }
    return false;
}

int eco_utf8_point_width(unsigned point)
{
    if (in_ranges(point, zero, sizeof zero / sizeof *zero))
        return 0;
    return in_ranges(point, wide, sizeof wide / sizeof *wide) ? 2 : 1;
}

int eco_utf8_width(const char *text)
{
    int width = 0;
    for (size_t i = 0, length = strlen(text); i < length;) {
        unsigned point = 0xfffd;
        int size = eco_utf8_decode(text + i, length - i, &point);
        width += eco_utf8_point_width(point);
        i += size ? (size_t)size : 1;
    }
    return width;
}

size_t eco_utf8_count(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

void eco_utf8_clean(struct eco_str *out, const char *text)
{
    for (size_t i = 0, length = strlen(text); i < length;) {
        unsigned point = 0xfffd;
        int size = eco_utf8_decode(text + i, length - i, &point);
        if (point == '\t' || point == '\n' || point == '\r')
            eco_str_add_char(out, ' ');
        else if (size == 0 || eco_utf8_is_control(point))
            eco_str_add(out, "\xef\xbf\xbd");
        else if (!eco_utf8_is_invisible(point))
            eco_str_add_bytes(out, text + i, (size_t)size);
        i += size ? (size_t)size : 1;
    }
}

void eco_utf8_fit(struct eco_str *out, const char *text, int width)
{
    struct eco_str clean = {0};
    eco_utf8_clean(&clean, text);
    const char *s = eco_str_text(&clean);
    if (eco_utf8_width(s) <= width) {
        eco_str_add(out, s);
    } else {
        int used = 0;
        size_t i = 0;
        while (i < clean.length) {
            unsigned point = 0;
            int size = eco_utf8_decode(s + i, clean.length - i, &point);
            used += eco_utf8_point_width(point);
            if (used > width - 1)
                break;
            i += (size_t)size;
        }
        while (i > 0 && s[i - 1] == ' ')
            i--;
        eco_str_add_bytes(out, s, i);
        eco_str_add(out, "…");
    }
    eco_str_finish(&clean);
}
