/* What people read of a sweep: who matters most, who matters more than it shows, whom nobody would miss; then a table. */
#include <math.h>
#include <stdlib.h>

#include "base/str.h"
#include "report/sweep_inner.h"
#include "write/write.h"

enum { NAMES_SHOWN = 5 };

enum eco_unit eco_sweep_unit(const struct eco_sweep_figure *figure)
{
    if (figure->own < 0)
        return figure->metric ? figure->metric->unit : ECO_UNIT_NUMBER;
    if (eco_removal_rows[figure->own].type == ECO_INT)
        return ECO_UNIT_COUNT;
    bool share = figure->own == ECO_REMOVAL_VALUE_LOST || figure->own == ECO_REMOVAL_MARGIN_THETA ||
                 figure->own == ECO_REMOVAL_MARGIN_SHARE || eco_str_starts(eco_removal_rows[figure->own].key, "damage.");
    return share ? ECO_UNIT_SHARE : ECO_UNIT_NUMBER;
}

static const char *name_of(const struct eco_sweep_answer *a, int removal)
{
    return eco_ground_name(a->ground, a->sweep->group[removal]);
}

static struct eco_figure own(const struct eco_sweep_answer *a, int removal, enum eco_removal_figure figure)
{
    return eco_sweep_own(a->sweep, removal, figure);
}

static void add_figure(struct eco_str *text, struct eco_figure figure, enum eco_unit unit)
{
    struct eco_value value = {ECO_NUMBER, {.number = figure.value}};
    if (figure.undefined)
        eco_str_add(text, "–");
    else
        eco_text_write_cell(text, &value, unit);
}

/* Whether those that fall are gone, too: under the other models nobody is removed. */
static bool falls_count(const struct eco_sweep_answer *a)
{
    return a->ask->cascade.kind == ECO_CASCADE_THRESHOLD || a->ask->cascade.kind == ECO_CASCADE_ALL;
}

/* The damage that the table shows: of the chosen model; without one, or with all, of the threshold model. */
static enum eco_removal_figure shown_damage(const struct eco_sweep_answer *a)
{
    switch (a->ask->cascade.kind) {
    case ECO_CASCADE_INOPERABILITY:
        return ECO_REMOVAL_DAMAGE_INOPERABILITY;
    case ECO_CASCADE_DEBTRANK:
        return ECO_REMOVAL_DAMAGE_DEBTRANK;
    default:
        return ECO_REMOVAL_DAMAGE_THRESHOLD;
    }
}

static const char *title_of(const struct eco_sweep_answer *a)
{
    if (a->rank_by.own >= 0)
        return eco_removal_rows[a->rank_by.own].title;
    return a->rank_by.metric ? a->rank_by.metric->title : "Mean lock-in";
}

/* "Losing A does most harm: ... Next come B (6 %) and C (5 %)." */
static void tell_most(const struct eco_sweep_answer *a)
{
    struct eco_str text = {0};
    enum eco_unit unit = eco_sweep_unit(&a->rank_by);
    struct eco_figure worst = eco_sweep_value(a->sweep, a->order[0], &a->rank_by);
    if (worst.undefined || worst.value == 0) {
        eco_doc_text(a->doc, "By \"%s\" no loss can be told from another: %s.", title_of(a),
                     worst.undefined ? worst.undefined : "it changes with none");
        return;
    }
    bool by_value = a->rank_by.own == ECO_REMOVAL_VALUE_LOST;
    eco_str_printf(&text, "Losing %s does most harm: ", name_of(a, a->order[0]));
    if (!by_value)
        eco_str_printf(&text, "by \"%s\" (", title_of(a));
    add_figure(&text, worst, unit);
    eco_str_add(&text, by_value ? " of the ecosystem's value (the sum of all weights) goes with it" : ")");
    int falls = (int)own(a, a->order[0], ECO_REMOVAL_CASCADE_SIZE).value;
    if (falls > 0 && falls_count(a))
        eco_str_printf(&text, ", and %d other%s", falls, falls == 1 ? " falls" : "s fall");
    eco_str_add(&text, ".");
    for (int k = 1; k < 3 && k < a->sweep->count; k++) {
        eco_str_printf(&text, "%s%s (", k == 1 ? " Next come " : " and ", name_of(a, a->order[k]));
        add_figure(&text, eco_sweep_value(a->sweep, a->order[k], &a->rank_by), unit);
        eco_str_add(&text, ")");
    }
    eco_str_add(&text, a->sweep->count > 1 ? "." : "");
    eco_doc_text(a->doc, "%s", eco_str_text(&text));
    eco_str_finish(&text);
}

