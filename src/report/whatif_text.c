/* What people read of a what-if answer: sentences first, then tables. Every number here is in the same answer's JSON. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "report/report.h"
#include "report/whatif.h"
#include "scenario/agreement.h"
#include "write/write.h"

enum { NAMES_SHOWN = 6, LOSERS_SHOWN = 5 };

struct tale {
    struct eco_study *study;
    const struct eco_scenario *scenario;
    const struct eco_whatif *whatif;
    const struct eco_outcome *outcome;
    const struct eco_cascade *cascade; /* NULL = none was run */
    struct eco_doc *doc;
};

static const char *node_name(const struct tale *t, int node)
{
    return t->study->eco->entities[t->outcome->view->entity_of_node[node]].name;
}

static void add_percent(struct eco_str *text, double share)
{
    eco_text_write_cell(text, &(struct eco_value){ECO_NUMBER, {.number = share}}, ECO_UNIT_SHARE);
}

static const char *who(const struct tale *t, int count)
{
    bool entities = t->scenario->entity_level;
    return count == 1 ? (entities ? "entity" : "group") : (entities ? "entities" : "groups");
}

/* "A, B and 3 more" over the nodes that are marked. */
static void add_names(const struct tale *t, struct eco_str *text, const bool *marked, int count)
{
    int named = 0;
    for (int i = 0; i < t->outcome->view->n && named < NAMES_SHOWN; i++)
        if (marked[i])
            eco_str_printf(text, "%s%s", named++ == 0 ? "" : named == count ? " and " : ", ", node_name(t, i));
    if (count > named)
        eco_str_printf(text, " and %d more", count - named);
}

static int mark_round(const struct tale *t, int round, bool *ret_marked)
{
    int count = 0;
    for (int i = 0; i < t->cascade->n; i++)
        count += ret_marked[i] = round > 0 ? t->cascade->round[i] == round : t->cascade->round[i] > 0;
    return count;
}

static void tell_value(const struct tale *t)
{
    struct eco_str text = {0};
    if (t->outcome->value_lost.undefined) {
        eco_str_printf(&text, "What share of the value is lost cannot be said: %s.", t->outcome->value_lost.undefined);
    } else {
        eco_str_add(&text, "The ecosystem loses ");
        add_percent(&text, t->outcome->value_lost.value);
        eco_str_add(&text, " of its value (the sum of all weights)");
        if (t->outcome->removed_count > 0)
            eco_str_printf(&text, "; %d %s taken away", t->outcome->removed_count,
                           t->outcome->removed_count == 1 ? "entity is" : "entities, parts included, are");
        eco_str_add(&text, ".");
    }
    eco_doc_text(t->doc, "%s", eco_str_text(&text));
    eco_str_finish(&text);
}

static void tell_orphans(const struct tale *t)
{
    int count = 0;
    for (int i = 0; i < t->outcome->view->n; i++)
        count += t->outcome->orphan[i];
    if (count == 0)
        return;
    struct eco_str text = {0};
    eco_str_printf(&text, "Left without any provider: ");
    add_names(t, &text, t->outcome->orphan, count);
    eco_doc_text(t->doc, "%s.", eco_str_text(&text));
    eco_str_finish(&text);
}

static void tell_resources(const struct tale *t)
{
    struct eco_str text = {0};
    const struct eco_vocabulary *resources = &t->study->eco->resources;
    for (size_t r = 0; r < resources->count; r++)
        if (t->outcome->resource_lost[r])
            eco_str_printf(&text, "%s%s", text.length ? ", " : "", resources->terms[r].label);
    if (text.length)
        eco_doc_text(t->doc, "Provided by nobody any more: %s.", eco_str_text(&text));
    eco_str_finish(&text);
}

/* Share of its inflow that a node has lost by the end (or by its fall). */
static double loss_of(const struct tale *t, int i)
{
    const struct eco_flow *flow = t->outcome->field->flow;
    double sum = t->cascade->own[i];
    for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
        sum += t->cascade->share[d];
    return sum;
}

