/* ctl_queue: the outbox message by message in a terminal: finding them, the story of one, and what may be done by hand. Addresses of unions'
 * contacts are masked here too; of an objector there is the case number alone. */
#include <stdio.h>
#include <string.h>

#include "ctl.h"
#include "mask.h"
#include "nominating_union.h"
#include "queue_act.h"
#include "queue_story.h"
#include "queue_work.h"
#include "receipt.h"
#include "scan.h"

enum { PAGE = 50 };

static void print_row(const struct queue_row *x)
{
    char at[CLOCK_TEXT], number[RECEIPT_NUMBER_SHOWN] = "-";
    clock_to_iso_beijing(x->created_at, at);
    if (x->receipt)
        receipt_number_show(x->receipt, number);
    printf("%lld\t%s\t%s%s%s%s\t%s\t%s\t%s\t%s\t%lld\t%s\n", (long long)x->id, at, x->state, x->maybe_twice ? " TWICE" : "",
           x->report ? " " : "", x->report ? x->report : "", x->event, x->channel, x->union_name ? x->union_name : x->objector ? "objector" : "office",
           number, (long long)x->attempts, x->outcome ? x->outcome : "-");
}

/* ---- finding ---- */

static bool union_of(struct ctl *c, const char *code, int64_t *id, struct fail *f)
{
    return code == NULL || (nominating_union_by_code(c->m, c->db, code, id, f) &&
                            (*id != 0 || fail_set(f, FAIL_INPUT, "union_missing", "no union has the code %s", code)));
}

static bool filter_of(struct ctl *c, struct queue_filter *q, struct fail *f)
{
    const char *word, *code = ctl_option(c, "--union"), *text = ctl_option(c, "--day"), *number = ctl_option(c, "--case"),
                      *before = ctl_option(c, "--before");
    day d;
    *q = (struct queue_filter){ .state = (word = ctl_option(c, "--state")) ? word : "", .channel = (word = ctl_option(c, "--channel")) ? word : "",
                                .event = (word = ctl_option(c, "--event")) ? word : "", .receipt = "" };
    if (text != NULL && !clock_day_from_text(text, &d))
        return fail_set(f, FAIL_INPUT, "day_wrong", "a day is written 2026-11-24");
    if (text != NULL) {
        q->from = clock_day_start(d);
        q->until = clock_day_start(d + 1);
    }
    if (number != NULL) {
        char *read = mem_alloc(c->m, RECEIPT_NUMBER);
        if (!receipt_number_read(number, read))
            return fail_set(f, FAIL_INPUT, "number_form", "a case has a number of twelve digits");
        q->receipt = read;
    }
    if (before != NULL && !scan_i64(before, 1, INT64_MAX, &q->before))
        return fail_set(f, FAIL_INPUT, "number_range", "--before wants the number of a message");
    return union_of(c, code, &q->union_id, f);
}

enum ctl_exit ctl_outbox_list(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_filter q;
    struct queue_row *rows;
    size_t count;
    bool ok = filter_of(c, &q, &f);
    if (ok && c->argc != 0)
        return CTL_USAGE;
    if (!ok || !queue_list(c->m, c->db, 0, &q, PAGE + 1, &rows, &count, &f))
        return ctl_say_fail("outbox list", &f);
    for (size_t i = 0; i < count && i < PAGE; i++)
        print_row(&rows[i]);
    if (count > PAGE)
        printf("older ones: --before %lld\n", (long long)rows[PAGE - 1].id);
    return CTL_DONE;
}

/* ---- one ---- */

static bool id_of(struct ctl *c, int64_t *id)
{
    return c->argc > 0 && scan_i64(c->argv[0], 1, INT64_MAX, id);
}

static const char *beijing(struct ctl *c, instant t)
{
    char *out = mem_alloc(c->m, CLOCK_TEXT);
    if (t != 0)
        clock_to_iso_beijing(t, out);
    return t != 0 ? out : "-";
}

static void print_message(struct ctl *c, const struct queue_message *x)
{
    bool sms = strcmp(x->row.channel, "SMS") == 0;
    const char *address = sms ? x->phone : x->email;
    print_row(&x->row);
    if (x->contact)
        printf("to: %s %s %s\n", x->contact, x->row.rank ? x->row.rank : "stepped back", address ? sms ? mask_phone(c->m, address)
                                                                                                : mask_email(c->m, address) : "-");
    printf("due: %s\nended: %s\nreport: %s %s %s\n", strcmp(x->row.state, "HELD") == 0 ? "held" : beijing(c, x->row.due_at),
           beijing(c, x->row.done_at), x->row.report ? x->row.report : "-", beijing(c, x->row.report_at), x->report_code ? x->report_code : "-");
    if (x->letter_kind)
        printf("letter: %s, signed for %s by %s\n", x->letter_kind, beijing(c, x->signed_at), x->signed_by ? x->signed_by : "-");
    if (x->stop_reason)
        printf("stop: %s\n", x->stop_reason);
    if (x->given_up_why)
        printf("went on: %s %s to %s\n", beijing(c, x->given_up_at), x->given_up_why, x->given_up_to ? x->given_up_to : "-");
}

