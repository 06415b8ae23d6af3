/* queue: the outbox is seen as it is and by its indexes; what waits is held, let go and hurried exactly, beside a sender that works; what ended is
 * told once more, once. */
#include "queue_work.h"

#include "citizen.h"
#include "delivery.h"
#include "enqueue.h"
#include "evidence.h"
#include "queue_act.h"
#include "queue_story.h"

#define F citizen_fail
#define COUNT(table) house_number("SELECT COUNT(*) FROM " table)

/* Union 1 hears of two letters by mail and SMS; it has a backup with both. */
static int queue_before(void **state)
{
    citizen_before(state);
    assert_int_equal(house_sql("INSERT INTO union_contact (id, union_id, rank, name, phone, email) "
                               "VALUES (2, 1, 'BACKUP', '乙', '13800000002', 'b@example.org')"), 0);
    assert_int_equal(house_sql("INSERT INTO union_letter (id, slug, union_id, kind, version_id, created_at) "
                               "VALUES (1, 'abcdefghijklmnopqrstuvwxyz', 1, 'NOTICE', 1, '" CITIZEN_NOW "')"), 0);
    house_ok(enqueue_union(citizen_staff, MESSAGE_NOTICE_PUBLISHED, 1, "letter:1", "{\"slug\":\"abcdefghijklmnopqrstuvwxyz\"}", &F) &&
             enqueue_union(citizen_staff, MESSAGE_CASE_TOLD, 1, "letter:2", "{}", &F), F);
    return 0;
}

static int64_t message(const char *word)
{
    return house_number(mem_printf(house.m, "SELECT COALESCE(MAX(id), 0) FROM outbox WHERE dedupe = '%s'", word));
}

static int64_t in_state(int64_t id, const char *state)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox WHERE id = %lld AND state = '%s'", (long long)id, state));
}

static void sql(const char *format, int64_t id)
{
    assert_int_equal(house_sql(mem_printf(house.m, "UPDATE outbox SET %s WHERE id = %lld", format, (long long)id)), 0);
}

/* What a sender takes now; it is committed, so that it holds them. */
struct taking { bool sms; size_t count; };
#define LEASE "cccccccccccccccccccccccccccccccc"

static bool take_one(struct db *db, const struct delivery_due *due, struct fail *f)
{
    struct delivery_item *items;
    size_t n;
    if (!delivery_lease(db, due, 1, LEASE, f) || !delivery_items(db, house.m, LEASE, &items, &n, f))
        return false;
    for (size_t i = 0; i < n; i++)
        if (items[i].id == due->id) {
            items[i].driver = "test";
            return delivery_begin(db, &items[i], 1, f);
        }
    return false;
}

static bool take_work(struct db *db, void *ctx, struct fail *f)
{
    struct taking *t = ctx;
    struct delivery_due *due;
    bool held = false;
    size_t n;
    bool ok = delivery_due(db, house.m, t->sms, 50, &due, &n, f);
    t->count = 0;
    for (size_t i = 0; ok && i < n; i++) {
        ok = queue_stopped(db, due[i].id, &held, f) && (held || take_one(db, &due[i], f));
        t->count += !held;
    }
    return ok;
}

static size_t taken(bool sms)
{
    struct taking t = { .sms = sms };
    house_ok(db_transaction(citizen_notify, take_work, &t, &F), F);
    return t.count;
}

#define MAIL message("notice_published:letter:1:EMAIL")
#define SMS message("notice_published:letter:1:SMS")
#define BY(id) (&(struct queue_work_in){ 0, (id), "演练" })

/* ---- by hand ---- */

static void what_is_held_no_sender_takes_until_it_is_let_go(void **state)
{
    (void)state;
    house_ok(queue_work_hold(house_owner(), BY(MAIL), &F), F);
    assert_int_equal(taken(false), 1);
    assert_int_equal(in_state(MAIL, "HELD"), 1);
    house_fails(queue_work_hold(house_owner(), BY(MAIL), &F), F, "message_held");
    house_fails(queue_work_retry(house_owner(), BY(MAIL), &F), F, "message_held");
    house_ok(queue_work_release(house_owner(), BY(MAIL), &F), F);
    house_fails(queue_work_release(house_owner(), BY(MAIL), &F), F, "message_not_held");
    citizen_travel(citizen_notify, "2031-01-01 00:00:00"); /* the owner's clock is the machine's */
    assert_int_equal(taken(false), 1);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM audit WHERE object_kind = 'outbox' AND object_id = %lld", (long long)MAIL)), 2);
}

