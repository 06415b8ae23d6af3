/* assist: requests to a nominating union to check something, and its answers. A union's statements all name its id. */
#ifndef GS_STORE_ASSIST_H
#define GS_STORE_ASSIST_H

#include "db.h"

struct assist {
    int64_t id, union_id;
    char *state, *abstract; /* states of model/assist_move.h */
    int64_t drafted_by;
    char *drafter, *checker, *union_name;
    instant drafted_at, sent_at, due_at, replied_at;
    char *due_rule;
    struct db_blob reply;
};
/* All of an objection, oldest first. */
bool assist_list(struct mem *m, struct db *db, int64_t objection_id, struct assist **out, size_t *count, struct fail *f);
bool assist_add(struct db *db, int64_t objection_id, int64_t union_id, const char *abstract, int64_t officer_id, int64_t *id, struct fail *f);
/* Another text in a draft that still reads as it did at `seen`; the writer becomes its drafter. FAIL_CONFLICT "case_moved". */
bool assist_rewrite(struct db *db, int64_t id, instant seen, const char *abstract, int64_t officer_id, struct fail *f);
/* Only for another than the drafter, and only the text that he saw. */
bool assist_send(struct db *db, int64_t id, instant seen, int64_t officer_id, instant due_at, const char *due_rule, struct fail *f);

/* What the rules must know of one; locked until the transaction ends. FAIL_MISSING "not_found". */
struct assist_standing {
    int64_t id, union_id, drafted_by;
    char *state, *case_state; /* case_state "" for a union, which does not learn it */
    instant due_at;
    bool time_asked, is_signed, term_over;
    char *due_rule;
};
bool assist_lock(struct mem *m, struct db *db, int64_t id, int64_t objection_id, struct assist_standing *out, struct fail *f);
bool assist_lock_own(struct mem *m, struct db *db, int64_t id, int64_t union_id, struct assist_standing *out, struct fail *f);
/* The union's own steps change the state alone. */
bool assist_set_own(struct db *db, const struct assist_standing *was, const char *state, struct fail *f);
/* The office's: the state, and until when. */
bool assist_set(struct db *db, const struct assist_standing *was, const char *state, instant due_at, const char *due_rule, struct fail *f);
struct assist_event_new {
    int64_t assist_id;
    const char *actor_kind; /* OFFICER UNION SYSTEM */
    int64_t actor_id;
    const char *step, *from, *to, *note;
    instant due_at;
};
bool assist_event_add(struct db *db, const struct assist_event_new *in, struct fail *f);
/* What happened to a request, oldest first; `actor` is an officer's or a union contact's name, "" for the system. A union reads it without
 * names. */
struct assist_event { int64_t assist_id; instant at, due_at; char *actor, *actor_kind, *step, *from, *to, *note; };
bool assist_events(struct mem *m, struct db *db, int64_t objection_id, struct assist_event **out, size_t *count, struct fail *f);
bool assist_events_own(struct mem *m, struct db *db, int64_t id, int64_t union_id, struct assist_event **out, size_t *count, struct fail *f);
/* The union's answer, beside the step. */
bool assist_reply(struct db *db, int64_t id, int64_t union_id, int64_t contact_id, const void *sealed, size_t n, struct fail *f);

extern const struct db_table assist_table;

#endif
