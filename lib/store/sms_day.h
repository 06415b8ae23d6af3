/* sms_day: how many SMS each number was sent on a day, and what waits for it: for lib/service/pacing, inside the transaction that leases
 * them. Counting a number holds its row until the end of the transaction, so that two senders never give it more than it may get. Lists
 * come and go as JSON. */
#ifndef GS_STORE_SMS_DAY_H
#define GS_STORE_SMS_DAY_H

#include "db.h"

/* One waiting SMS: to whom, by the word under which its number is counted. */
struct sms_day_row {
    int64_t id, contact_id;      /* contact_id 0: no union's */
    char *event, *number, *slug; /* slug NULL: none */
    bool fresh;                  /* it cannot have gone before */
};
/* The rows of these ids, by number, event and id. */
bool sms_day_rows(struct mem *m, struct db *db, const char *ids, struct sms_day_row **out, size_t *count, struct fail *f);

struct sms_tally { char *number, *event; /* "" for all events together */ int64_t n; };
/* Adds to the day's counts: {"number":…,"event":…,"n":…} …, in the order of number and event; *raised of them. One that is not there yet
 * begins by sms_day_begin, which leaves alone what is there: the gap is held meanwhile, so that two senders cannot both begin it. */
bool sms_day_raise(struct db *db, day today, const char *tallies, uint64_t *raised, struct fail *f);
bool sms_day_begin(struct db *db, day today, const struct sms_tally *t, struct fail *f);
/* The day's counts of these numbers: ["…"]. */
bool sms_day_sent(struct mem *m, struct db *db, day today, const char *numbers, struct sms_tally **out, size_t *count, struct fail *f);
/* What is due at `now` for these contacts: [1, …]. */
bool sms_day_waiting(struct mem *m, struct db *db, const char *contacts, instant now, struct sms_tally **out, size_t *count, struct fail *f);

/* The digest that waits for a contact; *id 0: none. */
bool sms_day_digest(struct mem *m, struct db *db, int64_t contact_id, int64_t *id, struct fail *f);
/* Everything that is due at `now` for the contact and not stopped, of one event ("": of all), is told by this digest, which counts it. */
bool sms_day_gather(struct db *db, int64_t contact_id, const char *event, int64_t digest_id, instant now, struct fail *f);
bool sms_day_put_off(struct db *db, const char *ids, instant until, struct fail *f);
/* An attempt that sent nothing does not count: once, before the attempt is ended. */
bool sms_day_give_back(struct db *db, int64_t outbox_id, int attempt, struct fail *f);
/* Forgets what is older than a week. */
bool sms_day_sweep(struct db *db, struct fail *f);

extern const struct db_table sms_day_table;

#endif
