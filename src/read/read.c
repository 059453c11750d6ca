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

const struct eco_reader *eco_reader_expected(const char *path, const char *format)
{
    return format ? eco_reader_find(format) : by_suffix(path);
}

static int read_one(const struct eco_reader *reader, const struct eco_input *input, struct eco_ecosystem **ret_eco,
                    struct eco_problems *problems)
{
    int code = reader->read(input->data, input->length, ret_eco, problems);
    if (code == ECO_OK)
        eco_sha256(input->data, input->length, (*ret_eco)->digest);
    return code;
}

static int read_two(const struct eco_reader *reader, const struct eco_input *input, const char *entities,
                    struct eco_ecosystem **ret_eco, struct eco_problems *problems)
{
    if (!reader->read_both) {
        eco_problems_error(problems, "a table of entities goes with a table of relations, and %s is %s", input->label, reader->name);
        return ECO_EUSAGE;
    }
    char *data;
    size_t length;
    int code = eco_file_read(entities, &data, &length, problems);
    if (code)
        return code;
    struct eco_input second = {eco_file_label(entities), data, length};
    code = reader->read_both(input, &second, ret_eco, problems);
    if (code == ECO_OK) {
        struct eco_str all = {0};
        eco_str_add_bytes(&all, input->data, input->length);
        eco_str_add_bytes(&all, data, length);
        eco_sha256(all.data, all.length, (*ret_eco)->digest);
        eco_str_finish(&all);
    }
    free(data);
    return code;
}

int eco_read_files(const char *path, const char *entities, const char *format, struct eco_ecosystem **ret_eco,
                   struct eco_problems *problems)
{
    problems->file = eco_file_label(path);
    const struct eco_reader *reader = eco_reader_expected(path, format);
    if (format && !reader)
        return unknown_name(format, problems);
    char *data;
    size_t length;
    int code = eco_file_read(path, &data, &length, problems);
    if (code)
        return code;
    if (!reader)
        reader = by_content(data, length);
    struct eco_input input = {problems->file, data, length};
    struct eco_ecosystem *eco = NULL;
    if (!reader)
        code = unknown_content(length, problems);
    else if (entities)
        code = read_two(reader, &input, entities, &eco, problems);
    else
        code = read_one(reader, &input, &eco, problems);
    if (code == ECO_OK)
        *ret_eco = eco;
    free(data);
    return code;
}

int eco_read_file(const char *path, const char *format, struct eco_ecosystem **ret_eco, struct eco_problems *problems)
{
    return eco_read_files(path, /*entities=*/NULL, format, ret_eco, problems);
}
