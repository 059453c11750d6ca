#include "metric/figures.h"

START_TEST(by_hand)
{
    /* u uses m (weight 1 of the largest use) and p (1/2), which work together: each factor 1 - w (3/2)/4. What it uses of
     * q, a stranger to f, is outside the bundle. */
    static const char text[] = "*f, m@f, p@f, m>u:0.8 use software, p>u:0.4 use data, m>p:1 integration, q>u:0.8 use x, w>f";
    ECO_EXPECT(text, bundle_size, 2);
    ECO_EXPECT(text, bundle_lock_in, 1 - 0.625 * 0.8125);
}
END_TEST

START_TEST(nobody)
{
    eco_test_expect("f>u:1 use software", ECO_LEVEL_ENTITY, &eco_metric_bundle_size, NULL, 0, 0); /* no focal firm */
    eco_test_expect("*f>u:1 supply", ECO_LEVEL_ENTITY, &eco_metric_bundle_size, NULL, 0, 0);      /* nothing is used */
    ECO_EXPECT("*f, q>u:1 use software", bundle_size, 0); /* uses something, but nothing of f's or a partner's */
    ECO_EXPECT("*f, q>u:1 use software", bundle_lock_in, 0);
}
END_TEST

ECO_TEST_PROGRAM("bundle figures", by_hand, nobody)
