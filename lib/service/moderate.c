/* moderate: the one function of moves, and what comes with a move. */
#include "moderate.h"

#include <jansson.h>
#include <string.h>

#include "audit.h"
#include "candidacy_work.h"
#include "case_tell.h"
#include "enqueue.h"
#include "moderate_private.h"
#include "officer.h"
#include "proposal.h"
#include "reckon.h"
#include "recuse.h"

/* ---- the one function of moves ---- */

struct actor moderate_actor(const struct login_session *s, const struct standing *now)
{
    return (struct actor){ .kind = ACTOR_OFFICER, .id = s->officer_id, .roles = s->roles, .declared = recuse_may_act(now->recusal),
                           .conflicted = strcmp(now->recusal, "RECUSED") == 0 };
}

bool moderate_facts(const struct standing *now, const int64_t *officer, struct objection_facts *out, struct fail *f)
{
    *out = (struct objection_facts){
        .before = OBJECTION_STATE__MAX, .supplemented = now->supplemented, .extended = now->extended, .reviewed = now->reviewed,
        .refused = now->refused && !now->decided, .assist_open = now->assist_open, .term_over = now->term_over, .enterer = now->enterer,
        .drafter = now->drafter, .hands = officer, .hand_count = now->hand };
    if (now->before[0] && !objection_state_read(now->before, &out->before))
        return fail_set(f, FAIL_INTERNAL, "internal", "a case was suspended in no known state");
    return objection_state_read(now->state, &out->state) || fail_set(f, FAIL_INTERNAL, "internal", "a case in no known state");
}

/* Why not, as a failure of the right kind. */
static bool refuse(const char *why, const struct casebook_locked *row, enum objection_move move, struct fail *f)
{
    enum fail_kind kind = strcmp(why, "case_moved") == 0 ? FAIL_CONFLICT : FAIL_FORBIDDEN;
    return fail_set(f, kind, why, "%s of objection %lld in %s", objection_move_word(move), (long long)row->id, row->state);
}

/* The officer's own view of the case, and the row of the table if he may begin the move. */
static bool judge(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_move *step,
                  const struct login_session *who, int64_t proposer, struct standing *now, const struct objection_move_row **move,
                  struct fail *f)
{
    struct objection_facts facts;
    if (!standing_read(m, db, row->id, who->officer_id, now, f) || !moderate_facts(now, &who->officer_id, &facts, f))
        return false;
    *move = objection_find_move(step->move, facts.state, facts.before);
    if (!*move || (step->seen[0] && strcmp(step->seen, row->state) != 0))
        return refuse("case_moved", row, step->move, f);
    struct actor actor = moderate_actor(who, now);
    const char *why = proposer ? objection_may_agree(*move, &facts, &actor, proposer) : objection_may(*move, &facts, &actor);
    return !why || refuse(why, row, step->move, f);
}

bool moderate_may(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_move *step,
                  const struct objection_move_row **move, struct fail *f)
{
    struct standing now;
    return judge(m, db, row, step, step->s, step->proposer, &now, move, f);
}

bool moderate_step(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_move *step, struct fail *f)
{
    struct standing now;
    const struct objection_move_row *move;
    struct reckon clock;
    if (!judge(m, db, row, step, step->s, step->proposer, &now, &move, f))
        return false;
    if (move->second && !step->proposer)
        return fail_set(f, FAIL_INTERNAL, "internal", "%s needs a second person", objection_move_word(step->move));
    if (!reckon_move(m, db, move->act, move->term, &now, &clock, f))
        return false;
    if (step->until && step->until != clock.due)
        return refuse("case_moved", row, step->move, f);
    struct casebook_event_new event = {
        .objection_id = row->id, .actor_kind = "OFFICER", .actor_id = step->proposer ? step->proposer : step->s->officer_id,
        .agreed_by = step->proposer ? step->s->officer_id : 0, .other_id = step->other_id, .move = objection_move_word(step->move),
        .from = row->state, .to = objection_state_word(move->to), .reason_code = step->reason_code ? step->reason_code : "",
        .note = { step->note.data, step->note.len }, .term = clock.term, .stands_still = clock.stands_still, .left = clock.left,
        .deadline_at = clock.due, .deadline_rule = clock.rule };
    /* Whose recognition a case stands in the way of again is not recognised meanwhile; who is held is held with the event that says why. */
    struct candidate_locked candidate;
    bool wakes = objection_state_stage(move->from) != OBJECTION_OPEN && objection_state_stage(move->to) == OBJECTION_OPEN;
    return (!wakes || candidate_lock(m, db, row->candidate_id, &candidate, f)) && casebook_event_add(db, &event, f) &&
           (move->to != OBJECTION_ACCEPTED || candidacy_work_hold(m, db, row->candidate_id, f)) &&
           (step->proposer || proposal_overtake(db, row->id, f)) &&
           audit_add(db, AUDIT_OFFICER, step->s->officer_id, "move", "objection", row->id, objection_move_word(step->move), f);
}

