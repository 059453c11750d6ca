/* PESTEL as a matrix: groups by dimensions, what threatens and what supports. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "metric/lens/pestel.h"
#include "report/lenses.h"
#include "report/report.h"
#include "write/write.h"

static const struct eco_pestel_cell *cell_of(const struct eco_pestel *pestel, int group, int dimension)
{
    return &pestel->cells[group * ECO_DIMENSIONS + dimension];
}

static void add_data(struct eco_study *study, const struct eco_pestel *pestel, struct eco_doc *doc)
{
    static const char *const keys[] = {"id", "dimension", "own", "threat", "support"};
    const struct eco_view *groups = eco_analysis_groups(study->analysis);
    struct eco_table *table;
    eco_record_add(doc, &doc->root, "groups", eco_value_table(doc, keys, 5, &table));
    for (int g = 0; g < pestel->groups; g++)
        for (int d = 0; d < ECO_DIMENSIONS; d++) {
            const struct eco_pestel_cell *cell = cell_of(pestel, g, d);
            if (cell->threat.undefined)
                continue; /* nothing is stated here, and nothing reaches it */
            struct eco_value *row = eco_table_add_row(doc, table);
            row[0] = eco_value_string(doc, study->eco->entities[groups->entity_of_node[g]].id);
            row[1] = eco_value_string(doc, eco_dimension_names[d]);
            row[2] = eco_value_figure(doc, cell->own.value, cell->own.undefined);
            row[3] = eco_value_number(cell->threat.value);
            row[4] = eco_value_number(cell->support.value);
        }
}

/* What threatens a group (or supports it), over all dimensions; never below 0. */
static double burden(const struct eco_pestel *pestel, int group, bool threat)
{
    double sum = 0;
    for (int d = 0; d < ECO_DIMENSIONS; d++)
        sum += threat ? -cell_of(pestel, group, d)->threat.value : cell_of(pestel, group, d)->support.value;
    return sum;
}

static bool any_burden(const struct eco_pestel *pestel, bool threat)
{
    for (int g = 0; g < pestel->groups; g++)
        if (burden(pestel, g, threat) > 0)
            return true;
    return false;
}

/* The groups to show: the focal one, then those with the most, at most `top`. Returns how many; free the list. */
static int choose(const struct eco_pestel *pestel, int focal, int top, bool threat, int **ret_groups)
{
    double *burdens = eco_alloc((size_t)pestel->groups, sizeof *burdens);
    int *order = eco_alloc((size_t)pestel->groups, sizeof *order), count = 0;
    int *groups = eco_alloc((size_t)pestel->groups, sizeof *groups);
    for (int g = 0; g < pestel->groups; g++)
        burdens[g] = burden(pestel, g, threat);
    eco_order(burdens, pestel->groups, order);
    if (focal >= 0)
        groups[count++] = focal;
    for (int k = 0; k < pestel->groups && k < top + 1 && count < top + (focal >= 0); k++)
        if (order[k] != focal && burdens[order[k]] > 0)
            groups[count++] = order[k];
    free(burdens);
    free(order);
    *ret_groups = groups;
    return count;
}

static void add_matrix(struct eco_study *study, const struct eco_pestel *pestel, bool threat, struct eco_doc *doc)
{
    /* Shorter than the adjectives, so that the groups' names have room. */
    static const char *const titles[ECO_DIMENSIONS] = {"Politics",   "Economy", "Society",
                                                       "Technology", "Law",     "Environment"};
    struct eco_column columns[ECO_DIMENSIONS + 1] = {{"group", "Group", ECO_UNIT_NONE, 0}};
    const char *keys[ECO_DIMENSIONS + 1] = {"group"};
    int *groups, count = choose(pestel, eco_analysis_focal_group(study->analysis), study->request.top, threat, &groups);
    struct eco_table *table;
    for (int d = 0; d < ECO_DIMENSIONS; d++) {
        keys[d + 1] = eco_dimension_names[d];
        columns[d + 1] = (struct eco_column){keys[d + 1], titles[d], ECO_UNIT_INDEX, 0};
    }
    eco_value_table(doc, keys, ECO_DIMENSIONS + 1, &table);
    for (int i = 0; i < count; i++) {
        struct eco_value *row = eco_table_add_row(doc, table);
        row[0] = eco_value_string(doc, eco_report_group_name(study, groups[i]));
        for (int d = 0; d < ECO_DIMENSIONS; d++) {
            const struct eco_pestel_cell *cell = cell_of(pestel, groups[i], d);
            struct eco_figure figure = threat ? cell->threat : cell->support;
            row[d + 1] = eco_value_figure(doc, figure.value, figure.undefined);
        }
    }
    free(groups);
    eco_doc_table(doc, threat ? "Threats: from 0 down to -1" : "Support: from 0 up to 1", table, columns,
                  ECO_DIMENSIONS + 1, NULL, 0);
}

