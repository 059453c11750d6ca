#include "write/wrap.h"

#include <string.h>

#include "base/utf8.h"

static unsigned point_at(const char *text, size_t *ret_size)
{
    unsigned point = 0xfffd;
    int size = eco_utf8_decode(text, strnlen(text, 4), &point);
    *ret_size = size ? (size_t)size : 1;
    return point;
}

/* Marks that close a phrase do not begin a line. */
static bool closes(unsigned point)
{
    static const unsigned marks[] = {'.',    ',',    ':',    ';',    '!',    '?',    ')',    ']',    '"',    '\'',   '%',
                                     0x3001, 0x3002, 0x300b, 0x300d, 0x300f, 0x3011, 0xff01, 0xff09, 0xff0c, 0xff1a,
                                     0xff1b, 0xff1f, 0x2019, 0x201d, 0x2026};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == point)
            return true;
    return false;
}

static bool opens(unsigned point)
{
    return point == '(' || point == '[' || point == '"' || point == '\'' || point == 0x300a || point == 0x300c ||
           point == 0xff08 || point == 0x2018 || point == 0x201c;
}

/* Chinese and Japanese have no spaces: a line may end beside any wide character. */
static bool breaks_between(unsigned before, unsigned after)
{
    bool wide = eco_utf8_point_width(before) == 2 || eco_utf8_point_width(after) == 2;
    return wide && eco_utf8_point_width(after) > 0 && !opens(before) && !closes(after);
}

size_t eco_wrap_line(const char *text, int width, const char **ret_next)
{
    size_t i = 0, best = 0, size = 0;
    unsigned before = ' ';
    for (int used = 0; text[i]; i += size) {
        unsigned point = point_at(text + i, &size);
        bool space = point == ' ' && text[i + 1] != '%'; /* "62 %" stays together */
        if (i > 0 && (space || breaks_between(before, point)))
            best = i;
        used += eco_utf8_point_width(point);
        if (used > width)
            break;
        before = point;
    }
    size_t end = !text[i] ? i : best ? best : i ? i : size;
    *ret_next = text + end + strspn(text + end, " ");
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end;
}

static void add(struct eco_str *out, const char *text)
{
    if (text)
        eco_str_add(out, text);
}

void eco_wrap_write(struct eco_str *out, const char *text, const struct eco_wrap *wrap)
{
    struct eco_str clean = {0};
    eco_utf8_clean(&clean, text);
    const char *at = eco_str_text(&clean);
    at += strspn(at, " ");
    for (bool first = true; *at; first = false) {
        const char *lead = first ? wrap->first : wrap->rest, *next;
        int room = wrap->width - (lead ? eco_utf8_width(lead) : 0);
        size_t length = eco_wrap_line(at, room, &next);
        add(out, wrap->on);
        add(out, lead);
        eco_str_add_bytes(out, at, length);
        add(out, wrap->off);
        eco_str_add_char(out, '\n');
        at = next;
    }
    eco_str_finish(&clean);
}
