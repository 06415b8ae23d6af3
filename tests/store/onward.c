/* onward: news that reached nobody one way goes the next: other channel, backup contact, a person at the office; once, and never in silence. */
#include "onward.h"

#include "citizen.h"
#include "delivery.h"
#include "enqueue.h"
#include "queue_story.h"
#include "sweep.h"
#include "tasks.h"
#include "waiting.h"

#define F citizen_fail

/* Union 1 hears of a notice by mail and SMS; it has a backup with both. */
static int onward_before(void **state)
{
    citizen_before(state);
    assert_int_equal(house_sql("INSERT INTO union_contact (id, union_id, rank, name, phone, email) "
                               "VALUES (2, 1, 'BACKUP', '乙', '13800000002', 'b@example.org')"), 0);
    house_ok(enqueue_union(citizen_staff, MESSAGE_NOTICE_PUBLISHED, 1, "one", "{\"title\":\"x\"}", &F), F);
    return 0;
}

struct failing { int64_t id; enum onward_reason reason; int attempt; };

static bool fail_work(struct db *db, void *ctx, struct fail *f)
{
    const struct failing *w = ctx;
    return w->attempt ? onward_ended(db, w->id, w->attempt, w->reason, f) : onward_failed(db, w->id, w->reason, f);
}

static int64_t message(const char *word)
{
    return house_number(mem_printf(house.m, "SELECT COALESCE(MAX(id), 0) FROM outbox WHERE dedupe = '%s'", word));
}

static void fails(const char *word)
{
    struct failing w = { message(word), ONWARD_REFUSED, 0 };
    house_ok(db_transaction(citizen_notify, fail_work, &w, &F), F);
}

#define COUNT(table) house_number("SELECT COUNT(*) FROM " table)
static int64_t went(const char *word, const char *to)
{
    return house_number(mem_printf(house.m, "SELECT COUNT(*) FROM outbox WHERE dedupe = '%s' AND given_up_to = '%s'", word, to));
}

static void news_goes_by_the_other_channel_then_to_the_backup_and_at_last_to_a_person(void **state)
{
    (void)state;
    fails("notice_published:one:EMAIL");
    assert_int_equal(went("notice_published:one:EMAIL", "CHANNEL"), 1);
    assert_int_equal(COUNT("outbox"), 2); /* the SMS is on its way already */
    fails("notice_published:one:SMS");
    assert_int_equal(went("notice_published:one:SMS", "BACKUP"), 1);
    assert_int_equal(COUNT("outbox WHERE contact_id = 2 AND channel = 'EMAIL' AND params LIKE '%title%'"), 1);
    assert_int_equal(COUNT("outbox"), 3);
    fails("notice_published:one:backup:EMAIL");
    assert_int_equal(COUNT("outbox WHERE contact_id = 2 AND channel = 'SMS'"), 1);
    assert_int_equal(COUNT("office_task"), 0);
    fails("notice_published:one:backup:SMS");
    assert_int_equal(COUNT("outbox"), 4);
    assert_int_equal(COUNT("office_task WHERE what = 'UNREACHED' AND union_id = 1 AND event = 'notice_published' AND settled_at IS NULL"), 1);
    /* One piece of news: its story hangs together. */
    assert_int_equal(COUNT("outbox WHERE origin_id = (SELECT MIN(id) FROM outbox) OR id = (SELECT MIN(id) FROM outbox)"), 4);
}

static void said_again_it_does_nothing(void **state)
{
    (void)state;
    fails("notice_published:one:EMAIL");
    fails("notice_published:one:EMAIL");
    fails("notice_published:one:SMS");
    fails("notice_published:one:SMS");
    assert_int_equal(COUNT("outbox"), 3);
}

static void what_a_contact_has_no_address_for_is_left_out(void **state)
{
    (void)state;
    assert_int_equal(house_sql("UPDATE union_contact SET email = NULL WHERE id = 2; UPDATE union_contact SET phone = NULL WHERE id = 1;"
                               "DELETE FROM outbox"), 0);
    house_ok(enqueue_union(citizen_staff, MESSAGE_CASE_TOLD, 1, "two", "{}", &F), F);
    assert_int_equal(COUNT("outbox"), 1);
    fails("case_told:two:EMAIL");
    assert_int_equal(COUNT("outbox WHERE contact_id = 2 AND channel = 'SMS'"), 1);
    fails("case_told:two:backup:SMS");
    assert_int_equal(COUNT("office_task"), 1);
    assert_int_equal(COUNT("outbox"), 2);
}

