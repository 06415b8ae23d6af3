/* pacing: a number gets no more SMS on a day than its ceiling, exactly, and what is more is told by one digest; codes overtake everything. */
#include "pacing.h"

#include "citizen.h"
#include "deliver.h"
#include "enqueue.h"
#include "onward.h"

#define F citizen_fail

enum { ROOM = 50 };
static const char *outcome;
static size_t room, flying;
static void *under_way[ROOM];
static char *sent; /* the events that left, in their order */
static struct db *other;

static size_t room_of(void *ctx) { (void)ctx; return room - flying; }
static int64_t in_ten(bool urgent) { (void)urgent; return 10 * CLOCK_MINUTE; }

static void gateway(void *ctx, struct mem *m, const struct deliver_letter *letter, void *owner)
{
    (void)ctx;
    (void)m;
    sent = mem_printf(house.m, "%s%s%s", sent, sent[0] ? " " : "", letter->item->event);
    under_way[flying++] = owner;
}

static const char *by_test(void *ctx, const char *before) { (void)ctx; (void)before; return "test"; }

static bool landed(void *ctx, void **owner, struct deliver_answer *out)
{
    (void)ctx;
    if (flying == 0)
        return false;
    *out = (struct deliver_answer){ .outcome = outcome };
    *owner = under_way[--flying];
    return true;
}

static const struct deliver_hands hands = { .sms = true, .room = room_of, .route = by_test, .start = gateway, .landed = landed,
                                            .uncertain_after = in_ten };

/* Union 1 has a number and a mailbox; it is Tuesday, 10:00 Beijing. */
static int pacing_before(void **state)
{
    citizen_before(state);
    if (other == NULL)
        other = house_account(DB_NOTIFY);
    outcome = "SENT";
    room = ROOM;
    sent = mem_text(house.m, "");
    return 0;
}

static void at(const char *when)
{
    citizen_travel(citizen_notify, when);
    citizen_travel(citizen_staff, when);
    citizen_travel(citizen_union, when);
}

/* What leaves now. */
static const char *work(void)
{
    struct deliver *d = deliver_new(house.m, citizen_notify, &citizen_notify_key, &hands);
    bool more = true;
    size_t count = 1;
    sent = mem_text(house.m, "");
    while (more || count > 0)
        house_ok(deliver_take(d, &more, &F) && deliver_settle(d, &count, &F), F);
    return sent;
}

static void news(enum message_event event, int n)
{
    static int key;
    for (; n > 0; n--)
        house_ok(enqueue_union(citizen_staff, event, 1, mem_printf(house.m, "k%d", ++key), "{\"slug\":\"letter-of-one\"}", &F), F);
}

#define COUNT(where) house_number("SELECT COUNT(*) FROM outbox WHERE channel = 'SMS' AND " where)

static void as_many_as_fit_go_one_by_one_and_one_more_makes_a_digest_of_all(void **state)
{
    (void)state;
    news(MESSAGE_CASE_TOLD, 2);
    assert_string_equal(work(), "case_told case_told");
    assert_int_equal(COUNT("state = 'GATHERED'"), 0);
    at("2026-04-22 02:00:00");
    news(MESSAGE_CASE_TOLD, 3);
    assert_string_equal(work(), "digest");
    assert_int_equal(COUNT("state = 'GATHERED' AND done_at IS NOT NULL AND digest_id = (SELECT MAX(id) FROM outbox WHERE event = 'digest')"), 3);
    assert_int_equal(COUNT("event = 'digest' AND JSON_VALUE(params, '$.count') = 3 AND params LIKE '%letter-of-one%'"), 1);
    /* One is left of the day. */
    news(MESSAGE_NOTICE_FINAL, 1);
    assert_string_equal(work(), "notice_final");
    assert_int_equal(house_number("SELECT SUM(n) FROM sms_day WHERE day = '2026-04-22' AND event = ''"), 2);
    /* Mail was held up by none of this. */
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE channel = 'EMAIL' AND due_at <= '2026-04-22 02:00:00'"), 6);
}

static void it_is_the_same_when_there_is_room_for_one_at_a_time(void **state)
{
    (void)state;
    room = 1;
    news(MESSAGE_CASE_TOLD, 5);
    assert_string_equal(work(), "digest");
    assert_int_equal(COUNT("event = 'digest' AND JSON_VALUE(params, '$.count') = 5"), 1);
}

