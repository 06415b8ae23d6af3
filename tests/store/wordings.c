/* wordings: what messages say is kept in versions that nobody changes, written by one officer and put in force by another; and a message says
 * the same at every attempt and whenever it is looked at. */
#include "citizen.h"
#include "compose.h"
#include "delivery.h"
#include "enqueue.h"
#include "person.h"
#include "wordings.h"

#define LEASE_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LEASE_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static char unknown[31];

static struct wording mail_of(enum message_event event, const char *text)
{
    return (struct wording){ event, MESSAGE_EMAIL, MESSAGE_ZH, "标题", text, "" };
}

static struct message_key key_of(enum message_event event) { return (struct message_key){ event, MESSAGE_EMAIL, MESSAGE_ZH }; }

static struct message_version in_force(enum message_event event)
{
    struct message_key k = key_of(event);
    struct message_version *all, none = { 0 };
    size_t n;
    house_ok(message_template_history(house.m, staff, &k, &all, &n, &f), f);
    for (size_t i = 0; i < n; i++)
        if (all[i].in_force)
            return all[i];
    return none;
}

static int64_t newest(enum message_event event)
{
    struct message_key k = key_of(event);
    struct message_version *all;
    size_t n;
    house_ok(message_template_history(house.m, staff, &k, &all, &n, &f), f);
    return all[0].version;
}

static void shipped(enum message_event event, const char *text, bool want)
{
    struct wording w = mail_of(event, text);
    bool added;
    house_ok(wordings_ship(house_owner(), &w, &added, &f), f);
    assert_int_equal(added, want);
}

static void saved(const struct login_session *s, enum message_event event, const char *text)
{
    struct wording w = mail_of(event, text);
    house_ok(wordings_save(house.m, staff, s, &w, unknown, &f), f);
}

static bool settled(const struct login_session *s, enum message_event event, int64_t version, bool force)
{
    struct message_key k = key_of(event);
    f = (struct fail){ .kind = FAIL_NONE };
    return wordings_settle(house.m, staff, s, &k, version, force, &f);
}

static void one_officer_writes_and_another_puts_in_force(void **state)
{
    (void)state;
    enum message_event e = MESSAGE_NOTICE_FINAL;
    struct login_session a = session_of(&admin), b = session_of(&boss);
    int64_t before = in_force(e).version;
    assert_true(before > 0);
    assert_int_equal(in_force(e).saved_by, 0);
    saved(&a, e, "第一稿 {{title}}");
    assert_int_equal(in_force(e).version, before);
    house_fails(settled(&a, e, before + 1, true), f, "template_own");
    saved(&a, e, "第二稿 {{title}}");
    house_fails(settled(&b, e, before + 1, true), f, "template_settled");
    house_ok(settled(&b, e, before + 2, true), f);
    assert_string_equal(in_force(e).words.text, "第二稿 {{title}}");
    house_fails(settled(&b, e, before + 2, false), f, "template_settled");
    saved(&a, e, "第三稿");
    house_ok(settled(&b, e, before + 3, false), f);
    assert_string_equal(in_force(e).words.text, "第二稿 {{title}}");
    house_fails(settled(&b, e, 99, true), f, "template_missing");
    struct wording same = mail_of(e, "第二稿 {{title}}");
    house_fails(wordings_save(house.m, staff, &a, &same, unknown, &f), f, "template_same");
    assert_int_equal(house_number("SELECT COUNT(*) FROM audit WHERE action = 'template_force'"), 1);
    /* Not past the program either. */
    saved(&a, e, "第四稿");
    assert_int_not_equal(house_sql_as(DB_STAFF, "UPDATE message_template SET outcome = 'FORCE', settled_by = saved_by WHERE outcome IS NULL"), 0);
    assert_int_not_equal(house_sql_as(DB_STAFF, "UPDATE message_template SET outcome = 'FORCE', settled_by = NULL WHERE outcome IS NULL"), 0);
}

