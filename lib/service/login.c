/* login: sessions of officers. The cookie holds 256 random bits; the table keeps one hash of them, and another hash of them wraps the
 * officer's private key. */
#include "login.h"

#include <string.h>

#include "audit.h"
#include "conf.h"
#include "password.h"
#include "secret.h"
#include "session.h"

#define TOKEN 32

static char *session_context(struct mem *m, int64_t officer_id)
{
    return mem_printf(m, "session:%lld", (long long)officer_id);
}

/* What a new token makes of itself for the table. */
struct minted { char *token, *csrf; unsigned char hash[32], wrapped[SEAL_WRAPPED]; };

static void derive(const unsigned char token[TOKEN], unsigned char hash[32], unsigned char wrap[32])
{
    secret_hash(hash, "gs-session", token, TOKEN);
    secret_hash(wrap, "gs-session-key", token, TOKEN);
}

static void mint(struct mem *m, int64_t officer_id, const unsigned char private_key[SEAL_PRIVATE], struct minted *out)
{
    unsigned char token[TOKEN], wrap[32], csrf[16];
    secret_random(token, sizeof token);
    secret_random(csrf, sizeof csrf);
    derive(token, out->hash, wrap);
    seal_wrap(out->wrapped, wrap, session_context(m, officer_id), private_key);
    out->token = secret_to_base64url(m, token, sizeof token);
    out->csrf = secret_to_hex(m, csrf, sizeof csrf);
    secret_wipe(token, sizeof token);
    secret_wipe(wrap, sizeof wrap);
}

struct enter_work { const struct login_proved *proved; const struct minted *minted; const struct officer_proof *renewed; };

static bool enter_work(struct db *db, void *ctx, struct fail *f)
{
    const struct enter_work *w = ctx;
    int64_t id = w->proved->proof.row.id;
    return officer_totp_step(db, id, w->proved->step, f) && (!w->renewed || officer_set_password(db, w->renewed, f)) &&
           session_add(db, w->minted->hash, id, w->minted->wrapped, w->minted->csrf, LOGIN_SESSIONS, f) &&
           audit_add(db, AUDIT_OFFICER, id, "sign_in", "officer", id, "", f);
}

/* A record made at a lower cost is made anew while the password is at hand. */
static bool renew(struct mem *m, const struct login_proved *proved, const char *password, struct officer_proof *out, bool *renewed,
                  struct fail *f)
{
    struct password_record record = { .passes = proved->proof.passes, .memory_kib = proved->proof.memory_kib };
    *renewed = password_is_old(&record);
    *out = proved->proof;
    return !*renewed || login_set_password(m, out, password, proved->private_key, f);
}

bool login_enter(struct mem *m, struct db *db, const struct login_in *in, char **token, struct fail *f)
{
    struct login_proved proved;
    struct officer_proof renewed;
    struct minted minted;
    bool anew = false;
    if (!login_prove(m, db, in, &proved, f))
        return false;
    mint(m, proved.proof.row.id, proved.private_key, &minted);
    struct enter_work work = { &proved, &minted, NULL };
    bool ok = renew(m, &proved, in->password, &renewed, &anew, f);
    work.renewed = anew ? &renewed : NULL;
    ok = ok && db_transaction(db, enter_work, &work, f);
    secret_wipe(&proved.private_key, sizeof proved.private_key);
    *token = ok ? minted.token : NULL;
    return ok;
}

bool login_who(struct mem *m, struct db *db, const char *token, struct login_session *out, struct fail *f)
{
    unsigned char bytes[TOKEN], hash[32], wrap[32];
    struct session_row row;
    struct session_limits limits = { conf_number("session.idle_minutes"), conf_number("session.absolute_hours"),
                                     conf_number("session.fresh_minutes") };
    if (!secret_from_base64url(token, bytes, sizeof bytes))
        return fail_set(f, FAIL_FORBIDDEN, "signed_out", "the cookie holds no token");
    derive(bytes, hash, wrap);
    secret_wipe(bytes, sizeof bytes);
    bool ok = session_find(m, db, hash, &limits, &row, f);
    if (ok) {
        *out = (struct login_session){ .id = row.id, .officer_id = row.officer_id, .roles = row.roles, .fresh = row.fresh,
                                       .name = row.name, .login = row.login, .csrf = row.csrf };
        memcpy(out->keys.public_key, row.public_key, SEAL_PUBLIC);
        ok = seal_unwrap(out->keys.private_key, wrap, session_context(m, row.officer_id), row.key_wrapped, f);
    }
    secret_wipe(wrap, sizeof wrap);
    return ok;
}

struct refresh_work { const struct login_session *s; const struct login_proved *proved; const struct minted *minted; };

static bool refresh_work(struct db *db, void *ctx, struct fail *f)
{
    const struct refresh_work *w = ctx;
    return officer_totp_step(db, w->s->officer_id, w->proved->step, f) &&
           session_follow(db, w->s->id, w->minted->hash, w->s->officer_id, w->minted->wrapped, w->minted->csrf, f) &&
           audit_add(db, AUDIT_OFFICER, w->s->officer_id, "sign_in_again", "officer", w->s->officer_id, "", f);
}

bool login_refresh(struct mem *m, struct db *db, const struct login_session *s, const struct login_in *in, char **token, struct fail *f)
{
    struct login_proved proved;
    struct minted minted;
    if (!login_prove_again(m, db, s, in, &proved, f))
        return false;
    mint(m, s->officer_id, proved.private_key, &minted);
    secret_wipe(&proved.private_key, sizeof proved.private_key);
    struct refresh_work work = { s, &proved, &minted };
    bool ok = db_transaction(db, refresh_work, &work, f);
    *token = ok ? minted.token : NULL;
    return ok;
}

struct leave_work { const struct login_session *s; };

static bool leave_work(struct db *db, void *ctx, struct fail *f)
{
    const struct login_session *s = ((struct leave_work *)ctx)->s;
    return session_drop(db, s->id, f) && audit_add(db, AUDIT_OFFICER, s->officer_id, "sign_out", "officer", s->officer_id, "", f);
}

bool login_leave(struct db *db, const struct login_session *s, struct fail *f)
{
    struct leave_work work = { s };
    return db_transaction(db, leave_work, &work, f);
}
