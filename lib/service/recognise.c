/* recognise: see recognise.h. */
#include "recognise.h"

#include <string.h>

#include "audit.h"
#include "officer.h"
#include "staff.h"

/* ---- judging ---- */

/* Why this officer may not begin the recognition of one, or with a proposer not agree to it. */
static const char *why_not(const struct candidate_row *row, const struct login_session *who, int64_t proposer)
{
    const struct candidacy_facts facts = candidacy_work_facts(&row->standing);
    const struct candidacy_move_row *move = candidacy_find_move(CANDIDACY_MOVE_RECOGNISE, facts.state);
    const struct actor actor = candidacy_work_actor(who, row->standing.recusal);
    if (!move)
        return "case_moved";
    return proposer ? candidacy_may_agree(move, &facts, &actor, proposer) : candidacy_may(move, &facts, &actor);
}

/* Where somebody stands is told to nobody who has not declared himself towards him. */
static const char *why_shown(const struct candidate_row *row, const struct login_session *who)
{
    const char *why = why_not(row, who, 0);
    return why && !candidacy_work_actor(who, row->standing.recusal).declared ? "undeclared" : why;
}

static const struct candidate_row *find(const struct candidate_row *rows, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].id == id)
            return &rows[i];
    return NULL;
}

/* Everybody, for one of the two officers. Who he himself is (his role, his ties) is a refusal of him; anything else is of the people. */
static bool all_fit(struct mem *m, struct db *db, int64_t round_id, const int64_t *people, size_t count, const struct login_session *who,
                    int64_t proposer, struct fail *f)
{
    struct candidate_row *rows;
    size_t n;
    if (!candidate_list(m, db, round_id, who->officer_id, &rows, &n, f))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct candidate_row *row = find(rows, n, people[i]);
        const char *why = row ? why_not(row, who, proposer) : "recused";
        if (!why)
            continue;
        bool of_him = strcmp(why, "forbidden") == 0 || strcmp(why, "recused") == 0 || strcmp(why, "undeclared") == 0 ||
                      strcmp(why, "same_person") == 0;
        return fail_set(f, of_him ? FAIL_FORBIDDEN : FAIL_CONFLICT, of_him ? why : "recognise_unfit", "candidate %lld: %s",
                        (long long)people[i], why);
    }
    return true;
}

/* All of them and their round, before anything is read. */
static bool lock_all(struct mem *m, struct db *db, const int64_t *people, size_t count, struct fail *f)
{
    struct candidate_locked c;
    for (size_t i = 0; i < count; i++)
        if (!candidate_lock(m, db, people[i], &c, f))
            return false;
    return candidate_lock_round(m, db, people[0], f);
}

/* ---- reading ---- */

bool recognise_look(struct mem *m, struct db *db, const struct login_session *s, int64_t round_id, struct recognise_view *out,
                    struct fail *f)
{
    struct candidate_row *rows;
    *out = (struct recognise_view){ .count = 0 };
    if (!candidate_list(m, db, round_id, s->officer_id, &rows, &out->count, f))
        return false;
    out->people = mem_array(m, out->count, sizeof *out->people);
    for (size_t i = 0; i < out->count; i++) {
        out->people[i] = (struct recognise_person){ rows[i], why_shown(&rows[i], s) };
        out->fit += !out->people[i].why_not;
    }
    return true;
}

bool recognise_read(struct mem *m, struct db *db, const struct login_session *s, int64_t id, struct recognise_view *out, struct fail *f)
{
    struct candidate_row *rows;
    int64_t *people;
    size_t n, named;
    *out = (struct recognise_view){ .count = 0 };
    if (!recognition_read(m, db, id, &out->paper, f) || !recognition_people(m, db, id, &people, &named, f) ||
        !candidate_list(m, db, out->paper.round_id, s->officer_id, &rows, &n, f))
        return false;
    bool open = out->paper.outcome[0] == '\0';
    struct login_session eyes = *s; /* whether they are fit, whoever looks */
    eyes.roles = STAFF_CASE;
    out->people = mem_array(m, named, sizeof *out->people);
    /* In the order of the notice. */
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < named; k++)
            if (rows[i].id == people[k]) {
                const char *why = open ? why_shown(&rows[i], &eyes) : NULL;
                out->people[out->count++] = (struct recognise_person){ rows[i], why };
                out->fit += !why;
            }
    out->hidden = out->count < named;
    if (out->hidden)
        out->count = out->fit = 0;
    return true;
}

/* ---- proposing ---- */

struct proposing { const struct recognise_in *in; int64_t id; };

static bool propose_work(struct db *db, void *ctx, struct fail *f)
{
    struct proposing *p = ctx;
    const struct recognise_in *in = p->in;
    struct mem *m = mem_new(NULL, "recognise");
    bool waits = false;
    bool ok = lock_all(m, db, in->people, in->count, f) && recognition_waits(db, in->round_id, &waits, f);
    if (ok && waits)
        ok = fail_set(f, FAIL_CONFLICT, "recognition_waits", "a recognition of the round is open");
    struct recognition_new paper = { in->round_id, in->s->officer_id, in->paper, in->paper_day };
    ok = ok && all_fit(m, db, in->round_id, in->people, in->count, in->s, 0, f) && recognition_add(db, &paper, &p->id, f);
    for (size_t i = 0; ok && i < in->count; i++)
        ok = recognition_add_person(db, p->id, in->people[i], f);
    ok = ok && audit_add(db, AUDIT_OFFICER, in->s->officer_id, "propose", "recognition", p->id,
                         candidacy_move_word(CANDIDACY_MOVE_RECOGNISE), f);
    mem_free(&m);
    return ok;
}

