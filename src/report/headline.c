#include "report/headline.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/str.h"
#include "metric/flow.h"
#include "metric/partnership.h"
#include "metric/rows.h"
#include "report/report.h"
#include "write/write.h"

/* A figure as people read it; free the result. */
static char *shown(double number, enum eco_unit unit)
{
    struct eco_str text = {0};
    eco_text_write_cell(&text, &(struct eco_value){ECO_NUMBER, {.number = number}}, unit);
    return text.data;
}

static const char *plural(long long count)
{
    return count == 1 ? "" : "s";
}

static void add_reliance(struct eco_study *study, int focal, struct eco_doc *doc)
{
    const struct eco_partnership *partners = eco_partnership_of(study->analysis);
    const struct eco_figure *reliance = eco_analysis_figures(study->analysis, &eco_metric_partner_reliance);
    if (!reliance || reliance->undefined) {
        eco_doc_text(doc, "%s: what its partners live on cannot be said, because %s.", eco_report_group_name(study, focal),
                     reliance ? reliance->undefined : "computing failed");
        return;
    }
    char *share = shown(reliance->value, ECO_UNIT_SHARE);
    eco_doc_text(doc, "%s has %d partner%s: whoever it exchanges with, consumers and markets too. Of all that they receive, %s "
                 "comes from %s itself.",
                 eco_report_group_name(study, focal), partners->count, partners->count == 1 ? "" : "s", share,
                 eco_report_group_name(study, focal));
    free(share);
}

/* The dependences whose lock-in is largest (relative 1e-9): the first, and how many more there are. `on` >= 0 looks only at
 * those on one group. */
struct most {
    int group, dependence, others;
};

static struct most most_locked_in(const struct eco_flow *flow, const struct eco_figure *lock_in, int on)
{
    struct most most = {-1, -1, 0};
    for (int i = 0; i < flow->n; i++)
        for (int d = flow->start[i]; d < flow->start[i + 1]; d++) {
            if (on >= 0 && flow->on[d] != on)
                continue;
            if (most.group < 0 || lock_in[d].value > lock_in[most.dependence].value * (1 + 1e-9))
                most = (struct most){i, d, 0};
            else if (eco_number_near(lock_in[d].value, lock_in[most.dependence].value, 1e-9))
                most.others++;
        }
    return most;
}

/* Why switching is hard: the kinds of resource at once, or that nobody else offers them. */
static char *why_hard(struct eco_study *study, int d)
{
    double cost = eco_analysis_figures(study->analysis, &eco_metric_switching_cost)[d].value;
    double unique = eco_analysis_figures(study->analysis, &eco_metric_uniqueness)[d].value;
    const char *holder = eco_report_group_name(study, eco_flow_of(study->analysis)->on[d]);
    char *share = shown(unique, ECO_UNIT_SHARE), *why;
    char *kinds = cost > 0.3 ? eco_format("about %.0f kinds of resource would have to be replaced at once, and ", 1 / (1 - cost))
                             : eco_strdup("");
    if (unique > 0.995)
        why = eco_format("%snobody else offers %s", kinds, *kinds ? "them" : "it");
    else
        why = eco_format("%s%s of what anybody offers of %s is %s's", kinds, share, *kinds ? "them" : "it", holder);
    free(kinds);
    free(share);
    return why;
}

static void add_lock_in(struct eco_study *study, int focal, struct eco_doc *doc)
{
    const struct eco_flow *flow = eco_flow_of(study->analysis);
    const struct eco_figure *tie = eco_analysis_figures(study->analysis, &eco_metric_tie_lock_in);
    if (!tie || !eco_analysis_figures(study->analysis, &eco_metric_uniqueness))
        return;
    struct most most = most_locked_in(flow, tie, focal);
    if (most.group < 0)
        return;
    char *share = shown(eco_flow_share(flow, most.group, most.dependence), ECO_UNIT_SHARE);
    bool only = flow->start[most.group + 1] - flow->start[most.group] == 1;
    char *level = shown(tie[most.dependence].value, ECO_UNIT_INDEX), *why = why_hard(study, most.dependence);
    char *others = most.others == 0 ? eco_strdup("") : eco_format(" (with %d other%s)", most.others, most.others == 1 ? "" : "s");
    bool inputs = study->request.side == ECO_SIDE_INPUTS;
    const char *holder = eco_report_group_name(study, flow->on[most.dependence]);
    char *rests = only ? eco_format("%s is its only recorded %s", holder, inputs ? "provider" : "counterpart")
                       : eco_format("%s of what it %s %s", share, inputs ? "receives comes from" : "exchanges is with", holder);
    eco_doc_text(doc, "Most locked in to %s is %s%s, at %s on a scale from 0 to 1: %s, and leaving is hard: %s.",
                 focal < 0 ? "another group" : holder, eco_report_group_name(study, most.group), others, level, rests, why);
    free(rests);
    free(share);
    free(level);
    free(why);
    free(others);
}