/* "41 % with A, 21 % with B and 5 % by the step itself" */
static void add_causes(const struct tale *t, struct eco_str *text, int i)
{
    const struct eco_flow *flow = t->outcome->field->flow;
    bool *told = eco_alloc((size_t)flow->m + 1, sizeof *told);
    for (int k = 0; k < 3; k++) {
        int best = -1;
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
            if (!told[d] && t->cascade->share[d] > (best < 0 ? 0 : t->cascade->share[best]))
                best = d;
        if (best < 0)
            break;
        told[best] = true;
        eco_str_add(text, k == 0 ? "" : ", ");
        add_percent(text, t->cascade->share[best]);
        eco_str_printf(text, " with %s", node_name(t, flow->on[best]));
    }
    if (t->cascade->own[i] > 0) {
        eco_str_add(text, text->length && text->data[text->length - 1] != ' ' ? ", " : "");
        add_percent(text, t->cascade->own[i]);
        eco_str_add(text, " by the step directly");
    }
    free(told);
}

/* ", all with A" where one provider is the whole cause. */
static bool tell_single_cause(const struct tale *t, struct eco_str *text, int i)
{
    const struct eco_flow *flow = t->outcome->field->flow;
    int only = -1, causes = t->cascade->own[i] > 0;
    for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
        if (t->cascade->share[d] > 0) {
            only = d;
            causes++;
        }
    if (causes != 1 || only < 0)
        return false;
    eco_str_printf(text, ", all with %s", node_name(t, flow->on[only]));
    return true;
}

static void tell_falls(const struct tale *t)
{
    bool *marked = eco_alloc((size_t)t->cascade->n, sizeof *marked);
    int count = mark_round(t, 0, marked);
    struct eco_str text = {0};
    if (count == 0) {
        bool some_left = t->outcome->removed_count > 0;
        eco_str_printf(&text, "Nobody %sfalls: no %s%s loses as much as ", some_left ? "else " : "", some_left ? "other " : "", who(t, 1));
        add_percent(&text, t->scenario->cascade.threshold);
        eco_str_add(&text, " of what it receives.");
    } else {
        eco_str_printf(&text, "%d %s %s%s, in %d round%s: ", count, who(t, count), count == 1 ? "falls" : "fall",
                       t->outcome->removed_count > 0 ? " with it" : "",
                       t->cascade->rounds, t->cascade->rounds == 1 ? "" : "s");
        add_names(t, &text, marked, count);
        eco_str_add(&text, ".");
    }
    if (!t->outcome->damage.undefined && count > 0) {
        eco_str_add(&text, count == 1 ? " It received " : " They received ");
        add_percent(&text, t->outcome->damage.value);
        eco_str_add(&text, " of all that went to those who were left (the damage).");
    }
    eco_doc_text(t->doc, "%s", eco_str_text(&text));
    eco_str_finish(&text);
    for (int round = 1; round <= t->cascade->rounds; round++) {
        mark_round(t, round, marked);
        int told = 0;
        for (int i = 0; i < t->cascade->n && told < t->study->request.top; i++) {
            if (!marked[i])
                continue;
            struct eco_str line = {0};
            eco_str_printf(&line, "Round %d: %s falls: it lost ", round, node_name(t, i));
            add_percent(&line, loss_of(t, i));
            eco_str_add(&line, " of its inflow");
            if (!tell_single_cause(t, &line, i)) {
                eco_str_add(&line, ": ");
                add_causes(t, &line, i);
            }
            eco_doc_item(t->doc, 1, "%s.", eco_str_text(&line));
            eco_str_finish(&line);
            told++;
        }
    }
    free(marked);
}

static void tell_distress(const struct tale *t)
{
    if (t->outcome->damage.undefined)
        return;
    struct eco_str text = {0};
    eco_str_add(&text, "Weighted by what they receive, those left are impaired by ");
    add_percent(&text, t->outcome->damage.value);
    eco_doc_text(t->doc, "%s on average (%s).", eco_str_text(&text), eco_cascade_model_find(t->cascade->kind)->title);
    eco_str_finish(&text);
}

