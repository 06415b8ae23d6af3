/* keyring: who may open what. A grant is the office's private key sealed for the officer's own key; a private part stands in memory only
 * in a pool that is wiped. */
#include "keyring.h"

#include <string.h>

#include "audit.h"
#include "conf.h"
#include "log.h"
#include "officer.h"
#include "password.h"
#include "seal_key.h"
#include "secret.h"
#include "staff.h"

static const char *const words[] = { [KEYRING_CASE] = "CASE", [KEYRING_IDENTITY] = "IDENTITY", [KEYRING_NOTIFY] = "NOTIFY" };

const char *keyring_word(enum keyring_purpose purpose)
{
    return words[purpose];
}

bool keyring_fits(enum keyring_purpose purpose, uint32_t roles)
{
    return (purpose == KEYRING_CASE && staff_reads_cases(roles)) || (purpose == KEYRING_IDENTITY && staff_reads_identity(roles));
}

bool keyring_public(struct db *db, enum keyring_purpose purpose, unsigned char out[SEAL_PUBLIC], struct fail *f)
{
    struct seal_key_row row;
    if (!seal_key_in_force(db, words[purpose], &row, f))
        return false;
    memcpy(out, row.public_key, SEAL_PUBLIC);
    return true;
}

bool keyring_has(struct db *db, int64_t officer_id, enum keyring_purpose purpose, bool *out, struct fail *f)
{
    return seal_key_is_granted(db, officer_id, words[purpose], out, f);
}

bool keyring_waiting(struct mem *m, struct db *db, enum keyring_purpose purpose, struct officer_row **rows, size_t *n, struct fail *f)
{
    size_t all = 0;
    *n = 0;
    if (!officer_list(m, db, rows, &all, f))
        return false;
    for (size_t i = 0; i < all; i++) {
        struct officer_row row = (*rows)[i];
        bool has = false;
        if (row.state != OFFICER_ACTIVE || !keyring_fits(purpose, row.roles))
            continue;
        if (!keyring_has(db, row.id, purpose, &has, f))
            return false;
        if (!has)
            (*rows)[(*n)++] = row;
    }
    return true;
}

static char *grant_context(struct mem *m, int64_t officer_id, int64_t key_id)
{
    return mem_printf(m, "grant:%lld:%lld", (long long)officer_id, (long long)key_id);
}

static char *recovery_context(struct mem *m, const char *purpose)
{
    return mem_printf(m, "office-key:%s", purpose);
}

/* Version, then the key's id. */
bool keyring_names(const void *sealed, size_t n, const unsigned char public_key[SEAL_PUBLIC])
{
    unsigned char id[SEAL_ID];
    seal_key_id(id, public_key);
    return n > SEAL_ID && secret_equal((const unsigned char *)sealed + 1, id, SEAL_ID);
}

static bool open_grant(struct mem *m, const struct login_session *s, const struct seal_key_grant *grant, struct seal_pair *out,
                       struct fail *f)
{
    struct seal_bytes key;
    if (!seal_open(m, &s->keys, grant_context(m, s->officer_id, grant->key_id), grant->sealed.data, grant->sealed.len, &key, f))
        return false;
    if (key.len != SEAL_PRIVATE)
        return fail_set(f, FAIL_INTERNAL, "seal_broken", "grant %lld has %zu bytes", (long long)grant->key_id, key.len);
    memcpy(out->private_key, key.data, SEAL_PRIVATE);
    memcpy(out->public_key, grant->public_key, SEAL_PUBLIC);
    return true;
}

struct opening { const struct login_session *s; const char *what; int64_t objection_id; };

/* The officer's row is held, so that many requests at once are counted one after the other. */
static bool opening_work(struct db *db, void *ctx, struct fail *f)
{
    const struct opening *o = ctx;
    struct officer_proof held;
    int64_t others = 0;
    bool again = false;
    struct mem *m = mem_new(NULL, "opening");
    bool ok = officer_lock(m, db, o->s->officer_id, &held, f) &&
              audit_opened(db, o->s->officer_id, o->objection_id, &others, &again, f) &&
              (again || others < conf_number("seal.openings_an_hour") ||
               fail_set(f, FAIL_TOO_MANY, "open_refused", "officer %lld opened %lld others", (long long)o->s->officer_id, (long long)others)) &&
              audit_add(db, AUDIT_OFFICER, o->s->officer_id, "key_open", "objection", o->objection_id, o->what, f);
    mem_free(&m);
    return ok;
}

