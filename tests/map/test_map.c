#include "map/map.h"

#include "pictures.h"

static const struct eco_map_options options = {80, ECO_MAP_LIGHT};

START_TEST(dot_names_every_group_and_tie)
{
    struct eco_test_picture p = eco_test_random_picture(12, 3, 2, 1);
    struct eco_str dot = {0};
    struct eco_problems problems = {0};
    int nodes = 0, edges = 0;
    p.picture.nodes[3].label = "a\"b\\N";
    ck_assert_int_eq(eco_map_write_dot(&p.picture, &options, &dot, &problems), ECO_OK);
    for (const char *s = eco_str_text(&dot); (s = strstr(s, "xlabel=")); s++)
        nodes++;
    for (const char *s = eco_str_text(&dot); (s = strstr(s, " -> ")); s++)
        edges++;
    ck_assert_int_eq(nodes, 12);
    ck_assert_int_eq(edges, p.picture.ties_count);
    ck_assert_ptr_nonnull(strstr(eco_str_text(&dot), "xlabel=\"a\\\"b\\\\N\""));
    ck_assert(strncmp(eco_str_text(&dot), "digraph ecosystem {", 19) == 0);
    eco_str_finish(&dot);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(the_same_bytes_twice)
{
    struct eco_test_picture p = eco_test_random_picture(50, 6, 3, 4);
    struct eco_str first = {0}, second = {0};
    struct eco_problems problems = {0};
    ck_assert_int_eq(eco_map_write_svg(&p.picture, &options, &first, &problems), ECO_OK);
    ck_assert_int_eq(eco_map_write_svg(&p.picture, &options, &second, &problems), ECO_OK);
    ck_assert_str_eq(eco_str_text(&first), eco_str_text(&second));
    eco_str_finish(&first);
    eco_str_finish(&second);
    eco_test_picture_finish(&p);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/map");
    TCase *c = tcase_create("map");
    tcase_add_test(c, dot_names_every_group_and_tie);
    tcase_add_test(c, the_same_bytes_twice);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
