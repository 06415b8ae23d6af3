/* sweep_arrival: the term of a request to a union begins with its delivery or signature (lib/model/arrival). What the union was told when it was
 * sent stays the earliest end; it moves to a later day once it is known when the term began, never nearer. */
#include "arrival.h"
#include "assist_move.h"
#include "conf.h"
#include "reckon.h"
#include "sweep_private.h"

/* The same word as of a plan that moves it. */
#define RECKON "RECKON"

/* Before its union asked for more time: what is granted then is counted on from the old end. */
static bool is_first_term(const struct assist_standing *a)
{
    enum assist_state state;
    return assist_state_read(a->state, &state) && (state == ASSIST_SENT || state == ASSIST_SIGNED) && !a->time_asked && a->due_at != 0;
}

/* `latest`: the setting deadline.delivery_workdays after the day of sending. */
static bool read_arrival(const struct sweep *s, int64_t id, struct arrival *out, struct fail *f)
{
    day last;
    int cap = (int)conf_number("deadline.delivery_workdays");
    if (!due_arrival(s->db, id, out, f))
        return false;
    out->latest = out->sent;
    if (cap > 0 && !calendar_after(&s->days.calendar, clock_day_beijing(out->sent), cap, &last, f))
        return false;
    if (cap > 0)
        out->latest = clock_day_start(last);
    return true;
}

static bool move(struct mem *m, struct db *db, const struct assist_standing *a, const struct arrival *known, instant begin,
                 const struct reckon *clock, struct fail *f)
{
    char day_of[CLOCK_TEXT], old[CLOCK_TEXT], new[CLOCK_TEXT];
    bool arrived = known->delivered != 0 || known->signed_at != 0;
    clock_day_to_hanzi(clock_day_beijing(begin), day_of);
    clock_day_to_hanzi(clock_day_beijing(a->due_at - 1), old);
    clock_day_to_hanzi(clock_day_beijing(clock->due - 1), new);
    const char *note = mem_printf(m, "%s%s起算，期限由%s改为%s。", arrived ? "送达或签收后，自" : "未见送达回执，也未签收，自", day_of, old, new);
    struct assist_event_new event = { .assist_id = a->id, .actor_kind = "SYSTEM", .step = RECKON, .from = a->state, .to = a->state,
                                      .note = note, .due_at = clock->due };
    return assist_set(db, a, a->state, clock->due, clock->rule, f) && assist_event_add(db, &event, f);
}

/* While nothing is known, the end is looked at when it would come. */
static bool arrival_work(struct db *db, void *ctx, struct fail *f)
{
    const struct sweep_one *one = ctx;
    struct mem *m = mem_new(NULL, "request that arrives");
    struct assist_standing a;
    struct arrival known;
    struct reckon clock;
    bool ok = sweep_lock_request(m, db, one->request, &a, f);
    if (ok && is_first_term(&a)) {
        ok = read_arrival(one->s, a.id, &known, f);
        bool silent = ok && known.delivered == 0 && known.signed_at == 0;
        instant begin = ok ? arrival_begin(&known, silent && a.term_over ? known.latest : one->s->now) : 0;
        if (begin > known.sent && (!silent || a.term_over))
            ok = reckon_from(m, db, TERM_ASSIST, begin, &clock, f) &&
                 (clock.due <= a.due_at || move(m, db, &a, &known, begin, &clock, f));
    }
    mem_free(&m);
    return ok;
}

bool sweep_arrivals(const struct sweep *s, struct fail *f)
{
    return sweep_each_request(s, arrival_work, "arrival", f);
}
