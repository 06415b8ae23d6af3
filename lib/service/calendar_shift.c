/* calendar_shift: see calendar_shift.h. */
#include "calendar_shift.h"

#include <string.h>

#include "assist.h"
#include "due.h"
#include "moderate_private.h"
#include "workdays.h"

/* The word of both kinds of events. */
#define RECKON "RECKON"

struct shift { struct mem *m; struct db *db; const struct calendar *calendar; const struct calendar_plan *plan; struct calendar_shift_out *out; };

/* The instant at which a deadline ends under the new plan; `due` itself where it does not move. */
static instant later(const struct shift *s, instant due, const char *rule)
{
    struct calendar_rule how;
    day from, told = clock_day_beijing(due - 1);
    if (!calendar_rule_read(rule, &from, &how))
        return due;
    day last = calendar_recompute(s->calendar, clock_day_start(from), &how, told, false);
    return last > told ? clock_day_start(last + 1) : due;
}

static char *words(const struct shift *s, instant was, instant now)
{
    char old[CLOCK_TEXT], new[CLOCK_TEXT];
    clock_day_to_hanzi(clock_day_beijing(was - 1), old);
    clock_day_to_hanzi(clock_day_beijing(now - 1), new);
    return mem_printf(s->m, "放假安排有变，期限由%s改为%s。依据：国务院 %d 年放假安排，%s，本站第 %d 版", old, new, s->plan->year,
                      s->plan->number[0] ? s->plan->number : s->plan->paper, s->plan->revision);
}

/* ---- cases ---- */

static bool move_case(const struct shift *s, int64_t id, struct fail *f)
{
    struct casebook_locked row;
    struct standing now;
    struct seal_bytes note;
    if (!due_case_lock(s->m, s->db, id, &row, &now, f))
        return false;
    instant due = now.deadline_at && !now.term_over ? later(s, now.deadline_at, now.rule) : now.deadline_at;
    if (due == now.deadline_at)
        return true;
    if (!moderate_seal(s->m, s->db, KEYRING_CASE, mem_printf(s->m, "objection:%s:note", row.receipt), words(s, now.deadline_at, due), &note, f))
        return false;
    struct casebook_event_new event = {
        .objection_id = row.id, .actor_kind = "SYSTEM", .move = RECKON, .from = row.state, .to = row.state, .reason_code = "",
        .note = { note.data, note.len }, .term = now.term, .deadline_at = due, .deadline_rule = now.rule };
    s->out->cases++;
    return casebook_event_add(s->db, &event, f);
}

static bool cases(const struct shift *s, struct fail *f)
{
    int64_t *ids, after = 0;
    size_t count;
    do {
        if (!due_running(s->m, s->db, after, &ids, &count, f))
            return false;
        for (size_t i = 0; i < count; i++) {
            after = ids[i];
            if (!move_case(s, after, f))
                return false;
        }
    } while (count > 0);
    return true;
}

/* ---- requests to unions ---- */

static bool move_request(const struct shift *s, const struct due_request *which, struct fail *f)
{
    struct assist_standing a;
    if (!assist_lock(s->m, s->db, which->id, which->objection_id, &a, f))
        return false;
    instant due = a.due_at && !a.term_over ? later(s, a.due_at, a.due_rule) : a.due_at;
    if (due == a.due_at)
        return true;
    struct assist_event_new event = { .assist_id = a.id, .actor_kind = "SYSTEM", .step = RECKON, .from = a.state, .to = a.state,
                                      .note = words(s, a.due_at, due), .due_at = due };
    s->out->requests++;
    return assist_set(s->db, &a, a.state, due, a.due_rule, f) && assist_event_add(s->db, &event, f);
}

static bool requests(const struct shift *s, struct fail *f)
{
    struct due_request *rows;
    size_t count;
    int64_t after = 0;
    do {
        if (!due_requests(s->m, s->db, after, &rows, &count, f))
            return false;
        for (size_t i = 0; i < count; i++) {
            after = rows[i].id;
            if (!move_request(s, &rows[i], f))
                return false;
        }
    } while (count > 0);
    return true;
}

bool calendar_shift(struct mem *m, struct db *db, const struct calendar_plan *plan, struct calendar_shift_out *out, struct fail *f)
{
    struct workdays days;
    *out = (struct calendar_shift_out){ 0, 0 };
    if (!workdays_load(m, db, &days, f))
        return false;
    struct shift s = { m, db, &days.calendar, plan, out };
    return cases(&s, f) && requests(&s, f);
}