bool moderate_by_itself(struct mem *m, struct db *db, const struct casebook_locked *row, enum objection_move which, struct fail *f)
{
    struct standing now;
    return standing_read(m, db, row->id, 0, &now, f) && moderate_clockwork(m, db, row, &now, which, f);
}

bool moderate_clockwork(struct mem *m, struct db *db, const struct casebook_locked *row, const struct standing *now,
                        enum objection_move which, struct fail *f)
{
    static const struct actor clockwork = { .kind = ACTOR_SYSTEM };
    struct objection_facts facts;
    struct reckon clock;
    if (!moderate_facts(now, NULL, &facts, f))
        return false;
    const struct objection_move_row *move = objection_find_move(which, facts.state, facts.before);
    const char *why = move ? objection_may(move, &facts, &clockwork) : "case_moved";
    if (why)
        return refuse(why, row, which, f);
    if (!reckon_move(m, db, move->act, move->term, now, &clock, f))
        return false;
    struct casebook_event_new event = {
        .objection_id = row->id, .actor_kind = "SYSTEM", .move = objection_move_word(which), .from = row->state,
        .to = objection_state_word(move->to), .reason_code = "", .term = clock.term, .stands_still = clock.stands_still,
        .left = clock.left, .deadline_at = clock.due, .deadline_rule = clock.rule };
    return casebook_event_add(db, &event, f) && proposal_overtake(db, row->id, f);
}

/* ---- words ---- */

bool moderate_answer(struct mem *m, struct db *db, const struct casebook_locked *row, const char *kind, const char *text, struct fail *f)
{
    if (row->answer_key.len != SEAL_PUBLIC)
        return fail_set(f, FAIL_INTERNAL, "internal", "an answer key of %zu bytes", row->answer_key.len);
    struct seal_bytes sealed = seal_close(m, row->answer_key.data, mem_printf(m, "answer:%s", row->receipt), text, strlen(text));
    return casebook_answer_add(db, row->id, kind, sealed.data, sealed.len, f);
}

bool moderate_tell(struct mem *m, struct db *db, const struct casebook_locked *row, enum objection_move move, struct fail *f)
{
    /* A move may come again: its place among the events tells one from the other. */
    struct casebook_event *events;
    size_t count;
    return casebook_events(m, db, row->id, &events, &count, f) &&
           enqueue_objector(db, row->id, mem_printf(m, "%s:%lld:%zu", objection_move_word(move), (long long)row->id, count), f);
}