/* Who lost most without falling: how much, through whom, how far from falling. */
static void show_losers(const struct tale *t)
{
    static const char *const keys[] = {"name", "lost", "margin", "through"};
    static const struct eco_column columns[] = {{"name", "Lost most", ECO_UNIT_NONE, 0},
                                                {"lost", "Loss", ECO_UNIT_SHARE, 0},
                                                {"margin", "More until it falls", ECO_UNIT_SHARE, 0},
                                                {"through", "Through", ECO_UNIT_NONE, 0}};
    bool threshold = t->cascade->kind == ECO_CASCADE_THRESHOLD;
    struct eco_table *table;
    eco_value_table(t->doc, keys, 4, &table);
    bool *told = eco_alloc((size_t)t->cascade->n, sizeof *told);
    for (int k = 0; k < LOSERS_SHOWN; k++) {
        int worst = -1;
        for (int i = 0; i < t->cascade->n; i++)
            if (!told[i] && t->cascade->round[i] == 0 && loss_of(t, i) > (worst < 0 ? 0 : loss_of(t, worst) * (1 + 1e-9)))
                worst = i;
        if (worst < 0)
            break;
        told[worst] = true;
        struct eco_str causes = {0};
        add_causes(t, &causes, worst);
        struct eco_value *row = eco_table_add_row(t->doc, table);
        row[0] = eco_value_string(t->doc, node_name(t, worst));
        row[1] = eco_value_number(loss_of(t, worst));
        row[2] = eco_value_number(fmax(0, t->scenario->cascade.threshold - loss_of(t, worst)));
        row[3] = eco_value_string(t->doc, eco_str_text(&causes));
        eco_str_finish(&causes);
    }
    if (table->rows > 0 && threshold)
        eco_doc_table(t->doc, "Who lost most and still stands", table, columns, 4, NULL, 0);
    else if (table->rows > 0) {
        struct eco_column without_margin[] = {columns[0], {"lost", "Impaired", ECO_UNIT_SHARE, 0}, columns[3]};
        eco_doc_table(t->doc, "Who is impaired most", table, without_margin, 3, NULL, 0);
    } else
        eco_doc_text(t->doc, "No other %s lost anything that it receives.", who(t, 1));
    free(told);
}

static void add_cell(const struct eco_metric *metric, struct eco_figure figure, struct eco_doc *doc, struct eco_value *cell)
{
    struct eco_str text = {0};
    struct eco_value value = metric ? eco_figure_value(doc, metric, figure) : eco_value_figure(doc, figure.value, figure.undefined);
    eco_text_write_cell(&text, &value, metric ? metric->unit : ECO_UNIT_INDEX);
    *cell = eco_value_string(doc, eco_str_text(&text));
    eco_str_finish(&text);
}

/* The figures that moved, those that moved most (in relation to their size) first. */
static void show_figures(const struct tale *t)
{
    static const char *const keys[] = {"figure", "before", "after", "says"};
    static const struct eco_column columns[] = {{"figure", "Figure", ECO_UNIT_NONE, 0},
                                                {"before", "Before", ECO_UNIT_SHOWN, 0},
                                                {"after", "After", ECO_UNIT_SHOWN, 0},
                                                {"says", "Note", ECO_UNIT_NONE, 0}};
    const struct eco_comparison *before = &t->whatif->before, *after = &t->outcome->figures;
    struct eco_table *table;
    int hidden = 0;
    eco_value_table(t->doc, keys, 4, &table);
    for (int k = 0; k < before->count; k++) {
        struct eco_figure a = before->figures[k], b = after->figures[k];
        const struct eco_metric *metric = before->rows[k];
        if (a.undefined && b.undefined)
            continue;
        if (!a.undefined && !b.undefined && eco_number_near(a.value, b.value, 1e-9))
            continue;
        struct eco_value shown[2];
        add_cell(metric, a, t->doc, &shown[0]);
        add_cell(metric, b, t->doc, &shown[1]);
        if (strcmp(shown[0].as.text, shown[1].as.text) == 0) {
            hidden++;
            continue;
        }
        struct eco_value *row = eco_table_add_row(t->doc, table);
        row[0] = eco_value_string(t->doc, metric ? metric->title : "Mean lock-in");
        row[1] = shown[0];
        row[2] = shown[1];
        bool rises = b.value > a.value;
        enum eco_harm harm = metric ? metric->harm : ECO_HARM_WHEN_HIGHER;
        const char *says = a.undefined || b.undefined || harm == ECO_HARM_NONE ? ""
                           : (harm == ECO_HARM_WHEN_HIGHER) == rises           ? "worse"
                                                                               : "among those left";
        row[3] = eco_value_string(t->doc, says);
    }
    if (table->rows > 0)
        eco_doc_table(t->doc, "What moves", table, columns, 4, NULL, 0);
    if (hidden > 0)
        eco_doc_text(t->doc, "%d %sfigure%s so little that it does not show.", hidden, table->rows > 0 ? "more " : "",
                     hidden == 1 ? " moves" : "s move");
    else if (table->rows == 0)
        eco_doc_text(t->doc, "No figure of the ecosystem or the focal firm moves.");
}