static void a_day_ends_at_midnight_to_the_microsecond(void **state)
{
    (void)state;
    news(MESSAGE_CASE_TOLD, 2);
    work();
    news(MESSAGE_CASE_TOLD, 1);
    assert_string_equal(work(), "");
    /* Put off to the next morning at eight, Beijing. */
    assert_int_equal(COUNT("state = 'WAITING' AND due_at = '2026-04-22 00:00:00'"), 1);
    at("2026-04-21 23:59:59.999999");
    assert_string_equal(work(), "");
    at("2026-04-22 00:00:00");
    assert_string_equal(work(), "case_told");
    assert_int_equal(house_number("SELECT GROUP_CONCAT(n ORDER BY day SEPARATOR '') FROM sms_day WHERE event = ''"), 21);
}

static void what_waits_from_yesterday_is_gathered_with_todays(void **state)
{
    (void)state;
    news(MESSAGE_CASE_TOLD, 2);
    work();
    news(MESSAGE_CASE_TOLD, 2);
    work();
    at("2026-04-22 00:00:00");
    news(MESSAGE_NOTICE_FINAL, 1);
    assert_string_equal(work(), "digest");
    assert_int_equal(COUNT("event = 'digest' AND JSON_VALUE(params, '$.count') = 3"), 1);
}

static void a_kind_has_a_ceiling_of_its_own(void **state)
{
    (void)state;
    news(MESSAGE_ASSIST_REMINDER, 2);
    assert_string_equal(work(), "digest");
    at("2026-04-22 02:00:00");
    news(MESSAGE_ASSIST_REMINDER, 1);
    assert_string_equal(work(), "assist_reminder");
    news(MESSAGE_ASSIST_REMINDER, 1);
    assert_string_equal(work(), "digest");
    news(MESSAGE_ASSIST_REMINDER, 1);
    assert_string_equal(work(), "");
}

static void an_attempt_that_sent_nothing_does_not_count(void **state)
{
    (void)state;
    outcome = "LATER";
    news(MESSAGE_CASE_TOLD, 2);
    assert_string_equal(work(), "case_told case_told");
    assert_int_equal(house_number("SELECT SUM(n) FROM sms_day"), 0);
    at("2026-04-21 02:05:00");
    outcome = "UNCERTAIN";
    work();
    assert_int_equal(house_number("SELECT SUM(n) FROM sms_day WHERE event = ''"), 2);
}

/* Where the answer to a commit was lost the end is said again. */
static void what_did_not_count_is_given_back_once(void **state)
{
    (void)state;
    news(MESSAGE_CASE_TOLD, 2);
    outcome = "UNCERTAIN";
    work();
    int64_t id = house_number("SELECT MIN(id) FROM outbox WHERE channel = 'SMS'");
    assert_int_equal(house_sql("UPDATE delivery SET ended_at = NULL"), 0);
    house_ok(pacing_ended(citizen_notify, id, 1, false, &F), F);
    assert_int_equal(house_number("SELECT SUM(n) FROM sms_day WHERE event = ''"), 1);
    assert_int_equal(house_sql("UPDATE delivery SET ended_at = NOW(6)"), 0);
    house_ok(pacing_ended(citizen_notify, id, 1, false, &F), F);
    assert_int_equal(house_number("SELECT SUM(n) FROM sms_day WHERE event = ''"), 1);
}

static void what_may_have_gone_already_makes_no_digest_of_nothing(void **state)
{
    (void)state;
    outcome = "UNCERTAIN";
    news(MESSAGE_ASSIST_REMINDER, 1); /* its kind has one a day */
    assert_string_equal(work(), "assist_reminder");
    outcome = "SENT";
    at("2026-04-21 02:10:00");
    assert_string_equal(work(), "");
    assert_int_equal(COUNT("event = 'digest'"), 0);
    assert_int_equal(COUNT("state = 'UNCERTAIN' AND due_at = '2026-04-22 00:00:00'"), 1);
    at("2026-04-22 00:00:00");
    assert_string_equal(work(), "assist_reminder");
    assert_int_equal(COUNT("state = 'SENT' AND maybe_twice"), 1);
}

