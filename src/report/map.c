#include "report/map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/str.h"
#include "write/write.h"

struct making {
    struct eco_study *study;
    const struct eco_ecosystem *eco;
    const struct eco_view *groups;
    struct eco_arena *arena;
    struct eco_picture *picture;
    struct eco_doc *doc; /* for values on their way to text */
};

/* Sentences that grow one by one, then become the arena's. */
struct lines {
    struct eco_arena *arena;
    const char **items;
    size_t count, capacity;
};

__attribute__((format(printf, 2, 3))) static void add_line(struct lines *lines, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = eco_vformat(format, args);
    va_end(args);
    *ECO_PUSH(lines->items, lines->count, lines->capacity) = eco_arena_strdup(lines->arena, text);
    free(text);
}

static struct eco_words take(struct lines *lines)
{
    struct eco_words words = {NULL, (int)lines->count};
    if (lines->count > 0)
        words.items = eco_arena_memdup(lines->arena, lines->items, lines->count, sizeof *lines->items);
    free(lines->items);
    return words;
}

static void add_evidence(struct lines *lines, const struct eco_ecosystem *eco, const struct eco_evidences *evidence)
{
    for (int i = 0; i < evidence->count; i++) {
        const struct eco_evidence *piece = &evidence->items[i];
        add_line(lines, "Source: %s%s%s%s%s", eco->sources[piece->source].id, piece->at ? ", " : "", piece->at ? piece->at : "",
                 piece->note ? ": " : "", piece->note ? piece->note : "");
    }
}

static const struct eco_metric *find_metric(const char *id)
{
    const struct eco_metric *metric = eco_metric_find(id, ECO_SCOPE_GROUP);
    return metric ? metric : eco_metric_find(id, ECO_SCOPE_ENTITY);
}

/* The figures of groups that the hover shows: those of groups, and what the circles stand for. */
static bool add_figures(struct making *m, struct lines *lines, int group, const struct eco_metric *size)
{
    for (int i = -1; i < eco_metrics_count; i++) {
        const struct eco_metric *metric = i < 0 ? size : eco_metrics[i];
        if (i >= 0 && (metric->scope != ECO_SCOPE_GROUP || metric == size))
            continue;
        const struct eco_figure *figures = eco_analysis_figures(m->study->analysis, metric);
        if (!figures)
            return false;
        if (figures[group].undefined)
            continue;
        struct eco_str text = {0};
        struct eco_value value = eco_figure_value(m->doc, metric, figures[group]);
        eco_text_write_cell(&text, &value, metric->unit);
        add_line(lines, "%s: %s", metric->title, eco_str_text(&text));
        eco_str_finish(&text);
    }
    return true;
}

static bool add_node(struct making *m, int group, const struct eco_metric *size)
{
    const struct eco_figure *sizes = eco_analysis_figures(m->study->analysis, size);
    const struct eco_entity *entity = &m->eco->entities[m->groups->entity_of_node[group]];
    struct eco_picture_node *node = &m->picture->nodes[group];
    struct lines lines = {.arena = m->arena};
    if (!sizes)
        return false;
    node->label = entity->name;
    node->sector = entity->sector;
    node->size = sizes[group].undefined ? 0 : fmax(0, eco_number_round(sizes[group].value));
    add_line(&lines, "%s", entity->name);
    add_line(&lines, "%s%s%s%s%s", m->eco->entity_kinds.terms[entity->kind].label, entity->sector ? "; " : "",
             entity->sector ? entity->sector : "", entity->country ? "; " : "", entity->country ? entity->country : "");
    bool good = add_figures(m, &lines, group, size);
    add_evidence(&lines, m->eco, &entity->evidence);
    node->hover = take(&lines);
    return good;
}

static bool add_nodes(struct making *m, const struct eco_metric *size)
{
    m->picture->nodes_count = m->groups->n;
    m->picture->nodes = eco_arena_alloc(m->arena, (size_t)m->groups->n, sizeof *m->picture->nodes);
    for (int g = 0; g < m->groups->n; g++)
        if (!add_node(m, g, size))
            return false;
    return true;
}

