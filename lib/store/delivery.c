/* delivery: see delivery.h. */
#include "delivery.h"

#include <jansson.h>

#include "message_template.h"

enum {
    WAITING, DUE, LEASE, ATTEMPT, PUT_OFF, ITEMS, END_ATTEMPT, END, RECLAIM_OPEN, RECLAIM_CLOSE,
};

/* Longer than any driver may take for one message (110 s: 60 for a mail and 50 for the closing QUIT). */
#define LEASE_TIME "INTERVAL 120 SECOND"

#define ANY_DUE(channel) "EXISTS (SELECT 1 FROM outbox FORCE INDEX (leaving) WHERE channel = '" channel "' AND done_at IS NULL " \
    "AND urgent IN (0, 1) AND due_at <= UTC_TIMESTAMP(6) AND state IN ('WAITING','UNCERTAIN'))"
#define ENDS "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$.id', attempt INT PATH '$.attempt', driver VARCHAR(20) PATH '$.driver', " \
    "outcome VARCHAR(12) PATH '$.outcome', detail VARCHAR(200) PATH '$.detail', gateway VARCHAR(64) PATH '$.gateway', " \
    "state VARCHAR(12) PATH '$.state', wait BIGINT PATH '$.wait', ended BOOL PATH '$.over', once BOOL PATH '$.once')) j"

static const struct db_statement statements[] = {
    [WAITING] = { "delivery_waiting",
        "SELECT " ANY_DUE("SMS") ", " ANY_DUE("EMAIL") ", "
        "EXISTS (SELECT 1 FROM outbox WHERE state = 'LEASED' AND lease_until <= UTC_TIMESTAMP(6))", DB_NOTIFY | DB_OPERATOR },
    [DUE] = { "delivery_due",
        "SELECT id, urgent, event, COALESCE(template_id, " MESSAGE_TEMPLATE_OF_OUTBOX ") FROM outbox FORCE INDEX (leaving) "
        "WHERE channel = ? AND state IN ('WAITING','UNCERTAIN') AND done_at IS NULL "
        "AND due_at <= UTC_TIMESTAMP(6) ORDER BY urgent DESC, due_at, id LIMIT ? FOR UPDATE SKIP LOCKED", DB_NOTIFY | DB_OPERATOR },
    /* Many rows a statement: what they are comes as a list in JSON. SET runs from left to right: maybe_twice sees the old state. */
    [LEASE] = { "delivery_lease",
        "UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$.id', template BIGINT PATH '$.template')) j "
        "STRAIGHT_JOIN outbox o ON o.id = j.id SET o.maybe_twice = o.maybe_twice OR o.state = 'UNCERTAIN', o.state = 'LEASED', "
        "o.attempts = o.attempts + 1, o.template_id = j.template, o.lease_by = ?, o.lease_until = UTC_TIMESTAMP(6) + " LEASE_TIME,
        DB_NOTIFY | DB_OPERATOR },
    [ITEMS] = { "delivery_items",
        "SELECT o.id, o.event, o.channel = 'SMS', o.urgent, o.maybe_twice, o.attempts, o.dedupe, o.params, o.message_id, "
        "o.created_at, c.name, IF(o.channel = 'SMS', c.phone, c.email), u.name, x.receipt, o.to_sealed, o.code_sealed, o.template_id, p.driver, p.started_at "
        "FROM outbox o LEFT JOIN union_contact c ON c.id = o.contact_id LEFT JOIN nominating_union u ON u.id = o.union_id "
        "LEFT JOIN objection x ON x.id = o.objection_id "
        "LEFT JOIN delivery p ON p.outbox_id = o.id AND p.attempt = o.attempts - 1 WHERE o.state = 'LEASED' AND o.lease_by = ? "
        "ORDER BY o.urgent DESC, o.due_at, o.id", DB_NOTIFY | DB_OPERATOR },
    [ATTEMPT] = { "delivery_attempt",
        "INSERT INTO delivery (outbox_id, attempt, driver, started_at) SELECT j.id, j.attempt, j.driver, UTC_TIMESTAMP(6) FROM "
        "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$.id', attempt INT PATH '$.attempt', driver VARCHAR(20) PATH '$.driver')) j",
        DB_NOTIFY | DB_OPERATOR },
    [END_ATTEMPT] = { "delivery_end_attempt",
        "UPDATE " ENDS " STRAIGHT_JOIN delivery d ON d.outbox_id = j.id AND d.attempt = j.attempt "
        "SET d.ended_at = UTC_TIMESTAMP(6), d.driver = COALESCE(j.driver, d.driver), d.outcome = j.outcome, d.detail = j.detail, "
        "d.gateway_id = j.gateway", DB_NOTIFY | DB_OPERATOR },
    [END] = { "delivery_end",
        "UPDATE " ENDS " STRAIGHT_JOIN outbox o ON o.id = j.id AND o.attempts = j.attempt AND o.done_at IS NULL "
        "SET o.due_at = IF(o.state = 'HELD' AND NOT j.ended, o.due_at, UTC_TIMESTAMP(6) + INTERVAL j.wait MICROSECOND), "
        "o.state = IF(o.state = 'HELD' AND NOT j.ended, o.state, j.state), "
        "o.code_sealed = IF(j.ended, NULL, o.code_sealed), o.to_sealed = IF(j.ended, NULL, o.to_sealed), "
        "o.maybe_twice = o.maybe_twice AND NOT j.once, o.lease_by = NULL, o.lease_until = NULL, "
        "o.done_at = IF(j.ended, UTC_TIMESTAMP(6), NULL)", DB_NOTIFY | DB_OPERATOR },
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

bool delivery_waiting(struct db *db, struct delivery_waiting *out, struct fail *f)
{
    struct mem *m = mem_new(NULL, "waiting");
    struct db_rows *rows = db_rows(db, m, &statements[WAITING], f);
    bool ok = rows != NULL && db_next(rows, f);
    if (ok)
        *out = (struct delivery_waiting){ db_get_int(rows, 0) != 0, db_get_int(rows, 1) != 0, db_get_int(rows, 2) != 0 };
    mem_free(&m);
    return ok;
}

bool delivery_due(struct db *db, struct mem *m, bool sms, size_t limit, struct delivery_due **rows, size_t *count, struct fail *f)
{
    struct db_rows *found = db_rows(db, m, &statements[DUE], f, db_text(sms ? "SMS" : "EMAIL"), db_int((int64_t)limit));
    *rows = mem_array(m, limit, sizeof **rows);
    *count = 0;
    while (found != NULL && *count < limit && db_next(found, f))
        (*rows)[(*count)++] = (struct delivery_due){ .id = db_get_int(found, 0), .urgent = db_get_int(found, 1) != 0,
                                                     .event = db_get_text(found, 2), .template_id = db_get_int(found, 3) };
    return f->kind == FAIL_NONE;
}

/* The text of a list, which is given back. */
static const char *as_text(struct mem *m, json_t *list)
{
    size_t n = json_dumpb(list, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(list, text, n, JSON_COMPACT);
    json_decref(list);
    return text;
}

bool delivery_lease(struct db *db, const struct delivery_due *rows, size_t count, const char *lease, struct fail *f)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *one = json_pack("{s:I}", "id", (json_int_t)rows[i].id);
        if (rows[i].template_id != 0)
            json_object_set_new(one, "template", json_integer(rows[i].template_id));
        json_array_append_new(list, one);
    }
    struct mem *m = mem_new(NULL, "list");
    bool ok = db_run(db, &statements[LEASE], NULL, f, db_text(as_text(m, list)), db_text(lease));
    mem_free(&m);
    return ok;
}

