/* Help, made from the tables of commands and options. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "write/write.h"

void eco_help_print_all(void)
{
    puts("ecograph - measure a business ecosystem and ask what happens when a partner leaves\n\n"
         "Usage: ecograph COMMAND FILE [options]      FILE may be - (standard input)\n\nCommands:");
    for (int k = 0; eco_commands[k]; k++)
        printf("  %-10s %s\n", eco_commands[k]->name, eco_commands[k]->meaning);
    puts("\n`ecograph COMMAND --help` shows a command's options and examples.\n\n"
         "Exit codes: 0 done, 1 a check failed, 2 wrong use, 3 bad input, 4 cannot read or\n"
         "write, 5 out of memory or a limit reached, 130 interrupted, 141 closed pipe.");
}

static void print_formats(const struct eco_command *command)
{
    if (command->formats) {
        for (const char *const *name = command->formats; *name; name++)
            printf("%s%s", name == command->formats ? "" : name[1] ? ", " : " or ", *name);
    } else {
        for (int k = 0; eco_doc_formats[k]; k++)
            printf("%s%s", k == 0 ? "" : eco_doc_formats[k + 1] ? ", " : " or ", eco_doc_formats[k]->name);
    }
    puts("");
}

void eco_help_print(const struct eco_command *command)
{
    printf("ecograph %s - %s\n\nUsage: ecograph %s %s\n", command->name, command->meaning, command->name, command->usage);
    if (command->details)
        printf("\n%s\n", command->details);
    puts("\nOptions:");
    for (const char *const *name = eco_command_options(command); *name; name++) {
        const struct eco_option *option = eco_option_find(*name);
        char left[64];
        snprintf(left, sizeof left, "%c%c%s --%s%s%s", option->letter ? '-' : ' ', option->letter ? option->letter : ' ',
                 option->letter ? "," : " ", option->name, option->argument ? " " : "", option->argument ? option->argument : "");
        printf("  %-27s ", left);
        if (strcmp(*name, "format") == 0)
            print_formats(command);
        else
            puts(option->meaning);
    }
    puts("\nExamples:");
    for (const char *const *example = command->examples; *example; example++)
        printf("  %s\n", *example);
}
