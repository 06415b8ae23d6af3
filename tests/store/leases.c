/* leases: two senders share the outbox, one of them ends at the worst moment, and no message is lost, told wrongly or sent a third time. */
#include "citizen.h"
#include "deliver.h"
#include "enqueue.h"

#define F citizen_fail
#define LEASE_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LEASE_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static const char *outcome; /* of the gateway */
static int sendings, twice;
static struct db *other;

static const char *driver(void *ctx, bool is_sms) { (void)ctx; (void)is_sms; return "test"; }
static bool told_to_end(void) { return false; }
static instant any_time(instant now) { return now; }
static int64_t in_a_minute(bool urgent, int attempts, int64_t age) { (void)urgent; (void)age; return attempts < 3 ? CLOCK_MINUTE : -1; }
static int64_t in_ten(bool urgent) { (void)urgent; return 10 * CLOCK_MINUTE; }
static bool never_stale(bool urgent, int64_t age) { (void)urgent; (void)age; return false; }

static void gateway(struct mem *m, void *ctx, const struct deliver_letter *letter, struct deliver_answer *out)
{
    (void)m;
    (void)ctx;
    sendings++;
    twice += letter->item->maybe_twice;
    out->outcome = outcome;
}

static const struct deliver_hands hands = { .driver = driver, .send = gateway, .ending = told_to_end, .window = any_time,
    .retry_after = in_a_minute, .uncertain_after = in_ten, .stale = never_stale };

/* Four messages to union 1: a mail and an SMS for each of two letters. */
static int leases_before(void **state)
{
    citizen_before(state);
    if (other == NULL)
        other = house_account(DB_NOTIFY);
    citizen_travel(other, CITIZEN_NOW);
    house_ok(enqueue_union(citizen_staff, MESSAGE_NOTICE_PUBLISHED, 1, "one", "{}", &F) &&
             enqueue_union(citizen_staff, MESSAGE_NOTICE_PUBLISHED, 1, "two", "{}", &F), F);
    outcome = "SENT";
    sendings = twice = 0;
    return 0;
}

static int64_t in_state(const char *word)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox WHERE state = '%s'", word));
}

static size_t work(struct db *db)
{
    size_t handled = 0;
    house_ok(deliver_take_back(db, &hands, &F), F);
    house_ok(deliver_round(db, &citizen_notify_key, &hands, &handled, &F), F);
    return handled;
}

static bool take_two(struct db *db, void *ctx, struct fail *f)
{
    int64_t *mine, *theirs;
    size_t n, theirs_n;
    (void)ctx;
    house_ok(delivery_due(db, house.m, 2, &mine, &n, f), *f);
    house_ok(delivery_due(other, house.m, 50, &theirs, &theirs_n, f), *f);
    assert_int_equal(n, 2);
    assert_int_equal(theirs_n, 2);
    for (size_t i = 0; i < 4; i++)
        assert_int_not_equal(mine[i % 2], theirs[i / 2]);
    return true;
}

static void what_one_sender_holds_another_skips(void **state)
{
    (void)state;
    house_ok(db_transaction(citizen_notify, take_two, NULL, &F), F);
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(work(other), 0);
    assert_int_equal(sendings, 4);
    assert_int_equal(in_state("SENT"), 4);
}

static bool lease_all(struct db *db, void *ctx, struct fail *f)
{
    int64_t *ids;
    size_t n;
    bool ok = delivery_due(db, house.m, 50, &ids, &n, f);
    for (size_t i = 0; ok && i < n; i++)
        ok = delivery_lease(db, ids[i], ctx, f);
    return ok;
}

static struct delivery_item *leased(struct db *db, const char *lease, size_t *n)
{
    struct delivery_item *items;
    house_ok(db_transaction(db, lease_all, (void *)lease, &F), F);
    house_ok(delivery_items(db, house.m, lease, &items, n, &F), F);
    return items;
}

static void a_sender_that_ended_before_sending_leaves_it_to_the_next(void **state)
{
    (void)state;
    size_t n;
    leased(citizen_notify, LEASE_A, &n);
    assert_int_equal(n, 4);
    assert_int_equal(work(other), 0);
    citizen_travel(other, "2026-04-21 02:02:00");
    assert_int_equal(work(other), 4);
    assert_int_equal(sendings, 4);
    assert_int_equal(twice, 0);
}

