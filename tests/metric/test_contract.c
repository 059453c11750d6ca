/* Every row of the registry keeps what it says: its range, its reasons, and what must not change it. */
#include "metric/metric.h"

#include <math.h>

#include "base/number.h"
#include "base/random.h"
#include "base/str.h"
#include "build.h"
#include "metric/analysis.h"
#include "metric/bundle.h"
#include "metric/flow.h"
#include "support.h"

/* A study of one ecosystem, with all that must be freed. */
struct subject {
    struct eco_ecosystem *eco;
    struct eco_state *state; /* on the heap: the analysis keeps its address */
    struct eco_analysis *analysis;
};

static struct subject open_subject(struct eco_ecosystem *eco, enum eco_level level)
{
    struct subject s = {.eco = eco};
    s.state = eco_alloc(1, sizeof *s.state);
    eco_test_state(s.state, eco);
    struct eco_analysis_options options = {.level = level, .focal = eco->focal, .seed = 1};
    s.analysis = eco_analysis_create(eco, s.state, &options);
    return s;
}

static void close_subject(struct subject *s)
{
    eco_analysis_destroy(s->analysis);
    eco_state_finish(s->state);
    free(s->state);
    eco_ecosystem_destroy(s->eco);
}

/* What figure number `i` of a scope belongs to, by ids without the prefix that renaming gives; free the result. */
static const char *plain(const char *id)
{
    return eco_str_starts(id, "renamed-") ? id + 8 : id;
}

static char *owner(struct subject *s, enum eco_scope scope, int i)
{
    const struct eco_ecosystem *eco = s->eco;
    struct eco_view *groups = eco_analysis_groups(s->analysis);
    if (scope == ECO_SCOPE_ENTITY)
        return eco_strdup(plain(eco->entities[eco_analysis_view(s->analysis)->entity_of_node[i]].id));
    if (scope == ECO_SCOPE_GROUP)
        return eco_strdup(plain(eco->entities[groups->entity_of_node[i]].id));
    if (scope == ECO_SCOPE_CONSUMER)
        return eco_strdup(plain(eco->entities[eco_bundle_of(s->analysis)->consumers[i].entity].id));
    if (scope != ECO_SCOPE_TIE)
        return eco_strdup("");
    const struct eco_flow *flow = eco_flow_of(s->analysis);
    int from = 0;
    while (flow->start[from + 1] <= i)
        from++;
    return eco_format("%s > %s", plain(eco->entities[groups->entity_of_node[from]].id),
                      plain(eco->entities[groups->entity_of_node[flow->on[i]]].id));
}

static const char *const fixtures[] = {
    "",
    "*a",
    "*a, b, c",
    "a>b, b>c:2 supply components, c>a:0.5",
    "*a>b:2 supply components+brand, b>a:1 service, a>c:0.5 use software, x@a, a>x:1 integration software, d",
    "*hub>p1:1 supply, hub>p2:2 supply, hub>p3:0.5 licensing, p1>hub:0.5 data_sharing",
    "a>b, b>c, c>d, d>e",
    "*a<>b:1, a<>c:1, a<>d:1, b<>c:1, b<>d:1, c<>d:1",
    "*a<>b:2 supply components, c<>d:2 supply components",
    "*a>b:1 supply components, a>b:2 service brand, a>b:0.5 use software",
    "*a, b@a, c@b, a>b, b>c:2, c>a:0.25 integration",
    ("f<>p:1 integration, *f>u:0.8 use software, p>u:0.4 use software, g>f:1 supply components, q@f, q>u:1 use data, q<>p:1 "
    "integration, r>f:1 competition, r>s:1 supply components, s>g:0.2 tie"),
};
enum { FIXTURES = sizeof fixtures / sizeof *fixtures, RANDOMS = 24 };

static const char *pick(struct eco_random *random, const char *const *words, int count)
{
    return words[eco_random_below(random, (uint64_t)count)];
}

