/* submission: an objection coming in, and what its lookup code opens. The working of a case is objection.h's. */
#ifndef GS_STORE_SUBMISSION_H
#define GS_STORE_SUBMISSION_H

#include "db.h"

struct submission_new {
    const char *receipt;
    const unsigned char *key_hash;   /* 32 */
    const unsigned char *answer_key; /* 32 */
    int64_t version_id, candidate_id;
    const char *kind;                /* objection_kind_word */
    const char *grounds;             /* codes, comma between */
    struct db_blob text, person, contact; /* sealed; empty: none */
    const char *channel;             /* "EMAIL", "SMS" or NULL */
    const unsigned char *contact_tag; /* 16, or NULL */
    instant form_opened_at;
    int64_t late_minutes;
};

/* The state is decided inside the statement by the closing instant. FAIL_CONFLICT "submitted_before" when the key hash (or the number) stands
 * already, FAIL_CONFLICT "period_over" when a named objection comes outside the period and its grace. */
bool submission_add(struct db *db, const struct submission_new *in, int64_t *id, struct fail *f);

struct submission_event { instant at; char *to_state; };
struct submission_answer { instant at; char *kind; struct db_blob sealed; };
struct submission {
    char *receipt, *kind, *state;
    instant submitted_at;
    char *notice_slug, *notice_title;
    instant deadline_at; /* of the present state; 0: none */
    bool term_over, reviewed;
};
/* What stands under a lookup code's hash; FAIL_MISSING "not_found". */
bool submission_find(struct db *db, struct mem *m, const unsigned char key_hash[32], struct submission *out, struct fail *f);
bool submission_events(struct db *db, struct mem *m, const unsigned char key_hash[32], struct submission_event **out, size_t *count,
                       struct fail *f);
bool submission_answers(struct db *db, struct mem *m, const unsigned char key_hash[32], struct submission_answer **out, size_t *count,
                        struct fail *f);

extern const struct db_table submission_table;

#endif
