#include "scenario/keyplayers.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "scenario/setfigure.h"

struct selection {
    const struct eco_ground *ground;
    const struct eco_sweep_options *options;
    struct eco_set_figures figures;
    int *set, count;
    struct eco_figure *score; /* per group: the figure of the set with it; undefined where it may not join */
};

static bool may_join(const struct selection *s, const int *set, int count, int group)
{
    if (group == s->ground->focal || (s->options->selected && !s->options->selected[group]))
        return false;
    for (int k = 0; k < count; k++)
        if (set[k] == group)
            return false;
    return true;
}

struct trial { /* what the workers share */
    const struct selection *selection;
    const int *set;
    int count;
};

static void *begin(void *context)
{
    const struct trial *trial = context;
    return eco_set_worker_create(&trial->selection->figures);
}

static void end(void *own)
{
    eco_set_worker_destroy(own);
}

enum { BLOCK = 16 };

/* The figure of the set with each of a block of groups. */
static int try_block(void *context, void *own, int block, void *ret_result, struct eco_problems *problems)
{
    const struct trial *trial = context;
    struct eco_figure *scores = ret_result;
    int n = trial->selection->ground->groups->n, code = ECO_OK;
    int *set = eco_alloc((size_t)trial->count + 1, sizeof *set);
    for (int k = 0; k < trial->count; k++)
        set[k] = trial->set[k];
    for (int k = 0; k < BLOCK && block * BLOCK + k < n && code == ECO_OK; k++) {
        set[trial->count] = block * BLOCK + k;
        if (may_join(trial->selection, trial->set, trial->count, set[trial->count]))
            code = eco_set_figure(own, set, trial->count + 1, &scores[k], problems);
    }
    free(set);
    return code;
}

static int score(struct selection *s, const int *set, int count, struct eco_problems *problems)
{
    int n = s->ground->groups->n, blocks = (n + BLOCK - 1) / BLOCK, code = ECO_OK;
    if (eco_set_figures_at_once(&s->figures)) {
        eco_set_figures_of_all(&s->figures, set, count, s->score);
    } else {
        struct trial trial = {s, set, count};
        struct eco_figure *scores = eco_alloc((size_t)blocks * BLOCK, sizeof *scores);
        struct eco_work work = {.items = blocks, .threads = s->options->threads, .result_size = BLOCK * sizeof *scores,
                                .begin = begin, .end = end, .run = try_block, .context = &trial};
        code = eco_work_run(&work, scores, problems);
        for (int g = 0; g < n; g++)
            s->score[g] = scores[g];
        free(scores);
    }
    for (int g = 0; g < n; g++)
        if (!may_join(s, set, count, g))
            s->score[g] = ECO_UNDEFINED("not a candidate");
    return code;
}

/* The worst of the scores, equal ones in file order; -1 = none. */
static int worst(const struct selection *s, double *ret_badness)
{
    int best = -1;
    for (int g = 0; g < s->ground->groups->n; g++) {
        double badness = eco_set_badness(&s->figures, s->score[g]);
        if (isnan(badness) || (best >= 0 && (badness <= *ret_badness || eco_number_near(badness, *ret_badness, 1e-9))))
            continue;
        best = g;
        *ret_badness = badness;
    }
    return best;
}

static int select_forward(struct selection *s, int wanted, double *ret_badness, struct eco_problems *problems)
{
    int code = ECO_OK;
    while (s->count < wanted && code == ECO_OK) {
        code = score(s, s->set, s->count, problems);
        int next = code == ECO_OK ? worst(s, ret_badness) : -1;
        if (next < 0)
            break;
        s->set[s->count++] = next;
        if (s->options->progress && s->options->progress->tell)
            s->options->progress->tell(s->options->progress->context, s->count, wanted + 1);
    }
    return code;
}

/* The best swap of the member at `place`; true where it gains. */
static int swap_one(struct selection *s, int place, double *badness, bool *ret_gained, struct eco_problems *problems)
{
    int *others = eco_alloc((size_t)s->count, sizeof *others), count = 0;
    for (int k = 0; k < s->count; k++)
        if (k != place)
            others[count++] = s->set[k];
    int code = score(s, others, count, problems);
    free(others);
    double found = *badness;
    int next = code == ECO_OK ? worst(s, &found) : -1;
    *ret_gained = next >= 0 && found > *badness && !eco_number_near(found, *badness, 1e-9);
    if (*ret_gained) {
        s->set[place] = next;
        *badness = found;
    }
    return code;
}

static int improve(struct selection *s, double badness, int *ret_swaps, struct eco_problems *problems)
{
    int code = ECO_OK;
    for (bool any = s->count > 1; any && code == ECO_OK;) {
        any = false;
        for (int place = 0; place < s->count && code == ECO_OK; place++) {
            bool gained = false;
            code = swap_one(s, place, &badness, &gained, problems);
            any |= gained;
            *ret_swaps += gained;
        }
    }
    return code;
}

static int tell_values(struct selection *s, struct eco_key_players *players, struct eco_problems *problems)
{
    struct eco_set_worker *worker = eco_set_worker_create(&s->figures);
    int code = ECO_OK;
    players->count = s->count;
    for (int k = 0; k < s->count && code == ECO_OK; k++) {
        players->group[k] = s->set[k];
        code = eco_set_figure(worker, s->set, k + 1, &players->value[k], problems);
    }
    eco_set_worker_destroy(worker);
    return code;
}

static int find(struct selection *s, int wanted, struct eco_key_players *players, struct eco_problems *problems)
{
    double badness = 0;
    int code = select_forward(s, wanted, &badness, problems);
    if (code == ECO_OK)
        code = improve(s, badness, &players->swaps, problems);
    return code == ECO_OK ? tell_values(s, players, problems) : code;
}

int eco_key_players_find(const struct eco_ground *ground, const struct eco_sweep_options *options,
                         const struct eco_sweep_figure *figure, int wanted, struct eco_key_players **ret_players,
                         struct eco_problems *problems)
{
    size_t n = (size_t)ground->groups->n;
    if (figure->own >= 0 && !eco_removal_rows[figure->own].of_sets) {
        eco_problems_error(problems, "\"%s\" is a figure of one group alone: key players need one that several have together",
                           figure->id);
        return ECO_EUSAGE;
    }
    struct selection s = {.ground = ground, .options = options, .set = eco_alloc(n, sizeof *s.set),
                          .score = eco_alloc(n, sizeof *s.score)};
    struct eco_key_players *players = eco_alloc(1, sizeof *players);
    players->group = eco_alloc(n, sizeof *players->group);
    players->value = eco_alloc(n, sizeof *players->value);
    int code = eco_set_figures_init(&s.figures, ground, &options->cascade, figure, problems);
    if (code == ECO_OK)
        code = find(&s, wanted < (int)n ? wanted : (int)n, players, problems);
    eco_set_figures_finish(&s.figures);
    free(s.set);
    free(s.score);
    if (code == ECO_OK)
        *ret_players = players;
    else
        eco_key_players_destroy(players);
    return code;
}

void eco_key_players_destroy(struct eco_key_players *players)
{
    if (!players)
        return;
    free(players->group);
    free(players->value);
    free(players);
}