/* A random ecosystem: parts, cycles, several kinds and resources, some capabilities, mostly a focal firm. */
static struct eco_ecosystem *random_network(int seed)
{
    static const char *const kinds[] = {"supply", "service", "use", "integration", "alliance", "competition", "regulation"};
    static const char *const things[] = {"components", "brand", "data+users", "capital", "software+brand+data"};
    static const char *const skills[] = {"design", "chips", "retail"};
    struct eco_random random;
    eco_random_init(&random, (uint64_t)seed, 7);
    int n = 3 + (int)eco_random_below(&random, 10), m = (int)eco_random_below(&random, (uint64_t)(3 * n));
    struct eco_ecosystem *eco = eco_test_ecosystem();
    char names[2][16];
    for (int e = 0; e < n; e++) {
        snprintf(names[0], sizeof names[0], "e%d", e);
        int entity = eco_test_entity(eco, names[0]);
        if (e > 1 && eco_random_below(&random, 4) == 0)
            eco->entities[entity].part_of = (int)eco_random_below(&random, (uint64_t)e);
        if (eco_random_below(&random, 2)) {
            const char **skill = eco_arena_alloc(&eco->arena, 1, sizeof *skill);
            *skill = pick(&random, skills, 3);
            eco->entities[entity].capabilities = (struct eco_words){skill, 1};
        }
    }
    for (int k = 0; k < m; k++) {
        for (int end = 0; end < 2; end++)
            snprintf(names[end], sizeof names[end], "e%d", (int)eco_random_below(&random, (uint64_t)n));
        double weight = 0.1 * (double)(1 + eco_random_below(&random, 20));
        eco_test_relation(eco, names[0], names[1], weight, pick(&random, kinds, 7), pick(&random, things, 5));
    }
    eco->focal = seed % 6 == 0 ? -1 : 0;
    int entity;
    ck_assert(eco_ecosystem_find_roots(eco, &entity));
    return eco;
}

static struct eco_ecosystem *subject_number(int i)
{
    return i < FIXTURES ? eco_test_network(fixtures[i]) : random_network(i);
}

/* How a copy differs from its original. */
struct change {
    bool rename, reverse, isolate;
    double factor;
    int split_relation; /* -1 = none */
    int split_entity;   /* -1 = none: an entity without parts that is part of nothing, halved in two */
};
#define NO_CHANGE ((struct change){.factor = 1, .split_relation = -1, .split_entity = -1})

static char *name_in_copy(const struct eco_ecosystem *eco, int entity, const struct change *change)
{
    return eco_format("%s%s", change->rename ? "renamed-" : "", eco->entities[entity].id);
}

static int add_copy_of_entity(struct eco_ecosystem *copy, const struct eco_ecosystem *eco, int entity, const char *id)
{
    int number = eco_test_entity(copy, id);
    copy->entities[number].capabilities = eco->entities[entity].capabilities;
    return number;
}

/* Adds `weight` of relation r between the ends named; `kind` NULL = its own. */
static void add_copy_of_relation(struct eco_ecosystem *copy, const struct eco_ecosystem *eco, const struct eco_relation *r,
                                 const char *from, const char *to, double weight, const char *kind)
{
    struct eco_str words = {0};
    for (int k = 0; k < r->resources_count; k++)
        eco_str_printf(&words, "%s%s", k ? "+" : "", eco->resources.terms[r->resources[k]].id);
    const struct eco_term *own = eco_relation_kind(eco, r);
    int number = eco_test_relation(copy, from, to, weight, kind ? kind : own->id, eco_str_text(&words));
    struct eco_term *term = &copy->relation_kinds.terms[copy->relations[number].kind];
    term->relation_class = own->relation_class;
    term->flags = own->flags;
    eco_str_finish(&words);
}

