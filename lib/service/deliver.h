/* deliver: notifyd's work on the outbox: takes what is due, as much as can be handed over at once, finds where each message goes, and settles
 * what came of it. How a message reads and by which driver it leaves is the program's: its hands. No transaction is open meanwhile. */
#ifndef GS_SERVICE_DELIVER_H
#define GS_SERVICE_DELIVER_H

#include "db.h"
#include "delivery.h"
#include "seal.h"

/* Where one message goes; in a pool of its own that is wiped. */
struct deliver_letter {
    const struct delivery_item *item;
    const char *to;        /* mailbox or number */
    const char *number;    /* 1234-5678-9012, an objector's case */
    const char *code;      /* one-time code, or NULL */
    instant now;           /* of the database */
};

/* SENT, LATER, NEVER, UNCERTAIN, ALARM: the words stored, and a cleaned detail; what the other side calls the message ("": it did not say);
 * `once`: the other side was asked and has it from the first time. */
struct deliver_answer {
    const char *outcome;
    char detail[160], gateway_id[64];
    const char *driver; /* that dealt with it at last; NULL: the one that was meant */
    bool once, untouched; /* untouched: it was not begun at all, and is due at once */
};

struct deliver_hands {
    void *ctx;
    bool sms;           /* what they carry: SMS or mail */
    size_t (*room)(void *ctx);
    /* The driver for a message: its name stands with each attempt. `before`: by which it may have gone already, else NULL. */
    const char *(*route)(void *ctx, const char *before);
    /* `m` and the letter stay until `landed` has given its owner back. */
    void (*start)(void *ctx, struct mem *m, const struct deliver_letter *letter, void *owner);
    bool (*landed)(void *ctx, void **owner, struct deliver_answer *out);
    /* How long to wait after UNCERTAIN and after ALARM (lib/notify/outcome.h). */
    int64_t (*uncertain_after)(bool urgent);
    int64_t (*alarm_after)(bool urgent);
};

struct deliver;
struct deliver *deliver_new(struct mem *m, struct db *db, const struct seal_pair *notify_key, const struct deliver_hands *hands);
/* Takes and starts what is due while there is room. *more: there was not room for all. */
bool deliver_take(struct deliver *d, bool *more, struct fail *f);
/* Settles what has landed; *count of them. While the database is away it waits half a minute: said once more than needed is better than sent
 * once more. */
bool deliver_settle(struct deliver *d, size_t *count, struct fail *f);
/* Attempts of senders that died become uncertain. */
bool deliver_take_back(struct db *db, const struct deliver_hands *hands, struct fail *f);

#endif
