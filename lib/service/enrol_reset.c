/* enrol_reset: getting in again after a lost password, and the officer's own change of it and of his recovery code. */
#include <string.h>

#include "audit.h"
#include "enrol.h"
#include "enrol_private.h"
#include "file_key.h"
#include "keyring.h"
#include "password.h"
#include "rate.h"
#include "seal_key.h"
#include "secret.h"
#include "session.h"
#include "staff.h"
#include "totp.h"

#define WRONG_MAX 5
#define WRONG_CLASS "reset-digits"
#define DAY_SECONDS (24 * 3600)
/* Who may ask for a reset and agree to one. */
#define MAY_AGREE (STAFF_ADMIN | STAFF_APPROVER)

struct ask_work { const struct login_session *by; int64_t officer_id; };

static bool ask_work(struct db *db, void *ctx, struct fail *f)
{
    const struct ask_work *w = ctx;
    return officer_pass_ask(db, w->officer_id, w->by->officer_id, f) &&
           audit_add(db, AUDIT_OFFICER, w->by->officer_id, "reset_ask", "officer", w->officer_id, "", f);
}

bool enrol_reset_ask(struct db *db, const struct login_session *by, int64_t officer_id, struct fail *f)
{
    struct ask_work work = { by, officer_id };
    if (!(by->roles & MAY_AGREE))
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "no role for it");
    return db_transaction(db, ask_work, &work, f);
}

struct agree_work { const struct login_session *by; int64_t pass_id; unsigned char hash[32]; };

static bool agree_work(struct db *db, void *ctx, struct fail *f)
{
    const struct agree_work *w = ctx;
    return officer_pass_agree(db, w->pass_id, w->hash, w->by->officer_id, f) &&
           audit_add(db, AUDIT_OFFICER, w->by->officer_id, "reset_agree", "officer_pass", w->pass_id, "", f);
}

bool enrol_reset_agree(struct mem *m, struct db *db, const struct login_session *by, int64_t pass_id, char **code, struct fail *f)
{
    struct agree_work work = { by, pass_id, { 0 } };
    unsigned char secret[32];
    if (!(by->roles & MAY_AGREE))
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "no role for it");
    char *made = password_code_make(m, secret);
    enrol_code_hash(secret, work.hash);
    secret_wipe(secret, sizeof secret);
    bool ok = db_transaction(db, agree_work, &work, f);
    *code = ok ? made : NULL;
    return ok;
}

/* One who holds the pass but not the phone gets five tries. */
static bool digits_fit(struct mem *m, struct db *db, const struct officer_pass_row *pass, const struct officer_proof *proof,
                       const char *digits, int64_t *step, struct fail *f)
{
    unsigned char secret[TOTP_SECRET], tag[16];
    struct rate_seen seen;
    instant now;
    if (!login_unbox_totp(m, proof, secret, f) || !db_now(db, &now, f))
        return false;
    bool fits = totp_check(secret, digits, now, proof->totp_step, step);
    secret_wipe(secret, sizeof secret);
    if (fits)
        return true;
    if (!file_key_tag("reset-digits", &pass->id, sizeof pass->id, tag, f) || !rate_note(db, WRONG_CLASS, tag, f) ||
        !rate_seen(db, WRONG_CLASS, tag, 2 * DAY_SECONDS, &seen, f) ||
        !audit_add(db, AUDIT_SYSTEM, 0, "reset_failed", "officer", pass->officer_id, "", f))
        return false;
    if (seen.hits >= WRONG_MAX && !officer_pass_void(db, pass->officer_id, f))
        return false;
    return fail_field(f, "digits", "digits_wrong");
}

struct reset_work { const struct officer_proof *proof; int64_t pass_id, step; bool new_keys; };

static bool reset_work(struct db *db, void *ctx, struct fail *f)
{
    const struct reset_work *w = ctx;
    int64_t id = w->proof->row.id;
    if (!officer_pass_use(db, w->pass_id, f) || !officer_totp_step(db, id, w->step, f) || !officer_reset(db, w->proof, f) ||
        !session_drop_officer(db, id, 0, f))
        return false;
    /* What was sealed for the old key opens for nobody. */
    if (w->new_keys && (!seal_key_grants_drop(db, id, keyring_word(KEYRING_CASE), f) ||
                        !seal_key_grants_drop(db, id, keyring_word(KEYRING_IDENTITY), f)))
        return false;
    return audit_add(db, AUDIT_OFFICER, id, "reset_done", "officer", id, w->new_keys ? "NEW_KEY" : "KEY_KEPT", f);
}