static void what_a_sender_has_in_hand_is_not_held_and_what_is_uncertain_stays_so(void **state)
{
    (void)state;
    assert_int_equal(taken(false), 2);
    house_fails(queue_work_hold(house_owner(), BY(MAIL), &F), F, "message_in_hand");
    house_fails(queue_work_retry(house_owner(), BY(MAIL), &F), F, "message_in_hand");
    sql("state = 'UNCERTAIN', lease_by = NULL, lease_until = NULL", MAIL);
    house_fails(queue_work_retry(house_owner(), BY(MAIL), &F), F, "message_uncertain");
    house_ok(queue_work_hold(house_owner(), BY(MAIL), &F), F);
    house_ok(queue_work_release(house_owner(), BY(MAIL), &F), F);
    assert_int_equal(in_state(MAIL, "UNCERTAIN"), 1); /* so that its next attempt is marked as possibly the second */
    assert_int_equal(house_number(mem_printf(house.m, "SELECT due_at > UTC_TIMESTAMP(6) + INTERVAL 9 MINUTE FROM outbox WHERE id = %lld", (long long)MAIL)), 1);
    house_fails(queue_work_hold(house_owner(), &(struct queue_work_in){ 0, MAIL, "" }, &F), F, "needed");
    house_fails(queue_work_hold(house_owner(), BY(INT32_MAX), &F), F, "not_found");
}

static void a_code_is_never_touched(void **state)
{
    (void)state;
    struct queue_work_resend again = { { 0, 0, "演练" }, "BACKUP", MESSAGE_SMS };
    int64_t id;
    house_ok(enqueue_code(citizen_union, 1, MESSAGE_SMS, "key", "123456", &F), F);
    again.in.id = house_number("SELECT MAX(id) FROM outbox");
    house_fails(queue_work_hold(house_owner(), &again.in, &F), F, "message_code");
    sql("state = 'FAILED', done_at = UTC_TIMESTAMP(6)", again.in.id);
    house_fails(queue_work_resend(house_owner(), &again, &id, &F), F, "message_code");
    house_fails(queue_work_stop(house_owner(), &(struct queue_work_stop){ 0, "", "union_code", "演练" }, &id, &F), F, "choose_one");
}

static void what_waits_for_its_next_attempt_is_due_at_once(void **state)
{
    (void)state;
    sql("due_at = '2026-04-21 05:00:00'", MAIL);
    assert_int_equal(taken(false), 1);
    house_ok(queue_work_retry(house_owner(), BY(MAIL), &F), F);
    citizen_travel(citizen_notify, "2031-01-01 00:00:00");
    assert_int_equal(taken(false), 1);
}

/* The account of the officers' program can do no more to a message than that. */
static void an_officer_says_of_no_message_that_it_was_sent(void **state)
{
    (void)state;
    assert_int_not_equal(house_sql_as(DB_STAFF, mem_printf(house.m, "UPDATE outbox SET state = 'SENT' WHERE id = %lld", (long long)MAIL)), 0);
    assert_int_not_equal(house_sql_as(DB_STAFF, mem_printf(house.m, "UPDATE outbox SET done_at = NOW(6) WHERE id = %lld", (long long)MAIL)), 0);
    assert_int_equal(house_sql_as(DB_STAFF, mem_printf(house.m, "UPDATE outbox SET held_from = state, state = 'HELD' WHERE id = %lld",
                                                       (long long)MAIL)), 0);
    sql("state = 'SENT', done_at = UTC_TIMESTAMP(6)", MAIL);
    assert_int_not_equal(house_sql_as(DB_STAFF, mem_printf(house.m, "UPDATE outbox SET state = 'HELD' WHERE id = %lld", (long long)MAIL)), 0);
}

/* ---- once more ---- */

