/* Which groups `--of key=value|value,...` means. */
#include <string.h>

#include "base/str.h"
#include "model/scenario.h"
#include "report/sweep_inner.h"

static const char *const keys[] = {"id", "kind", "sector", "country", "tag", "part_of"};
enum { KEYS = sizeof keys / sizeof *keys };

static struct eco_words *words_of(struct eco_entity_selector *selector, int key)
{
    struct eco_words *const words[KEYS] = {&selector->id,      &selector->kind, &selector->sector,
                                           &selector->country, &selector->tag,  &selector->part_of};
    return words[key];
}

static int find_key(const char *name, struct eco_problems *problems)
{
    for (int k = 0; k < KEYS; k++)
        if (strcmp(keys[k], name) == 0)
            return k;
    int nearest = eco_nearest(name, keys, KEYS);
    if (nearest >= 0)
        eco_problems_error(problems, "--of knows no key \"%s\" (did you mean \"%s\"?)", name, keys[nearest]);
    else
        eco_problems_error(problems, "--of knows no key \"%s\"; there are id, kind, sector, country, tag and part_of", name);
    return -1;
}

/* Splits at the bars. */
static void add_values(struct eco_arena *arena, char *values, struct eco_words *words)
{
    size_t room = (size_t)words->count + strlen(values) + 1;
    const char **items = eco_arena_alloc(arena, room, sizeof *items);
    for (int k = 0; k < words->count; k++)
        items[k] = words->items[k];
    for (char *value; (value = strsep(&values, "|"));)
        items[words->count++] = value;
    words->items = items;
}

static int read_word(const struct eco_ecosystem *eco, struct eco_arena *arena, const char *word,
                     struct eco_entity_selector *selector, struct eco_problems *problems)
{
    char *name = eco_arena_strdup(arena, word), *value = strchr(name, '=');
    if (!value || !value[1]) {
        eco_problems_error(problems, "--of wants key=value, not \"%s\"", word);
        return ECO_EUSAGE;
    }
    *value++ = '\0';
    int key = find_key(name, problems);
    if (key < 0)
        return ECO_EUSAGE;
    struct eco_words *words = words_of(selector, key);
    add_values(arena, value, words);
    bool names_entities = words == &selector->id || words == &selector->part_of;
    for (int k = 0; names_entities && k < words->count; k++)
        if (eco_study_find(eco, words->items[k], problems) < 0)
            return ECO_EUSAGE;
    return ECO_OK;
}

static int select_groups(const struct eco_ground *ground, const struct eco_entity_selector *selector, bool *ret_selected,
                         struct eco_problems *problems)
{
    bool any = false;
    for (int g = 0; g < ground->groups->n; g++) {
        ret_selected[g] = eco_selects_entity(ground->eco, selector, ground->groups->entity_of_node[g]);
        any |= ret_selected[g] && g != ground->focal;
    }
    if (any)
        return ECO_OK;
    eco_problems_error(problems, "--of selects no group that could be removed (parts go with their whole; the focal firm stays)");
    return ECO_EUSAGE;
}

int eco_sweep_select(const struct eco_ground *ground, const struct eco_words *of, bool *ret_selected,
                     struct eco_problems *problems)
{
    struct eco_arena arena = {0};
    struct eco_entity_selector selector = {0};
    int code = ECO_OK;
    for (int k = 0; k < of->count && code == ECO_OK; k++)
        code = read_word(ground->eco, &arena, of->items[k], &selector, problems);
    if (code == ECO_OK)
        code = select_groups(ground, &selector, ret_selected, problems);
    eco_arena_finish(&arena);
    return code;
}
