/* SHA-256 (FIPS 180-4), for the digest of an input file. */
#ifndef ECO_BASE_SHA256_H
#define ECO_BASE_SHA256_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_SHA256_TEXT = 65 };

/* 64 lower-case hexadecimal digits and a NUL. */
void eco_sha256(const void *data, size_t length, char ret_text[ECO_SHA256_TEXT]);

#ifdef __cplusplus
}
#endif
#endif
