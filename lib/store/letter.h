/* letter: what a union must sign for (签收): a published version of a notice, an assist request, what is told of a case. */
#ifndef GS_STORE_LETTER_H
#define GS_STORE_LETTER_H

#include "db.h"

#define LETTER_SLUG 27 /* 26 characters and NUL */

/* A letter about a version or about an assist request (exactly one of the two is not 0); it stands in its link under a random
 * slug. A second letter about the same thing is refused with FAIL_CONFLICT "letter_exists". */
bool letter_add(struct db *db, int64_t union_id, int64_t version_id, int64_t assist_id, int64_t *id, char slug[LETTER_SLUG],
                struct fail *f);

/* The slug of the letter about a request; FAIL_MISSING "not_found" if none was sent. */
bool letter_of_assist(struct db *db, int64_t assist_id, char slug[LETTER_SLUG], struct fail *f);

/* The same about a final list. */
bool letter_add_final(struct db *db, int64_t union_id, int64_t announcement_id, int64_t *id, char slug[LETTER_SLUG], struct fail *f);

/* A letter that tells of a case: kind EXTENSION, RESULT or REVIEW; `result` SUSTAINED PARTLY NOT_SUSTAINED, UPHELD of a review, else "". */
struct letter_told_new { int64_t union_id, objection_id, candidate_id; const char *kind, *result; };
bool letter_add_told(struct db *db, const struct letter_told_new *in, int64_t *id, char slug[LETTER_SLUG], struct fail *f);
/* Those of a case, oldest first: who signed, and when the candidate's paper was handed over by whom and how (handed_at 0: not yet). */
struct letter_told { int64_t id; char *kind, *result, *union_name, *signed_by, *handed_by, *handed_how; instant sent_at, signed_at, handed_at; };
bool letter_told_list(struct mem *m, struct db *db, int64_t objection_id, struct letter_told **out, size_t *count, struct fail *f);
/* The candidate's paper of a result; once. FAIL_CONFLICT "case_moved" if it was, or is no result of this case. */
bool letter_hand_over(struct db *db, int64_t id, int64_t objection_id, int64_t officer_id, const char *how, struct fail *f);

/* What the union's own pages read. */
struct letter {
    int64_t id, version_id, assist_id, announcement_id;
    char *slug, *kind;                 /* NOTICE ASSIST EXTENSION RESULT REVIEW FINAL */
    instant created_at, signed_at;     /* 0: not signed for */
    char *title, *notice;              /* the notice's title and slug; of a request NULL; of a final list its title */
    char *round;                       /* of a final list: the round's slug */
    int version;
    char *reason;                      /* why it was corrected; "" of a first version */
    char *assist_state, *abstract, *due_rule;
    instant due_at, replied_at;
    char *result, *name, *employer;    /* EXTENSION RESULT REVIEW: what, and of whom */
};
bool letter_list(struct mem *m, struct db *db, int64_t union_id, struct letter **out, size_t *count, struct fail *f);
/* FAIL_MISSING "not_found", also for another union's. */
bool letter_read(struct mem *m, struct db *db, const char *slug, int64_t union_id, struct letter *out, struct fail *f);
/* *signed_now false if it was signed for before. */
bool letter_sign(struct db *db, int64_t id, int64_t union_id, int64_t contact_id, bool *signed_now, struct fail *f);
/* The people of a version whom this union nominated. */
struct letter_person { char *name, *employer, *slug; };
bool letter_people(struct mem *m, struct db *db, int64_t version_id, int64_t union_id, struct letter_person **out, size_t *count,
                   struct fail *f);

/* The same of a final list; without addresses. */
bool letter_final_people(struct mem *m, struct db *db, int64_t announcement_id, int64_t union_id, struct letter_person **out, size_t *count,
                         struct fail *f);

/* How a version's letters fare, those not signed for first: `mail` and `sms` are states of the outbox, NULL where nothing was sent. */
struct letter_sent { char *union_name, *signed_by, *mail, *sms; instant sent_at, signed_at; };
bool letter_sent_list(struct mem *m, struct db *db, int64_t version_id, struct letter_sent **out, size_t *count, struct fail *f);

extern const struct db_table letter_table;

#endif
