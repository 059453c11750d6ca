/* How far the work is, for who waits at a terminal. */
#ifndef ECO_CLI_PROGRESS_H
#define ECO_CLI_PROGRESS_H

#include <stdbool.h>
#include <time.h>

#include "base/work.h"

/* Tells nothing in the first second, nor where standard error is no terminal. Start it, hand `progress` over, end it. */
struct eco_meter {
    struct eco_progress progress;
    struct timespec started, told;
    bool shown;
};

void eco_meter_start(struct eco_meter *meter, bool quiet);
void eco_meter_end(struct eco_meter *meter); /* wipes the line */

#endif
