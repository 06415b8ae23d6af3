/* union_login: see union_login.h. The table keeps a keyed hash of a code, so that it cannot be tried out of a stolen database. */
#include "union_login.h"

#include <string.h>

#include "audit.h"
#include "ceiling.h"
#include "conf.h"
#include "enqueue.h"
#include "file_key.h"
#include "mask.h"
#include "rate.h"
#include "secret.h"

#define HOUR 3600
#define KNOWN "union-known"

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
                                                           mask_phone(m, contacts[i].phone), false, contacts[i].phone };
        if (contacts[i].email)
            (*out)[(*count)++] = (struct union_login_way){ contacts[i].id, primary ? "PRIMARY_EMAIL" : "BACKUP_EMAIL",
                                                           mask_email(m, contacts[i].email), true, contacts[i].email };
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

/* ---- asking for a code ---- */

struct asking { const struct union_login_in *in; const struct union_login_way *way; unsigned char form_hash[32]; bool stands; };

/* What is counted of one asking: the number, the number by the asking address, the number by all to whom it is new, and the address,
 * whatever numbers it asks for, as long as it is new to them. */
enum { NUMBER, ADDRESS, STRANGERS, SOURCE, COUNTS };
enum { SPANS = 3, NUMBER_BYTES = 256 };
static const struct { const char *class; int64_t most[SPANS]; /* a minute, an hour, a day; none: as the settings say */ } ceilings[COUNTS] = {
    [NUMBER] = { "union-code", { 1, 5, 10 } }, [ADDRESS] = { "union-code-asker", { 1, 3, 5 } },
    [STRANGERS] = { "union-code-new", { 1, 4, 7 } }, [SOURCE] = { "union-code-source", { 0 } },
};
static const struct { int64_t seconds; const char *setting; } spans[SPANS] = {
    { 60, "code.source_minute" }, { HOUR, "code.source_hour" }, { 24 * HOUR, "code.source_day" },
};

/* A network from which the contact came in. */
static bool known_tag(int64_t contact_id, const char *address, unsigned char tag[RATE_TAG], struct fail *f)
{
    unsigned char both[sizeof contact_id + CEILING_SOURCE];
    memcpy(both, &contact_id, sizeof contact_id);
    size_t n = ceiling_network(address, both + sizeof contact_id);
    return file_key_tag(KNOWN, both, sizeof contact_id + n, tag, f);
}

/* One number may be that of several contacts: of two unions, or of one who is entered anew. */
static bool tags(const struct asking *a, unsigned char out[COUNTS][RATE_TAG], struct fail *f)
{
    unsigned char bytes[NUMBER_BYTES + CEILING_SOURCE] = { 0 };
    const size_t number = strnlen(a->way->address, NUMBER_BYTES - 1) + 1;
    memcpy(bytes, a->way->address, number - 1);
    size_t n = ceiling_source(a->in->address, bytes + number);
    return file_key_tag("union-code", bytes, number, out[NUMBER], f) && file_key_tag("union-code", bytes, number + n, out[ADDRESS], f) &&
           file_key_tag("union-code", bytes, number, out[STRANGERS], f) &&
           file_key_tag("union-code-source", bytes + number, n, out[SOURCE], f);
}

/* *until is not before any of the ceilings lets one more pass. */
static bool below(struct db *db, size_t i, const unsigned char tag[RATE_TAG], instant *until, struct fail *f)
{
    for (size_t k = 0; k < SPANS; k++) {
        instant nth;
        int64_t most = i == SOURCE ? conf_number(spans[k].setting) : ceilings[i].most[k];
        if (most == 0)
            continue;
        if (!rate_nth(db, ceilings[i].class, tag, spans[k].seconds, most, &nth, f))
            return false;
        if (nth != 0 && nth + spans[k].seconds * CLOCK_SECOND > *until)
            *until = nth + spans[k].seconds * CLOCK_SECOND;
    }
    return true;
}

/* Beside the field, with when to try again: in minutes, or hours if it is long. */
static bool later(instant now, instant until, struct fail *f)
{
    int64_t minutes = (until - now + CLOCK_MINUTE - 1) / CLOCK_MINUTE;
    bool hours = minutes >= 120;
    fail_field(f, "way", hours ? "code_later_hours" : "code_later");
    f->number = hours ? (minutes + 59) / 60 : minutes;
    return false;
}

