/* delivery: see delivery.h. */
#include "delivery.h"

#include "message_template.h"

enum {
    DUE, LEASE, ATTEMPT, PUT_OFF, ITEMS, END_ATTEMPT, END, RECLAIM_OPEN, RECLAIM_CLOSE,
};

/* Longer than any driver may take for one message (110 s: 60 for a mail and 50 for the closing QUIT). */
#define LEASE_TIME "INTERVAL 120 SECOND"

static const struct db_statement statements[] = {
    [DUE] = { "delivery_due",
        "SELECT id, urgent, event FROM outbox FORCE INDEX (leaving) WHERE channel = ? AND state IN ('WAITING','UNCERTAIN') AND done_at IS NULL "
        "AND due_at <= UTC_TIMESTAMP(6) ORDER BY urgent DESC, due_at, id LIMIT ? FOR UPDATE SKIP LOCKED", DB_NOTIFY | DB_OPERATOR },
    /* SET runs from left to right: maybe_twice sees the old state. */
    [LEASE] = { "delivery_lease",
        "UPDATE outbox SET maybe_twice = maybe_twice OR state = 'UNCERTAIN', state = 'LEASED', attempts = attempts + 1, "
        "template_id = COALESCE(template_id, " MESSAGE_TEMPLATE_OF_OUTBOX "), lease_by = ?, lease_until = UTC_TIMESTAMP(6) + " LEASE_TIME
        " WHERE id = ?", DB_NOTIFY | DB_OPERATOR },
    [ITEMS] = { "delivery_items",
        "SELECT o.id, o.event, o.channel = 'SMS', o.urgent, o.maybe_twice, o.attempts, o.dedupe, o.params, o.message_id, "
        "o.created_at, c.name, IF(o.channel = 'SMS', c.phone, c.email), u.name, x.receipt, o.to_sealed, o.code_sealed, o.template_id "
        "FROM outbox o LEFT JOIN union_contact c ON c.id = o.contact_id LEFT JOIN nominating_union u ON u.id = o.union_id "
        "LEFT JOIN objection x ON x.id = o.objection_id WHERE o.state = 'LEASED' AND o.lease_by = ? "
        "ORDER BY o.urgent DESC, o.due_at, o.id", DB_NOTIFY | DB_OPERATOR },
    [ATTEMPT] = { "delivery_attempt",
        "INSERT INTO delivery (outbox_id, attempt, driver, started_at) SELECT id, attempts, ?, UTC_TIMESTAMP(6) FROM outbox "
        "WHERE id = ?", DB_NOTIFY | DB_OPERATOR },
    [END_ATTEMPT] = { "delivery_end_attempt",
        "UPDATE delivery SET ended_at = UTC_TIMESTAMP(6), outcome = ?, detail = ?, gateway_id = ? WHERE outbox_id = ? AND attempt = ?",
        DB_NOTIFY | DB_OPERATOR },
    [END] = { "delivery_end",
        "UPDATE outbox SET state = ?, due_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, "
        "done_at = IF(?, UTC_TIMESTAMP(6), NULL), code_sealed = IF(done_at IS NULL, code_sealed, NULL), "
        "to_sealed = IF(done_at IS NULL, to_sealed, NULL), maybe_twice = maybe_twice AND NOT ?, lease_by = NULL, lease_until = NULL "
        "WHERE id = ? AND attempts = ? AND done_at IS NULL", DB_NOTIFY | DB_OPERATOR },
    [PUT_OFF] = { "delivery_put_off", "UPDATE outbox SET due_at = ? WHERE id = ?", DB_NOTIFY | DB_OPERATOR },
    [RECLAIM_OPEN] = { "delivery_reclaim_open",
        "UPDATE outbox o SET o.state = 'UNCERTAIN', o.due_at = UTC_TIMESTAMP(6) + INTERVAL IF(o.urgent, ?, ?) MICROSECOND, "
        "o.done_at = IF(o.maybe_twice, UTC_TIMESTAMP(6), NULL), o.code_sealed = IF(o.maybe_twice, NULL, o.code_sealed), "
        "o.to_sealed = IF(o.maybe_twice, NULL, o.to_sealed), o.lease_by = NULL, o.lease_until = NULL "
        "WHERE o.state = 'LEASED' AND o.lease_until <= UTC_TIMESTAMP(6)", DB_NOTIFY | DB_OPERATOR },
    [RECLAIM_CLOSE] = { "delivery_reclaim_close",
        "UPDATE delivery d JOIN outbox o ON o.id = d.outbox_id SET d.ended_at = UTC_TIMESTAMP(6), d.outcome = 'UNCERTAIN', "
        "d.detail = 'the sender ended under way' WHERE o.state = 'UNCERTAIN' AND d.ended_at IS NULL", DB_NOTIFY | DB_OPERATOR },
};
const struct db_table delivery_table = { "delivery", statements, sizeof statements / sizeof *statements };

