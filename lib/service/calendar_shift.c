/* calendar_shift: see calendar_shift.h. */
#include "calendar_shift.h"

#include <string.h>

#include "assist.h"
#include "due.h"
#include "moderate_private.h"
#include "workdays.h"

/* The word of both kinds of events. */
#define RECKON "RECKON"

struct shift {
    struct mem *m;
    struct db *db;
    const struct calendar *before, *calendar;
    const struct calendar_plan *plan;
    struct calendar_shift_out *out;
};

/* The last day under one calendar; 0: there is none. */
static day last_day(const struct calendar *c, day from, const struct calendar_rule *how)
{
    struct calendar_derivation d;
    struct fail unknown = { .kind = FAIL_NONE };
    return calendar_derive(NULL, c, clock_day_start(from), how, &d, &unknown) && !d.open ? d.last : 0;
}

/* What becomes of a deadline: when it ends now, and what there is to say; NULL: nothing. */
struct fate { instant due; char *words; };

static struct fate fate_of(const struct shift *s, instant due, const char *rule)
{
    struct calendar_rule how;
    day from, told = clock_day_beijing(due - 1);
    char old[CLOCK_TEXT], new[CLOCK_TEXT];
    if (!calendar_rule_read(rule, &from, &how))
        return (struct fate){ due, NULL };
    day last = calendar_recompute(s->calendar, clock_day_start(from), &how, told, false), under = last_day(s->calendar, from, &how);
    /* Said once: the next plan finds that it had been kept already. */
    bool kept = last == told && under && under < told && last_day(s->before, from, &how) == told;
    if (last == told && !kept)
        return (struct fate){ due, NULL };
    clock_day_to_hanzi(told, old);
    clock_day_to_hanzi(kept ? under : last, new);
    char *what = kept ? mem_printf(s->m, "放假安排有变，重新推算为%s，期限不提前，仍为%s。", new, old)
                      : mem_printf(s->m, "放假安排有变，期限由%s改为%s。", old, new);
    return (struct fate){ clock_day_start(last + 1), mem_printf(s->m, "%s依据：国务院 %d 年放假安排，%s，本站第 %d 版", what, s->plan->year,
                                                                s->plan->number[0] ? s->plan->number : s->plan->paper, s->plan->revision) };
}

/* ---- cases ---- */

static bool move_case(const struct shift *s, int64_t id, struct fail *f)
{
    struct casebook_locked row;
    struct standing now;
    struct seal_bytes note;
    if (!due_case_lock(s->m, s->db, id, &row, &now, f))
        return false;
    if (!now.deadline_at || now.term_over)
        return true;
    struct fate fate = fate_of(s, now.deadline_at, now.rule);
    if (!fate.words)
        return true;
    if (!moderate_seal(s->m, s->db, KEYRING_CASE, mem_printf(s->m, "objection:%s:note", row.receipt), fate.words, &note, f))
        return false;
    struct casebook_event_new event = {
        .objection_id = row.id, .actor_kind = "SYSTEM", .move = RECKON, .from = row.state, .to = row.state, .reason_code = "",
        .note = { note.data, note.len }, .term = now.term, .deadline_at = fate.due, .deadline_rule = now.rule };
    s->out->cases += fate.due != now.deadline_at;
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
    if (!a.due_at || a.term_over)
        return true;
    struct fate fate = fate_of(s, a.due_at, a.due_rule);
    if (!fate.words)
        return true;
    struct assist_event_new event = { .assist_id = a.id, .actor_kind = "SYSTEM", .step = RECKON, .from = a.state, .to = a.state,
                                      .note = fate.words, .due_at = fate.due };
    s->out->requests += fate.due != a.due_at;
    return assist_set(s->db, &a, a.state, fate.due, a.due_rule, f) && assist_event_add(s->db, &event, f);
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

bool calendar_shift(struct mem *m, struct db *db, const struct calendar *before, const struct calendar_plan *plan,
                    struct calendar_shift_out *out, struct fail *f)
{
    struct workdays days;
    *out = (struct calendar_shift_out){ 0, 0 };
    if (!workdays_load(m, db, &days, f))
        return false;
    struct shift s = { m, db, before, &days.calendar, plan, out };
    return cases(&s, f) && requests(&s, f);
}
