/* waiting: all counts in one statement, in the order of enum waiting_work. */
#include "waiting.h"

#include <string.h>

#include "office_task.h"
#include "recusal.h"

enum { COUNTS };

static const struct db_statement statements[] = {
    [COUNTS] = { "waiting_counts",
        "SELECT (SELECT COUNT(*) FROM notice_version WHERE state = 'DRAFT'), "
        "(SELECT COUNT(*) FROM notice_version WHERE state = 'READY' AND drafted_by <> ?), "
        "(SELECT COUNT(*) FROM objection o WHERE o.state = 'SUBMITTED' AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM objection o WHERE o.state = 'REGISTERED' AND o.entered_by <> ? AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM objection o WHERE o.state = 'PRELIM_REVIEW' AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM objection o WHERE o.state IN ('ACCEPTED', 'INVESTIGATING', 'DECIDED') AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM assist a JOIN objection o ON o.id = a.objection_id WHERE a.state = 'DRAFT' AND a.drafted_by <> ? AND "
        RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM assist a JOIN objection o ON o.id = a.objection_id WHERE a.state IN ('TIME_ASKED', 'ESCALATED') AND "
        RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM objection o JOIN objection_event e ON e.objection_id = o.id JOIN objection l ON l.id = e.other_id "
        "WHERE o.state = 'MERGED' AND e.id = (SELECT MAX(x.id) FROM objection_event x WHERE x.objection_id = o.id AND x.move = 'MERGE') "
        "AND l.state IN ('WITHDRAWN', 'ABANDONED', 'NOT_ACCEPTED', 'TRANSFERRED') AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM proposal p JOIN objection o ON o.id = p.objection_id WHERE p.settled_at IS NULL AND p.proposed_by <> ? AND "
        RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM decision d JOIN objection o ON o.id = d.objection_id WHERE o.state = 'DECISION_DRAFTED' "
        "AND d.approved_by IS NULL AND d.returned_at IS NULL AND d.drafted_by <> ? AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM objection o WHERE o.state = 'REVIEW_REQUESTED' AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM candidate_proposal o WHERE o.settled_at IS NULL AND o.proposed_by <> ? AND " RECUSAL_FREE ") "
        "+ (SELECT COUNT(*) FROM recognition n WHERE n.settled_at IS NULL AND n.proposed_by <> ? AND NOT EXISTS ("
        "SELECT 1 FROM recognition_candidate o WHERE o.recognition_id = n.id AND NOT " RECUSAL_FREE ")), "
        "(SELECT COUNT(*) FROM investigation_record r JOIN objection o ON o.id = r.objection_id WHERE r.settled_at IS NULL "
        "AND o.state IN ('INVESTIGATING', 'EXPERT_REVIEW', 'HEARING', 'DECISION_DRAFTED') AND r.other_id = ? AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM recusal_request o WHERE o.settled_at IS NULL AND o.asked_by <> ? AND o.officer_id <> ? AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM officer WHERE state = 'INVITED'), "
        "(SELECT COUNT(*) FROM officer_pass WHERE purpose = 'RESET' AND code_hash IS NULL AND used_at IS NULL "
        "AND expires_at > UTC_TIMESTAMP(6) AND asked_by <> ? AND officer_id <> ?), "
        "(SELECT COUNT(*) FROM outbox WHERE state IN ('FAILED', 'UNCERTAIN')), "
        "(SELECT COUNT(*) FROM office_task t " OFFICE_TASK_CASE "WHERE t.settled_at IS NULL AND " RECUSAL_FREE "), "
        "(SELECT COUNT(*) FROM audit WHERE action = 'open_refused' AND at > UTC_TIMESTAMP(6) - INTERVAL 7 DAY)",
        DB_STAFF | DB_OPERATOR },
};

const struct db_table waiting_table = { "waiting", statements, sizeof statements / sizeof statements[0] };

enum { GAPS_MAX = 64 };

bool waiting_counts(struct db *db, int64_t officer_id, int64_t counts[WAITING__MAX], struct fail *f)
{
    struct mem *m = mem_new(NULL, "waiting");
    struct db_value values[1 + GAPS_MAX] = { { 0 } };
    size_t n = 0;
    /* Every gap is the officer. */
    for (const char *p = statements[COUNTS].sql; (p = strchr(p, '?')) != NULL && n < GAPS_MAX; p++)
        values[++n] = db_int(officer_id);
    struct db_rows *rows = db_rows_values(db, m, &statements[COUNTS], f, values, n + 1);
    bool ok = rows && db_next(rows, f);
    for (unsigned i = 0; ok && i < WAITING__MAX; i++)
        counts[i] = db_get_int(rows, i);
    mem_free(&m);
    return ok;
}
