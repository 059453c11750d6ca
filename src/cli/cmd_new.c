#include <string.h>

#include "base/file.h"
#include "cli/command.h"

static const char example[] =
    "{\n"
    "  \"format\": \"ecograph/1\",\n"
    "  \"name\": \"Lumen and its partners\",\n"
    "  \"focal\": \"lumen\",\n"
    "  \"x-note\": [\n"
    "    \"An invented ecosystem to start from: change it, and see what `ecograph report` makes of it.\",\n"
    "    \"JSON has no comments; any key that begins with x- is one and is kept. All other keys have a meaning.\",\n"
    "    \"A relation says: `from` gives something to `to`, so `to` depends on `from`. What goes both ways is two relations.\"\n"
    "  ],\n"
    "\n"
    "  \"sources\": [\n"
    "    {\"id\": \"annual2024\", \"title\": \"Annual report 2024\", \"authors\": \"Lumen\", \"year\": 2024,\n"
    "     \"x-note\": \"Who says so. Evidence names a source by its id and, with `at`, the place in it.\"}\n"
    "  ],\n"
    "\n"
    "  \"entities\": [\n"
    "    {\"id\": \"lumen\", \"name\": \"Lumen\", \"kind\": \"focal\", \"sector\": \"smart home\", \"country\": \"SE\", \"since\": 2012,\n"
    "     \"capabilities\": [\"software\", \"brand\"],\n"
    "     \"exposures\": [{\"dimension\": \"legal\", \"value\": -0.3, \"x-note\": \"-1 is a grave threat, 1 a great chance\"}],\n"
    "     \"quantities\": [{\"name\": \"homes\", \"value\": 1200000, \"bound\": \"about\", \"unit\": \"homes\", \"at\": \"2024\",\n"
    "                     \"plausible\": [0, 1e8], \"evidence\": [{\"source\": \"annual2024\", \"at\": \"page 4\"}]}]},\n"
    "    {\"id\": \"app\", \"name\": \"Lumen app\", \"kind\": \"platform\", \"part_of\": \"lumen\", \"since\": 2014,\n"
    "     \"x-note\": \"A part of Lumen: groups count it with the whole.\"},\n"
    "    {\"id\": \"glow\", \"name\": \"Glow\", \"kind\": \"partner\", \"sector\": \"lighting\", \"country\": \"PL\", \"since\": 2015,\n"
    "     \"capabilities\": [\"lighting\"], \"tags\": [\"incubated\"]},\n"
    "    {\"id\": \"lamp\", \"name\": \"Glow lamp\", \"kind\": \"product\", \"part_of\": \"glow\", \"since\": 2016},\n"
    "    {\"id\": \"tune\", \"name\": \"Tune\", \"kind\": \"partner\", \"sector\": \"audio\", \"country\": \"DK\", \"since\": 2017,\n"
    "     \"capabilities\": [\"audio\"]},\n"
    "    {\"id\": \"speaker\", \"name\": \"Tune speaker\", \"kind\": \"product\", \"part_of\": \"tune\", \"since\": 2018},\n"
    "    {\"id\": \"cells\", \"name\": \"Cellworks\", \"kind\": \"supplier\", \"sector\": \"batteries\", \"country\": \"KR\", \"since\": 2009},\n"
    "    {\"id\": \"households\", \"name\": \"Households\", \"kind\": \"consumers\"}\n"
    "  ],\n"
    "\n"
    "  \"relations\": [\n"
    "    {\"from\": \"lumen\", \"to\": \"glow\", \"kind\": \"incubation\", \"resources\": [\"capital\", \"brand\"], \"weight\": 0.8,\n"
    "     \"confidence\": 0.9, \"since\": 2015, \"evidence\": [{\"source\": \"annual2024\", \"at\": \"page 11\"}],\n"
    "     \"x-note\": \"The weight is your judgement of strength on one scale for all; confidence (0 to 1) is how sure you are.\"},\n"
    "    {\"from\": \"glow\", \"to\": \"lumen\", \"kind\": \"revenue_share\", \"resources\": [\"revenue\"], \"weight\": 0.6, \"since\": 2016},\n"
    "    {\"from\": \"app\", \"to\": \"glow\", \"kind\": \"data_sharing\", \"resources\": [\"data\"], \"weight\": 0.4, \"basis\": \"inferred\",\n"
    "     \"confidence\": 0.5, \"note\": \"no text says it; their product could not work otherwise\"},\n"
    "    {\"from\": \"lumen\", \"to\": \"tune\", \"kind\": \"licensing\", \"resources\": [\"technology\"], \"weight\": 0.5, \"since\": 2017},\n"
    "    {\"from\": \"tune\", \"to\": \"lumen\", \"kind\": \"supply\", \"resources\": [\"components\"], \"weight\": 0.6, \"since\": 2017,\n"
    "     \"evidence\": [{\"source\": \"annual2024\", \"at\": \"page 12\"}]},\n"
    "    {\"from\": \"glow\", \"to\": \"tune\", \"kind\": \"co_creation\", \"resources\": [\"design\"], \"weight\": 0.3, \"since\": 2019},\n"
    "    {\"from\": \"tune\", \"to\": \"glow\", \"kind\": \"co_creation\", \"resources\": [\"design\"], \"weight\": 0.2, \"since\": 2019},\n"
    "    {\"from\": \"cells\", \"to\": \"glow\", \"kind\": \"supply\", \"resources\": [\"components\"], \"weight\": 0.7},\n"
    "    {\"from\": \"cells\", \"to\": \"tune\", \"kind\": \"supply\", \"resources\": [\"components\"], \"weight\": 0.5},\n"
    "\n"
    "    {\"from\": \"lamp\", \"to\": \"app\", \"kind\": \"integration\", \"resources\": [\"software\"], \"weight\": 0.6,\n"
    "     \"x-note\": \"Works with the app, and so does the speaker: whoever uses both is bound more than twice as much.\"},\n"
    "    {\"from\": \"speaker\", \"to\": \"app\", \"kind\": \"integration\", \"resources\": [\"software\"], \"weight\": 0.5},\n"
    "    {\"from\": \"lamp\", \"to\": \"households\", \"kind\": \"use\", \"weight\": 0.7},\n"
    "    {\"from\": \"speaker\", \"to\": \"households\", \"kind\": \"use\", \"weight\": 0.4},\n"
    "    {\"from\": \"households\", \"to\": \"lumen\", \"kind\": \"demand\", \"resources\": [\"revenue\", \"data\"], \"weight\": 0.6}\n"
    "  ]\n"
    "}\n";

static int run(struct eco_call *call)
{
    const char *path = call->settings.operands[0];
    if (call->settings.output) {
        eco_problems_error(&call->problems, "`new` writes the FILE that it is given: leave -o out");
        return ECO_EUSAGE;
    }
    if (strcmp(path, "-") == 0)
        return eco_call_write(call, example, strlen(example));
    return eco_file_create(path, example, strlen(example), &call->problems);
}

const struct eco_command eco_command_new = {
    .name = "new", .usage = "FILE [options]", .meaning = "a small example ecosystem to start from",
    .details = "Eight entities and what they give each other, with comments. FILE is never overwritten; - is\n"
               "standard output.",
    .examples = (const char *const[]){"ecograph new eco.json", "ecograph new - | ecograph report -", NULL},
    .options = (const char *const[]){NULL},
    .operands_min = 1, .operands_max = 1, .run = run,
};