/* The key stays: opened by the recovery code, wrapped by the new password. */
static bool keep_keys(struct mem *m, struct officer_proof *p, const char *recovery, const char *password, struct fail *f)
{
    unsigned char secret[32], private_key[SEAL_PRIVATE];
    struct fail broken = { .kind = FAIL_NONE };
    if (!password_code_read(recovery, secret) ||
        !seal_unwrap(private_key, secret, enrol_recovery_context(m, p), p->key_by_recovery, &broken))
        return fail_field(f, "recovery", "recovery_wrong");
    bool ok = login_set_password(m, p, password, private_key, f);
    secret_wipe(secret, sizeof secret);
    secret_wipe(private_key, sizeof private_key);
    return ok;
}

bool enrol_reset(struct mem *m, struct db *db, const struct enrol_reset_in *in, char **recovery, struct fail *f)
{
    struct officer_pass_row pass;
    struct officer_proof proof;
    int64_t step = 0;
    char *made = NULL;
    bool new_keys = !*in->recovery;
    *recovery = NULL;
    if (!enrol_pass(m, db, in->code, &pass, f))
        return false;
    if (!pass.reset)
        return fail_field(f, "code", "pass_wrong");
    if (!password_acceptable(in->password, pass.login, f) || !officer_proof(m, db, pass.officer_id, &proof, f) ||
        !digits_fit(m, db, &pass, &proof, in->digits, &step, f))
        return false;
    struct reset_work work = { &proof, pass.id, step, new_keys };
    bool ok = (new_keys ? enrol_new_keys(m, true, &proof, in->password, &made, f)
                        : keep_keys(m, &proof, in->recovery, in->password, f)) &&
              db_transaction(db, reset_work, &work, f);
    *recovery = ok ? made : NULL;
    return ok;
}

struct password_work { const struct login_session *s; const struct officer_proof *proof; };

static bool password_work(struct db *db, void *ctx, struct fail *f)
{
    const struct password_work *w = ctx;
    return officer_set_password(db, w->proof, f) && session_drop_officer(db, w->s->officer_id, w->s->id, f) &&
           audit_add(db, AUDIT_OFFICER, w->s->officer_id, "password_change", "officer", w->s->officer_id, "", f);
}

bool enrol_password(struct mem *m, struct db *db, const struct login_session *s, const char *old, const char *password, struct fail *f)
{
    struct officer_proof proof;
    bool fits = false;
    if (!password_acceptable(password, s->login, f) || !officer_proof(m, db, s->officer_id, &proof, f) ||
        !login_password_fits(&proof, old, &fits, f))
        return false;
    if (!fits)
        return fail_field(f, "old", "password_old_wrong");
    struct password_work work = { s, &proof };
    return login_set_password(m, &proof, password, s->keys.private_key, f) && db_transaction(db, password_work, &work, f);
}

static bool recovery_work(struct db *db, void *ctx, struct fail *f)
{
    const struct password_work *w = ctx;
    return officer_set_recovery(db, w->proof, f) &&
           audit_add(db, AUDIT_OFFICER, w->s->officer_id, "recovery_new", "officer", w->s->officer_id, "", f);
}

bool enrol_recovery(struct mem *m, struct db *db, const struct login_session *s, char **recovery, struct fail *f)
{
    struct officer_proof proof;
    unsigned char secret[32];
    if (!officer_proof(m, db, s->officer_id, &proof, f))
        return false;
    char *made = password_code_make(m, secret);
    seal_wrap(proof.key_by_recovery, secret, enrol_recovery_context(m, &proof), s->keys.private_key);
    secret_wipe(secret, sizeof secret);
    struct password_work work = { s, &proof };
    bool ok = db_transaction(db, recovery_work, &work, f);
    *recovery = ok ? made : NULL;
    return ok;
}
