/* leases: two senders share the outbox, one of them ends at the worst moment, and no message is lost, told wrongly or sent a third time. */
#include "citizen.h"
#include "deliver.h"
#include "enqueue.h"
#include "queue_work.h"

#define F citizen_fail
#define LEASE_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LEASE_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static const char *outcome; /* of the gateway */
static int sendings, twice;
static struct db *other;

enum { ROOM = 3 };
static void *under_way[ROOM];
static size_t flying;

static size_t room(void *ctx) { (void)ctx; return ROOM - flying; }
static const char *by_test(void *ctx, const char *before) { (void)ctx; (void)before; return "test"; }
static int64_t in_ten(bool urgent) { (void)urgent; return 10 * CLOCK_MINUTE; }
static int64_t in_five(bool urgent) { (void)urgent; return 5 * CLOCK_MINUTE; }

static void gateway(void *ctx, struct mem *m, const struct deliver_letter *letter, void *owner)
{
    (void)ctx;
    (void)m;
    sendings++;
    twice += letter->item->maybe_twice;
    under_way[flying++] = owner;
}

static bool landed(void *ctx, void **owner, struct deliver_answer *out)
{
    (void)ctx;
    if (flying == 0)
        return false;
    *out = (struct deliver_answer){ .outcome = outcome, .gateway_id = "" };
    if (strcmp(outcome, "SENT") == 0)
        memcpy(out->gateway_id, "gw-1", sizeof "gw-1");
    *owner = under_way[--flying];
    return true;
}

static const struct deliver_hands ways[2] = {
    { .room = room, .route = by_test, .start = gateway, .landed = landed, .uncertain_after = in_ten, .alarm_after = in_five },
    { .sms = true, .room = room, .route = by_test, .start = gateway, .landed = landed, .uncertain_after = in_ten, .alarm_after = in_five },
};

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

/* How many messages came to an end. */
static size_t work(struct db *db)
{
    size_t all = 0;
    house_ok(deliver_take_back(db, &ways[0], &F), F);
    for (size_t i = 0; i < 2; i++) {
        struct deliver *d = deliver_new(house.m, db, &citizen_notify_key, &ways[i]);
        bool more = true;
        while (more) {
            size_t count = 0;
            house_ok(deliver_take(d, &more, &F) && deliver_settle(d, &count, &F), F);
            all += count;
        }
    }
    return all;
}

static bool take_one(struct db *db, void *ctx, struct fail *f)
{
    struct delivery_due *mine, *theirs;
    size_t n, theirs_n;
    (void)ctx;
    house_ok(delivery_due(db, house.m, true, 1, &mine, &n, f), *f);
    house_ok(delivery_due(other, house.m, true, 50, &theirs, &theirs_n, f), *f);
    assert_int_equal(n, 1);
    assert_int_equal(theirs_n, 1);
    assert_int_not_equal(mine[0].id, theirs[0].id);
    house_ok(delivery_due(other, house.m, false, 50, &theirs, &theirs_n, f), *f);
    assert_int_equal(theirs_n, 2); /* who takes SMS locks no mail */
    return true;
}

static void what_one_sender_holds_another_skips(void **state)
{
    (void)state;
    house_ok(db_transaction(citizen_notify, take_one, NULL, &F), F);
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(work(other), 0);
    assert_int_equal(sendings, 4);
    assert_int_equal(in_state("SENT"), 4);
}

struct leasing { const char *lease; bool sms; struct delivery_item *items; size_t count; };

static bool begin(struct db *db, const struct leasing *l, struct fail *f)
{
    for (size_t i = 0; i < l->count; i++)
        l->items[i].driver = "test";
    return l->count == 0 || delivery_begin(db, l->items, l->count, f);
}

static bool lease_one(struct db *db, void *ctx, struct fail *f)
{
    struct leasing *l = ctx;
    struct delivery_due *due;
    size_t n;
    return delivery_due(db, house.m, l->sms, 1, &due, &n, f) && (n == 0 || delivery_lease(db, due, 1, l->lease, f)) &&
           delivery_items(db, house.m, l->lease, &l->items, &l->count, f) &&
           begin(db, l, f);
}

static struct delivery_item *leased(struct db *db, const char *lease, size_t *n)
{
    struct leasing l = { .lease = lease };
    house_ok(db_transaction(db, lease_one, &l, &F), F);
    *n = l.count;
    return l.items;
}

static bool say_end(struct db *db, void *ctx, struct fail *f)
{
    return delivery_end(db, ctx, 1, f);
}

