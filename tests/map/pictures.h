/* Pictures for the tests of the map. */
#ifndef ECO_TESTS_PICTURES_H
#define ECO_TESTS_PICTURES_H

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "map/picture.h"
#include "support.h"

enum { ECO_TEST_KINDS = 5 };

struct eco_test_picture {
    struct eco_picture picture;
    struct eco_arena arena;
};

static const char *const eco_test_words[] = {"Energy", "Home",  "Battery",     "Electronics", "Manufacturing", "Cloud",
                                             "小米",   "通信设备", "Partnerships", "of",          "Ltd.",          "&"};

/* `words` words; one name in five has no space at all. */
ECO_TEST_HELPER const char *eco_test_name(struct eco_arena *arena, struct eco_random *random, int words)
{
    const char *name = "";
    bool spaces = eco_random_below(random, 5) > 0;
    for (int k = 0; k < words; k++)
        name = eco_arena_format(arena, "%s%s%s", name, k && spaces ? " " : "",
                                eco_test_words[eco_random_below(random, sizeof eco_test_words / sizeof *eco_test_words)]);
    return name;
}

ECO_TEST_HELPER struct eco_words eco_test_hover(struct eco_arena *arena, const char *first, const char *second)
{
    struct eco_words words = {eco_arena_alloc(arena, 2, sizeof(char *)), 2};
    words.items[0] = first;
    words.items[1] = second;
    return words;
}

ECO_TEST_HELPER void eco_test_add_tie(struct eco_test_picture *p, int from, int to, int kind, double weight)
{
    p->picture.ties[p->picture.ties_count++] = (struct eco_picture_tie){
        .from = from, .to = to, .kind = kind, .weight = weight, .inferred = p->picture.ties_count % 7 == 3,
        .hover = eco_test_hover(&p->arena, "a tie", "Source: a text")};
}

/* Node 0 is the focal one; most others are tied to it, some twice, some to each other. `sectors` 0: none has one. */
ECO_TEST_HELPER struct eco_test_picture eco_test_random_picture(int nodes, int sectors, int words, uint64_t seed)
{
    static const enum eco_relation_class classes[ECO_TEST_KINDS] = {ECO_COOPERATIVE, ECO_COOPERATIVE, ECO_COOPERATIVE,
                                                                    ECO_COMPETITIVE, ECO_REGULATORY};
    static const char *const kinds[ECO_TEST_KINDS] = {"Supply", "Equity", "Data sharing", "Competition", "Regulation"};
    struct eco_test_picture p = {0};
    struct eco_random random;
    eco_random_init(&random, seed, 0);
    p.picture = (struct eco_picture){.title = "Test", .size_label = "strength", .size_meaning = "all of it", .focal = nodes ? 0 : -1,
                                     .nodes_count = nodes, .kinds_count = ECO_TEST_KINDS};
    p.picture.nodes = eco_arena_alloc(&p.arena, (size_t)nodes, sizeof *p.picture.nodes);
    p.picture.kinds = eco_arena_alloc(&p.arena, ECO_TEST_KINDS, sizeof *p.picture.kinds);
    p.picture.ties = eco_arena_alloc(&p.arena, (size_t)nodes * 4, sizeof *p.picture.ties);
    for (int k = 0; k < ECO_TEST_KINDS; k++)
        p.picture.kinds[k] = (struct eco_picture_kind){kinds[k], classes[k], k < 3 ? k : 0};
    for (int i = 0; i < nodes; i++) {
        const char *name = eco_test_name(&p.arena, &random, 1 + (int)eco_random_below(&random, (uint64_t)words));
        const char *sector = eco_arena_format(&p.arena, "Sector number %d", (int)eco_random_below(&random, sectors ? (uint64_t)sectors : 1));
        p.picture.nodes[i] = (struct eco_picture_node){name, sectors ? sector : NULL, 10 * eco_random_uniform(&random),
                                                       eco_test_hover(&p.arena, name, "strength: 1")};
    }
    for (int i = 1; i < nodes; i++) {
        int kind = (int)eco_random_below(&random, ECO_TEST_KINDS), other = (int)eco_random_below(&random, (uint64_t)nodes);
        if (i % 5)
            eco_test_add_tie(&p, i, 0, kind, 0.05 + eco_random_uniform(&random));
        if (i % 3 == 0)
            eco_test_add_tie(&p, 0, i, (kind + 1) % ECO_TEST_KINDS, 0.05 + eco_random_uniform(&random));
        if (other != i)
            eco_test_add_tie(&p, i, other, (kind + 2) % ECO_TEST_KINDS, 0.05 + eco_random_uniform(&random));
    }
    return p;
}

ECO_TEST_HELPER void eco_test_picture_finish(struct eco_test_picture *p)
{
    eco_arena_finish(&p->arena);
}

#endif
