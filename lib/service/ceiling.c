/* ceiling: see ceiling.h. */
#include "ceiling.h"

#include <arpa/inet.h>
#include <string.h>

#include "file_key.h"
#include "rate.h"

enum { WINDOW_SECONDS = 3600 };

/* The leading bytes that tell sources apart: of an IPv4 address, also one mapped into IPv6, `four` of them. */
static size_t part(const char *address, size_t four, unsigned char out[CEILING_SOURCE])
{
    static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
    unsigned char six[sizeof(struct in6_addr)];
    if (inet_pton(AF_INET, address, out) == 1)
        return four;
    if (inet_pton(AF_INET6, address, six) == 1) {
        bool is_four = memcmp(six, mapped, sizeof mapped) == 0;
        memcpy(out, is_four ? six + sizeof mapped : six, is_four ? 4 : 8);
        return is_four ? four : 8;
    }
    size_t n = strnlen(address, CEILING_SOURCE);
    memcpy(out, address, n);
    return n;
}

size_t ceiling_network(const char *address, unsigned char out[CEILING_SOURCE]) { return part(address, 3, out); }

size_t ceiling_source(const char *address, unsigned char out[CEILING_SOURCE]) { return part(address, 4, out); }

static bool below(struct db *db, const char *class, const unsigned char tag[RATE_TAG], int64_t an_hour, struct fail *f)
{
    struct rate_seen seen;
    return rate_seen(db, class, tag, WINDOW_SECONDS, &seen, f) &&
           (seen.hits < an_hour || fail_set(f, FAIL_TOO_MANY, "too_many", "%s", class));
}

bool ceiling_pass(struct db *db, const char *class, const char *address, int64_t an_hour, struct fail *f)
{
    unsigned char source[CEILING_SOURCE], tag[RATE_TAG];
    return file_key_tag("gs-rate", source, ceiling_source(address, source), tag, f) && below(db, class, tag, an_hour, f) &&
           rate_note(db, class, tag, f);
}

static bool network_tag(const char *address, unsigned char tag[RATE_TAG], struct fail *f)
{
    unsigned char network[CEILING_SOURCE];
    return file_key_tag("gs-rate-network", network, ceiling_network(address, network), tag, f);
}

bool ceiling_network_below(struct db *db, const char *class, const char *address, int64_t an_hour, struct fail *f)
{
    unsigned char tag[RATE_TAG];
    return network_tag(address, tag, f) && below(db, class, tag, an_hour, f);
}

bool ceiling_network_note(struct db *db, const char *class, const char *address, struct fail *f)
{
    unsigned char tag[RATE_TAG];
    return network_tag(address, tag, f) && rate_note(db, class, tag, f);
}