/* The removal with the largest value of a figure; -1 = none is defined. */
static int largest_by(const struct eco_sweep_answer *a, enum eco_removal_figure figure)
{
    int best = -1;
    for (int k = 0; k < a->sweep->count; k++)
        if (!own(a, k, figure).undefined && (best < 0 || own(a, k, figure).value > own(a, best, figure).value))
            best = k;
    return best;
}

static void tell_chain(const struct eco_sweep_answer *a)
{
    int longest = largest_by(a, ECO_REMOVAL_CASCADE_SIZE), nearest = largest_by(a, ECO_REMOVAL_MARGIN_THETA);
    int falls = longest < 0 ? 0 : (int)own(a, longest, ECO_REMOVAL_CASCADE_SIZE).value;
    struct eco_str share = {0}, text = {0};
    if (!falls_count(a))
        return;
    add_figure(&share, ECO_DEFINED(a->ask->cascade.threshold), ECO_UNIT_SHARE);
    if (falls > 0) {
        eco_str_printf(&text, "The longest chain reaction starts with %s: %d other%s, having lost %s or more of what they receive.",
                       name_of(a, longest), falls, falls == 1 ? " falls" : "s fall", eco_str_text(&share));
    } else {
        eco_str_printf(&text, "Whoever leaves, nobody else loses %s of what it receives, so nobody else falls", eco_str_text(&share));
        if (nearest >= 0) {
            eco_str_add(&text, "; the strongest dependence is ");
            add_figure(&text, own(a, nearest, ECO_REMOVAL_MARGIN_THETA), ECO_UNIT_SHARE);
            eco_str_printf(&text, ", on %s", name_of(a, nearest));
        }
        eco_str_add(&text, ".");
    }
    eco_doc_text(a->doc, "%s", eco_str_text(&text));
    eco_str_finish(&text);
    eco_str_finish(&share);
}

/* Ranks may be shared: 18.5 is "place 18.5". */
static void tell_keystone(const struct eco_sweep_answer *a)
{
    int hidden = largest_by(a, ECO_REMOVAL_KEYSTONE_GAP);
    if (hidden < 0 || !(own(a, hidden, ECO_REMOVAL_KEYSTONE_GAP).value >= 1))
        return;
    int seen = (int)lround(own(a, hidden, ECO_REMOVAL_VISIBILITY_RANK).value);
    int done = (int)lround(own(a, hidden, ECO_REMOVAL_SYSTEMIC_RANK).value);
    eco_doc_text(a->doc, "%s matters more than it shows: place %d by how many and how strong its ties are, but place %d by the damage "
                         "that its loss does to others.", name_of(a, hidden), seen, done);
}

static bool is_missed(const struct eco_sweep_answer *a, int removal)
{
    return !own(a, removal, ECO_REMOVAL_MARGIN_THETA).undefined;
}

static void tell_unmissed(const struct eco_sweep_answer *a)
{
    int count = 0, named = 0;
    for (int k = 0; k < a->sweep->count; k++)
        count += !is_missed(a, k);
    if (count == 0)
        return;
    struct eco_str text = {0};
    eco_str_add(&text, "Nobody would miss ");
    for (int k = 0; k < a->sweep->count && named < NAMES_SHOWN; k++)
        if (!is_missed(a, k))
            eco_str_printf(&text, "%s%s", named++ == 0 ? "" : named == count ? " and " : ", ", name_of(a, k));
    if (count > named)
        eco_str_printf(&text, " and %d more", count - named);
    eco_doc_text(a->doc, "%s: no other group depends on %s.", eco_str_text(&text), count == 1 ? "it" : "them");
    eco_str_finish(&text);
}

/* The share of its ties that must be lost before anybody falls. */
static struct eco_value margin_cell(const struct eco_sweep_answer *a, int removal)
{
    struct eco_figure margin = own(a, removal, ECO_REMOVAL_MARGIN_SHARE);
    if (!margin.undefined && margin.value <= 1 + 1e-12)
        return eco_value_number(margin.value);
    return eco_value_null(a->doc, NULL);
}

