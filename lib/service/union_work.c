/* union_work: see union_work.h. */
#include "union_work.h"

#include <string.h>

#include "attachment.h"
#include "audit.h"
#include "moderate.h"

struct work { const struct union_session_row *s; const char *slug; const struct union_work_reply *reply; };

static bool sign_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "sign");
    struct letter l;
    bool now = false;
    bool ok = letter_read(m, db, w->slug, w->s->union_id, &l, f) && letter_sign(db, l.id, w->s->union_id, w->s->contact_id, &now, f);
    if (ok && now)
        ok = (!l.assist_id || assist_sign(db, l.assist_id, w->s->union_id, f)) &&
             audit_add(db, AUDIT_UNION, w->s->contact_id, "sign_letter", "union_letter", l.id, "", f);
    mem_free(&m);
    return ok;
}

bool union_work_sign(struct db *db, const struct union_session_row *s, const char *slug, struct fail *f)
{
    struct work w = { s, slug, NULL };
    return db_transaction(db, sign_work, &w, f);
}

static bool store_reply(struct mem *m, struct db *db, const struct work *w, int64_t assist_id, struct fail *f)
{
    unsigned char key[SEAL_PUBLIC], form_hash[32];
    uint64_t claimed = 0;
    if (!keyring_public(db, KEYRING_CASE, key, f))
        return false;
    struct seal_bytes sealed = seal_close(m, key, mem_printf(m, "assist:%lld:reply", (long long)assist_id), w->reply->text,
                                          strlen(w->reply->text));
    token_form_hash(w->reply->token, form_hash);
    return assist_reply(db, assist_id, w->s->union_id, w->s->contact_id, sealed.data, sealed.len, f) &&
           attachment_claim_assist(db, form_hash, assist_id, &claimed, f) &&
           (claimed == w->reply->files || fail_set(f, FAIL_CONFLICT, "files_changed", "not the files that were shown"));
}

static bool reply_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "reply");
    struct letter l;
    struct casebook_locked row;
    struct moderate_move step = { .move = MOVE_UNION_REPLIES, .seen = "", .actor_kind = "UNION", .actor_id = w->s->contact_id };
    bool ok = letter_read(m, db, w->slug, w->s->union_id, &l, f) &&
              (l.assist_id || fail_set(f, FAIL_MISSING, "not_found", "a letter without a request")) &&
              casebook_lock_assist(m, db, l.assist_id, w->s->union_id, &row, f) && store_reply(m, db, w, l.assist_id, f) &&
              moderate_step(m, db, &row, &step, NULL, NULL, f) &&
              audit_add(db, AUDIT_UNION, w->s->contact_id, "reply", "assist", l.assist_id, "", f);
    mem_free(&m);
    return ok;
}

bool union_work_reply(struct db *db, const struct union_session_row *s, const struct union_work_reply *in, struct fail *f)
{
    struct work w = { s, in->slug, in };
    return db_transaction(db, reply_work, &w, f);
}
