/* inspect_picture: the structure of PNG, JPEG and PDF. Every length is checked before it is used. */
#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "inspect.h"

#define PIXELS_MAX UINT64_C(50000000)

static uint32_t be32(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint32_t be16(const unsigned char *p)
{
    return (uint32_t)p[0] << 8 | p[1];
}

static bool has(const unsigned char *b, size_t n, const char *what, size_t what_n)
{
    return memmem(b, n, what, what_n) != NULL;
}

enum inspect_verdict inspect_png(const unsigned char *b, size_t n)
{
    static const unsigned char HEAD[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
    if (n < 8 + 25 || memcmp(b, HEAD, 8) != 0 || memcmp(b + 12, "IHDR", 4) != 0)
        return INSPECT_TYPE;
    uint64_t pixels = (uint64_t)be32(b + 16) * be32(b + 20);
    if (pixels == 0)
        return INSPECT_BROKEN;
    if (pixels > PIXELS_MAX)
        return INSPECT_TOO_LARGE;
    for (size_t at = 8; n - at >= 12;) {
        uint32_t length = be32(b + at);
        if (length > n - at - 12)
            return INSPECT_BROKEN;
        if (crc32(0, b + at + 4, length + 4) != be32(b + at + 8 + length))
            return INSPECT_BROKEN;
        bool end = memcmp(b + at + 4, "IEND", 4) == 0;
        at += 12 + (size_t)length;
        if (end)
            return at == n ? INSPECT_OK : INSPECT_BROKEN; /* nothing may follow: another file could */
    }
    return INSPECT_BROKEN;
}

static bool is_frame_head(unsigned char marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Cameras add their own trailer behind the picture; a document there is refused. */
static enum inspect_verdict tail(const unsigned char *b, size_t n)
{
    bool harmful = has(b, n, "%PDF-", 5) || has(b, n, "<html", 5) || has(b, n, "<script", 7) || has(b, n, "<?php", 5);
    return harmful ? INSPECT_BROKEN : INSPECT_OK;
}

/* Where the coded picture that begins at `at` ends: at a marker that is neither stuffing nor a restart. */
static size_t scan_end(const unsigned char *b, size_t n, size_t at)
{
    while (n - at >= 2 && (b[at] != 0xff || b[at + 1] == 0 || (b[at + 1] >= 0xd0 && b[at + 1] <= 0xd7)))
        at++;
    return at;
}

enum inspect_verdict inspect_jpeg(const unsigned char *b, size_t n)
{
    bool frame = false, scan = false;
    size_t at = 2;
    if (n < 4 || b[0] != 0xff || b[1] != 0xd8)
        return INSPECT_TYPE;
    while (n - at >= 2 && b[at] == 0xff) {
        unsigned char marker = b[at + 1];
        if (marker == 0xff) {
            at++;
            continue;
        }
        if (marker == 0xd9)
            return frame && scan ? tail(b + at + 2, n - at - 2) : INSPECT_BROKEN;
        uint32_t length = n - at >= 4 ? be16(b + at + 2) : 0;
        if (length < 2 || length > n - at - 2 || (is_frame_head(marker) && length < 8))
            return INSPECT_BROKEN;
        if (is_frame_head(marker) && (uint64_t)be16(b + at + 5) * be16(b + at + 7) > PIXELS_MAX)
            return INSPECT_TOO_LARGE;
        frame |= is_frame_head(marker);
        scan |= marker == 0xda;
        at += 2 + (size_t)length;
        if (marker == 0xda)
            at = scan_end(b, n, at);
    }
    return INSPECT_BROKEN;
}

enum inspect_verdict inspect_pdf(const unsigned char *b, size_t n)
{
    enum { TAIL = 2048 };
    if (n < 32 || memcmp(b, "%PDF-", 5) != 0)
        return INSPECT_TYPE;
    const unsigned char *last = n > TAIL ? b + n - TAIL : b;
    size_t last_n = n > TAIL ? TAIL : n;
    if (!has(last, last_n, "%%EOF", 5) || !has(last, last_n, "startxref", 9))
        return INSPECT_BROKEN;
    return has(b, n, "/Encrypt", 8) ? INSPECT_ENCRYPTED : INSPECT_OK;
}