static void a_version_never_changes(void **state)
{
    (void)state;
    static const char *const SET[] = { "words = 'x'", "subject = 'x'", "gateway = 'x'", "version = 99", "lang = 'en'", "event = 'x'", "outcome = NULL",
                                       "outcome = 'BACK'", "saved_by = 1" };
    struct login_session a = session_of(&admin);
    saved(&a, MESSAGE_ASSIST_CHANGED, "等待中的");
    for (size_t i = 0; i < ROWS(SET); i++)
        assert_int_not_equal(house_sql(mem_printf(house.m, "UPDATE message_template SET %s WHERE event = 'assist_changed' AND version = 1", SET[i])), 0);
    assert_int_not_equal(house_sql("UPDATE message_template SET words = 'x', outcome = 'BACK', settled_at = NOW() WHERE outcome IS NULL"), 0);
    assert_int_not_equal(house_sql("DELETE FROM message_template"), 0);
    assert_int_not_equal(house_sql_as(DB_STAFF, "UPDATE message_template SET words = 'x'"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM message_template WHERE words = 'x'"), 0);
}

static void words_of_a_release_stand_aside_for_the_offices_own(void **state)
{
    (void)state;
    enum message_event e = MESSAGE_CASE_TOLD;
    struct login_session a = session_of(&admin), b = session_of(&boss);
    int64_t before = newest(e);
    shipped(e, in_force(e).words.text, true); /* another subject */
    shipped(e, in_force(e).words.text, false);
    shipped(e, "新版的话", true);
    assert_string_equal(in_force(e).words.text, "新版的话");
    saved(&a, e, "本单位的话");
    house_ok(settled(&b, e, before + 3, true), f);
    shipped(e, "新版的话", false);
    shipped(e, "更新版的话", true);
    assert_string_equal(in_force(e).words.text, "本单位的话");
    house_ok(settled(&a, e, before + 4, true), f);
    assert_string_equal(in_force(e).words.text, "更新版的话");
}

/* ---- what is sent ---- */

struct leasing { const char *lease; struct delivery_item *items; size_t count; };

static bool lease_mail(struct db *db, void *ctx, struct fail *fail)
{
    struct leasing *l = ctx;
    struct delivery_due *due;
    size_t n;
    bool ok = delivery_due(db, house.m, false, 10, &due, &n, fail);
    return ok && delivery_lease(db, due, n, l->lease, fail) && delivery_items(db, house.m, l->lease, &l->items, &l->count, fail);
}

static struct delivery_item leased(const char *lease)
{
    struct leasing l = { .lease = lease };
    house_ok(db_transaction(citizen_notify, lease_mail, &l, &f), f);
    assert_int_equal(l.count, 1);
    return l.items[0];
}

static void force_by_owner(const char *event, const char *lang, const char *words)
{
    assert_int_equal(house_sql(mem_printf(house.m,
        "INSERT INTO message_template (event, channel, lang, version, subject, words, gateway, saved_at, settled_at, outcome) "
        "SELECT '%s', 'EMAIL', '%s', MAX(version) + 1, 's', '%s', '', NOW(), NOW(), 'FORCE' FROM message_template WHERE event = '%s' AND "
        "channel = 'EMAIL' AND lang = '%s'", event, lang, words, event, lang)), 0);
}

static void a_message_says_the_same_at_every_attempt(void **state)
{
    (void)state;
    struct wording words;
    struct message_shown shown;
    house_ok(enqueue_union(citizen_staff, MESSAGE_NOTICE_PUBLISHED, 1, "one", "{\"count\":3}", &f), f);
    assert_int_equal(house_sql("UPDATE outbox SET done_at = NOW() WHERE channel = 'SMS'"), 0);
    force_by_owner("notice_published", "zh-CN", "甲 {{count}} {{union}}");
    struct delivery_item first = leased(LEASE_A);
    house_ok(message_template_words(house.m, citizen_notify, first.template_id, &words, &f), f);
    assert_string_equal(words.text, "甲 {{count}} {{union}}");
    force_by_owner("notice_published", "zh-CN", "乙");
    assert_int_equal(house_sql("UPDATE outbox SET state = 'WAITING', lease_by = NULL WHERE channel = 'EMAIL'"), 0);
    assert_int_equal(leased(LEASE_B).template_id, first.template_id);
    house_ok(message_shown(house.m, citizen_staff, first.id, false, &shown, &f), f);
    assert_string_equal(shown.said.text, mem_printf(house.m, "甲 3 %s\n", first.union_name));
    assert_string_equal(shown.said.subject, "s");
    /* The next one says what is in force now, in the language of whom it is for. */
    assert_int_equal(house_sql("UPDATE outbox SET done_at = NOW(); UPDATE union_contact SET lang = 'en'"), 0);
    force_by_owner("notice_published", "en", "hello");
    house_ok(enqueue_union(citizen_staff, MESSAGE_NOTICE_PUBLISHED, 1, "two", "{}", &f), f);
    assert_int_equal(house_sql("UPDATE outbox SET done_at = NOW() WHERE channel = 'SMS'"), 0);
    house_ok(message_template_words(house.m, citizen_notify, leased(LEASE_A).template_id, &words, &f), f);
    assert_string_equal(words.text, "hello");
}

static void a_code_and_an_objector_are_shown_to_nobody(void **state)
{
    (void)state;
    struct message_shown shown;
    int64_t contact = house_number("SELECT MIN(id) FROM union_contact WHERE email IS NOT NULL");
    house_ok(enqueue_code(citizen_union, contact, MESSAGE_EMAIL, "k", "987654", &f), f);
    house_ok(message_shown(house.m, citizen_staff, house_number("SELECT MAX(id) FROM outbox"), false, &shown, &f), f);
    assert_non_null(strstr(shown.said.text, "••••••"));
    assert_null(strstr(shown.said.text, "987654"));
    citizen_objects(OBJECTION_PERSON);
    int64_t news = house_number("SELECT MAX(id) FROM outbox WHERE objection_id IS NOT NULL");
    assert_true(news > 0);
    house_fails(message_shown(house.m, citizen_staff, news, false, &shown, &f), f, "not_found");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(message_shown(house.m, citizen_staff, news, true, &shown, &f), f);
    assert_non_null(strstr(shown.said.text, "编号"));
    house_fails(message_shown(house.m, citizen_staff, 999999, true, &shown, &f), f, "not_found");
}

static void a_trial_is_sealed_marked_and_bounded(void **state)
{
    (void)state;
    struct login_session a = session_of(&admin);
    struct message_key mail = key_of(MESSAGE_ASSIST_OVERDUE), sms = { MESSAGE_ASSIST_OVERDUE, MESSAGE_SMS, MESSAGE_EN };
    struct message_shown shown;
    house_fails(wordings_try(house.m, staff, &a, &mail, 1, "a@b.cn\r\nRCPT TO:<x@y.cn>", &f), f, "email_wrong");
    house_fails(wordings_try(house.m, staff, &a, &mail, 1, "", &f), f, "needed");
    house_fails(wordings_try(house.m, staff, &a, &sms, 1, "12345", &f), f, "not_a_mobile");
    house_fails(wordings_try(house.m, staff, &a, &mail, 7777, "a@b.cn", &f), f, "template_missing");
    f = (struct fail){ .kind = FAIL_NONE };
    for (int i = 0; i < WORDINGS_TRIALS_ADDRESS; i++)
        house_ok(wordings_try(house.m, staff, &a, &mail, 1, "someone@example.org", &f), f);
    house_fails(wordings_try(house.m, staff, &a, &mail, 1, "someone@example.org", &f), f, "trial_many");
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE dedupe LIKE 'trial:%' AND template_id IS NOT NULL AND to_sealed IS NOT NULL"),
                     WORDINGS_TRIALS_ADDRESS);
    assert_int_equal(house_number("SELECT COUNT(*) FROM audit WHERE action = 'template_trial'"), WORDINGS_TRIALS_ADDRESS);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(message_shown(house.m, staff, house_number("SELECT MAX(id) FROM outbox"), false, &shown, &f), f);
    assert_true(shown.trial);
    assert_non_null(strstr(shown.said.subject, "试发"));
}

SUITE(wordings, TEST(one_officer_writes_and_another_puts_in_force), TEST(a_version_never_changes),
      TEST(words_of_a_release_stand_aside_for_the_offices_own), CITIZEN_TEST(a_message_says_the_same_at_every_attempt),
      CITIZEN_TEST(a_code_and_an_objector_are_shown_to_nobody), TEST(a_trial_is_sealed_marked_and_bounded));
