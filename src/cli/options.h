/* The options of all commands: one list, read into one struct. */
#ifndef ECO_CLI_OPTIONS_H
#define ECO_CLI_OPTIONS_H

#include <stddef.h>

#include "metric/lens/vrio.h"
#include "report/study.h"
#include "report/sweep.h"

enum eco_color { ECO_COLOR_AUTO, ECO_COLOR_ALWAYS, ECO_COLOR_NEVER };
enum { ECO_OPERANDS_MAX = 8 };

struct eco_settings {
    struct eco_request request;
    const char *output;       /* NULL = standard output */
    const char *format;       /* NULL = by the output's suffix, else the default */
    const char *input_format; /* NULL = by suffix, else content */
    const char *entities;     /* the table of entities beside one of relations; NULL = none */
    const char *to;           /* a format of ecosystems; NULL = by the output's suffix */
    const char *table;
    int level;                /* enum eco_level; -1 = not given */
    struct eco_words remove;  /* as given: each is an id, or ids between commas */
    const char *scenario;     /* a file; NULL = none */
    const char *write;        /* a file for the ecosystem; NULL = none */
    int cascade;              /* enum eco_cascade_kind; -1 = not given */
    double threshold, coupling, substitution; /* NaN = not given */
    struct eco_sweep_ask sweep;
    struct eco_vrio_limits vrio;
    int theme;                /* enum eco_map_theme */
    const char *size_by;      /* a metric; NULL = strength */
    int threads;              /* 0 = one for each processor */
    enum eco_color color;
    bool quiet, strict, check, help, version;
    const char *operands[ECO_OPERANDS_MAX];
    int operands_count;
    struct eco_arena arena; /* split lists */
};

enum eco_option_type {
    ECO_OPTION_FLAG,  /* bool */
    ECO_OPTION_TEXT,  /* const char * */
    ECO_OPTION_WORDS, /* struct eco_words, comma-separated, may be repeated */
    ECO_OPTION_LIST,  /* struct eco_words, one for each time the option is given, not split */
    ECO_OPTION_INT,   /* int in [low, high] */
    ECO_OPTION_SEED,  /* uint64_t */
    ECO_OPTION_REAL,  /* double in [low, high], or (low, high] with `above` */
    ECO_OPTION_ENUM,  /* an enum, one of `words` */
};

struct eco_option {
    const char *name;
    char letter;          /* 0 = none */
    const char *argument; /* NULL for flags */
    const char *meaning;
    enum eco_option_type type;
    size_t offset; /* in struct eco_settings */
    double low, high;
    bool above;
    const char *const *words; /* ended by NULL */
};

/* All options, ended by one without a name. */
extern const struct eco_option eco_options[];
const struct eco_option *eco_option_find(const char *name); /* NULL = none */

/* Reads the words behind a command's name. `allowed` names the command's options (ended by NULL). ECO_EUSAGE with one
 * clear error where a word is wrong. Strings point into `argv` or the settings' arena. */
int eco_options_read(struct eco_settings *settings, const char *const *allowed, int argc, char **argv,
                     struct eco_problems *problems);
void eco_settings_init(struct eco_settings *settings); /* every default */
void eco_settings_finish(struct eco_settings *settings);
/* Puts what was given about the cascade in place of what `cascade` says. */
void eco_settings_cascade(const struct eco_settings *settings, struct eco_cascade_options *cascade);

#endif