static void a_channel_that_came_since_is_used(void **state)
{
    (void)state;
    assert_int_equal(house_sql("DELETE FROM outbox WHERE channel = 'SMS'"), 0);
    fails("notice_published:one:EMAIL");
    assert_int_equal(COUNT("outbox WHERE contact_id = 1 AND channel = 'SMS' AND state = 'WAITING'"), 1);
}

static void of_an_objector_there_is_only_a_task_and_of_a_code_nothing(void **state)
{
    (void)state;
    citizen_objects(OBJECTION_PERSON);
    house_ok(enqueue_code(citizen_union, 1, MESSAGE_SMS, "key", "123456", &F), F);
    int64_t before = COUNT("outbox");
    fails("union_code:key:SMS");
    assert_int_equal(COUNT("office_task"), 0);
    struct failing w = { house_number("SELECT id FROM outbox WHERE objection_id IS NOT NULL"), ONWARD_BOUNCED, 0 };
    house_ok(db_transaction(citizen_notify, fail_work, &w, &F), F);
    assert_int_equal(COUNT("office_task WHERE objection_id = 1 AND union_id IS NULL AND params = '{}'"), 1);
    assert_int_equal(COUNT("outbox"), before);
}

static void a_trial_that_arrives_nowhere_is_no_task(void **state)
{
    (void)state;
    struct enqueue_trial trial = { MESSAGE_NOTICE_FINAL, MESSAGE_SMS, house_number("SELECT MIN(id) FROM message_template"), "13800000009", "{}" };
    house_ok(enqueue_trial(citizen_staff, &trial, &F), F);
    struct failing w = { house_number("SELECT MAX(id) FROM outbox"), ONWARD_REFUSED, 0 };
    house_ok(db_transaction(citizen_notify, fail_work, &w, &F), F);
    assert_int_equal(COUNT("outbox WHERE dedupe LIKE 'trial:%' AND given_up_to = 'NOBODY'"), 1);
    assert_int_equal(COUNT("office_task"), 0);
}

static void a_union_without_anybody_to_write_to_is_a_task_at_once(void **state)
{
    (void)state;
    assert_int_equal(house_sql("DELETE FROM outbox; UPDATE union_contact SET rank = NULL WHERE union_id = 1"), 0);
    house_ok(enqueue_union(citizen_staff, MESSAGE_NOTICE_PUBLISHED, 1, "three", "{}", &F), F);
    house_ok(enqueue_union(citizen_staff, MESSAGE_NOTICE_PUBLISHED, 1, "three", "{}", &F), F);
    assert_int_equal(COUNT("outbox"), 0);
    assert_int_equal(COUNT("office_task WHERE what = 'NO_CONTACT' AND union_id = 1"), 1);
}

static void a_late_word_of_an_earlier_attempt_sends_nothing_on(void **state)
{
    (void)state;
    struct failing w = { message("notice_published:one:EMAIL"), ONWARD_REFUSED, 1 };
    assert_int_equal(house_sql("UPDATE outbox SET attempts = 2, state = 'LEASED'"), 0);
    house_ok(db_transaction(citizen_notify, fail_work, &w, &F), F);
    assert_int_equal(COUNT("outbox WHERE given_up_at IS NOT NULL"), 0);
    /* The control: its last attempt does. */
    assert_int_equal(house_sql("UPDATE outbox SET state = 'FAILED', done_at = UTC_TIMESTAMP(6) WHERE channel = 'EMAIL'"), 0);
    w.attempt = 2;
    house_ok(db_transaction(citizen_notify, fail_work, &w, &F), F);
    assert_int_equal(COUNT("outbox WHERE given_up_at IS NOT NULL"), 1);
}

static void what_ended_without_a_sender_is_found_and_sent_on(void **state)
{
    (void)state;
    static const struct sweep_words words = { .lapsed = "x" };
    assert_int_equal(house_sql("UPDATE outbox SET state = 'UNCERTAIN', done_at = UTC_TIMESTAMP(6) WHERE channel = 'SMS'"), 0);
    house_ok(sweep_round(citizen_notify, &words, &F), F);
    assert_int_equal(COUNT("outbox WHERE given_up_to = 'CHANNEL' AND given_up_why = 'UNCERTAIN'"), 1);
    assert_int_equal(COUNT("outbox WHERE given_up_at IS NOT NULL"), 1);
}

