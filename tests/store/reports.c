/* reports: each report that comes is kept once, finds its message by what only the other side was told, and settles it; a forged one finds
 * nothing and is kept with the reason. */
#include "citizen.h"
#include "deliver.h"
#include "enqueue.h"
#include "report_note.h"
#include "report_take.h"

#define F citizen_fail
#define PHONE "13900000001"

static struct db *door;

static const char *driver_of(enum report_source source)
{
    static const char *const names[] = { "aliyun", "tencent", "smtp" };
    return names[source];
}

/* Stands for the keyed address: "bounce+7" is of message 7. */
static bool message_of(void *ctx, const char *address, int64_t *id)
{
    (void)ctx;
    if (strncmp(address, "bounce+", 7) != 0)
        return false;
    *id = address[7] - '0';
    return true;
}
static const struct report_hands hands = { .driver = driver_of, .message_of = message_of };

/* An SMS (1) and a mail (2) to the contact of union 1, an SMS (3) to an objector, each handed over once. */
static int reports_before(void **state)
{
    citizen_before(state);
    if (door == NULL)
        door = house_account(DB_REPORT);
    citizen_travel(door, CITIZEN_NOW);
    struct token form = citizen_form();
    struct submit_in in = citizen_words(&form, OBJECTION_PERSON);
    struct submit_out out;
    in.email = ""; /* the telephone alone */
    house_ok(submit_send(house.m, citizen_public, &in, &out, &F), F);
    assert_int_equal(house_sql(
        "UPDATE union_contact SET phone = '" PHONE "', email = 'a@union.example' WHERE id = 1;"
        "DELETE FROM outbox;"
        "INSERT INTO outbox (id, dedupe, event, channel, union_id, contact_id, objection_id, state, due_at, attempts, message_id, created_at, "
        "done_at) VALUES (1, 'case_told:1:SMS', 'case_told', 'SMS', 1, 1, NULL, 'SENT', '2026-04-21', 1, 'our-one', '2026-04-21', '2026-04-21'),"
        "(2, 'case_told:1:EMAIL', 'case_told', 'EMAIL', 1, 1, NULL, 'SENT', '2026-04-21', 1, 'our-two', '2026-04-21', '2026-04-21'),"
        "(3, 'objection_news:1:objector', 'objection_news', 'SMS', NULL, NULL, (SELECT MIN(id) FROM objection), 'SENT', '2026-04-21', 1, "
        "'our-three', '2026-04-21', '2026-04-21');"
        "INSERT INTO delivery (outbox_id, attempt, driver, started_at, ended_at, outcome, gateway_id) VALUES "
        "(1, 1, 'aliyun', '2026-04-21 01:59:00', '2026-04-21 01:59:01', 'SENT', 'their-one'),"
        "(2, 1, 'smtp', '2026-04-21 01:59:00', '2026-04-21 01:59:01', 'SENT', NULL),"
        "(3, 1, 'tencent', '2026-04-21 01:59:00', '2026-04-21 01:59:01', 'SENT', 'their-three')"), 0);
    return 0;
}

static size_t takes(const struct report *r)
{
    size_t fresh;
    house_ok(report_take(door, r, 1, &fresh, &F), F);
    return fresh;
}

static void notes(void)
{
    bool more;
    house_ok(report_note(citizen_notify, &citizen_notify_key, &hands, &more, &F), F);
}

static struct report aliyun(enum report_verdict verdict)
{
    return (struct report){ REPORT_ALIYUN, verdict, "their-one", "our-one", PHONE, "DELIVERED", 0, "{}" };
}

static int64_t known(const char *what)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox WHERE %s", what));
}

static int64_t kept(const char *what)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM delivery_report WHERE %s", what));
}

static void a_report_is_of_its_message_and_the_same_again_is_nothing_new(void **state)
{
    (void)state;
    struct report r = aliyun(REPORT_DELIVERED);
    r.said_at = 1776736770 * CLOCK_SECOND; /* 2026-04-21 01:59:30 */
    assert_int_equal(takes(&r), 1);
    assert_int_equal(takes(&r), 0);
    assert_int_equal(kept("sealed IS NOT NULL AND state = 'NEW'"), 1);
    notes();
    assert_int_equal(known("id = 1 AND report = 'DELIVERED' AND report_at = '2026-04-21 01:59:30' AND report_code = 'DELIVERED' AND "
                           "state = 'SENT'"), 1);
    assert_int_equal(known("report IS NOT NULL"), 1);
    assert_int_equal(kept("state = 'MATCHED' AND outbox_id = 1 AND sealed IS NULL"), 1);
    assert_int_equal(takes(&r), 0); /* also after it was matched */
}