static bool print_rest(struct ctl *c, const struct queue_message *x, struct fail *f)
{
    struct queue_attempt *attempts;
    struct queue_deed *deeds;
    struct queue_row *kin;
    size_t count;
    if (!queue_attempts(c->m, c->db, x->row.id, &attempts, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        printf("attempt %lld: %s by %s: %s %s\n", (long long)attempts[i].number, beijing(c, attempts[i].started_at), attempts[i].driver,
               attempts[i].outcome ? attempts[i].outcome : "under way", attempts[i].detail ? attempts[i].detail : "");
    if (!queue_deeds(c->m, c->db, x->row.id, &deeds, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        printf("by hand: %s %s %s: %s\n", beijing(c, deeds[i].at), deeds[i].actor ? deeds[i].actor : deeds[i].actor_kind, deeds[i].action,
               deeds[i].detail);
    if (!queue_kin(c->m, c->db, 0, x, &kin, &count, f))
        return false;
    if (count > 0)
        printf("of the same news:\n");
    for (size_t i = 0; i < count; i++)
        print_row(&kin[i]);
    return true;
}

enum ctl_exit ctl_outbox_show(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_message x;
    int64_t id;
    if (!id_of(c, &id) || c->argc != 1)
        return CTL_USAGE;
    if (!queue_message(c->m, c->db, 0, id, &x, &f))
        return ctl_say_fail("outbox show", &f);
    print_message(c, &x);
    return print_rest(c, &x, &f) ? CTL_DONE : ctl_say_fail("outbox show", &f);
}

/* ---- by hand ---- */

static enum ctl_exit done(bool ok, const char *what, const char *said, int64_t id, const struct fail *f)
{
    if (!ok)
        return ctl_say_fail(what, f);
    printf("%s %lld\n", said, (long long)id);
    return CTL_DONE;
}

enum ctl_exit ctl_outbox_hold(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_work_in in = { .officer_id = 0 };
    if (!id_of(c, &in.id) || c->argc != 2)
        return CTL_USAGE;
    in.reason = c->argv[1];
    bool ok = queue_work_hold(c->db, &in, &f);
    return done(ok, "outbox hold", "held", in.id, &f);
}

enum ctl_exit ctl_outbox_release(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_work_in in = { .officer_id = 0, .reason = "" };
    if (!id_of(c, &in.id) || c->argc != 1)
        return CTL_USAGE;
    bool ok = queue_work_release(c->db, &in, &f);
    return done(ok, "outbox release", "let go", in.id, &f);
}

enum ctl_exit ctl_outbox_retry(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_work_in in = { .officer_id = 0, .reason = "" };
    if (!id_of(c, &in.id) || c->argc != 1)
        return CTL_USAGE;
    bool ok = queue_work_retry(c->db, &in, &f);
    return done(ok, "outbox retry", "due at once", in.id, &f);
}

enum ctl_exit ctl_outbox_resend(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_work_resend in = { .in = { .officer_id = 0 } };
    int64_t made;
    if (!id_of(c, &in.in.id) || c->argc != 4)
        return CTL_USAGE;
    in.rank = c->argv[1];
    in.channel = strcmp(c->argv[2], "SMS") == 0 ? MESSAGE_SMS : MESSAGE_EMAIL;
    in.in.reason = c->argv[3];
    if ((strcmp(in.rank, "PRIMARY") != 0 && strcmp(in.rank, "BACKUP") != 0) ||
        (strcmp(c->argv[2], "SMS") != 0 && strcmp(c->argv[2], "EMAIL") != 0))
        return CTL_USAGE;
    bool ok = queue_work_resend(c->db, &in, &made, &f);
    return done(ok, "outbox resend", "told once more by", made, &f);
}

enum ctl_exit ctl_outbox_stop(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *channel = ctl_option(c, "--channel"), *event = ctl_option(c, "--event");
    bool all = channel && strcmp(channel, "ALL") == 0;
    struct queue_work_stop in = { .channel = all || !channel ? "" : channel, .event = event ? event : "" };
    int64_t id;
    /* What stops every message is asked for by its name; a word that looks like an option is no reason. */
    if (c->argc != 1 || !channel || (!all && strcmp(channel, "SMS") != 0 && strcmp(channel, "EMAIL") != 0) || c->argv[0][0] == '-')
        return CTL_USAGE;
    in.reason = c->argv[0];
    bool ok = queue_work_stop(c->db, &in, &id, &f);
    return done(ok, "outbox stop", "stopped; to end it: gongshictl outbox start", id, &f);
}

enum ctl_exit ctl_outbox_start(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    uint64_t released;
    int64_t id;
    bool left;
    if (!id_of(c, &id) || c->argc != 1)
        return CTL_USAGE;
    bool ok = queue_work_start(c->db, 0, id, true, &released, &left, &f);
    return done(ok, "outbox start", "ended; let go:", (int64_t)released, &f);
}
