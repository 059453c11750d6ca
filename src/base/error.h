/* Result codes and the list of problems that a call may fill.
 *
 * Every fallible function returns an `int`: 0 or one of the codes below. The codes are the program's exit codes,
 * so nothing is ever translated. The library never prints: what a caller should read is in `struct eco_problems`. */
#ifndef ECO_BASE_ERROR_H
#define ECO_BASE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum eco_code {
    ECO_OK = 0,
    ECO_ECHECK = 1, /* a check that was asked for failed */
    ECO_EUSAGE = 2, /* a name or value on the command line (or in a call) is wrong */
    ECO_EINPUT = 3, /* an input file does not load */
    ECO_EIO = 4,    /* cannot read or write */
    ECO_ELIMIT = 5, /* out of memory, a limit reached, or a worker that crashed */
};

enum { ECO_PROBLEMS_KEPT = 20 }; /* errors kept in full; the rest is counted */

struct eco_problem {
    bool warning;     /* else an error */
    int line, column; /* from 1; 0 where there is no place */
    char *path;       /* as "relations[17].to"; "" for the whole file */
    char *text;
    const char *file; /* the list's when it was reported; not owned; may be NULL */
};

/* Problems in the order in which they were found. Zero-initialised is empty. Warnings are kept up to the same number. */
struct eco_problems {
    const char *file; /* where the next problems are; shown before the place; not owned; may be NULL */
    struct eco_problem *items;
    size_t count, capacity;
    size_t errors, warnings; /* all that were reported, also those not kept */
    char **notes;            /* what a person may want to know and need not mend: no problems */
    size_t notes_count, notes_capacity;
};

#define ECO_PRINTF(f, a) __attribute__((format(printf, f, a)))

/* Adds one problem. `path` may be NULL. */
void eco_problems_add(struct eco_problems *problems, bool warning, int line, int column, const char *path,
                      const char *format, ...) ECO_PRINTF(6, 7);
/* Adds an error that has no place. */
void eco_problems_error(struct eco_problems *problems, const char *format, ...) ECO_PRINTF(2, 3);
void eco_problems_note(struct eco_problems *problems, const char *format, ...) ECO_PRINTF(2, 3);
void eco_problems_finish(struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
