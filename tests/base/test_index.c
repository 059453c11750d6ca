#include "base/index.h"

#include "support.h"

START_TEST(test_an_empty_index_knows_nothing)
{
    struct eco_index index = {0};
    ck_assert_int_eq(eco_index_find(&index, "xiaomi"), -1);
    eco_index_finish(&index);
    eco_index_finish(NULL);
}
END_TEST

START_TEST(test_the_first_value_stays)
{
    struct eco_index index = {0};
    ck_assert_int_eq(eco_index_add(&index, "xiaomi", 0), 0);
    ck_assert_int_eq(eco_index_add(&index, "huami", 1), 1);
    char twin[] = "xiaomi"; /* equal by its letters, not by its place */
    ck_assert_int_eq(eco_index_add(&index, twin, 2), 0);
    ck_assert_uint_eq(index.count, 2);
    ck_assert_int_eq(eco_index_find(&index, "xiaomi"), 0);
    ck_assert_int_eq(eco_index_find(&index, "huami"), 1);
    ck_assert_int_eq(eco_index_find(&index, "Huami"), -1);
    ck_assert_int_eq(eco_index_find(&index, ""), -1);
    ck_assert_int_eq(eco_index_add(&index, "", 9), 9);
    ck_assert_int_eq(eco_index_find(&index, ""), 9);
    eco_index_finish(&index);
    ck_assert_uint_eq(index.count, 0);
}
END_TEST

START_TEST(test_many_keys)
{
    enum { COUNT = 50000 };
    static char keys[COUNT][16];
    struct eco_index index = {0};
    for (int i = 0; i < COUNT; i++) {
        snprintf(keys[i], sizeof keys[i], "e%d", i);
        ck_assert_int_eq(eco_index_add(&index, keys[i], i), i);
    }
    ck_assert_uint_eq(index.count, COUNT);
    for (int i = 0; i < COUNT; i++)
        ck_assert_int_eq(eco_index_find(&index, keys[i]), i);
    ck_assert_int_eq(eco_index_find(&index, "e50000"), -1);
    eco_index_finish(&index);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/index");
    TCase *tests = tcase_create("index");
    tcase_add_test(tests, test_an_empty_index_knows_nothing);
    tcase_add_test(tests, test_the_first_value_stays);
    tcase_add_test(tests, test_many_keys);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
