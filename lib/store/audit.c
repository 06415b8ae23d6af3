/* audit: the statement that adds a line and those that read; there is none that changes or removes one. */
#include "audit.h"

#include "scan.h"

enum { ADD, LIST, ALARMS, OPENED };

/* A line with the names of who and what. */
#define ROWS \
    "SELECT a.id, a.at, a.actor_kind, COALESCE(o.name, u.name), a.action, a.object_kind, a.detail, a.object_id, " \
    "COALESCE(oo.name, po.name, j.receipt, v.title, ou.name, rn.paper, (SELECT e.name FROM candidate_entry e " \
    "WHERE a.object_kind = 'candidate' AND e.candidate_id = a.object_id ORDER BY e.id DESC LIMIT 1)) " \
    "FROM audit a " \
    "LEFT JOIN officer o ON a.actor_kind = 'OFFICER' AND o.id = a.actor_id " \
    "LEFT JOIN union_contact c ON a.actor_kind = 'UNION' AND c.id = a.actor_id LEFT JOIN nominating_union u ON u.id = c.union_id " \
    "LEFT JOIN officer oo ON a.object_kind = 'officer' AND oo.id = a.object_id " \
    "LEFT JOIN officer_pass p ON a.object_kind = 'officer_pass' AND p.id = a.object_id LEFT JOIN officer po ON po.id = p.officer_id " \
    "LEFT JOIN objection j ON a.object_kind = 'objection' AND j.id = a.object_id " \
    "LEFT JOIN notice_version v ON a.object_kind = 'notice_version' AND v.id = a.object_id " \
    "LEFT JOIN recognition rn ON a.object_kind = 'recognition' AND rn.id = a.object_id " \
    "LEFT JOIN nominating_union ou ON a.object_kind = 'nominating_union' AND ou.id = a.object_id "

static const struct db_statement statements[] = {
    [ADD] = { "audit_add",
        "INSERT INTO audit (at, actor_kind, actor_id, action, object_kind, object_id, detail) VALUES (UTC_TIMESTAMP(6), ?, ?, ?, ?, ?, ?)",
        DB_STAFF | DB_UNION | DB_NOTIFY | DB_OPERATOR },
    [LIST] = { "audit_list", ROWS
        "WHERE (? = '' OR a.object_kind = ?) AND (? = '' OR a.object_id = ? OR j.receipt = ?) "
        "AND (? = 0 OR (a.actor_kind = 'OFFICER' AND a.actor_id = ?)) AND (? = 0 OR a.id < ?) ORDER BY a.id DESC LIMIT ?",
        DB_STAFF | DB_OPERATOR },
    [ALARMS] = { "audit_alarms", ROWS
        "WHERE a.action = 'open_refused' AND a.at > UTC_TIMESTAMP(6) - INTERVAL 7 DAY ORDER BY a.id DESC LIMIT ?", DB_STAFF | DB_OPERATOR },
    [OPENED] = { "audit_opened",
        "SELECT COUNT(DISTINCT IF(object_id = ?, NULL, object_id)), COUNT(IF(object_id = ?, 1, NULL)) FROM audit "
        "WHERE actor_kind = 'OFFICER' AND actor_id = ? AND action = 'key_open' AND object_kind = 'objection' "
        "AND at > UTC_TIMESTAMP(6) - INTERVAL 1 HOUR", DB_STAFF | DB_OPERATOR },
};

const struct db_table audit_table = { "audit", statements, sizeof statements / sizeof statements[0] };

bool audit_add(struct db *db, enum audit_actor actor, int64_t actor_id, const char *action, const char *object_kind,
               int64_t object_id, const char *detail, struct fail *f)
{
    static const char *const words[] = { "OFFICER", "UNION", "OPERATOR", "SYSTEM" };
    return db_run(db, &statements[ADD], NULL, f, db_text(words[actor]), db_id(actor_id), db_text(action), db_text(object_kind),
                  db_id(object_id), db_text(detail ? detail : ""));
}

static struct audit_row *take(struct mem *m, struct db_rows *rows, int64_t limit, size_t *n, struct fail *f)
{
    struct audit_row *list = mem_array(m, (size_t)limit, sizeof *list);
    *n = 0;
    while (rows && db_next(rows, f))
        list[(*n)++] = (struct audit_row){ .id = db_get_int(rows, 0), .at = db_get_instant(rows, 1), .actor_kind = db_get_text(rows, 2),
                                           .actor = db_get_text(rows, 3), .action = db_get_text(rows, 4),
                                           .object_kind = db_get_text(rows, 5), .detail = db_get_text(rows, 6),
                                           .object_id = db_get_int(rows, 7), .object = db_get_text(rows, 8) };
    return list;
}

bool audit_list(struct mem *m, struct db *db, const struct audit_filter *filter, int64_t before, int64_t limit, struct audit_row **rows_out,
                size_t *n, struct fail *f)
{
    int64_t id = 0;
    scan_i64(filter->number, 1, INT64_MAX, &id);
    struct db_rows *rows = db_rows(db, m, &statements[LIST], f, db_text(filter->object_kind), db_text(filter->object_kind),
                                   db_text(filter->number), db_int(id), db_text(filter->number), db_int(filter->officer_id),
                                   db_int(filter->officer_id), db_int(before), db_int(before), db_int(limit));
    *rows_out = take(m, rows, limit, n, f);
    return rows && f->kind == FAIL_NONE;
}

bool audit_alarms(struct mem *m, struct db *db, int64_t limit, struct audit_row **rows_out, size_t *n, struct fail *f)
{
    struct db_rows *rows = db_rows(db, m, &statements[ALARMS], f, db_int(limit));
    *rows_out = take(m, rows, limit, n, f);
    return rows && f->kind == FAIL_NONE;
}

bool audit_opened(struct db *db, int64_t officer_id, int64_t objection_id, int64_t *others, bool *again, struct fail *f)
{
    struct mem *m = mem_new(NULL, "opened");
    struct db_rows *rows = db_rows(db, m, &statements[OPENED], f, db_int(objection_id), db_int(objection_id), db_int(officer_id));
    bool ok = rows && db_next(rows, f);
    *others = ok ? db_get_int(rows, 0) : 0;
    *again = ok && db_get_int(rows, 1) > 0;
    mem_free(&m);
    return ok;
}
