#include "cli/options.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"

static const char *const levels[] = {"entity", "group", NULL};
static const char *const sides[] = {"inputs", "outlets", "both", NULL};
static const char *const cascades[] = {"none", "threshold", "inoperability", "debtrank", "all", NULL};
static const char *const colors[] = {"auto", "always", "never", NULL};
static const char *const themes[] = {"auto", "light", "dark", NULL};

#define AT(member) offsetof(struct eco_settings, member)

const struct eco_option eco_options[] = {
    {"focal", 0, "ID", "take this entity as the focal firm", ECO_OPTION_TEXT, AT(request.focal)},
    {"at", 0, "YEAR", "only what is active in this year", ECO_OPTION_INT, AT(request.state.at), -10000, 10000},
    {"level", 0, "LEVEL", "entities and their metrics: entity or group", ECO_OPTION_ENUM, AT(level), .words = levels},
    {"side", 0, "SIDE", "dependence on inputs, outlets or both", ECO_OPTION_ENUM, AT(request.side), .words = sides},
    {"weight-power", 0, "P", "raise every weight to P first (0 = all equal, 1 = as given)", ECO_OPTION_REAL,
     AT(request.state.weight_power), 0, 10},
    {"default-confidence", 0, "C", "confidence of relations that state none", ECO_OPTION_REAL,
     AT(request.state.default_confidence), 0, 1, .above = true},
    {"metric", 0, "ID,...", "show only these metrics", ECO_OPTION_WORDS, AT(request.metrics)},
    {"sort", 0, "ID", "order entities and groups by a metric, largest first", ECO_OPTION_TEXT, AT(request.sort)},
    {"top", 0, "N", "rows of each table (6), groups of a map (80)", ECO_OPTION_INT, AT(request.top), 1, 1000000},
    {"remove", 0, "ID[,ID...]", "take these away, with their parts; may be repeated", ECO_OPTION_LIST, AT(remove)},
    {"scenario", 0, "FILE", "a scenario (ecograph-scenario/1); - is standard input", ECO_OPTION_TEXT, AT(scenario)},
    {"check", 0, NULL, "exit with 1 where an expectation of the scenario fails", ECO_OPTION_FLAG, AT(check)},
    {"write", 0, "FILE", "save the ecosystem as it then stands; - is standard output", ECO_OPTION_TEXT, AT(write)},
    {"cascade", 0, "MODEL", "none, threshold, inoperability, debtrank or all", ECO_OPTION_ENUM, AT(cascade),
     .words = cascades},
    {"threshold", 0, "THETA", "share of its inflow whose loss makes a group fail (0.5)", ECO_OPTION_REAL, AT(threshold), 0, 1,
     .above = true},
    {"coupling", 0, "G", "how much of a provider's distress is passed on (0.5)", ECO_OPTION_REAL, AT(coupling), 0, 1},
    {"substitution", 0, "S", "how much of a loss others can replace at most (0)", ECO_OPTION_REAL, AT(substitution), 0, 1},
    {"rank-by", 0, "FIGURE", "order by this figure, most harmful first (value_lost)", ECO_OPTION_TEXT, AT(sweep.rank_by)},
    {"of", 0, "KEY=VALUE,...", "only groups that match; | stands between several values", ECO_OPTION_WORDS, AT(sweep.of)},
    {"greedy", 0, "K", "find K groups that do most harm together", ECO_OPTION_INT, AT(sweep.greedy), 1, 1000},
    {"pairs", 0, NULL, "find pairs that do more harm together than each alone", ECO_OPTION_FLAG, AT(sweep.pairs)},
    {"attack", 0, "METRIC", "remove all one after the other by a metric, or random", ECO_OPTION_TEXT, AT(sweep.attack)},
    {"fixed", 0, NULL, "attack in the order at the start", ECO_OPTION_FLAG, AT(sweep.fixed)},
    {"hedge", 0, "K", "find K second sources that lower the damage most", ECO_OPTION_INT, AT(sweep.hedge), 1, 1000},
    {"value-min", 0, "X", "below this value a resource is a disadvantage (0.1)", ECO_OPTION_REAL, AT(vrio.value), 0, 1},
    {"rarity-min", 0, "X", "below this rarity it is on a par with rivals (0.5)", ECO_OPTION_REAL, AT(vrio.rarity), 0, 1},
    {"inimitability-min", 0, "X", "below this an advantage is temporary (0.5)", ECO_OPTION_REAL, AT(vrio.inimitability), 0, 1},
    {"organisation-min", 0, "X", "below this an advantage is unused (0.5)", ECO_OPTION_REAL, AT(vrio.organisation), 0, 1},
    {"size-by", 0, "ID", "draw circles by this metric (strength)", ECO_OPTION_TEXT, AT(size_by)},
    {"theme", 0, "NAME", "auto (as the reader's screen), light or dark", ECO_OPTION_ENUM, AT(theme), .words = themes},
    {"seed", 0, "N", "seed of everything drawn at random (1)", ECO_OPTION_SEED, AT(request.seed)},
    {"strict", 0, NULL, "exit with 1 where there are conflicts or warnings", ECO_OPTION_FLAG, AT(strict)},
    {"input-format", 0, "NAME", "format of FILE, where neither suffix nor content tell", ECO_OPTION_TEXT, AT(input_format)},
    {"entities", 0, "FILE", "table of entities, where FILE is a table of relations", ECO_OPTION_TEXT, AT(entities)},
    {"to", 0, "NAME", "format to write, where the suffix of -o does not tell: json, csv", ECO_OPTION_TEXT, AT(to)},
    {"output", 'o', "FILE", "write there instead of standard output", ECO_OPTION_TEXT, AT(output)},
    {"format", 0, "NAME", "table, json or csv", ECO_OPTION_TEXT, AT(format)},
    {"table", 0, "NAME", "which table csv writes", ECO_OPTION_TEXT, AT(table)},
    {"threads", 0, "N", "workers at most (the answer is the same for any number)", ECO_OPTION_INT, AT(threads), 1, 1024},
    {"color", 0, "WHEN", "auto, always or never", ECO_OPTION_ENUM, AT(color), .words = colors},
    {"quiet", 'q', NULL, "no warnings", ECO_OPTION_FLAG, AT(quiet)},
    {"help", 'h', NULL, "show this help", ECO_OPTION_FLAG, AT(help)},
    {"version", 0, NULL, "show the version", ECO_OPTION_FLAG, AT(version)},
    {0},
};

