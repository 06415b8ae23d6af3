/* inspect_media: the structure of MP4/M4A (boxes) and MP3 (frames). */
#include <stdint.h>
#include <string.h>

#include "inspect.h"

static uint64_t be(const unsigned char *p, int bytes)
{
    uint64_t v = 0;
    for (int i = 0; i < bytes; i++)
        v = v << 8 | p[i];
    return v;
}

enum inspect_verdict inspect_boxes(const unsigned char *b, size_t n)
{
    bool movie = false, data = false;
    if (n < 16 || memcmp(b + 4, "ftyp", 4) != 0)
        return INSPECT_TYPE;
    for (size_t at = 0; at < n;) {
        if (n - at < 8)
            return INSPECT_BROKEN;
        uint64_t size = be(b + at, 4);
        size_t head = 8;
        if (size == 1) {
            if (n - at < 16)
                return INSPECT_BROKEN;
            size = be(b + at + 8, 8);
            head = 16;
        } else if (size == 0) {
            size = n - at; /* the last box may run to the end */
        }
        if (size < head || size > n - at)
            return INSPECT_BROKEN;
        movie |= memcmp(b + at + 4, "moov", 4) == 0 || memcmp(b + at + 4, "moof", 4) == 0;
        data |= memcmp(b + at + 4, "mdat", 4) == 0;
        at += (size_t)size;
    }
    return movie && data ? INSPECT_OK : INSPECT_BROKEN;
}

/* The length in bytes of the MPEG audio frame at p (four bytes are there), or 0 if there is none. */
static size_t frame_bytes(const unsigned char *p)
{
    static const int RATE1[] = { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0 };
    static const int RATE2[] = { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0 };
    static const int HERTZ[] = { 44100, 48000, 32000, 0 };
    int version = p[1] >> 3 & 3, layer = p[1] >> 1 & 3;
    if (p[0] != 0xff || (p[1] & 0xe0) != 0xe0 || version == 1 || layer != 1)
        return 0;
    int kbit = version == 3 ? RATE1[p[2] >> 4] : RATE2[p[2] >> 4];
    int hertz = HERTZ[p[2] >> 2 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    if (kbit == 0 || hertz == 0)
        return 0;
    return (size_t)((version == 3 ? 144 : 72) * 1000 * kbit / hertz + (p[2] >> 1 & 1));
}

enum inspect_verdict inspect_mp3(const unsigned char *b, size_t n)
{
    enum { FRAMES_WANTED = 4 };
    size_t at = 0;
    if (n >= 10 && memcmp(b, "ID3", 3) == 0) {
        for (int i = 6; i < 10; i++)
            if (b[i] & 0x80)
                return INSPECT_BROKEN;
        at = 10 + ((size_t)b[6] << 21 | (size_t)b[7] << 14 | (size_t)b[8] << 7 | b[9]);
    }
    if (at >= n)
        return INSPECT_BROKEN;
    for (int frames = 0; frames < FRAMES_WANTED; frames++) {
        size_t length = n - at >= 4 ? frame_bytes(b + at) : 0;
        if (length == 0)
            return at == 0 ? INSPECT_TYPE : INSPECT_BROKEN;
        if (length > n - at)
            return INSPECT_BROKEN;
        at += length;
        if (at == n)
            break;
    }
    return INSPECT_OK;
}
