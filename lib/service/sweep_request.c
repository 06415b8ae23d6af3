/* sweep_request: the clocks of requests to unions. What the table lets the system do is done; a union hears of its last day before and after
 * it. */
#include <string.h>

#include "assist_tell.h"
#include "sweep_private.h"

bool sweep_lock_request(struct mem *m, struct db *db, const struct due_request *request, struct assist_standing *a, struct fail *f)
{
    struct casebook_locked row;
    struct standing now;
    return due_case_lock(m, db, request->objection_id, &row, &now, f) && assist_lock(m, db, request->id, row.id, a, f);
}

/* ---- moves ---- */

/* Whether a whole working day has gone by since the term was over. */
static bool is_day_late(const struct sweep *s, instant due, bool *late, struct fail *f)
{
    day next;
    if (!calendar_after(&s->days.calendar, clock_day_beijing(due - 1), 1, &next, f))
        return false;
    *late = s->now >= clock_day_start(next + 1);
    return true;
}

static bool facts_of(const struct sweep *s, const struct assist_standing *a, struct assist_facts *out, struct fail *f)
{
    *out = (struct assist_facts){ .union_id = a->union_id, .drafter = a->drafted_by, .term_over = a->term_over };
    if (!assist_state_read(a->state, &out->state) || !objection_state_read(a->case_state, &out->case_state))
        return fail_set(f, FAIL_INTERNAL, "internal", "a request in no known state");
    /* A missing calendar holds up nothing but what needs it. */
    return out->state != ASSIST_OVERDUE || is_day_late(s, a->due_at, &out->day_late, f) || sweep_goes_on("request", a->id, f);
}

static const struct assist_move_row *own_move(const struct assist_facts *facts)
{
    static const struct actor clockwork = { .kind = ACTOR_SYSTEM };
    size_t count;
    const struct assist_move_row *rows = assist_moves(&count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].who == ACTOR_SYSTEM && !assist_may(&rows[i], facts, &clockwork))
            return &rows[i];
    return NULL;
}

static bool tell(struct mem *m, struct db *db, const struct assist_standing *a, enum assist_step step, struct fail *f)
{
    if (step == ASSIST_STEP_RECALL)
        return assist_tell_change(m, db, a, step, f);
    return step != ASSIST_STEP_ESCALATE || assist_tell_escalation(m, db, a, f);
}

static bool move_work(struct db *db, void *ctx, struct fail *f)
{
    const struct sweep_one *one = ctx;
    struct mem *m = mem_new(NULL, "request that moves");
    struct assist_standing a;
    struct assist_facts facts;
    bool ok = sweep_lock_request(m, db, one->request, &a, f) && facts_of(one->s, &a, &facts, f);
    const struct assist_move_row *move = ok ? own_move(&facts) : NULL;
    if (move) {
        const char *to = assist_state_word(move->to);
        struct assist_event_new event = { a.id, "SYSTEM", 0, assist_step_word(move->step), a.state, to, "", a.due_at };
        ok = assist_set(db, &a, to, a.due_at, a.due_rule, f) && assist_event_add(db, &event, f) && tell(m, db, &a, move->step, f);
    }
    mem_free(&m);
    return ok;
}

/* ---- reminders ---- */

/* How today stands to the last day of a request, in working days: -2 to 1; false on other days. */
static bool find_offset(const struct sweep *s, day today, instant due, int *offset, struct fail *f)
{
    day last = clock_day_beijing(due - 1);
    int n;
    if (today <= last) {
        if (!calendar_between(&s->days.calendar, today, last, &n, f))
            return false;
        *offset = -n;
        return n <= 2;
    }
    if (!calendar_between(&s->days.calendar, last, today, &n, f))
        return false;
    *offset = n;
    return n == 1;
}

static bool remind_work(struct db *db, void *ctx, struct fail *f)
{
    const struct sweep_one *one = ctx;
    const struct sweep *s = one->s;
    struct mem *m = mem_new(NULL, "reminder");
    struct assist_standing a;
    enum assist_state state;
    int offset;
    bool ok = sweep_lock_request(m, db, one->request, &a, f);
    if (ok && assist_state_read(a.state, &state) && assist_is_open(state) && find_offset(s, clock_day_beijing(s->now), a.due_at, &offset, f))
        ok = assist_tell_term(m, db, &a, offset, f);
    mem_free(&m);
    return ok && f->kind == FAIL_NONE;
}

/* ---- all of them ---- */

bool sweep_each_request(const struct sweep *s, bool (*work)(struct db *, void *, struct fail *), const char *what, struct fail *f)
{
    struct due_request *rows;
    size_t count;
    int64_t after = 0;
    do {
        if (!due_requests(s->m, s->db, after, &rows, &count, f))
            return false;
        for (size_t i = 0; i < count; i++) {
            struct sweep_one one = { .s = s, .request = &rows[i] };
            after = rows[i].id;
            if (!db_transaction(s->db, work, &one, f) && !sweep_goes_on(what, after, f))
                return false;
        }
    } while (count > 0);
    return true;
}

bool sweep_requests(const struct sweep *s, struct fail *f)
{
    return sweep_each_request(s, move_work, "request", f);
}

bool sweep_reminders(const struct sweep *s, struct fail *f)
{
    day today;
    bool is;
    return sweep_is_office_hour(s, &today, &is, f) && (!is || sweep_each_request(s, remind_work, "reminder", f));
}