static void what_ended_is_told_once_more_to_whom_one_chooses_and_chained_to_the_old(void **state)
{
    (void)state;
    struct queue_work_resend again = { { 0, MAIL, "电话里说没有收到" }, "BACKUP", MESSAGE_SMS };
    struct queue_message old;
    struct queue_row *kin;
    int64_t id = 0, second = 0;
    size_t n;
    house_fails(queue_work_resend(house_owner(), &again, &id, &F), F, "message_not_over");
    sql("state = 'SENT', done_at = UTC_TIMESTAMP(6)", MAIL);
    sql("state = 'SENT', done_at = UTC_TIMESTAMP(6)", SMS);
    house_ok(queue_work_resend(house_owner(), &again, &id, &F), F);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox WHERE id = %lld AND origin_id = %lld AND contact_id = 2 AND "
                                             "channel = 'SMS' AND state = 'WAITING' AND letter_slug LIKE 'abc%%'", (long long)id, (long long)MAIL)), 1);
    /* A second click, and another officer: the news is on its way. */
    house_fails(queue_work_resend(house_owner(), &again, &second, &F), F, "message_follows");
    sql("state = 'FAILED', done_at = UTC_TIMESTAMP(6)", id);
    again.in.id = id;
    house_ok(queue_work_resend(house_owner(), &again, &second, &F), F);
    house_ok(queue_message(house.m, house_owner(), 0, MAIL, &old, &F) && queue_kin(house.m, house_owner(), 0, &old, &kin, &n, &F), F);
    assert_int_equal(n, 2);
    assert_int_equal(kin[1].id, second);
}

static void nothing_is_told_again_where_there_is_nobody_to_tell(void **state)
{
    (void)state;
    struct queue_work_resend again = { { 0, MAIL, "演练" }, "BACKUP", MESSAGE_SMS };
    int64_t id;
    sql("state = 'FAILED', done_at = UTC_TIMESTAMP(6)", MAIL);
    assert_int_equal(house_sql("UPDATE union_contact SET phone = NULL WHERE id = 2"), 0);
    house_fails(queue_work_resend(house_owner(), &again, &id, &F), F, "message_no_address");
    citizen_objects(OBJECTION_PERSON);
    again.in.id = house_number("SELECT MAX(id) FROM outbox WHERE objection_id IS NOT NULL");
    sql("state = 'FAILED', done_at = UTC_TIMESTAMP(6)", again.in.id);
    house_fails(queue_work_resend(house_owner(), &again, &id, &F), F, "message_no_union");
}

/* ---- a stop ---- */

static void what_is_stopped_waits_also_when_it_is_made_later_and_goes_with_the_end_of_the_stop(void **state)
{
    (void)state;
    int64_t id = 0;
    uint64_t released = 0;
    bool left = true, any = false;
    struct queue_stop *stops;
    size_t n;
    house_ok(queue_work_stop(house_owner(), &(struct queue_work_stop){ 0, "SMS", "", "短信网关停机" }, &id, &F), F);
    house_ok(enqueue_union(citizen_staff, MESSAGE_ASSIST_CHANGED, 1, "later", "{}", &F), F);
    house_ok(enqueue_code(citizen_union, 1, MESSAGE_SMS, "key", "123456", &F), F);
    assert_int_equal(taken(true), 1); /* the code */
    assert_int_equal(taken(false), 3);
    house_ok(queue_stop_list(house.m, house_owner(), &stops, &n, &F) && queue_stops(citizen_notify, &any, &F), F);
    assert_true(n == 1 && any);
    assert_int_equal(stops[0].held, 3);
    house_fails(queue_work_release(house_owner(), BY(SMS), &F), F, "message_stopped");
    house_ok(queue_work_start(house_owner(), 0, id, false, &released, &left, &F), F);
    assert_int_equal(released, 3);
    assert_false(left);
    house_fails(queue_work_start(house_owner(), 0, id, false, &released, &left, &F), F, "stop_over");
    citizen_travel(citizen_notify, "2031-01-01 00:00:00");
    assert_int_equal(taken(true), 3);
    house_ok(queue_stop_list(house.m, house_owner(), &stops, &n, &F), F);
    assert_int_equal(n, 0);
}

/* ---- looking ---- */

static const struct queue_filter everything = { "", "", "", "", 0, 0, 0, 0, false, false };

