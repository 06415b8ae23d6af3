/* decide: see decide.h. */
#include "decide.h"

#include <jansson.h>
#include <string.h>

#include "audit.h"
#include "enqueue.h"

struct work {
    const struct login_session *s;
    const char *receipt, *seen, *text;
    const struct decide_in *in;
    const struct decide_words *words;
    int64_t decision_id;
};

static struct moderate_move step_of(const struct work *w, enum objection_move move)
{
    return (struct moderate_move){ .move = move, .seen = w->seen, .roles = w->s->roles, .actor_kind = "OFFICER",
                                   .actor_id = w->s->officer_id };
}

static bool seal_case(struct mem *m, struct db *db, const char *context, const char *text, struct seal_bytes *out, struct fail *f)
{
    unsigned char key[SEAL_PUBLIC];
    if (!keyring_public(db, KEYRING_CASE, key, f))
        return false;
    *out = seal_close(m, key, context, text, strlen(text));
    return true;
}

static char *words_as_json(struct mem *m, const struct decide_in *in)
{
    json_t *o = json_pack("{s:s, s:s}", "reasons", in->reasons, "told", in->told);
    size_t n = json_dumpb(o, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(o, text, n, JSON_COMPACT);
    json_decref(o);
    return text;
}

static bool draft_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "decision draft");
    struct casebook_locked row;
    struct seal_bytes sealed;
    struct moderate_move step = step_of(w, MOVE_DRAFT_DECISION);
    bool ok = casebook_lock(m, db, w->receipt, &row, f) && moderate_step(m, db, &row, &step, NULL, NULL, f) &&
              seal_case(m, db, mem_printf(m, "decision:%s", w->receipt), words_as_json(m, w->in), &sealed, f) &&
              decision_add(db, row.id, w->in->result, sealed.data, sealed.len, w->s->officer_id, f) &&
              audit_add(db, AUDIT_OFFICER, w->s->officer_id, "decision_draft", "objection", row.id, "", f);
    mem_free(&m);
    return ok;
}

bool decide_draft(struct db *db, const struct login_session *s, const struct decide_in *in, struct fail *f)
{
    struct work w = { .s = s, .receipt = in->receipt, .seen = in->seen, .in = in };
    return db_transaction(db, draft_work, &w, f);
}

static bool open_draft(struct mem *m, struct db *db, const struct work *w, int64_t objection_id, struct decision *out, struct fail *f)
{
    struct decision *all;
    size_t count;
    if (!decision_list(m, db, objection_id, &all, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        if (all[i].id == w->decision_id) {
            *out = all[i];
            return out->drafted_by != w->s->officer_id || fail_set(f, FAIL_FORBIDDEN, "same_person", "the drafter approves himself");
        }
    return fail_set(f, FAIL_MISSING, "not_found", "no such draft of this objection");
}

static const char *result_words(const struct decide_words *w, const char *result)
{
    if (strcmp(result, "SUSTAINED") == 0)
        return w->sustained;
    return strcmp(result, "PARTLY") == 0 ? w->partly : w->not_sustained;
}

static bool answer(struct mem *m, struct db *db, const struct work *w, const struct casebook_locked *row, const struct decision *d,
                   struct fail *f)
{
    struct seal_bytes plain;
    char *reasons, *told;
    struct seal_pair *pair = mem_alloc(m, sizeof *pair);
    return keyring_open(m, db, w->s, KEYRING_CASE, d->text.data, d->text.len, pair, f) &&
           seal_open(m, pair, mem_printf(m, "decision:%s", w->receipt), d->text.data, d->text.len, &plain, f) &&
           moderate_decision_words(m, &plain, &reasons, &told, f) &&
           moderate_answer(m, db, row, "DECIDED", mem_printf(m, "%s\n\n%s", result_words(w->words, d->result), told), f) &&
           enqueue_objector(db, row->id, mem_printf(m, "DECIDE:%lld", (long long)row->id), f);
}

static bool approve_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "decision approval");
    struct casebook_locked row;
    struct decision d = { .id = 0 };
    struct moderate_move step = step_of(w, MOVE_DECIDE);
    bool ok = casebook_lock(m, db, w->receipt, &row, f) && open_draft(m, db, w, row.id, &d, f) &&
              moderate_step(m, db, &row, &step, NULL, NULL, f) && decision_approve(db, d.id, row.id, w->s->officer_id, f) &&
              answer(m, db, w, &row, &d, f) &&
              audit_add(db, AUDIT_OFFICER, w->s->officer_id, "decision_approve", "objection", row.id, "", f);
    mem_free(&m);
    return ok;
}

bool decide_approve(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id,
                    const struct decide_words *words, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = "", .decision_id = decision_id, .words = words };
    bool ok = db_transaction(db, approve_work, &w, f);
    if (ok)
        enqueue_poke();
    return ok;
}

static bool return_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "decision return");
    struct casebook_locked row;
    struct decision d = { .id = 0 };
    struct moderate_move step = step_of(w, MOVE_RETURN_DECISION);
    bool ok = casebook_lock(m, db, w->receipt, &row, f) && open_draft(m, db, w, row.id, &d, f) &&
              seal_case(m, db, mem_printf(m, "objection:%s:note", w->receipt), w->text, &step.note, f) &&
              moderate_step(m, db, &row, &step, NULL, NULL, f) && decision_return(db, d.id, row.id, w->s->officer_id, f) &&
              audit_add(db, AUDIT_OFFICER, w->s->officer_id, "decision_return", "objection", row.id, "", f);
    mem_free(&m);
    return ok;
}

bool decide_return(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id, const char *why, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = "", .decision_id = decision_id, .text = why };
    return db_transaction(db, return_work, &w, f);
}
