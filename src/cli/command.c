#include "cli/command.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/number.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/read.h"
#include "write/write.h"

#define COMMAND(row) extern const struct eco_command eco_command_##row;
#include "cli/commands.def"
#undef COMMAND

const struct eco_command *const eco_commands[] = {
#define COMMAND(row) &eco_command_##row,
#include "cli/commands.def"
#undef COMMAND
    NULL};

static const char *const common[] = {"format", "table", "output", "seed", "threads", "color", "quiet", "help", "version"};
enum { OPTIONS_MAX = 64 };

const char *const *eco_command_options(const struct eco_command *command)
{
    static const char *names[OPTIONS_MAX];
    size_t count = 0;
    for (const char *const *name = command->options; *name; name++) {
        names[count++] = *name;
        if (strcmp(*name, "input-format") == 0) /* what can be read in any format may be a table */
            names[count++] = "entities";
    }
    for (size_t k = 0; k < sizeof common / sizeof *common; k++)
        names[count++] = common[k];
    names[count] = NULL;
    return names;
}

void eco_messages_print(const struct eco_problems *problems, bool quiet)
{
    for (size_t i = 0; i < problems->count; i++) {
        const struct eco_problem *problem = &problems->items[i];
        if (problem->warning && quiet)
            continue;
        struct eco_str line = {0}, clean = {0};
        const char *kind = problem->warning ? "warning" : "error";
        if (problem->line > 0)
            eco_str_printf(&line, "%s:%d:%d: %s: ", problem->file ? problem->file : "", problem->line, problem->column, kind);
        else
            eco_str_printf(&line, "ecograph: %s", problem->warning ? "warning: " : "");
        if (*problem->path)
            eco_str_printf(&line, "%s: ", problem->path);
        eco_str_add(&line, problem->text);
        eco_utf8_clean(&clean, eco_str_text(&line));
        fprintf(stderr, "%s\n", eco_str_text(&clean));
        eco_str_finish(&line);
        eco_str_finish(&clean);
    }
    if (problems->errors > ECO_PROBLEMS_KEPT)
        fprintf(stderr, "ecograph: and %zu more errors\n", problems->errors - ECO_PROBLEMS_KEPT);
    if (problems->warnings > ECO_PROBLEMS_KEPT && !quiet)
        fprintf(stderr, "ecograph: and %zu more warnings\n", problems->warnings - ECO_PROBLEMS_KEPT);
    for (size_t i = 0; i < problems->notes_count && !quiet; i++) {
        struct eco_str clean = {0};
        eco_utf8_clean(&clean, problems->notes[i]);
        fprintf(stderr, "ecograph: %s\n", eco_str_text(&clean));
        eco_str_finish(&clean);
    }
}

int eco_call_load(struct eco_call *call, int number, struct eco_ecosystem **ret_eco)
{
    return eco_read_files(call->settings.operands[number], call->settings.entities, call->settings.input_format, ret_eco,
                          &call->problems);
}

int eco_call_study(struct eco_call *call, const struct eco_ecosystem *eco, struct eco_study **ret_study)
{
    if (call->settings.level >= 0)
        call->settings.request.level = (enum eco_level)call->settings.level;
    return eco_study_open(eco, &call->settings.request, ret_study, &call->problems);
}

int eco_call_open(struct eco_call *call, struct eco_ecosystem **ret_eco, struct eco_study **ret_study)
{
    struct eco_ecosystem *eco;
    int code = eco_call_load(call, 0, &eco);
    if (code != ECO_OK)
        return code;
    code = eco_call_study(call, eco, ret_study);
    if (code == ECO_OK)
        *ret_eco = eco;
    else
        eco_ecosystem_destroy(eco);
    return code;
}

/* The format named, or that of the output's suffix, or the default; NULL = no such name. */
static const struct eco_doc_format *format_of(const struct eco_settings *settings)
{
    if (settings->format)
        return eco_doc_format_find(settings->format);
    for (int k = 0; settings->output && eco_doc_formats[k]; k++)
        if (eco_str_ends(settings->output, eco_doc_formats[k]->suffix))
            return eco_doc_formats[k];
    return eco_doc_formats[0];
}

int eco_call_format(const struct eco_call *call)
{
    const char *const *formats = call->command->formats, *name = call->settings.format;
    const char *suffix = call->settings.output ? strrchr(call->settings.output, '.') : NULL;
    if (!name)
        name = suffix ? suffix + 1 : "";
    for (int k = 0; formats[k]; k++)
        if (strcmp(formats[k], name) == 0)
            return k;
    return call->settings.format ? -1 : 0;
}

int eco_call_check_format(struct eco_call *call)
{
    const char *const *own = call->command->formats;
    if (own ? eco_call_format(call) >= 0 : format_of(&call->settings) != NULL)
        return ECO_OK;
    const char *names[16];
    struct eco_str all = {0};
    int count = 0;
    for (; (own ? own[count] != NULL : eco_doc_formats[count] != NULL) && count < 16; count++) {
        names[count] = own ? own[count] : eco_doc_formats[count]->name;
        eco_str_printf(&all, "%s%s", count == 0 ? "" : ", ", names[count]);
    }
    int nearest = eco_nearest(call->settings.format, names, count);
    if (nearest >= 0)
        eco_problems_error(&call->problems, "no format \"%s\" (did you mean \"%s\"?)", call->settings.format, names[nearest]);
    else
        eco_problems_error(&call->problems, "no format \"%s\"; there are %s", call->settings.format, eco_str_text(&all));
    eco_str_finish(&all);
    return ECO_EUSAGE;
}

static int terminal_width(const struct eco_settings *settings)
{
    struct winsize size;
    if (!settings->output && isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
    return 0;
}

static bool wants_color(const struct eco_settings *settings)
{
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (settings->color != ECO_COLOR_AUTO)
        return settings->color == ECO_COLOR_ALWAYS;
    return !settings->output && isatty(STDOUT_FILENO) && !(refused && *refused) && !(terminal && strcmp(terminal, "dumb") == 0);
}

static int write_to_stdout(struct eco_call *call, const char *data, size_t length)
{
    while (length > 0) {
        ssize_t put = write(STDOUT_FILENO, data, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0 && errno == EPIPE)
            return 128 + SIGPIPE; /* the reader has gone: quietly */
        if (put < 0) {
            eco_problems_error(&call->problems, "cannot write to standard output: %s", strerror(errno));
            return ECO_EIO;
        }
        data += put;
        length -= (size_t)put;
    }
    return ECO_OK;
}

int eco_call_write(struct eco_call *call, const char *data, size_t length)
{
    if (call->settings.output && strcmp(call->settings.output, "-") != 0)
        return eco_file_write(call->settings.output, data, length, &call->problems);
    return write_to_stdout(call, data, length);
}

int eco_call_answer(struct eco_call *call, const struct eco_doc *doc)
{
    const struct eco_settings *settings = &call->settings;
    struct eco_write_options options = {terminal_width(settings), wants_color(settings), settings->table, false};
    struct eco_str out = {0};
    int code = format_of(settings)->write(doc, &options, &out, &call->problems);
    if (code == ECO_OK)
        code = eco_call_write(call, eco_str_text(&out), out.length);
    eco_str_finish(&out);
    return code;
}