static void the_picture_counts_each_message_once(void **state)
{
    (void)state;
    struct queue_picture p;
    sql("due_at = '2026-04-21 01:00:00'", MAIL);
    sql("due_at = '2026-04-21 05:00:00'", SMS);
    house_ok(queue_picture(citizen_staff, &p, &F), F);
    assert_int_equal(p.due, 3);
    assert_int_equal(p.later, 1);
    assert_int_equal(p.now - p.oldest, CLOCK_HOUR);
    house_ok(queue_work_hold(house_owner(), BY(SMS), &F), F);
    sql("state = 'SENT', due_at = '2026-04-21 01:59:30', done_at = due_at", MAIL);
    sql("state = 'FAILED', due_at = '2026-04-21 01:00:00', done_at = due_at", message("case_told:letter:2:EMAIL"));
    house_ok(queue_picture(citizen_staff, &p, &F), F);
    assert_int_equal(p.due, 1);
    assert_int_equal(p.later, 0);
    assert_int_equal(p.held, 1);
    assert_true(p.sent == 1 && p.minute == 1 && p.hour == 1);
    assert_true(p.failed == 1 && p.in_hand == 0 && p.uncertain == 0);
}

static void every_message_is_found_once_page_by_page_by_each_filter(void **state)
{
    (void)state;
    struct queue_filter q = everything;
    struct queue_row *rows;
    size_t n, all = 0;
    for (int i = 0; i < 23; i++)
        house_ok(enqueue_union(citizen_staff, MESSAGE_ASSIST_CHANGED, 1, mem_printf(house.m, "n%d", i), "{}", &F), F);
    do {
        house_ok(queue_list(house.m, citizen_staff, 0, &q, 10, &rows, &n, &F), F);
        for (size_t i = 0; i < n; i++) {
            assert_true(q.before == 0 || rows[i].id < q.before);
            q.before = rows[i].id;
        }
        all += n;
    } while (n == 10);
    assert_int_equal(all, 50);
    const struct { struct queue_filter q; size_t n; } looks[] = {
        { { "", "SMS", "", "", 0, 0, 0, 0, false, false }, 25 }, { { "", "", "case_told", "", 0, 0, 0, 0, false, false }, 2 }, { { "WAITING", "EMAIL", "", "", 1, 0, 0, 0, false, false }, 25 },
        { { "FAILED", "", "", "", 0, 0, 0, 0, false, false }, 0 }, { { "", "", "", "123456789012", 0, 0, 0, 0, false, false }, 0 }, { { "", "", "", "", 2, 0, 0, 0, false, false }, 0 },
        { { "", "", "", "", 0, 0, INT64_C(1776700800) * CLOCK_SECOND, INT64_C(1776787200) * CLOCK_SECOND, false, false }, 50 }, /* 2026-04-21 in Beijing */
        { { "", "", "", "", 0, 0, INT64_C(1776614400) * CLOCK_SECOND, INT64_C(1776700800) * CLOCK_SECOND, false, false }, 0 },
    };
    for (size_t i = 0; i < ROWS(looks); i++) {
        house_ok(queue_list(house.m, citizen_staff, 0, &looks[i].q, 100, &rows, &n, &F), F);
        assert_int_equal(n, looks[i].n);
    }
}

/* The statement with its values in place, as EXPLAIN has it; the keys of its tables, "x:by_state …", and "sorts" if it sorts rows. */
static char *plan(const char *name, const char *const values[])
{
    const char *text = NULL, *key;
    size_t tables;
    const struct db_table *t = db_tables(&tables);
    for (size_t i = 0; i < tables; i++)
        for (size_t k = 0; k < t[i].count; k++)
            if (strcmp(t[i].statements[k].name, name) == 0)
                text = t[i].statements[k].sql;
    assert_non_null(text);
    char *all = mem_text(house.m, "EXPLAIN FORMAT=JSON ");
    for (const char *p = text; *p != '\0'; p++)
        all = *p == '?' ? mem_printf(house.m, "%s%s", all, *values++) : mem_printf(house.m, "%s%c", all, *p);
    struct db_statement st = { "explain", all, DB_OPERATOR };
    struct db_rows *rows = db_rows(house_owner(), house.m, &st, &F);
    house_ok(rows && db_next(rows, &F), F);
    char *json = db_get_text(rows, 0), *out = mem_text(house.m, strstr(json, "\"filesort\"") ? "sorts" : "");
    for (char *p = json; (p = strstr(p, "\"table_name\": \"")) != NULL;) {
        const char *next = strstr(p + 1, "\"table_name\""), *type = strstr(p, "\"access_type\": \"");
        p += strlen("\"table_name\": \"");
        key = strstr(p, "\"key\": \"");
        bool used = key != NULL && (next == NULL || key < next), whole = type && (next == NULL || type < next) && strncmp(type + 16, "ALL", 3) == 0;
        key += used ? strlen("\"key\": \"") : 0;
        out = mem_printf(house.m, "%s %.*s:%.*s", out, (int)strcspn(p, "\""), p, used ? (int)strcspn(key, "\"") : 4,
                         used ? key : whole ? "FULL" : "none");
    }
    return out;
}

