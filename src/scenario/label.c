#include "scenario/label.h"

#include "base/number.h"
#include "base/str.h"

/* " kind supplier or partner"; names for ids. */
static void add_words(struct eco_str *text, const char *what, const struct eco_words *words, const struct eco_ecosystem *eco)
{
    enum { SHOWN = 4 };
    for (int k = 0; k < words->count && k < SHOWN; k++) {
        int entity = *what ? -1 : eco_ecosystem_find_entity(eco, words->items[k]);
        const char *between = k == 0 ? " " : k + 1 < words->count ? ", " : *what ? " or " : " and ";
        eco_str_printf(text, "%s%s%s%s", k ? between : " ", k ? "" : what, k == 0 && *what ? " " : "",
                       entity < 0 ? words->items[k] : eco->entities[entity].name);
    }
    if (words->count > SHOWN)
        eco_str_printf(text, " and %d more", words->count - SHOWN);
}

static void add_entities(struct eco_str *text, const struct eco_entity_selector *selector, const struct eco_ecosystem *eco)
{
    add_words(text, "", &selector->id, eco);
    add_words(text, "kind", &selector->kind, eco);
    add_words(text, "sector", &selector->sector, eco);
    add_words(text, "country", &selector->country, eco);
    add_words(text, "tag", &selector->tag, eco);
    add_words(text, "parts of", &selector->part_of, eco);
}

static void add_end(struct eco_str *text, const char *word, const struct eco_entity_selector *selector,
                    const struct eco_ecosystem *eco)
{
    if (eco_selects_all(selector))
        return;
    eco_str_printf(text, " %s", word);
    add_entities(text, selector, eco);
}

static void add_relations(struct eco_str *text, const struct eco_relation_selector *selector, const struct eco_ecosystem *eco)
{
    eco_str_add(text, " relations");
    add_words(text, "of kind", &selector->kind, eco);
    add_words(text, "of class", &selector->relation_class, eco);
    add_words(text, "with resource", &selector->resource, eco);
    add_end(text, "from", &selector->from, eco);
    add_end(text, "to", &selector->to, eco);
}

static void add_brought(struct eco_str *text, const struct eco_step *step, const struct eco_ecosystem *eco)
{
    enum { SHOWN = 4 };
    int count = step->entities_count;
    for (int k = 0; k < count && k < SHOWN; k++)
        eco_str_printf(text, "%s%s", k == 0 ? " " : k + 1 < count ? ", " : " and ", eco->entities[step->first_entity + k].name);
    if (count > SHOWN)
        eco_str_printf(text, " and %d more", count - SHOWN);
    if (step->brought_count > 0)
        eco_str_printf(text, "%s%d relation%s", count > 0 ? ", with " : " ", step->brought_count, step->brought_count == 1 ? "" : "s");
}

char *eco_step_label(const struct eco_step *step, const struct eco_ecosystem *eco)
{
    if (step->label)
        return eco_strdup(step->label);
    struct eco_str text = {0};
    char factor[ECO_NUMBER_SIZE];
    eco_number_print(factor, step->by);
    eco_str_add(&text, eco_step_names[step->type]);
    if (step->type == ECO_STEP_SCALE)
        add_relations(&text, &step->relations, eco);
    if (step->type == ECO_STEP_SHOCK)
        eco_str_printf(&text, ", %s,", eco_dimension_names[step->dimension]);
    if (step->type == ECO_STEP_SCALE || step->type == ECO_STEP_SHOCK)
        eco_str_printf(&text, " by %s", factor);
    if (step->type == ECO_STEP_SHOCK)
        add_end(&text, "at", &step->entities, eco);
    if (step->type == ECO_STEP_REMOVE)
        add_entities(&text, &step->entities, eco);
    if (step->type == ECO_STEP_ADD)
        add_brought(&text, step, eco);
    if (step->type == ECO_STEP_REPLACE)
        eco_str_printf(&text, " %s by %s", eco->entities[step->replaced].name, eco->entities[step->successor].name);
    char *label = eco_strdup(eco_str_text(&text));
    eco_str_finish(&text);
    return label;
}
