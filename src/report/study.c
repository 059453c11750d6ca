#include "report/study.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"

static bool named(const struct eco_entity *entity, const char *word)
{
    bool found = strcasecmp(entity->name, word) == 0 || strcasecmp(entity->id, word) == 0;
    for (int i = 0; i < entity->aliases.count && !found; i++)
        found = strcasecmp(entity->aliases.items[i], word) == 0;
    return found;
}

/* The entity that was meant: of that name or alias, else of the nearest id, else one whose name holds the word. */
static int meant(const struct eco_ecosystem *eco, const char *word)
{
    for (size_t e = 0; e < eco->entities_count; e++)
        if (named(&eco->entities[e], word))
            return (int)e;
    int nearest = eco_ecosystem_nearest_entity(eco, word);
    for (size_t e = 0; e < eco->entities_count && nearest < 0 && strlen(word) > 2; e++)
        if (strcasestr(eco->entities[e].name, word))
            nearest = (int)e;
    return nearest;
}

int eco_study_find(const struct eco_ecosystem *eco, const char *id, struct eco_problems *problems)
{
    int entity = eco_ecosystem_find_entity(eco, id);
    if (entity >= 0)
        return entity;
    int nearest = meant(eco, id);
    if (nearest >= 0)
        eco_problems_error(problems, "no entity \"%s\" (did you mean \"%s\"?)", id, eco->entities[nearest].id);
    else
        eco_problems_error(problems, "no entity \"%s\" in %s", id, problems->file ? problems->file : "the ecosystem");
    return -1;
}

static bool metric_exists(const char *id)
{
    for (int scope = 0; scope < ECO_SCOPES; scope++)
        if (eco_metric_find(id, scope))
            return true;
    return false;
}

static int check_metric(const char *id, struct eco_problems *problems)
{
    if (metric_exists(id))
        return ECO_OK;
    const char *nearest = eco_metric_nearest(id);
    if (nearest)
        eco_problems_error(problems, "no metric \"%s\" (did you mean \"%s\"?)", id, nearest);
    else
        eco_problems_error(problems, "no metric \"%s\"; `ecograph explain` lists them", id);
    return ECO_EUSAGE;
}

static int check_request(const struct eco_ecosystem *eco, const struct eco_request *request, int *ret_focal,
                         struct eco_problems *problems)
{
    int focal = eco->focal;
    if (request->focal && (focal = eco_study_find(eco, request->focal, problems)) < 0)
        return ECO_EUSAGE;
    for (int i = 0; i < request->metrics.count; i++)
        if (check_metric(request->metrics.items[i], problems) != ECO_OK)
            return ECO_EUSAGE;
    if (request->sort) {
        if (check_metric(request->sort, problems) != ECO_OK)
            return ECO_EUSAGE;
        if (!eco_metric_find(request->sort, ECO_SCOPE_ENTITY) && !eco_metric_find(request->sort, ECO_SCOPE_GROUP)) {
            eco_problems_error(problems, "--sort wants a metric of entities or groups, and \"%s\" is none", request->sort);
            return ECO_EUSAGE;
        }
    }
    *ret_focal = focal;
    return ECO_OK;
}

int eco_study_open(const struct eco_ecosystem *eco, const struct eco_request *request, struct eco_study **ret_study,
                   struct eco_problems *problems)
{
    int focal = -1;
    int code = check_request(eco, request, &focal, problems);
    if (code != ECO_OK)
        return code;
    struct eco_study *study = eco_alloc(1, sizeof *study);
    study->eco = eco;
    study->request = *request;
    eco_state_init(&study->state, eco, &request->state);
    struct eco_analysis_options options = {request->level, request->side, focal, request->seed};
    study->analysis = eco_analysis_create(eco, &study->state, &options);
    *ret_study = study;
    return ECO_OK;
}

void eco_study_close(struct eco_study *study)
{
    if (!study)
        return;
    eco_analysis_destroy(study->analysis);
    eco_state_finish(&study->state);
    free(study);
}

bool eco_study_shows(const struct eco_study *study, const struct eco_metric *metric)
{
    const struct eco_words *only = &study->request.metrics;
    for (int i = 0; i < only->count; i++)
        if (strcmp(only->items[i], metric->id) == 0)
            return true;
    return only->count == 0;
}

int eco_study_failed(const struct eco_study *study, struct eco_problems *problems)
{
    const struct eco_problems *why = &study->analysis->problems;
    for (size_t i = 0; i < why->count; i++)
        eco_problems_error(problems, "%s", why->items[i].text);
    if (why->errors == 0)
        eco_problems_error(problems, "a figure could not be computed");
    return ECO_ELIMIT;
}

struct eco_record *eco_study_bare_header(const char *command, uint64_t seed, struct eco_doc *doc)
{
    struct eco_record *header, *options;
    eco_record_add(doc, &doc->root, "ecograph", eco_value_record(doc, &header));
    eco_record_add(doc, header, "version", eco_value_string(doc, ECO_VERSION));
    eco_record_add(doc, header, "command", eco_value_string(doc, command));
    eco_record_add(doc, header, "options", eco_value_record(doc, &options));
    eco_record_add(doc, header, "seed", eco_value_int((long long)seed));
    return options;
}

static void add_ecosystem(const struct eco_study *study, struct eco_doc *doc)
{
    const struct eco_ecosystem *eco = study->eco;
    struct eco_record *about;
    int focal = study->analysis->options.focal;
    eco_record_add(doc, &doc->root, "ecosystem", eco_value_record(doc, &about));
    eco_record_add(doc, about, "name", eco_value_string(doc, eco->name));
    eco_record_add(doc, about, "digest", eco_value_string(doc, eco->digest));
    eco_record_add(doc, about, "focal", eco_value_string(doc, focal < 0 ? NULL : eco->entities[focal].id));
    eco_record_add(doc, about, "entities", eco_value_int((long long)(eco->entities_count - eco->asleep_entities)));
    eco_record_add(doc, about, "relations", eco_value_int((long long)(eco->relations_count - eco->asleep_relations)));
    eco_record_add(doc, about, "sources", eco_value_int((long long)eco->sources_count));
}

struct eco_record *eco_study_header(const struct eco_study *study, const char *command, struct eco_doc *doc)
{
    const struct eco_request *request = &study->request;
    struct eco_record *options = eco_study_bare_header(command, request->seed, doc);
    int focal = study->analysis->options.focal;
    eco_record_add(doc, options, "focal", eco_value_string(doc, focal < 0 ? NULL : study->eco->entities[focal].id));
    eco_record_add(doc, options, "at",
                   request->state.at == ECO_NO_YEAR ? eco_value_null(doc, NULL) : eco_value_int(request->state.at));
    eco_record_add(doc, options, "level", eco_value_string(doc, eco_level_names[request->level]));
    eco_record_add(doc, options, "side", eco_value_string(doc, eco_side_names[request->side]));
    eco_record_add(doc, options, "weight_power", eco_value_number(request->state.weight_power));
    eco_record_add(doc, options, "default_confidence", eco_value_number(request->state.default_confidence));
    add_ecosystem(study, doc);
    return options;
}
