/* Why the parser refused a text. Its messages name the end of a token in its own terms; this scan finds the first
 * fault again and says it in plain words at the place where it begins. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "read/json_load.h"
#include "read/place.h"

enum { DEPTH_LIMIT = 2048 }; /* the parser's own */

struct syntax {
    const char *text;
    size_t length, at;
    const char *beginning; /* what the text should begin with */
    struct eco_json_refused refused;
    size_t fault;  /* where the first fault begins */
    char *message; /* NULL until there is one; free() */
};

static bool fail(struct syntax *syntax, size_t at, const char *format, ...) ECO_PRINTF(3, 4);

/* Keeps the first fault; always false. */
static bool fail(struct syntax *syntax, size_t at, const char *format, ...)
{
    if (syntax->message)
        return false;
    va_list args;
    va_start(args, format);
    syntax->message = eco_vformat(format, args);
    va_end(args);
    syntax->fault = at;
    return false;
}

static bool at_end(const struct syntax *syntax)
{
    return syntax->at >= syntax->length;
}

static char peek(const struct syntax *syntax)
{
    return at_end(syntax) ? '\0' : syntax->text[syntax->at];
}

static bool take(struct syntax *syntax, char c)
{
    bool here = !at_end(syntax) && syntax->text[syntax->at] == c;
    syntax->at += here;
    return here;
}

static void skip_space(struct syntax *syntax)
{
    while (!at_end(syntax) && syntax->text[syntax->at] && strchr(" \t\r\n", syntax->text[syntax->at]))
        syntax->at++;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '+' || c == '.';
}

/* What stands at a place where it may not: a word, or one character. */
static struct eco_quoted found(const struct syntax *syntax)
{
    char word[64] = "";
    size_t size = 0;
    while (syntax->at + size < syntax->length && size < sizeof word - 1 && is_word(syntax->text[syntax->at + size]))
        size++;
    unsigned point;
    if (size == 0)
        size = (size_t)eco_utf8_decode(syntax->text + syntax->at, syntax->length - syntax->at, &point);
    memcpy(word, syntax->text + syntax->at, size);
    return eco_quote(word);
}

/* Faults that any byte may show wherever it stands; true where there is none. */
static bool check_byte(struct syntax *syntax)
{
    unsigned point = 0;
    int size = eco_utf8_decode(syntax->text + syntax->at, syntax->length - syntax->at, &point);
    if (size == 0)
        return fail(syntax, syntax->at, "the byte 0x%02X is not UTF-8 text", (unsigned char)syntax->text[syntax->at]);
    if (point == 0)
        return fail(syntax, syntax->at, "a NUL byte, which no JSON text holds");
    return true;
}

/* Says what is wrong where `expected` should stand. */
static bool fail_expected(struct syntax *syntax, const char *expected)
{
    if (at_end(syntax))
        return fail(syntax, syntax->at, "the file ends where %s is expected", expected);
    if (!check_byte(syntax))
        return false;
    char c = peek(syntax);
    if (c == '/' || c == '#')
        return fail(syntax, syntax->at, "JSON has no comments; keep the remark in a key such as \"x-note\"");
    const char *here = syntax->text + syntax->at; /* a NUL stands behind the text */
    if (c == '\'' || eco_str_starts(here, "“") || eco_str_starts(here, "”"))
        return fail(syntax, syntax->at, "a string stands in straight double quotes");
    if (c == '"')
        return fail(syntax, syntax->at, "%s expected, not a string", expected);
    return fail(syntax, syntax->at, "%s expected, not %s", expected, found(syntax).text);
}