static bool note_opening(struct db *db, struct opening *o, struct fail *f)
{
    struct fail lost = { .kind = FAIL_NONE };
    if (db_transaction(db, opening_work, o, f))
        return true;
    if (strcmp(f->code, "open_refused") == 0) {
        log_line(LOG_WARNING, "keyring: officer %lld wanted to open more objections than an hour allows", (long long)o->s->officer_id);
        if (!audit_add(db, AUDIT_OFFICER, o->s->officer_id, "open_refused", "objection", o->objection_id, o->what, &lost))
            *f = lost;
    }
    return false;
}

bool keyring_open(struct mem *m, struct db *db, const struct login_session *s, enum keyring_purpose purpose, int64_t objection_id,
                  const void *sealed, size_t n, struct seal_pair *out, struct fail *f)
{
    struct seal_key_grant *grants;
    size_t count, i = 0;
    if (!keyring_fits(purpose, s->roles))
        return fail_set(f, FAIL_FORBIDDEN, "key_not_granted", "officer %lld has no role for it", (long long)s->officer_id);
    struct mem *pool = mem_new_secret(m, "keyring");
    bool ok = seal_key_grants(pool, db, s->officer_id, words[purpose], &grants, &count, f);
    struct opening opening = { s, words[purpose], objection_id };
    while (ok && i < count && !keyring_names(sealed, n, grants[i].public_key))
        i++;
    if (ok && i == count)
        ok = fail_set(f, FAIL_FORBIDDEN, "key_not_granted", "officer %lld was not granted it", (long long)s->officer_id);
    ok = ok && note_opening(db, &opening, f) && open_grant(pool, s, &grants[i], out, f);
    mem_free(&pool);
    return ok;
}

bool keyring_open_own(struct mem *m, struct db *db, const struct login_session *s, int64_t objection_id, const char *context,
                      const void *sealed, size_t n, struct seal_bytes *out, struct fail *f)
{
    struct opening opening = { s, "OWN", objection_id };
    return note_opening(db, &opening, f) && seal_open(m, &s->keys, context, sealed, n, out, f);
}

/* ---- making ---- */

struct init_work { struct mem *m; const unsigned char *notify_seed; char **recovery_code; };

static bool add_wrapped(struct mem *m, struct db *db, const char *purpose, const unsigned char secret[32], struct fail *f)
{
    struct seal_pair pair;
    unsigned char wrapped[SEAL_WRAPPED];
    int64_t id = 0;
    seal_pair_make(&pair);
    seal_wrap(wrapped, secret, recovery_context(m, purpose), pair.private_key);
    secret_wipe(pair.private_key, sizeof pair.private_key);
    return seal_key_add(db, purpose, pair.public_key, wrapped, &id, f) &&
           audit_add(db, AUDIT_OPERATOR, 0, "key_made", "seal_key", id, purpose, f);
}

static bool add_notify(struct db *db, const unsigned char seed[32], struct fail *f)
{
    struct seal_pair pair;
    int64_t id = 0;
    seal_pair_from_seed(&pair, seed);
    secret_wipe(pair.private_key, sizeof pair.private_key);
    return seal_key_add(db, words[KEYRING_NOTIFY], pair.public_key, NULL, &id, f) &&
           audit_add(db, AUDIT_OPERATOR, 0, "key_made", "seal_key", id, words[KEYRING_NOTIFY], f);
}

static bool init_work(struct db *db, void *ctx, struct fail *f)
{
    struct init_work *w = ctx;
    unsigned char secret[32];
    int64_t count = 0;
    if (!seal_key_count(db, &count, f))
        return false;
    if (count > 0)
        return fail_set(f, FAIL_CONFLICT, "keys_exist", "the keys were made before");
    *w->recovery_code = password_code_make(w->m, secret);
    bool ok = add_wrapped(w->m, db, words[KEYRING_CASE], secret, f) && add_wrapped(w->m, db, words[KEYRING_IDENTITY], secret, f) &&
              add_notify(db, w->notify_seed, f);
    secret_wipe(secret, sizeof secret);
    return ok;
}

bool keyring_init(struct mem *m, struct db *db, const unsigned char notify_seed[32], char **recovery_code, struct fail *f)
{
    struct init_work work = { m, notify_seed, recovery_code };
    return db_transaction(db, init_work, &work, f);
}

/* ---- handing on ---- */

