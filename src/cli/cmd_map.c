#include "cli/command.h"
#include "map/map.h"
#include "report/map.h"

enum { GROUPS_DRAWN = 80 };

static int draw(struct eco_call *call, struct eco_study *study, struct eco_str *out)
{
    struct eco_study_picture made;
    struct eco_map_options options = {call->settings.request.top, call->settings.theme};
    const char *size_by = call->settings.size_by ? call->settings.size_by : "strength";
    int code = eco_study_picture_make(study, size_by, &made, &call->problems);
    if (code != ECO_OK)
        return code;
    if (eco_call_format(call) == 0)
        code = eco_map_write_svg(&made.picture, &options, out, &call->problems);
    else
        code = eco_map_write_dot(&made.picture, &options, out, &call->problems);
    eco_study_picture_finish(&made);
    return code;
}

static int run(struct eco_call *call)
{
    struct eco_ecosystem *eco;
    struct eco_study *study;
    struct eco_str out = {0};
    call->settings.request.level = ECO_LEVEL_GROUP;
    int code = eco_call_open(call, &eco, &study);
    if (code != ECO_OK)
        return code;
    code = draw(call, study, &out);
    if (code == ECO_OK)
        code = eco_call_write(call, eco_str_text(&out), out.length);
    eco_str_finish(&out);
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    return code;
}

const struct eco_command eco_command_map = {
    .name = "map", .usage = "FILE [options]", .meaning = "the ecosystem map: who stands where, tied to whom by what",
    .details = "The focal firm stands in the middle, the groups around it by sector. Relation kinds differ in\n"
               "colour and dashes; lines are as wide as ties are heavy. Rest the pointer on a circle or a line\n"
               "for its figures and evidence. Formats: svg, dot.",
    .examples = (const char *const[]){"ecograph map data/xiaomi.json -o xiaomi.svg", "ecograph map eco.json --top 40 --theme dark -o map.svg",
                                      "ecograph map eco.json --size-by lock_in -o map.svg", NULL},
    .options = (const char *const[]){"top", "size-by", "theme", "focal", "at", "side", "weight-power", "default-confidence",
                                     "input-format", NULL},
    .formats = (const char *const[]){"svg", "dot", NULL}, .top = GROUPS_DRAWN,
    .operands_min = 1, .operands_max = 1, .run = run,
};
