#include "map/contain.h"

#include <signal.h>

#include "support.h"

static const struct eco_limits limits = {2, (size_t)512 * 1024 * 1024};

static int greet(const void *input, struct eco_str *out)
{
    eco_str_printf(out, "hello %s", (const char *)input);
    return 0;
}

static int write_much(const void *input, struct eco_str *out)
{
    (void)input;
    for (int i = 0; i < 200000; i++)
        eco_str_add(out, "0123456789");
    return 0;
}

static int give_up(const void *input, struct eco_str *out)
{
    (void)input;
    eco_str_add(out, "half");
    return 1;
}

static int crash(const void *input, struct eco_str *out)
{
    (void)input;
    (void)out;
    raise(SIGSEGV);
    return 0;
}

static int hang(const void *input, struct eco_str *out)
{
    (void)input;
    (void)out;
    while (pause() != 0)
        ;
    return 0;
}

static int eat(const void *input, struct eco_str *out)
{
    (void)input;
    while (out->length < (size_t)8 << 30)
        eco_str_repeat(out, "0123456789abcdef", 1 << 20);
    return 0;
}

static void check_fails(int (*work)(const void *, struct eco_str *), const char *word)
{
    struct eco_str out = {0};
    struct eco_problems problems = {0};
    eco_str_add(&out, "before");
    ck_assert_int_eq(eco_contain(work, NULL, limits, "the work", &out, &problems), ECO_ELIMIT);
    ck_assert_str_eq(eco_str_text(&out), "before");
    ck_assert_uint_eq(problems.errors, 1);
    ck_assert_ptr_nonnull(strstr(problems.items[0].text, "the work"));
    ck_assert_ptr_nonnull(strstr(problems.items[0].text, word));
    eco_problems_finish(&problems);
    eco_str_finish(&out);
}

START_TEST(what_the_child_writes_arrives)
{
    struct eco_str out = {0};
    struct eco_problems problems = {0};
    eco_str_add(&out, "> ");
    ck_assert_int_eq(eco_contain(greet, "you", limits, "greeting", &out, &problems), ECO_OK);
    ck_assert_str_eq(eco_str_text(&out), "> hello you");
    ck_assert_int_eq(eco_contain(write_much, NULL, limits, "writing", &out, &problems), ECO_OK);
    ck_assert_uint_eq(out.length, 11 + 2000000);
    ck_assert_uint_eq(problems.errors, 0);
    eco_str_finish(&out);
}
END_TEST

START_TEST(a_child_that_goes_wrong_is_an_error)
{
    check_fails(give_up, "failed");
    check_fails(crash, "");
}
END_TEST

START_TEST(a_child_that_hangs_is_ended)
{
    check_fails(hang, "longer than 2 seconds");
}
END_TEST

#if !defined(__SANITIZE_ADDRESS__)
START_TEST(a_child_that_eats_memory_is_ended)
{
    check_fails(eat, "");
}
END_TEST
#endif

static Suite *suite(void)
{
    Suite *s = suite_create("map/contain");
    TCase *c = tcase_create("contain");
    tcase_add_test(c, what_the_child_writes_arrives);
    tcase_add_test(c, a_child_that_goes_wrong_is_an_error);
    tcase_add_test(c, a_child_that_hangs_is_ended);
#if !defined(__SANITIZE_ADDRESS__)
    tcase_add_test(c, a_child_that_eats_memory_is_ended);
#else
    (void)eat;
#endif
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