static void one_that_ended_while_sending_leaves_it_uncertain_and_it_is_sent_once_more(void **state)
{
    (void)state;
    size_t n;
    leased(citizen_notify, LEASE_A, &n);
    assert_int_equal(n, 1);
    assert_int_equal(work(other), 3); /* the rest of them, while the lease runs */
    citizen_travel(other, "2026-04-21 02:02:00");
    assert_int_equal(work(other), 0);
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

static void a_late_answer_changes_nothing(void **state)
{
    (void)state;
    size_t n, again;
    struct delivery_item *items = leased(citizen_notify, LEASE_A, &n);
    citizen_travel(other, "2026-04-21 02:13:00");
    work(other);
    citizen_travel(other, "2026-04-21 02:24:00");
    struct delivery_item *theirs = leased(other, LEASE_B, &again);
    assert_int_equal(again, 1);
    assert_int_equal(theirs[0].id, items[0].id);
    assert_int_equal(theirs[0].attempts, 2);
    assert_true(items[0].before == 0 && theirs[0].before == theirs[0].created_at); /* by its day the gateway is asked about it */
    /* The first sender wakes up and says what came of its attempt: the second one's stands. */
    struct delivery_end late = { .id = items[0].id, .attempt = 1, .outcome = "NEVER", .detail = "", .next = DELIVERY_FAILED };
    house_ok(db_transaction(citizen_notify, say_end, &late, &F), F);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE state = 'LEASED' AND lease_by = '" LEASE_B "'"), 1);
    struct delivery_end theirs_end = { .id = items[0].id, .attempt = 2, .outcome = "SENT", .detail = "", .next = DELIVERY_SENT };
    house_ok(db_transaction(other, say_end, &theirs_end, &F), F);
    house_ok(db_transaction(other, say_end, &theirs_end, &F), F);
    assert_int_equal(in_state("SENT"), 4);
}

static void what_is_held_since_stays_so_whatever_a_late_sender_says(void **state)
{
    (void)state;
    size_t n;
    struct delivery_item *items = leased(citizen_notify, LEASE_A, &n);
    struct queue_work_in hold = { 0, items[0].id, "演练" };
    struct delivery_end late = { .id = items[0].id, .attempt = 1, .outcome = "LATER", .detail = "421", .next = DELIVERY_WAIT };
    citizen_travel(other, "2026-04-21 02:02:00");
    house_ok(deliver_take_back(other, &ways[0], &F), F);
    house_ok(queue_work_hold(house_owner(), &hold, &F), F);
    house_ok(db_transaction(citizen_notify, say_end, &late, &F), F);
    assert_int_equal(in_state("HELD"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE state = 'HELD' AND due_at > '9999-01-01'"), 1);
    late.outcome = "SENT";
    late.next = DELIVERY_SENT;
    house_ok(db_transaction(citizen_notify, say_end, &late, &F), F);
    assert_int_equal(in_state("SENT"), 1); /* what went is not held any more */
}

static void later_is_tried_again_and_never_is_not(void **state)
{
    (void)state;
    outcome = "LATER";
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(work(citizen_notify), 0);
    citizen_travel(citizen_notify, "2026-04-21 02:01:12"); /* a minute, and at most a fifth */
    outcome = "NEVER";
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(in_state("FAILED"), 4);
    citizen_travel(citizen_notify, "2026-04-23 02:01:00");
    assert_int_equal(work(citizen_notify), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM delivery"), 8);
}

static void an_alarm_condemns_nothing_until_the_message_is_too_old(void **state)
{
    (void)state;
    outcome = "ALARM";
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(in_state("WAITING"), 4);
    assert_int_equal(house_number("SELECT COUNT(*) FROM delivery WHERE outcome = 'ALARM' AND gateway_id IS NULL"), 4);
    citizen_travel(citizen_notify, "2026-04-28 01:50:00"); /* of seven days, long past the wait between two tries of LATER */
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(in_state("WAITING"), 4);
    citizen_travel(citizen_notify, "2026-04-28 01:55:00.000001");
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(in_state("FAILED"), 4);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE given_up_why = 'TOO_OLD'"), 4);
    assert_int_equal(house_number("SELECT COUNT(*) FROM office_task WHERE what = 'UNREACHED'"), 2);
}

static void a_message_goes_as_soon_as_the_alarm_is_over(void **state)
{
    (void)state;
    outcome = "ALARM";
    assert_int_equal(work(citizen_notify), 4);
    outcome = "SENT";
    citizen_travel(citizen_notify, "2026-04-21 02:05:00");
    assert_int_equal(work(citizen_notify), 4);
    assert_int_equal(house_number("SELECT COUNT(*) FROM delivery WHERE outcome = 'SENT' AND gateway_id = 'gw-1'"), 4);
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
SUITE(leases, TEST(what_one_sender_holds_another_skips), TEST(one_that_ended_while_sending_leaves_it_uncertain_and_it_is_sent_once_more),
      TEST(a_late_answer_changes_nothing),
      TEST(what_is_held_since_stays_so_whatever_a_late_sender_says), TEST(later_is_tried_again_and_never_is_not), TEST(an_alarm_condemns_nothing_until_the_message_is_too_old),
      TEST(a_message_goes_as_soon_as_the_alarm_is_over),
      TEST(codes_and_addresses_are_gone_with_the_end));