#define ALL_OF "9999999999", "''", "''", "''", "''", "''", "''", "0", "0", "0", "'1970-01-01'", "'9999-01-01'", "0", "0", "7", "51", NULL
static void a_full_outbox_is_looked_at_by_its_indexes(void **state)
{
    (void)state;
    static const char *const none[] = { NULL }, *const plain[] = { ALL_OF }, *const by_state[] = { "'FAILED'", ALL_OF },
        *const by_event[] = { "'case_told'", ALL_OF }, *const by_union[] = { "1", ALL_OF },
        *const by_case[] = { "'123456789012'", "'123456789012'", "'123456789012'", ALL_OF }, *const one[] = { "5", "7", NULL },
        *const kin[] = { "5", "5", "5", "5", "7", NULL }, *const days[] = { "'2026-01-01'", "'2026-01-02'", NULL },
        *const version[] = { "0", "0", "1", NULL }, *const id[] = { "5", NULL };
    const struct { const char *name; const char *const *values; const char *lead; bool sorts; } looks[] = {
        { "queue_by_all", plain, " x:PRIMARY", false }, { "queue_by_state", by_state, " x:by_state", false },
        { "queue_by_event", by_event, " x:by_event", false }, { "queue_by_union", by_union, " x:union_id", false },
        { "queue_by_case", by_case, "", true }, { "queue_message", one, "", false }, { "queue_kin", kin, "", true },
        { "queue_attempts", id, "", false }, { "queue_deeds", id, "", true }, { "queue_day", days, "", false },
        { "queue_picture", none, " outbox:state", false }, { "evidence_of_version", version, "", true }, { "queue_stop_release", NULL, NULL, false },
    };
    assert_int_equal(house_sql("INSERT INTO outbox (dedupe, event, channel, union_id, contact_id, state, due_at, done_at, message_id, created_at) "
                               "SELECT CONCAT('full:', seq), IF(seq % 100 = 0, 'case_told', 'notice_published'), 'SMS', 1, 1, "
                               "IF(seq % 500 = 0, 'FAILED', 'SENT'), '2026-04-20 00:00:00', '2026-04-20 00:00:00', '', '2026-04-20 00:00:00' "
                               "FROM seq_1_to_5000"), 0);
    assert_int_equal(house_sql("ANALYZE TABLE outbox"), 0);
    for (size_t i = 0; i + 1 < ROWS(looks); i++) {
        char *said = plan(looks[i].name, looks[i].values);
        if (!strstr(said, looks[i].lead) || strstr(said, "x:FULL") || strstr(said, "outbox:FULL") || strstr(said, "y:FULL") ||
            (!looks[i].sorts && strstr(said, "sorts")))
            fail_msg("%s is not led by its index: %s", looks[i].name, said);
    }
    /* control: a look without an index is found out */
    struct db_statement blind = { "blind", "EXPLAIN FORMAT=JSON SELECT id FROM outbox x WHERE lease_by = 'q'", DB_OPERATOR };
    struct db_rows *rows = db_rows(house_owner(), house.m, &blind, &F);
    assert_true(rows && db_next(rows, &F) && strstr(db_get_text(rows, 0), "\"access_type\": \"ALL\""));
}

/* ---- evidence ---- */

static void the_evidence_tells_of_each_letter_when_it_was_handed_over_and_signed_for(void **state)
{
    (void)state;
    struct evidence_row *rows;
    instant now;
    size_t n;
    struct evidence_of of = { 1, 0, 0 }, other = { 1, 0, 2 };
    assert_int_equal(taken(true), 2);
    struct delivery_end end = { .id = SMS, .attempt = 1, .outcome = "SENT", .detail = "250", .next = DELIVERY_SENT };
    house_ok(delivery_end(citizen_notify, &end, 1, &F), F);
    assert_int_equal(house_sql("UPDATE union_letter SET signed_at = '2026-04-21 03:00:00', signed_by = 1"), 0);
    house_ok(evidence_list(house.m, citizen_staff, &of, &rows, &n, &now, &F), F);
    assert_int_equal(n, 2);
    assert_true(rows[0].handed_at == 0 && rows[1].handed_at != 0);
    assert_string_equal(rows[1].state, "SENT");
    assert_string_equal(rows[1].driver, "test");
    assert_true(rows[0].signed_at != 0 && rows[0].signed_by && rows[1].phone);
    house_ok(evidence_list(house.m, citizen_staff, &other, &rows, &n, &now, &F), F);
    assert_int_equal(n, 0);
}

