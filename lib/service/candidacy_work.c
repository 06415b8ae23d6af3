/* candidacy_work: see candidacy_work.h. */
#include "candidacy_work.h"

#include <string.h>

#include "audit.h"
#include "conf.h"
#include "officer.h"
#include "recuse.h"
#include "staff.h"

/* ---- judging ---- */

struct actor candidacy_work_actor(const struct login_session *s, const char *recusal)
{
    return (struct actor){ .kind = ACTOR_OFFICER, .id = s->officer_id, .roles = s->roles, .declared = recuse_may_act(recusal),
                           .conflicted = strcmp(recusal, "RECUSED") == 0 };
}

struct candidacy_facts candidacy_work_facts(const struct candidate_standing *now)
{
    struct candidacy_facts facts = now->facts;
    facts.vacancy = facts.vacancy && conf_switch("candidacy.promotion");
    return facts;
}

static bool refuse(const char *why, int64_t id, enum candidacy_move move, struct fail *f)
{
    enum fail_kind kind = strcmp(why, "case_moved") == 0 ? FAIL_CONFLICT : FAIL_FORBIDDEN;
    return fail_set(f, kind, why, "%s of candidate %lld", candidacy_move_word(move), (long long)id);
}

const char *candidacy_work_why_not(const struct candidate_standing *now, const struct login_session *s, enum candidacy_move move)
{
    const struct candidacy_facts facts = candidacy_work_facts(now);
    const struct candidacy_move_row *row = candidacy_find_move(move, facts.state);
    const struct actor actor = candidacy_work_actor(s, now->recusal);
    return row ? candidacy_may(row, &facts, &actor) : "case_moved";
}

static bool lock(struct mem *m, struct db *db, const char *slug, struct candidate_locked *c, struct fail *f)
{
    return candidate_lock_slug(m, db, slug, c, f) && candidate_lock_round(m, db, c->id, f);
}

/* The row of the table if `who` may begin the move, or with a proposer agree to it. */
static bool judge(struct mem *m, struct db *db, const struct candidate_locked *c, const struct login_session *who, enum candidacy_move move,
                  int64_t proposer, const struct candidacy_move_row **row, struct fail *f)
{
    struct candidate_standing now;
    if (!candidate_standing_read(m, db, c->id, who->officer_id, &now, f))
        return false;
    const struct candidacy_facts facts = candidacy_work_facts(&now);
    const struct actor actor = candidacy_work_actor(who, now.recusal);
    *row = candidacy_find_move(move, c->state);
    const char *why = !*row ? "case_moved" : proposer ? candidacy_may_agree(*row, &facts, &actor, proposer)
                                                      : candidacy_may(*row, &facts, &actor);
    return !why || refuse(why, c->id, move, f);
}

/* ---- what happens by itself ---- */

static bool note_event(struct db *db, const struct candidacy_move_row *row, int64_t id, struct fail *f)
{
    struct candidate_event_new event = { .candidate_id = id, .move = row->move, .from = row->from, .to = row->to, .reason = "",
                                         .paper = "" };
    return candidate_event_add(db, &event, f);
}

static bool move_by_itself(struct mem *m, struct db *db, const struct candidate_locked *c, enum candidacy_move move, struct fail *f)
{
    static const struct actor clockwork = { .kind = ACTOR_SYSTEM };
    struct candidate_standing now;
    if (!candidate_standing_read(m, db, c->id, 0, &now, f))
        return false;
    const struct candidacy_move_row *row = candidacy_find_move(move, c->state);
    const char *why = row ? candidacy_may(row, &now.facts, &clockwork) : "case_moved";
    if (why)
        return refuse(why, c->id, move, f);
    return note_event(db, row, c->id, f);
}

bool candidacy_work_by_itself(struct mem *m, struct db *db, int64_t candidate_id, enum candidacy_move move, struct fail *f)
{
    struct candidate_locked c;
    return candidate_lock(m, db, candidate_id, &c, f) && move_by_itself(m, db, &c, move, f);
}

