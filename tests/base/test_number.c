#include "base/number.h"

#include <float.h>
#include <locale.h>
#include <math.h>

#include "base/random.h"
#include "support.h"

static const struct {
    double value;
    const char *text;
} printed[] = {
    {0, "0"},
    {-0.0, "0"},
    {1, "1"},
    {-1, "-1"},
    {0.1, "0.1"},
    {0.1 + 0.2, "0.3"},
    {1.0 / 3, "0.333333333333"},
    {2.0 / 3, "0.666666666667"},
    {100000, "100000"},
    {944000000, "944000000"},
    {123456789012, "123456789012"},
    {1e12, "1e12"},
    {1234567890123, "1.23456789012e12"},
    {0.0001, "0.0001"},
    {1e-7, "1e-7"},
    {-2.5e-100, "-2.5e-100"},
    {1e100, "1e100"},
    {-1.0 / 7e10, "-1.42857142857e-11"},
    {DBL_MAX, "1.79769313486e308"},
    {5e-324, "4.94065645841e-324"},
};

START_TEST(test_print)
{
    char buffer[ECO_NUMBER_SIZE];
    ck_assert_ptr_eq(eco_number_print(buffer, printed[_i].value), buffer);
    ck_assert_str_eq(buffer, printed[_i].text);
}
END_TEST

/* Doubles of all sizes and signs. */
static double any_double(struct eco_random *random)
{
    double mantissa = eco_random_uniform(random) * 2 - 1;
    return ldexp(mantissa, (int)eco_random_below(random, 600) - 300);
}

START_TEST(test_what_is_printed_reads_back)
{
    struct eco_random random;
    eco_random_init(&random, 1, 0);
    for (int i = 0; i < 100000; i++) {
        char first[ECO_NUMBER_SIZE], again[ECO_NUMBER_SIZE];
        double value = any_double(&random), back = NAN;
        ck_assert(eco_number_read(eco_number_print(first, value), &back));
        ck_assert(eco_number_near(value, back, 1e-11));
        ck_assert_str_eq(eco_number_print(again, back), first);
        ck_assert_double_eq(eco_number_round(value), back);
        ck_assert_double_eq(eco_number_round(back), back);
    }
}
END_TEST

/* No form with fewer digits reads as the same number. */
START_TEST(test_the_form_is_the_shortest)
{
    struct eco_random random;
    eco_random_init(&random, 2, 0);
    for (int i = 0; i < 20000; i++) {
        char text[ECO_NUMBER_SIZE], other[64];
        double value = eco_number_round(any_double(&random));
        eco_number_print(text, value);
        size_t digits = 0;
        for (const char *c = text; *c && *c != 'e'; c++)
            digits += *c >= '0' && *c <= '9' && (digits || *c != '0');
        if (strchr(text, '.') && digits > 1) {
            snprintf(other, sizeof other, "%.*e", (int)digits - 2, value);
            ck_assert_msg(strtod(other, NULL) != value, "%s could be %s", text, other);
        }
        ck_assert_ptr_null(strstr(text, "e+"));
        ck_assert_ptr_null(strstr(text, "e0"));
        ck_assert_ptr_null(strstr(text, "e-0"));
    }
}
END_TEST

static const struct {
    double value;
    const char *text;
} exact[] = {
    {-0.0, "0"},
    {0.1, "0.1"},
    {0.1 + 0.2, "0.30000000000000004"},
    {1.0 / 3, "0.3333333333333333"},
    {5e-324, "5e-324"},
    {DBL_MIN, "2.2250738585072014e-308"},
    {DBL_MAX, "1.7976931348623157e308"},
    {944000000, "944000000"},
    {1234567890123456789.0, "1.2345678901234568e18"},
    {9007199254740993.0, "9007199254740992"},
    {-1e22, "-1e22"},
};

START_TEST(test_print_exact)
{
    char buffer[ECO_NUMBER_SIZE];
    ck_assert_ptr_eq(eco_number_print_exact(buffer, exact[_i].value), buffer);
    ck_assert_str_eq(buffer, exact[_i].text);
}
END_TEST

