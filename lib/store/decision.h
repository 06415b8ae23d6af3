/* decision: drafts of decisions, each sealed, and their approval by a second officer. */
#ifndef GS_STORE_DECISION_H
#define GS_STORE_DECISION_H

#include "db.h"

struct decision {
    int64_t id, drafted_by;
    char *result, *drafter, *approver; /* SUSTAINED PARTLY NOT_SUSTAINED */
    struct db_blob text;
    instant drafted_at, approved_at, returned_at;
};
bool decision_list(struct mem *m, struct db *db, int64_t objection_id, struct decision **out, size_t *count, struct fail *f);
bool decision_add(struct db *db, int64_t objection_id, const char *result, const void *sealed, size_t n, int64_t officer_id, int64_t *id,
                  struct fail *f);
/* What was found of a ground: TRUE PARTLY_TRUE UNTRUE UNVERIFIABLE. */
struct decision_finding { const char *ground, *finding; };
bool decision_finding_add(struct db *db, int64_t decision_id, const struct decision_finding *one, struct fail *f);
bool decision_findings(struct mem *m, struct db *db, int64_t decision_id, struct decision_finding **out, size_t *count, struct fail *f);
/* Only an open draft, and only by another than its drafter; FAIL_CONFLICT "case_moved". */
bool decision_approve(struct db *db, int64_t id, int64_t objection_id, int64_t officer_id, struct fail *f);
bool decision_return(struct db *db, int64_t id, int64_t objection_id, int64_t officer_id, struct fail *f);

extern const struct db_table decision_table;

#endif
