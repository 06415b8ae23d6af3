/* moderate: the one function of moves, the identity desk, and accepting or refusing. */
#include "moderate.h"

#include <string.h>

#include "audit.h"
#include "conf.h"
#include "enqueue.h"
#include "workdays.h"

/* The setting that rules how long the state entered may last; NULL: none. */
static const char *deadline_setting(enum objection_move move)
{
    static const char *const settings[OBJECTION_MOVE__MAX] = {
        [MOVE_CONFIRM_IDENTITY] = "deadline.review_workdays", [MOVE_ACCEPT] = "deadline.investigate_workdays",
        [MOVE_ASK_UNION] = "deadline.assist_workdays", [MOVE_DRAFT_DECISION] = "deadline.decide_workdays",
        [MOVE_RETURN_DECISION] = "deadline.decide_workdays",
    };
    return settings[move];
}

/* The end of the last of `n` working days after today, and how it was reckoned. */
static bool reckon(struct mem *m, struct db *db, enum objection_move move, instant *due, char **rule, struct fail *f)
{
    const char *setting = deadline_setting(move);
    struct workdays days;
    instant now;
    day last;
    *due = 0;
    *rule = mem_text(m, "");
    if (!setting)
        return true;
    int n = (int)conf_number(setting);
    if (!db_now(db, &now, f) || !workdays_load(m, db, &days, f) ||
        !calendar_after(&days.calendar, clock_day_beijing(now), n, &last, f))
        return false;
    char from[CLOCK_TEXT];
    clock_day_to_text(clock_day_beijing(now), from);
    *due = clock_day_start(last + 1);
    *rule = mem_printf(m, "%s 起 %d 个工作日，当日不计", from, n);
    return true;
}

bool moderate_step(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_move *step, instant *due,
                   char **rule, struct fail *f)
{
    enum objection_state from;
    instant deadline = 0;
    char *reckoned = NULL;
    if (!objection_state_read(row->state, &from))
        return fail_set(f, FAIL_INTERNAL, "internal", "objection %lld is in no known state", (long long)row->id);
    const struct objection_move_row *move = objection_find_move(step->move, from);
    if (!move || (step->seen[0] && strcmp(step->seen, row->state) != 0))
        return fail_set(f, FAIL_CONFLICT, "case_moved", "objection %lld is %s", (long long)row->id, row->state);
    bool union_acts = strcmp(step->actor_kind, "UNION") == 0;
    if (union_acts ? move->role != 0 : (move->role & step->roles) == 0)
        return fail_set(f, FAIL_FORBIDDEN, "forbidden", "no role for %s", objection_move_word(step->move));
    /* A union only ends a term; none begins. */
    if (!union_acts && !reckon(m, db, step->move, &deadline, &reckoned, f))
        return false;
    struct casebook_event_new event = {
        .objection_id = row->id, .actor_kind = step->actor_kind, .actor_id = step->actor_id, .move = objection_move_word(step->move),
        .from = row->state, .to = objection_state_word(move->to), .reason_code = step->reason_code ? step->reason_code : "",
        .note = { step->note.data, step->note.len }, .deadline_at = deadline, .deadline_rule = reckoned ? reckoned : "" };
    if (due)
        *due = deadline;
    if (rule)
        *rule = reckoned ? reckoned : mem_text(m, "");
    return casebook_event_add(db, &event, f);
}

bool moderate_answer(struct mem *m, struct db *db, const struct casebook_locked *row, const char *kind, const char *text, struct fail *f)
{
    if (row->answer_key.len != SEAL_PUBLIC)
        return fail_set(f, FAIL_INTERNAL, "internal", "an answer key of %zu bytes", row->answer_key.len);
    struct seal_bytes sealed = seal_close(m, row->answer_key.data, mem_printf(m, "answer:%s", row->receipt), text, strlen(text));
    return casebook_answer_add(db, row->id, kind, sealed.data, sealed.len, f);
}

/* A message says only that there is news; its key tells the moves of one case apart. */
static bool tell(struct mem *m, struct db *db, const struct casebook_locked *row, const char *move, struct fail *f)
{
    return enqueue_objector(db, row->id, mem_printf(m, "%s:%lld", move, (long long)row->id), f);
}

/* ---- the identity desk ---- */

struct work {
    const struct login_session *s;
    const char *receipt, *seen, *reason_code, *text, *answer;
    enum objection_move move;
    enum keyring_purpose note_key;
};

static bool move_work(struct db *db, void *ctx, struct fail *f)
{
    const struct work *w = ctx;
    struct mem *m = mem_new_secret(NULL, "move");
    struct casebook_locked row;
    struct moderate_move step = { .move = w->move, .seen = w->seen, .roles = w->s->roles, .actor_kind = "OFFICER",
                                  .actor_id = w->s->officer_id, .reason_code = w->reason_code };
    unsigned char key[SEAL_PUBLIC];
    bool ok = casebook_lock(m, db, w->receipt, &row, f);
    if (ok && w->text[0]) {
        ok = keyring_public(db, w->note_key, key, f);
        if (ok)
            step.note = seal_close(m, key, mem_printf(m, "objection:%s:note", w->receipt), w->text, strlen(w->text));
    }
    ok = ok && moderate_step(m, db, &row, &step, NULL, NULL, f) && (!w->answer || moderate_answer(m, db, &row, w->answer, w->text, f));
    /* A confirmed identity is no news to the one who was phoned. */
    ok = ok && (w->move == MOVE_CONFIRM_IDENTITY || tell(m, db, &row, objection_move_word(w->move), f));
    ok = ok && audit_add(db, AUDIT_OFFICER, w->s->officer_id, "move", "objection", row.id, objection_move_word(w->move), f);
    mem_free(&m);
    return ok;
}

static bool run(struct db *db, struct work *w, struct fail *f)
{
    bool ok = db_transaction(db, move_work, w, f);
    if (ok)
        enqueue_poke();
    return ok;
}

bool moderate_identity(struct db *db, const struct login_session *s, const char *receipt, const char *seen, bool confirmed,
                       const char *note, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = seen, .text = note, .note_key = KEYRING_IDENTITY,
                      .move = confirmed ? MOVE_CONFIRM_IDENTITY : MOVE_DENY_IDENTITY };
    return run(db, &w, f);
}

bool moderate_accept(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const char *text, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = seen, .text = text, .answer = "ACCEPTED", .move = MOVE_ACCEPT,
                      .note_key = KEYRING_CASE };
    return run(db, &w, f);
}

bool moderate_refuse(struct db *db, const struct login_session *s, const char *receipt, const char *seen, const char *reason_code,
                     const char *text, struct fail *f)
{
    struct work w = { .s = s, .receipt = receipt, .seen = seen, .text = text, .answer = "NOT_ACCEPTED", .move = MOVE_REFUSE,
                      .note_key = KEYRING_CASE, .reason_code = reason_code };
    return run(db, &w, f);
}
