/* sweep_private: what the steps of a sweep share. */
#ifndef GS_SERVICE_SWEEP_PRIVATE_H
#define GS_SERVICE_SWEEP_PRIVATE_H

#include "assist.h"
#include "due.h"
#include "sweep.h"
#include "workdays.h"

struct sweep {
    struct mem *m; /* of this round */
    struct db *db;
    const struct sweep_words *words;
    struct workdays days;
    instant now;
};

/* Requests to unions: when their term began; overdue, escalated, taken back when their case has ended; reminders. */
bool sweep_arrivals(const struct sweep *s, struct fail *f);
bool sweep_requests(const struct sweep *s, struct fail *f);
bool sweep_reminders(const struct sweep *s, struct fail *f);
/* Cases that are late at the office itself. */
bool sweep_office(const struct sweep *s, struct fail *f);

/* A transaction each for all that may be open: `work` gets a struct sweep_one. */
struct sweep_one { const struct sweep *s; const struct due_request *request; };
bool sweep_each_request(const struct sweep *s, bool (*work)(struct db *, void *, struct fail *), const char *what, struct fail *f);
/* The case first, as everybody does it. */
bool sweep_lock_request(struct mem *m, struct db *db, const struct due_request *request, struct assist_standing *a, struct fail *f);
/* One thing went wrong: true if the rest may go on. Somebody was faster: nothing happened. */
bool sweep_goes_on(const char *what, int64_t id, struct fail *f);
/* A working day, at an hour at which people are written to. *today is set when it is. */
bool sweep_is_office_hour(const struct sweep *s, day *today, bool *is, struct fail *f);

#endif
