#include "base/random.h"

static uint64_t splitmix(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

void eco_random_init(struct eco_random *random, uint64_t seed, uint64_t stream)
{
    uint64_t state = seed;
    state = splitmix(&state) ^ (stream * 0xd1342543de82ef95u);
    for (int i = 0; i < 4; i++)
        random->state[i] = splitmix(&state);
}

static uint64_t rotate(uint64_t x, int k)
{
    return x << k | x >> (64 - k);
}

uint64_t eco_random_next(struct eco_random *random)
{
    uint64_t *s = random->state;
    uint64_t result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

double eco_random_uniform(struct eco_random *random)
{
    return (double)(eco_random_next(random) >> 11) * 0x1p-53;
}

uint64_t eco_random_below(struct eco_random *random, uint64_t bound)
{
    uint64_t unfair = -bound % bound; /* 2^64 mod bound: draws below it are thrown again */
    uint64_t draw;
    do
        draw = eco_random_next(random);
    while (draw < unfair);
    return draw % bound;
}
