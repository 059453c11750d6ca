#include "write/write.h"

#include <string.h>

#define DOC_FORMAT(row) extern const struct eco_doc_format eco_doc_format_##row;
#include "write/doc_formats.def"
#undef DOC_FORMAT

const struct eco_doc_format *const eco_doc_formats[] = {
#define DOC_FORMAT(row) &eco_doc_format_##row,
#include "write/doc_formats.def"
#undef DOC_FORMAT
    NULL};

const struct eco_doc_format *eco_doc_format_find(const char *name)
{
    for (int i = 0; eco_doc_formats[i]; i++)
        if (strcmp(eco_doc_formats[i]->name, name) == 0)
            return eco_doc_formats[i];
    return NULL;
}
