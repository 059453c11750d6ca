/* What the tests of answers share: a study of a network written as text (see build.h), and an answer as people read it. */
#ifndef ECO_TESTS_REPORT_ANSWERS_H
#define ECO_TESTS_REPORT_ANSWERS_H

#include "build.h"
#include "report/study.h"
#include "support.h"
#include "write/write.h"

ECO_TEST_HELPER struct eco_study *eco_test_study(const struct eco_ecosystem *eco)
{
    struct eco_request request = ECO_REQUEST_DEFAULTS;
    struct eco_problems problems = {0};
    struct eco_study *study;
    ck_assert_int_eq(eco_study_open(eco, &request, &study, &problems), ECO_OK);
    return study;
}

/* The answer in one of the formats; free it with free(). Line ends and runs of spaces become one space. */
ECO_TEST_HELPER char *eco_test_written(const struct eco_doc *doc, const char *format)
{
    struct eco_write_options options = {.width = 100};
    struct eco_problems problems = {0};
    struct eco_str out = {0};
    ck_assert_int_eq(eco_doc_format_find(format)->write(doc, &options, &out, &problems), ECO_OK);
    size_t used = 0;
    for (size_t i = 0; i < out.length; i++) {
        char c = out.data[i] == '\n' ? ' ' : out.data[i];
        if (c != ' ' || used == 0 || out.data[used - 1] != ' ')
            out.data[used++] = c;
    }
    out.data[used] = '\0';
    return out.data;
}

#define ECO_TEST_SAYS(text, what) ck_assert_msg(strstr(text, what), "\"%s\" is not in: %s", what, text)
#define ECO_TEST_SILENT(text, what) ck_assert_msg(!strstr(text, what), "\"%s\" is in: %s", what, text)

#endif
