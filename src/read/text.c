#include "read/text.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "base/utf8.h"

enum { QUOTE_COLUMNS = 48, QUOTE_BYTES = 256 };

/* One character as it may be shown; returns its columns. */
static int spell(const char *at, int size, unsigned point, char *to, size_t room)
{
    if (size == 0)
        return snprintf(to, room, "<%02X>", (unsigned char)*at);
    if (eco_utf8_is_control(point) || eco_utf8_is_invisible(point))
        return snprintf(to, room, "<U+%04X>", point);
    snprintf(to, room, "%s%.*s", point == '"' ? "\\" : "", size, at);
    return eco_utf8_point_width(point);
}

struct eco_quoted eco_quote(const char *text)
{
    struct eco_quoted quoted = {"\""};
    size_t used = 1;
    int columns = 0;
    while (*text) {
        char shown[16];
        unsigned point = 0;
        int size = eco_utf8_decode(text, strnlen(text, 4), &point);
        columns += spell(text, size, point, shown, sizeof shown);
        size_t length = strlen(shown);
        if (columns > QUOTE_COLUMNS || used + length > QUOTE_BYTES) {
            strcpy(quoted.text + used, "…");
            used += strlen("…");
            break;
        }
        memcpy(quoted.text + used, shown, length);
        used += length;
        text += size ? size : 1;
    }
    strcpy(quoted.text + used, "\"");
    return quoted;
}

struct eco_quoted eco_quote_hint(const char *word, const char *const *candidates, int count)
{
    struct eco_quoted hint = {""};
    int nearest = eco_nearest(word, candidates, count);
    bool one_letter = word[0] && !word[1]; /* to which every other one is near */
    if (nearest >= 0 && (!one_letter || strcasecmp(word, candidates[nearest]) == 0))
        snprintf(hint.text, sizeof hint.text, " (did you mean %.280s?)", eco_quote(candidates[nearest]).text);
    return hint;
}

unsigned eco_text_forbidden(const char *text, size_t length, bool lines)
{
    for (size_t i = 0; i < length;) {
        unsigned point = 0xfffd;
        int size = eco_utf8_decode(text + i, length - i, &point);
        bool allowed = lines && (point == '\n' || point == '\t');
        if (!allowed && eco_utf8_is_control(point))
            return point;
        i += size ? (size_t)size : 1;
    }
    return 0;
}