/* The officer as he must be to get a key. */
static bool receiver(struct mem *m, struct db *db, int64_t officer_id, struct officer_proof *out, struct fail *f)
{
    return officer_lock(m, db, officer_id, out, f) &&
           ((out->row.state == OFFICER_ACTIVE && out->has_password) ||
            fail_set(f, FAIL_CONFLICT, "officer_not_active", "officer %lld is not active", (long long)officer_id));
}

static bool hand_over(struct mem *m, struct db *db, const struct officer_proof *to, int64_t key_id, const unsigned char key[SEAL_PRIVATE],
                      int64_t granted_by, const char *purpose, struct fail *f)
{
    struct seal_bytes sealed = seal_close(m, to->public_key, grant_context(m, to->row.id, key_id), key, SEAL_PRIVATE);
    return seal_key_grant(db, to->row.id, key_id, sealed.data, sealed.len, granted_by, f) &&
           audit_add(db, granted_by ? AUDIT_OFFICER : AUDIT_OPERATOR, granted_by, "key_grant", "officer", to->row.id, purpose, f);
}

struct grant_work { const struct login_session *s; enum keyring_purpose purpose; int64_t officer_id; };

static bool grant_all(struct mem *m, struct db *db, const struct grant_work *w, struct fail *f)
{
    struct officer_proof to;
    struct seal_key_grant *grants;
    size_t count;
    if (!keyring_fits(w->purpose, w->s->roles))
        return fail_set(f, FAIL_FORBIDDEN, "key_not_granted", "the giver has no role for it");
    if (!receiver(m, db, w->officer_id, &to, f) || !seal_key_grants(m, db, w->s->officer_id, words[w->purpose], &grants, &count, f))
        return false;
    if (!keyring_fits(w->purpose, to.row.roles))
        return fail_set(f, FAIL_CONFLICT, "key_not_needed", "officer %lld has no role for it", (long long)w->officer_id);
    if (count == 0)
        return fail_set(f, FAIL_FORBIDDEN, "key_not_granted", "the giver holds no key");
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        struct seal_pair pair;
        ok = open_grant(m, w->s, &grants[i], &pair, f) &&
             hand_over(m, db, &to, grants[i].key_id, pair.private_key, w->s->officer_id, words[w->purpose], f);
        secret_wipe(&pair, sizeof pair);
    }
    return ok;
}

static bool grant_work(struct db *db, void *ctx, struct fail *f)
{
    struct mem *m = mem_new_secret(NULL, "keyring grant");
    bool ok = grant_all(m, db, ctx, f);
    mem_free(&m);
    return ok;
}

bool keyring_grant(struct db *db, const struct login_session *s, enum keyring_purpose purpose, int64_t officer_id, struct fail *f)
{
    struct grant_work work = { s, purpose, officer_id };
    return db_transaction(db, grant_work, &work, f);
}

static bool recover(struct mem *m, struct db *db, enum keyring_purpose purpose, const unsigned char secret[32],
                    const struct officer_proof *to, struct fail *f)
{
    struct seal_key_row *keys;
    size_t count;
    if (!keyring_fits(purpose, to->row.roles))
        return true;
    bool ok = seal_key_list(m, db, words[purpose], &keys, &count, f);
    for (size_t i = 0; ok && i < count; i++) {
        unsigned char key[SEAL_PRIVATE];
        struct fail broken = { .kind = FAIL_NONE };
        if (!keys[i].has_recovery || !seal_unwrap(key, secret, recovery_context(m, words[purpose]), keys[i].by_recovery, &broken))
            return fail_field(f, "recovery", "recovery_wrong");
        ok = hand_over(m, db, to, keys[i].id, key, 0, words[purpose], f);
        secret_wipe(key, sizeof key);
    }
    return ok && (count > 0 || fail_set(f, FAIL_UNAVAILABLE, "keys_missing", "no %s key", words[purpose]));
}

bool keyring_grant_recovery(struct db *db, const char *recovery_code, int64_t officer_id, struct fail *f)
{
    struct officer_proof to;
    unsigned char secret[32];
    struct mem *m = mem_new_secret(NULL, "keyring recovery");
    bool ok = password_code_read(recovery_code, secret) || fail_field(f, "recovery", "recovery_wrong");
    ok = ok && receiver(m, db, officer_id, &to, f) && recover(m, db, KEYRING_CASE, secret, &to, f) &&
         recover(m, db, KEYRING_IDENTITY, secret, &to, f);
    secret_wipe(secret, sizeof secret);
    mem_free(&m);
    return ok;
}