/* The dimension with the largest threat or support of a group; -1 = none. */
static int strongest(const struct eco_pestel *pestel, int group, bool threat)
{
    int best = -1;
    double most = 0;
    for (int d = 0; d < ECO_DIMENSIONS; d++) {
        const struct eco_pestel_cell *cell = cell_of(pestel, group, d);
        double value = threat ? -cell->threat.value : cell->support.value;
        if (value > most * (1 + 1e-9)) {
            most = value;
            best = d;
        }
    }
    return best;
}

static void say_strongest(struct eco_str *text, const struct eco_pestel *pestel, int group, bool threat)
{
    int dimension = strongest(pestel, group, threat);
    if (dimension < 0) {
        eco_str_add(text, threat ? "nothing threatens it" : "nothing supports it");
        return;
    }
    const struct eco_pestel_cell *cell = cell_of(pestel, group, dimension);
    eco_str_printf(text, "the strongest %s is %s (", threat ? "threat" : "support", eco_dimension_names[dimension]);
    double value = threat ? cell->threat.value : cell->support.value;
    eco_text_write_cell(text, &(struct eco_value){ECO_NUMBER, {.number = value}}, ECO_UNIT_INDEX);
    eco_str_add(text, ")");
}

static char *sentence(struct eco_study *study, const struct eco_pestel *pestel)
{
    struct eco_str text = {0};
    int focal = eco_analysis_focal_group(study->analysis), *worst;
    if (focal >= 0) {
        eco_str_printf(&text, "For %s, ", eco_report_group_name(study, focal));
        say_strongest(&text, pestel, focal, /* threat= */ true);
        eco_str_add(&text, " and ");
        say_strongest(&text, pestel, focal, /* threat= */ false);
        eco_str_add(&text, ". ");
    }
    if (choose(pestel, -1, 1, /* threat= */ true, &worst) > 0) {
        eco_str_printf(&text,
                       "Most threatened over all six dimensions is %s: ", eco_report_group_name(study, worst[0]));
        say_strongest(&text, pestel, worst[0], /* threat= */ true);
        eco_str_add(&text, ".");
    } else {
        eco_str_add(&text, "No threat is stated.");
    }
    free(worst);
    return text.data;
}

char *eco_pestel_sentence(struct eco_study *study)
{
    struct eco_pestel *pestel = eco_pestel_create(study->analysis);
    char *text = pestel->any ? sentence(study, pestel) : NULL, *whole = text ? eco_format("PESTEL: %s", text) : NULL;
    free(text);
    eco_pestel_destroy(pestel);
    return whole;
}

static int count_stating(const struct eco_pestel *pestel)
{
    int count = 0;
    for (int g = 0; g < pestel->groups; g++) {
        bool states = false;
        for (int d = 0; d < ECO_DIMENSIONS; d++)
            states |= !cell_of(pestel, g, d)->own.undefined;
        count += states;
    }
    return count;
}

int eco_pestel_make(struct eco_study *study, struct eco_doc **ret_doc)
{
    struct eco_doc *doc = eco_doc_create();
    struct eco_pestel *pestel = eco_pestel_create(study->analysis);
    eco_study_header(study, "pestel", doc);
    add_data(study, pestel, doc);
    doc->csv_table = "groups";
    eco_doc_heading(doc, 1, study->eco->name ? study->eco->name : "Ecosystem");
    if (!pestel->any) {
        eco_doc_text(
            doc,
            "PESTEL spreads the exposures that entities state, and none is stated%s. An exposure is a dimension "
            "(political, economic, social, technological, legal or environmental) and a value from -1, a threat, "
            "to 1, a support.",
            study->request.state.at == ECO_NO_YEAR ? "" : " by anybody active in this year");
    } else {
        int stating = count_stating(pestel);
        eco_doc_text(doc, "%d of %d groups state%s an exposure; the others get theirs from those whom they depend on.",
                     stating, pestel->groups, stating == 1 ? "s" : "");
        char *text = sentence(study, pestel);
        eco_doc_text(doc, "%s", text);
        free(text);
        for (int threat = 1; threat >= 0; threat--)
            if (any_burden(pestel, threat))
                add_matrix(study, pestel, threat, doc);
        eco_doc_note(
            doc, "A group feels half of an exposure of its own, a quarter of its providers', by the shares in which it "
                 "depends on them, an eighth of theirs, and so on; one without providers feels its own in full. "
                 "Threats and support do not make up for each other. – is a dimension in which nothing is stated and "
                 "nothing arrives.");
    }
    eco_pestel_destroy(pestel);
    *ret_doc = doc;
    return ECO_OK;
}