static void copy_relation(struct eco_ecosystem *copy, const struct eco_ecosystem *eco, int i, const struct change *change)
{
    const struct eco_relation *r = &eco->relations[i];
    char *from = name_in_copy(eco, r->from, change), *to = name_in_copy(eco, r->to, change);
    double weight = r->weight * change->factor;
    bool twin_from = r->from == change->split_entity, twin_to = r->to == change->split_entity;
    if (change->split_relation == i) {
        add_copy_of_relation(copy, eco, r, from, to, weight / 2, NULL);
        add_copy_of_relation(copy, eco, r, from, to, weight / 2, "another-kind");
    } else if (twin_from != twin_to) {
        add_copy_of_relation(copy, eco, r, from, to, weight / 2, NULL);
        add_copy_of_relation(copy, eco, r, twin_from ? "twin" : from, twin_to ? "twin" : to, weight / 2, NULL);
    } else {
        add_copy_of_relation(copy, eco, r, from, to, weight, NULL);
    }
    free(from);
    free(to);
}

/* A changed copy; the words of capabilities are the original's, which must outlive it. */
static struct eco_ecosystem *changed(const struct eco_ecosystem *eco, const struct change *change)
{
    struct eco_ecosystem *copy = eco_test_ecosystem();
    int n = (int)eco->entities_count, m = (int)eco->relations_count;
    for (int k = 0; k < n; k++) {
        int e = change->reverse ? n - 1 - k : k;
        char *id = name_in_copy(eco, e, change);
        add_copy_of_entity(copy, eco, e, id);
        free(id);
    }
    for (int e = 0; e < n; e++) {
        char *id = name_in_copy(eco, e, change);
        int number = eco_test_entity(copy, id);
        if (eco->entities[e].part_of >= 0) {
            char *whole = name_in_copy(eco, eco->entities[e].part_of, change);
            copy->entities[number].part_of = eco_test_entity(copy, whole);
            free(whole);
        }
        if (e == eco->focal)
            copy->focal = number;
        free(id);
    }
    if (change->split_entity >= 0)
        add_copy_of_entity(copy, eco, change->split_entity, "twin");
    if (change->isolate)
        eco_test_entity(copy, "hermit");
    for (int k = 0; k < m; k++)
        copy_relation(copy, eco, change->reverse ? m - 1 - k : k, change);
    int entity;
    ck_assert(eco_ecosystem_find_roots(copy, &entity));
    return copy;
}

static bool same_figure(struct eco_figure a, struct eco_figure b)
{
    if (a.undefined || b.undefined)
        return a.undefined && b.undefined;
    return fabs(a.value - b.value) <= 1e-9 || eco_number_near(a.value, b.value, 1e-8);
}

/* Every figure of the original is the same in the other one, wherever it stands there. */
static void expect_same(struct subject *a, struct subject *b, const struct eco_metric *metric, const char *what)
{
    const struct eco_figure *x = eco_analysis_figures(a->analysis, metric), *y = eco_analysis_figures(b->analysis, metric);
    ck_assert_msg(x && y, "%s cannot be computed", metric->id);
    int count = eco_analysis_count(a->analysis, metric->scope), other = eco_analysis_count(b->analysis, metric->scope);
    for (int i = 0; i < count; i++) {
        char *mine = owner(a, metric->scope, i);
        for (int j = 0; j < other; j++) {
            char *theirs = owner(b, metric->scope, j);
            if (strcmp(mine, theirs) == 0)
                ck_assert_msg(same_figure(x[i], y[j]), "%s of %s of \"%s\" does not survive %s: %.17g, then %.17g",
                              eco_scope_names[metric->scope], metric->id, mine, what, x[i].value, y[j].value);
            free(theirs);
        }
        free(mine);
    }
}

/* Compares all rows that promise to survive the change (all where `promise` is 0). */
static void expect_promise(int number, enum eco_level level, struct change change, unsigned promise, const char *what)
{
    struct eco_ecosystem *eco = subject_number(number), *copy = changed(eco, &change);
    struct subject b = open_subject(copy, level), a = open_subject(eco, level);
    for (int k = 0; k < eco_metrics_count; k++) {
        const struct eco_metric *metric = eco_metrics[k];
        bool own = change.split_entity >= 0 && metric->scope != ECO_SCOPE_FOCAL && metric->scope != ECO_SCOPE_ECOSYSTEM;
        if (!metric->seeded && !own && (promise == 0 || (metric->promises & promise)))
            expect_same(&a, &b, metric, what);
    }
    close_subject(&b);
    close_subject(&a);
}