bool delivery_begin(struct db *db, const struct delivery_item *items, size_t count, struct fail *f)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, json_pack("{s:I, s:i, s:s}", "id", (json_int_t)items[i].id, "attempt", items[i].attempts, "driver",
                                              items[i].driver));
    struct mem *m = mem_new(NULL, "list");
    bool ok = db_run(db, &statements[ATTEMPT], NULL, f, db_text(as_text(m, list)));
    mem_free(&m);
    return ok;
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
    i->driver_before = db_get_text(rows, 17);
    i->before = db_get_instant(rows, 18);
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

static json_t *end_json(const struct delivery_end *e)
{
    static const char *const STATES[] = { "SENT", "WAITING", "UNCERTAIN", "UNCERTAIN", "FAILED" };
    bool over = e->next != DELIVERY_WAIT && e->next != DELIVERY_UNCERTAIN;
    const char *gateway_id = e->gateway_id != NULL && e->gateway_id[0] != '\0' ? e->gateway_id : NULL;
    return json_pack("{s:I, s:i, s:s?, s:s, s:s, s:s?, s:s, s:I, s:i, s:i}", "id", (json_int_t)e->id, "attempt", e->attempt,
                     "driver", e->driver, "outcome", e->outcome, "detail", e->detail, "gateway", gateway_id, "state", STATES[e->next],
                     "wait", (json_int_t)(over ? 0 : e->wait), "over", (int)over, "once", (int)e->once);
}

bool delivery_end(struct db *db, const struct delivery_end *ends, size_t count, struct fail *f)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, end_json(&ends[i]));
    struct mem *m = mem_new(NULL, "list");
    struct db_value text = db_text(as_text(m, list));
    bool ok = db_run(db, &statements[END_ATTEMPT], NULL, f, text) && db_run(db, &statements[END], NULL, f, text);
    mem_free(&m);
    return ok;
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
