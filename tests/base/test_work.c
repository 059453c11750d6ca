#include "base/work.h"

#include <signal.h>
#include <stdlib.h>

#include "support.h"

static int square(void *context, void *own, int item, void *ret_result, struct eco_problems *problems)
{
    (void)problems;
    ck_assert_ptr_eq(own, context);
    *(long *)ret_result = (long)item * item + *(int *)context;
    return ECO_OK;
}

static void *begin(void *context)
{
    return context;
}

START_TEST(every_item_in_its_place_for_any_number_of_workers)
{
    int base = 7;
    for (int threads = 0; threads <= 9; threads += 3) {
        long results[100] = {0};
        struct eco_problems problems = {0};
        struct eco_work work = {.items = 100, .threads = threads, .result_size = sizeof *results, .begin = begin, .run = square,
                                .context = &base};
        ck_assert_int_eq(eco_work_run(&work, results, &problems), ECO_OK);
        for (long k = 0; k < 100; k++)
            ck_assert_int_eq(results[k], k * k + 7);
    }
}
END_TEST

START_TEST(nothing_to_do)
{
    struct eco_problems problems = {0};
    struct eco_work work = {.items = 0, .result_size = 8, .run = square};
    ck_assert_int_eq(eco_work_run(&work, NULL, &problems), ECO_OK);
}
END_TEST

static int fail_at_ten(void *context, void *own, int item, void *ret_result, struct eco_problems *problems)
{
    (void)context;
    (void)own;
    *(char *)ret_result = 1;
    if (item != 10)
        return ECO_OK;
    eco_problems_error(problems, "item ten is bad");
    return ECO_EINPUT;
}

START_TEST(a_failed_item_is_told)
{
    for (int threads = 1; threads <= 3; threads++) {
        char results[40];
        struct eco_problems problems = {0};
        struct eco_work work = {.items = 40, .threads = threads, .result_size = 1, .run = fail_at_ten};
        ck_assert_int_eq(eco_work_run(&work, results, &problems), ECO_EINPUT);
        ck_assert_str_eq(problems.items[0].text, "item ten is bad");
        eco_problems_finish(&problems);
    }
}
END_TEST

/* Every worker but the first, which is this process, dies at its first item. */
static int crash_in_child(void *context, void *own, int item, void *ret_result, struct eco_problems *problems)
{
    (void)own;
    (void)problems;
    (void)item;
    *(char *)ret_result = 1;
    if (getpid() != *(pid_t *)context)
        raise(SIGKILL);
    usleep(20000);
    return ECO_OK;
}

START_TEST(a_crashed_worker_is_told)
{
    char results[20];
    pid_t self = getpid();
    struct eco_problems problems = {0};
    struct eco_work work = {.items = 20, .threads = 2, .result_size = 1, .run = crash_in_child, .context = &self};
    ck_assert_int_eq(eco_work_run(&work, results, &problems), ECO_ELIMIT);
    ck_assert_uint_eq(problems.errors, 1);
    eco_problems_finish(&problems);
}
END_TEST

static void count_calls(void *context, long done, long all)
{
    ck_assert_int_ge(all, done);
    ++*(int *)context;
}

START_TEST(progress_is_told)
{
    int base = 0, calls = 0;
    long results[10];
    struct eco_problems problems = {0};
    struct eco_progress progress = {count_calls, &calls};
    struct eco_work work = {.items = 10, .threads = 1, .result_size = sizeof *results, .begin = begin, .run = square,
                            .context = &base, .progress = &progress};
    ck_assert_int_eq(eco_work_run(&work, results, &problems), ECO_OK);
    ck_assert_int_eq(calls, 10);
    ck_assert_int_ge(eco_work_processors(), 1);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("base/work");
    TCase *c = tcase_create("work");
    tcase_add_test(c, every_item_in_its_place_for_any_number_of_workers);
    tcase_add_test(c, nothing_to_do);
    tcase_add_test(c, a_failed_item_is_told);
    tcase_add_test(c, a_crashed_worker_is_told);
    tcase_add_test(c, progress_is_told);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
