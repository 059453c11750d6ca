/* What happens when something leaves: the data of the answer. What people read of it is in whatif_text.c. */
#include "report/whatif.h"

#include <stdlib.h>

#include "base/number.h"
#include "report/report.h"
#include "scenario/agreement.h"

const char *eco_whatif_node_id(const struct eco_outcome *outcome, int node)
{
    return outcome->view->eco->entities[outcome->view->entity_of_node[node]].id;
}

struct cause {
    int node; /* -1 = the steps themselves */
    double share;
};

static int by_falling_share(const void *a, const void *b)
{
    const struct cause *x = a, *y = b;
    if (!eco_number_near(x->share, y->share, 1e-9))
        return x->share < y->share ? 1 : -1;
    if (x->node < 0 || y->node < 0) /* what the steps took stands behind equal ones */
        return (x->node < 0) - (y->node < 0);
    return x->node - y->node;
}

/* The causes of node i, largest first; free the result. */
static struct cause *causes_of(const struct eco_outcome *outcome, const struct eco_cascade *cascade, int i, int *ret_count)
{
    const struct eco_flow *flow = outcome->field->flow;
    struct cause *causes = eco_alloc((size_t)(flow->start[i + 1] - flow->start[i]) + 1, sizeof *causes);
    int count = 0;
    for (int d = flow->start[i]; d < flow->start[i + 1]; d++)
        if (cascade->share[d] > 0)
            causes[count++] = (struct cause){flow->on[d], cascade->share[d]};
    if (cascade->own[i] > 0)
        causes[count++] = (struct cause){-1, cascade->own[i]};
    qsort(causes, (size_t)count, sizeof *causes, by_falling_share);
    *ret_count = count;
    return causes;
}

static struct eco_value causes_value(struct eco_doc *doc, const struct eco_outcome *outcome, const struct eco_cascade *cascade)
{
    static const char *const keys[] = {"id", "share"};
    struct eco_record *record;
    struct eco_value value = eco_value_record(doc, &record);
    for (int i = 0; cascade && i < cascade->n; i++) {
        int count = 0;
        struct cause *causes = outcome->hit.gone[i] ? NULL : causes_of(outcome, cascade, i, &count);
        struct eco_table *table;
        if (count > 0)
            eco_record_add(doc, record, eco_whatif_node_id(outcome, i), eco_value_table(doc, keys, 2, &table));
        for (int k = 0; k < count; k++) {
            struct eco_value *row = eco_table_add_row(doc, table);
            row[0] = causes[k].node < 0 ? eco_value_null(doc, NULL)
                                        : eco_value_string(doc, eco_whatif_node_id(outcome, causes[k].node));
            row[1] = eco_value_number(causes[k].share);
        }
        free(causes);
    }
    return value;
}

static struct eco_value rounds_value(struct eco_doc *doc, const struct eco_outcome *outcome, const struct eco_cascade *cascade)
{
    struct eco_list *rounds, *ids;
    struct eco_value value = eco_value_list(doc, &rounds);
    for (int r = 1; cascade && r <= cascade->rounds; r++) {
        eco_list_add(doc, rounds, eco_value_list(doc, &ids));
        for (int i = 0; i < cascade->n; i++)
            if (cascade->round[i] == r)
                eco_list_add(doc, ids, eco_value_string(doc, eco_whatif_node_id(outcome, i)));
    }
    return value;
}

static struct eco_value distress_value(struct eco_doc *doc, const struct eco_outcome *outcome, const struct eco_cascade *cascade)
{
    static const char *const keys[] = {"id", "q"};
    struct eco_table *table;
    struct eco_value value = eco_value_table(doc, keys, 2, &table);
    if (!cascade || cascade->kind == ECO_CASCADE_THRESHOLD)
        return value;
    for (int i = 0; i < cascade->n; i++) {
        if (outcome->hit.gone[i] || !(cascade->distress[i] > 0))
            continue;
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, eco_whatif_node_id(outcome, i));
        row[1] = eco_value_number(cascade->distress[i]);
    }
    return value;
}