static void at_night_nothing_leaves_but_codes(void **state)
{
    (void)state;
    at("2026-04-21 13:00:00");
    news(MESSAGE_CASE_TOLD, 2);
    house_ok(enqueue_code(citizen_union, 1, MESSAGE_SMS, "k", "123456", &F), F);
    assert_string_equal(work(), "union_code");
    assert_int_equal(COUNT("state = 'WAITING' AND due_at = '2026-04-22 00:00:00'"), 2);
    /* On a holiday a reminder waits for the next working day, the rest does not. */
    at("2026-05-01 02:00:00");
    assert_string_equal(work(), "case_told case_told");
    assert_int_equal(house_sql("DELETE FROM sms_day"), 0);
    news(MESSAGE_ASSIST_REMINDER, 1);
    assert_string_equal(work(), "");
    assert_int_equal(COUNT("state = 'WAITING' AND due_at = '2026-05-06 00:00:00'"), 1);
}

static void codes_are_under_no_ceiling_of_the_day(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++)
        house_ok(enqueue_code(citizen_union, 1, MESSAGE_SMS, mem_printf(house.m, "k%d", i), "123456", &F), F);
    assert_string_equal(work(), "union_code union_code union_code union_code union_code");
    assert_int_equal(house_number("SELECT COUNT(*) FROM sms_day"), 0);
}

static void a_code_overtakes_ten_thousand_that_wait(void **state)
{
    (void)state;
    assert_int_equal(house_sql("INSERT INTO outbox (dedupe, event, channel, union_id, contact_id, params, state, due_at, message_id, created_at) "
                               "SELECT CONCAT('q', seq), 'case_told', 'SMS', 1, 1, '{}', 'WAITING', '2026-04-21 01:00:00', CONCAT('m', seq), "
                               "'2026-04-21 01:00:00' FROM seq_1_to_10000"), 0);
    house_ok(enqueue_code(citizen_union, 1, MESSAGE_SMS, "k", "123456", &F), F);
    struct delivery_due *due;
    size_t n;
    house_ok(delivery_due(citizen_notify, house.m, true, 1, &due, &n, &F), F);
    assert_int_equal(n, 1);
    assert_string_equal(due[0].event, "union_code");
    room = 1;
    assert_string_equal(work(), "union_code digest");
}

/* Everything that a digest told of goes on when it reaches nobody. */
struct failing { int64_t id; };
static bool fail_work(struct db *db, void *ctx, struct fail *f)
{
    return onward_failed(db, ((struct failing *)ctx)->id, ONWARD_UNDELIVERED, f);
}

static void what_a_digest_should_have_told_goes_on_piece_by_piece(void **state)
{
    (void)state;
    news(MESSAGE_CASE_TOLD, 3);
    work();
    assert_int_equal(house_sql("DELETE FROM outbox WHERE channel = 'EMAIL'"), 0);
    struct failing w = { house_number("SELECT id FROM outbox WHERE event = 'digest'") };
    house_ok(db_transaction(citizen_notify, fail_work, &w, &F), F);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE channel = 'EMAIL' AND event = 'case_told' AND state = 'WAITING'"), 3);
}

static void a_digest_does_not_tell_of_what_is_stopped(void **state)
{
    (void)state;
    room = 1;
    news(MESSAGE_CASE_TOLD, 3);
    news(MESSAGE_NOTICE_FINAL, 1);
    assert_int_equal(house_sql("INSERT INTO outbox_stop (channel, event, reason, at) VALUES ('', 'notice_final', 'x', NOW(6))"), 0);
    assert_string_equal(work(), "digest");
    assert_int_equal(COUNT("event = 'digest' AND JSON_VALUE(params, '$.count') = 3"), 1);
    assert_int_equal(COUNT("event = 'notice_final' AND state = 'HELD' AND digest_id IS NULL"), 1);
}

