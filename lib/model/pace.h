/* pace: what time does to a message: how long it is tried, how long between two tries, at which hours an SMS may leave, and how many a number
 * gets on one day. Pure: the instants are the caller's. */
#ifndef GS_MODEL_PACE_H
#define GS_MODEL_PACE_H

#include "calendar.h"
#include "message.h"

/* How long to wait after attempt n (n >= 1) of a message of this age, or -1 to give it up because it would be older than its kind allows.
 * The older it is and the oftener it was tried, the longer; `random`, any number, spreads it by a fifth either way. */
int64_t pace_retry_after(const struct message_row *kind, int attempts, int64_t age_micros, uint32_t random);
/* Whether a message that waits until it is of this age would be older than its kind allows. */
bool pace_too_old(const struct message_row *kind, int64_t age_micros);
/* A one-time code that nobody can use any more is not sent at all. */
bool pace_stale(const struct message_row *kind, int64_t age_micros);

/* The hours of Beijing's day in which an SMS that is not urgent may leave: from <= hour < until. */
struct pace_hours { int from, until; };
/* The next instant at which an SMS of the kind may leave: `now` itself if it may. `days` is asked for kinds that keep to working days alone;
 * "calendar_missing" beyond the loaded years. */
bool pace_opens(const struct message_row *kind, const struct calendar *days, struct pace_hours hours, instant now, instant *out, struct fail *f);
/* The same for what is over today's ceiling: tomorrow at the earliest. */
bool pace_tomorrow(const struct message_row *kind, const struct calendar *days, struct pace_hours hours, instant now, instant *out,
                   struct fail *f);

/* What a ceiling of the day leaves: it, what was sent under it today, what waits now. ceiling 0: there is none. */
struct pace_count { int64_t ceiling, sent, waiting; };
enum pace_verdict {
    PACE_GO,       /* one by one */
    PACE_GATHER,   /* more than fit: one digest tells of all of them */
    PACE_TOMORROW, /* the number has had what it may today */
};
enum pace_verdict pace_judge(struct pace_count number, struct pace_count kind);

#endif
