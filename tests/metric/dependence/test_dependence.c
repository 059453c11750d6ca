#include "metric/figures.h"

/* Dependences in order: f on a; a on f, on b; c on a. */
static const char four[] = "*f>a:2 supply components+brand, b>a:1 supply components, a>f:1 service, a>c:3 use software";

START_TEST(by_hand)
{
    ECO_EXPECT(four, dependence, 1, 2.0 / 3, 1.0 / 3, 1);
    ECO_EXPECT(four, mutual_dependence, 5.0 / 3, 5.0 / 3, 1.0 / 3, 1);
    ECO_EXPECT(four, power_imbalance, 1.0 / 3, -1.0 / 3, 1.0 / 3, 1);
}
END_TEST

START_TEST(groups_and_classes)
{
    /* Parts count as their group, rivalry is no flow, loops are dropped. */
    ECO_EXPECT("f, p@f, f>p:9, f>a:1, p>a:1, b>a:2, c>a:5 competition, a>a:7", dependence, 0.5, 0.5);
}
END_TEST

START_TEST(nobody)
{
    ECO_EXPECT_NONE(dependence);
    eco_test_expect(ECO_TEST_NO_TIES, ECO_LEVEL_ENTITY, &eco_metric_dependence, NULL, 0, 0);
}
END_TEST

ECO_TEST_PROGRAM("dependence", by_hand, groups_and_classes, nobody)
