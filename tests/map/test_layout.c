/* The layout is judged by what can be seen: nothing overlaps, everybody stands in the own sector and on the page. */
#include "map/layout.h"

#include <math.h>

#include "pictures.h"
#include "read/read.h"
#include "report/map.h"

static void check_box_on_page(const struct eco_map_layout *layout, const struct eco_map_box *box)
{
    ck_assert(box->left >= 0 && box->right <= layout->width && box->top >= 0 && box->bottom <= layout->height);
}

static double distance(const struct eco_map_layout *layout, const struct eco_map_box *box)
{
    double dx = fmax(0, fmax(box->left - layout->x, layout->x - box->right));
    double dy = fmax(0, fmax(box->top - layout->y, layout->y - box->bottom));
    return hypot(dx, dy);
}

static void check_place(const struct eco_map_layout *layout, int number)
{
    const struct eco_map_place *p = &layout->places[number];
    check_box_on_page(layout, &p->box);
    ck_assert(p->box.left <= p->x - p->radius + 1e-9 && p->box.right >= p->x + p->radius - 1e-9);
    ck_assert(p->box.left <= p->text.left + 1e-9 && p->box.bottom >= p->text.bottom - 1e-9);
    ck_assert(p->text.right - p->text.left >= p->label.width * ECO_MAP_LABEL_SIZE - 1e-9);
    if (number == 0)
        return;
    ck_assert_msg(eco_map_box_in_sector(layout, &layout->sectors[p->sector], &p->box, 0), "place %d is out of its sector", number);
    ck_assert(distance(layout, &p->box) > layout->places[0].radius);
    /* The label does not cover its own circle. */
    struct eco_map_box circle = {p->x - p->radius, p->y - p->radius, p->x + p->radius, p->y + p->radius};
    ck_assert(p->label.count == 0 || !eco_map_boxes_meet(&circle, &p->text, 0));
    for (int q = 1; q < number; q++)
        ck_assert_msg(!eco_map_boxes_meet(&p->box, &layout->places[q].box, 0), "places %d and %d overlap", number, q);
}

static void check_titles(const struct eco_map_layout *layout)
{
    for (int s = 0; s < layout->sectors_count; s++) {
        if (layout->sectors[s].count == 0)
            continue;
        const struct eco_map_box *title = &layout->sectors[s].title_box;
        check_box_on_page(layout, title);
        for (int i = 0; i < layout->count; i++)
            ck_assert_msg(!eco_map_boxes_meet(title, &layout->places[i].box, 0), "title %d lies on place %d", s, i);
        for (int t = 0; t < s; t++)
            ck_assert(layout->sectors[t].count == 0 || !eco_map_boxes_meet(title, &layout->sectors[t].title_box, 0));
    }
}

static void check_layout(const struct eco_map_layout *layout, const struct eco_picture *picture)
{
    int members = 1, folded = 0;
    for (int i = 0; i < layout->count; i++)
        check_place(layout, i);
    check_titles(layout);
    for (int s = 0; s < layout->sectors_count; s++) {
        members += layout->sectors[s].count;
        folded += layout->sectors[s].folded_count;
    }
    ck_assert_int_eq(members, layout->count);
    ck_assert_int_eq(folded, layout->folded);
    ck_assert_int_eq(members + folded, picture->nodes_count);
    ck_assert_int_le(layout->sectors_count, ECO_MAP_SECTORS + 1);
    ck_assert(12.5 * 1600 / layout->width >= 9); /* the smallest text, on a screen 1600 wide */
    ck_assert_int_eq(layout->places[0].node, picture->focal);
}

static void check_random(int nodes, int sectors, int words, uint64_t seed, int least)
{
    struct eco_test_picture p = eco_test_random_picture(nodes, sectors, words, seed);
    struct eco_map_layout layout;
    eco_layout_radial(&p.picture, 80, &layout);
    check_layout(&layout, &p.picture);
    ck_assert_msg(layout.count >= least, "only %d of %d drawn", layout.count, nodes);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}

START_TEST(twenty_groups_stand_clear)
{
    check_random(20, 1 + _i % 9, 4, (uint64_t)_i, 20);
}
END_TEST

START_TEST(sixty_groups_stand_clear)
{
    check_random(60, 1 + _i % 12, 6, (uint64_t)_i, 60);
}
END_TEST

START_TEST(eighty_groups_with_long_names_stand_clear)
{
    check_random(80, 3 + _i % 9, 12, (uint64_t)_i, 60);
}
END_TEST

START_TEST(few_groups_stand_clear)
{
    check_random(1 + _i % 5, _i % 4, 3, (uint64_t)_i, 1 + _i % 5);
}
END_TEST