static int hex4(const struct syntax *syntax, size_t at)
{
    int value = 0;
    for (size_t i = at; i < at + 4; i++) {
        char c = i < syntax->length ? syntax->text[i] : 'x';
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* Behind "\u". */
static bool scan_unicode(struct syntax *syntax, size_t start)
{
    int unit = hex4(syntax, syntax->at);
    if (unit < 0)
        return fail(syntax, start, "\"\\u\" must be followed by four hexadecimal digits");
    if (unit == 0)
        return fail(syntax, start, "the character U+0000 cannot stand in a text");
    syntax->at += 4;
    if (unit < 0xd800 || unit > 0xdfff)
        return true;
    bool second = syntax->at + 2 <= syntax->length && memcmp(syntax->text + syntax->at, "\\u", 2) == 0;
    int low = second ? hex4(syntax, syntax->at + 2) : -1;
    if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff)
        return fail(syntax, start, "\"\\u%04x\" is only half of a character (a surrogate without its pair)",
                    (unsigned)unit);
    syntax->at += 6;
    return true;
}

static bool scan_escape(struct syntax *syntax)
{
    size_t start = syntax->at++;
    char c = peek(syntax);
    if (take(syntax, 'u'))
        return scan_unicode(syntax, start);
    if (c && strchr("\"\\/bfnrt", c)) {
        syntax->at++;
        return true;
    }
    if (c > ' ' && c < 0x7f)
        return fail(syntax, start, "\"\\%c\" is no escape; write a backslash as \"\\\\\"", c);
    return fail(syntax, start, "a backslash must be followed by one of \" \\ / b f n r t u");
}

static bool scan_string(struct syntax *syntax)
{
    size_t start = syntax->at++;
    while (!at_end(syntax)) {
        unsigned char c = (unsigned char)peek(syntax);
        if (take(syntax, '"'))
            return true;
        if (!check_byte(syntax))
            return false;
        if (c == '\n' || c == '\r')
            return fail(syntax, syntax->at,
                        "a line ends inside a string: a quote is missing, or the break is written \\n");
        if (c < 0x20)
            return fail(syntax, syntax->at, "a control character in a string; it is written \\u%04x", c);
        if (c == '\\' && !scan_escape(syntax))
            return false;
        unsigned point;
        if (c != '\\')
            syntax->at += (size_t)eco_utf8_decode(syntax->text + syntax->at, syntax->length - syntax->at, &point);
    }
    return fail(syntax, start, "this string has no closing quote");
}

static size_t scan_digits(struct syntax *syntax)
{
    size_t start = syntax->at;
    while (peek(syntax) >= '0' && peek(syntax) <= '9')
        syntax->at++;
    return syntax->at - start;
}

/* Larger than the parser can hold: a whole number beyond 64 bits, or a real one beyond a double. */
static bool fail_large(struct syntax *syntax, size_t start, bool real)
{
    size_t length = syntax->at - start;
    char *number = eco_alloc(length + 1, 1);
    memcpy(number, syntax->text + start, length);
    fail(syntax, start, "the number %s is too large%s", eco_quote(number).text,
         real ? "" : " for a whole number of 64 bits");
    free(number);
    return false;
}

static bool scan_number(struct syntax *syntax)
{
    size_t start = syntax->at;
    take(syntax, '-');
    bool zero = peek(syntax) == '0', sound = scan_digits(syntax) > 0, real = false;
    bool led = zero && syntax->at - start > (syntax->text[start] == '-' ? 2u : 1u);
    if (sound && take(syntax, '.')) {
        real = true;
        sound = scan_digits(syntax) > 0;
    }
    if (sound && (peek(syntax) == 'e' || peek(syntax) == 'E')) {
        real = true;
        syntax->at++;
        if (!take(syntax, '-'))
            take(syntax, '+');
        sound = scan_digits(syntax) > 0;
    }
    if (sound && !led && !is_word(peek(syntax)))
        return syntax->at == syntax->refused.large_end ? fail_large(syntax, start, real) : true;
    syntax->at = start;
    return fail(syntax, start, "%s is no number as JSON writes them%s", found(syntax).text,
                led ? " (it begins with a superfluous 0)" : "");
}

static bool scan_value(struct syntax *syntax, int depth);

static bool fail_open(struct syntax *syntax, size_t start, const char *what)
{
    struct eco_place place = eco_place_at(syntax->text, syntax->length, start);
    return fail(syntax, syntax->length, "the file ends inside the %s that begins in line %d, column %d", what,
                place.line, place.column);
}

/* Behind an entry: true where another follows; false at the end of the list (or object) or after a fault. */
static bool scan_comma(struct syntax *syntax, size_t start, const char *what, char close)
{
    skip_space(syntax);
    size_t comma = syntax->at;
    if (take(syntax, close))
        return false;
    if (at_end(syntax))
        return fail_open(syntax, start, what);
    if (!take(syntax, ','))
        return fail_expected(syntax, close == '}' ? "a comma or \"}\"" : "a comma or \"]\"");
    skip_space(syntax);
    if (peek(syntax) == close)
        return fail(syntax, comma, "a comma before \"%c\" is one too many", close);
    if (at_end(syntax))
        return fail_open(syntax, start, what);
    return true;
}

static bool scan_list(struct syntax *syntax, int depth)
{
    size_t start = syntax->at++;
    skip_space(syntax);
    if (take(syntax, ']'))
        return true;
    if (at_end(syntax))
        return fail_open(syntax, start, "list");
    do {
        if (!scan_value(syntax, depth))
            return false;
    } while (scan_comma(syntax, start, "list", ']'));
    return !syntax->message;
}

static bool scan_member(struct syntax *syntax, size_t object, int depth)
{
    size_t key = syntax->at;
    if (peek(syntax) != '"')
        return fail_expected(syntax, "a key in double quotes");
    if (!scan_string(syntax))
        return false;
    if (syntax->at == syntax->refused.duplicate_end) {
        char *name = eco_alloc(syntax->at - key, 1);
        memcpy(name, syntax->text + key + 1, syntax->at - key - 2);
        fail(syntax, key, "the key %s stands twice in one object", eco_quote(name).text);
        free(name);
        return false;
    }
    skip_space(syntax);
    if (at_end(syntax))
        return fail_open(syntax, object, "object");
    if (!take(syntax, ':'))
        return fail_expected(syntax, "a colon after the key");
    skip_space(syntax);
    return at_end(syntax) ? fail_open(syntax, object, "object") : scan_value(syntax, depth);
}

static bool scan_object(struct syntax *syntax, int depth)
{
    size_t start = syntax->at++;
    skip_space(syntax);
    if (take(syntax, '}'))
        return true;
    if (at_end(syntax))
        return fail_open(syntax, start, "object");
    do {
        if (!scan_member(syntax, start, depth))
            return false;
    } while (scan_comma(syntax, start, "object", '}'));
    return !syntax->message;
}

static bool scan_value(struct syntax *syntax, int depth)
{
    skip_space(syntax);
    if (depth >= DEPTH_LIMIT)
        return fail(syntax, syntax->at, "nested deeper than %d levels", DEPTH_LIMIT);
    char c = peek(syntax);
    if (c == '{')
        return scan_object(syntax, depth + 1);
    if (c == '[')
        return scan_list(syntax, depth + 1);
    if (c == '"')
        return scan_string(syntax);
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.')
        return scan_number(syntax);
    static const char *const words[] = {"true", "false", "null"};
    size_t length = 0;
    while (syntax->at + length < syntax->length && is_word(syntax->text[syntax->at + length]))
        length++;
    for (int i = 0; i < 3; i++)
        if (length == strlen(words[i]) && memcmp(syntax->text + syntax->at, words[i], length) == 0) {
            syntax->at += length;
            return true;
        }
    return fail_expected(syntax, "a value");
}

static bool is_utf16(const struct syntax *syntax)
{
    const unsigned char *s = (const unsigned char *)syntax->text;
    return syntax->length >= 2 && ((s[0] == 0xff && s[1] == 0xfe) || (s[0] == 0xfe && s[1] == 0xff) || !s[0] != !s[1]);
}

static bool scan_file(struct syntax *syntax)
{
    if (is_utf16(syntax))
        return fail(syntax, 0, "the file is UTF-16; it must be UTF-8");
    skip_space(syntax);
    if (at_end(syntax))
        return fail(syntax, 0, "the file is empty");
    if (peek(syntax) != '{' && peek(syntax) != '[')
        return fail_expected(syntax, syntax->beginning);
    if (!scan_value(syntax, 0))
        return false;
    skip_space(syntax);
    if (at_end(syntax))
        return true;
    return check_byte(syntax) && fail(syntax, syntax->at, "%s stands behind the end of the object", found(syntax).text);
}

bool eco_json_report_syntax(struct eco_json *json, struct eco_json_refused refused)
{
    char *beginning = eco_format("\"{\", with which %s begins,", json->what);
    struct syntax syntax = {json->text, json->length, .beginning = beginning, .refused = refused};
    scan_file(&syntax);
    free(beginning);
    if (!syntax.message)
        return false;
    struct eco_place place = eco_place_at(json->text, json->length, syntax.fault);
    eco_problems_add(json->problems, /*warning=*/false, place.line, place.column, NULL, "%s", syntax.message);
    free(syntax.message);
    return true;
}
