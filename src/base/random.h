/* Random numbers of our own, so that a seed gives the same draws with every version of every library. */
#ifndef ECO_BASE_RANDOM_H
#define ECO_BASE_RANDOM_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* xoshiro256** (Blackman & Vigna 2018), seeded by splitmix64. */
struct eco_random {
    uint64_t state[4];
};

/* `stream` separates independent uses of one seed (a consumer, a sample, a worker's item). */
void eco_random_init(struct eco_random *random, uint64_t seed, uint64_t stream);
uint64_t eco_random_next(struct eco_random *random);
double eco_random_uniform(struct eco_random *random);                /* [0,1), 53 bits */
uint64_t eco_random_below(struct eco_random *random, uint64_t bound); /* [0,bound), unbiased; bound >= 1 */

#ifdef __cplusplus
}
#endif
#endif