bool candidacy_work_hold(struct mem *m, struct db *db, int64_t candidate_id, struct fail *f)
{
    struct candidate_locked c;
    if (!candidate_lock(m, db, candidate_id, &c, f))
        return false;
    if (!candidacy_find_move(CANDIDACY_MOVE_HOLD, c.state))
        return true;
    /* Whatever was wanted for one who is not held comes too late. */
    return move_by_itself(m, db, &c, CANDIDACY_MOVE_HOLD, f) && candidate_proposal_overtake(db, c.id, f);
}

bool candidacy_work_publish(struct mem *m, struct db *db, int64_t version_id, struct fail *f)
{
    int64_t *people;
    size_t count;
    if (!candidate_ids(m, db, version_id, &people, &count, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct candidate_locked c;
        if (!candidate_lock(m, db, people[i], &c, f) ||
            (c.state == CANDIDACY_PROPOSED && !move_by_itself(m, db, &c, CANDIDACY_MOVE_PUBLISH, f)) ||
            (c.state == CANDIDACY_AWAITING && !move_by_itself(m, db, &c, CANDIDACY_MOVE_NOTICE_AGAIN, f)))
            return false;
    }
    return true;
}

/* ---- clockwork ---- */

static bool expire_work(struct db *db, void *ctx, struct fail *f)
{
    static const struct actor clockwork = { .kind = ACTOR_SYSTEM };
    const int64_t *id = ctx;
    struct mem *m = mem_new(NULL, "expire");
    struct candidate_locked c;
    struct candidacy_facts facts;
    const struct candidacy_move_row *row = NULL;
    bool ok = candidate_lock(m, db, *id, &c, f) && candidate_clock_read(m, db, *id, &facts, f);
    if (ok)
        row = candidacy_find_move(CANDIDACY_MOVE_EXPIRE, c.state);
    /* Another node was faster, or something came meanwhile: then nothing is left to do. */
    if (row && !candidacy_may(row, &facts, &clockwork))
        ok = note_event(db, row, *id, f);
    mem_free(&m);
    return ok;
}

bool candidacy_work_expire(struct db *db, bool *more, struct fail *f)
{
    struct mem *m = mem_new(NULL, "expired");
    int64_t *due;
    size_t count;
    bool ok = candidate_expired(m, db, &due, &count, f);
    *more = ok && count > 0;
    for (size_t i = 0; ok && i < count; i++)
        ok = db_transaction(db, expire_work, &due[i], f);
    mem_free(&m);
    return ok;
}

/* ---- what officers want ---- */

static bool has_what_it_needs(const struct candidacy_move_row *row, const struct candidacy_in *in, struct fail *f)
{
    if (row->reason && !in->reason[0])
        return fail_field(f, "basis", "basis_needed");
    return !row->paper || in->paper[0] || fail_field(f, "paper", "paper_needed");
}

static bool propose_work(struct db *db, void *ctx, struct fail *f)
{
    const struct candidacy_in *in = ctx;
    struct mem *m = mem_new(NULL, "candidacy");
    struct candidate_locked c;
    const struct candidacy_move_row *row;
    bool ok = lock(m, db, in->candidate, &c, f);
    /* Recognition goes by a paper for many; what has no second person is the system's. */
    if (ok && (in->move == CANDIDACY_MOVE_RECOGNISE || (in->seen[0] && strcmp(in->seen, candidacy_state_word(c.state)) != 0)))
        ok = refuse("case_moved", c.id, in->move, f);
    ok = ok && judge(m, db, &c, in->s, in->move, 0, &row, f) && has_what_it_needs(row, in, f);
    if (ok) {
        struct candidate_proposal_new p = { c.id, in->s->officer_id, in->move, in->reason, row->paper ? in->paper : "", in->paper_day };
        ok = candidate_proposal_add(db, &p, f) &&
             audit_add(db, AUDIT_OFFICER, in->s->officer_id, "propose", "candidate", c.id, candidacy_move_word(in->move), f);
    }
    mem_free(&m);
    return ok;
}

bool candidacy_work_propose(struct db *db, const struct candidacy_in *in, struct fail *f)
{
    struct candidacy_in copy = *in;
    return db_transaction(db, propose_work, &copy, f);
}

/* ---- the second person ---- */

struct work { const struct login_session *s; const char *candidate, *why; int64_t proposal_id; };

static bool find(struct mem *m, struct db *db, const struct work *w, struct candidate_locked *c, struct candidate_proposal *p,
                 struct fail *f)
{
    if (!lock(m, db, w->candidate, c, f) || !candidate_proposal_open(m, db, c->id, p, f))
        return false;
    if (p->id == 0 || p->id != w->proposal_id)
        return fail_set(f, FAIL_CONFLICT, "case_moved", "the proposal is no longer open");
    return p->proposed_by != w->s->officer_id || fail_set(f, FAIL_FORBIDDEN, "same_person", "the proposer agrees with himself");
}

/* Who proposed must still be allowed to: he may have been recused or have lost his role since. */
static bool proposer_still_may(struct mem *m, struct db *db, const struct candidate_locked *c, const struct candidate_proposal *p,
                               struct fail *f)
{
    struct officer_row officer;
    const struct candidacy_move_row *row;
    if (!officer_get(m, db, p->proposed_by, &officer, f))
        return false;
    struct login_session his = { .officer_id = officer.id, .roles = officer.state == OFFICER_ACTIVE ? officer.roles : 0 };
    return judge(m, db, c, &his, p->move, 0, &row, f);
}

static bool agree_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "agree");
    struct candidate_locked c;
    struct candidate_proposal p;
    const struct candidacy_move_row *row;
    bool ok = find(m, db, w, &c, &p, f) && judge(m, db, &c, w->s, p.move, p.proposed_by, &row, f) && proposer_still_may(m, db, &c, &p, f);
    if (ok) {
        struct candidate_event_new event = { .candidate_id = c.id, .actor_id = p.proposed_by, .agreed_by = w->s->officer_id, .move = p.move,
                                             .from = row->from, .to = row->to, .reason = p.reason, .paper = p.paper,
                                             .paper_day = p.paper_day };
        ok = candidate_proposal_settle(db, p.id, "AGREED", w->s->officer_id, "", f) && candidate_event_add(db, &event, f) &&
             audit_add(db, AUDIT_OFFICER, w->s->officer_id, "move", "candidate", c.id, candidacy_move_word(p.move), f);
    }
    mem_free(&m);
    return ok;
}