static int64_t a_task(void)
{
    static const char *const all[] = { "EMAIL", "SMS", "backup:EMAIL", "backup:SMS" };
    for (size_t i = 0; i < ROWS(all); i++)
        fails(mem_printf(house.m, "notice_published:one:%s", all[i]));
    return house_number("SELECT id FROM office_task");
}

static void a_task_is_settled_once_and_by_whom_stands(void **state)
{
    (void)state;
    struct office_task *tasks;
    size_t count;
    int64_t id = a_task();
    house_fails(tasks_settle(house.m, citizen_staff, 2, id, "CALLED", "", &F), F, "needed");
    assert_string_equal(F.field, "words");
    house_ok(tasks_settle(house.m, citizen_staff, 2, id, "CALLED", "打给了甲", &F), F);
    house_fails(tasks_settle(house.m, citizen_staff, 1, id, "OTHER", "又一次", &F), F, "task_settled");
    house_ok(office_task_list(house.m, citizen_staff, 1, &tasks, &count, &F), F);
    assert_int_equal(count, 1);
    assert_string_equal(tasks[0].words, "打给了甲");
    assert_true(tasks[0].settled_at != 0 && strcmp(tasks[0].how, "CALLED") == 0);
    assert_int_equal(COUNT("audit WHERE action = 'task_settle' AND actor_id = 2"), 1);
    assert_int_equal(COUNT("outbox"), 4);
}

static void what_is_sent_again_goes_to_the_contact_as_it_stands_now(void **state)
{
    (void)state;
    int64_t id = a_task();
    assert_int_equal(house_sql("UPDATE union_contact SET rank = NULL WHERE union_id = 1"), 0);
    house_fails(tasks_settle(house.m, citizen_staff, 2, id, "RESENT", "", &F), F, "contact_unreachable");
    assert_int_equal(COUNT("office_task WHERE settled_at IS NULL"), 1);
    assert_int_equal(house_sql("INSERT INTO union_contact (id, union_id, rank, name, email) VALUES (3, 1, 'PRIMARY', '丙', 'c@example.org')"), 0);
    house_ok(tasks_settle(house.m, citizen_staff, 2, id, "RESENT", "", &F), F);
    assert_int_equal(COUNT("outbox WHERE contact_id = 3 AND event = 'notice_published' AND params LIKE '%title%'"), 1);
    /* It comes to nothing again: a task again. */
    fails(mem_printf(house.m, "task:%lld:EMAIL", (long long)id));
    assert_int_equal(COUNT("office_task WHERE settled_at IS NULL"), 1);
}

static void whoever_is_recused_sees_no_task_of_the_case(void **state)
{
    (void)state;
    struct office_task *tasks;
    size_t count;
    citizen_objects(OBJECTION_PERSON);
    struct failing w = { house_number("SELECT id FROM outbox WHERE objection_id IS NOT NULL"), ONWARD_REFUSED, 0 };
    house_ok(db_transaction(citizen_notify, fail_work, &w, &F), F);
    int64_t id = house_number("SELECT id FROM office_task");
    house_fails(tasks_settle(house.m, citizen_staff, 1, id, "RESENT", "", &F), F, "task_not_resent");
    house_ok(office_task_list(house.m, citizen_staff, 1, &tasks, &count, &F), F);
    assert_int_equal(count, 1);
    assert_int_equal(house_sql("INSERT INTO recusal (officer_id, candidate_id, at, state, reason, by_id) VALUES (1, 1, NOW(6), 'RECUSED', '', 1)"), 0);
    house_ok(office_task_list(house.m, citizen_staff, 1, &tasks, &count, &F), F);
    assert_int_equal(count, 0);
    house_fails(tasks_settle(house.m, citizen_staff, 1, id, "OTHER", "x", &F), F, "task_settled");
}

