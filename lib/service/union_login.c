/* union_login: see union_login.h. The table keeps a keyed hash of a code, so that it cannot be tried out of a stolen database. */
#include "union_login.h"

#include <string.h>

#include "audit.h"
#include "conf.h"
#include "enqueue.h"
#include "file_key.h"
#include "rate.h"
#include "secret.h"

#define CLASS "union-code"

static char *mask_phone(struct mem *m, const char *phone)
{
    size_t n = strlen(phone);
    return n < 8 ? mem_text(m, "****") : mem_printf(m, "%.3s****%s", phone, phone + n - 4);
}

static char *mask_email(struct mem *m, const char *email)
{
    const char *at = strchr(email, '@');
    return mem_printf(m, "%.1s***%s", email, at ? at : "");
}

bool union_login_ways(struct mem *m, struct db *db, const char *slug, struct union_login_way **out, size_t *count, struct fail *f)
{
    struct union_contact_row *contacts;
    size_t n;
    *count = 0;
    if (!union_contacts(m, db, slug, &contacts, &n, f))
        return false;
    *out = mem_array(m, n * 2, sizeof **out);
    for (size_t i = 0; i < n; i++) {
        bool primary = strcmp(contacts[i].rank, "PRIMARY") == 0;
        if (contacts[i].phone)
            (*out)[(*count)++] = (struct union_login_way){ contacts[i].id, primary ? "PRIMARY_SMS" : "BACKUP_SMS",
                                                           mask_phone(m, contacts[i].phone), false };
        if (contacts[i].email)
            (*out)[(*count)++] = (struct union_login_way){ contacts[i].id, primary ? "PRIMARY_EMAIL" : "BACKUP_EMAIL",
                                                           mask_email(m, contacts[i].email), true };
    }
    return *count > 0 || fail_set(f, FAIL_MISSING, "not_found", "no such letter");
}

static bool code_hash(const unsigned char form_hash[32], const char *code, unsigned char out[32], struct fail *f)
{
    unsigned char key[SECRET_KEY], bytes[64];
    size_t n = strlen(code);
    if (n > 32)
        n = 32;
    if (!file_key(FILE_KEY_FORM, key, f))
        return false;
    memcpy(bytes, form_hash, 32);
    memcpy(bytes + 32, code, n);
    secret_mac(out, key, "gs-union-code", bytes, 32 + n);
    secret_wipe(key, sizeof key);
    secret_wipe(bytes, sizeof bytes);
    return true;
}

/* Whether one more may be sent to the contact now. */
static bool within(struct db *db, const unsigned char tag[RATE_TAG], bool *ok, struct fail *f)
{
    static const struct { int64_t seconds, most; } ceilings[] = { { 60, 1 }, { 3600, 5 }, { 86400, 10 } };
    *ok = true;
    for (size_t i = 0; i < sizeof ceilings / sizeof ceilings[0]; i++) {
        struct rate_seen seen;
        if (!rate_seen(db, CLASS, tag, ceilings[i].seconds, &seen, f))
            return false;
        *ok = *ok && seen.hits < ceilings[i].most;
    }
    return true;
}

struct asking { const struct union_login_way *way; const unsigned char *form_hash; };

static bool send_code(struct mem *m, struct db *db, const struct asking *a, struct fail *f)
{
    char *code = mem_printf(m, "%06u", secret_random_below(1000000));
    unsigned char hash[32], key[16];
    bool made = false;
    if (!code_hash(a->form_hash, code, hash, f) ||
        !one_time_code_add(db, a->form_hash, a->way->contact_id, hash, UNION_LOGIN_MINUTES, &made, f))
        return false;
    if (!made)
        return true;
    secret_random(key, sizeof key);
    return enqueue_code(db, a->way->contact_id, a->way->email ? MESSAGE_EMAIL : MESSAGE_SMS, secret_to_hex(m, key, sizeof key), code, f);
}

