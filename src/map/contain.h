/* Work done in a child process, because the library that does it may crash, hang or eat all memory. */
#ifndef ECO_MAP_CONTAIN_H
#define ECO_MAP_CONTAIN_H

#include "../base/error.h"
#include "../base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

struct eco_limits {
    unsigned seconds;
    size_t memory; /* bytes of address space; not enforced in builds with sanitizers, which need more of it */
};

/* Runs `work` in a child, within the limits, and appends what it wrote to its `out` to `out`. 0, or ECO_ELIMIT with one
 * error that begins with `what` ("drawing the map") where the child could not be started, ended by a signal, ran out of
 * time or memory, or `work` returned another value than 0. Nothing is appended then. */
int eco_contain(int (*work)(const void *input, struct eco_str *out), const void *input, struct eco_limits limits,
                const char *what, struct eco_str *out, struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
