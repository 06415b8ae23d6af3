/* assist_work: see assist_work.h. */
#include "assist_work.h"

#include <string.h>

#include "abstract.h"
#include "assist_tell.h"
#include "audit.h"
#include "enqueue.h"
#include "moderate_private.h"
#include "reckon.h"

struct work { const struct login_session *s; const struct assist_work_in *in; };

/* A case that asks; and an officer who may. */
static bool may_draft(struct mem *m, struct db *db, const struct work *w, const struct casebook_locked *row, struct fail *f)
{
    struct standing now;
    enum objection_state state;
    if (!standing_read(m, db, row->id, w->s->officer_id, &now, f) || !moderate_is_clear(&now, f))
        return false;
    if ((w->s->roles & STAFF_CASE) == 0)
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "no role for assist requests");
    if (!objection_state_read(row->state, &state) || !assist_may_begin(state) || (w->in->seen[0] && strcmp(w->in->seen, row->state) != 0))
        return fail_set(f, FAIL_CONFLICT, "case_moved", "objection %lld is %s", (long long)row->id, row->state);
    return !w->in->accuses_union || fail_field(f, "accuses_union", "union_accused");
}

static bool draft_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "assist draft");
    struct casebook_locked row;
    struct assist *all;
    size_t count;
    int64_t id = w->in->assist_id, me = w->s->officer_id;
    bool ok = casebook_lock(m, db, w->in->receipt, &row, f) && may_draft(m, db, w, &row, f) && assist_list(m, db, row.id, &all, &count, f);
    bool open = ok && count > 0 && strcmp(all[count - 1].state, "DRAFT") == 0;
    if (ok && (open ? all[count - 1].id != id : id != 0))
        ok = fail_set(f, FAIL_CONFLICT, "case_moved", "another draft stands");
    ok = ok && (open ? assist_rewrite(db, id, w->in->drafted_at, w->in->abstract, me, f)
                     : assist_add(db, row.id, row.union_id, w->in->abstract, me, &id, f));
    ok = ok && audit_add(db, AUDIT_OFFICER, me, "assist_draft", "assist", id, "", f);
    mem_free(&m);
    return ok;
}

bool assist_work_draft(struct db *db, const struct login_session *s, const struct assist_work_in *in, struct fail *f)
{
    struct work w = { s, in };
    struct mem *m = mem_new_secret(NULL, "abstract");
    bool ok = !in->statement || !abstract_repeats(m, in->statement, in->abstract) || fail_field(f, "abstract", "abstract_repeats");
    mem_free(&m);
    return ok && db_transaction(db, draft_work, &w, f);
}

/* ---- steps ---- */

static bool refuse(const char *why, const struct assist_standing *a, struct fail *f)
{
    return fail_set(f, strcmp(why, "case_moved") == 0 ? FAIL_CONFLICT : FAIL_FORBIDDEN, why, "request %lld is %s", (long long)a->id, a->state);
}

/* The row of the table if this officer may take the step. */
static bool judge(struct mem *m, struct db *db, const struct login_session *s, int64_t objection_id, const struct assist_standing *a,
                  enum assist_step step, const struct assist_move_row **move, struct fail *f)
{
    struct standing now;
    struct assist_facts facts = { .union_id = a->union_id, .drafter = a->drafted_by };
    if (!assist_state_read(a->state, &facts.state) || !objection_state_read(a->case_state, &facts.case_state))
        return fail_set(f, FAIL_INTERNAL, "internal", "a request in no known state");
    if (!standing_read(m, db, objection_id, s->officer_id, &now, f))
        return false;
    struct actor actor = moderate_actor(s, &now);
    *move = assist_find_move(step, facts.state, ACTOR_OFFICER);
    const char *why = *move ? assist_may(*move, &facts, &actor) : "case_moved";
    return !why || refuse(why, a, f);
}

static bool record(struct db *db, const struct login_session *s, const struct assist_standing *a, const struct assist_move_row *move,
                   const char *note, instant due, struct fail *f)
{
    struct assist_event_new event = { a->id, "OFFICER", s->officer_id, assist_step_word(move->step), a->state, assist_state_word(move->to),
                                      note, due };
    return assist_event_add(db, &event, f) &&
           audit_add(db, AUDIT_OFFICER, s->officer_id, "assist_step", "assist", a->id, assist_step_word(move->step), f);
}

static bool send_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "assist send");
    struct casebook_locked row;
    struct assist_standing a;
    const struct assist_move_row *move;
    struct reckon clock;
    bool ok = casebook_lock(m, db, w->in->receipt, &row, f) && assist_lock(m, db, w->in->assist_id, row.id, &a, f) &&
              judge(m, db, w->s, row.id, &a, ASSIST_STEP_SEND, &move, f) &&
              moderate_drafter_is_free(m, db, row.id, a.drafted_by, f) && reckon_start(m, db, move->term, &clock, f) &&
              assist_send(db, a.id, w->in->drafted_at, w->s->officer_id, clock.due, clock.rule, f) &&
              record(db, w->s, &a, move, "", clock.due, f) && assist_tell_request(m, db, &a, clock.due, f);
    mem_free(&m);
    return ok;
}

bool assist_work_send(struct db *db, const struct login_session *s, const struct assist_work_in *in, struct fail *f)
{
    struct work w = { s, in };
    bool ok = db_transaction(db, send_work, &w, f);
    if (ok)
        enqueue_poke();
    return ok;
}

struct stepping { const struct login_session *s; const struct assist_work_step *in; };

static bool step_work(struct db *db, void *ctx, struct fail *f)
{
    const struct stepping *w = ctx;
    const struct assist_work_step *in = w->in;
    struct mem *m = mem_new(NULL, "assist step");
    struct casebook_locked row;
    struct assist_standing a;
    const struct assist_move_row *move;
    bool ok = casebook_lock(m, db, in->receipt, &row, f) && assist_lock(m, db, in->assist_id, row.id, &a, f) &&
              judge(m, db, w->s, row.id, &a, in->step, &move, f);
    if (ok && strcmp(in->seen, a.state) != 0)
        ok = refuse("case_moved", &a, f);
    if (ok && (move->needs & OBJECTION_NEED_NOTE) && !in->note[0])
        ok = fail_field(f, "record", "record_needed");
    struct reckon clock = { .due = a.due_at, .rule = a.due_rule };
    if (ok && move->act == TERM_ACT_START)
        ok = reckon_more(m, db, move->term, a.due_at, &clock, f);
    ok = ok && assist_set(db, &a, assist_state_word(move->to), clock.due, clock.rule, f) && record(db, w->s, &a, move, in->note, clock.due, f) &&
         assist_tell_change(m, db, &a, in->step, f);
    mem_free(&m);
    return ok;
}

bool assist_work_step(struct db *db, const struct login_session *s, const struct assist_work_step *in, struct fail *f)
{
    struct stepping w = { s, in };
    bool ok = db_transaction(db, step_work, &w, f);
    if (ok)
        enqueue_poke();
    return ok;
}

const char *assist_work_why_not(const struct moderate_case *c, const struct login_session *s, const struct assist *a, enum assist_step step)
{
    struct assist_facts facts = { .union_id = a->union_id, .drafter = a->drafted_by };
    struct actor actor = moderate_actor(s, &c->standing);
    if (!assist_state_read(a->state, &facts.state) || !objection_state_read(c->standing.state, &facts.case_state))
        return "internal";
    const struct assist_move_row *move = assist_find_move(step, facts.state, ACTOR_OFFICER);
    return move ? assist_may(move, &facts, &actor) : "case_moved";
}