static struct eco_value gap_cell(const struct eco_sweep_answer *a, int removal)
{
    struct eco_figure gap = own(a, removal, ECO_REMOVAL_KEYSTONE_GAP);
    return gap.undefined ? eco_value_null(a->doc, NULL) : eco_value_int(lround(gap.value));
}

static struct eco_value figure_cell(const struct eco_sweep_answer *a, struct eco_figure figure)
{
    return eco_value_figure(a->doc, figure.value, figure.undefined);
}

enum { COLUMNS = 7 };

/* The figure ranked by has a column of its own where it is none of the others. */
static bool has_own_column(const struct eco_sweep_answer *a)
{
    return a->rank_by.own != ECO_REMOVAL_VALUE_LOST && a->rank_by.own != ECO_REMOVAL_CASCADE_SIZE &&
           a->rank_by.own != (int)shown_damage(a) && a->rank_by.own != ECO_REMOVAL_KEYSTONE_GAP;
}

static void show_table(const struct eco_sweep_answer *a)
{
    static const char *const keys[COLUMNS] = {"name", "ranked", "value_lost", "falls", "damage", "gap", "margin"};
    struct eco_column columns[COLUMNS] = {{"name", "Without", ECO_UNIT_NONE, 0},
                                          {"ranked", title_of(a), eco_sweep_unit(&a->rank_by), 0},
                                          {"value_lost", "Value lost", ECO_UNIT_SHARE, 0},
                                          {"falls", "Falls", ECO_UNIT_COUNT, 1},
                                          {"damage", "Damage", ECO_UNIT_SHARE, 2},
                                          {"gap", "Gap", ECO_UNIT_COUNT, 3},
                                          {"margin", "First at", ECO_UNIT_SHARE, 4}};
    struct eco_table *table;
    int rows = a->sweep->count < a->study->request.top ? a->sweep->count : a->study->request.top;
    eco_value_table(a->doc, keys, COLUMNS, &table);
    for (int k = 0; k < rows; k++) {
        int removal = a->order[k];
        struct eco_value *row = eco_table_add_row(a->doc, table);
        row[0] = eco_value_string(a->doc, name_of(a, removal));
        row[1] = figure_cell(a, eco_sweep_value(a->sweep, removal, &a->rank_by));
        row[2] = figure_cell(a, own(a, removal, ECO_REMOVAL_VALUE_LOST));
        row[3] = figure_cell(a, own(a, removal, ECO_REMOVAL_CASCADE_SIZE));
        row[4] = figure_cell(a, own(a, removal, shown_damage(a)));
        row[5] = gap_cell(a, removal);
        row[6] = margin_cell(a, removal);
    }
    if (!has_own_column(a))
        for (int c = 1; c + 1 < COLUMNS; c++)
            columns[c] = columns[c + 1];
    struct eco_block *block = eco_doc_table(a->doc, "Whose loss does most harm", table, columns,
                                            COLUMNS - !has_own_column(a), NULL, 0);
    block->rows_left = a->sweep->count - rows;
}

static void add_notes(const struct eco_sweep_answer *a)
{
    struct eco_str theta = {0};
    const char *with = falls_count(a) ? ", with those that fall" : "";
    add_figure(&theta, ECO_DEFINED(a->ask->cascade.threshold), ECO_UNIT_SHARE);
    eco_doc_note(a->doc, "Each row takes one group away with all its parts. Value lost: its share of the sum of all weights%s. "
                         "Falls: others that lose %s or more of what they receive, and so would fail. Damage: the share "
                         "of what all others receive that is hit. Gap: places by visible ties minus places by damage; high = "
                         "matters more than it shows. First at: share of its ties that must break before anybody falls; – = nobody "
                         "falls even if all break.", with, eco_str_text(&theta));
    if (!a->sweep->full)
        eco_doc_note(a->doc, "Above %d groups, figures that are slow to compute are left out unless --metric names them.",
                     ECO_SWEEP_FULL);
    eco_doc_note(a->doc, "Weights are ordinal judgements that are summed.");
    eco_str_finish(&theta);
}

void eco_sweep_describe(const struct eco_sweep_answer *a)
{
    eco_doc_heading(a->doc, 1, "Whom the ecosystem would miss");
    if (a->sweep->count == 0) {
        eco_doc_text(a->doc, "There is no group besides the focal firm's that could be removed.");
        return;
    }
    tell_most(a);
    tell_chain(a);
    tell_keystone(a);
    tell_unmissed(a);
    show_table(a);
    add_notes(a);
}