struct ranked {
    int kind;
    double weight;
};

static int by_falling_weight(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    return x->weight != y->weight ? (x->weight < y->weight ? 1 : -1) : x->kind - y->kind;
}

/* Places follow the weight in the whole file, so that they are the same for every year and every choice of groups. */
static void add_kinds(struct making *m)
{
    size_t n = m->eco->relation_kinds.count;
    struct ranked *ranked = eco_alloc(n, sizeof *ranked);
    int places[ECO_CLASSES] = {0};
    for (size_t k = 0; k < n; k++)
        ranked[k].kind = (int)k;
    for (size_t i = 0; i < m->eco->relations_count; i++)
        ranked[m->eco->relations[i].kind].weight += m->eco->relations[i].weight;
    qsort(ranked, n, sizeof *ranked, by_falling_weight);
    m->picture->kinds_count = (int)n;
    m->picture->kinds = eco_arena_alloc(m->arena, n, sizeof *m->picture->kinds);
    for (size_t k = 0; k < n; k++) {
        const struct eco_term *term = &m->eco->relation_kinds.terms[ranked[k].kind];
        m->picture->kinds[ranked[k].kind] =
            (struct eco_picture_kind){term->label, term->relation_class, places[term->relation_class]++};
    }
    free(ranked);
}

/* A relation between two groups. */
struct link {
    int from, to, kind, relation;
};

static int by_tie(const void *a, const void *b)
{
    const struct link *x = a, *y = b;
    if (x->from != y->from)
        return x->from - y->from;
    if (x->to != y->to)
        return x->to - y->to;
    return x->kind != y->kind ? x->kind - y->kind : x->relation - y->relation;
}

static struct link *links_of(const struct making *m, int *ret_count)
{
    struct link *links = eco_alloc(m->eco->relations_count, sizeof *links);
    int count = 0;
    for (size_t i = 0; i < m->eco->relations_count; i++) {
        const struct eco_relation *r = &m->eco->relations[i];
        int from = m->groups->node_of_entity[r->from], to = m->groups->node_of_entity[r->to];
        if (m->study->state.weight[i] > 0 && from >= 0 && to >= 0 && from != to)
            links[count++] = (struct link){from, to, r->kind, (int)i};
    }
    qsort(links, (size_t)count, sizeof *links, by_tie);
    *ret_count = count;
    return links;
}

static void describe(const struct making *m, struct lines *lines, int relation)
{
    const struct eco_relation *r = &m->eco->relations[relation];
    const struct eco_entity *from = &m->eco->entities[r->from], *to = &m->eco->entities[r->to];
    struct eco_str what = {0};
    char weight[ECO_NUMBER_SIZE], confidence[ECO_NUMBER_SIZE];
    for (int k = 0; k < r->resources_count; k++)
        eco_str_printf(&what, "%s%s", k ? ", " : "", m->eco->resources.terms[r->resources[k]].label);
    if (r->since != ECO_NO_YEAR)
        eco_str_printf(&what, ", since %d", r->since);
    if (r->until != ECO_NO_YEAR)
        eco_str_printf(&what, ", until %d", r->until);
    add_line(lines, "%s \xe2\x86\x92 %s: %s; weight %s, confidence %s, %s", from->name, to->name, eco_str_text(&what),
             eco_number_print(weight, m->study->state.weight[relation]),
             eco_number_print(confidence, m->study->state.confidence[relation]), r->inferred ? "inferred" : "stated");
    eco_str_finish(&what);
    add_evidence(lines, m->eco, &r->evidence);
    if (r->evidence.count == 0)
        add_line(lines, "No source is given.");
}

