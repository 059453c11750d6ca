#include "read/scenario.h"

#include <stdlib.h>

#include "base/file.h"

int eco_scenario_read_file(const char *path, const struct eco_ecosystem *eco, const struct eco_words *figures,
                           struct eco_scenario *ret_scenario, struct eco_problems *problems)
{
    problems->file = eco_file_label(path);
    char *data;
    size_t length;
    int code = eco_file_read(path, &data, &length, problems);
    if (code != ECO_OK)
        return code;
    code = eco_scenario_read(data, length, eco, figures, ret_scenario, problems);
    free(data);
    return code;
}
