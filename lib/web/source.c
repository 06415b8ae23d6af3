/* source: networks as sixteen bytes and a length; IPv4 lies in ::ffff:0:0/96. */
#include "source.h"

#include <arpa/inet.h>
#include <string.h>

#include "scan.h"

enum { BYTES = 16, BITS = 128, MAPPED = 96, PIECE_MAX = 64 };

struct network { unsigned char bytes[BYTES]; unsigned bits; };

static bool read_address(const char *text, unsigned char out[BYTES], unsigned *longest)
{
    static const unsigned char PREFIX[12] = { [10] = 0xff, [11] = 0xff };
    memcpy(out, PREFIX, sizeof PREFIX);
    *longest = BITS - MAPPED;
    if (inet_pton(AF_INET, text, out + sizeof PREFIX) == 1)
        return true;
    *longest = BITS;
    return inet_pton(AF_INET6, text, out) == 1;
}

static bool bit(const unsigned char bytes[BYTES], unsigned n)
{
    return (bytes[n / 8] >> (7 - n % 8) & 1) != 0;
}

static bool read_network(const char *text, size_t n, struct network *out)
{
    char piece[PIECE_MAX];
    unsigned longest;
    uint64_t bits;
    if (n == 0 || n >= sizeof piece)
        return false;
    memcpy(piece, text, n);
    piece[n] = '\0';
    char *slash = strchr(piece, '/');
    if (slash != NULL)
        *slash = '\0';
    if (!read_address(piece, out->bytes, &longest) || (slash != NULL && !scan_u64(slash + 1, longest, &bits)))
        return false;
    out->bits = BITS - longest + (slash != NULL ? (unsigned)bits : longest);
    for (unsigned i = out->bits; i < BITS; i++)
        if (bit(out->bytes, i))
            return false;
    return true;
}

/* The next piece of the list, or false behind the last one. */
static bool next_piece(const char **at, const char **piece, size_t *n)
{
    *at += strspn(*at, " ,");
    *piece = *at;
    *n = strcspn(*at, " ,");
    *at += *n;
    return *n > 0;
}

bool source_list_is_whole(const char *list)
{
    struct network net;
    const char *piece;
    size_t n;
    while (next_piece(&list, &piece, &n))
        if (!read_network(piece, n, &net))
            return false;
    return true;
}

static bool lies_in(const struct network *net, const unsigned char address[BYTES])
{
    for (unsigned i = 0; i < net->bits; i++)
        if (bit(net->bytes, i) != bit(address, i))
            return false;
    return true;
}

bool source_is_listed(const char *list, const char *address)
{
    unsigned char bytes[BYTES];
    struct network net;
    const char *piece;
    unsigned longest;
    size_t n;
    if (!read_address(address, bytes, &longest))
        return false;
    while (next_piece(&list, &piece, &n))
        if (read_network(piece, n, &net) && lies_in(&net, bytes))
            return true;
    return false;
}
