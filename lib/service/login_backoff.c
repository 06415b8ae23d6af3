/* login_backoff: counts of wrong tries: by login and network (or session), by login, by network; and of wrong codes after a right
 * password. */
#include "login_backoff.h"

#include <string.h>

#include "ceiling.h"
#include "file_key.h"
#include "rate.h"

#define WINDOW (15 * 60)
#define KNOWN_FOR (30 * 24 * 3600)
#define KNOWN "login-known"

/* After `free` wrong tries each further one doubles the wait, up to `longest` seconds. */
struct backoff { const char *class; int64_t free, longest; };
static const struct backoff by_pair = { "login-pair", 5, 60 };
static const struct backoff by_account = { "login-account", 20, 30 };
static const struct backoff by_network = { "login-network", 60, 5 };
/* Bounds guesses at the code of a known pair by who has the password. Each is a wrong try of the pair too, so that whoever waits for this
 * waits for that, and learns nothing of which it is. */
static const struct backoff by_code = { "login-code", 5, 60 };

bool login_source(const char *login, const char *address, struct login_source *out, struct fail *f)
{
    unsigned char network[CEILING_SOURCE], name[32], both[32 + CEILING_SOURCE];
    size_t n = ceiling_network(address, network);
    out->inside = false;
    secret_hash(name, "gs-login", login, strlen(login));
    memcpy(both, name, sizeof name);
    memcpy(both + sizeof name, network, n);
    return file_key_tag("login-pair", both, sizeof name + n, out->pair, f) &&
           file_key_tag("login-account", name, sizeof name, out->account, f) && file_key_tag("login-network", network, n, out->network, f);
}

bool login_source_inside(int64_t session_id, struct login_source *out, struct fail *f)
{
    *out = (struct login_source){ .inside = true };
    return file_key_tag("login-session", &session_id, sizeof session_id, out->pair, f);
}

/* Adds to *waits whether the count asks for patience now. */
static bool look(struct db *db, const struct backoff *b, const unsigned char tag[16], bool *waits, struct fail *f)
{
    struct rate_seen seen;
    if (!rate_seen(db, b->class, tag, WINDOW, &seen, f))
        return false;
    int64_t over = seen.hits - b->free;
    int64_t wait = over <= 0 ? 0 : over > 6 ? b->longest : INT64_C(1) << over;
    wait = wait > b->longest ? b->longest : wait;
    *waits = *waits || seen.now < seen.last + wait * CLOCK_SECOND;
    return true;
}

bool login_may_try(struct db *db, const struct login_source *s, bool *waits, struct fail *f)
{
    struct rate_seen known = { .hits = 0 };
    *waits = false;
    if (!look(db, &by_pair, s->pair, waits, f) || (!s->inside && !rate_seen(db, KNOWN, s->pair, KNOWN_FOR, &known, f)))
        return false;
    if (known.hits > 0)
        return true;
    if (!s->inside && (!look(db, &by_network, s->network, waits, f) || !look(db, &by_account, s->account, waits, f)))
        return false;
    return !*waits || fail_set(f, FAIL_TOO_MANY, "sign_in_wait", "too many wrong tries");
}

bool login_note_wrong(struct db *db, const struct login_source *s, struct fail *f)
{
    return rate_note(db, by_pair.class, s->pair, f) &&
           (s->inside || (rate_note(db, by_account.class, s->account, f) && rate_note(db, by_network.class, s->network, f)));
}

bool login_may_guess_code(struct db *db, const struct login_source *s, bool *may, struct fail *f)
{
    bool waits = false;
    bool ok = look(db, &by_code, s->pair, &waits, f);
    *may = !waits;
    return ok;
}

bool login_note_wrong_code(struct db *db, const struct login_source *s, struct fail *f)
{
    return rate_note(db, by_code.class, s->pair, f);
}

bool login_note_right(struct db *db, const struct login_source *s, struct fail *f)
{
    return rate_forget(db, by_pair.class, s->pair, f) && rate_forget(db, by_code.class, s->pair, f) &&
           (s->inside || rate_note_day(db, KNOWN, s->pair, f)) && rate_sweep(db, by_pair.class, WINDOW, f) &&
           rate_sweep(db, by_account.class, WINDOW, f) && rate_sweep(db, by_network.class, WINDOW, f) &&
           rate_sweep(db, by_code.class, WINDOW, f) && rate_sweep(db, KNOWN, KNOWN_FOR, f);
}
