/* Random ecosystem files with everything that the format knows: the same seed draws the same text. */
#ifndef ECO_TESTS_DRAW_H
#define ECO_TESTS_DRAW_H

#include <float.h>
#include <math.h>

#include "base/number.h"
#include "base/random.h"
#include "base/str.h"

#ifndef ECO_TEST_HELPER
#define ECO_TEST_HELPER static __attribute__((unused))
#endif

static const char *const eco_draw_texts[] = {
    "plain",       "two words", "\\\"quoted\\\"", "小米 Xiaomi", "a, b; c", "=SUM(A1)", "'=x", "-5",  "back\\\\slash",
    "\\u0041\\ud83d\\ude00", "' leading", "tab?",          "@home",       "été",     "x:1,y",    "[]", "{}", "0",
};

ECO_TEST_HELPER const char *eco_draw_text(struct eco_random *random)
{
    return eco_draw_texts[eco_random_below(random, sizeof eco_draw_texts / sizeof *eco_draw_texts)];
}

ECO_TEST_HELPER bool eco_draw_chance(struct eco_random *random, double chance)
{
    return eco_random_uniform(random) < chance;
}

/* A double of any size whose absolute value is at least 2^low and below 2^high, with all its digits. */
ECO_TEST_HELPER double eco_draw_double(struct eco_random *random, int low, int high)
{
    int exponent = low + (int)eco_random_below(random, (uint64_t)(high - low));
    return ldexp(1 + eco_random_uniform(random), exponent);
}

ECO_TEST_HELPER void eco_draw_number(struct eco_str *out, const char *key, double value)
{
    eco_str_printf(out, ", \"%s\": %.17g", key, value);
}

ECO_TEST_HELPER void eco_draw_maybe(struct eco_str *out, struct eco_random *random, const char *key)
{
    if (eco_draw_chance(random, 0.4))
        eco_str_printf(out, ", \"%s\": \"%s\"", key, eco_draw_text(random));
}

ECO_TEST_HELPER void eco_draw_extra(struct eco_str *out, struct eco_random *random)
{
    if (!eco_draw_chance(random, 0.2))
        return;
    eco_str_printf(out, ", \"x-%s\": [%.17g, {\"a:b\": null, \"c\": true}, \"%s\"]", eco_draw_chance(random, 0.5) ? "note" : "",
                   eco_draw_double(random, -50, 50), eco_draw_text(random));
}

ECO_TEST_HELPER void eco_draw_evidence(struct eco_str *out, struct eco_random *random, int sources)
{
    int count = eco_draw_chance(random, 0.5) ? 0 : (int)eco_random_below(random, 4);
    for (int i = 0; i < count; i++) {
        eco_str_printf(out, "%s{\"source\": \"s%d\"", i ? ", " : ", \"evidence\": [", (int)eco_random_below(random, (uint64_t)sources));
        eco_draw_maybe(out, random, "at");
        if (eco_draw_chance(random, 0.3))
            eco_str_add(out, ", \"note\": \"two\\nlines\\tand a tab\"");
        eco_draw_extra(out, random);
        eco_str_add(out, i + 1 < count ? "}" : "}]");
    }
}

ECO_TEST_HELPER void eco_draw_words(struct eco_str *out, struct eco_random *random, const char *key)
{
    int count = (int)eco_random_below(random, 3);
    eco_str_printf(out, ", \"%s\": [", key);
    for (int i = 0; i < count; i++)
        eco_str_printf(out, "%s\"%s\"", i ? ", " : "", eco_draw_text(random));
    eco_str_add(out, "]");
}

ECO_TEST_HELPER void eco_draw_years(struct eco_str *out, struct eco_random *random)
{
    int since = 1990 + (int)eco_random_below(random, 30);
    if (eco_draw_chance(random, 0.5))
        eco_str_printf(out, ", \"since\": %d", since);
    if (eco_draw_chance(random, 0.5))
        eco_str_printf(out, ", \"until\": %d", since + (int)eco_random_below(random, 5));
}

ECO_TEST_HELPER void eco_draw_claims(struct eco_str *out, struct eco_random *random, int sources)
{
    static const char *const dimensions[] = {"political", "legal", "social"};
    static const char *const bounds[] = {"exact", "about", "at_least", "at_most"};
    static const char *const times[] = {"2020", "2020-Q3", "2021-02", "2019/2020-Q1"};
    int count = (int)eco_random_below(random, 4);
    for (int i = 0; i < count; i++) {
        eco_str_printf(out, "%s{\"dimension\": \"%s\"", i ? ", " : ", \"exposures\": [", dimensions[i]);
        eco_draw_number(out, "value", eco_random_uniform(random) * 2 - 1);
        eco_draw_evidence(out, random, sources);
        eco_draw_extra(out, random);
        eco_str_add(out, i + 1 < count ? "}" : "}]");
    }
    count = (int)eco_random_below(random, 3);
    for (int i = 0; i < count; i++) {
        eco_str_printf(out, "%s{\"name\": \"%s\"", i ? ", " : ", \"quantities\": [", eco_draw_text(random));
        eco_draw_number(out, "value", (eco_draw_chance(random, 0.5) ? -1 : 1) * eco_draw_double(random, -1070, 1020));
        eco_str_printf(out, ", \"bound\": \"%s\"", bounds[eco_random_below(random, 4)]);
        eco_draw_maybe(out, random, "unit");
        if (eco_draw_chance(random, 0.5))
            eco_str_printf(out, ", \"at\": \"%s\"", times[eco_random_below(random, 4)]);
        if (eco_draw_chance(random, 0.5))
            eco_str_printf(out, ", \"plausible\": [%.17g, %.17g]", -eco_draw_double(random, -30, 30), eco_draw_double(random, -30, 30));
        eco_draw_evidence(out, random, sources);
        eco_draw_extra(out, random);
        eco_str_add(out, i + 1 < count ? "}" : "}]");
    }
}

