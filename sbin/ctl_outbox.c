/* ctl_outbox: how an operator, or his monitoring, sees whether messages leave. Looks at the outbox alone: what is late is late, whatever the
 * reason. */
#include <stdio.h>

#include "ctl.h"
#include "outbox.h"
#include "reported.h"

enum ctl_exit ctl_outbox(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    struct outbox_backlog b;
    int64_t strange = 0;
    if (c->argc != 0)
        return CTL_USAGE;
    if (!outbox_backlog(c->db, &b, &f) || !reported_unmatched(c->db, &strange, &f))
        return ctl_say_fail("outbox", &f);
    printf("due now: %lld\nwaiting for %lld s\ndue later: %lld\nbeing sent: %lld\ngiven up within a day: %lld\nuncertain within a day: %lld\n"
           "reports of no message within a day: %lld\n",
           (long long)b.due, (long long)b.seconds, (long long)b.later, (long long)b.in_hand, (long long)b.failed, (long long)b.uncertain, (long long)strange);
    if (b.seconds <= OUTBOX_LATE)
        return CTL_DONE;
    fprintf(stderr, "Nothing leaves: does notifyd run, and what does its log say?\n");
    return CTL_FAILED;
}
