/* pacing: see pacing.h. Counts are raised first and given back for what stays, so that another sender of the same number waits for us. */
#include "pacing.h"

#include <jansson.h>
#include <string.h>

#include "conf.h"
#include "enqueue.h"
#include "pace.h"
#include "sms_day.h"
#include "workdays.h"

struct pacing {
    struct mem *m;
    struct db *db;
    instant now;
    struct pace_hours hours;
    struct workdays days;
    bool days_loaded;
    struct sms_day_row *rows; /* that are not urgent, by number and event */
    size_t count;
    bool *go;                 /* of each row: it leaves now */
};

static char *to_text(struct mem *m, json_t *array)
{
    size_t n = json_dumpb(array, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(array, text, n, JSON_COMPACT);
    json_decref(array);
    return text;
}

/* ---- hours ---- */

typedef bool when_f(const struct message_row *, const struct calendar *, struct pace_hours, instant, instant *, struct fail *);

/* When a row may leave. Where the calendar ends a working day is not known: every day will do. */
static bool when(struct pacing *p, when_f *rule, const struct sms_day_row *row, instant *out, struct fail *f)
{
    const struct message_row *kind = message_kind(row->event);
    struct message_row any_day = *kind;
    if (kind->when == MESSAGE_ON_WORKDAYS && !p->days_loaded && !workdays_load(p->m, p->db, &p->days, f))
        return false;
    p->days_loaded |= kind->when == MESSAGE_ON_WORKDAYS;
    if (rule(kind, &p->days.calendar, p->hours, p->now, out, f))
        return true;
    if (strcmp(f->code, "calendar_missing") != 0)
        return false;
    *f = (struct fail){ .kind = FAIL_NONE };
    any_day.when = MESSAGE_BY_DAY;
    return rule(&any_day, NULL, p->hours, p->now, out, f);
}

/* Puts off all rows of [from, until) that do not go, each to its instant; those of one instant together. */
static bool put_off(struct pacing *p, size_t from, size_t until, when_f *rule, struct fail *f)
{
    instant *at = mem_array(p->m, until - from, sizeof *at);
    bool ok = true;
    for (size_t i = from; ok && i < until; i++) {
        at[i - from] = 0;
        ok = p->go[i] || when(p, rule, &p->rows[i], &at[i - from], f);
    }
    for (size_t i = 0; ok && i < until - from; i++) {
        instant to = at[i];
        if (to == 0)
            continue;
        json_t *ids = json_array();
        for (size_t k = i; k < until - from; k++)
            if (at[k] == to) {
                json_array_append_new(ids, json_integer(p->rows[from + k].id));
                at[k] = 0;
            }
        ok = sms_day_put_off(p->db, to_text(p->m, ids), to, f);
    }
    return ok;
}

/* What may not leave at this hour is put off; the others close up. */
static bool keep_hours(struct pacing *p, struct fail *f)
{
    bool ok = true, all = true;
    size_t kept = 0;
    for (size_t i = 0; ok && i < p->count; i++) {
        instant opens = 0;
        ok = when(p, pace_opens, &p->rows[i], &opens, f);
        p->go[i] = opens <= p->now;
        all = all && p->go[i];
    }
    ok = ok && (all || put_off(p, 0, p->count, pace_opens, f));
    for (size_t i = 0; i < p->count; i++)
        if (p->go[i])
            p->rows[kept++] = p->rows[i];
    p->count = kept;
    return ok;
}

/* ---- ceilings ---- */

struct tallies { struct sms_tally *rows; size_t count; };

/* Of one event, or ("") of the number in all. */
static int64_t tally(const struct tallies *t, const char *number, const char *event)
{
    for (size_t i = 0; i < t->count; i++)
        if (strcmp(t->rows[i].number, number) == 0 && strcmp(t->rows[i].event, event) == 0)
            return t->rows[i].n;
    return 0;
}

static int64_t tally_all(const struct tallies *t, const char *number)
{
    int64_t n = 0;
    for (size_t i = 0; i < t->count; i++)
        n += strcmp(t->rows[i].number, number) == 0 ? t->rows[i].n : 0;
    return n;
}

/* The end of the rows that have the number (and the event, if asked for) of row i. */
static size_t same(const struct pacing *p, size_t i, bool event)
{
    size_t k = i + 1;
    while (k < p->count && strcmp(p->rows[k].number, p->rows[i].number) == 0 &&
           (!event || strcmp(p->rows[k].event, p->rows[i].event) == 0))
        k++;
    return k;
}

static void add_tally(json_t *list, const char *number, const char *event, int64_t n)
{
    if (n != 0)
        json_array_append_new(list, json_pack("{s:s,s:s,s:I}", "number", number, "event", event, "n", (json_int_t)n));
}

/* How many rows of [i, k) go; all of them if `go` is not looked at yet. */
static int64_t going(const struct pacing *p, size_t i, size_t k, bool look)
{
    int64_t n = 0;
    for (; i < k; i++)
        n += !look || p->go[i];
    return n;
}

static bool add_all(struct pacing *p, json_t *list, struct fail *f)
{
    day today = clock_day_beijing(p->now);
    size_t n = json_array_size(list);
    struct sms_tally *rows = mem_array(p->m, n, sizeof *rows);
    for (size_t i = 0; i < n; i++) {
        const json_t *one = json_array_get(list, i);
        rows[i] = (struct sms_tally){ mem_text(p->m, json_string_value(json_object_get(one, "number"))),
                                      mem_text(p->m, json_string_value(json_object_get(one, "event"))),
                                      json_integer_value(json_object_get(one, "n")) };
    }
    const char *text = to_text(p->m, list);
    uint64_t raised = 0;
    bool ok = n == 0 || sms_day_raise(p->db, today, text, &raised, f);
    for (size_t i = 0; ok && raised < n && i < n; i++)
        ok = sms_day_begin(p->db, today, &rows[i], f);
    return ok;
}

/* Raises the counts by all rows, or (`back`) lowers them by those that stay. */
static bool count_rows(struct pacing *p, bool back, struct fail *f)
{
    json_t *list = json_array();
    for (size_t i = 0, end; i < p->count; i = end) {
        end = same(p, i, false);
        const char *number = p->rows[i].number;
        add_tally(list, number, "", back ? going(p, i, end, true) - (int64_t)(end - i) : (int64_t)(end - i));
        for (size_t k = i, next; k < end; k = next) {
            next = same(p, k, true);
            add_tally(list, number, p->rows[k].event, back ? going(p, k, next, true) - (int64_t)(next - k) : (int64_t)(next - k));
        }
    }
    return add_all(p, list, f);
}

/* What was sent today, with our own rows in it, and what waits for the unions' contacts. */
static bool look(struct pacing *p, struct tallies *sent, struct tallies *waiting, struct fail *f)
{
    json_t *numbers = json_array(), *contacts = json_array();
    for (size_t i = 0; i < p->count; i++) {
        if (i == 0 || strcmp(p->rows[i].number, p->rows[i - 1].number) != 0)
            json_array_append_new(numbers, json_string(p->rows[i].number));
        if (p->rows[i].contact_id != 0 && (i == 0 || p->rows[i].contact_id != p->rows[i - 1].contact_id))
            json_array_append_new(contacts, json_integer(p->rows[i].contact_id));
    }
    const char *of_numbers = to_text(p->m, numbers), *of_contacts = to_text(p->m, contacts);
    return sms_day_sent(p->m, p->db, clock_day_beijing(p->now), of_numbers, &sent->rows, &sent->count, f) &&
           sms_day_waiting(p->m, p->db, of_contacts, p->now, &waiting->rows, &waiting->count, f);
}

/* One digest of what is due for each contact of the rows [i, k): of their event, or ("") of all. What may have gone already is not gathered, and
 * makes no digest of nothing. */
static bool gather(struct pacing *p, size_t i, size_t k, const char *event, struct fail *f)
{
    bool ok = true;
    for (int64_t done = 0; ok && i < k; i++) {
        const struct sms_day_row *row = &p->rows[i];
        int64_t digest = 0;
        if (row->contact_id == done || p->go[i] || !row->fresh)
            continue;
        done = row->contact_id;
        ok = sms_day_digest(p->m, p->db, row->contact_id, &digest, f) &&
             (digest != 0 || enqueue_digest(p->db, row->contact_id, row->id, row->slug, &digest, f)) &&
             sms_day_gather(p->db, row->contact_id, event, digest, p->now, f);
    }
    return ok;
}

static bool is_digest(const struct sms_day_row *row)
{
    return strcmp(row->event, message_row(MESSAGE_DIGEST)->word) == 0;
}

/* The rows [i, k) of one number and event. */
static bool judge_kind(struct pacing *p, size_t i, size_t k, struct pace_count number, const struct tallies *sent,
                       const struct tallies *waiting, struct fail *f)
{
    const struct sms_day_row *row = &p->rows[i];
    int64_t mine = (int64_t)(k - i), own = message_kind(row->event)->a_day, most = conf_number("sms.per_template_day");
    struct pace_count kind = { own > 0 && (own < most || most == 0) ? own : most, tally(sent, row->number, row->event) - mine,
                               row->contact_id != 0 ? tally(waiting, row->number, row->event) : mine };
    if (kind.waiting < mine)
        kind.waiting = mine;
    if (is_digest(row))
        number.waiting = kind.waiting = mine; /* the rest is told by them; of one number there are several if it is that of several contacts */
    enum pace_verdict v = pace_judge(number, kind);
    bool over = number.ceiling > 0 && number.sent + number.waiting > number.ceiling;
    if (v == PACE_GATHER && row->contact_id != 0 && !is_digest(row))
        return gather(p, i, k, over ? "" : row->event, f) && put_off(p, i, k, pace_tomorrow, f);
    /* Nobody gathers for an objector, nor digests: as many as fit go. */
    int64_t room = v == PACE_GO ? mine : v == PACE_TOMORROW ? 0 : number.ceiling > 0 ? number.ceiling - number.sent : mine;
    if (kind.ceiling > 0 && room > kind.ceiling - kind.sent)
        room = kind.ceiling - kind.sent;
    for (size_t r = i; r < k && (int64_t)(r - i) < room; r++)
        p->go[r] = true;
    return put_off(p, i, k, pace_tomorrow, f);
}

static bool judge(struct pacing *p, const struct tallies *sent, const struct tallies *waiting, struct fail *f)
{
    bool ok = true;
    for (size_t i = 0, end; ok && i < p->count; i = end) {
        end = same(p, i, false);
        const char *number = p->rows[i].number;
        int64_t mine = (int64_t)(end - i);
        struct pace_count all = { conf_number("sms.per_number_day"), tally(sent, number, "") - mine, tally_all(waiting, number) };
        if (p->rows[i].contact_id == 0 || all.waiting < mine)
            all.waiting = mine;
        for (size_t k = i, next; ok && k < end; k = next) {
            next = same(p, k, true);
            ok = judge_kind(p, k, next, all, sent, waiting, f);
            if (p->rows[i].contact_id == 0) {
                all.sent += going(p, k, next, true);
                all.waiting -= (int64_t)(next - k);
            }
        }
    }
    return ok;
}

static bool keep_ceilings(struct pacing *p, struct fail *f)
{
    struct tallies sent, waiting;
    bool none = conf_number("sms.per_number_day") == 0 && conf_number("sms.per_template_day") == 0;
    for (size_t i = 0; i < p->count; i++)
        p->go[i] = none;
    return none || p->count == 0 || (count_rows(p, false, f) && look(p, &sent, &waiting, f) && judge(p, &sent, &waiting, f) &&
                                     count_rows(p, true, f));
}

/* ---- the whole ---- */

static bool goes(const struct pacing *p, int64_t id)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->rows[i].id == id)
            return p->go[i];
    return false;
}

