/* deliver: one round of notifyd's work on the outbox: leases a batch, finds where each message goes, and settles what came of it. How a
 * message reads and by which driver it leaves is the program's: it is handed in as `send`. */
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

/* SENT, LATER, NEVER, UNCERTAIN: the words stored, and a cleaned detail; `once`: the other side was asked and has it from the first time. */
struct deliver_answer { const char *outcome; char detail[160]; bool once; };

struct deliver_hands {
    void *ctx;
    const char *(*driver)(void *ctx, bool is_sms);
    void (*send)(struct mem *m, void *ctx, const struct deliver_letter *letter, struct deliver_answer *out);
    bool (*ending)(void); /* the process was told to end: what is in hand is finished, the rest of the batch given back */
    /* Policy (lib/notify/outcome.h): when an SMS that is not urgent may leave, how long to wait after LATER (-1: give up) and after
     * UNCERTAIN, and what is too old to be of use. */
    instant (*window)(instant now);
    int64_t (*retry_after)(bool urgent, int attempts, int64_t age);
    int64_t (*uncertain_after)(bool urgent);
    bool (*stale)(bool urgent, int64_t age);
};

/* Takes back what dead senders left: untouched rows at once, those under way as uncertain. */
bool deliver_take_back(struct db *db, const struct deliver_hands *hands, struct fail *f);

/* Works off one batch, for some seconds at most: a slow gateway must not keep what is urgent behind what is not. *handled is how many rows
 * were leased; after none there is nothing due. */
bool deliver_round(struct db *db, const struct seal_pair *notify_key, const struct deliver_hands *hands, size_t *handled,
                   struct fail *f);

#endif
