/* recuse_head: what others say of an officer: that he steps back, that he may act again, and what a head settles. */
#include <string.h>

#include "audit.h"
#include "officer.h"
#include "recuse_private.h"
#include "staff.h"

/* ---- stepping back ---- */

struct order { const struct login_session *s; const char *receipt, *origin, *reason; int64_t officer_id; bool done; };

static bool speaker_is_free(struct mem *m, struct db *db, const struct order *o, struct recusal_question *about, struct fail *f)
{
    if (!recusal_ask(m, db, o->receipt, o->s->officer_id, about, f))
        return false;
    if (strcmp(about->state, "RECUSED") == 0)
        return fail_set(f, FAIL_FORBIDDEN, "recused", "the officer is recused");
    return recuse_may_act(about->state) || fail_set(f, FAIL_FORBIDDEN, "undeclared", "the officer has not said how he stands");
}

static bool is_fit(struct mem *m, struct db *db, const struct order *o, int64_t candidate_id, struct fail *f)
{
    struct officer_row officer;
    struct recusal_question his;
    if (!officer_get(m, db, o->officer_id, &officer, f))
        return f->kind == FAIL_MISSING ? fail_field(f, "officer", "officer_unfit") : false;
    if (officer.state != OFFICER_ACTIVE || !staff_sees_objections(officer.roles))
        return fail_field(f, "officer", "officer_unfit");
    if (!recusal_towards(m, db, candidate_id, o->officer_id, &his, f))
        return false;
    return strcmp(his.state, "RECUSED") != 0 || fail_field(f, "officer", "recused_already");
}

static bool order_work(struct db *db, void *ctx, struct fail *f)
{
    struct order *o = ctx;
    struct mem *m = mem_new(NULL, "recuse");
    struct recusal_question about;
    int64_t me = o->s->officer_id;
    bool ok = recuse_hold(db, o->officer_id, f) || (f->kind == FAIL_MISSING && fail_field(f, "officer", "officer_unfit"));
    ok = ok && speaker_is_free(m, db, o, &about, f) && is_fit(m, db, o, about.candidate_id, f);
    if (ok && o->done) {
        struct recusal_new row = { o->officer_id, about.candidate_id, "RECUSED", o->reason, me, 0 };
        ok = recuse_put(db, &row, f);
    } else if (ok) {
        struct recusal_request_new wish = { .kind = "RECUSE", .officer_id = o->officer_id, .candidate_id = about.candidate_id, .matched = "",
                                            .origin = o->origin, .reason = o->reason, .asked_by = me };
        ok = recusal_request_add(db, &wish, f);
    }
    ok = ok && audit_add(db, AUDIT_OFFICER, me, o->done ? "recuse" : "recuse_ask", "officer", o->officer_id, "", f);
    mem_free(&m);
    return ok;
}

bool recuse_order(struct db *db, const struct login_session *s, const char *receipt, int64_t officer_id, const char *origin,
                  const char *reason, bool *done, struct fail *f)
{
    struct order o = { .s = s, .receipt = receipt, .origin = origin, .reason = reason, .officer_id = officer_id,
                       .done = officer_id == s->officer_id || (s->roles & STAFF_APPROVER) };
    *done = o.done;
    return db_transaction(db, order_work, &o, f);
}

/* ---- acting again, and what a head settles ---- */

/* A head whose own ties are not settled does not settle another's. */
static bool head_why_not(struct mem *m, struct db *db, const struct login_session *s, int64_t candidate_id, const char **why_not,
                         struct fail *f)
{
    struct recusal_question about;
    struct recuse_match *matches;
    size_t count;
    *why_not = NULL;
    if (!recusal_towards(m, db, candidate_id, s->officer_id, &about, f) ||
        !recuse_matches(m, db, s->officer_id, &about, &matches, &count, f))
        return false;
    if (!(s->roles & STAFF_APPROVER))
        *why_not = "forbidden";
    else if (strcmp(about.state, "RECUSED") == 0)
        *why_not = "recused";
    else if (!recuse_may_act(about.state) && count > 0)
        *why_not = "head_tied";
    return true;
}

bool recuse_may_settle(struct mem *m, struct db *db, const struct login_session *s, const struct recusal_request *q, const char **why_not,
                       struct fail *f)
{
    if (!head_why_not(m, db, s, q->candidate_id, why_not, f))
        return false;
    if (!*why_not && (s->officer_id == q->asked_by || s->officer_id == q->officer_id))
        *why_not = "same_person";
    return true;
}

struct lift { const struct login_session *s; int64_t recusal_id, officer_id; const char *reason; };

