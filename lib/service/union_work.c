/* union_work: see union_work.h. */
#include "union_work.h"

#include <string.h>

#include "assist.h"
#include "assist_move.h"
#include "attachment.h"
#include "audit.h"
#include "keyring.h"

struct work { const struct union_session_row *s; const char *slug, *why; const struct union_work_reply *reply; };

/* One step of the union on its own request: the rules, the state, the record. */
static bool step(struct mem *m, struct db *db, const struct work *w, int64_t assist_id, enum assist_step which, const char *note,
                 struct fail *f)
{
    struct assist_standing a;
    struct actor actor = { .kind = ACTOR_UNION, .id = w->s->union_id };
    if (!assist_lock_own(m, db, assist_id, w->s->union_id, &a, f))
        return false;
    struct assist_facts facts = { .union_id = a.union_id, .time_asked = a.time_asked, .is_signed = a.is_signed, .term_over = a.term_over };
    if (!assist_state_read(a.state, &facts.state))
        return fail_set(f, FAIL_INTERNAL, "internal", "a request in no known state");
    const struct assist_move_row *move = assist_find_move(which, facts.state, ACTOR_UNION);
    const char *why = move ? assist_may(move, &facts, &actor) : "case_moved";
    if (why)
        return fail_set(f, strcmp(why, "forbidden") == 0 ? FAIL_FORBIDDEN : FAIL_CONFLICT, why, "request %lld is %s", (long long)a.id, a.state);
    struct assist_event_new event = { a.id, "UNION", w->s->contact_id, assist_step_word(which), a.state, assist_state_word(move->to), note,
                                      a.due_at };
    return assist_set_own(db, &a, assist_state_word(move->to), f) && assist_event_add(db, &event, f);
}

static bool sign_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "sign");
    struct letter l;
    bool now = false;
    bool ok = letter_read(m, db, w->slug, w->s->union_id, &l, f) && letter_sign(db, l.id, w->s->union_id, w->s->contact_id, &now, f);
    if (ok && now)
        ok = (!l.assist_id || step(m, db, w, l.assist_id, ASSIST_STEP_SIGN, "", f)) &&
             audit_add(db, AUDIT_UNION, w->s->contact_id, "sign_letter", "union_letter", l.id, "", f);
    mem_free(&m);
    return ok;
}

bool union_work_sign(struct db *db, const struct union_session_row *s, const char *slug, struct fail *f)
{
    struct work w = { .s = s, .slug = slug };
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
    bool ok = letter_read(m, db, w->slug, w->s->union_id, &l, f) &&
              (l.assist_id || fail_set(f, FAIL_MISSING, "not_found", "a letter without a request")) &&
              step(m, db, w, l.assist_id, ASSIST_STEP_REPLY, "", f) && store_reply(m, db, w, l.assist_id, f) &&
              audit_add(db, AUDIT_UNION, w->s->contact_id, "reply", "assist", l.assist_id, "", f);
    mem_free(&m);
    return ok;
}

bool union_work_reply(struct db *db, const struct union_session_row *s, const struct union_work_reply *in, struct fail *f)
{
    struct work w = { .s = s, .slug = in->slug, .reply = in };
    return db_transaction(db, reply_work, &w, f);
}

static bool ask_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "more time");
    struct letter l;
    bool ok = letter_read(m, db, w->slug, w->s->union_id, &l, f) &&
              (l.assist_id || fail_set(f, FAIL_MISSING, "not_found", "a letter without a request")) &&
              step(m, db, w, l.assist_id, ASSIST_STEP_ASK_TIME, w->why, f) &&
              audit_add(db, AUDIT_UNION, w->s->contact_id, "ask_time", "assist", l.assist_id, "", f);
    mem_free(&m);
    return ok;
}

bool union_work_ask_time(struct db *db, const struct union_session_row *s, const char *slug, const char *why, struct fail *f)
{
    struct work w = { .s = s, .slug = slug, .why = why };
    return db_transaction(db, ask_work, &w, f);
}
