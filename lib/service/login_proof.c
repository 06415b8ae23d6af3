/* login_proof: what an officer proves himself with: password, one-time code, and the private key that the password opens. */
#include <string.h>

#include "audit.h"
#include "file_key.h"
#include "login.h"
#include "login_backoff.h"
#include "password.h"
#include "secret.h"
#include "slot.h"
#include "totp.h"

static char *password_context(struct mem *m, const struct officer_proof *p)
{
    return mem_printf(m, "officer-key:%s:password", p->row.login);
}

static char *totp_context(struct mem *m, const struct officer_proof *p)
{
    return mem_printf(m, "officer-totp:%s", p->row.login);
}

void login_wrap_password(struct mem *m, struct officer_proof *p, const char *password, const unsigned char private_key[SEAL_PRIVATE])
{
    struct password_record record;
    unsigned char wrap[32];
    password_make(&record, wrap, password);
    memcpy(p->salt, record.salt, sizeof p->salt);
    memcpy(p->verifier, record.verifier, sizeof p->verifier);
    p->passes = record.passes;
    p->memory_kib = record.memory_kib;
    p->has_password = true;
    seal_wrap(p->key_by_password, wrap, password_context(m, p), private_key);
    secret_wipe(wrap, sizeof wrap);
}

bool login_set_password(struct mem *m, struct officer_proof *p, const char *password, const unsigned char private_key[SEAL_PRIVATE],
                        struct fail *f)
{
    int slot;
    if (!slot_take(&slot, f))
        return false;
    login_wrap_password(m, p, password, private_key);
    slot_leave(slot);
    return true;
}

bool login_box_totp(struct mem *m, struct officer_proof *p, const unsigned char secret[20], struct fail *f)
{
    unsigned char key[SECRET_KEY];
    if (!file_key(FILE_KEY_REST, key, f))
        return false;
    struct seal_bytes boxed = seal_box(m, key, totp_context(m, p), secret, TOTP_SECRET);
    p->totp_boxed = (struct db_blob){ boxed.data, boxed.len };
    secret_wipe(key, sizeof key);
    return true;
}

bool login_unbox_totp(struct mem *m, const struct officer_proof *p, unsigned char secret[20], struct fail *f)
{
    unsigned char key[SECRET_KEY];
    struct seal_bytes bytes;
    if (!file_key(FILE_KEY_REST, key, f))
        return false;
    bool ok = seal_unbox(m, key, totp_context(m, p), p->totp_boxed.data, p->totp_boxed.len, &bytes, f);
    secret_wipe(key, sizeof key);
    if (ok && bytes.len != TOTP_SECRET)
        ok = fail_set(f, FAIL_INTERNAL, "seal_broken", "a TOTP secret of %zu bytes", bytes.len);
    if (ok)
        memcpy(secret, bytes.data, TOTP_SECRET);
    return ok;
}

/* The password's work is done for everybody, also for a login that nobody has. */
static bool password_fits(const struct officer_proof *p, bool known, const char *password, bool *fits, unsigned char wrap[32],
                          struct fail *f)
{
    int slot;
    if (!slot_take(&slot, f))
        return false;
    if (known) {
        struct password_record record = { .passes = p->passes, .memory_kib = p->memory_kib };
        memcpy(record.salt, p->salt, sizeof record.salt);
        memcpy(record.verifier, p->verifier, sizeof record.verifier);
        *fits = password_check(&record, password, wrap);
    } else {
        password_check_nobody(password);
        *fits = false;
    }
    slot_leave(slot);
    return true;
}

bool login_password_fits(const struct officer_proof *p, const char *password, bool *fits, struct fail *f)
{
    unsigned char wrap[32];
    bool ok = password_fits(p, true, password, fits, wrap, f);
    secret_wipe(wrap, sizeof wrap);
    return ok;
}

static bool digits_fit(struct mem *m, struct db *db, const struct officer_proof *p, const char *digits, bool *fits, int64_t *step,
                       struct fail *f)
{
    unsigned char secret[TOTP_SECRET];
    instant now;
    if (!login_unbox_totp(m, p, secret, f) || !db_now(db, &now, f))
        return false;
    *fits = totp_check(secret, digits, now, p->totp_step, step);
    secret_wipe(secret, sizeof secret);
    return true;
}

/* While the source waits it learns nothing, and what it tries leaves no line, so that it can fill no table. */
static bool wrong(struct db *db, const struct login_source *source, bool waits, int64_t officer_id, struct fail *f)
{
    if (waits)
        return fail_set(f, FAIL_TOO_MANY, "sign_in_wait", "wrong again while waiting");
    return login_note_wrong(db, source, f) &&
           audit_add(db, AUDIT_SYSTEM, 0, "sign_in_failed", "officer", officer_id, "", f) &&
           fail_set(f, FAIL_FORBIDDEN, "sign_in_wrong", "login, password or code");
}

/* Looks the login up; false only when the database cannot say. */
static bool look_up(struct mem *m, struct db *db, const char *login, struct officer_proof *out, bool *known, struct fail *f)
{
    struct fail missing = { .kind = FAIL_NONE };
    bool found = officer_proof_by_login(m, db, login, out, &missing);
    *known = found && out->row.state == OFFICER_ACTIVE && out->has_password;
    if (found || missing.kind == FAIL_MISSING)
        return true;
    *f = missing;
    return false;
}

/* The one-time code of somebody whose password fits. */
static bool code_fits(struct mem *m, struct db *db, const struct login_source *source, const struct login_in *in,
                      struct login_proved *out, bool *fits, struct fail *f)
{
    bool may = false;
    *fits = false;
    if (!login_may_guess_code(db, source, &may, f) || (may && !digits_fit(m, db, &out->proof, in->digits, fits, &out->step, f)))
        return false;
    return *fits || !may || login_note_wrong_code(db, source, f);
}

static bool prove(struct mem *m, struct db *db, const struct login_source *source, const struct login_in *in, struct login_proved *out,
                  struct fail *f)
{
    unsigned char wrap[32];
    bool known = false, fits = false, waits = false;
    memset(out, 0, sizeof *out);
    if (!login_may_try(db, source, &waits, f) || !look_up(m, db, in->login, &out->proof, &known, f) ||
        !password_fits(&out->proof, known, in->password, &fits, wrap, f))
        return false;
    if (fits && !code_fits(m, db, source, in, out, &fits, f))
        return false;
    if (!fits)
        return wrong(db, source, waits, known ? out->proof.row.id : 0, f);
    bool ok = seal_unwrap(out->private_key, wrap, password_context(m, &out->proof), out->proof.key_by_password, f) &&
              login_note_right(db, source, f);
    secret_wipe(wrap, sizeof wrap);
    return ok;
}

bool login_prove(struct mem *m, struct db *db, const struct login_in *in, struct login_proved *out, struct fail *f)
{
    struct login_source source;
    return login_source(in->login, in->address, &source, f) && prove(m, db, &source, in, out, f);
}

bool login_prove_again(struct mem *m, struct db *db, const struct login_session *s, const struct login_in *in, struct login_proved *out,
                       struct fail *f)
{
    struct login_source source;
    struct login_in own = *in;
    own.login = s->login;
    return login_source_inside(s->id, &source, f) && prove(m, db, &source, &own, out, f);
}
