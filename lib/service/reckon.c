/* reckon: see reckon.h. */
#include "reckon.h"

#include "conf.h"
#include "workdays.h"

/* The last day of `n` days after `from`, which is not counted itself; *as_of (may be NULL) is the day as of which it counts. */
static bool last_day(struct mem *m, struct db *db, bool workdays, instant from, int cutoff, int n, day *last, day *as_of, struct fail *f)
{
    struct workdays days;
    struct calendar_rule rule = { .n = n, .unit = workdays ? CALENDAR_WORKDAYS : CALENDAR_DAYS, .cutoff_hour = cutoff };
    struct calendar_derivation d;
    if (!workdays_load(m, db, &days, f) || !calendar_derive(NULL, &days.calendar, from, &rule, &d, f))
        return false;
    *last = d.last;
    if (as_of)
        *as_of = d.effective;
    return true;
}

static bool start(struct mem *m, struct db *db, enum term term, instant from, int cutoff, struct reckon *out, struct fail *f)
{
    const struct term_row *row = term_find(term);
    char text[CLOCK_TEXT];
    day last, as_of;
    if (!row)
        return fail_set(f, FAIL_INTERNAL, "internal", "no such term %d", (int)term);
    int n = (int)conf_number(row->setting);
    if (!last_day(m, db, row->workdays, from, cutoff, n, &last, &as_of, f))
        return false;
    clock_day_to_text(as_of, text);
    *out = (struct reckon){ .term = row->word, .due = clock_day_start(last + 1),
                            .rule = mem_printf(m, "%s 起 %d %s，当日不计", text, n, row->workdays ? "个工作日" : "日") };
    return true;
}

bool reckon_from(struct mem *m, struct db *db, enum term term, instant from, struct reckon *out, struct fail *f)
{
    return start(m, db, term, from, (int)conf_number("deadline.cutoff_hour"), out, f);
}

bool reckon_start(struct mem *m, struct db *db, enum term term, struct reckon *out, struct fail *f)
{
    instant now;
    return db_now(db, &now, f) && reckon_from(m, db, term, now, out, f);
}

bool reckon_more(struct mem *m, struct db *db, enum term term, instant old_end, struct reckon *out, struct fail *f)
{
    return start(m, db, term, clock_day_start(clock_day_beijing(old_end - 1)), 0, out, f);
}

/* What is left of a term is counted as the term itself was. */
static bool pause(struct mem *m, struct db *db, const struct standing *now, struct reckon *out, struct fail *f)
{
    enum term term = TERM_NONE;
    struct workdays days;
    instant at;
    day from, last = now->deadline_at ? clock_day_beijing(now->deadline_at - 1) : 0;
    *out = (struct reckon){ .term = now->term, .rule = mem_text(m, now->rule) };
    if (!term_read(now->term, &term))
        return true;
    out->stands_still = true;
    out->left = now->left;
    if (!now->deadline_at) /* it stood still already */
        return true;
    if (!db_now(db, &at, f))
        return false;
    from = clock_day_beijing(at);
    out->left = last > from ? (int)(last - from) : 0;
    if (!term_find(term)->workdays)
        return true;
    return workdays_load(m, db, &days, f) && calendar_between(&days.calendar, from, last, &out->left, f);
}

/* A day at least is left, so that nobody is late at the moment in which he may go on. */
static bool resume(struct mem *m, struct db *db, const struct standing *now, struct reckon *out, struct fail *f)
{
    enum term term = TERM_NONE;
    char text[CLOCK_TEXT];
    int left = now->left > 0 ? now->left : 1;
    instant at;
    day last;
    *out = (struct reckon){ .term = now->term, .due = now->deadline_at, .rule = mem_text(m, now->rule) };
    if (!term_read(now->term, &term) || now->deadline_at)
        return true;
    bool workdays = term_find(term)->workdays;
    if (!db_now(db, &at, f) || !last_day(m, db, workdays, at, 0, left, &last, NULL, f))
        return false;
    clock_day_to_text(clock_day_beijing(at), text);
    out->due = clock_day_start(last + 1);
    out->rule = mem_printf(m, "%s 恢复计时，余 %d %s", text, left, workdays ? "个工作日" : "日");
    return true;
}

bool reckon_move(struct mem *m, struct db *db, enum term_act act, enum term term, const struct standing *now, struct reckon *out,
                 struct fail *f)
{
    switch (act) {
    case TERM_ACT_START:
        return term == TERM_EXTENSION && now->deadline_at ? reckon_more(m, db, term, now->deadline_at, out, f)
                                                          : reckon_start(m, db, term, out, f);
    case TERM_ACT_PAUSE:
        return pause(m, db, now, out, f);
    case TERM_ACT_RESUME:
        return resume(m, db, now, out, f);
    case TERM_ACT_STOP:
        *out = (struct reckon){ .term = "", .rule = mem_text(m, "") };
        return true;
    case TERM_ACT_KEEP:
    default:
        *out = (struct reckon){ .term = now->term, .due = now->deadline_at, .stands_still = now->term[0] && !now->deadline_at,
                                .left = now->left, .rule = mem_text(m, now->rule) };
        return true;
    }
}
