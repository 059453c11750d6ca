#include "write/layout.h"

#include "base/random.h"
#include "support.h"

/* A text of 30 columns, then figures of 4 below titles of 8, then a text of 20. */
static void set_columns(struct eco_layout_column columns[4])
{
    columns[0] = (struct eco_layout_column){.rank = 0, .text = true, .natural = 30, .easy = 20, .least = 12};
    columns[1] = (struct eco_layout_column){.rank = 0, .natural = 8, .easy = 4, .least = 4};
    columns[2] = (struct eco_layout_column){.rank = 2, .natural = 8, .easy = 4, .least = 4};
    columns[3] = (struct eco_layout_column){.rank = 1, .text = true, .natural = 20, .easy = 12, .least = 12};
}

static const struct {
    int screen, taken, widths[4];
} fitted[] = {
    {200, 72, {30, 8, 8, 20}}, /* nothing grows beyond what it has */
    {72, 72, {30, 8, 8, 20}},
    {71, 68, {30, 8, 4, 20}}, /* titles are wrapped first, the last ones before */
    {64, 64, {30, 4, 4, 20}},
    {62, 62, {28, 4, 4, 20}}, /* then texts are cut, the longest first */
    {46, 46, {20, 4, 4, 12}},
    {45, 45, {20, 4, 0, 17}}, /* then columns are left out by rank */
    {40, 40, {20, 4, 0, 12}},
    {39, 36, {30, 4, 0, 0}},
    {26, 26, {20, 4, 0, 0}},
    {25, 25, {19, 4, 0, 0}}, /* names are cut short only now */
    {18, 18, {12, 4, 0, 0}},
    {17, 17, {17, 0, 0, 0}}, /* and the first column stays to the end */
    {5, 5, {5, 0, 0, 0}},
};

START_TEST(test_widths)
{
    struct eco_layout_column columns[4];
    set_columns(columns);
    int taken = eco_layout_fit(columns, 4, fitted[_i].screen);
    for (int k = 0; k < 4; k++)
        ck_assert_msg(columns[k].width == fitted[_i].widths[k], "screen %d, column %d: %d instead of %d",
                      fitted[_i].screen, k, columns[k].width, fitted[_i].widths[k]);
    ck_assert_int_eq(taken, fitted[_i].taken);
}
END_TEST

START_TEST(test_equal_ranks_go_from_the_right)
{
    struct eco_layout_column columns[3] = {{.rank = 1, .natural = 5, .easy = 5, .least = 5},
                                           {.rank = 1, .natural = 5, .easy = 5, .least = 5},
                                           {.rank = 1, .natural = 5, .easy = 5, .least = 5}};
    ck_assert_int_eq(eco_layout_fit(columns, 3, 12), 12);
    ck_assert_int_eq(columns[0].width, 5);
    ck_assert_int_eq(columns[1].width, 5);
    ck_assert_int_eq(columns[2].width, 0);
}
END_TEST

START_TEST(test_a_lone_figure_is_not_cut)
{
    struct eco_layout_column column = {.natural = 30, .easy = 30, .least = 30};
    ck_assert_int_eq(eco_layout_fit(&column, 1, 20), 30);
    ck_assert_int_eq(column.width, 30);
}
END_TEST

START_TEST(test_no_columns)
{
    ck_assert_int_eq(eco_layout_fit(NULL, 0, 80), 0);
}
END_TEST

START_TEST(test_columns_without_contents_have_a_width)
{
    struct eco_layout_column columns[2] = {{.text = true}, {.rank = 1}};
    ck_assert_int_eq(eco_layout_fit(columns, 2, 80), 4);
}
END_TEST

START_TEST(test_whatever_the_columns_they_fit)
{
    struct eco_random random;
    eco_random_init(&random, 6, 0);
    for (int round = 0; round < 5000; round++) {
        struct eco_layout_column columns[12];
        int count = 1 + (int)eco_random_below(&random, 12), screen = 20 + (int)eco_random_below(&random, 150);
        for (int k = 0; k < count; k++) {
            int least = 1 + (int)eco_random_below(&random, 20), easy = least + (int)eco_random_below(&random, 10);
            columns[k] = (struct eco_layout_column){.rank = (int)eco_random_below(&random, 4),
                                                    .text = eco_random_below(&random, 2),
                                                    .natural = easy + (int)eco_random_below(&random, 60),
                                                    .easy = easy, .least = least};
        }
        int taken = eco_layout_fit(columns, count, screen), shown = 0;
        ck_assert_int_le(taken, screen);
        for (int k = 0; k < count; k++) {
            if (!columns[k].width)
                continue;
            shown++;
            taken -= columns[k].width;
            ck_assert_int_ge(columns[k].width, columns[k].least);
            ck_assert_int_le(columns[k].width, columns[k].natural);
        }
        ck_assert_int_ge(shown, 1);
        ck_assert_int_eq(taken, (shown - 1) * ECO_LAYOUT_GAP);
    }
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("write/layout");
    TCase *tests = tcase_create("layout");
    tcase_add_loop_test(tests, test_widths, 0, sizeof fitted / sizeof *fitted);
    tcase_add_test(tests, test_equal_ranks_go_from_the_right);
    tcase_add_test(tests, test_a_lone_figure_is_not_cut);
    tcase_add_test(tests, test_no_columns);
    tcase_add_test(tests, test_columns_without_contents_have_a_width);
    tcase_add_test(tests, test_whatever_the_columns_they_fit);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
