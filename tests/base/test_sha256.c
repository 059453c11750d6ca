#include "base/sha256.h"

#include "support.h"

/* The examples of FIPS 180-4 and the usual three beside them. */
static const struct {
    const char *text;
    int times;
    const char *digest;
} known[] = {
    {"", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
     1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
    {"a", 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
};

START_TEST(test_known_digests)
{
    size_t length = strlen(known[_i].text), total = length * (size_t)known[_i].times;
    char *text = malloc(total + 1), digest[ECO_SHA256_TEXT];
    for (int i = 0; i < known[_i].times; i++)
        memcpy(text + (size_t)i * length, known[_i].text, length);
    eco_sha256(text, total, digest);
    ck_assert_str_eq(digest, known[_i].digest);
    free(text);
}
END_TEST

/* Every length round the borders of blocks: the digest of the digests of 0 to 199 letters a. */
START_TEST(test_every_length)
{
    static char all[200 * 64 + 1];
    char letters[200], digest[ECO_SHA256_TEXT];
    memset(letters, 'a', sizeof letters);
    for (size_t n = 0; n < 200; n++)
        eco_sha256(letters, n, all + 64 * n);
    eco_sha256(all, 200 * 64, digest);
    ck_assert_str_eq(digest, "019f2b9f1af27a53a1f046da7e98af2c179f431e4b5bebb000e74040917a4123");
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("base/sha256");
    TCase *tests = tcase_create("sha256");
    tcase_add_loop_test(tests, test_known_digests, 0, sizeof known / sizeof *known);
    tcase_add_test(tests, test_every_length);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