static bool lift_work(struct db *db, void *ctx, struct fail *f)
{
    const struct lift *l = ctx;
    struct mem *m = mem_new(NULL, "lift");
    struct recusal_row row;
    const char *why_not = NULL;
    bool ok = recuse_hold(db, l->officer_id, f) && recusal_get(m, db, l->s->officer_id, l->recusal_id, &row, f) &&
              head_why_not(m, db, l->s, row.candidate_id, &why_not, f);
    if (ok && why_not)
        ok = fail_set(f, FAIL_FORBIDDEN, why_not, "recusal %lld", (long long)l->recusal_id);
    if (ok) {
        struct recusal_request_new wish = { .kind = "LIFT", .officer_id = row.officer_id, .candidate_id = row.candidate_id, .matched = "",
                                            .origin = "", .reason = l->reason, .asked_by = l->s->officer_id };
        ok = recusal_request_add(db, &wish, f) &&
             audit_add(db, AUDIT_OFFICER, l->s->officer_id, "recuse_lift_ask", "officer", row.officer_id, "", f);
    }
    mem_free(&m);
    return ok;
}

bool recuse_lift(struct db *db, const struct login_session *s, int64_t recusal_id, const char *reason, struct fail *f)
{
    struct mem *m = mem_new(NULL, "lift");
    struct recusal_row row;
    bool ok = recusal_get(m, db, s->officer_id, recusal_id, &row, f);
    struct lift l = { .s = s, .recusal_id = recusal_id, .officer_id = ok ? row.officer_id : 0, .reason = reason };
    ok = ok && db_transaction(db, lift_work, &l, f);
    mem_free(&m);
    return ok;
}

struct settling { const struct login_session *s; int64_t request_id, officer_id; bool agree; const char *why; };

/* How the officer stands after it; state NULL: as before. */
static struct recusal_new result_of(const struct recusal_request *q, const struct settling *w)
{
    struct recusal_new row = { .officer_id = q->officer_id, .candidate_id = q->candidate_id, .reason = q->reason, .by_id = q->asked_by,
                               .agreed_by = w->s->officer_id };
    if (w->agree)
        row.state = strcmp(q->kind, "CLEAR") == 0 ? "CLEAR" : strcmp(q->kind, "LIFT") == 0 ? "LIFTED" : "RECUSED";
    else if (strcmp(q->kind, "CLEAR") == 0)
        row = (struct recusal_new){ q->officer_id, q->candidate_id, "RECUSED", w->why, w->s->officer_id, 0 };
    return row;
}

static bool settle_work(struct db *db, void *ctx, struct fail *f)
{
    const struct settling *w = ctx;
    struct mem *m = mem_new(NULL, "settle");
    struct recusal_request q;
    const char *why_not = NULL;
    bool ok = recuse_hold(db, w->officer_id, f) && recusal_request_get(m, db, w->s->officer_id, w->request_id, &q, f);
    if (!ok && f->kind == FAIL_MISSING)
        fail_set(f, FAIL_CONFLICT, "recusal_settled", "request %lld is no longer open", (long long)w->request_id);
    ok = ok && recuse_may_settle(m, db, w->s, &q, &why_not, f);
    if (ok && why_not)
        ok = fail_set(f, FAIL_FORBIDDEN, why_not, "request %lld", (long long)w->request_id);
    if (ok) {
        struct recusal_new row = result_of(&q, w);
        ok = recusal_request_settle(db, q.id, w->agree ? "AGREED" : "REFUSED", w->s->officer_id, w->why, f) &&
             (!row.state || recuse_put(db, &row, f)) &&
             audit_add(db, AUDIT_OFFICER, w->s->officer_id, w->agree ? "recuse_agree" : "recuse_refuse", "officer", q.officer_id, "", f);
    }
    mem_free(&m);
    return ok;
}

bool recuse_settle(struct db *db, const struct login_session *s, int64_t request_id, bool agree, const char *why, struct fail *f)
{
    struct recusal_request q;
    if (!agree && !why[0])
        return fail_field(f, "why", "why_needed");
    struct mem *m = mem_new(NULL, "settle");
    bool ok = recusal_request_get(m, db, s->officer_id, request_id, &q, f);
    if (!ok && f->kind == FAIL_MISSING)
        fail_set(f, FAIL_CONFLICT, "recusal_settled", "request %lld is no longer open", (long long)request_id);
    struct settling w = { .s = s, .request_id = request_id, .officer_id = ok ? q.officer_id : 0, .agree = agree, .why = why };
    ok = ok && db_transaction(db, settle_work, &w, f);
    mem_free(&m);
    return ok;
}
