/* recognition: papers that recognise candidates (认定文件), each proposed by one officer and agreed to by another as a whole. */
#ifndef GS_STORE_RECOGNITION_H
#define GS_STORE_RECOGNITION_H

#include "db.h"

struct recognition {
    int64_t id, round_id, proposed_by; /* id 0: none */
    char *paper, *proposer, *settler, *outcome, *why; /* the last three "" while it is open */
    day paper_day;
    instant proposed_at, settled_at;
    int64_t people;
};
/* FAIL_MISSING "not_found". */
bool recognition_read(struct mem *m, struct db *db, int64_t id, struct recognition *out, struct fail *f);
/* The newest first. */
bool recognition_list(struct mem *m, struct db *db, int64_t round_id, struct recognition **out, size_t *count, struct fail *f);
/* Whom it names, by id; this never changes. */
bool recognition_people(struct mem *m, struct db *db, int64_t id, int64_t **out, size_t *count, struct fail *f);
/* Whether one of the round is open. */
bool recognition_waits(struct db *db, int64_t round_id, bool *out, struct fail *f);

struct recognition_new { int64_t round_id, officer_id; const char *paper; day paper_day; };
bool recognition_add(struct db *db, const struct recognition_new *in, int64_t *id, struct fail *f);
bool recognition_add_person(struct db *db, int64_t id, int64_t candidate_id, struct fail *f);
/* AGREED or RETURNED by another officer; FAIL_CONFLICT "case_moved" if it is no longer open. */
bool recognition_settle(struct db *db, int64_t id, const char *outcome, int64_t officer_id, const char *why, struct fail *f);

extern const struct db_table recognition_table;

#endif
