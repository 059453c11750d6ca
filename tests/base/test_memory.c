#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>

#include "base/error.h"
#include "support.h"

START_TEST(test_memory_is_zeroed_and_never_null)
{
    unsigned char *bytes = eco_alloc(100, 10);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(bytes[i], 0);
    free(bytes);
    void *empty = eco_alloc(0, 8);
    ck_assert_ptr_nonnull(empty);
    empty = eco_realloc(empty, 0, 8);
    ck_assert_ptr_nonnull(empty);
    free(empty);
}
END_TEST

START_TEST(test_growing_keeps_what_is_there)
{
    int *items = NULL;
    size_t count = 0, capacity = 0;
    for (int i = 0; i < 1000; i++)
        *ECO_PUSH(items, count, capacity) = i;
    ck_assert_uint_eq(count, 1000);
    ck_assert_uint_ge(capacity, 1000);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(items[i], i);
    size_t before = capacity;
    items = eco_grow(items, &capacity, 5, sizeof *items);
    ck_assert_uint_eq(capacity, before);
    items = eco_grow(items, &capacity, 10 * before, sizeof *items);
    ck_assert_uint_eq(capacity, 10 * before);
    ck_assert_int_eq(items[999], 999);
    free(items);
}
END_TEST

START_TEST(test_an_arena_gives_aligned_zeroed_places)
{
    struct eco_arena arena = {0};
    char *last = NULL;
    for (int i = 1; i < 5000; i++) {
        char *place = eco_arena_alloc(&arena, (size_t)i % 97 + 1, 1);
        ck_assert_uint_eq((uintptr_t)place % alignof(max_align_t), 0);
        for (int k = 0; k < i % 97 + 1; k++)
            ck_assert_int_eq(place[k], 0);
        memset(place, 0xff, (size_t)i % 97 + 1);
        ck_assert_ptr_ne(place, last);
        last = place;
    }
    eco_arena_finish(&arena);
    ck_assert_ptr_null(arena.blocks);
    eco_arena_finish(&arena);
    eco_arena_finish(NULL);
}
END_TEST

START_TEST(test_an_arena_takes_what_is_larger_than_its_blocks)
{
    struct eco_arena arena = {0};
    char *small = eco_arena_strdup(&arena, "small");
    char *large = eco_arena_alloc(&arena, 1000, 1000);
    memset(large, 'x', 1000 * 1000);
    char *after = eco_arena_strdup(&arena, "after");
    ck_assert_str_eq(small, "small");
    ck_assert_str_eq(after, "after");
    ck_assert_int_eq(large[999999], 'x');
    eco_arena_finish(&arena);
}
END_TEST

START_TEST(test_an_arena_copies)
{
    struct eco_arena arena = {0};
    int numbers[] = {1, 2, 3};
    int *copy = eco_arena_memdup(&arena, numbers, 3, sizeof *numbers);
    numbers[1] = 9;
    ck_assert_int_eq(copy[1], 2);
    ck_assert_ptr_nonnull(eco_arena_memdup(&arena, NULL, 0, 8));
    ck_assert_ptr_null(eco_arena_strdup(&arena, NULL));
    ck_assert_str_eq(eco_arena_format(&arena, "%s-%d", "a", 7), "a-7");
    eco_arena_finish(&arena);
}
END_TEST

START_TEST(test_out_of_memory_ends_with_its_code)
{
    eco_alloc(SIZE_MAX, 2); /* does not return */
}
END_TEST

START_TEST(test_out_of_memory_in_an_arena)
{
    struct eco_arena arena = {0};
    eco_arena_alloc(&arena, SIZE_MAX, 1);
}
END_TEST

static void leave(size_t wanted)
{
    _exit(wanted == SIZE_MAX ? 42 : 1);
}

START_TEST(test_the_handler_can_be_replaced)
{
    eco_set_oom_handler(leave);
    eco_realloc(NULL, SIZE_MAX / 2, 3);
}
END_TEST

START_TEST(test_the_default_handler_comes_back)
{
    eco_set_oom_handler(leave);
    eco_set_oom_handler(NULL);
    eco_alloc(SIZE_MAX, 2);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/memory");
    TCase *tests = tcase_create("memory");
    tcase_add_test(tests, test_memory_is_zeroed_and_never_null);
    tcase_add_test(tests, test_growing_keeps_what_is_there);
    tcase_add_test(tests, test_an_arena_gives_aligned_zeroed_places);
    tcase_add_test(tests, test_an_arena_takes_what_is_larger_than_its_blocks);
    tcase_add_test(tests, test_an_arena_copies);
    tcase_add_exit_test(tests, test_out_of_memory_ends_with_its_code, ECO_ELIMIT);
    tcase_add_exit_test(tests, test_out_of_memory_in_an_arena, ECO_ELIMIT);
    tcase_add_exit_test(tests, test_the_handler_can_be_replaced, 42);
    tcase_add_exit_test(tests, test_the_default_handler_comes_back, ECO_ELIMIT);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