static const struct forged { const char *what; struct report r; const char *why; } forged[] = {
    { "an id that is nobody's", { REPORT_ALIYUN, REPORT_DELIVERED, "none", "", PHONE, "", 0, "" }, "no_such_message" },
    { "another number", { REPORT_ALIYUN, REPORT_DELIVERED, "their-one", "our-one", "13900000002", "", 0, "" }, "other_number" },
    { "no number", { REPORT_ALIYUN, REPORT_DELIVERED, "their-one", "our-one", "", "", 0, "" }, "other_number" },
    { "a message of the other channel", { REPORT_ALIYUN, REPORT_DELIVERED, "", "our-two", PHONE, "", 0, "" }, "other_channel" },
    { "a message of another gateway", { REPORT_TENCENT, REPORT_DELIVERED, "their-one", "", PHONE, "", 0, "" }, "other_gateway" },
    { "ids of two messages", { REPORT_ALIYUN, REPORT_DELIVERED, "their-one", "our-three", PHONE, "", 0, "" }, "ids_disagree" },
    { "an SMS come back as a mail", { REPORT_MAIL, REPORT_UNDELIVERED, "", "bounce+1", "", "5.1.1", 0, "" }, "other_channel" },
    { "an address that we did not make", { REPORT_MAIL, REPORT_UNDELIVERED, "", "other+2", "", "5.1.1", 0, "" }, "not_our_address" },
    { "nothing that can be read", { REPORT_TENCENT, REPORT_UNREADABLE, "", "", "", "", 0, "[1]" }, "unreadable" },
};

static void what_is_forged_finds_nothing_and_is_kept_with_the_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS(forged); i++)
        assert_int_equal(takes(&forged[i].r), 1);
    citizen_travel(citizen_notify, "2026-04-21 02:15:01"); /* a quarter of an hour, then no message will be there any more */
    notes();
    assert_int_equal(kept("state = 'UNMATCHED' AND outbox_id IS NULL AND sealed IS NOT NULL"), ROWS(forged));
    for (size_t i = 0; i < ROWS(forged); i++)
        if (kept(mem_printf(house.m, "id = (SELECT MIN(id) + %zu FROM delivery_report) AND why = '%s'", i, forged[i].why)) != 1)
            fail_msg("%s", forged[i].what);
    assert_int_equal(known("report IS NOT NULL"), 0);
    struct report control = aliyun(REPORT_DELIVERED);
    takes(&control);
    notes();
    assert_int_equal(known("report IS NOT NULL"), 1);
}

static void one_that_is_faster_than_our_own_note_waits_for_it(void **state)
{
    (void)state;
    struct report r = aliyun(REPORT_DELIVERED);
    house_sql("UPDATE delivery SET gateway_id = NULL, ended_at = NULL, outcome = NULL WHERE outbox_id = 1;"
              "UPDATE outbox SET state = 'LEASED', done_at = NULL WHERE id = 1");
    takes(&r);
    notes();
    assert_int_equal(kept("state = 'NEW'"), 1);
    assert_int_equal(known("report IS NOT NULL"), 0);
    house_sql("UPDATE delivery SET gateway_id = 'their-one', outcome = 'SENT' WHERE outbox_id = 1; UPDATE outbox SET state = 'SENT' WHERE id = 1");
    notes();
    assert_int_equal(kept("state = 'NEW'"), 1); /* looked at again in two seconds, not at once */
    citizen_travel(citizen_notify, "2026-04-21 02:00:02");
    notes();
    assert_int_equal(known("id = 1 AND report = 'DELIVERED'"), 1);
    /* And one without our word in it, before the gateway's id is stored. */
    r = (struct report){ REPORT_TENCENT, REPORT_DELIVERED, "their-new", "", "13900001111", "DELIVRD", 0, "" };
    takes(&r);
    citizen_travel(citizen_notify, "2026-04-21 02:14:00");
    notes();
    house_sql("UPDATE delivery SET gateway_id = 'their-new' WHERE outbox_id = 3");
    citizen_travel(citizen_notify, "2026-04-21 02:14:30");
    notes();
    assert_int_equal(known("id = 3 AND report = 'DELIVERED'"), 1);
}

static void an_objector_is_known_by_the_contact_that_was_left(void **state)
{
    (void)state;
    struct report other = { REPORT_TENCENT, REPORT_DELIVERED, "their-three", "", "13900001112", "DELIVRD", 0, "" }, right = other;
    right.to = "8613900001111";
    takes(&other);
    takes(&right);
    assert_int_equal(house_number("SELECT COUNT(*) FROM delivery_report WHERE CONCAT_WS('|', gateway_id, message_id, code, HEX(sealed)) "
                                  "LIKE CONCAT('%', HEX('13900001111'), '%') OR sealed LIKE '%13900001111%'"), 0);
    notes();
    assert_int_equal(known("id = 3 AND report = 'DELIVERED'"), 1);
    assert_int_equal(kept("why = 'other_number'"), 1);
}

