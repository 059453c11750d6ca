#include "map/contain.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { FAILED = 1 }; /* how a child ends whose work went wrong */

static void silence(void)
{
    int nowhere = open("/dev/null", O_RDWR);
    for (int fd = 0; nowhere >= 0 && fd <= 2; fd++)
        dup2(nowhere, fd);
}

static void confine(struct eco_limits limits, pid_t parent)
{
    /* The parent's handlers clean up the parent's files: not the child's business. */
    static const int signals[] = {SIGINT, SIGTERM, SIGPIPE, SIGALRM};
    for (size_t k = 0; k < sizeof signals / sizeof *signals; k++)
        signal(signals[k], SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        raise(SIGKILL);
    struct rlimit no_core = {0, 0}, memory = {limits.memory, limits.memory};
    setrlimit(RLIMIT_CORE, &no_core);
    if (!SANITIZED)
        setrlimit(RLIMIT_AS, &memory);
    alarm(limits.seconds);
}

static bool write_all(int fd, const char *data, size_t length)
{
    while (length > 0) {
        ssize_t put = write(fd, data, length);
        if (put < 0 && errno != EINTR)
            return false;
        data += put > 0 ? put : 0;
        length -= put > 0 ? (size_t)put : 0;
    }
    return true;
}

static bool read_all(int fd, struct eco_str *out)
{
    char buffer[65536];
    for (;;) {
        ssize_t got = read(fd, buffer, sizeof buffer);
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return false;
        if (got > 0)
            eco_str_add_bytes(out, buffer, (size_t)got);
    }
}

static int judge(int status, struct eco_limits limits, const char *what, struct eco_problems *problems)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return ECO_OK;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        eco_problems_error(problems, "%s took longer than %u seconds", what, limits.seconds);
    else if (WIFSIGNALED(status))
        eco_problems_error(problems, "%s crashed (signal %d) or ran out of memory", what, WTERMSIG(status));
    else
        eco_problems_error(problems, "%s failed", what);
    return ECO_ELIMIT;
}

int eco_contain(int (*work)(const void *input, struct eco_str *out), const void *input, struct eco_limits limits,
                const char *what, struct eco_str *out, struct eco_problems *problems)
{
    int ends[2];
    pid_t parent = getpid(), child = -1;
    if (pipe2(ends, O_CLOEXEC) == 0 && (child = fork()) < 0) {
        close(ends[0]);
        close(ends[1]);
    }
    if (child < 0) {
        eco_problems_error(problems, "%s needs a process of its own: %s", what, strerror(errno));
        return ECO_ELIMIT;
    }
    if (child == 0) {
        struct eco_str made = {0};
        confine(limits, parent);
        silence();
        int failed = work(input, &made) != 0 || !write_all(ends[1], eco_str_text(&made), made.length);
        _exit(failed ? FAILED : 0);
    }
    struct eco_str made = {0};
    int status = 0;
    close(ends[1]);
    bool whole = read_all(ends[0], &made);
    close(ends[0]);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    int code = judge(whole ? status : FAILED << 8, limits, what, problems);
    if (code == ECO_OK)
        eco_str_add_bytes(out, eco_str_text(&made), made.length);
    eco_str_finish(&made);
    return code;
}
