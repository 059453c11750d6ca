#include "map/render.h"

#include <math.h>

#include "map/shapes.h"
#include "pictures.h"

START_TEST(graphviz_draws_what_it_is_given)
{
    struct eco_test_picture p = eco_test_random_picture(40, 5, 3, 2);
    struct eco_map_layout layout;
    struct eco_map_shapes shapes;
    struct eco_problems problems = {0};
    struct eco_str svg = {0}, again = {0};
    int count;
    eco_layout_radial(&p.picture, 80, &layout);
    struct eco_map_curve *curves = eco_map_curves(&p.picture, &layout, &count);
    ck_assert_int_eq(eco_map_render(&layout, curves, count, &svg, &problems), ECO_OK);
    ck_assert_int_eq(eco_map_render(&layout, curves, count, &again, &problems), ECO_OK);
    ck_assert_str_eq(eco_str_text(&svg), eco_str_text(&again));
    ck_assert_int_eq(eco_map_shapes_read(eco_str_text(&svg), layout.count, count, &shapes, &problems), ECO_OK);
    for (int i = 0; i < layout.count; i++) { /* Graphviz makes diameters whole points */
        ck_assert_double_eq_tol(shapes.circles[i].x, layout.places[i].x, 0.02);
        ck_assert_double_eq_tol(shapes.circles[i].y, layout.places[i].y, 0.02);
        ck_assert_double_eq_tol(shapes.circles[i].radius, layout.places[i].radius, 0.51);
    }
    for (int i = 0; i < count; i++) {
        double x, y;
        ck_assert_int_eq(sscanf(shapes.strokes[i].path, "M%lf,%lfC", &x, &y), 2);
        ck_assert_double_eq_tol(x, curves[i].x[0], 0.1);
        ck_assert_double_eq_tol(y, curves[i].y[0], 0.1);
    }
    eco_map_shapes_finish(&shapes);
    free(curves);
    eco_str_finish(&svg);
    eco_str_finish(&again);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(no_text_from_outside_reaches_graphviz)
{
    struct eco_test_picture p = eco_test_random_picture(6, 2, 1, 2);
    struct eco_map_layout layout;
    struct eco_problems problems = {0};
    struct eco_str svg = {0};
    int count;
    for (int i = 0; i < p.picture.nodes_count; i++)
        p.picture.nodes[i].label = p.picture.nodes[i].sector = "needle";
    eco_layout_radial(&p.picture, 80, &layout);
    struct eco_map_curve *curves = eco_map_curves(&p.picture, &layout, &count);
    ck_assert_int_eq(eco_map_render(&layout, curves, count, &svg, &problems), ECO_OK);
    ck_assert_ptr_null(strstr(eco_str_text(&svg), "needle"));
    free(curves);
    eco_str_finish(&svg);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(nothing_to_draw)
{
    struct eco_map_layout layout = {0};
    struct eco_problems problems = {0};
    struct eco_str svg = {0};
    ck_assert_int_eq(eco_map_render(&layout, NULL, 0, &svg, &problems), ECO_OK);
    ck_assert_ptr_nonnull(strstr(eco_str_text(&svg), "</svg>"));
    eco_str_finish(&svg);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/render");
    TCase *c = tcase_create("render");
    tcase_add_test(c, graphviz_draws_what_it_is_given);
    tcase_add_test(c, no_text_from_outside_reaches_graphviz);
    tcase_add_test(c, nothing_to_draw);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
