/* enrol: invitation, activation, and enrolment by the operator. */
#include "enrol.h"

#include <string.h>

#include "audit.h"
#include "enrol_private.h"
#include "file_key.h"
#include "keyring.h"
#include "password.h"
#include "scan.h"
#include "secret.h"
#include "staff.h"
#include "totp.h"

#define LOGIN_MIN 3
#define LOGIN_MAX 40

void enrol_code_hash(const unsigned char secret[32], unsigned char hash[32])
{
    secret_hash(hash, "gs-officer-pass", secret, 32);
}

char *enrol_recovery_context(struct mem *m, const struct officer_proof *p)
{
    return mem_printf(m, "officer-key:%s:recovery", p->row.login);
}

bool enrol_new_keys(struct mem *m, bool in_turn, struct officer_proof *p, const char *password, char **recovery, struct fail *f)
{
    struct seal_pair pair;
    unsigned char secret[32];
    seal_pair_make(&pair);
    *recovery = password_code_make(m, secret);
    memcpy(p->public_key, pair.public_key, sizeof p->public_key);
    seal_wrap(p->key_by_recovery, secret, enrol_recovery_context(m, p), pair.private_key);
    bool ok = !in_turn || login_set_password(m, p, password, pair.private_key, f);
    if (!in_turn)
        login_wrap_password(m, p, password, pair.private_key);
    secret_wipe(secret, sizeof secret);
    secret_wipe(&pair, sizeof pair);
    return ok;
}

/* ---- invitation ---- */

static bool fits(const char *login, const char *name, uint32_t roles, struct fail *f)
{
    if (strlen(login) < LOGIN_MIN || !scan_word(login, LOGIN_MAX))
        return fail_field(f, "login", "login_form");
    if (!*name)
        return fail_field(f, "name", "name_missing");
    if (roles == 0)
        return fail_field(f, "roles", "roles_missing");
    return staff_roles_fit(roles) || fail_field(f, "roles", "roles_together");
}

struct invite_work {
    const struct login_session *by;
    const struct enrol_invite_in *in; /* NULL: the officer stands already */
    unsigned char hash[32];
    int64_t officer_id;
};

static bool invite_work(struct db *db, void *ctx, struct fail *f)
{
    struct invite_work *w = ctx;
    if (w->in && !officer_add(db, w->in->login, w->in->name, w->in->roles, w->by->officer_id, &w->officer_id, f))
        return false;
    return officer_pass_invite(db, w->officer_id, w->hash, w->by->officer_id, f) &&
           audit_add(db, AUDIT_OFFICER, w->by->officer_id, w->in ? "officer_invite" : "officer_invite_again", "officer", w->officer_id, "", f);
}

static bool invite(struct mem *m, struct db *db, struct invite_work *work, char **code, struct fail *f)
{
    unsigned char secret[32];
    char *made = password_code_make(m, secret);
    enrol_code_hash(secret, work->hash);
    secret_wipe(secret, sizeof secret);
    bool ok = db_transaction(db, invite_work, work, f);
    *code = ok ? made : NULL;
    return ok;
}

bool enrol_invite(struct mem *m, struct db *db, const struct login_session *by, const struct enrol_invite_in *in, char **code,
                  int64_t *officer_id, struct fail *f)
{
    struct invite_work work = { .by = by, .in = in };
    if (!fits(in->login, in->name, in->roles, f) || !invite(m, db, &work, code, f))
        return false;
    *officer_id = work.officer_id;
    return true;
}

bool enrol_invite_again(struct mem *m, struct db *db, const struct login_session *by, int64_t officer_id, char **code, struct fail *f)
{
    struct invite_work work = { .by = by, .officer_id = officer_id };
    struct officer_row row;
    if (!officer_get(m, db, officer_id, &row, f))
        return false;
    if (row.state != OFFICER_INVITED)
        return fail_set(f, FAIL_CONFLICT, "officer_changed", "the officer is not waiting for activation");
    return invite(m, db, &work, code, f);
}

/* ---- activation ---- */

bool enrol_pass(struct mem *m, struct db *db, const char *code, struct officer_pass_row *out, struct fail *f)
{
    unsigned char secret[32], hash[32];
    if (!password_code_read(code, secret))
        return fail_field(f, "code", "pass_wrong");
    enrol_code_hash(secret, hash);
    secret_wipe(secret, sizeof secret);
    return officer_pass_find(m, db, hash, out, f) || (f->kind == FAIL_MISSING && fail_field(f, "code", "pass_wrong"));
}

static char *offer_context(struct mem *m, const struct officer_pass_row *pass)
{
    return mem_printf(m, "totp-offer:%lld:%lld", (long long)pass->officer_id, (long long)pass->id);
}