/* Every double comes back, from no more digits than are needed. */
START_TEST(test_exact_reads_back)
{
    struct eco_random random;
    eco_random_init(&random, 2, 0);
    for (int i = 0; i < 100000; i++) {
        char text[ECO_NUMBER_SIZE], shorter[ECO_NUMBER_SIZE];
        double value = ldexp(eco_random_uniform(&random), (int)eco_random_below(&random, 2090) - 1070), back = NAN;
        if (i % 2)
            value = eco_number_round(value); /* one with few digits */
        ck_assert(eco_number_read(eco_number_print_exact(text, value), &back));
        ck_assert_double_eq(back, value);
        int digits = 0;
        for (const char *c = text; *c && *c != 'e'; c++)
            digits += *c >= '0' && *c <= '9' && (digits || *c != '0');
        if (digits < 2 || (!strchr(text, 'e') && !strchr(text, '.')))
            continue; /* zeros at the end of a whole number are no digits to spare */
        snprintf(shorter, sizeof shorter, "%.*e", digits - 2, value);
        ck_assert(eco_number_read(shorter, &back));
        ck_assert_msg(back != value, "%s has a digit to spare", text);
    }
}
END_TEST

/* Data go through files unchanged, in no more digits than that takes. */
START_TEST(test_exact_numbers)
{
    static const struct {
        double value;
        const char *text;
    } known[] = {{0, "0"},
                 {-0.0, "0"},
                 {0.1, "0.1"},
                 {0.1 + 0.2, "0.30000000000000004"},
                 {1.0 / 3, "0.3333333333333333"},
                 {1234567890123, "1234567890123"},
                 {1e22, "1e22"},
                 {5e-324, "5e-324"},
                 {DBL_MAX, "1.7976931348623157e308"}};
    char buffer[ECO_NUMBER_SIZE];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_str_eq(eco_number_print_exact(buffer, known[i].value), known[i].text);
    struct eco_random random;
    eco_random_init(&random, 8, 0);
    for (int i = 0; i < 50000; i++) {
        double value = any_double(&random), back = NAN;
        ck_assert(eco_number_read(eco_number_print_exact(buffer, value), &back));
        ck_assert_double_eq(back, value);
    }
}
END_TEST

START_TEST(test_round_leaves_what_has_no_digits)
{
    ck_assert_double_infinite(eco_number_round(INFINITY));
    ck_assert_double_nan(eco_number_round(NAN));
    ck_assert_double_eq(eco_number_round(0.1 + 0.2), 0.3);
    ck_assert_double_eq(eco_number_round(1 - 1e-14), 1);
}
END_TEST

START_TEST(test_read)
{
    static const struct {
        const char *text;
        double value;
    } good[] = {{"0", 0}, {"-0.4", -0.4}, {"5e9", 5e9}, {"5E-3", 0.005}, {"+1", 1}, {".5", 0.5}, {"1e-400", 0}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double value = NAN;
        ck_assert_msg(eco_number_read(good[i].text, &value), "%s", good[i].text);
        ck_assert_double_eq(value, good[i].value);
    }
    static const char *const bad[] = {"",    " 1",  "1 ",  "1,5", "0x10", "inf", "nan", "1e",
                                      "--1", "1-2", "1.2.3", "e5",  "-",    ".",   "1e999", "1_000"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double value = 7;
        ck_assert_msg(!eco_number_read(bad[i], &value), "%s", bad[i]);
        ck_assert_double_eq(value, 7);
    }
}
END_TEST