static void one_that_ended_while_sending_leaves_it_uncertain_and_it_is_sent_once_more(void **state)
{
    (void)state;
    size_t n;
    bool mine;
    struct delivery_item *items = leased(citizen_notify, LEASE_A, &n);
    house_ok(delivery_begin(citizen_notify, items[0].id, LEASE_A, "test", &mine, &F), F);
    assert_true(mine);
    citizen_travel(other, "2026-04-21 02:02:00");
    assert_int_equal(work(other), 3);
    assert_int_equal(in_state("UNCERTAIN"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM delivery WHERE outcome = 'UNCERTAIN' AND ended_at IS NOT NULL"), 1);
    citizen_travel(other, "2026-04-21 02:11:59");
    assert_int_equal(work(other), 0);
    citizen_travel(other, "2026-04-21 02:12:00");
    outcome = "UNCERTAIN";
    assert_int_equal(work(other), 1);
    assert_int_equal(twice, 1);
    /* Twice unknown is for good: nobody sends it a third time. */
    citizen_travel(other, "2026-04-23 02:12:00");
    assert_int_equal(work(other), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE state = 'UNCERTAIN' AND done_at IS NOT NULL AND attempts = 2"), 1);
}

static void a_lease_that_ran_out_cannot_be_begun_and_a_late_answer_changes_nothing(void **state)
{
    (void)state;
    size_t n, again;
    bool mine;
    struct delivery_item *items = leased(citizen_notify, LEASE_A, &n);
    house_ok(delivery_begin(citizen_notify, items[0].id, LEASE_A, "test", &mine, &F), F);
    citizen_travel(citizen_notify, "2026-04-21 02:03:00");
    house_ok(delivery_begin(citizen_notify, items[1].id, LEASE_A, "test", &mine, &F), F);
    assert_false(mine);
    citizen_travel(other, "2026-04-21 02:13:00");
    work(other);
    citizen_travel(other, "2026-04-21 02:24:00");
    struct delivery_item *theirs = leased(other, LEASE_B, &again);
    assert_int_equal(again, 1);
    house_ok(delivery_begin(other, theirs[0].id, LEASE_B, "test", &mine, &F), F);
    assert_true(mine);
    /* The first sender wakes up and says what came of its attempt: the second one's stands. */
    struct delivery_end late = { .id = items[0].id, .attempt = 1, .outcome = "NEVER", .detail = "", .next = DELIVERY_FAILED };
    house_ok(delivery_end(citizen_notify, &late, &F), F);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE state = 'LEASED' AND lease_by = '" LEASE_B "'"), 1);
    struct delivery_end theirs_end = { .id = items[0].id, .attempt = 2, .outcome = "SENT", .detail = "", .next = DELIVERY_SENT };
    house_ok(delivery_end(other, &theirs_end, &F), F);
    house_ok(delivery_end(other, &theirs_end, &F), F);
    assert_int_equal(in_state("SENT"), 4);
}

static void later_is_tried_again_and_never_is_not(void **state)
{
    (void)state;
    outcome = "LATER";
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(work(citizen_notify), 0);
    citizen_travel(citizen_notify, "2026-04-21 02:01:00");
    outcome = "NEVER";
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(in_state("FAILED"), 4);
    citizen_travel(citizen_notify, "2026-04-23 02:01:00");
    assert_int_equal(work(citizen_notify), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM delivery"), 8);
}

static void codes_and_addresses_are_gone_with_the_end(void **state)
{
    (void)state;
    citizen_objects(OBJECTION_PERSON);
    house_ok(enqueue_code(citizen_union, 1, MESSAGE_SMS, "key", "123456", &F), F);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE to_sealed IS NOT NULL OR code_sealed IS NOT NULL"), 2);
    assert_int_equal(work(citizen_notify), 6);
    assert_int_equal(in_state("SENT"), 6);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE to_sealed IS NOT NULL OR code_sealed IS NOT NULL"), 0);
}

#define TEST(name) cmocka_unit_test_setup(name, leases_before)
SUITE(leases, TEST(what_one_sender_holds_another_skips), TEST(a_sender_that_ended_before_sending_leaves_it_to_the_next),
      TEST(one_that_ended_while_sending_leaves_it_uncertain_and_it_is_sent_once_more),
      TEST(a_lease_that_ran_out_cannot_be_begun_and_a_late_answer_changes_nothing), TEST(later_is_tried_again_and_never_is_not),
      TEST(codes_and_addresses_are_gone_with_the_end));