bool enrol_totp_offer(struct mem *m, const struct officer_pass_row *pass, char **offer, struct fail *f)
{
    unsigned char key[SECRET_KEY], secret[TOTP_SECRET];
    if (!file_key(FILE_KEY_REST, key, f))
        return false;
    totp_make(secret);
    struct seal_bytes boxed = seal_box(m, key, offer_context(m, pass), secret, sizeof secret);
    *offer = secret_to_base64url(m, boxed.data, boxed.len);
    secret_wipe(key, sizeof key);
    secret_wipe(secret, sizeof secret);
    return true;
}

#define OFFER_BYTES (24 + TOTP_SECRET + 16)

static bool offer_open(struct mem *m, const struct officer_pass_row *pass, const char *offer, unsigned char secret[TOTP_SECRET],
                       struct fail *f)
{
    unsigned char key[SECRET_KEY], boxed[OFFER_BYTES];
    struct seal_bytes bytes;
    struct fail broken = { .kind = FAIL_NONE };
    if (!file_key(FILE_KEY_REST, key, f))
        return false;
    bool ok = secret_from_base64url(offer, boxed, sizeof boxed) &&
              seal_unbox(m, key, offer_context(m, pass), boxed, sizeof boxed, &bytes, &broken) && bytes.len == TOTP_SECRET;
    secret_wipe(key, sizeof key);
    if (!ok)
        return fail_set(f, FAIL_INPUT, "pass_wrong", "the page's TOTP offer is none");
    memcpy(secret, bytes.data, TOTP_SECRET);
    return true;
}

bool enrol_totp_show(struct mem *m, const struct officer_pass_row *pass, const char *offer, char **uri, char **typed, struct fail *f)
{
    unsigned char secret[TOTP_SECRET];
    if (!offer_open(m, pass, offer, secret, f))
        return false;
    *uri = totp_uri(m, pass->login, secret);
    *typed = totp_typed(m, secret);
    secret_wipe(secret, sizeof secret);
    return true;
}

struct activate_work { const struct officer_proof *proof; int64_t pass_id; };

static bool activate_work(struct db *db, void *ctx, struct fail *f)
{
    const struct activate_work *w = ctx;
    int64_t id = w->proof->row.id;
    return officer_pass_use(db, w->pass_id, f) && officer_activate(db, w->proof, f) &&
           audit_add(db, AUDIT_OFFICER, id, "officer_activate", "officer", id, "", f);
}

bool enrol_activate(struct mem *m, struct db *db, const struct enrol_activate_in *in, char **recovery, struct fail *f)
{
    struct officer_pass_row pass;
    struct officer_proof proof;
    unsigned char secret[TOTP_SECRET];
    char *made = NULL;
    instant now;
    if (!enrol_pass(m, db, in->code, &pass, f))
        return false;
    if (pass.reset)
        return fail_field(f, "code", "pass_wrong");
    if (!offer_open(m, &pass, in->offer, secret, f) || !password_acceptable(in->password, pass.login, f) || !db_now(db, &now, f) ||
        !officer_proof(m, db, pass.officer_id, &proof, f))
        return false;
    bool ok = totp_check(secret, in->digits, now, 0, &proof.totp_step) || fail_field(f, "digits", "digits_wrong");
    ok = ok && login_box_totp(m, &proof, secret, f) && enrol_new_keys(m, true, &proof, in->password, &made, f);
    secret_wipe(secret, sizeof secret);
    struct activate_work work = { &proof, pass.id };
    ok = ok && db_transaction(db, activate_work, &work, f);
    *recovery = ok ? made : NULL;
    return ok;
}

/* ---- by the operator ---- */

struct operator_work { struct officer_proof *proof; const struct enrol_operator_in *in; };

static bool operator_work(struct db *db, void *ctx, struct fail *f)
{
    struct operator_work *w = ctx;
    int64_t id = 0;
    if (!officer_add(db, w->in->login, w->in->name, w->in->roles, 0, &id, f))
        return false;
    w->proof->row.id = id;
    return officer_activate(db, w->proof, f) && audit_add(db, AUDIT_OPERATOR, 0, "officer_enrol", "officer", id, "", f) &&
           (!w->in->office_recovery || keyring_grant_recovery(db, w->in->office_recovery, id, f));
}

bool enrol_operator(struct mem *m, struct db *db, const struct enrol_operator_in *in, struct enrol_operator_out *out, struct fail *f)
{
    struct officer_proof proof = { .totp_step = 0 };
    unsigned char secret[TOTP_SECRET];
    if (!fits(in->login, in->name, in->roles, f) || !password_acceptable(in->password, in->login, f))
        return false;
    proof.row.login = mem_text(m, in->login);
    totp_make(secret);
    bool ok = login_box_totp(m, &proof, secret, f) && enrol_new_keys(m, false, &proof, in->password, &out->recovery, f);
    out->totp = secret_to_base32(m, secret, sizeof secret);
    secret_wipe(secret, sizeof secret);
    struct operator_work work = { &proof, in };
    ok = ok && db_transaction(db, operator_work, &work, f);
    out->id = proof.row.id;
    return ok;
}
