#include "base/work.h"

#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"

enum { WORKERS_MAX = 256, REASON_SIZE = 512 };

/* What the workers share; the results stand behind it. */
struct board {
    int next, done; /* items given out, items done */
    int code;       /* of the first item that failed */
    char reason[REASON_SIZE];
};

struct crew {
    const struct eco_work *work;
    struct board *board;
    char *results;
    size_t size; /* of the shared memory */
};

int eco_work_processors(void)
{
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return count > 0 ? count : 1;
}

static bool share_memory(struct crew *crew)
{
    size_t head = (sizeof *crew->board + 63) / 64 * 64;
    crew->size = head + (size_t)crew->work->items * crew->work->result_size;
    void *memory = mmap(NULL, crew->size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return false;
    crew->board = memory;
    crew->results = (char *)memory + head;
    return true;
}

static void fail(struct board *board, int code, const struct eco_problems *problems)
{
    int none = ECO_OK;
    if (!__atomic_compare_exchange_n(&board->code, &none, code, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
        return;
    const char *why = problems->count ? problems->items[0].text : "the work could not be done";
    strncpy(board->reason, why, REASON_SIZE - 1);
}

/* Takes items until none is left or one failed. */
static void take_items(const struct crew *crew, const struct eco_progress *progress)
{
    const struct eco_work *work = crew->work;
    struct board *board = crew->board;
    void *own = work->begin ? work->begin(work->context) : NULL;
    for (int item; board->code == ECO_OK && (item = __atomic_fetch_add(&board->next, 1, __ATOMIC_SEQ_CST)) < work->items;) {
        struct eco_problems problems = {0};
        int code = work->run(work->context, own, item, crew->results + (size_t)item * work->result_size, &problems);
        if (code != ECO_OK)
            fail(board, code, &problems);
        eco_problems_finish(&problems);
        int done = __atomic_add_fetch(&board->done, 1, __ATOMIC_SEQ_CST);
        if (progress && progress->tell)
            progress->tell(progress->context, done, work->items);
    }
    if (work->end)
        work->end(own);
}

/* The parent's handlers clean up the parent's files: not the worker's business. It ends with its parent. */
static void start_worker(const struct crew *crew, pid_t parent)
{
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(ECO_ELIMIT);
    take_items(crew, NULL);
    _exit(ECO_OK);
}

static bool ended_well(pid_t worker)
{
    int status;
    return waitpid(worker, &status, 0) == worker && WIFEXITED(status) && WEXITSTATUS(status) == ECO_OK;
}

/* The caller's process is one of the workers. Where no more can be had, those that there are do the work. */
static int run_crew(const struct crew *crew, int workers, struct eco_problems *problems)
{
    pid_t *pids = eco_alloc((size_t)workers, sizeof *pids), parent = getpid();
    int count = 0, crashed = 0;
    for (int k = 1; k < workers; k++) {
        pid_t pid = fork();
        if (pid == 0)
            start_worker(crew, parent);
        if (pid > 0)
            pids[count++] = pid;
    }
    take_items(crew, crew->work->progress);
    for (int k = 0; k < count; k++)
        crashed += !ended_well(pids[k]);
    free(pids);
    if (crew->board->code != ECO_OK) {
        eco_problems_error(problems, "%s", crew->board->reason);
        return crew->board->code;
    }
    if (crashed)
        eco_problems_error(problems, "a worker ended before its work was done");
    return crashed ? ECO_ELIMIT : ECO_OK;
}

int eco_work_run(const struct eco_work *work, void *ret_results, struct eco_problems *problems)
{
    struct crew crew = {.work = work};
    if (work->items <= 0)
        return ECO_OK;
    if (!share_memory(&crew)) {
        eco_problems_error(problems, "there is no memory for the results");
        return ECO_ELIMIT;
    }
    int workers = work->threads > 0 ? work->threads : eco_work_processors();
    workers = workers > work->items ? work->items : workers;
    int code = run_crew(&crew, workers > WORKERS_MAX ? WORKERS_MAX : workers, problems);
    if (code == ECO_OK)
        memcpy(ret_results, crew.results, (size_t)work->items * work->result_size);
    munmap(crew.board, crew.size);
    return code;
}