const struct eco_option *eco_option_find(const char *name)
{
    for (const struct eco_option *option = eco_options; option->name; option++)
        if (strcmp(option->name, name) == 0)
            return option;
    return NULL;
}

static const struct eco_option *find_letter(char letter)
{
    for (const struct eco_option *option = eco_options; option->name; option++)
        if (option->letter == letter)
            return option;
    return NULL;
}

static bool is_allowed(const struct eco_option *option, const char *const *allowed)
{
    for (; option && *allowed; allowed++)
        if (strcmp(option->name, *allowed) == 0)
            return true;
    return false;
}

static int unknown(const char *word, const char *const *allowed, struct eco_problems *problems)
{
    int count = 0;
    while (allowed[count])
        count++;
    size_t length = strcspn(word, "=");
    char *name = eco_format("%.*s", (int)length, word);
    int nearest = eco_str_starts(name, "--") ? eco_nearest(name + 2, allowed, count) : -1;
    if (nearest >= 0)
        eco_problems_error(problems, "unknown option \"%s\" (did you mean \"--%s\"?)", name, allowed[nearest]);
    else
        eco_problems_error(problems, "unknown option \"%s\"; --help lists the options", name);
    free(name);
    return ECO_EUSAGE;
}

static int wants(const struct eco_option *option, const char *what, const char *value, struct eco_problems *problems)
{
    eco_problems_error(problems, "--%s wants %s, not \"%s\"", option->name, what, value);
    return ECO_EUSAGE;
}

static int read_enum(const struct eco_option *option, const char *value, int *place, struct eco_problems *problems)
{
    struct eco_str names = {0};
    for (int k = 0; option->words[k]; k++) {
        if (strcmp(option->words[k], value) == 0) {
            *place = k;
            eco_str_finish(&names);
            return ECO_OK;
        }
        eco_str_printf(&names, "%s%s", k == 0 ? "" : option->words[k + 1] ? ", " : " or ", option->words[k]);
    }
    int code = wants(option, eco_str_text(&names), value, problems);
    eco_str_finish(&names);
    return code;
}

static int read_number(const struct eco_option *option, const char *value, void *place, struct eco_problems *problems)
{
    char what[128], low[ECO_NUMBER_SIZE], high[ECO_NUMBER_SIZE];
    eco_number_print(low, option->low);
    eco_number_print(high, option->high);
    bool whole = option->type == ECO_OPTION_INT;
    snprintf(what, sizeof what, "a %snumber %s %s and at most %s", whole ? "whole " : "",
             option->above ? "above" : "of at least", low, high);
    double number;
    long integer = 0;
    bool read = eco_number_read(value, &number) && (!whole || eco_integer_read(value, &integer));
    if (!read || number > option->high || number < option->low || (option->above && number <= option->low))
        return wants(option, what, value, problems);
    if (whole)
        *(int *)place = (int)integer;
    else
        *(double *)place = number;
    return ECO_OK;
}

