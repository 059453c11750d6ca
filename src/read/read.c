#include "read/read.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/sha256.h"
#include "base/str.h"

#define READER(row) extern const struct eco_reader eco_reader_##row;
#include "read/readers.def"
#undef READER

const struct eco_reader *const eco_readers[] = {
#define READER(row) &eco_reader_##row,
#include "read/readers.def"
#undef READER
    NULL,
};

enum { READERS = sizeof eco_readers / sizeof *eco_readers - 1 };

const struct eco_reader *eco_reader_find(const char *name)
{
    for (int i = 0; i < READERS; i++)
        if (eco_str_equal(eco_readers[i]->name, name))
            return eco_readers[i];
    return NULL;
}

static const struct eco_reader *by_suffix(const char *path)
{
    for (int i = 0; i < READERS; i++)
        for (const char *const *suffix = eco_readers[i]->suffixes; *suffix; suffix++)
            if (eco_str_ends(path, *suffix))
                return eco_readers[i];
    return NULL;
}

static const struct eco_reader *by_content(const char *data, size_t length)
{
    for (int i = 0; i < READERS; i++)
        if (eco_readers[i]->matches(data, length))
            return eco_readers[i];
    return NULL;
}

static void add_known(struct eco_str *text)
{
    eco_str_add(text, READERS > 1 ? "the formats known are " : "the format known is ");
    for (int i = 0; i < READERS; i++)
        eco_str_printf(text, "%s%s", i ? ", " : "", eco_readers[i]->name);
}

static int unknown_name(const char *format, struct eco_problems *problems)
{
    const char *names[READERS];
    for (int i = 0; i < READERS; i++)
        names[i] = eco_readers[i]->name;
    int nearest = eco_nearest(format, names, READERS);
    struct eco_str text = {0};
    if (nearest >= 0)
        eco_str_printf(&text, "did you mean \"%s\"? ", names[nearest]);
    add_known(&text);
    eco_problems_error(problems, "no input format \"%s\": %s", format, eco_str_text(&text));
    eco_str_finish(&text);
    return ECO_EUSAGE;
}

static int unknown_content(size_t length, struct eco_problems *problems)
{
    struct eco_str text = {0};
    add_known(&text);
    eco_problems_error(problems, "%s; %s",
                       length == 0 ? "the file is empty" : "neither name nor content tells the format",
                       eco_str_text(&text));
    eco_str_finish(&text);
    return ECO_EINPUT;
}

int eco_read_file(const char *path, const char *format, struct eco_ecosystem **ret_eco, struct eco_problems *problems)
{
    problems->file = eco_file_label(path);
    const struct eco_reader *reader = format ? eco_reader_find(format) : by_suffix(path);
    if (format && !reader)
        return unknown_name(format, problems);
    char *data;
    size_t length;
    int code = eco_file_read(path, &data, &length, problems);
    if (code)
        return code;
    if (!reader)
        reader = by_content(data, length);
    struct eco_ecosystem *eco = NULL;
    code = reader ? reader->read(data, length, &eco, problems) : unknown_content(length, problems);
    if (code == ECO_OK) {
        eco_sha256(data, length, eco->digest);
        *ret_eco = eco;
    }
    free(data);
    return code;
}
