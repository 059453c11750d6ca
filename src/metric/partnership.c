#include "metric/partnership.h"

#include <math.h>
#include <stdlib.h>

#include "base/sum.h"
#include "graph/solve.h"

const char eco_no_partner[] = "the focal firm has no partner";

static bool is_use(const struct eco_ecosystem *eco, const struct eco_relation *r)
{
    const struct eco_term *kind = eco_relation_kind(eco, r);
    return kind->relation_class == ECO_COOPERATIVE && (kind->flags & ECO_FLAG_USE) &&
           eco->entities[r->from].root != eco->entities[r->to].root;
}

static void find_consumers(struct eco_partnership *p)
{
    const struct eco_ecosystem *eco = p->view->eco;
    for (size_t i = 0; i < eco->relations_count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        if (!is_use(eco, r))
            continue;
        p->any_use |= i < eco->relations_count - eco->asleep_relations; /* of the file as loaded */
        int from = p->view->node_of_entity[r->from], to = p->view->node_of_entity[r->to];
        if (p->view->state->weight[i] > 0 && from != p->without && to != p->without)
            p->consumer[to] = true;
    }
}

/* exp of the Shannon entropy of the resources in two ties (either may be -1). */
static double effective_resources(const struct eco_view *view, int a, int b)
{
    int first[2] = {a < 0 ? 0 : view->part_start[a], b < 0 ? 0 : view->part_start[b]};
    int end[2] = {a < 0 ? 0 : view->part_start[a + 1], b < 0 ? 0 : view->part_start[b + 1]};
    double total = 0, entropy = 0;
    for (int side = 0; side < 2; side++)
        for (int k = first[side]; k < end[side]; k++)
            total += view->part_weight[k];
    for (int side = 0; side < 2; side++)
        for (int k = first[side]; k < end[side]; k++) {
            double weight = view->part_weight[k];
            bool counted = false; /* a resource of both ties is one resource, counted with the first */
            for (int q = first[!side]; q < end[!side]; q++)
                if (view->part_resource[q] == view->part_resource[k]) {
                    weight += view->part_weight[q];
                    counted = side == 1;
                }
            if (!counted && weight > 0)
                entropy -= weight / total * log(weight / total);
        }
    return exp(entropy);
}

/* The weight of a tie's relations whose kind has the flag `integration`. */
static double integrating(const struct eco_view *view, int tie)
{
    double sum = 0;
    for (int k = tie < 0 ? 0 : view->relation_start[tie]; tie >= 0 && k < view->relation_start[tie + 1]; k++) {
        const struct eco_relation *r = &view->eco->relations[view->relation[k]];
        if (eco_relation_kind(view->eco, r)->flags & ECO_FLAG_INTEGRATION)
            sum += view->state->weight[view->relation[k]];
    }
    return sum;
}

static void measure_partner(struct eco_partnership *p, int number)
{
    const struct eco_view *view = p->view;
    int j = p->group[number], given = eco_view_find_tie(view, p->focal, j), got = eco_view_find_tie(view, j, p->focal);
    p->given[number] = given < 0 ? 0 : view->tie_weight[given];
    p->got[number] = got < 0 ? 0 : view->tie_weight[got];
    double s = p->strength[number];
    p->mutual[number] = 2 * fmin(p->given[number], p->got[number]) / s;
    double resources = effective_resources(view, given, got);
    p->deep[number] = resources / (1 + resources);
    double woven = integrating(view, given) + integrating(view, got);
    for (int k = view->both.start[j]; k < view->both.start[j + 1]; k++)
        if (p->partner_of[view->both.node[k]] >= 0)
            woven += view->both.weight[k];
    p->woven[number] = fmin(1, woven / s);
    p->bond[number] = cbrt(p->mutual[number] * p->deep[number] * p->woven[number]);
}

static void find_partners(struct eco_partnership *p)
{
    const struct eco_adjacency *both = &p->view->both;
    int first = both->start[p->focal], end = both->start[p->focal + 1];
    size_t room = (size_t)(end - first);
    p->group = eco_alloc(room, sizeof *p->group);
    double **figures[] = {&p->strength, &p->given, &p->got, &p->mutual, &p->deep, &p->woven, &p->bond};
    for (size_t k = 0; k < sizeof figures / sizeof *figures; k++)
        *figures[k] = eco_alloc(room, sizeof **figures[k]);
    for (int k = first; k < end; k++) {
        if (both->node[k] == p->without)
            continue;
        p->partner_of[both->node[k]] = p->count;
        p->group[p->count] = both->node[k];
        p->strength[p->count++] = both->weight[k];
    }
    for (int number = 0; number < p->count; number++)
        measure_partner(p, number);
}

struct eco_partnership *eco_partnership_create(const struct eco_view *view, int focal, int without)
{
    struct eco_partnership *p = eco_alloc(1, sizeof *p);
    *p = (struct eco_partnership){.view = view, .focal = focal, .without = without};
    p->partner_of = eco_alloc((size_t)view->n, sizeof *p->partner_of);
    p->consumer = eco_alloc((size_t)view->n, sizeof *p->consumer);
    for (int i = 0; i < view->n; i++)
        p->partner_of[i] = -1;
    find_consumers(p);
    if (focal >= 0)
        find_partners(p);
    return p;
}

