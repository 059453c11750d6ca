/* Strings that grow, and small questions about strings. */
#ifndef ECO_BASE_STR_H
#define ECO_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes that grow; `data` is NUL-terminated once anything was added, NULL before. Zero-initialised is empty. */
struct eco_str {
    char *data;
    size_t length, capacity;
};

void eco_str_add(struct eco_str *str, const char *text);
void eco_str_add_bytes(struct eco_str *str, const char *bytes, size_t length);
void eco_str_add_char(struct eco_str *str, char c);
void eco_str_repeat(struct eco_str *str, const char *text, int times);
void eco_str_printf(struct eco_str *str, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text, never NULL; still owned by `str`. */
const char *eco_str_text(const struct eco_str *str);
void eco_str_finish(struct eco_str *str);

/* Heap copies, free with free(). */
char *eco_vformat(const char *format, va_list args) __attribute__((nonnull(1)));
char *eco_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

bool eco_str_equal(const char *a, const char *b); /* NULL equals only NULL */
bool eco_str_starts(const char *text, const char *prefix);
bool eco_str_ends(const char *text, const char *suffix);

/* Whether a spreadsheet that finds the text in a cell would run it as a formula. */
bool eco_str_is_formula(const char *text);

/* The candidate nearest to `word` (optimal string alignment distance at most a third of its length, at least 1, case
 * ignored; the first of equally near ones), or -1. A word of one letter has no nearest. */
int eco_nearest(const char *word, const char *const *candidates, int count);

#ifdef __cplusplus
}
#endif
#endif