static void nor_of_a_letter_to_a_union_about_the_case(void **state)
{
    (void)state;
    struct office_task *tasks;
    int64_t counts[WAITING__MAX];
    size_t count;
    citizen_objects(OBJECTION_PERSON);
    assert_int_equal(house_sql("INSERT INTO union_letter (slug, union_id, kind, objection_id, created_at) SELECT 'abcdefghijklmnopqrstuvwxyz', 1, "
                               "'TOLD', MIN(id), NOW(6) FROM objection; UPDATE union_contact SET rank = NULL WHERE union_id = 1"), 0);
    house_ok(enqueue_union(citizen_staff, MESSAGE_CASE_TOLD, 1, "letter:9", "{\"slug\":\"abcdefghijklmnopqrstuvwxyz\"}", &F), F);
    house_ok(enqueue_union(citizen_staff, MESSAGE_NOTICE_FINAL, 1, "letter:8", "{\"slug\":\"zbcdefghijklmnopqrstuvwxyz\"}", &F), F);
    house_ok(office_task_list(house.m, citizen_staff, 1, &tasks, &count, &F), F);
    assert_int_equal(count, 2);
    assert_true(tasks[0].receipt == NULL && tasks[1].receipt == NULL); /* the number is for the case side, the page for more */
    assert_int_equal(house_sql("INSERT INTO recusal (officer_id, candidate_id, at, state, reason, by_id) VALUES (1, 1, NOW(6), 'RECUSED', '', 1)"), 0);
    house_ok(office_task_list(house.m, citizen_staff, 1, &tasks, &count, &F), F);
    assert_int_equal(count, 1);
    assert_string_equal(tasks[0].event, "notice_final");
    house_ok(waiting_counts(citizen_staff, 1, counts, &F), F);
    assert_int_equal(counts[WAITING_TASKS], 1);
}

/* A digest tells of several cases. */
static void nor_what_a_digest_told_of_it(void **state)
{
    (void)state;
    struct queue_message digest;
    struct queue_row *kin;
    size_t n;
    citizen_objects(OBJECTION_PERSON);
    assert_int_equal(house_sql("INSERT INTO union_letter (slug, union_id, kind, objection_id, created_at) SELECT 'abcdefghijklmnopqrstuvwxyz', 1, "
                               "'TOLD', MIN(id), NOW(6) FROM objection"), 0);
    house_ok(enqueue_union(citizen_staff, MESSAGE_CASE_TOLD, 1, "letter:9", "{\"slug\":\"abcdefghijklmnopqrstuvwxyz\"}", &F), F);
    assert_int_equal(house_sql("UPDATE outbox SET digest_id = (SELECT MIN(id) FROM outbox) WHERE channel = 'SMS' AND union_id = 1"), 0);
    house_ok(queue_message(house.m, citizen_staff, 1, message("notice_published:one:EMAIL"), &digest, &F), F);
    house_ok(queue_kin(house.m, citizen_staff, 1, &digest, &kin, &n, &F), F);
    assert_int_equal(n, 2);
    assert_int_equal(house_sql("INSERT INTO recusal (officer_id, candidate_id, at, state, reason, by_id) VALUES (1, 1, NOW(6), 'RECUSED', '', 1)"), 0);
    house_ok(queue_kin(house.m, citizen_staff, 1, &digest, &kin, &n, &F), F);
    assert_int_equal(n, 1);
    assert_string_equal(kin[0].event, "notice_published");
}

#define TEST(name) cmocka_unit_test_setup(name, onward_before)
SUITE(onward, TEST(news_goes_by_the_other_channel_then_to_the_backup_and_at_last_to_a_person), TEST(said_again_it_does_nothing),
      TEST(what_a_contact_has_no_address_for_is_left_out), TEST(a_channel_that_came_since_is_used),
      TEST(of_an_objector_there_is_only_a_task_and_of_a_code_nothing), TEST(a_trial_that_arrives_nowhere_is_no_task),
      TEST(a_union_without_anybody_to_write_to_is_a_task_at_once),
      TEST(a_late_word_of_an_earlier_attempt_sends_nothing_on), TEST(what_ended_without_a_sender_is_found_and_sent_on),
      TEST(a_task_is_settled_once_and_by_whom_stands), TEST(what_is_sent_again_goes_to_the_contact_as_it_stands_now),
      TEST(whoever_is_recused_sees_no_task_of_the_case), TEST(nor_of_a_letter_to_a_union_about_the_case),
      TEST(nor_what_a_digest_told_of_it));
