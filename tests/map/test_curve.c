#include "map/curve.h"

#include <math.h>

#include "pictures.h"

START_TEST(curves_run_from_rim_to_rim)
{
    struct eco_test_picture p = eco_test_random_picture(30, 4, 3, (uint64_t)_i);
    struct eco_map_layout layout;
    int count;
    eco_layout_radial(&p.picture, 80, &layout);
    struct eco_map_curve *curves = eco_map_curves(&p.picture, &layout, &count);
    ck_assert_int_eq(count, p.picture.ties_count);
    for (int i = 0; i < count; i++) {
        const struct eco_map_place *from = &layout.places[curves[i].from], *to = &layout.places[curves[i].to];
        ck_assert_int_eq(from->node, p.picture.ties[curves[i].tie].from);
        ck_assert_int_eq(to->node, p.picture.ties[curves[i].tie].to);
        ck_assert_double_eq_tol(hypot(curves[i].x[0] - from->x, curves[i].y[0] - from->y), from->radius, 1);
        ck_assert_double_eq_tol(hypot(curves[i].tip_x - to->x, curves[i].tip_y - to->y), to->radius, 2);
        ck_assert(curves[i].width >= ECO_MAP_LINE_MIN && curves[i].width <= ECO_MAP_LINE_MAX + 1e-9);
    }
    free(curves);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(ties_of_two_groups_run_apart)
{
    struct eco_test_picture p = eco_test_random_picture(3, 1, 1, 1);
    struct eco_map_layout layout;
    int count;
    p.picture.ties_count = 0;
    eco_test_add_tie(&p, 0, 1, 0, 1);
    eco_test_add_tie(&p, 0, 1, 1, 1);
    eco_test_add_tie(&p, 1, 0, 2, 1);
    eco_layout_radial(&p.picture, 80, &layout);
    struct eco_map_curve *curves = eco_map_curves(&p.picture, &layout, &count);
    ck_assert_int_eq(count, 3);
    for (int i = 0; i < count; i++)
        for (int j = 0; j < i; j++) {
            double xi = (curves[i].x[1] + curves[i].x[2]) / 2, yi = (curves[i].y[1] + curves[i].y[2]) / 2;
            double xj = (curves[j].x[1] + curves[j].x[2]) / 2, yj = (curves[j].y[1] + curves[j].y[2]) / 2;
            ck_assert_msg(hypot(xi - xj, yi - yj) > 5, "curves %d and %d lie on each other", i, j);
        }
    free(curves);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(ties_of_folded_groups_are_left_out)
{
    struct eco_test_picture p = eco_test_random_picture(40, 4, 2, 3);
    struct eco_map_layout layout;
    int count, wanted = 0;
    eco_layout_radial(&p.picture, 10, &layout);
    struct eco_map_curve *curves = eco_map_curves(&p.picture, &layout, &count);
    for (int t = 0; t < p.picture.ties_count; t++)
        wanted += layout.place_of_node[p.picture.ties[t].from] >= 0 && layout.place_of_node[p.picture.ties[t].to] >= 0;
    ck_assert_int_eq(count, wanted);
    ck_assert_int_lt(count, p.picture.ties_count);
    free(curves);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(width_follows_weight)
{
    ck_assert_double_eq_tol(eco_map_line_width(2, 2), ECO_MAP_LINE_MAX, 1e-9);
    ck_assert(eco_map_line_width(1, 2) < eco_map_line_width(1.5, 2));
    ck_assert_double_eq(eco_map_largest_weight(NULL, NULL, 0), 0);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/curve");
    TCase *c = tcase_create("curve");
    tcase_add_loop_test(c, curves_run_from_rim_to_rim, 0, 5);
    tcase_add_test(c, ties_of_two_groups_run_apart);
    tcase_add_test(c, ties_of_folded_groups_are_left_out);
    tcase_add_test(c, width_follows_weight);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