/* Counts one more, if all ceilings let it pass. */
static bool may_send(struct db *db, const struct asking *a, struct fail *f)
{
    unsigned char tag[COUNTS][RATE_TAG], known[RATE_TAG];
    struct rate_seen seen;
    instant until = 0;
    if (!tags(a, tag, f) || !known_tag(a->way->contact_id, a->in->address, known, f) ||
        !rate_seen(db, KNOWN, known, 30 * 24 * HOUR, &seen, f))
        return false;
    size_t counts = seen.hits > 0 ? STRANGERS : COUNTS;
    for (size_t i = 0; i < counts; i++)
        if (!below(db, i, tag[i], &until, f))
            return false;
    if (until != 0)
        return later(seen.now, until, f);
    for (size_t i = 0; i < counts; i++)
        if (!rate_note(db, ceilings[i].class, tag[i], f))
            return false;
    return true;
}

static bool send_code(struct mem *m, struct db *db, const struct asking *a, struct fail *f)
{
    char *code = mem_printf(m, "%06u", secret_random_below(1000000));
    unsigned char hash[32], key[16];
    bool made = false;
    if (!code_hash(a->form_hash, code, hash, f) ||
        !one_time_code_add(db, a->form_hash, a->way->contact_id, hash, MESSAGE_CODE_MINUTES, &made, f))
        return false;
    if (!made)
        return fail_field(f, "way", "code_over");
    secret_random(key, sizeof key);
    return enqueue_code(db, a->way->contact_id, a->way->email ? MESSAGE_EMAIL : MESSAGE_SMS, secret_to_hex(m, key, sizeof key), code, f);
}

static bool ask_work(struct db *db, void *ctx, struct fail *f)
{
    struct asking *a = ctx;
    struct mem *m = mem_new_secret(NULL, "union code");
    bool ok = union_contact_lock(m, db, a->way->contact_id, f) &&
              one_time_code_stands(db, a->form_hash, UNION_LOGIN_TRIES, &a->stands, f);
    if (ok && !a->stands)
        ok = may_send(db, a, f) && send_code(m, db, a, f);
    mem_free(&m);
    return ok;
}

bool union_login_ask(struct mem *m, struct db *db, const struct union_login_in *in, const char *way, bool *stands, struct fail *f)
{
    struct union_login_way *ways;
    size_t count, i = 0;
    struct asking a = { .in = in };
    if (!union_login_ways(m, db, in->slug, &ways, &count, f))
        return false;
    while (i < count && strcmp(ways[i].word, way) != 0)
        i++;
    if (i == count)
        return fail_field(f, "way", "choose_one");
    a.way = &ways[i];
    token_form_hash(in->form, a.form_hash);
    bool ok = db_transaction(db, ask_work, &a, f);
    *stands = ok && a.stands;
    if (ok && !a.stands)
        enqueue_poke();
    return ok;
}

/* ---- coming in ---- */

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

struct entering { int64_t code_id, contact_id; const unsigned char *token_hash; const char *csrf, *address; };

static bool enter_work(struct db *db, void *ctx, struct fail *f)
{
    const struct entering *e = ctx;
    unsigned char known[RATE_TAG];
    bool used = false;
    return one_time_code_use(db, e->code_id, &used, f) && (used || fail_field(f, "code", "code_wrong")) &&
           union_session_add(db, e->token_hash, e->contact_id, e->csrf, f) &&
           known_tag(e->contact_id, e->address, known, f) && rate_note_day(db, KNOWN, known, f) &&
           audit_add(db, AUDIT_UNION, e->contact_id, "sign_in", "union_contact", e->contact_id, "", f);
}

bool union_login_enter(struct mem *m, struct db *db, const struct union_login_in *in, const char *code, char **token, struct fail *f)
{
    unsigned char form_hash[32], given[32], secret[32], hash[32], csrf[16];
    struct one_time_code found;
    bool counted = false, fits = false;
    token_form_hash(in->form, form_hash);
    /* The try counts before the code is looked at, and outside of any transaction. */
    if (!code_hash(form_hash, code, given, f) || !one_time_code_try(db, form_hash, UNION_LOGIN_TRIES, &counted, f))
        return false;
    if (!counted)
        return fail_field(f, "code", "code_wrong");
    if (!one_time_code_find(m, db, form_hash, &found, f) || !reached(m, db, in->slug, found.contact_id, &fits, f))
        return false;
    if (!fits || found.code_hash.len != 32 || !secret_equal(found.code_hash.data, given, 32))
        return fail_field(f, "code", "code_wrong");
    secret_random(secret, sizeof secret);
    secret_random(csrf, sizeof csrf);
    secret_hash(hash, "gs-union-session", secret, sizeof secret);
    struct entering e = { found.id, found.contact_id, hash, secret_to_hex(m, csrf, sizeof csrf), in->address };
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
