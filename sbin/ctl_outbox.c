/* ctl_outbox: how an operator, or his monitoring, sees whether messages leave. Looks at the outbox alone: what is late is late, whatever the
 * reason. */
#include <stdio.h>

#include "ctl.h"
#include "outbox.h"
#include "queue.h"
#include "queue_act.h"
#include "reported.h"

static const char *word(const char *stored) { return *stored ? stored : "all"; }

static bool print_stops(struct ctl *c, struct fail *f)
{
    struct queue_stop *stops;
    size_t count;
    if (!queue_stop_list(c->m, c->db, &stops, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        printf("stop %lld: channel %s, event %s, holds %lld%s: %s\n", (long long)stops[i].id, word(stops[i].channel), word(stops[i].event),
               (long long)stops[i].held, stops[i].ended_at ? ", ended" : "", stops[i].reason);
    return true;
}

static bool print_drivers(struct ctl *c, struct fail *f)
{
    struct queue_driver *drivers;
    size_t count;
    if (!queue_drivers(c->m, c->db, &drivers, &count, f))
        return false;
    for (size_t i = 0; i < count; i++)
        printf("%s within an hour: tried %lld, sent %lld, later %lld, never %lld, uncertain %lld, alarms %lld\n", drivers[i].driver,
               (long long)drivers[i].attempts, (long long)drivers[i].sent, (long long)drivers[i].later, (long long)drivers[i].never,
               (long long)drivers[i].uncertain, (long long)drivers[i].alarm);
    return true;
}

enum ctl_exit ctl_outbox(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct queue_picture p;
    int64_t strange = 0;
    if (c->argc != 0)
        return CTL_USAGE;
    if (!queue_picture(c->db, &p, &f) || !reported_unmatched(c->db, &strange, &f))
        return ctl_say_fail("outbox", &f);
    long long late = p.oldest ? (long long)((p.now - p.oldest) / CLOCK_SECOND) : 0;
    printf("due now: %lld\nwaiting for %lld s\ndue later: %lld\nheld: %lld\nbeing sent: %lld\nwaiting for word: %lld\n", (long long)p.due, late,
           (long long)p.later, (long long)p.held, (long long)p.in_hand, (long long)p.open);
    printf("sent within a minute: %lld\nsent within an hour: %lld\nsent within a day: %lld\ndelivered of these: %lld\nnot delivered of these: %lld\n"
           "given up within a day: %lld\nuncertain within a day: %lld\nreports of no message within a day: %lld\n",
           (long long)p.minute, (long long)p.hour, (long long)p.sent, (long long)p.delivered, (long long)p.undelivered, (long long)p.failed,
           (long long)p.uncertain, (long long)strange);
    if (!print_drivers(c, &f) || !print_stops(c, &f))
        return ctl_say_fail("outbox", &f);
    if (late <= OUTBOX_LATE)
        return CTL_DONE;
    fprintf(stderr, "Nothing leaves: does notifyd run, and what does its log say?\n");
    return CTL_FAILED;
}
