#include "map/escape.h"

#include <string.h>

#include "base/utf8.h"

/* U+FFFE and U+FFFF are valid UTF-8, but no XML characters. */
static bool is_no_character(const char *s)
{
    return memcmp(s, "\xef\xbf", 2) == 0 && ((unsigned char)s[2] == 0xbe || (unsigned char)s[2] == 0xbf);
}

static const char *reference(char c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

void eco_xml_text(struct eco_str *out, const char *text)
{
    struct eco_str clean = {0};
    eco_utf8_clean(&clean, text);
    const char *s = eco_str_text(&clean);
    for (size_t i = 0; i < clean.length; i++) {
        const char *name = reference(s[i]);
        if (name) {
            eco_str_add(out, name);
        } else if ((unsigned char)s[i] == 0xef && clean.length - i >= 3 && is_no_character(s + i)) {
            eco_str_add(out, "\xef\xbf\xbd");
            i += 2;
        } else {
            eco_str_add_char(out, s[i]);
        }
    }
    eco_str_finish(&clean);
}

void eco_dot_text(struct eco_str *out, const char *text)
{
    struct eco_str clean = {0};
    eco_utf8_clean(&clean, text);
    for (const char *s = eco_str_text(&clean); *s; s++) {
        if (*s == '"' || *s == '\\')
            eco_str_add_char(out, '\\');
        if (*s == '&')
            eco_str_add(out, "&amp;");
        else
            eco_str_add_char(out, *s);
    }
    eco_str_finish(&clean);
}