START_TEST(range_or_reason)
{
    for (int level = 0; level < 2; level++) {
        struct subject s = open_subject(subject_number(_i), (enum eco_level)level);
        for (int k = 0; k < eco_metrics_count; k++) {
            const struct eco_metric *metric = eco_metrics[k];
            const struct eco_figure *figures = eco_analysis_figures(s.analysis, metric);
            ck_assert_msg(figures != NULL, "%s cannot be computed", metric->id);
            for (int i = 0; i < eco_analysis_count(s.analysis, metric->scope); i++) {
                double value = figures[i].value;
                if (figures[i].undefined) {
                    ck_assert_msg(metric->undefined_when, "%s is undefined, but its row says never", metric->id);
                    ck_assert_msg(*figures[i].undefined, "%s gives no reason", metric->id);
                    continue;
                }
                ck_assert_msg(isfinite(value), "%s is not finite", metric->id);
                ck_assert_msg(value >= metric->min - 1e-9 && value <= metric->max + 1e-9, "%s = %.17g is out of its range",
                              metric->id, value);
                ck_assert_msg(metric->type == ECO_NUMBER || value == floor(value), "%s is no whole number", metric->id);
            }
        }
        close_subject(&s);
    }
}
END_TEST

START_TEST(same_again)
{
    struct subject a = open_subject(subject_number(_i), ECO_LEVEL_ENTITY), b = open_subject(subject_number(_i), ECO_LEVEL_ENTITY);
    for (int k = eco_metrics_count - 1; k >= 0; k--) { /* the other way round: no figure rests on another's being first */
        const struct eco_figure *y = eco_analysis_figures(b.analysis, eco_metrics[k]);
        ck_assert(y != NULL);
    }
    for (int k = 0; k < eco_metrics_count; k++) {
        const struct eco_figure *x = eco_analysis_figures(a.analysis, eco_metrics[k]);
        const struct eco_figure *y = eco_analysis_figures(b.analysis, eco_metrics[k]);
        for (int i = 0; i < eco_analysis_count(a.analysis, eco_metrics[k]->scope); i++)
            ck_assert_msg(x[i].value == y[i].value && !x[i].undefined == !y[i].undefined, "%s differs the second time",
                          eco_metrics[k]->id);
    }
    close_subject(&a);
    close_subject(&b);
}
END_TEST

START_TEST(renamed_and_reordered)
{
    struct change change = NO_CHANGE;
    change.rename = change.reverse = true;
    expect_promise(_i, ECO_LEVEL_ENTITY, change, 0, "renaming and reordering");
    expect_promise(_i, ECO_LEVEL_GROUP, change, 0, "renaming and reordering");
}
END_TEST

START_TEST(doubled)
{
    struct change change = NO_CHANGE;
    change.factor = 2;
    expect_promise(_i, ECO_LEVEL_ENTITY, change, ECO_SCALE_FREE, "doubling all weights");
}
END_TEST

START_TEST(isolate_added)
{
    struct change change = NO_CHANGE;
    change.isolate = true;
    expect_promise(_i, ECO_LEVEL_ENTITY, change, ECO_ISOLATE, "adding an entity without ties");
}
END_TEST

START_TEST(tie_split)
{
    struct eco_ecosystem *eco = subject_number(_i);
    int relations = (int)eco->relations_count;
    eco_ecosystem_destroy(eco);
    for (int r = 0; r < relations; r += 2) {
        struct change change = NO_CHANGE;
        change.split_relation = r;
        expect_promise(_i, ECO_LEVEL_ENTITY, change, ECO_SPLIT_TIE, "splitting a tie");
    }
}
END_TEST

