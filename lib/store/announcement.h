/* announcement: the final list (认定公告) of a round: drawn up from the recognised, published by a second officer, from then on as it is but for
 * its withdrawal. What the public reads of it is announced.h. */
#ifndef GS_STORE_ANNOUNCEMENT_H
#define GS_STORE_ANNOUNCEMENT_H

#include "draft.h"

struct announcement_words {
    const char *title, *doc_number, *body, *signed_by;
    day signed_day; /* 0: none */
};
struct announcement {
    int64_t id, revision, round_id;
    enum draft_state state;
    struct announcement_words words;
    char *round_slug, *round_title, *reason;
    int64_t drafted_by, published_by;
    char *drafted_name, *published_name; /* NULL: nobody */
    instant published_at;
};
struct announcement_person {
    int64_t candidate_id, union_id;
    char *award; /* "CRAFTSMAN", "NOMINATION" */
    int64_t seq;
    char *name, *employer, *post, *union_name;
};
struct announcement_people { struct announcement_person *items; size_t count; };

/* The newest of a round; FAIL_MISSING "announcement_missing" if it never had one. */
bool announcement_of_round(struct mem *m, struct db *db, const char *round_slug, struct announcement *out, struct fail *f);
/* Inside a transaction: as draft_expect. */
bool announcement_expect(struct db *db, struct draft_seen seen, enum draft_state expected, int64_t *drafted_by, struct fail *f);
/* FAIL_CONFLICT "announcement_stands" if the round has one that is not withdrawn. */
bool announcement_add(struct db *db, int64_t round_id, const char *title, int64_t officer_id, int64_t *id, struct fail *f);
/* Signature of the one published last, if any. */
bool announcement_inherit(struct db *db, int64_t id, struct fail *f);
bool announcement_write(struct db *db, int64_t id, const struct announcement_words *w, int64_t officer_id, struct fail *f);
bool announcement_set_state(struct db *db, int64_t id, enum draft_state from, enum draft_state to, struct fail *f);
/* FAIL_CONFLICT "publish_own" for who drafted it. */
bool announcement_publish(struct db *db, int64_t id, int64_t officer_id, struct fail *f);
bool announcement_withdraw(struct db *db, int64_t id, const char *reason, struct fail *f);

/* Its people in their order; and who of the round is recognised now, as the newest notice prints them, in the same order. */
bool announcement_list(struct mem *m, struct db *db, int64_t id, struct announcement_people *out, struct fail *f);
bool announcement_recognised(struct mem *m, struct db *db, int64_t round_id, struct announcement_people *out, struct fail *f);
bool announcement_clear(struct db *db, int64_t id, int64_t officer_id, struct fail *f);
bool announcement_put(struct db *db, int64_t id, const struct announcement_person *p, struct fail *f);

extern const struct db_table announcement_table;

#endif
