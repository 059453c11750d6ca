#include "read/check.h"

#include "build.h"
#include "support.h"

static size_t repeats(struct eco_ecosystem *eco, struct eco_clash *ret_first)
{
    struct eco_clash *clashes;
    size_t count = eco_check_repeats(eco, &clashes);
    if (count)
        *ret_first = clashes[0];
    free(clashes);
    return count;
}

START_TEST(alike_relations_clash_where_their_years_overlap)
{
    struct eco_ecosystem *eco = eco_test_network("a>b supply brand+data, b>a supply, a>b supply data+brand, a>b supply brand");
    struct eco_clash clash = {-1, -1};
    ck_assert_uint_eq(repeats(eco, &clash), 1);
    ck_assert_int_eq(clash.relation, 2);
    ck_assert_int_eq(clash.other, 0);
    eco->relations[0].until = 2010;
    eco->relations[2].since = 2010;
    ck_assert_uint_eq(repeats(eco, &clash), 1);
    eco->relations[2].since = 2011;
    ck_assert_uint_eq(repeats(eco, &clash), 0);
    eco->relations[2].since = 2000;
    eco->relations[2].kind = -1; /* one with an error is held against none */
    ck_assert_uint_eq(repeats(eco, &clash), 0);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(a_long_one_clashes_with_all_within)
{
    struct eco_ecosystem *eco = eco_test_network("a>b, a>b, a>b");
    eco->relations[1].since = eco->relations[1].until = 2001;
    eco->relations[2].since = eco->relations[2].until = 2003;
    struct eco_clash *clashes;
    ck_assert_uint_eq(eco_check_repeats(eco, &clashes), 2);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(clashes[i].relation, i + 1);
        ck_assert_int_eq(clashes[i].other, 0);
    }
    free(clashes);
    eco_ecosystem_destroy(eco);
}
END_TEST

START_TEST(cycles_are_found_once_each)
{
    struct eco_ecosystem *eco = eco_test_network("in, a, b, c, d, e, f, lone, whole, part@whole");
    for (int i = 0; i < 7; i++)
        eco->entities[i].part_of = i + 1 < 7 ? i + 1 : 1; /* "in" leads into the cycle of a to f */
    eco->entities[7].part_of = 7;
    int *firsts;
    ck_assert_uint_eq(eco_check_cycles(eco, &firsts), 2);
    ck_assert_int_eq(firsts[0], 1);
    ck_assert_int_eq(firsts[1], 7);
    char *way = eco_check_cycle_text(eco, 1);
    ck_assert_str_eq(way, "\"a\" -> \"b\" -> \"c\" -> \"d\" -> (2 more) -> \"a\"");
    free(way);
    way = eco_check_cycle_text(eco, 7);
    ck_assert_str_eq(way, "\"lone\" -> \"lone\"");
    free(way);
    free(firsts);
    eco_ecosystem_destroy(eco);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("read/check");
    TCase *tests = tcase_create("rules");
    tcase_add_test(tests, alike_relations_clash_where_their_years_overlap);
    tcase_add_test(tests, a_long_one_clashes_with_all_within);
    tcase_add_test(tests, cycles_are_found_once_each);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
