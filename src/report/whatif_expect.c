/* What a scenario expects, and whether it came about. */
#include <stdio.h>

#include "base/number.h"
#include "base/str.h"
#include "report/whatif.h"
#include "scenario/expect.h"

static struct eco_value side_value(struct eco_doc *doc, const struct eco_judgement *judgement, struct eco_figure figure)
{
    if (figure.undefined)
        return eco_value_null(doc, figure.undefined);
    return judgement->truth ? eco_value_bool(figure.value != 0) : eco_value_number(figure.value);
}

struct eco_value eco_whatif_expectations(const struct eco_ecosystem *eco, const struct eco_scenario *scenario,
                                         const struct eco_whatif *whatif, struct eco_doc *doc)
{
    static const char *const keys[] = {"figure", "id", "op", "than", "value", "holds"};
    struct eco_table *table;
    struct eco_value value = eco_value_table(doc, keys, 6, &table);
    for (size_t k = 0; k < scenario->expectations_count; k++) {
        const struct eco_expectation *e = &scenario->expectations[k];
        struct eco_judgement judgement = eco_expectation_judge(e, whatif);
        struct eco_value cells[] = {
            eco_value_string(doc, e->figure),
            eco_value_string(doc, e->entity < 0 ? NULL : eco->entities[e->entity].id),
            eco_value_string(doc, eco_op_names[e->op]),
            e->than == ECO_THAN_BEFORE ? eco_value_string(doc, "before") : side_value(doc, &judgement, judgement.than),
            side_value(doc, &judgement, judgement.value),
            eco_value_bool(judgement.holds),
        };
        struct eco_value *row = eco_table_add_row(doc, table);
        for (int c = 0; c < 6; c++)
            row[c] = cells[c];
    }
    return value;
}

static void add_side(struct eco_str *text, const struct eco_judgement *judgement, struct eco_figure figure)
{
    if (figure.undefined)
        eco_str_printf(text, "undefined (%s)", figure.undefined);
    else if (judgement->truth)
        eco_str_add(text, figure.value != 0 ? "true" : "false");
    else
        eco_str_printf(text, "%.6g", figure.value);
}

/* "NOT as expected: coalescence < before: 0.37 -> 0.38" */
static void tell(const struct eco_ecosystem *eco, const struct eco_expectation *e, const struct eco_judgement *judgement,
                 struct eco_doc *doc)
{
    struct eco_str text = {0};
    eco_str_printf(&text, "%s: %s", judgement->holds ? "as expected" : "NOT as expected", e->figure);
    if (e->entity >= 0)
        eco_str_printf(&text, " of %s", eco->entities[e->entity].name);
    eco_str_printf(&text, " %s ", eco_op_names[e->op]);
    if (e->than == ECO_THAN_BEFORE)
        eco_str_add(&text, "before: ");
    add_side(&text, judgement, judgement->than);
    eco_str_add(&text, e->than == ECO_THAN_BEFORE ? " -> " : "; it is ");
    add_side(&text, judgement, judgement->value);
    eco_doc_item(doc, 1, "%s", eco_str_text(&text));
    eco_str_finish(&text);
}

void eco_whatif_tell_expectations(const struct eco_ecosystem *eco, const struct eco_scenario *scenario,
                                  const struct eco_whatif *whatif, struct eco_doc *doc)
{
    size_t count = scenario->expectations_count, held = 0;
    if (count == 0)
        return;
    for (size_t k = 0; k < count; k++)
        held += eco_expectation_judge(&scenario->expectations[k], whatif).holds;
    eco_doc_heading(doc, 2, "What was expected");
    eco_doc_text(doc, held == count ? "All that was expected holds." : "%zu of %zu expectations hold.", held, count);
    for (size_t k = 0; k < count; k++) {
        struct eco_judgement judgement = eco_expectation_judge(&scenario->expectations[k], whatif);
        tell(eco, &scenario->expectations[k], &judgement, doc);
    }
}