static int add_word(struct eco_settings *settings, const char *word, struct eco_words *words)
{
    const char **grown = eco_arena_alloc(&settings->arena, (size_t)words->count + 1, sizeof *grown);
    if (words->count)
        memcpy(grown, words->items, (size_t)words->count * sizeof *grown);
    grown[words->count] = word;
    *words = (struct eco_words){grown, words->count + 1};
    return ECO_OK;
}

static int read_words(struct eco_settings *settings, const struct eco_option *option, const char *value, struct eco_words *words,
                      struct eco_problems *problems)
{
    char *rest = eco_arena_strdup(&settings->arena, value);
    for (char *word; (word = strsep(&rest, ","));) {
        if (!*word)
            return wants(option, "names between commas", value, problems);
        add_word(settings, word, words);
    }
    return ECO_OK;
}

static int set(struct eco_settings *settings, const struct eco_option *option, const char *value, struct eco_problems *problems)
{
    void *place = (char *)settings + option->offset;
    char *end;
    switch (option->type) {
    case ECO_OPTION_FLAG:
        *(bool *)place = true;
        return ECO_OK;
    case ECO_OPTION_TEXT:
        *(const char **)place = value;
        return *value ? ECO_OK : wants(option, "a name", value, problems);
    case ECO_OPTION_WORDS:
        return read_words(settings, option, value, place, problems);
    case ECO_OPTION_LIST:
        return *value ? add_word(settings, value, place) : wants(option, "a name", value, problems);
    case ECO_OPTION_SEED:
        *(uint64_t *)place = strtoull(value, &end, 10);
        return *value >= '0' && *value <= '9' && !*end && strlen(value) <= 15 ? ECO_OK
                                                         : wants(option, "a whole number of at most 15 digits", value, problems);
    case ECO_OPTION_ENUM:
        return read_enum(option, value, place, problems);
    default:
        return read_number(option, value, place, problems);
    }
}

/* Reads the option at argv[*at]; moves *at over a value that stands in the next word. */
static int read_option(struct eco_settings *settings, const char *const *allowed, int argc, char **argv, int *at,
                       struct eco_problems *problems)
{
    const char *word = argv[*at], *value = NULL;
    const struct eco_option *option = NULL;
    if (word[1] == '-') {
        const char *equals = strchr(word, '=');
        char *name = eco_format("%.*s", (int)(equals ? equals - word - 2 : (long)strlen(word) - 2), word + 2);
        option = eco_option_find(name);
        free(name);
        value = equals ? equals + 1 : NULL;
    } else {
        option = find_letter(word[1]);
        value = word[2] ? word + 2 : NULL;
    }
    if (!is_allowed(option, allowed))
        return unknown(word, allowed, problems);
    if (!option->argument && value) {
        eco_problems_error(problems, "--%s takes no value", option->name);
        return ECO_EUSAGE;
    }
    if (option->argument && !value) {
        if (*at + 1 >= argc) {
            eco_problems_error(problems, "--%s wants a value: --%s %s", option->name, option->name, option->argument);
            return ECO_EUSAGE;
        }
        value = argv[++*at];
    }
    return set(settings, option, value, problems);
}

int eco_options_read(struct eco_settings *settings, const char *const *allowed, int argc, char **argv,
                     struct eco_problems *problems)
{
    bool options_end = false;
    for (int at = 0; at < argc; at++) {
        const char *word = argv[at];
        if (!options_end && strcmp(word, "--") == 0) {
            options_end = true;
        } else if (!options_end && word[0] == '-' && word[1]) {
            int code = read_option(settings, allowed, argc, argv, &at, problems);
            if (code != ECO_OK)
                return code;
        } else if (settings->operands_count == ECO_OPERANDS_MAX) {
            eco_problems_error(problems, "too many files: at most %d", ECO_OPERANDS_MAX);
            return ECO_EUSAGE;
        } else {
            settings->operands[settings->operands_count++] = word;
        }
    }
    return ECO_OK;
}

void eco_settings_init(struct eco_settings *settings)
{
    *settings = (struct eco_settings){.request = ECO_REQUEST_DEFAULTS, .level = -1, .cascade = -1, .threshold = NAN,
                                      .coupling = NAN, .substitution = NAN, .sweep = {.cascade = ECO_CASCADE_DEFAULTS},
                                      .vrio = ECO_VRIO_LIMITS};
}

void eco_settings_finish(struct eco_settings *settings)
{
    eco_arena_finish(&settings->arena);
}

void eco_settings_cascade(const struct eco_settings *settings, struct eco_cascade_options *cascade)
{
    if (settings->cascade >= 0)
        cascade->kind = (enum eco_cascade_kind)settings->cascade;
    if (!isnan(settings->threshold))
        cascade->threshold = settings->threshold;
    if (!isnan(settings->coupling))
        cascade->coupling = settings->coupling;
    if (!isnan(settings->substitution))
        cascade->substitution = settings->substitution;
}
