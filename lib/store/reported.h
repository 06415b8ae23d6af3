/* reported: reports of what became of messages: kept as they come (gs_report may do no more), matched by notifyd. */
#ifndef GS_STORE_REPORTED_H
#define GS_STORE_REPORTED_H

#include "db.h"
#include "report.h"

#define REPORTED_SAME 32

/* What it says with `same`, its MAC; what is secret sealed. The same again changes nothing: *fresh says which. */
bool reported_add(struct db *db, const struct report *r, const unsigned char same[REPORTED_SAME], const void *sealed, size_t n, bool *fresh,
                  struct fail *f);

struct reported_row {
    int64_t id;
    unsigned char same[REPORTED_SAME];
    struct report said; /* without what is sealed */
    struct db_blob sealed;
    instant came_at;
};
/* Inside a transaction: one that waits and is to be looked at, locked and skipped by others; *found. */
bool reported_next(struct db *db, struct mem *m, struct reported_row *out, bool *found, struct fail *f);

/* The message that the ids lead to, 0 if none: by the gateway's id, else by ours. Two that disagree lead to none: *disagree. */
bool reported_message(struct db *db, const struct report *r, int64_t *outbox_id, bool *disagree, struct fail *f);

/* A message as a report sees it. */
struct reported_about {
    bool sms, office;
    char *state, *phone, *receipt; /* phone: of a union's contact; receipt: of an objector's case */
    struct db_blob contact_sealed; /* the objector's, as in objection */
    instant handed_over;           /* the first attempt's begin */
    bool by_this;                  /* an attempt by this driver */
    enum report_verdict known;
};
/* Inside a transaction: locks the row. *found is false if there is none. */
bool reported_about(struct db *db, struct mem *m, int64_t outbox_id, const char *driver, struct reported_about *out, bool *found,
                    struct fail *f);

/* What is known now. `settled`: SENT or FAILED when that ends the message, NULL when it goes on as it did. */
bool reported_note(struct db *db, int64_t outbox_id, const struct report *r, instant at, const char *settled, struct fail *f);
/* The report is done with: it belongs to a message, or `why` not. */
bool reported_settle(struct db *db, int64_t id, int64_t outbox_id, const char *why, struct fail *f);
/* Looked at again after so many micros. */
bool reported_later(struct db *db, int64_t id, int64_t wait, struct fail *f);
/* What came with reports that nobody matched is forgotten after so many days: a little of it. */
bool reported_sweep(struct db *db, int64_t days, uint64_t *gone, struct fail *f);
/* How many were kept within a day that belong to no message. */
bool reported_unmatched(struct db *db, int64_t *count, struct fail *f);

extern const struct db_table reported_table;

#endif
