/* recusal: how officers stand to candidates (回避). Rows are only added; the newest says how it is. */
#ifndef GS_STORE_RECUSAL_H
#define GS_STORE_RECUSAL_H

#include "db.h"

/* How the officer, whose id is the value, stands to the candidate of `o` (an objection, a request): CLEAR RECUSED LIFTED ASKED, or "". */
#define RECUSAL_STATE \
    "COALESCE((SELECT c.state FROM recusal c WHERE c.candidate_id = o.candidate_id AND c.officer_id = ? ORDER BY c.id DESC LIMIT 1), '') "
/* What lists or counts objections for an officer says it: a recused one sees no row and no count. */
#define RECUSAL_FREE RECUSAL_STATE "<> 'RECUSED' "
/* What shows more of an objection than that it is there says it. */
#define RECUSAL_CLEAR RECUSAL_STATE "IN ('CLEAR', 'LIFTED') "

/* What may be known before one declares: whom it is about. `state` as RECUSAL_STATE. */
struct recusal_question { int64_t candidate_id; char *candidate, *employer, *union_name, *state; };
/* By the number of an objection, in the newest published version of its notice; FAIL_MISSING "not_found". */
bool recusal_ask(struct mem *m, struct db *db, const char *receipt, int64_t officer_id, struct recusal_question *out, struct fail *f);
/* By the candidate, in the newest version that was published with him. */
bool recusal_towards(struct mem *m, struct db *db, int64_t candidate_id, int64_t officer_id, struct recusal_question *out, struct fail *f);
/* The candidates towards whom he may act at present: CLEAR or LIFTED. */
bool recusal_acting(struct mem *m, struct db *db, int64_t officer_id, struct recusal_question **out, size_t *count, struct fail *f);

/* Who is recused from the case of this number. */
bool recusal_from(struct mem *m, struct db *db, const char *receipt, int64_t **officers, size_t *count, struct fail *f);

/* `by_id` is himself or who says it of him; `agreed_by` (0: nobody) the second person, whom LIFTED needs. */
struct recusal_new { int64_t officer_id, candidate_id; const char *state, *reason; int64_t by_id, agreed_by; };
bool recusal_add(struct db *db, const struct recusal_new *in, struct fail *f);

/* Who stands recused at present. `viewer_id`: without the candidates towards whom he is recused himself. */
struct recusal_row { int64_t id, officer_id, candidate_id; char *officer, *candidate, *reason, *by; instant at; };
bool recusal_list(struct mem *m, struct db *db, int64_t viewer_id, struct recusal_row **out, size_t *count, struct fail *f);
/* One of these; FAIL_MISSING "not_found" if it is none of them, or no longer. */
bool recusal_get(struct mem *m, struct db *db, int64_t viewer_id, int64_t id, struct recusal_row *out, struct fail *f);

extern const struct db_table recusal_table;

#endif
