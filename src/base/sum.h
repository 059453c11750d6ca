/* A sum that keeps what rounding would lose, so that a small difference of large sums is still right. */
#ifndef ECO_BASE_SUM_H
#define ECO_BASE_SUM_H

#ifdef __cplusplus
extern "C" {
#endif

/* Knuth's two-sum carried along; about twice the digits of a double. Zero-initialised is 0. */
struct eco_sum {
    double high, low;
};

static inline void eco_sum_add(struct eco_sum *sum, double x)
{
    double total = sum->high + x, part = total - sum->high;
    sum->low += (sum->high - (total - part)) + (x - part);
    sum->high = total;
}

static inline double eco_sum_value(const struct eco_sum *sum)
{
    return sum->high + sum->low;
}

#ifdef __cplusplus
}
#endif
#endif
