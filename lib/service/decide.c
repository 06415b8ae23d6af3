/* decide: see decide.h. */
#include "decide.h"

#include <string.h>

#include "case_tell.h"
#include "enqueue.h"
#include "moderate_private.h"

struct work {
    const struct login_session *s;
    const char *receipt, *seen, *text;
    const struct decide_in *in;
    const struct decide_words *words;
    int64_t decision_id;
    char *told;
    const char *result;
};

static struct moderate_move step_of(const struct work *w, enum objection_move move)
{
    return (struct moderate_move){ .move = move, .seen = w->seen, .s = w->s };
}

/* Each ground of the objection once, and no other. */
static bool findings_fit(const struct decide_in *in, const char *grounds, struct fail *f)
{
    size_t wanted = 0;
    for (const char *p = grounds; *p != '\0';) {
        size_t n = strcspn(p, ","), i = 0;
        while (i < in->finding_count && (strlen(in->findings[i].ground) != n || memcmp(in->findings[i].ground, p, n) != 0))
            i++;
        if (i == in->finding_count)
            return fail_set(f, FAIL_INPUT, "findings_missing", "no finding of a ground");
        wanted++;
        p += n + (p[n] == ',');
    }
    return wanted == in->finding_count || fail_set(f, FAIL_INPUT, "findings_missing", "a finding of what is no ground");
}

static bool draft_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "decision draft");
    struct casebook_locked row;
    struct casebook_case c;
    struct seal_bytes sealed;
    int64_t id = 0;
    struct moderate_move step = step_of(w, MOVE_DRAFT_DECISION);
    bool ok = casebook_lock(m, db, w->receipt, &row, f) && moderate_step(m, db, &row, &step, f) &&
              casebook_case_read(m, db, w->receipt, &c, f) && findings_fit(w->in, c.row.grounds, f) &&
              moderate_seal(m, db, KEYRING_CASE, mem_printf(m, "decision:%s", w->receipt), moderate_pack(m, "reasons", w->in->reasons, "told", w->in->told), &sealed, f) &&
              decision_add(db, row.id, w->in->result, sealed.data, sealed.len, w->s->officer_id, &id, f);
    for (size_t i = 0; ok && i < w->in->finding_count; i++)
        ok = decision_finding_add(db, id, &w->in->findings[i], f);
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

static bool approve_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "decision approval");
    struct casebook_locked row;
    struct decision d = { .id = 0 };
    struct moderate_move step = step_of(w, MOVE_DECIDE);
    bool ok = casebook_lock(m, db, w->receipt, &row, f) && open_draft(m, db, w, row.id, &d, f) &&
              moderate_drafter_is_free(m, db, row.id, d.drafted_by, f) && moderate_step(m, db, &row, &step, f) && decision_approve(db, d.id, row.id, w->s->officer_id, f);
    mem_free(&m);
    return ok;
}

bool decide_approve(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = "", .decision_id = decision_id };
    return db_transaction(db, approve_work, &w, f);
}

bool decide_is_odd(const struct moderate_decision *d)
{
    bool right = false;
    for (size_t i = 0; i < d->finding_count; i++)
        right = right || strcmp(d->findings[i].finding, "TRUE") == 0 || strcmp(d->findings[i].finding, "PARTLY_TRUE") == 0;
    return d->finding_count > 0 && right != (strcmp(d->stored.result, "NOT_SUSTAINED") != 0);
}

static bool return_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "decision return");
    struct casebook_locked row;
    struct decision d = { .id = 0 };
    struct moderate_move step = step_of(w, MOVE_RETURN_DECISION);
    bool ok = casebook_lock(m, db, w->receipt, &row, f) && open_draft(m, db, w, row.id, &d, f) &&
              moderate_seal(m, db, KEYRING_CASE, mem_printf(m, "objection:%s:note", w->receipt), w->text, &step.note, f) &&
              moderate_step(m, db, &row, &step, f) && decision_return(db, d.id, row.id, w->s->officer_id, f);
    mem_free(&m);
    return ok;
}

bool decide_return(struct db *db, const struct login_session *s, const char *receipt, int64_t decision_id, const char *why, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = "", .decision_id = decision_id, .text = why };
    return db_transaction(db, return_work, &w, f);
}

/* ---- telling ---- */

static const char *result_words(const struct decide_words *w, const char *result)
{
    if (strcmp(result, "SUSTAINED") == 0)
        return w->sustained;
    return strcmp(result, "PARTLY") == 0 ? w->partly : w->not_sustained;
}

/* What the approved decision says to those who objected; opened before the transaction, in which nothing is noted that must outlive a
 * refusal. */
static bool told_words(struct mem *m, struct db *db, struct work *w, char **out, struct fail *f)
{
    struct moderate_reader r = { .m = m, .db = db, .s = w->s, .purpose = KEYRING_CASE };
    struct casebook_person row;
    struct standing now;
    struct decision *all;
    struct seal_bytes plain;
    size_t count;
    char *reasons, *told;
    if (!casebook_person_read(m, db, w->receipt, &row, f) || !standing_read(m, db, row.id, w->s->officer_id, &now, f) ||
        !moderate_is_clear(&now, f) || !decision_list(m, db, row.id, &all, &count, f))
        return false;
    r.objection_id = row.id;
    while (count > 0 && !all[count - 1].approved_at)
        count--;
    if (count == 0)
        return fail_set(f, FAIL_CONFLICT, "case_moved", "no decision was approved");
    const struct decision *d = &all[count - 1];
    if (!moderate_open(&r, mem_printf(m, "decision:%s", w->receipt), &d->text, &plain, f) ||
        !moderate_decision_words(m, &plain, &reasons, &told, f))
        return false;
    w->result = d->result;
    *out = mem_printf(m, "%s\n\n%s", result_words(w->words, d->result), told);
    return true;
}

static bool tell_merged(struct mem *m, struct db *db, int64_t lead_id, const char *words, struct fail *f)
{
    char **receipts;
    size_t count;
    if (!standing_merged(m, db, lead_id, &receipts, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct casebook_locked row;
        if (!casebook_lock(m, db, receipts[i], &row, f) || !moderate_by_itself(m, db, &row, MOVE_NOTIFY_MERGED, f) ||
            !moderate_answer(m, db, &row, "NOTIFIED", words, f) || !moderate_tell(m, db, &row, MOVE_NOTIFY_MERGED, f) ||
            !tell_merged(m, db, row.id, words, f)) /* what was merged into it before */
            return false;
    }
    return true;
}

static bool notify_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "decision told");
    struct casebook_locked row;
    struct moderate_move step = step_of(w, MOVE_NOTIFY);
    bool ok = casebook_lock(m, db, w->receipt, &row, f) && moderate_step(m, db, &row, &step, f) &&
              moderate_answer(m, db, &row, "NOTIFIED", w->text, f) && moderate_tell(m, db, &row, MOVE_NOTIFY, f) &&
              tell_merged(m, db, row.id, w->text, f) && case_tell_union(m, db, &row, MOVE_NOTIFY, w->result, f);
    mem_free(&m);
    return ok;
}

bool decide_notify(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const struct decide_words *words,
                   struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = seen, .words = words };
    struct mem *m = mem_new_secret(NULL, "decision words");
    char *told = NULL;
    bool ok = told_words(m, db, &w, &told, f);
    w.text = told;
    ok = ok && db_transaction(db, notify_work, &w, f);
    mem_free(&m);
    if (ok)
        enqueue_poke();
    return ok;
}
