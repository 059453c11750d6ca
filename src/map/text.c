#include "map/text.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/* Hundredths of the font size, from space to tilde. */
static const unsigned char ascii[] = {
    32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53,
    100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 39, 34, 39, 84, 50,
    50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};

static double point_width(unsigned point)
{
    if (point >= 0x20 && point < 0x7f)
        return ascii[point - 0x20] / 100.0;
    int columns = eco_utf8_point_width(point);
    if (columns == 2)
        return point >= 0x1f000 ? 1.4 : 1.02; /* emoji stand wider than Han characters */
    if (columns == 0)
        return 0;
    if (point < 0x250)
        return 0.68; /* accented Latin */
    return point == 0x2026 ? 1.0 : 0.85;
}

double eco_map_text_width(const char *text, bool bold)
{
    double width = 0;
    for (size_t i = 0, length = strlen(text); i < length;) {
        unsigned point = 0xfffd;
        int size = eco_utf8_decode(text + i, length - i, &point);
        width += point_width(point);
        i += size ? (size_t)size : 1;
    }
    return bold ? width * 1.13 : width;
}

/* How many bytes fit into `width`: up to the last space that fits (`*ret_next` is behind it), else up to the last
 * character (Han texts have no spaces, long words must break somewhere). */
static size_t fit(const char *text, double width, bool bold, size_t *ret_next)
{
    double used = 0, factor = bold ? 1.13 : 1;
    size_t space = 0, i = 0, length = strlen(text);
    while (i < length) {
        unsigned point = 0xfffd;
        int size = eco_utf8_decode(text + i, length - i, &point);
        used += point_width(point) * factor;
        if (text[i] == ' ')
            space = i;
        if (used > width + 1e-9 && point_width(point) > 0)
            break;
        i += size ? (size_t)size : 1;
    }
    if (i < length && space > 0) {
        *ret_next = space + 1;
        return space;
    }
    *ret_next = i;
    return i;
}

static const char *copy(struct eco_arena *arena, const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return eco_arena_format(arena, "%.*s", (int)length, text);
}

static const char *cut(struct eco_arena *arena, const char *text, double width, bool bold)
{
    size_t next, length;
    double left = width - eco_map_text_width("…", bold);
    /* A cut text is cut where it must be, not at a space. */
    double used = 0;
    for (length = 0, next = strlen(text); length < next;) {
        unsigned point = 0xfffd;
        int size = eco_utf8_decode(text + length, next - length, &point);
        used += point_width(point) * (bold ? 1.13 : 1);
        if (used > left)
            break;
        length += size ? (size_t)size : 1;
    }
    return eco_arena_format(arena, "%s…", copy(arena, text, length));
}

static void add_line(struct eco_map_text *text, const char *line, bool bold)
{
    double width = eco_map_text_width(line, bold);
    text->lines[text->count++] = line;
    text->width = width > text->width ? width : text->width;
}

static struct eco_map_text break_at(struct eco_arena *arena, const char *clean, int lines, double width, bool bold)
{
    struct eco_map_text text = {0};
    while (*clean && text.count < lines) {
        size_t next, length = fit(clean, width, bold, &next);
        bool last = text.count == lines - 1;
        if (last && clean[length])
            add_line(&text, cut(arena, clean, width, bold), bold);
        else
            add_line(&text, copy(arena, clean, length), bold);
        if (length == 0 && next == 0)
            break; /* not even one character fits */
        for (clean += next; *clean == ' ';)
            clean++;
    }
    return text;
}

/* Nothing was cut and no word was broken. */
static bool is_whole(const struct eco_map_text *text, const char *clean)
{
    size_t first = text->count == 2 ? strlen(text->lines[0]) : 0;
    return first > 0 && strncmp(text->lines[0], clean, first) == 0 && clean[first] == ' ' &&
           strcmp(text->lines[1], clean + first + 1) == 0;
}

/* Two lines of like length take less room than a long one, alone or over a short one. */
static struct eco_map_text balance(struct eco_arena *arena, const char *clean, struct eco_map_text best, bool bold)
{
    const double narrow = 6.5, step = 0.25;
    if (best.width <= narrow || (best.count == 2 && !is_whole(&best, clean)))
        return best;
    for (double width = best.width - step; width > narrow / 2; width -= step) {
        struct eco_map_text tried = break_at(arena, clean, 2, width, bold);
        if (!is_whole(&tried, clean))
            break;
        best = tried;
    }
    return best;
}

struct eco_map_text eco_map_break(struct eco_arena *arena, const char *text, int lines, double width, bool bold)
{
    struct eco_str str = {0};
    eco_utf8_clean(&str, text);
    const char *clean = eco_arena_strdup(arena, eco_str_text(&str));
    eco_str_finish(&str);
    while (*clean == ' ')
        clean++;
    struct eco_map_text best = break_at(arena, clean, lines, width, bold);
    return lines == 2 ? balance(arena, clean, best, bold) : best;
}

char *eco_map_first_line(const char *text, double width, const char **ret_rest)
{
    size_t next, length = fit(text, width, false, &next);
    char *line = eco_format("%.*s", (int)length, text);
    *ret_rest = next > 0 ? text + next : text + strlen(text);
    return line;
}
