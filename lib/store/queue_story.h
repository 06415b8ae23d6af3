/* queue_story: one message from what caused it to what became of it: attempts, what officers did with it, and the other messages of the
 * same piece of news. */
#ifndef GS_STORE_QUEUE_STORY_H
#define GS_STORE_QUEUE_STORY_H

#include "queue.h"

struct queue_message {
    struct queue_row row;
    int64_t union_id, origin_id, digest_id;
    char *params, *dedupe;
    char *contact, *phone, *email;         /* the union's contact, NULL: an objector, the office */
    char *held_from, *stop_reason;         /* HELD; the reason of the stop that holds it, NULL: held by itself */
    char *given_up_why, *given_up_to;      /* where the news went on to, NULL: nowhere */
    instant given_up_at;
    char *letter_kind, *signed_by;         /* of the letter that it brings, NULL: none */
    int64_t version_id, announcement_id;   /* what the letter is about; 0: something else */
    instant letter_at, signed_at;
    char *report_code;                     /* the other side's word */
};
/* FAIL_MISSING "not_found", also when the officer (0: the operator) is recused from what it is about. */
bool queue_message(struct mem *m, struct db *db, int64_t officer_id, int64_t id, struct queue_message *out, struct fail *f);

struct queue_attempt { int64_t number; char *driver, *outcome, *detail; instant started_at, ended_at; };
bool queue_attempts(struct mem *m, struct db *db, int64_t id, struct queue_attempt **out, size_t *count, struct fail *f);

struct queue_deed { instant at; char *actor_kind, *actor, *action, *detail; };
bool queue_deeds(struct mem *m, struct db *db, int64_t id, struct queue_deed **out, size_t *count, struct fail *f);

/* The others of the same news, at most fifty, oldest first. A digest tells of several cases: those that the officer (0: the operator) is
 * recused from are left out. */
bool queue_kin(struct mem *m, struct db *db, int64_t officer_id, const struct queue_message *of, struct queue_row **out, size_t *count,
               struct fail *f);

extern const struct db_table queue_story_table;

#endif
