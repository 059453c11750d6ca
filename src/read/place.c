#include "read/place.h"

#include <string.h>

#include "base/utf8.h"

struct eco_place eco_place_at(const char *text, size_t length, size_t offset)
{
    struct eco_place place = {1, 1};
    for (size_t i = 0; i < offset && i < length;) {
        unsigned point = 0;
        int size = eco_utf8_decode(text + i, length - i, &point);
        bool line_ends = point == '\n' || (point == '\r' && !(i + 1 < length && text[i + 1] == '\n'));
        place.line += line_ends;
        place.column = line_ends ? 1 : place.column + 1;
        i += size ? (size_t)size : 1;
    }
    return place;
}

struct scan {
    const char *text;
    size_t length, at;
};

static char peek(const struct scan *scan)
{
    return scan->at < scan->length ? scan->text[scan->at] : '\0';
}

static void skip_space(struct scan *scan)
{
    while (scan->at < scan->length && strchr(" \t\r\n", scan->text[scan->at]) && scan->text[scan->at])
        scan->at++;
}

static void skip_string(struct scan *scan)
{
    for (scan->at++; scan->at < scan->length && scan->text[scan->at] != '"'; scan->at++)
        scan->at += scan->text[scan->at] == '\\';
    scan->at = scan->at < scan->length ? scan->at + 1 : scan->length;
}

/* Goes behind one value; brackets are counted rather than matched, which valid JSON allows. */
static void skip_value(struct scan *scan)
{
    size_t depth = 0;
    while (scan->at < scan->length) {
        char c = scan->text[scan->at];
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return;
        if (c == '"') {
            skip_string(scan);
            continue;
        }
        depth += c == '{' || c == '[';
        depth -= c == '}' || c == ']';
        scan->at++;
    }
}

static unsigned read_hex(const char *digits, const char *end)
{
    unsigned value = 0;
    for (int i = 0; i < 4 && digits + i < end; i++) {
        char c = digits[i];
        value = value * 16 + (unsigned)(c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0');
    }
    return value;
}

static int encode(unsigned point, char *to)
{
    int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (int i = size - 1; i > 0; i--) {
        to[i] = (char)(0x80 | (point & 0x3f));
        point >>= 6;
    }
    to[0] = (char)(lead[size] | point);
    return size;
}

/* Decodes the escape at `*at` (a backslash) and goes behind it; returns the number of bytes that it stands for. */
static int read_escape(const char **at, const char *end, char *bytes)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    const char *s = *at + 1;
    if (s >= end || *s != 'u') {
        const char *letter = s < end && *s ? strchr(letters, *s) : NULL;
        bytes[0] = letter ? meant[letter - letters] : s < end ? *s : '\\';
        *at = s < end ? s + 1 : end;
        return 1;
    }
    unsigned point = read_hex(s + 1, end);
    s = end - s > 5 ? s + 5 : end;
    if (point >= 0xd800 && point <= 0xdbff && end - s >= 6 && s[0] == '\\' && s[1] == 'u') {
        point = 0x10000 + ((point & 0x3ff) << 10) + (read_hex(s + 2, end) & 0x3ff);
        s += 6;
    }
    *at = s;
    return encode(point & 0x1fffff, bytes);
}

/* Whether the characters between two quotes spell `key`. */
static bool spells(const char *at, const char *end, const char *key)
{
    while (at < end) {
        char bytes[4] = {*at};
        int count = 1;
        if (*at == '\\')
            count = read_escape(&at, end, bytes);
        else
            at++;
        if (strncmp(key, bytes, (size_t)count) != 0)
            return false;
        key += count;
    }
    return *key == '\0';
}

/* From behind "{" to the value of `key`; `*ret_key` is the place of its quote. */
static bool enter_member(struct scan *scan, const char *key, size_t *ret_key)
{
    for (;;) {
        skip_space(scan);
        if (peek(scan) != '"')
            return false;
        size_t quote = scan->at;
        skip_string(scan);
        bool found = scan->at >= quote + 2 && spells(scan->text + quote + 1, scan->text + scan->at - 1, key);
        skip_space(scan);
        if (peek(scan) != ':')
            return false;
        scan->at++;
        skip_space(scan);
        if (found) {
            *ret_key = quote;
            return true;
        }
        skip_value(scan);
        if (peek(scan) != ',')
            return false;
        scan->at++;
    }
}

static bool enter_element(struct scan *scan, size_t index)
{
    for (; index > 0; index--) {
        skip_space(scan);
        skip_value(scan);
        if (peek(scan) != ',')
            return false;
        scan->at++;
    }
    skip_space(scan);
    return scan->at < scan->length && peek(scan) != ']';
}

bool eco_place_find(const char *text, size_t length, const struct eco_place_step *steps, int count, bool of_key,
                    size_t *ret_offset)
{
    struct scan scan = {text, length, 0};
    skip_space(&scan);
    size_t key = scan.at;
    for (int i = 0; i < count; i++) {
        if (peek(&scan) != (steps[i].key ? '{' : '['))
            return false;
        scan.at++;
        key = scan.at;
        if (!(steps[i].key ? enter_member(&scan, steps[i].key, &key) : enter_element(&scan, steps[i].index)))
            return false;
    }
    *ret_offset = of_key ? key : scan.at;
    return true;
}
