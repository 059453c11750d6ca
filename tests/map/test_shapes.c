#include "map/shapes.h"

#include "base/str.h"
#include "support.h"

#define NODE "<g id=\"n0\" class=\"node\"><ellipse fill=\"none\" cx=\"1.26\" cy=\"-2\" rx=\"3.5\" ry=\"3.5\"/></g>"
#define EDGE "<g id=\"t0\" class=\"edge\"><path d=\"M1,2.04C3,4 5,6 -0.01,8\"/><polygon points=\"1,2 3,4 5.55,6\"/></g>"

static int read_shapes(const char *svg, int circles, int strokes, struct eco_map_shapes *shapes)
{
    struct eco_problems problems = {0};
    int code = eco_map_shapes_read(svg, circles, strokes, shapes, &problems);
    ck_assert_uint_eq(problems.errors, code == ECO_OK ? 0 : 1);
    eco_problems_finish(&problems);
    return code;
}

START_TEST(circles_and_strokes_are_read)
{
    struct eco_map_shapes shapes;
    ck_assert_int_eq(read_shapes("<svg>" EDGE NODE "</svg>", 1, 1, &shapes), ECO_OK);
    ck_assert_double_eq_tol(shapes.circles[0].x, 1.26, 1e-9);
    ck_assert_double_eq_tol(shapes.circles[0].y, -2, 1e-9);
    ck_assert_double_eq_tol(shapes.circles[0].radius, 3.5, 1e-9);
    ck_assert_str_eq(shapes.strokes[0].path, "M1,2C3,4 5,6 0,8");
    ck_assert_str_eq(shapes.strokes[0].arrow, "1,2 3,4 5.6,6");
    eco_map_shapes_finish(&shapes);
}
END_TEST

START_TEST(what_is_missing_or_strange_is_an_error)
{
    static const char *const bad[] = {
        "",
        "<svg>" NODE "</svg>",
        "<svg>" EDGE "</svg>",
        "<g id=\"n0\"><ellipse cx=\"nan\" cy=\"1\" rx=\"1\"/></g>" EDGE,
        "<g id=\"n0\"><ellipse cx=\"1\" cy=\"1\"/></g>" EDGE,
        NODE "<g id=\"t0\"><path d=\"M1,2L3,4\"/><polygon points=\"1,2\"/></g>",
        NODE "<g id=\"t0\"><path d=\"M1,2 javascript\"/><polygon points=\"1,2\"/></g>",
        NODE "<g id=\"t0\"><path d=\"M1,2\"/></g>",
        NODE "<g id=\"t0\"><path d=\"M1,2\"/><polygon points=\"1,2\"/>",
    };
    struct eco_map_shapes shapes;
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++)
        ck_assert_msg(read_shapes(bad[k], 1, 1, &shapes) == ECO_ELIMIT, "%s", bad[k]);
}
END_TEST

START_TEST(numbers_have_one_decimal)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0, "0"}, {-0.04, "0"}, {12, "12"}, {-3.25, "-3.3"}, {0.05, "0.1"}, {1234.5678, "1234.6"}, {-7, "-7"}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct eco_str out = {0};
        eco_map_add_number(&out, cases[k].value);
        ck_assert_str_eq(eco_str_text(&out), cases[k].text);
        eco_str_finish(&out);
    }
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/shapes");
    TCase *c = tcase_create("shapes");
    tcase_add_test(c, circles_and_strokes_are_read);
    tcase_add_test(c, what_is_missing_or_strange_is_an_error);
    tcase_add_test(c, numbers_have_one_decimal);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