static struct eco_value figures_value(struct eco_doc *doc, const struct eco_comparison *figures)
{
    struct eco_record *record;
    struct eco_value value = eco_value_record(doc, &record);
    for (int k = 0; k < figures->count; k++) {
        const struct eco_metric *metric = figures->rows[k];
        struct eco_figure f = figures->figures[k];
        eco_record_add(doc, record, figures->ids[k],
                       metric ? eco_figure_value(doc, metric, f) : eco_value_figure(doc, f.value, f.undefined));
    }
    return value;
}

static struct eco_value delta_value(struct eco_doc *doc, const struct eco_comparison *before, const struct eco_comparison *after)
{
    struct eco_record *record;
    struct eco_value value = eco_value_record(doc, &record);
    for (int k = 0; k < before->count; k++) {
        struct eco_figure a = before->figures[k], b = after->figures[k];
        const char *why = a.undefined ? "undefined before" : b.undefined ? "undefined after" : NULL;
        eco_record_add(doc, record, before->ids[k], eco_value_figure(doc, b.value - a.value, why));
    }
    return value;
}

static struct eco_value removed_value(struct eco_doc *doc, const struct eco_outcome *outcome)
{
    struct eco_list *list;
    struct eco_value value = eco_value_list(doc, &list);
    for (int k = 0; k < outcome->removed_count; k++)
        eco_list_add(doc, list, eco_value_string(doc, outcome->view->eco->entities[outcome->removed[k]].id));
    return value;
}

static struct eco_value orphans_value(struct eco_doc *doc, const struct eco_outcome *outcome)
{
    struct eco_list *list;
    struct eco_value value = eco_value_list(doc, &list);
    for (int i = 0; i < outcome->view->n; i++)
        if (outcome->orphan[i])
            eco_list_add(doc, list, eco_value_string(doc, eco_whatif_node_id(outcome, i)));
    return value;
}

static struct eco_value resources_value(struct eco_doc *doc, const struct eco_outcome *outcome)
{
    struct eco_list *list;
    struct eco_value value = eco_value_list(doc, &list);
    for (size_t r = 0; r < outcome->view->eco->resources.count; r++)
        if (outcome->resource_lost[r])
            eco_list_add(doc, list, eco_value_string(doc, outcome->view->eco->resources.terms[r].id));
    return value;
}

/* The three models side by side. */
static void add_cascades(struct eco_doc *doc, struct eco_record *step, const struct eco_outcome *outcome)
{
    static const char *const keys[] = {"model", "damage", "rounds", "causes", "distress"};
    struct eco_table *table;
    eco_record_add(doc, step, "cascades", eco_value_table(doc, keys, 5, &table));
    for (int k = 0; k < outcome->cascades_count; k++) {
        const struct eco_cascade *cascade = outcome->cascades[k];
        struct eco_value cells[] = {eco_value_string(doc, eco_cascade_names[cascade->kind]),
                                    eco_value_figure(doc, cascade->damage.value, cascade->damage.undefined),
                                    rounds_value(doc, outcome, cascade), causes_value(doc, outcome, cascade),
                                    distress_value(doc, outcome, cascade)};
        struct eco_value *row = eco_table_add_row(doc, table);
        for (int c = 0; c < 5; c++)
            row[c] = cells[c];
    }
    struct eco_agreement agreement = eco_agreement_measure(outcome);
    struct eco_list *disputed;
    eco_record_add(doc, step, "agreement", eco_value_figure(doc, agreement.concordance.value, agreement.concordance.undefined));
    eco_record_add(doc, step, "disputed", eco_value_list(doc, &disputed));
    for (int k = 0; k < agreement.disputed_count; k++)
        eco_list_add(doc, disputed, eco_value_string(doc, eco_whatif_node_id(outcome, agreement.disputed[k])));
}

