#include "write/eco_write.h"

#define MODEL_FORMAT(row) extern const struct eco_model_format eco_model_format_##row;
#include "write/eco_formats.def"
#undef MODEL_FORMAT

const struct eco_model_format *const eco_model_formats[] = {
#define MODEL_FORMAT(row) &eco_model_format_##row,
#include "write/eco_formats.def"
#undef MODEL_FORMAT
    NULL};

const struct eco_model_format *eco_model_format_find(const char *name)
{
    for (int i = 0; eco_model_formats[i]; i++)
        if (eco_str_equal(eco_model_formats[i]->name, name))
            return eco_model_formats[i];
    return NULL;
}

const struct eco_model_format *eco_model_format_by_suffix(const char *path)
{
    for (int i = 0; eco_model_formats[i]; i++)
        if (eco_str_ends(path, eco_model_formats[i]->suffix))
            return eco_model_formats[i];
    return NULL;
}

int eco_model_write(const struct eco_model_format *format, const struct eco_ecosystem *eco, const struct eco_state *state,
                    struct eco_str *out, struct eco_problems *problems)
{
    int code = format->write(eco, state, out, problems);
    if (code == ECO_OK)
        eco_model_name_losses(format, eco, state, /*both=*/false, problems);
    return code;
}

/* What is asleep is not there as loaded: a scenario's steps bring it. */
bool eco_model_has_entity(const struct eco_ecosystem *eco, const struct eco_state *state, int entity)
{
    if (entity < 0)
        return false;
    return state ? state->present[entity] : (size_t)entity < eco->entities_count - eco->asleep_entities;
}

bool eco_model_has_relation(const struct eco_ecosystem *eco, const struct eco_state *state, int relation)
{
    return state ? state->weight[relation] > 0 : (size_t)relation < eco->relations_count - eco->asleep_relations;
}

double eco_model_weight(const struct eco_ecosystem *eco, const struct eco_state *state, int relation)
{
    double weight = state ? state->weight[relation] : eco->relations[relation].weight;
    /* A scaled weight may have left the range in which a file may state one. */
    return weight < ECO_WEIGHT_MIN ? ECO_WEIGHT_MIN : weight > ECO_WEIGHT_MAX ? ECO_WEIGHT_MAX : weight;
}