static bool ask_work(struct db *db, void *ctx, struct fail *f)
{
    const struct asking *a = ctx;
    unsigned char tag[RATE_TAG];
    bool ok = false, may = false;
    struct mem *m = mem_new_secret(NULL, "union code");
    ok = union_contact_lock(m, db, a->way->contact_id, f) &&
         file_key_tag("union-code", &a->way->contact_id, sizeof a->way->contact_id, tag, f) && within(db, tag, &may, f);
    if (ok && may)
        ok = rate_note(db, CLASS, tag, f) && send_code(m, db, a, f);
    mem_free(&m);
    return ok;
}

bool union_login_ask(struct mem *m, struct db *db, const char *slug, const char *way, const struct token *form, struct fail *f)
{
    struct union_login_way *ways;
    size_t count;
    unsigned char hash[32];
    if (!union_login_ways(m, db, slug, &ways, &count, f))
        return false;
    token_form_hash(form, hash);
    for (size_t i = 0; i < count; i++)
        if (strcmp(ways[i].word, way) == 0) {
            struct asking a = { &ways[i], hash };
            bool ok = db_transaction(db, ask_work, &a, f);
            if (ok)
                enqueue_poke();
            return ok;
        }
    return fail_field(f, "way", "choose_one");
}

/* True if the contact is one of those the letter was sent to. */
static bool reached(struct mem *m, struct db *db, const char *slug, int64_t contact_id, bool *yes, struct fail *f)
{
    struct union_contact_row *contacts;
    size_t n;
    *yes = false;
    if (!union_contacts(m, db, slug, &contacts, &n, f))
        return false;
    for (size_t i = 0; i < n; i++)
        *yes = *yes || contacts[i].id == contact_id;
    return true;
}

struct entering { int64_t code_id, contact_id; const unsigned char *token_hash; const char *csrf; };

static bool enter_work(struct db *db, void *ctx, struct fail *f)
{
    const struct entering *e = ctx;
    bool used = false;
    return one_time_code_use(db, e->code_id, &used, f) && (used || fail_field(f, "code", "code_wrong")) &&
           union_session_add(db, e->token_hash, e->contact_id, e->csrf, f) &&
           audit_add(db, AUDIT_UNION, e->contact_id, "sign_in", "union_contact", e->contact_id, "", f);
}

bool union_login_enter(struct mem *m, struct db *db, const char *slug, const struct token *form, const char *code, char **token,
                       struct fail *f)
{
    unsigned char form_hash[32], given[32], secret[32], hash[32], csrf[16];
    struct one_time_code found;
    bool counted = false, fits = false;
    token_form_hash(form, form_hash);
    /* The try counts before the code is looked at, and outside of any transaction. */
    if (!code_hash(form_hash, code, given, f) || !one_time_code_try(db, form_hash, UNION_LOGIN_TRIES, &counted, f))
        return false;
    if (!counted)
        return fail_field(f, "code", "code_wrong");
    if (!one_time_code_find(m, db, form_hash, &found, f) || !reached(m, db, slug, found.contact_id, &fits, f))
        return false;
    if (!fits || found.code_hash.len != 32 || !secret_equal(found.code_hash.data, given, 32))
        return fail_field(f, "code", "code_wrong");
    secret_random(secret, sizeof secret);
    secret_random(csrf, sizeof csrf);
    secret_hash(hash, "gs-union-session", secret, sizeof secret);
    struct entering e = { found.id, found.contact_id, hash, secret_to_hex(m, csrf, sizeof csrf) };
    if (!db_transaction(db, enter_work, &e, f))
        return false;
    *token = secret_to_base64url(m, secret, sizeof secret);
    secret_wipe(secret, sizeof secret);
    return true;
}

bool union_login_who(struct mem *m, struct db *db, const char *token, struct union_session_row *out, struct fail *f)
{
    unsigned char secret[32], hash[32];
    if (!secret_from_base64url(token, secret, sizeof secret))
        return fail_set(f, FAIL_FORBIDDEN, "signed_out", "the cookie holds no token");
    secret_hash(hash, "gs-union-session", secret, sizeof secret);
    return union_session_find(m, db, hash, conf_number("session.union_idle_minutes"), conf_number("session.union_absolute_hours"), out, f);
}

bool union_login_leave(struct db *db, const struct union_session_row *s, struct fail *f)
{
    return union_session_drop(db, s->id, f);
}
