/* The program: finds the command, reads its options, runs it, and leaves by one door. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "cli/command.h"

static void interrupted(int signal)
{
    eco_file_abandon();
    _exit(128 + signal);
}

static const struct eco_command *find(const char *name)
{
    for (int k = 0; eco_commands[k]; k++)
        if (strcmp(eco_commands[k]->name, name) == 0)
            return eco_commands[k];
    return NULL;
}

static int unknown_command(const char *name)
{
    const char *names[64];
    int count = 0;
    for (; eco_commands[count]; count++)
        names[count] = eco_commands[count]->name;
    int nearest = eco_nearest(name, names, count);
    struct eco_problems problems = {0};
    if (nearest >= 0)
        eco_problems_error(&problems, "no command \"%s\" (did you mean \"%s\"?)", name, names[nearest]);
    else
        eco_problems_error(&problems, "no command \"%s\"; `ecograph --help` lists them", name);
    eco_messages_print(&problems, false);
    eco_problems_finish(&problems);
    return ECO_EUSAGE;
}

static int check_operands(struct eco_call *call)
{
    const struct eco_command *command = call->command;
    int count = call->settings.operands_count;
    if (count >= command->operands_min && count <= command->operands_max)
        return ECO_OK;
    eco_problems_error(&call->problems, "%s: ecograph %s %s", count < command->operands_min ? "a FILE or name is missing" : "one word too many",
                       command->name, command->usage);
    return ECO_EUSAGE;
}

static int run(struct eco_call *call, int argc, char **argv)
{
    int code = eco_options_read(&call->settings, eco_command_options(call->command), argc, argv, &call->problems);
    if (code != ECO_OK)
        return code;
    if (call->settings.help) {
        eco_help_print(call->command);
        return ECO_OK;
    }
    if (call->settings.version) {
        puts("ecograph " ECO_VERSION);
        return ECO_OK;
    }
    if ((code = check_operands(call)) != ECO_OK || (code = eco_call_check_format(call)) != ECO_OK)
        return code;
    return call->command->run(call);
}

/* Help and version go through stdio: a failed write must not pass for success. */
static int leave(int code)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    return code == ECO_OK ? ECO_EIO : code;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGINT, interrupted);
    signal(SIGTERM, interrupted);
    if (argc < 2) {
        fputs("ecograph: name a command: ecograph COMMAND FILE; `ecograph --help` lists them\n", stderr);
        return ECO_EUSAGE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("ecograph " ECO_VERSION);
        return leave(ECO_OK);
    }
    bool help = strcmp(argv[1], "help") == 0;
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || (help && argc == 2)) {
        eco_help_print_all();
        return leave(ECO_OK);
    }
    const struct eco_command *command = find(argv[help ? 2 : 1]);
    if (!command)
        return unknown_command(argv[help ? 2 : 1]);
    if (help) {
        eco_help_print(command);
        return leave(ECO_OK);
    }
    struct eco_call call = {.command = command};
    eco_settings_init(&call.settings);
    if (command->top > 0)
        call.settings.request.top = command->top;
    int code = run(&call, argc - 2, argv + 2);
    eco_messages_print(&call.problems, call.settings.quiet);
    eco_problems_finish(&call.problems);
    eco_settings_finish(&call.settings);
    return leave(code);
}