bool pacing_admit(struct mem *m, struct db *db, instant now, struct delivery_due *rows, size_t *count, struct fail *f)
{
    struct pacing p = { .m = m, .db = db, .now = now,
                        .hours = { (int)conf_number("sms.window_start"), (int)conf_number("sms.window_end") } };
    json_t *ids = json_array();
    size_t n = *count, urgent = 0;
    for (size_t i = 0; i < n; i++) {
        urgent += rows[i].urgent;
        if (!rows[i].urgent)
            json_array_append_new(ids, json_integer(rows[i].id));
    }
    const char *text = to_text(m, ids);
    if (urgent == n)
        return true;
    if (!sms_day_rows(m, db, text, &p.rows, &p.count, f))
        return false;
    p.go = mem_array(m, p.count, sizeof *p.go);
    if (!keep_hours(&p, f) || !keep_ceilings(&p, f))
        return false;
    *count = 0;
    for (size_t i = 0; i < n; i++)
        if (rows[i].urgent || goes(&p, rows[i].id))
            rows[(*count)++] = rows[i];
    return true;
}

bool pacing_ended(struct db *db, int64_t outbox_id, int attempt, bool sent, struct fail *f)
{
    bool counted = conf_number("sms.per_number_day") > 0 || conf_number("sms.per_template_day") > 0;
    return !counted || sent || sms_day_give_back(db, outbox_id, attempt, f);
}
