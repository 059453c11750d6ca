#include "read/period.h"

#include "support.h"

static void check(const char *text, int first_year, int first_month, int last_year, int last_month)
{
    struct eco_period period = {0, 0};
    ck_assert_msg(eco_period_read(text, &period) == ECO_PERIOD_OK, "%s is refused", text);
    ck_assert_int_eq(period.first, first_year * 12 + first_month - 1);
    ck_assert_int_eq(period.last, last_year * 12 + last_month - 1);
}

START_TEST(spans)
{
    check("2025", 2025, 1, 2025, 12);
    check("0000", 0, 1, 0, 12);
    check("2025-Q1", 2025, 1, 2025, 3);
    check("2025-Q4", 2025, 10, 2025, 12);
    check("2025-01", 2025, 1, 2025, 1);
    check("2025-12", 2025, 12, 2025, 12);
    check("2024/2025", 2024, 1, 2025, 12);
    check("2024-Q4/2025-02", 2024, 10, 2025, 2);
    check("2025/2025-Q1", 2025, 1, 2025, 3);
    check("2025-03/2025-Q1", 2025, 3, 2025, 3);
}
END_TEST

START_TEST(none_is_any_time)
{
    struct eco_period period = {0, 0};
    ck_assert_int_eq(eco_period_read(NULL, &period), ECO_PERIOD_OK);
    ck_assert_int_eq(period.first, INT_MIN);
    ck_assert_int_eq(period.last, INT_MAX);
}
END_TEST

START_TEST(other_forms_are_refused)
{
    static const char *const texts[] = {"",         "202",        "20255",      "2025-",          "2025-Q",  "2025-Q0",
                                        "2025-Q5",  "2025-q1",    "2025-1",     "2025-00",        "2025-13", "2025-1a",
                                        "2025-Q11", "2025-01-01", "-2025",      "2025 ",          " 2025",   "/",
                                        "2025/",    "/2025",      "2025//2026", "2025/2026/2027", "2O25",    "2025:Q1"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct eco_period period = {7, 8};
        ck_assert_msg(eco_period_read(texts[i], &period) == ECO_PERIOD_FORM, "\"%s\" is accepted", texts[i]);
        ck_assert_int_eq(period.first, 7);
    }
}
END_TEST

START_TEST(an_end_before_the_beginning_is_refused)
{
    struct eco_period period = {7, 8};
    ck_assert_int_eq(eco_period_read("2025/2024", &period), ECO_PERIOD_ORDER);
    ck_assert_int_eq(eco_period_read("2025-Q2/2025-03", &period), ECO_PERIOD_ORDER);
    ck_assert_int_eq(period.last, 8);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("read/period");
    TCase *tcase = tcase_create("periods");
    tcase_add_test(tcase, spans);
    tcase_add_test(tcase, none_is_any_time);
    tcase_add_test(tcase, other_forms_are_refused);
    tcase_add_test(tcase, an_end_before_the_beginning_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}

ECO_TEST_MAIN(suite)