bool delivery_due(struct db *db, struct mem *m, bool sms, size_t limit, struct delivery_due **rows, size_t *count, struct fail *f)
{
    struct db_rows *found = db_rows(db, m, &statements[DUE], f, db_text(sms ? "SMS" : "EMAIL"), db_int((int64_t)limit));
    *rows = mem_array(m, limit, sizeof **rows);
    *count = 0;
    while (found != NULL && *count < limit && db_next(found, f))
        (*rows)[(*count)++] = (struct delivery_due){ db_get_int(found, 0), db_get_int(found, 1) != 0, false, db_get_text(found, 2) };
    return f->kind == FAIL_NONE;
}

bool delivery_lease(struct db *db, int64_t id, const char *lease, const char *driver, struct fail *f)
{
    return db_run(db, &statements[LEASE], NULL, f, db_text(lease), db_int(id)) &&
           db_run(db, &statements[ATTEMPT], NULL, f, db_text(driver), db_int(id));
}

bool delivery_put_off(struct db *db, int64_t id, instant due, struct fail *f)
{
    return db_run(db, &statements[PUT_OFF], NULL, f, db_instant(due), db_int(id));
}

static void read_item(const struct db_rows *rows, struct delivery_item *i)
{
    i->id = db_get_int(rows, 0);
    i->event = db_get_text(rows, 1);
    i->is_sms = db_get_int(rows, 2) != 0;
    i->urgent = db_get_int(rows, 3) != 0;
    i->maybe_twice = db_get_int(rows, 4) != 0;
    i->attempts = (int)db_get_int(rows, 5);
    i->dedupe = db_get_text(rows, 6);
    i->params = db_get_text(rows, 7);
    i->message_id = db_get_text(rows, 8);
    i->created_at = db_get_instant(rows, 9);
    i->contact_name = db_get_text(rows, 10);
    i->address = db_get_text(rows, 11);
    i->union_name = db_get_text(rows, 12);
    i->receipt = db_get_text(rows, 13);
    i->to_sealed = db_get_bytes(rows, 14);
    i->code_sealed = db_get_bytes(rows, 15);
    i->template_id = db_get_int(rows, 16);
}

bool delivery_items(struct db *db, struct mem *m, const char *lease, struct delivery_item **items, size_t *count, struct fail *f)
{
    enum { STEP = 50 };
    struct db_rows *rows = db_rows(db, m, &statements[ITEMS], f, db_text(lease));
    *items = NULL;
    *count = 0;
    while (rows != NULL && db_next(rows, f)) {
        if (*count % STEP == 0)
            *items = mem_resize(m, *items, *count * sizeof **items, (*count + STEP) * sizeof **items);
        read_item(rows, &(*items)[(*count)++]);
    }
    return f->kind == FAIL_NONE;
}

bool delivery_end(struct db *db, const struct delivery_end *e, struct fail *f)
{
    static const char *const STATES[] = { "SENT", "WAITING", "UNCERTAIN", "UNCERTAIN", "FAILED" };
    struct db_value id = e->gateway_id != NULL && e->gateway_id[0] != '\0' ? db_text(e->gateway_id) : db_null();
    bool over = e->next != DELIVERY_WAIT && e->next != DELIVERY_UNCERTAIN;
    return db_run(db, &statements[END_ATTEMPT], NULL, f, db_text(e->outcome), db_text(e->detail), id, db_int(e->id),
                  db_int(e->attempt)) &&
           db_run(db, &statements[END], NULL, f, db_text(STATES[e->next]), db_int(over ? 0 : e->wait), db_int(over), db_int(e->once),
                  db_int(e->id), db_int(e->attempt));
}

struct reclaim { int64_t wait, wait_urgent; uint64_t changed; };

static bool reclaim_work(struct db *db, void *ctx, struct fail *f)
{
    struct reclaim *r = ctx;
    return db_run(db, &statements[RECLAIM_OPEN], &r->changed, f, db_int(r->wait_urgent), db_int(r->wait)) &&
           db_run(db, &statements[RECLAIM_CLOSE], NULL, f);
}

bool delivery_reclaim(struct db *db, int64_t wait, int64_t wait_urgent, uint64_t *changed, struct fail *f)
{
    struct reclaim r = { wait, wait_urgent, 0 };
    bool ok = db_transaction(db, reclaim_work, &r, f);
    *changed = r.changed;
    return ok;
}
