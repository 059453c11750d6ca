#include "scenario/expect.h"

#include <string.h>

#include "base/number.h"
#include "scenario/compare.h"

static const char value_lost[] = "value_lost", damage[] = "damage";

struct eco_words eco_expectation_figures(void)
{
    struct eco_comparison figures;
    eco_comparison_list(&figures);
    struct eco_words words = {eco_alloc((size_t)figures.count + 2, sizeof *words.items), 0};
    words.items[words.count++] = value_lost;
    words.items[words.count++] = damage;
    for (int k = 0; k < figures.count; k++)
        words.items[words.count++] = figures.ids[k];
    eco_comparison_finish(&figures);
    return words;
}

/* The last outcome; NULL where there is no step. */
static const struct eco_outcome *last_of(const struct eco_whatif *whatif)
{
    return whatif->outcomes_count ? &whatif->outcomes[whatif->outcomes_count - 1] : NULL;
}

static struct eco_figure figure_of(const char *figure, const struct eco_whatif *whatif, const struct eco_outcome *outcome)
{
    if (strcmp(figure, value_lost) == 0)
        return outcome ? outcome->value_lost : ECO_DEFINED(0);
    if (strcmp(figure, damage) == 0)
        return outcome ? outcome->damage : ECO_DEFINED(0);
    const struct eco_comparison *figures = outcome ? &outcome->figures : &whatif->before;
    int k = eco_comparison_find(figures, figure);
    return k < 0 ? ECO_UNDEFINED("there is no such figure") : figures->figures[k];
}

/* The node that an entity belongs to in an outcome; -1 = none. */
static int node_in(const struct eco_outcome *outcome, int entity)
{
    return outcome->view->node_of_entity[entity];
}

static struct eco_figure fails(int entity, const struct eco_whatif *whatif)
{
    bool fell = false;
    for (size_t s = 0; s < whatif->outcomes_count; s++) {
        const struct eco_cascade *cascade = eco_outcome_cascade(&whatif->outcomes[s]);
        int node = node_in(&whatif->outcomes[s], entity);
        if (!cascade || cascade->kind != ECO_CASCADE_THRESHOLD)
            return ECO_UNDEFINED("only in the threshold cascade does anybody fail");
        fell |= node >= 0 && cascade->round[node] > 0;
    }
    return ECO_DEFINED(fell);
}

static bool is_supplied(const struct eco_outcome *outcome, int node)
{
    const struct eco_flow *flow = outcome->field->flow;
    for (int d = flow->start[node]; d < flow->start[node + 1]; d++)
        if (outcome->hit.now[d] > 0)
            return true;
    return false;
}

static struct eco_figure orphaned(int entity, const struct eco_whatif *whatif)
{
    bool orphan = false;
    for (size_t s = 0; s < whatif->outcomes_count; s++) {
        const struct eco_outcome *outcome = &whatif->outcomes[s];
        int node = node_in(outcome, entity);
        orphan = node >= 0 && (outcome->orphan[node] || (orphan && !is_supplied(outcome, node)));
    }
    return ECO_DEFINED(orphan);
}

static struct eco_figure distress(int entity, const struct eco_outcome *outcome)
{
    for (int k = 0; outcome && k < outcome->cascades_count; k++) {
        const struct eco_cascade *cascade = outcome->cascades[k];
        int node = node_in(outcome, entity);
        if (cascade->kind != ECO_CASCADE_THRESHOLD)
            return node < 0 ? ECO_UNDEFINED("it is not there") : ECO_DEFINED(cascade->distress[node]);
    }
    return outcome ? ECO_UNDEFINED("only inoperability and debtrank have degrees of distress") : ECO_DEFINED(0);
}

static struct eco_figure after(const struct eco_expectation *e, const struct eco_whatif *whatif)
{
    switch (e->node_figure) {
    case ECO_FAILS:
        return fails(e->entity, whatif);
    case ECO_ORPHANED:
        return orphaned(e->entity, whatif);
    case ECO_DISTRESS:
        return distress(e->entity, last_of(whatif));
    default:
        return figure_of(e->figure, whatif, last_of(whatif));
    }
}

static bool compare(double a, enum eco_op op, double b)
{
    bool near = eco_number_near(a, b, 1e-9);
    switch (op) {
    case ECO_OP_LESS:
        return !near && a < b;
    case ECO_OP_AT_MOST:
        return near || a < b;
    case ECO_OP_EQUAL:
        return near;
    case ECO_OP_AT_LEAST:
        return near || a > b;
    case ECO_OP_MORE:
        return !near && a > b;
    default:
        return !near;
    }
}

struct eco_judgement eco_expectation_judge(const struct eco_expectation *expectation, const struct eco_whatif *whatif)
{
    struct eco_judgement judgement = {.value = after(expectation, whatif), .than = ECO_DEFINED(expectation->number)};
    if (expectation->than == ECO_THAN_BEFORE)
        judgement.than = expectation->node_figure >= 0 ? ECO_DEFINED(0) : figure_of(expectation->figure, whatif, NULL);
    judgement.truth = expectation->node_figure == ECO_FAILS || expectation->node_figure == ECO_ORPHANED;
    judgement.holds = !judgement.value.undefined && !judgement.than.undefined &&
                    compare(judgement.value.value, expectation->op, judgement.than.value);
    return judgement;
}