START_TEST(test_read_integers)
{
    long value = 7;
    ck_assert(eco_integer_read("2025", &value));
    ck_assert_int_eq(value, 2025);
    ck_assert(eco_integer_read("-3", &value));
    ck_assert_int_eq(value, -3);
    static const char *const bad[] = {"", "-", " 1", "1 ", "1.0", "1e3", "+1", "0x1", "99999999999999999999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!eco_integer_read(bad[i], &value), "%s", bad[i]);
    ck_assert_int_eq(value, -3);
}
END_TEST

/* A host may have set a locale; a comma must neither be written nor read. */
START_TEST(test_a_locale_changes_nothing)
{
    static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8"};
    bool set = false;
    for (size_t i = 0; i < sizeof names / sizeof *names && !set; i++)
        set = setlocale(LC_NUMERIC, names[i]) != NULL;
    char buffer[ECO_NUMBER_SIZE];
    double value = 0;
    ck_assert_str_eq(eco_number_print(buffer, 0.5), "0.5");
    ck_assert_str_eq(eco_number_print(buffer, -1.5e-20), "-1.5e-20");
    ck_assert_str_eq(eco_number_print_exact(buffer, 0.1 + 0.2), "0.30000000000000004");
    ck_assert(eco_number_read("0.25", &value));
    ck_assert_double_eq(value, 0.25);
    ck_assert(!eco_number_read("0,25", &value));
}
END_TEST

START_TEST(test_near)
{
    ck_assert(eco_number_near(1, 1 + 1e-10, 1e-9));
    ck_assert(!eco_number_near(1, 1 + 1e-8, 1e-9));
    ck_assert(eco_number_near(1e20, 1e20 + 1e10, 1e-9));
    ck_assert(eco_number_near(0, 0, 1e-9));
    ck_assert(!eco_number_near(0, 1e-300, 1e-9));
    ck_assert(!eco_number_near(1, -1, 1e-9));
}
END_TEST

START_TEST(test_rank)
{
    const double values[] = {3, 1, NAN, 3 + 1e-12, 2, -5};
    double ranks[6];
    eco_rank(values, 6, ranks);
    ck_assert_double_eq(ranks[0], 1.5);
    ck_assert_double_eq(ranks[3], 1.5);
    ck_assert_double_eq(ranks[4], 3);
    ck_assert_double_eq(ranks[1], 4);
    ck_assert_double_eq(ranks[5], 5);
    ck_assert_double_nan(ranks[2]);
    const double equal[] = {0, 0, 0};
    eco_rank(equal, 3, ranks);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq(ranks[i], 2);
    const double unknown[] = {NAN};
    eco_rank(unknown, 1, ranks);
    ck_assert_double_nan(ranks[0]);
    eco_rank(NULL, 0, NULL);
}
END_TEST

/* Ranks of all that is known add up to 1 + 2 + ... + n, however many are equal. */
START_TEST(test_ranks_add_up)
{
    struct eco_random random;
    eco_random_init(&random, 3, 0);
    double values[200], ranks[200];
    for (int round = 0; round < 100; round++) {
        int known = 0;
        for (int i = 0; i < 200; i++) {
            bool missing = eco_random_below(&random, 5) == 0;
            values[i] = missing ? NAN : (double)eco_random_below(&random, 20);
            known += !missing;
        }
        eco_rank(values, 200, ranks);
        double sum = 0;
        for (int i = 0; i < 200; i++)
            sum += isnan(ranks[i]) ? 0 : ranks[i];
        ck_assert_double_eq(sum, known * (known + 1) / 2.0);
    }
}
END_TEST

START_TEST(test_percentile)
{
    const double values[] = {1, 2, 3, 4};
    ck_assert_double_eq(eco_percentile(values, 4, 0), 1);
    ck_assert_double_eq(eco_percentile(values, 4, 100), 4);
    ck_assert_double_eq(eco_percentile(values, 4, 50), 2.5);
    ck_assert_double_eq_tol(eco_percentile(values, 4, 5), 1.15, 1e-12);
    ck_assert_double_eq_tol(eco_percentile(values, 4, 95), 3.85, 1e-12);
    ck_assert_double_eq(eco_percentile(values, 1, 37), 1);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/number");
    TCase *tests = tcase_create("numbers");
    tcase_add_loop_test(tests, test_print, 0, sizeof printed / sizeof *printed);
    tcase_add_test(tests, test_what_is_printed_reads_back);
    tcase_add_loop_test(tests, test_print_exact, 0, sizeof exact / sizeof *exact);
    tcase_add_test(tests, test_exact_reads_back);
    tcase_add_test(tests, test_the_form_is_the_shortest);
    tcase_add_test(tests, test_exact_numbers);
    tcase_add_test(tests, test_round_leaves_what_has_no_digits);
    tcase_add_test(tests, test_read);
    tcase_add_test(tests, test_read_integers);
    tcase_add_test(tests, test_a_locale_changes_nothing);
    tcase_add_test(tests, test_near);
    tcase_add_test(tests, test_rank);
    tcase_add_test(tests, test_ranks_add_up);
    tcase_add_test(tests, test_percentile);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
