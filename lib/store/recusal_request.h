/* recusal_request: what about a recusal only another officer may settle. One of a kind at a time for an officer and a candidate. */
#ifndef GS_STORE_RECUSAL_REQUEST_H
#define GS_STORE_RECUSAL_REQUEST_H

#include "db.h"

struct recusal_request_new {
    const char *kind; /* CLEAR RECUSE LIFT */
    int64_t officer_id, candidate_id;
    const char *matched, *origin, *reason;
    int64_t asked_by;
};
/* FAIL_CONFLICT "recusal_waits" if one waits already. */
bool recusal_request_add(struct db *db, const struct recusal_request_new *in, struct fail *f);

struct recusal_request {
    int64_t id, officer_id, candidate_id, asked_by;
    char *kind, *officer, *candidate, *employer, *union_name, *matched, *origin, *reason, *asker;
    instant asked_at;
};
/* What is open, without the candidates towards whom the viewer is recused. */
bool recusal_request_list(struct mem *m, struct db *db, int64_t viewer_id, struct recusal_request **out, size_t *count, struct fail *f);
/* One of these; FAIL_MISSING "not_found". */
bool recusal_request_get(struct mem *m, struct db *db, int64_t viewer_id, int64_t id, struct recusal_request *out, struct fail *f);
/* Whether one of the kind is open for the pair. */
bool recusal_request_waits(struct db *db, const char *kind, int64_t officer_id, int64_t candidate_id, bool *out, struct fail *f);

/* AGREED or REFUSED; FAIL_CONFLICT "recusal_settled" if it is no longer open. */
bool recusal_request_settle(struct db *db, int64_t id, const char *outcome, int64_t by_id, const char *why, struct fail *f);
/* How the pair stands has changed without what is still open. */
bool recusal_request_overtake(struct db *db, int64_t officer_id, int64_t candidate_id, struct fail *f);

extern const struct db_table recusal_request_table;

#endif