struct eco_partnership *eco_partnership_of(struct eco_analysis *analysis)
{
    if (!analysis->partnership)
        analysis->partnership =
            eco_partnership_create(eco_analysis_groups(analysis), eco_analysis_focal_group(analysis), -1);
    return analysis->partnership;
}

void eco_partnership_destroy(struct eco_partnership *p)
{
    if (!p)
        return;
    free(p->group);
    free(p->partner_of);
    free(p->strength);
    free(p->given);
    free(p->got);
    free(p->mutual);
    free(p->deep);
    free(p->woven);
    free(p->bond);
    free(p->consumer);
    free(p);
}

static double weighted_mean(const struct eco_partnership *p, const double *values)
{
    double sum = 0, total = 0;
    for (int k = 0; k < p->count; k++) {
        sum += p->strength[k] * values[k];
        total += p->strength[k];
    }
    return sum / total;
}

/* Adds a tie relation by relation: what a group keeps can be the small difference of large flows, and the rounding of a
 * merged tie would drown it. */
static void add_relations(struct eco_sum *sum, const struct eco_view *view, int tie, double sign)
{
    for (int k = view->relation_start[tie]; k < view->relation_start[tie + 1]; k++)
        eco_sum_add(sum, sign * view->state->weight[view->relation[k]]);
}

/* The share of what F gives that comes back: a walk from F's receivers, in which a group passes on no more than it
 * got, until it meets F (paid) or what a group keeps (lost). */
static struct eco_figure circulation(const struct eco_partnership *p)
{
    const struct eco_view *view = p->view;
    double given = 0;
    for (int k = 0; k < p->count; k++)
        given += p->given[k];
    if (!(given > 0))
        return ECO_UNDEFINED("the focal firm gives nothing to anyone");
    size_t n = (size_t)view->n;
    double *chance = eco_alloc((size_t)view->m, sizeof *chance), *paid = eco_alloc(n, sizeof *paid);
    double *lost = eco_alloc(n, sizeof *lost), *back = eco_alloc(n, sizeof *back);
    for (int i = 0; i < view->n; i++) {
        struct eco_sum kept = {0};
        for (int k = view->in.start[i]; k < view->in.start[i + 1]; k++)
            if (view->in.node[k] != p->without)
                add_relations(&kept, view, view->in.tie[k], 1);
        for (int k = view->out.start[i]; k < view->out.start[i + 1]; k++) {
            if (i == p->without || view->out.node[k] == p->without)
                continue;
            add_relations(&kept, view, view->out.tie[k], -1);
            if (view->out.node[k] == p->focal)
                paid[i] = view->out.weight[k];
            else if (i != p->focal)
                chance[k] = view->out.weight[k];
        }
        lost[i] = fmax(0, eco_sum_value(&kept));
    }
    eco_walk_solve(&(struct eco_walk){view->n, view->out.start, view->out.node, chance, paid, lost}, back);
    double sum = 0;
    for (int k = 0; k < p->count; k++)
        sum += p->given[k] * back[p->group[k]];
    free(chance);
    free(paid);
    free(lost);
    free(back);
    return ECO_DEFINED(sum / given);
}

/* -p log2 p, where `rest` is 1 - p summed on its own: a share near 1 keeps the little that it lacks. */
static double entropy_term(double p, double rest)
{
    return p > 0 && rest > 0 ? -p * (p > 0.5 ? log1p(-rest) : log(p)) / M_LN2 : 0;
}

static struct eco_figure breadth(const struct eco_partnership *p)
{
    if (!p->any_use)
        return ECO_UNDEFINED("no group is recorded as using a product of another");
    double sides[2] = {0, 0};
    for (int k = 0; k < p->count; k++)
        sides[p->consumer[p->group[k]]] += p->strength[k];
    double total = sides[0] + sides[1];
    return ECO_DEFINED(entropy_term(sides[0] / total, sides[1] / total) + entropy_term(sides[1] / total, sides[0] / total));
}

struct eco_coalescence eco_coalescence_measure(const struct eco_partnership *p)
{
    struct eco_figure none = ECO_UNDEFINED(p->focal < 0 ? eco_no_focal : eco_no_partner);
    if (p->count == 0)
        return (struct eco_coalescence){none, none, none, none, none, none, none};
    struct eco_coalescence c = {
        .mutuality = ECO_DEFINED(weighted_mean(p, p->mutual)),
        .depth = ECO_DEFINED(weighted_mean(p, p->deep)),
        .integration = ECO_DEFINED(weighted_mean(p, p->woven)),
        .bond = ECO_DEFINED(weighted_mean(p, p->bond)),
        .circulation = circulation(p),
        .breadth = breadth(p),
    };
    if (c.circulation.undefined)
        c.coalescence = c.circulation;
    else if (c.breadth.undefined)
        c.coalescence = c.breadth;
    else
        c.coalescence = ECO_DEFINED(pow(pow(c.bond.value, 3) * c.circulation.value * c.breadth.value, 0.2));
    return c;
}
