/* moderate_private: what the services about one objection share: the one function of moves, and opening sealed papers. */
#ifndef GS_SERVICE_MODERATE_PRIVATE_H
#define GS_SERVICE_MODERATE_PRIVATE_H

#include "moderate.h"

/* ---- moving; inside the caller's transaction, on a row that casebook_lock locked ---- */

struct moderate_move {
    enum objection_move move;
    const char *seen;              /* as in moderate_in */
    const struct login_session *s; /* who acts; with a proposer: who agrees */
    int64_t proposer, other_id;
    const char *reason_code;
    struct seal_bytes note;        /* len 0: none */
    instant until;                 /* as in moderate_in */
};
/* Whether it may be, and the row of the table. */
bool moderate_may(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_move *step,
                  const struct objection_move_row **move, struct fail *f);
/* The event and nothing else. A row that needs a second person is refused without a proposer. */
bool moderate_step(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_move *step, struct fail *f);
/* The same for a move of the system: the event; whom it concerns hears of it from the caller. */
bool moderate_by_itself(struct mem *m, struct db *db, const struct casebook_locked *row, enum objection_move which, struct fail *f);
/* The same for a caller who reads less of a case: its state and its term. */
bool moderate_clockwork(struct mem *m, struct db *db, const struct casebook_locked *row, const struct standing *now,
                        enum objection_move which, struct fail *f);
/* The step with its words, answers and messages. */
bool moderate_perform(struct mem *m, struct db *db, const struct casebook_locked *row, const struct objection_move_row *move,
                      const struct moderate_in *in, struct fail *f);
bool moderate_propose(struct mem *m, struct db *db, const struct casebook_locked *row, const struct moderate_in *in, struct fail *f);

/* What an officer drafted who has been recused since does not go out: FAIL_CONFLICT "drafter_recused". */
bool moderate_drafter_is_free(struct mem *m, struct db *db, int64_t objection_id, int64_t drafter, struct fail *f);
struct actor moderate_actor(const struct login_session *s, const struct standing *now);
/* `officer` (may be NULL) is who counts as a hand if the standing says so; it must outlive the facts. */
bool moderate_facts(const struct standing *now, const int64_t *officer, struct objection_facts *out, struct fail *f);

/* Seals words for the objector; puts his message ("there is news") into the outbox. */
bool moderate_answer(struct mem *m, struct db *db, const struct casebook_locked *row, const char *kind, const char *text, struct fail *f);
bool moderate_tell(struct mem *m, struct db *db, const struct casebook_locked *row, enum objection_move move, struct fail *f);
/* A JSON object of two texts. */
char *moderate_pack(struct mem *m, const char *one, const char *first, const char *two, const char *second);
/* Seals for the office. */
bool moderate_seal(struct mem *m, struct db *db, enum keyring_purpose purpose, const char *context, const char *text,
                   struct seal_bytes *out, struct fail *f);

/* ---- reading ---- */

/* The office's key is opened once for a request, however many papers it reads: one audit row. */
struct moderate_reader {
    struct mem *m;
    struct db *db;
    const struct login_session *s;
    enum keyring_purpose purpose;
    int64_t objection_id;
    struct seal_pair *pair; /* NULL until the first paper */
};
bool moderate_open(struct moderate_reader *r, const char *context, const struct db_blob *sealed, struct seal_bytes *out, struct fail *f);
bool moderate_open_proposal(struct moderate_reader *r, const char *receipt, const struct proposal *stored, struct moderate_proposal *out,
                            struct fail *f);
/* What the investigators wrote down (lib/service/investigate). */
bool moderate_open_records(struct moderate_reader *r, struct moderate_case *c, struct fail *f);
/* FAIL_FORBIDDEN "undeclared" or "recused" unless the officer is free to read. */
bool moderate_is_clear(const struct standing *now, struct fail *f);
/* Gives rows that have just come, or were just typed in, the deadline of the identity desk or of the second reader. */
bool moderate_first_deadlines(struct mem *m, struct db *db, struct casebook_row *rows, size_t count, struct fail *f);
bool moderate_is_desk_move(const struct casebook_event *e);
/* Files with their names opened. */
bool moderate_open_files(struct moderate_reader *r, const struct casebook_file *rows, size_t count, struct moderate_file **out,
                         struct fail *f);

#endif
