#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

static double seconds_since(const struct timespec *then, const struct timespec *now)
{
    return (double)(now->tv_sec - then->tv_sec) + 1e-9 * (double)(now->tv_nsec - then->tv_nsec);
}

static void tell(void *context, long done, long all)
{
    struct eco_meter *meter = context;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds_since(&meter->started, &now) < 1 || seconds_since(&meter->told, &now) < 0.1)
        return;
    meter->told = now;
    meter->shown = true;
    fprintf(stderr, "\recograph: %ld %% done ", all > 0 ? 100 * done / all : 100);
    fflush(stderr);
}

void eco_meter_start(struct eco_meter *meter, bool quiet)
{
    *meter = (struct eco_meter){.progress = {NULL, meter}};
    clock_gettime(CLOCK_MONOTONIC, &meter->started);
    if (!quiet && isatty(STDERR_FILENO))
        meter->progress.tell = tell;
}

void eco_meter_end(struct eco_meter *meter)
{
    if (meter->shown)
        fputs("\r\033[K", stderr);
}
