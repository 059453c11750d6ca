#include "base/random.h"

#include <inttypes.h>

#include "support.h"

/* What the authors' xoshiro256** gives from the state 1, 2, 3, 4. */
START_TEST(test_the_generator_is_the_published_one)
{
    static const uint64_t known[] = {11520u,
                                     0u,
                                     1509978240u,
                                     1215971899390074240u,
                                     1216172134540287360u,
                                     607988272756665600u,
                                     16172922978634559625u,
                                     8476171486693032832u,
                                     10595114339597558777u,
                                     2904607092377533576u};
    struct eco_random random = {{1, 2, 3, 4}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_uint_eq(eco_random_next(&random), known[i]);
}
END_TEST

/* Seeds give the same draws for ever: every published sample depends on it. */
START_TEST(test_seeds_stay_what_they_are)
{
    static const struct {
        uint64_t seed, stream, draws[3];
    } known[] = {
        {1, 0, {0xee127fe613436e33u, 0xd6dad8d34a1874eau, 0x2a52c16cec1116a9u}},
        {1, 1, {0x550e4e55a37114ccu, 0xa645791d18940fddu, 0xebededf9628ebf4cu}},
        {2, 0, {0xf028fb61c02c0fe6u, 0x2b3126c538091517u, 0xcd9e9d836c2b3732u}},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct eco_random random;
        eco_random_init(&random, known[i].seed, known[i].stream);
        for (int k = 0; k < 3; k++)
            ck_assert_uint_eq(eco_random_next(&random), known[i].draws[k]);
    }
}
END_TEST

START_TEST(test_streams_differ)
{
    enum { STREAMS = 2000 };
    static uint64_t first[STREAMS];
    for (int i = 0; i < STREAMS; i++) {
        struct eco_random random;
        eco_random_init(&random, 0, (uint64_t)i);
        first[i] = eco_random_next(&random);
        for (int k = 0; k < i; k++)
            ck_assert_uint_ne(first[i], first[k]);
    }
}
END_TEST

START_TEST(test_uniform)
{
    struct eco_random random;
    eco_random_init(&random, 7, 0);
    double sum = 0, squares = 0;
    enum { DRAWS = 200000 };
    for (int i = 0; i < DRAWS; i++) {
        double draw = eco_random_uniform(&random);
        ck_assert_double_ge(draw, 0);
        ck_assert_double_lt(draw, 1);
        sum += draw;
        squares += draw * draw;
    }
    /* Six standard errors. */
    ck_assert_double_eq_tol(sum / DRAWS, 0.5, 6 * 0.2887 / 447);
    ck_assert_double_eq_tol(squares / DRAWS, 1.0 / 3, 6 * 0.2981 / 447);
}
END_TEST

static const uint64_t bounds[] = {1, 2, 3, 7, 10, 64, 100};

/* Chi-square against equal chances; the limit is far beyond what a fair generator reaches. */
START_TEST(test_below_is_even)
{
    uint64_t bound = bounds[_i];
    enum { DRAWS = 100000 };
    double counts[100] = {0}, chi = 0, expected = DRAWS / (double)bound;
    struct eco_random random;
    eco_random_init(&random, 11, bound);
    for (int i = 0; i < DRAWS; i++) {
        uint64_t draw = eco_random_below(&random, bound);
        ck_assert_uint_lt(draw, bound);
        counts[draw]++;
    }
    for (uint64_t k = 0; k < bound; k++)
        chi += (counts[k] - expected) * (counts[k] - expected) / expected;
    ck_assert_double_lt(chi, (double)bound + 50);
}
END_TEST

/* With a bound of three quarters of 2^64 a plain remainder would fall below a third of it in half of all draws. */
START_TEST(test_below_is_even_for_large_bounds)
{
    struct eco_random random;
    eco_random_init(&random, 5, 0);
    uint64_t bound = UINT64_C(3) << 62;
    int low = 0;
    for (int i = 0; i < 30000; i++)
        low += eco_random_below(&random, bound) < bound / 3;
    ck_assert_int_gt(low, 9500);
    ck_assert_int_lt(low, 10500);
    for (int i = 0; i < 1000; i++)
        ck_assert_uint_lt(eco_random_below(&random, UINT64_MAX), UINT64_MAX);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/random");
    TCase *tests = tcase_create("random");
    tcase_add_test(tests, test_the_generator_is_the_published_one);
    tcase_add_test(tests, test_seeds_stay_what_they_are);
    tcase_add_test(tests, test_streams_differ);
    tcase_add_test(tests, test_uniform);
    tcase_add_loop_test(tests, test_below_is_even, 0, sizeof bounds / sizeof *bounds);
    tcase_add_test(tests, test_below_is_even_for_large_bounds);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