static struct eco_value step_value(struct eco_doc *doc, const struct eco_whatif *whatif, const struct eco_outcome *outcome)
{
    struct eco_record *step;
    struct eco_value value = eco_value_record(doc, &step);
    const struct eco_cascade *cascade = eco_outcome_cascade(outcome);
    eco_record_add(doc, step, "label", eco_value_string(doc, outcome->label));
    eco_record_add(doc, step, "value_lost", eco_value_figure(doc, outcome->value_lost.value, outcome->value_lost.undefined));
    eco_record_add(doc, step, "damage", eco_value_figure(doc, outcome->damage.value, outcome->damage.undefined));
    eco_record_add(doc, step, "removed", removed_value(doc, outcome));
    eco_record_add(doc, step, "rounds", rounds_value(doc, outcome, cascade));
    eco_record_add(doc, step, "causes", causes_value(doc, outcome, cascade));
    eco_record_add(doc, step, "orphans", orphans_value(doc, outcome));
    eco_record_add(doc, step, "resources_lost", resources_value(doc, outcome));
    eco_record_add(doc, step, "distress", distress_value(doc, outcome, cascade));
    eco_record_add(doc, step, "before", figures_value(doc, &whatif->before));
    eco_record_add(doc, step, "after", figures_value(doc, &outcome->figures));
    eco_record_add(doc, step, "delta", delta_value(doc, &whatif->before, &outcome->figures));
    if (outcome->cascades_count > 1)
        add_cascades(doc, step, outcome);
    return value;
}

/* What the command line takes away: the step without a place in a file. */
static struct eco_value flags_value(const struct eco_scenario *scenario, struct eco_doc *doc)
{
    struct eco_list *ids;
    struct eco_value value = eco_value_list(doc, &ids);
    for (size_t s = 0; s < scenario->steps_count; s++) {
        const struct eco_step *step = &scenario->steps[s];
        for (int k = 0; !step->path && k < step->entities.id.count; k++)
            eco_list_add(doc, ids, eco_value_string(doc, step->entities.id.items[k]));
    }
    return value;
}

static void add_options(const struct eco_scenario *scenario, struct eco_record *options, struct eco_doc *doc)
{
    const struct eco_cascade_options *c = &scenario->cascade;
    struct eco_record *file;
    eco_record_add(doc, options, "cascade_level", eco_value_string(doc, eco_level_names[scenario->entity_level ? 0 : 1]));
    eco_record_add(doc, options, "cascade", eco_value_string(doc, eco_cascade_names[c->kind]));
    eco_record_add(doc, options, "threshold", eco_value_number(c->threshold));
    eco_record_add(doc, options, "coupling", eco_value_number(c->coupling));
    eco_record_add(doc, options, "substitution", eco_value_number(c->substitution));
    eco_record_add(doc, options, "remove", flags_value(scenario, doc));
    eco_record_add(doc, options, "scenario", scenario->digest[0] ? eco_value_record(doc, &file) : eco_value_null(doc, NULL));
    if (scenario->digest[0]) {
        eco_record_add(doc, file, "name", eco_value_string(doc, scenario->name));
        eco_record_add(doc, file, "digest", eco_value_string(doc, scenario->digest));
    }
}

int eco_whatif_make(struct eco_study *study, const struct eco_scenario *scenario, struct eco_whatif **ret_whatif,
                    struct eco_doc **ret_doc, struct eco_problems *problems)
{
    struct eco_whatif *whatif;
    int code = eco_whatif_run(study->eco, &study->state, &study->analysis->options, scenario, &whatif, problems);
    if (code != ECO_OK)
        return code;
    struct eco_doc *doc = eco_doc_create();
    struct eco_list *steps;
    add_options(scenario, eco_study_header(study, "whatif", doc), doc);
    eco_record_add(doc, &doc->root, "steps", eco_value_list(doc, &steps));
    for (size_t s = 0; s < whatif->outcomes_count; s++)
        eco_list_add(doc, steps, step_value(doc, whatif, &whatif->outcomes[s]));
    eco_record_add(doc, &doc->root, "expectations", eco_whatif_expectations(study->eco, scenario, whatif, doc));
    doc->csv_table = "steps";
    eco_whatif_describe(study, scenario, whatif, doc);
    *ret_whatif = whatif;
    *ret_doc = doc;
    return ECO_OK;
}