static void add_tie(struct making *m, const struct link *links, int count)
{
    struct eco_picture_tie *tie = &m->picture->ties[m->picture->ties_count++];
    struct lines lines = {.arena = m->arena};
    char weight[ECO_NUMBER_SIZE];
    *tie = (struct eco_picture_tie){.from = links->from, .to = links->to, .kind = links->kind, .inferred = true};
    for (int i = 0; i < count; i++) {
        tie->weight += m->study->state.weight[links[i].relation];
        tie->inferred &= m->eco->relations[links[i].relation].inferred;
    }
    add_line(&lines, "%s: %s \xe2\x86\x92 %s, weight %s", m->picture->kinds[links->kind].label,
             m->picture->nodes[links->from].label, m->picture->nodes[links->to].label, eco_number_print(weight, tie->weight));
    for (int i = 0; i < count; i++)
        describe(m, &lines, links[i].relation);
    tie->hover = take(&lines);
}

static void add_ties(struct making *m)
{
    int count;
    struct link *links = links_of(m, &count);
    m->picture->ties = eco_arena_alloc(m->arena, (size_t)count, sizeof *m->picture->ties);
    for (int i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && links[end].from == links[i].from && links[end].to == links[i].to &&
                          links[end].kind == links[i].kind;)
            end++;
        add_tie(m, links + i, end - i);
    }
    free(links);
}

static void choose_middle(struct making *m)
{
    int focal = eco_analysis_focal_group(m->study->analysis), largest = 0;
    for (int g = 1; g < m->groups->n; g++)
        if (m->picture->nodes[g].size > m->picture->nodes[largest].size)
            largest = g;
    m->picture->focal = focal >= 0 ? focal : m->groups->n > 0 ? largest : -1;
    if (focal >= 0 || m->groups->n == 0)
        return;
    const char *why = m->study->analysis->options.focal < 0 ? "No focal firm is named" : "The focal firm is not active in this year";
    m->picture->note = eco_arena_format(m->arena, "%s: in the middle is %s, the largest group.", why,
                                        m->picture->nodes[largest].label);
}

static void add_words(struct making *m, const struct eco_metric *size)
{
    const char *name = m->eco->name && *m->eco->name ? m->eco->name : "Ecosystem map";
    struct eco_str source = {0};
    m->picture->title = m->study->request.state.at == ECO_NO_YEAR
                            ? name
                            : eco_arena_format(m->arena, "%s, %d", name, m->study->request.state.at);
    m->picture->size_label = size->title;
    m->picture->size_meaning = size->meaning;
    for (size_t i = 0; i < m->eco->sources_count; i++) {
        const struct eco_source *s = &m->eco->sources[i];
        eco_str_printf(&source, "%s%s", i ? "; " : "Sources: ", s->authors ? s->authors : s->title ? s->title : s->id);
        if (s->year != ECO_NO_YEAR)
            eco_str_printf(&source, " %d", s->year);
    }
    if (source.length > 0)
        m->picture->source = eco_arena_strdup(m->arena, eco_str_text(&source));
    eco_str_finish(&source);
}

int eco_study_picture_make(struct eco_study *study, const char *size_by, struct eco_study_picture *ret_picture,
                           struct eco_problems *problems)
{
    const struct eco_metric *size = find_metric(size_by);
    if (!size) {
        eco_problems_error(problems, "--size-by wants a metric of groups or entities, and \"%s\" is none", size_by);
        return ECO_EUSAGE;
    }
    struct eco_study_picture made = {0};
    struct making m = {study, study->eco, eco_analysis_groups(study->analysis), &made.arena, &made.picture, eco_doc_create()};
    bool good = add_nodes(&m, size);
    if (good) {
        add_kinds(&m);
        add_ties(&m);
        choose_middle(&m);
        add_words(&m, size);
    }
    eco_doc_destroy(m.doc);
    if (!good) {
        eco_study_picture_finish(&made);
        return eco_study_failed(study, problems);
    }
    *ret_picture = made;
    return ECO_OK;
}

void eco_study_picture_finish(struct eco_study_picture *picture)
{
    eco_arena_finish(&picture->arena);
}