bool recognise_propose(struct db *db, const struct recognise_in *in, int64_t *id, struct fail *f)
{
    struct proposing p = { .in = in };
    if (in->count == 0)
        return fail_set(f, FAIL_CONFLICT, "recognise_unfit", "nobody is named");
    if (!in->paper[0])
        return fail_field(f, "paper", "paper_needed");
    if (!db_transaction(db, propose_work, &p, f))
        return false;
    *id = p.id;
    return true;
}

/* ---- the second person ---- */

/* Who is named is read before the transaction, in which nothing may be read before the locks; it never changes. */
struct settling { const struct login_session *s; const char *why; int64_t id, *people; size_t count; };

static bool is_open(struct mem *m, struct db *db, const struct settling *w, struct recognition *paper, struct fail *f)
{
    if (!recognition_read(m, db, w->id, paper, f))
        return false;
    if (paper->outcome[0])
        return fail_set(f, FAIL_CONFLICT, "case_moved", "the recognition is settled");
    return paper->proposed_by != w->s->officer_id || fail_set(f, FAIL_FORBIDDEN, "same_person", "the proposer agrees with himself");
}

static bool proposer_still_may(struct mem *m, struct db *db, const struct settling *w, const struct recognition *paper, struct fail *f)
{
    struct officer_row officer;
    if (!officer_get(m, db, paper->proposed_by, &officer, f))
        return false;
    struct login_session his = { .officer_id = officer.id, .roles = officer.state == OFFICER_ACTIVE ? officer.roles : 0 };
    return all_fit(m, db, paper->round_id, w->people, w->count, &his, 0, f);
}

static bool recognise_one(struct mem *m, struct db *db, const struct settling *w, const struct recognition *paper, int64_t id,
                          struct fail *f)
{
    struct candidate_locked c;
    if (!candidate_lock(m, db, id, &c, f))
        return false;
    struct candidate_event_new event = { .candidate_id = id, .actor_id = paper->proposed_by, .agreed_by = w->s->officer_id,
                                         .move = CANDIDACY_MOVE_RECOGNISE, .from = c.state, .to = CANDIDACY_RECOGNISED, .reason = "",
                                         .paper = paper->paper, .paper_day = paper->paper_day, .recognition_id = paper->id };
    /* What was wanted for him meanwhile comes too late. */
    return candidate_event_add(db, &event, f) && candidate_proposal_overtake(db, id, f);
}

static bool agree_work(struct db *db, void *ctx, struct fail *f)
{
    const struct settling *w = ctx;
    struct mem *m = mem_new(NULL, "recognise");
    struct recognition paper;
    bool ok = lock_all(m, db, w->people, w->count, f) && is_open(m, db, w, &paper, f) &&
              all_fit(m, db, paper.round_id, w->people, w->count, w->s, paper.proposed_by, f) && proposer_still_may(m, db, w, &paper, f) &&
              recognition_settle(db, w->id, "AGREED", w->s->officer_id, "", f);
    for (size_t i = 0; ok && i < w->count; i++)
        ok = recognise_one(m, db, w, &paper, w->people[i], f);
    ok = ok && audit_add(db, AUDIT_OFFICER, w->s->officer_id, "move", "recognition", w->id,
                         candidacy_move_word(CANDIDACY_MOVE_RECOGNISE), f);
    mem_free(&m);
    return ok;
}

static bool send_back_work(struct db *db, void *ctx, struct fail *f)
{
    const struct settling *w = ctx;
    struct mem *m = mem_new(NULL, "send back");
    struct recognition paper;
    bool ok = is_open(m, db, w, &paper, f);
    if (ok && !(w->s->roles & STAFF_APPROVER))
        ok = fail_set(f, FAIL_FORBIDDEN, "forbidden", "no head");
    ok = ok && recognition_settle(db, w->id, "RETURNED", w->s->officer_id, w->why, f) &&
         audit_add(db, AUDIT_OFFICER, w->s->officer_id, "send_back", "recognition", w->id,
                   candidacy_move_word(CANDIDACY_MOVE_RECOGNISE), f);
    mem_free(&m);
    return ok;
}

static bool settle(struct db *db, bool (*work)(struct db *, void *, struct fail *), struct settling *w, struct fail *f)
{
    struct mem *m = mem_new(NULL, "recognition");
    struct recognise_view v;
    bool ok = recognise_read(m, db, w->s, w->id, &v, f);
    if (ok && v.hidden)
        ok = fail_set(f, FAIL_FORBIDDEN, "recused", "recognition %lld names one whom the officer is recused from", (long long)w->id);
    ok = ok && recognition_people(m, db, w->id, &w->people, &w->count, f) && db_transaction(db, work, w, f);
    mem_free(&m);
    return ok;
}

bool recognise_agree(struct db *db, const struct login_session *s, int64_t id, struct fail *f)
{
    struct settling w = { .s = s, .id = id };
    return settle(db, agree_work, &w, f);
}

bool recognise_send_back(struct db *db, const struct login_session *s, int64_t id, const char *why, struct fail *f)
{
    struct settling w = { .s = s, .why = why, .id = id };
    return settle(db, send_back_work, &w, f);
}
