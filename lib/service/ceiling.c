/* ceiling: see ceiling.h. */
#include "ceiling.h"

#include <arpa/inet.h>
#include <string.h>

#include "file_key.h"
#include "rate.h"

enum { WINDOW_SECONDS = 3600, NETWORK = 8 };

bool ceiling_pass(struct db *db, const char *class, const char *address, int64_t an_hour, struct fail *f)
{
    unsigned char six[sizeof(struct in6_addr)], tag[RATE_TAG];
    struct rate_seen seen;
    bool is_six = inet_pton(AF_INET6, address, six) == 1;
    if (!file_key_tag("gs-rate", is_six ? (const void *)six : address, is_six ? NETWORK : strlen(address), tag, f) ||
        !rate_seen(db, class, tag, WINDOW_SECONDS, &seen, f))
        return false;
    return seen.hits < an_hour ? rate_note(db, class, tag, f) : fail_set(f, FAIL_TOO_MANY, "too_many", "%s", class);
}