static void add_missed(struct eco_study *study, int focal, struct eco_doc *doc)
{
    const struct eco_flow *flow = eco_flow_of(study->analysis);
    int best = -1;
    for (int d = flow->start[focal]; d < flow->start[focal + 1]; d++)
        if (best < 0 || flow->value[d] > flow->value[best] * (1 + 1e-9))
            best = d;
    const char *name = eco_report_group_name(study, focal);
    if (best < 0) {
        eco_doc_text(doc, "Nothing is recorded that %s receives from others.", name);
        return;
    }
    char *share = shown(eco_flow_share(flow, focal, best), ECO_UNIT_SHARE);
    int count = flow->start[focal + 1] - flow->start[focal];
    eco_doc_text(doc, "%s itself would miss %s most: of all that it %s %d group%s, the largest part, %s, is theirs.", name,
                 eco_report_group_name(study, flow->on[best]),
                 study->request.side == ECO_SIDE_INPUTS ? "receives from" : "exchanges with", count, plural(count), share);
    free(share);
}

static void add_coalescence(struct eco_study *study, struct eco_doc *doc)
{
    struct eco_coalescence c = eco_coalescence_measure(eco_partnership_of(study->analysis));
    if (c.coalescence.undefined) {
        eco_doc_text(doc, "Strategic coalescence is undefined: %s.", c.coalescence.undefined);
        return;
    }
    struct {
        const char *name;
        double value;
    } parts[] = {{"mutual, deep and integrated relationships", c.bond.value},
                 {"giving that comes back", c.circulation.value},
                 {"breadth over partners and consumers", c.breadth.value}};
    int weakest = 0;
    for (int k = 1; k < 3; k++)
        if (parts[k].value < parts[weakest].value)
            weakest = k;
    if (weakest == 0) { /* name the side of the relationships themselves */
        parts[0].name = "how far partners are woven in (integration)";
        parts[0].value = c.integration.value;
        if (c.mutuality.value < parts[0].value) {
            parts[0].name = "give and take (mutuality)";
            parts[0].value = c.mutuality.value;
        }
        if (c.depth.value < parts[0].value) {
            parts[0].name = "how many kinds of resource a relationship carries (depth)";
            parts[0].value = c.depth.value;
        }
    }
    char *whole = shown(c.coalescence.value, ECO_UNIT_INDEX), *least = shown(parts[weakest].value, ECO_UNIT_INDEX);
    eco_doc_text(doc, "Its strategic coalescence is %s on a scale from 0 to 1; its weakest side is %s, at %s.", whole,
                 parts[weakest].name, least);
    free(whole);
    free(least);
}

/* How large it is; with a year, how much of it is there in that year and how little the years may say. */
static void add_size(struct eco_study *study, int groups, struct eco_doc *doc)
{
    const struct eco_ecosystem *eco = study->eco;
    long long entities = (long long)eco->entities_count, relations = (long long)eco->relations_count;
    long long sources = (long long)eco->sources_count;
    if (study->request.state.at == ECO_NO_YEAR) {
        eco_doc_text(doc, "%lld entit%s in %d group%s, %lld relation%s, %lld source%s.", entities, entities == 1 ? "y" : "ies", groups,
                     plural(groups), relations, plural(relations), sources, plural(sources));
        return;
    }
    int active = 0, standing = 0, dated = 0;
    for (int e = 0; e < study->state.entities; e++)
        active += study->state.present[e];
    for (int r = 0; r < study->state.relations; r++) {
        standing += study->state.weight[r] > 0;
        dated += eco->relations[r].since != ECO_NO_YEAR || eco->relations[r].until != ECO_NO_YEAR;
    }
    eco_doc_text(doc, "In %d: %d of %lld entities, in %d group%s, and %d of %lld relations are active.", study->request.state.at,
                 active, entities, groups, plural(groups), standing, relations);
    if (dated < relations)
        eco_doc_text(doc, "Only %d of the %lld relation%s carr%s a year; all others count as active in every year.", dated, relations,
                     plural(relations), relations == 1 ? "ies" : "y");
}

void eco_headline_add(struct eco_study *study, struct eco_doc *doc)
{
    const struct eco_view *groups = eco_analysis_groups(study->analysis);
    eco_doc_heading(doc, 1, study->eco->name ? study->eco->name : "Ecosystem");
    add_size(study, groups->n, doc);
    int focal = eco_analysis_focal_group(study->analysis);
    if (focal < 0) {
        eco_doc_text(doc, study->analysis->options.focal < 0
                              ? "No focal firm is given, so its figures are left open: name one with --focal ID."
                              : "The focal firm is not active in this year, so its figures are left open.");
        add_lock_in(study, -1, doc);
        return;
    }
    add_reliance(study, focal, doc);
    add_lock_in(study, focal, doc);
    add_missed(study, focal, doc);
    add_coalescence(study, doc);
}
