/* sweep: see sweep.h. */
#include <stdio.h>
#include <string.h>

#include "candidacy_work.h"
#include "conf.h"
#include "due.h"
#include "enqueue.h"
#include "log.h"
#include "moderate_private.h"
#include "onward.h"
#include "sweep_private.h"

/* ---- what went wrong ---- */

enum { QUIET_SECONDS = 3600, KINDS = 16 };

/* The same failure of the same step is said once an hour: a missing calendar would else be said each minute for each case. */
static bool said_lately(const char *what, const char *code)
{
    static struct { char key[80]; int64_t until; } said[KINDS];
    static size_t next;
    char key[80];
    int64_t now = clock_monotonic();
    snprintf(key, sizeof key, "%s %s", what, code);
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(said[i].key, key) == 0 && said[i].until > now)
            return true;
    memcpy(said[next].key, key, sizeof key);
    said[next].until = now + QUIET_SECONDS * CLOCK_SECOND;
    next = (next + 1) % KINDS;
    return false;
}

bool sweep_goes_on(const char *what, int64_t id, struct fail *f)
{
    bool overtaken = strcmp(f->code, "case_moved") == 0 || strcmp(f->code, "too_early") == 0;
    if (f->kind == FAIL_UNAVAILABLE)
        return false;
    if (!overtaken && !said_lately(what, f->code))
        log_line(LOG_ERROR, "sweep: %s %lld: %s %lld %s", what, (long long)id, f->code, (long long)f->number, f->detail);
    *f = (struct fail){ .kind = FAIL_NONE };
    return true;
}

bool sweep_is_office_hour(const struct sweep *s, day *today, bool *is, struct fail *f)
{
    instant begins;
    *today = clock_day_beijing(s->now);
    begins = clock_day_start(*today) + conf_number("sms.window_start") * 60 * CLOCK_MINUTE;
    *is = s->now >= begins;
    return !*is || calendar_is_workday(&s->days.calendar, *today, is, f);
}

/* ---- cases whose state ends by itself ---- */

struct one { const struct sweep *s; int64_t id; };

/* The one move that the table lets the clock make from here. A merged case is told with its lead (decide.c). */
static const struct objection_move_row *own_move(enum objection_state from)
{
    size_t count;
    const struct objection_move_row *rows = objection_moves(&count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].who == ACTOR_SYSTEM && rows[i].from == from && rows[i].move != MOVE_NOTIFY_MERGED)
            return &rows[i];
    return NULL;
}

static bool tell(struct mem *m, const struct one *one, const struct casebook_locked *row, const struct objection_move_row *move, struct fail *f)
{
    const char *word = objection_move_word(move->move);
    return !(move->tells & OBJECTION_TELL_OBJECTOR) ||
           (moderate_answer(m, one->s->db, row, objection_state_word(move->to), one->s->words->lapsed, f) &&
            enqueue_objector(one->s->db, row->id, mem_printf(m, "%s:%lld", word, (long long)row->id), f));
}

static bool case_work(struct db *db, void *ctx, struct fail *f)
{
    const struct one *one = ctx;
    struct mem *m = mem_new(NULL, "case that ends");
    struct casebook_locked row;
    struct standing now;
    enum objection_state state;
    bool ok = due_case_lock(m, db, one->id, &row, &now, f);
    const struct objection_move_row *move = ok && objection_state_read(row.state, &state) ? own_move(state) : NULL;
    if (ok && !move)
        ok = fail_set(f, FAIL_CONFLICT, "case_moved", "objection %lld went on", (long long)one->id);
    ok = ok && moderate_clockwork(m, db, &row, &now, move->move, f) && tell(m, one, &row, move, f);
    mem_free(&m);
    return ok;
}

static bool cases(const struct sweep *s, struct fail *f)
{
    int64_t *ids;
    size_t count;
    struct one one = { s, 0 };
    do {
        if (!due_cases(s->m, s->db, one.id, &ids, &count, f))
            return false;
        for (size_t i = 0; i < count; i++) {
            one.id = ids[i];
            if (!db_transaction(s->db, case_work, &one, f) && !sweep_goes_on("objection", one.id, f))
                return false;
        }
    } while (count > 0);
    return true;
}

/* ---- people whose period has ended ---- */

enum { BATCHES = 20 };

static bool periods(const struct sweep *s, struct fail *f)
{
    bool more = true;
    for (int i = 0; more && i < BATCHES; i++)
        if (!candidacy_work_expire(s->db, &more, f))
            return false;
    return true;
}

/* ---- messages that ended unheard ---- */

static bool given_up(const struct sweep *s, struct fail *f)
{
    return onward_sweep(s->m, s->db, f);
}

/* ---- the round ---- */

/* What runs by itself, in this order; a new clock is a new row. */
static const struct { const char *word; bool (*run)(const struct sweep *s, struct fail *f); } steps[] = {
    { "periods", periods },
    { "cases", cases },
    { "arrivals", sweep_arrivals },
    { "requests", sweep_requests },
    { "reminders", sweep_reminders },
    { "late at the office", sweep_office },
    { "messages that reached nobody", given_up },
};

bool sweep_round(struct db *db, const struct sweep_words *words, struct fail *f)
{
    struct mem *m = mem_new(NULL, "sweep");
    struct sweep s = { .m = m, .db = db, .words = words };
    bool ok = db_now(db, &s.now, f) && workdays_load(m, db, &s.days, f);
    for (size_t i = 0; ok && i < sizeof steps / sizeof steps[0]; i++)
        ok = steps[i].run(&s, f) || sweep_goes_on(steps[i].word, 0, f);
    mem_free(&m);
    return ok;
}
