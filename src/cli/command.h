/* What a command is, and what all of them share: loading, messages, the one way out. */
#ifndef ECO_CLI_COMMAND_H
#define ECO_CLI_COMMAND_H

#include "cli/options.h"
#include "doc/doc.h"

struct eco_call {
    const struct eco_command *command;
    struct eco_settings settings;
    struct eco_problems problems;
};

struct eco_command {
    const char *name, *usage; /* usage: what stands behind the name, as "FILE [options]" */
    const char *meaning;      /* one line */
    const char *details;      /* a paragraph for --help; may be NULL */
    const char *const *examples; /* command lines, ended by NULL */
    const char *const *options;  /* names beside the common ones, ended by NULL */
    const char *const *formats;  /* of its own, ended by NULL, the first is the default; NULL = those of answers */
    int top;                     /* what --top is unless given; 0 = as for tables */
    int operands_min, operands_max;
    int (*run)(struct eco_call *call); /* returns the exit code; problems are printed by the caller */
};

extern const struct eco_command *const eco_commands[]; /* ended by NULL */

/* Loads settings.operands[number]. */
int eco_call_load(struct eco_call *call, int number, struct eco_ecosystem **ret_eco);
/* Loads the first file and opens a study with the request. Close both. */
int eco_call_open(struct eco_call *call, struct eco_ecosystem **ret_eco, struct eco_study **ret_study);
/* The second half of it: a study of an ecosystem that is there. */
int eco_call_study(struct eco_call *call, const struct eco_ecosystem *eco, struct eco_study **ret_study);
/* ECO_EUSAGE unless the format asked for exists; called before any work. */
int eco_call_check_format(struct eco_call *call);
/* Which of the command's own formats is asked for: by name, else by the output's suffix, else the first. */
int eco_call_format(const struct eco_call *call);
/* Writes the answer in the format asked for, to the output asked for. */
int eco_call_answer(struct eco_call *call, const struct eco_doc *doc);
/* Writes bytes to the output asked for. */
int eco_call_write(struct eco_call *call, const char *data, size_t length);

/* Prints problems to standard error, one a line, harmless to a terminal. */
void eco_messages_print(const struct eco_problems *problems, bool quiet);
/* The names of a command's options with the common ones, ended by NULL; good until the next call. */
const char *const *eco_command_options(const struct eco_command *command);

void eco_help_print_all(void);
void eco_help_print(const struct eco_command *command);

#endif
