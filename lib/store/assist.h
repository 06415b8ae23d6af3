/* assist: requests to a nominating union to check something, and its answers. A union's statements all name its id. */
#ifndef GS_STORE_ASSIST_H
#define GS_STORE_ASSIST_H

#include "db.h"

struct assist {
    int64_t id, union_id;
    char *state, *abstract; /* DRAFT SENT SIGNED REPLIED */
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
/* The union's side. */
bool assist_sign(struct db *db, int64_t id, int64_t union_id, struct fail *f);
bool assist_reply(struct db *db, int64_t id, int64_t union_id, int64_t contact_id, const void *sealed, size_t n, struct fail *f);

extern const struct db_table assist_table;

#endif