ECO_TEST_HELPER void eco_draw_vocabularies(struct eco_str *out, struct eco_random *random)
{
    if (eco_draw_chance(random, 0.5)) {
        eco_str_printf(out, ", \"entity_kinds\": [{\"id\": \"firm\", \"label\": \"%s\"}, {\"id\": \"new one\"}", eco_draw_text(random));
        eco_str_add(out, ", {\"id\": \"nobody's\", \"x-why\": {}}]");
    }
    if (eco_draw_chance(random, 0.5))
        eco_str_add(out, ", \"relation_kinds\": [{\"id\": \"supply\", \"class\": \"regulatory\", \"flags\": [\"use\"]}, "
                         "{\"id\": \"b;c\", \"flags\": [\"integration\", \"use\"]}, {\"id\": \"idle\", \"class\": \"competitive\"}]");
    if (eco_draw_chance(random, 0.5))
        eco_str_add(out, ", \"resources\": [{\"id\": \"brand\"}, {\"id\": \"data\", \"label\": \"\"}, {\"id\": \"tr ust\"}]");
}

ECO_TEST_HELPER void eco_draw_entity(struct eco_str *out, struct eco_random *random, int number, int sources)
{
    eco_str_printf(out, "%s{\"id\": \"e%d\", \"kind\": \"%s\"", number ? ", " : "", number,
                   eco_draw_chance(random, 0.5) ? "firm" : "new one");
    eco_draw_maybe(out, random, "name");
    eco_draw_words(out, random, "aliases");
    if (number && eco_draw_chance(random, 0.3))
        eco_str_printf(out, ", \"part_of\": \"e%d\"", (int)eco_random_below(random, (uint64_t)number));
    eco_draw_maybe(out, random, "sector");
    eco_draw_maybe(out, random, "country");
    eco_draw_years(out, random);
    eco_draw_words(out, random, "tags");
    eco_draw_words(out, random, "capabilities");
    eco_draw_claims(out, random, sources);
    eco_draw_evidence(out, random, sources);
    eco_draw_extra(out, random);
    eco_str_add(out, "}");
}

/* Relations between different ends each, so that none repeats another. */
ECO_TEST_HELPER void eco_draw_relation(struct eco_str *out, struct eco_random *random, int from, int to, int sources)
{
    static const char *const resources[] = {"brand", "data", "tr ust"};
    eco_str_printf(out, "{\"from\": \"e%d\", \"to\": \"e%d\", \"kind\": \"%s\"", from, to,
                   eco_draw_chance(random, 0.5) ? "supply" : "b;c");
    if (eco_draw_chance(random, 0.6)) {
        int first = (int)eco_random_below(random, 3);
        eco_str_printf(out, ", \"resources\": [\"%s\"%s%s%s]", resources[first], first < 2 ? ", \"" : "",
                       first < 2 ? resources[first + 1] : "", first < 2 ? "\"" : "");
    }
    eco_draw_number(out, "weight", eco_draw_double(random, -39, 39));
    if (eco_draw_chance(random, 0.5))
        eco_draw_number(out, "confidence", eco_draw_double(random, -20, 0));
    if (eco_draw_chance(random, 0.5))
        eco_str_printf(out, ", \"basis\": \"%s\"", eco_draw_chance(random, 0.5) ? "stated" : "inferred");
    eco_draw_years(out, random);
    eco_draw_maybe(out, random, "note");
    eco_draw_evidence(out, random, sources);
    eco_draw_extra(out, random);
    eco_str_add(out, "}");
}

/* Appends one file. */
ECO_TEST_HELPER void eco_draw_ecosystem(struct eco_str *out, uint64_t seed)
{
    struct eco_random random;
    eco_random_init(&random, seed, 0);
    int sources = 1 + (int)eco_random_below(&random, 4), entities = (int)eco_random_below(&random, 12);
    eco_str_add(out, "{\"format\": \"ecograph/1\"");
    eco_draw_maybe(out, &random, "name");
    eco_draw_extra(out, &random);
    for (int i = 0; i < sources; i++) {
        eco_str_printf(out, "%s{\"id\": \"s%d\"", i ? ", " : ", \"sources\": [", i);
        eco_draw_maybe(out, &random, "title");
        eco_draw_maybe(out, &random, "authors");
        eco_draw_maybe(out, &random, "url");
        eco_str_printf(out, ", \"year\": %d}", 2000 + (int)eco_random_below(&random, 25));
    }
    eco_str_add(out, "]");
    eco_draw_vocabularies(out, &random);
    if (entities && eco_draw_chance(&random, 0.7))
        eco_str_printf(out, ", \"focal\": \"e%d\"", (int)eco_random_below(&random, (uint64_t)entities));
    eco_str_add(out, ", \"entities\": [");
    for (int i = 0; i < entities; i++)
        eco_draw_entity(out, &random, i, sources);
    eco_str_add(out, "], \"relations\": [");
    bool any = false;
    for (int i = 0; i < entities * entities; i++) {
        if (!eco_draw_chance(&random, 0.2))
            continue;
        eco_str_add(out, any ? ", " : "");
        any = true;
        eco_draw_relation(out, &random, i / entities, i % entities, sources);
    }
    eco_str_add(out, "]}");
}

#endif