static void a_number_of_two_contacts_gets_no_more_digests_than_fit(void **state)
{
    (void)state;
    assert_int_equal(house_sql("INSERT INTO nominating_union (id, code, name, kind) VALUES (9, 'gs', '拱墅区总工会', 'DISTRICT');"
                               "INSERT INTO union_contact (id, union_id, rank, name, phone) SELECT 9, 9, 'PRIMARY', '同一人', phone FROM union_contact "
                               "WHERE id = 1"), 0);
    news(MESSAGE_CASE_TOLD, 1);
    assert_string_equal(work(), "case_told");
    news(MESSAGE_CASE_TOLD, 2);
    for (int i = 0; i < 2; i++)
        house_ok(enqueue_union(citizen_staff, MESSAGE_CASE_TOLD, 9, mem_printf(house.m, "nine%d", i), "{}", &F), F);
    assert_string_equal(work(), "digest");
    assert_int_equal(COUNT("event = 'digest' AND state = 'WAITING' AND due_at = '2026-04-22 00:00:00'"), 1);
    at("2026-04-22 00:00:00");
    assert_string_equal(work(), "digest");
}

static void trials_use_up_nobodys_day(void **state)
{
    (void)state;
    struct enqueue_trial trial = { MESSAGE_OFFICE_LATE, MESSAGE_SMS, house_number("SELECT MIN(id) FROM message_template WHERE event = "
                                   "'office_late' AND channel = 'SMS'"), "13800000009", "{\"count\":\"3\"}" };
    for (int i = 0; i < 3; i++)
        house_ok(enqueue_trial(citizen_staff, &trial, &F), F);
    assert_string_equal(work(), "office_late office_late office_late");
    assert_int_equal(house_number("SELECT COUNT(*) FROM sms_day WHERE number = 'office'"), 0);
}

static void an_objector_is_not_flooded_by_whoever_writes_his_number(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++)
        citizen_objects(OBJECTION_PERSON);
    int64_t all = COUNT("objection_id IS NOT NULL");
    work();
    assert_int_equal(COUNT("objection_id IS NOT NULL AND state = 'SENT'"), all > 2 ? 2 : all);
    assert_int_equal(COUNT("objection_id IS NOT NULL AND state = 'WAITING' AND due_at = '2026-04-22 00:00:00'"), all > 2 ? all - 2 : 0);
}

static bool lease_only(struct db *db, void *ctx, struct fail *f)
{
    struct delivery_due *due;
    size_t n, *left = ctx;
    instant now;
    if (!db_now(db, &now, f) || !delivery_due(db, house.m, true, 1, &due, &n, f) || !pacing_admit(house.m, db, now, due, &n, f))
        return false;
    *left += n;
    return n == 0 || delivery_lease(db, due, 1, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", f);
}

static void two_senders_together_give_a_number_no_more(void **state)
{
    (void)state;
    size_t left = 0;
    citizen_travel(other, CITIZEN_NOW);
    news(MESSAGE_CASE_TOLD, 2);
    house_ok(db_transaction(citizen_notify, lease_only, &left, &F), F);
    house_ok(db_transaction(other, lease_only, &left, &F), F);
    news(MESSAGE_CASE_TOLD, 1);
    house_ok(db_transaction(other, lease_only, &left, &F), F);
    assert_int_equal(left, 2);
    assert_int_equal(house_number("SELECT SUM(n) FROM sms_day WHERE event = ''"), 2);
}

#define TEST(name) cmocka_unit_test_setup(name, pacing_before)
SUITE(pacing, TEST(as_many_as_fit_go_one_by_one_and_one_more_makes_a_digest_of_all), TEST(it_is_the_same_when_there_is_room_for_one_at_a_time),
      TEST(a_day_ends_at_midnight_to_the_microsecond), TEST(what_waits_from_yesterday_is_gathered_with_todays),
      TEST(a_kind_has_a_ceiling_of_its_own), TEST(an_attempt_that_sent_nothing_does_not_count), TEST(what_did_not_count_is_given_back_once),
      TEST(what_may_have_gone_already_makes_no_digest_of_nothing), TEST(at_night_nothing_leaves_but_codes),
      TEST(codes_are_under_no_ceiling_of_the_day), TEST(a_code_overtakes_ten_thousand_that_wait),
      TEST(what_a_digest_should_have_told_goes_on_piece_by_piece), TEST(a_digest_does_not_tell_of_what_is_stopped),
      TEST(a_number_of_two_contacts_gets_no_more_digests_than_fit), TEST(trials_use_up_nobodys_day),
      TEST(an_objector_is_not_flooded_by_whoever_writes_his_number),
      TEST(two_senders_together_give_a_number_no_more));