static void an_uncertain_message_is_settled_and_not_sent_again(void **state)
{
    (void)state;
    static const char *const before[] = { "UNCERTAIN", "WAITING", "HELD", "FAILED" };
    for (size_t i = 0; i < ROWS(before); i++) {
        reports_before(state);
        house_sql(mem_printf(house.m, "UPDATE outbox SET state = '%s', done_at = NULL, due_at = '2026-04-21 01:00:00' WHERE id = 1", before[i]));
        struct report r = aliyun(REPORT_DELIVERED);
        takes(&r);
        notes();
        assert_int_equal(known("id = 1 AND state = 'SENT' AND done_at IS NOT NULL AND report = 'DELIVERED'"), 1);
        assert_int_equal(known("done_at IS NULL AND due_at <= '2026-04-21 02:00:00'"), 0);
    }
    reports_before(state);
    house_sql("UPDATE outbox SET state = 'UNCERTAIN', done_at = NULL WHERE id = 1");
    struct report r = aliyun(REPORT_UNDELIVERED);
    takes(&r);
    notes();
    assert_int_equal(known("id = 1 AND state = 'FAILED' AND done_at IS NOT NULL AND report = 'UNDELIVERED'"), 1);
}

static void what_is_held_before_its_next_try_is_not_ended_by_its_first(void **state)
{
    (void)state;
    house_sql("UPDATE outbox SET state = 'HELD', held_from = 'UNCERTAIN', done_at = NULL WHERE id = 1");
    struct report r = aliyun(REPORT_UNDELIVERED);
    takes(&r);
    notes();
    assert_int_equal(known("id = 1 AND state = 'HELD' AND report IS NULL AND given_up_at IS NULL"), 1);
}

static void one_that_did_not_arrive_goes_on_in_the_same_transaction(void **state)
{
    (void)state;
    struct report sms = aliyun(REPORT_UNDELIVERED), mail = { REPORT_MAIL, REPORT_UNDELIVERED, "", "bounce+2", "", "5.1.1", 0, "" };
    takes(&sms);
    notes();
    assert_int_equal(known("id = 1 AND state = 'SENT' AND report = 'UNDELIVERED' AND given_up_why = 'UNDELIVERED'"), 1);
    assert_int_equal(known("id > 3"), 0); /* the mail stands there and has not failed */
    takes(&mail);
    notes();
    assert_int_equal(known("id = 2 AND report = 'UNDELIVERED' AND report_code = '5.1.1' AND given_up_why = 'BOUNCED'"), 1);
    assert_int_equal(known("id > 3") + house_number("SELECT COUNT(*) FROM office_task WHERE outbox_id = 2"), 1);
}

static void what_says_more_takes_the_place_of_what_says_less(void **state)
{
    (void)state;
    static const struct { enum report_verdict said; const char *known; } steps[] = {
        { REPORT_DELAYED, "DELAYED" }, { REPORT_UNDELIVERED, "UNDELIVERED" }, { REPORT_DELAYED, "UNDELIVERED" },
        { REPORT_DELIVERED, "DELIVERED" }, { REPORT_UNDELIVERED, "DELIVERED" },
    };
    for (size_t i = 0; i < ROWS(steps); i++) {
        struct report r = aliyun(steps[i].said);
        r.code = mem_printf(house.m, "word-%zu", i);
        takes(&r);
        notes();
        if (known(mem_printf(house.m, "id = 1 AND report = '%s'", steps[i].known)) != 1)
            fail_msg("after %s it is not %s", report_verdict_word(steps[i].said), steps[i].known);
    }
    assert_int_equal(kept("state = 'MATCHED' AND outbox_id = 1"), ROWS(steps));
}

#define TEST(name) cmocka_unit_test_setup(name, reports_before)
SUITE(reports, TEST(a_report_is_of_its_message_and_the_same_again_is_nothing_new),
      TEST(what_is_forged_finds_nothing_and_is_kept_with_the_reason), TEST(one_that_is_faster_than_our_own_note_waits_for_it),
      TEST(an_objector_is_known_by_the_contact_that_was_left), TEST(an_uncertain_message_is_settled_and_not_sent_again),
      TEST(what_is_held_before_its_next_try_is_not_ended_by_its_first),
      TEST(one_that_did_not_arrive_goes_on_in_the_same_transaction), TEST(what_says_more_takes_the_place_of_what_says_less));