/* ---- in a terminal ---- */

static void an_operator_does_the_same_in_a_terminal(void **state)
{
    (void)state;
    char *said, *id = mem_printf(house.m, "%lld", (long long)MAIL);
    assert_int_equal(house_ctl(&said, "outbox", "list", "--channel", "EMAIL", "--union", "nobody"), 1);
    assert_int_equal(house_ctl(&said, "outbox", "list", "--state", "WAITING", "--channel", "EMAIL"), 0);
    assert_true(strstr(said, "notice_published\tEMAIL") && strstr(said, "case_told\tEMAIL") && !strstr(said, "\tSMS\t"));
    assert_int_equal(house_ctl(&said, "outbox", "hold", id), 2);
    assert_int_equal(house_ctl(&said, "outbox", "hold", id, "drill"), 0);
    assert_int_equal(house_ctl(&said, "outbox", "hold", id, "drill"), 1);
    assert_non_null(strstr(said, "message_held"));
    assert_int_equal(house_ctl(&said, "outbox", "show", id), 0);
    assert_true(strstr(said, "HELD") && strstr(said, "outbox_hold: drill") && strstr(said, "***@") && strstr(said, "letter: NOTICE"));
    assert_int_equal(house_ctl(&said, "outbox", "release", id), 0);
    assert_int_equal(house_ctl(&said, "outbox", "retry", id), 0);
    assert_int_equal(house_ctl(&said, "outbox", "resend", id, "BACKUP", "SMS", "drill"), 1);
    assert_non_null(strstr(said, "message_not_over"));
    sql("state = 'SENT', done_at = UTC_TIMESTAMP(6), due_at = UTC_TIMESTAMP(6)", MAIL);
    assert_int_equal(house_ctl(&said, "outbox", "resend", id, "BACKUP", "PIGEON", "drill"), 2);
    assert_int_equal(house_ctl(&said, "outbox", "resend", id, "BACKUP", "EMAIL", "drill"), 0);
    sql("state = 'SENT', done_at = UTC_TIMESTAMP(6), due_at = UTC_TIMESTAMP(6)", SMS);
    assert_true(house_ctl(&said, "outbox", "stop", "drill") == 2 && house_ctl(&said, "outbox", "stop", "--channel", "ALL", "--help") == 2);
    assert_int_equal(house_ctl(&said, "outbox", "stop", "--channel", "SMS", "drill"), 0);
    assert_true(house_ctl(&said, "outbox") == 1 && strstr(said, "channel SMS, event all, holds 0: drill") && strstr(said, "sent within a day: 2"));
    assert_int_equal(house_ctl(&said, "outbox", "start", mem_printf(house.m, "%lld", (long long)COUNT("outbox_stop"))), 0);
    assert_int_equal(house_ctl(&said, "outbox", "start", "77"), 1);
}

#define TEST(name) cmocka_unit_test_setup(name, queue_before)
SUITE(queue, TEST(what_is_held_no_sender_takes_until_it_is_let_go), TEST(what_a_sender_has_in_hand_is_not_held_and_what_is_uncertain_stays_so),
      TEST(a_code_is_never_touched), TEST(what_waits_for_its_next_attempt_is_due_at_once), TEST(an_officer_says_of_no_message_that_it_was_sent),
      TEST(what_ended_is_told_once_more_to_whom_one_chooses_and_chained_to_the_old), TEST(nothing_is_told_again_where_there_is_nobody_to_tell),
      TEST(what_is_stopped_waits_also_when_it_is_made_later_and_goes_with_the_end_of_the_stop), TEST(the_picture_counts_each_message_once),
      TEST(every_message_is_found_once_page_by_page_by_each_filter), TEST(a_full_outbox_is_looked_at_by_its_indexes),
      TEST(an_operator_does_the_same_in_a_terminal), TEST(the_evidence_tells_of_each_letter_when_it_was_handed_over_and_signed_for));
