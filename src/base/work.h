/* Items of work on several processors at once, with the same results for any number of them.
 *
 * Workers are forked processes, so that a library that knows no threads may be used in each. Every item's result has a
 * fixed size and a fixed place; a pointer in a result is good only where it points to something static. */
#ifndef ECO_BASE_WORK_H
#define ECO_BASE_WORK_H

#include "error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Who wants to know how far the work is; called now and then from the process that called. May be NULL. */
struct eco_progress {
    void (*tell)(void *context, long done, long all);
    void *context;
};

struct eco_work {
    int items;
    int threads;        /* workers at most; 0 = one for each processor */
    size_t result_size; /* bytes of one result, zeroed before the item runs */
    /* Both may be NULL: what a worker has for itself. `begin` is called once in each worker. */
    void *(*begin)(void *context);
    void (*end)(void *own);
    /* Does one item; 0 or an eco_code with the reason in `problems`. */
    int (*run)(void *context, void *own, int item, void *ret_result, struct eco_problems *problems);
    void *context;
    const struct eco_progress *progress;
};

/* Does all items; `ret_results` has items * result_size bytes. The code of a failed item, or ECO_ELIMIT where a worker
 * crashed. Must not be called from a thread. */
int eco_work_run(const struct eco_work *work, void *ret_results, struct eco_problems *problems);

/* Processors that this process may use. */
int eco_work_processors(void);

#ifdef __cplusplus
}
#endif
#endif