START_TEST(partner_split)
{
    struct eco_ecosystem *eco = subject_number(_i);
    int entities = (int)eco->entities_count;
    for (int e = 0; e < entities; e++) {
        bool alone = eco->entities[e].part_of < 0 && e != eco->focal;
        for (int p = 0; p < entities && alone; p++)
            alone = eco->entities[p].part_of != e;
        for (size_t r = 0; r < eco->relations_count && alone; r++) /* a relation with itself would tie the twins */
            alone = eco->relations[r].from != e || eco->relations[r].to != e;
        if (!alone)
            continue;
        struct change change = NO_CHANGE;
        change.split_entity = e;
        expect_promise(_i, ECO_LEVEL_ENTITY, change, ECO_SPLIT_PARTNER, "splitting a partner in two");
    }
    eco_ecosystem_destroy(eco);
}
END_TEST

/* A row that says when it is undefined must be seen so, and every row must be seen defined. */
START_TEST(reasons_are_reached)
{
    bool *undefined = eco_alloc((size_t)eco_metrics_count, sizeof *undefined);
    bool *defined = eco_alloc((size_t)eco_metrics_count, sizeof *defined);
    for (int number = 0; number < FIXTURES + RANDOMS; number++) {
        struct subject s = open_subject(subject_number(number), ECO_LEVEL_ENTITY);
        for (int k = 0; k < eco_metrics_count; k++) {
            const struct eco_figure *figures = eco_analysis_figures(s.analysis, eco_metrics[k]);
            for (int i = 0; i < eco_analysis_count(s.analysis, eco_metrics[k]->scope); i++) {
                undefined[k] |= figures[i].undefined != NULL;
                defined[k] |= figures[i].undefined == NULL;
            }
        }
        close_subject(&s);
    }
    for (int k = 0; k < eco_metrics_count; k++) {
        ck_assert_msg(defined[k], "%s of %s is never defined", eco_scope_names[eco_metrics[k]->scope], eco_metrics[k]->id);
        ck_assert_msg(undefined[k] == (eco_metrics[k]->undefined_when != NULL), "%s of %s: %s", eco_scope_names[eco_metrics[k]->scope],
                      eco_metrics[k]->id, undefined[k] ? "undefined, but its row says never" : "no fixture makes it undefined");
    }
    free(undefined);
    free(defined);
}
END_TEST

START_TEST(rows_are_complete)
{
    for (int k = 0; k < eco_metrics_count; k++) {
        const struct eco_metric *m = eco_metrics[k];
        ck_assert_msg(m->id && m->title && m->meaning && m->formula && m->source && m->compute, "row %d lacks something", k);
        ck_assert_ptr_eq(eco_metric_find(m->id, m->scope), m);
        ck_assert_int_eq(eco_metric_number(m), k);
        ck_assert_msg(m->meaning[strlen(m->meaning) - 1] != '.', "%s: its meaning is no sentence of its own", m->id);
    }
    ck_assert_str_eq(eco_metric_nearest("betweeness"), "betweenness");
    ck_assert_ptr_null(eco_metric_find("no such metric", ECO_SCOPE_ENTITY));
}
END_TEST

static Suite *contract(void)
{
    Suite *suite = suite_create("metric contract");
    TCase *tcase = tcase_create("rows");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, range_or_reason, 0, FIXTURES + RANDOMS);
    tcase_add_loop_test(tcase, same_again, 0, FIXTURES + RANDOMS);
    tcase_add_loop_test(tcase, renamed_and_reordered, 0, FIXTURES + RANDOMS);
    tcase_add_loop_test(tcase, doubled, 0, FIXTURES + RANDOMS);
    tcase_add_loop_test(tcase, isolate_added, 0, FIXTURES + RANDOMS);
    tcase_add_loop_test(tcase, tie_split, 0, FIXTURES + RANDOMS);
    tcase_add_loop_test(tcase, partner_split, 0, FIXTURES + RANDOMS);
    tcase_add_test(tcase, reasons_are_reached);
    tcase_add_test(tcase, rows_are_complete);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(contract)