START_TEST(the_rest_is_folded)
{
    struct eco_test_picture p = eco_test_random_picture(200, 12, 3, 9);
    struct eco_map_layout layout;
    eco_layout_radial(&p.picture, 50, &layout);
    check_layout(&layout, &p.picture);
    ck_assert_int_eq(layout.count, 50);
    ck_assert_int_eq(layout.folded, 150);
    double smallest = INFINITY, largest = 0;
    for (int i = 1; i < 200; i++)
        if (layout.place_of_node[i] < 0)
            largest = fmax(largest, p.picture.nodes[i].size);
        else
            smallest = fmin(smallest, p.picture.nodes[i].size);
    ck_assert(largest <= smallest);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(nobody_there_is_a_page)
{
    struct eco_test_picture p = eco_test_random_picture(0, 0, 1, 1);
    struct eco_map_layout layout;
    eco_layout_radial(&p.picture, 80, &layout);
    ck_assert_int_eq(layout.count, 0);
    ck_assert(layout.width > 0 && layout.height > 0);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(smaller_sectors_become_other)
{
    struct eco_test_picture p = eco_test_random_picture(80, 12, 2, 4);
    struct eco_map_layout layout;
    eco_layout_radial(&p.picture, 80, &layout);
    int others = 0;
    for (int s = 0; s < layout.sectors_count; s++)
        others += strcmp(layout.sectors[s].name, "Other") == 0;
    ck_assert_int_eq(layout.sectors_count, ECO_MAP_SECTORS + 1);
    ck_assert_int_eq(others, 1);
    eco_layout_finish(&layout);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(the_same_twice)
{
    struct eco_test_picture p = eco_test_random_picture(60, 7, 4, 11);
    struct eco_map_layout a, b;
    eco_layout_radial(&p.picture, 80, &a);
    eco_layout_radial(&p.picture, 80, &b);
    ck_assert_double_eq(a.width, b.width);
    ck_assert_int_eq(a.count, b.count);
    for (int i = 0; i < a.count; i++)
        ck_assert(a.places[i].node == b.places[i].node && a.places[i].x == b.places[i].x && a.places[i].y == b.places[i].y);
    eco_layout_finish(&a);
    eco_layout_finish(&b);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(lines_and_boxes)
{
    struct eco_map_box box = {10, 10, 20, 20};
    ck_assert(eco_map_line_meets(0, 0, 30, 30, &box));
    ck_assert(eco_map_line_meets(15, 15, 16, 16, &box));
    ck_assert(!eco_map_line_meets(0, 0, 9, 9, &box));
    ck_assert(!eco_map_line_meets(0, 25, 30, 25, &box));
    ck_assert(eco_map_line_meets(15, 0, 15, 30, &box));
    ck_assert(!eco_map_line_meets(0, 15, 30, 50, &box));
}
END_TEST

START_TEST(xiaomi_is_drawn_whole)
{
    struct eco_ecosystem *eco;
    struct eco_study *study;
    struct eco_study_picture made;
    struct eco_problems problems = {0};
    struct eco_request request = ECO_REQUEST_DEFAULTS;
    struct eco_map_layout layout;
    request.level = ECO_LEVEL_GROUP;
    ck_assert_int_eq(eco_read_file(eco_test_source("data/xiaomi.json"), NULL, &eco, &problems), ECO_OK);
    ck_assert_int_eq(eco_study_open(eco, &request, &study, &problems), ECO_OK);
    ck_assert_int_eq(eco_study_picture_make(study, "strength", &made, &problems), ECO_OK);
    eco_layout_radial(&made.picture, 80, &layout);
    check_layout(&layout, &made.picture);
    ck_assert_int_ge(layout.count, 60);
    ck_assert_str_eq(made.picture.nodes[layout.places[0].node].label, "Xiaomi");
    eco_layout_finish(&layout);
    eco_study_picture_finish(&made);
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    eco_problems_finish(&problems);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/layout");
    TCase *c = tcase_create("layout");
    tcase_add_loop_test(c, few_groups_stand_clear, 0, 20);
    tcase_add_loop_test(c, twenty_groups_stand_clear, 0, 18);
    tcase_add_loop_test(c, sixty_groups_stand_clear, 0, 12);
    tcase_add_loop_test(c, eighty_groups_with_long_names_stand_clear, 0, 9);
    tcase_add_test(c, the_rest_is_folded);
    tcase_add_test(c, nobody_there_is_a_page);
    tcase_add_test(c, smaller_sectors_become_other);
    tcase_add_test(c, the_same_twice);
    tcase_add_test(c, lines_and_boxes);
    tcase_add_test(c, xiaomi_is_drawn_whole);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
