/* queue_work: what officers and the operator do by hand with messages that wait or that reached nobody. Each is an audit row of the message. A
 * one-time code is never touched: it is asked for anew by whoever needs it. */
#ifndef GS_SERVICE_QUEUE_WORK_H
#define GS_SERVICE_QUEUE_WORK_H

#include "db.h"
#include "message.h"

struct queue_work_in {
    int64_t officer_id;  /* 0: the operator */
    int64_t id;          /* the message; of one that he is recused from FAIL_MISSING "not_found" */
    const char *reason;  /* at most 200 characters; needed ("reason") for all but retrying and letting go */
};
/* FAIL_CONFLICT "message_in_hand": a sender has it at this moment; "message_over": it was sent, or given up; "message_held": it is held already;
 * "message_code": a one-time code. */
bool queue_work_hold(struct db *db, const struct queue_work_in *in, struct fail *f);
/* "message_not_held"; "message_stopped": what holds it is a stop that stands. */
bool queue_work_release(struct db *db, const struct queue_work_in *in, struct fail *f);
/* What waits for its next attempt is due at once; an SMS still waits for the window. As for holding; "message_uncertain": it is not known whether
 * it arrived, and it must not be sent twice. */
bool queue_work_retry(struct db *db, const struct queue_work_in *in, struct fail *f);

/* What ended is told once more, to a contact of the same union that the officer chooses: a new message that carries on the old one's news.
 * "message_not_over": it is still on its way; "message_follows": another of the same news is; "message_no_union": it was to no union;
 * "message_no_address": this contact has no such address. */
struct queue_work_resend { struct queue_work_in in; const char *rank; /* "PRIMARY", "BACKUP" */ enum message_channel channel; };
bool queue_work_resend(struct db *db, const struct queue_work_resend *in, int64_t *id, struct fail *f);

/* While something is out of order: messages of a channel, of an event, or of all ("" and "") are held back when they come due, urgent ones
 * excepted, until the stop is ended. */
struct queue_work_stop { int64_t officer_id; const char *channel, *event, *reason; };
bool queue_work_stop(struct db *db, const struct queue_work_stop *in, int64_t *id, struct fail *f);
/* Ends it and lets go what it holds, a thousand at a time, at most 20,000 a call (`all`: everything); *left says that there are more: call again. */
bool queue_work_start(struct db *db, int64_t officer_id, int64_t stop_id, bool all, uint64_t *released, bool *left, struct fail *f);

#endif