char *moderate_pack(struct mem *m, const char *one, const char *first, const char *two, const char *second)
{
    json_t *o = json_pack("{s:s, s:s}", one, first, two, second);
    size_t n = json_dumpb(o, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(o, text, n, JSON_COMPACT);
    json_decref(o);
    return text;
}

bool moderate_seal(struct mem *m, struct db *db, enum keyring_purpose purpose, const char *context, const char *text,
                   struct seal_bytes *out, struct fail *f)
{
    unsigned char key[SEAL_PUBLIC];
    if (!keyring_public(db, purpose, key, f))
        return false;
    *out = seal_close(m, key, context, text, strlen(text));
    return true;
}

/* ---- a move with what comes with it ---- */

/* Two different investigators of the case team, who are free to act; each opens the case by himself. */
static bool name_pair(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_in *in, struct fail *f)
{
    if (in->pair[0] == in->pair[1])
        return fail_field(f, "second", "pair_same");
    for (int i = 0; i < 2; i++) {
        struct standing his;
        struct officer_row officer;
        const char *field = i == 0 ? "first" : "second";
        if (!officer_get(m, db, in->pair[i], &officer, f))
            return f->kind == FAIL_MISSING ? fail_field(f, field, "pair_unfit") : false;
        if (officer.state != OFFICER_ACTIVE || !(officer.roles & STAFF_CASE))
            return fail_field(f, field, "pair_unfit");
        if (!standing_read(m, db, row->id, in->pair[i], &his, f))
            return false;
        if (strcmp(his.recusal, "RECUSED") == 0)
            return fail_field(f, field, "pair_unfit");
        if (!standing_investigator_add(db, row->id, in->pair[i], in->s->officer_id, f))
            return db_was_duplicate(db) ? fail_set(f, FAIL_CONFLICT, "case_moved", "investigators were named already") : false;
    }
    return true;
}

static bool find_lead(struct mem *m, struct db *db, const struct casebook_locked *row, const char *number, int64_t *id, struct fail *f)
{
    return standing_lead(m, db, row->id, number, id, f) || (f->kind == FAIL_MISSING && fail_field(f, "other", "merge_impossible"));
}

bool moderate_perform(struct mem *m, struct db *db, const struct casebook_locked *row, const struct objection_move_row *move,
                      const struct moderate_in *in, struct fail *f)
{
    struct moderate_move step = { .move = in->move, .seen = in->seen, .s = in->s, .proposer = in->proposer, .reason_code = in->code,
                                  .until = in->until };
    bool ok = (!(move->needs & OBJECTION_NEED_CASE) || find_lead(m, db, row, in->other, &step.other_id, f)) &&
              (!(move->needs & OBJECTION_NEED_PAIR) || name_pair(m, db, row, in, f));
    const char *kept = in->note[0] ? in->note : in->told;
    if (ok && kept[0])
        ok = moderate_seal(m, db, in->note_key, mem_printf(m, "objection:%s:note", row->receipt), kept, &step.note, f);
    ok = ok && moderate_step(m, db, row, &step, f);
    if (ok && in->told[0] && (move->tells & OBJECTION_TELL_OBJECTOR))
        ok = moderate_answer(m, db, row, objection_state_word(move->to), in->told, f);
    ok = ok && (!(move->tells & OBJECTION_TELL_OBJECTOR) || moderate_tell(m, db, row, in->move, f));
    return ok && (!(move->tells & OBJECTION_TELL_UNION) ||
                  case_tell_union(m, db, row, in->move, move->needs & OBJECTION_NEED_CODE ? in->code : "", f));
}

/* What the row asks for must have come; the fields are those of the pages. */
static bool has_what_it_needs(const struct objection_move_row *move, const struct moderate_in *in, struct fail *f)
{
    if ((move->needs & OBJECTION_NEED_TOLD) && !in->told[0])
        return fail_field(f, "told", "told_needed");
    if ((move->needs & OBJECTION_NEED_NOTE) && !in->note[0])
        return fail_field(f, in->note_key == KEYRING_IDENTITY ? "note" : "record", "record_needed");
    return !(move->needs & OBJECTION_NEED_CODE) || (in->code && in->code[0]) || fail_field(f, "code", "code_choose_one");
}

/* Of what was refused nothing was found: it stays refused, or its acceptance is ordered. */
static bool result_fits(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_in *in, struct fail *f)
{
    struct standing now;
    if (in->move != MOVE_DECIDE_REVIEW || strcmp(in->code, "UPHELD") == 0)
        return true;
    return standing_read(m, db, row->id, in->s->officer_id, &now, f) &&
           (!now.refused || now.decided || fail_field(f, "code", "review_of_refusal"));
}

static bool do_work(struct db *db, void *ctx, struct fail *f)
{
    const struct moderate_in *in = ctx;
    struct mem *m = mem_new_secret(NULL, "move");
    struct casebook_locked row;
    const struct objection_move_row *move;
    struct moderate_move step = { .move = in->move, .seen = in->seen, .s = in->s };
    bool ok = casebook_lock(m, db, in->receipt, &row, f) && moderate_may(m, db, &row, &step, &move, f) &&
              has_what_it_needs(move, in, f) && result_fits(m, db, &row, in, f) &&
              (move->second ? moderate_propose(m, db, &row, in, f) : moderate_perform(m, db, &row, move, in, f));
    mem_free(&m);
    return ok;
}

bool moderate_do(struct db *db, const struct moderate_in *in, struct fail *f)
{
    struct moderate_in copy = *in;
    bool ok = db_transaction(db, do_work, &copy, f);
    if (ok)
        enqueue_poke();
    return ok;
}

bool moderate_identity(struct db *db, const struct login_session *s, const char *receipt, const char *seen, bool confirmed,
                       const char *note, struct fail *f)
{
    struct moderate_in in = { .s = s, .receipt = receipt, .seen = seen, .note = note, .told = "", .note_key = KEYRING_IDENTITY,
                              .move = confirmed ? MOVE_CONFIRM_IDENTITY : MOVE_DENY_IDENTITY };
    return moderate_do(db, &in, f);
}
