/* A firm and two partners, worked by hand.
 *
 * f gives a 2 components and b 1 software that it uses; a gives f 1 service and works with b.
 * a: s = 3, m = 2/3, i = 1/3; b: s = 1, m = 0, d = 1/2, i = 1. */
#ifndef ECO_TESTS_THREE_H
#define ECO_TESTS_THREE_H

#include "metric/figures.h"

#define THREE "*f>a:2 supply components, a>f:1 service, f>b:1 use software, a>b:1 integration"

/* d of a: its resources stand 2 : 1. */
ECO_TEST_HELPER double three_depth(void)
{
    double resources = pow(1.5, 2.0 / 3) * pow(3, 1.0 / 3);
    return resources / (1 + resources);
}

ECO_TEST_HELPER double three_bond(void)
{
    return cbrt(2.0 / 3 * three_depth() / 3);
}

ECO_TEST_HELPER double three_breadth(void)
{
    return -0.25 * log2(0.25) - 0.75 * log2(0.75);
}

#endif
