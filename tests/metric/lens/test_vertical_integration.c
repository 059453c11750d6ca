#include "metric/figures.h"

/* Of the groups (in order), of the focal firm, and what is left. */
static void expect(const char *text, const double *groups, int count, double focal)
{
    eco_test_expect(text, ECO_LEVEL_ENTITY, &eco_metric_group_vertical_integration, groups, count, 1e-14);
    ECO_EXPECT(text, focal_vertical_integration, focal);
    ECO_EXPECT(text, openness, 1 - focal);
}
#define EXPECT(text, focal, ...) \
    expect(text, (const double[]){__VA_ARGS__}, (int)(sizeof(double[]){__VA_ARGS__} / sizeof(double)), focal)

START_TEST(by_hand)
{
    EXPECT("*f, p@f, p>f:3, x>f:1, f>x:5", 0.75, 0.75, NAN);
    /* Relations with oneself count, those of other classes do not, nor what is given to others. */
    EXPECT("*f, p@f, f>f:1, p>f:1, x>p:2, x>f:5 competition, p>f:9 governance, p>x:7", 0.5, 0.5, NAN);
    /* Parts of parts belong to the same group. */
    EXPECT("*f, p@f, q@p, q>p:1, x>q:3, y@x, x>y:1, f>y:1", 0.25, 0.25, 0.5);
    /* The focal firm named is a part. */
    EXPECT("f, *p@f, p>f:3, x>f:1", 0.75, 0.75, NAN);
}
END_TEST

START_TEST(undefined)
{
    expect(ECO_TEST_EMPTY, NULL, 0, NAN);
    EXPECT("*a", NAN, NAN);
    EXPECT("*f, x>f", NAN, NAN, NAN);               /* no part */
    EXPECT("*f>f, x>f", NAN, NAN, NAN);             /* a relation with oneself is no part */
    EXPECT("*f, p@f, x>f", NAN, NAN, NAN);          /* nothing inside */
    EXPECT("*f, p@f, p>f, f>x", NAN, NAN, NAN);     /* nothing from outside */
    EXPECT("f, p@f, p>f:3, x>f:1", NAN, 0.75, NAN); /* no focal firm */
}
END_TEST

ECO_TEST_PROGRAM("vertical integration", by_hand, undefined)