bool candidacy_work_agree(struct db *db, const struct login_session *s, const char *candidate, int64_t proposal_id, struct fail *f)
{
    struct work w = { .s = s, .candidate = candidate, .proposal_id = proposal_id };
    return db_transaction(db, agree_work, &w, f);
}

static bool send_back_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new(NULL, "send back");
    struct candidate_locked c;
    struct candidate_proposal p;
    struct candidate_standing now;
    bool ok = find(m, db, w, &c, &p, f) && candidate_standing_read(m, db, c.id, w->s->officer_id, &now, f);
    if (ok) {
        /* Who may not agree has no say in it either; that the facts have changed is a reason to send it back. */
        const struct actor actor = candidacy_work_actor(w->s, now.recusal);
        if (!(actor.roles & STAFF_APPROVER) || actor.conflicted || !actor.declared)
            ok = refuse(actor.conflicted ? "recused" : actor.roles & STAFF_APPROVER ? "undeclared" : "forbidden", c.id, p.move, f);
    }
    ok = ok && candidate_proposal_settle(db, p.id, "RETURNED", w->s->officer_id, w->why, f) &&
         audit_add(db, AUDIT_OFFICER, w->s->officer_id, "send_back", "candidate", c.id, candidacy_move_word(p.move), f);
    mem_free(&m);
    return ok;
}

bool candidacy_work_send_back(struct db *db, const struct login_session *s, const char *candidate, int64_t proposal_id, const char *why,
                         struct fail *f)
{
    struct work w = { .s = s, .candidate = candidate, .why = why, .proposal_id = proposal_id };
    return db_transaction(db, send_back_work, &w, f);
}
