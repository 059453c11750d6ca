#include <string.h>

#include "base/file.h"
#include "cli/command.h"
#include "read/read.h"
#include "write/eco_write.h"

static int refuse_format(struct eco_call *call, const char *name)
{
    const char *names[32];
    struct eco_str all = {0};
    int count = 0;
    for (; eco_model_formats[count] && count < 32; count++) {
        names[count] = eco_model_formats[count]->name;
        eco_str_printf(&all, "%s%s", count == 0 ? "" : ", ", names[count]);
    }
    int nearest = name ? eco_nearest(name, names, count) : -1;
    if (!name)
        eco_problems_error(&call->problems, "name the format: --to NAME, or -o FILE with its suffix; there are %s", eco_str_text(&all));
    else if (nearest >= 0)
        eco_problems_error(&call->problems, "no format \"%s\" (did you mean \"%s\"?)", name, names[nearest]);
    else
        eco_problems_error(&call->problems, "no format \"%s\"; there are %s", name, eco_str_text(&all));
    eco_str_finish(&all);
    return ECO_EUSAGE;
}

static int find_format(struct eco_call *call, const struct eco_model_format **ret_format)
{
    const struct eco_settings *settings = &call->settings;
    const char *name = settings->to ? settings->to : settings->format;
    const struct eco_model_format *format = NULL;
    if (name)
        format = eco_model_format_find(name);
    else if (settings->output)
        format = eco_model_format_by_suffix(settings->output);
    *ret_format = format;
    return format ? ECO_OK : refuse_format(call, name);
}

/* --entities names the second file of what is read where that is a table, else of what is written. */
static bool writes_entities(const struct eco_call *call, const struct eco_model_format *format)
{
    const struct eco_settings *settings = &call->settings;
    const struct eco_reader *reader = eco_reader_expected(settings->operands[0], settings->input_format);
    return settings->entities && format->write_entities && !(reader && reader->read_both);
}

static int check_second(struct eco_call *call, const char *entities)
{
    const char *output = call->settings.output;
    if (strcmp(entities, "-") == 0 || (output && strcmp(entities, output) == 0)) {
        eco_problems_error(&call->problems, "--entities wants a file of its own, not \"%s\"", entities);
        return ECO_EUSAGE;
    }
    return ECO_OK;
}

static int write_entities(struct eco_call *call, const struct eco_model_format *format, const struct eco_ecosystem *eco,
                          const struct eco_state *state, const char *path)
{
    struct eco_str out = {0};
    int code = format->write_entities(eco, state, &out, &call->problems);
    if (code == ECO_OK)
        code = eco_file_write(path, eco_str_text(&out), out.length, &call->problems);
    eco_str_finish(&out);
    return code;
}

static int write_all(struct eco_call *call, const struct eco_model_format *format, const struct eco_ecosystem *eco,
                     const struct eco_state *state, const char *entities)
{
    struct eco_str out = {0};
    int code = format->write(eco, state, &out, &call->problems);
    if (code == ECO_OK && entities)
        code = write_entities(call, format, eco, state, entities);
    if (code == ECO_OK)
        code = eco_call_write(call, eco_str_text(&out), out.length);
    if (code == ECO_OK)
        eco_model_name_losses(format, eco, state, entities != NULL, &call->problems);
    eco_str_finish(&out);
    return code;
}

static int convert(struct eco_call *call, const struct eco_model_format *format, struct eco_ecosystem *eco, const char *entities)
{
    const struct eco_request *request = &call->settings.request;
    struct eco_state state;
    if (request->focal && (eco->focal = eco_study_find(eco, request->focal, &call->problems)) < 0)
        return ECO_EUSAGE;
    if (request->state.at == ECO_NO_YEAR)
        return write_all(call, format, eco, NULL, entities);
    eco_state_init(&state, eco, &request->state);
    int code = write_all(call, format, eco, &state, entities);
    eco_state_finish(&state);
    return code;
}

static int run(struct eco_call *call)
{
    struct eco_settings *settings = &call->settings;
    const struct eco_model_format *format;
    int code = find_format(call, &format);
    if (code != ECO_OK)
        return code;
    const char *entities = writes_entities(call, format) ? settings->entities : NULL;
    if (entities && (code = check_second(call, entities)) != ECO_OK)
        return code;
    struct eco_ecosystem *eco;
    code = eco_read_files(settings->operands[0], entities ? NULL : settings->entities, settings->input_format, &eco, &call->problems);
    if (code != ECO_OK)
        return code;
    code = convert(call, format, eco, entities);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_convert = {
    .name = "convert", .usage = "FILE [options]", .meaning = "an ecosystem in another format",
    .details = "The suffix of -o or --to tells the format: json (everything) or csv (a table of relations;\n"
               "--entities FILE writes the table of entities beside it). What a format cannot hold is named.\n\n"
               "Tables are read, too: FILE may be a CSV with the columns source and target (who gives, who\n"
               "gets) and any of weight, kind, resources, confidence, basis, source, at, since, until, note,\n"
               "Type; --entities FILE then is a table with the column id and any of name, kind, part_of,\n"
               "sector, country, since, until, aliases, tags, capabilities, source, at. Of two columns named\n"
               "source the second is who says so, as is evidence_source, and at is where. Lists stand\n"
               "between semicolons. Equal rows add up; Type Undirected makes two relations.",
    .examples = (const char *const[]){"ecograph convert ties.csv --entities ents.csv --focal hub -o eco.json",
                                      "ecograph convert data/xiaomi.json -o ties.csv --entities ents.csv",
                                      "ecograph convert data/xiaomi.json --at 2020 --to json | ecograph report -", NULL},
    .options = (const char *const[]){"to", "focal", "at", "input-format", NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