/* What was run, so that the answer stands on its own. */
static void tell_rules(const struct tale *t)
{
    const struct eco_cascade_options *c = &t->scenario->cascade;
    struct eco_str text = {0};
    eco_str_printf(&text, "Each %s stands for itself. ", t->scenario->entity_level ? "entity" : "group (an entity with its parts)");
    if (c->kind == ECO_CASCADE_THRESHOLD || c->kind == ECO_CASCADE_ALL) {
        eco_str_printf(&text, "It falls when it has lost ");
        add_percent(&text, c->threshold);
        eco_str_printf(&text, " of what it received (--threshold). ");
    }
    if (c->kind == ECO_CASCADE_INOPERABILITY || c->kind == ECO_CASCADE_ALL)
        eco_str_printf(&text, "Distress is passed on by a factor of %g (--coupling). ", c->coupling);
    if (c->substitution > 0)
        eco_str_printf(&text, "Others replace at most %g of a loss (--substitution). ", c->substitution);
    if (c->kind != ECO_CASCADE_NONE)
        eco_doc_note(t->doc, "%s", eco_str_text(&text));
    eco_str_finish(&text);
}

static void tell_models(const struct tale *t)
{
    if (t->outcome->cascades_count < 2)
        return;
    struct eco_str text = {0};
    for (int k = 0; k < t->outcome->cascades_count; k++) {
        const struct eco_cascade *cascade = t->outcome->cascades[k];
        eco_str_printf(&text, "%s%s ", k ? ", " : "", eco_cascade_model_find(cascade->kind)->title);
        if (cascade->damage.undefined)
            eco_str_add(&text, "–");
        else
            add_percent(&text, cascade->damage.value);
    }
    struct eco_agreement agreement = eco_agreement_measure(t->outcome);
    if (!agreement.concordance.undefined)
        eco_str_printf(&text, ". Their rankings of who is hit agree to %.2f (1 = fully)", agreement.concordance.value);
    for (int k = 0; k < agreement.disputed_count; k++)
        eco_str_printf(&text, "%s%s", k ? ", " : "; they differ most on ", node_name(t, agreement.disputed[k]));
    eco_doc_text(t->doc, "Damage by model: %s.", eco_str_text(&text));
    eco_str_finish(&text);
}

static void tell(struct tale *t, size_t number)
{
    char *title = t->whatif->outcomes_count > 1 ? eco_format("Step %zu: %s", number + 1, t->outcome->label)
                                                : eco_format("What if: %s", t->outcome->label);
    eco_doc_heading(t->doc, t->whatif->outcomes_count > 1 ? 2 : 1, title);
    free(title);
    tell_value(t);
    tell_orphans(t);
    tell_resources(t);
    if (t->cascade) {
        if (t->cascade->kind == ECO_CASCADE_THRESHOLD)
            tell_falls(t);
        else
            tell_distress(t);
        tell_models(t);
        show_losers(t);
    }
    show_figures(t);
}

void eco_whatif_describe(struct eco_study *study, const struct eco_scenario *scenario, const struct eco_whatif *whatif,
                         struct eco_doc *doc)
{
    if (whatif->outcomes_count != 1)
        eco_doc_heading(doc, 1, scenario->name ? scenario->name : "What if");
    if (whatif->outcomes_count == 0)
        eco_doc_text(doc, "The scenario has no steps: everything stays as it is.");
    if (scenario->description)
        eco_doc_text(doc, "%s", scenario->description);
    for (size_t s = 0; s < whatif->outcomes_count; s++) {
        struct tale t = {study, scenario, whatif, &whatif->outcomes[s], eco_outcome_cascade(&whatif->outcomes[s]), doc};
        tell(&t, s);
    }
    eco_whatif_tell_expectations(study->eco, scenario, whatif, doc);
    if (whatif->outcomes_count > 0)
        tell_rules(&(struct tale){study, scenario, whatif, &whatif->outcomes[0], NULL, doc});
    eco_doc_note(doc, "Size, fragmentation and "
                      "efficiency keep what is gone in the count of all; other figures are those of whoever is left, and can look "
                      "better when a weak tie goes: that is no gain. Weights are ordinal judgements that are summed.");
}
