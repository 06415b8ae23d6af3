/* correct: a published notice corrected by a version after it: whose period stands, who may be left out, noticed anew or promoted, who is
 * told, and that what was printed before is not moved. */
#include "correct.h"
#include "letter.h"
#include "publish.h"
#include "published.h"
#include "rows.h"
#include "suite.h"

enum { ONE = 1, TWO };

static struct db *staff;
static struct fail f;
static day today;

/* Two craftsmen (1 of union 1, 2 of union 2) and one with a nomination award (3 of union 2), published; their period is over. */
static const char more[] =
    "INSERT INTO nominating_union (id, code, name, kind) VALUES (2, 'gs', '拱墅区总工会', 'DISTRICT');"
    "INSERT INTO union_contact (union_id, rank, name, email) VALUES (2, 'PRIMARY', '乙', 'b@example.org');"
    "UPDATE notice_version SET handling_office = '办公室', handling_phone = '0571-1', supervision_office = '纪委', supervision_phone = "
    "'0571-2', signed_by = '办公室', signed_day = '2026-04-18', period_rule = '5 个工作日，首日计入';"
    "INSERT INTO candidate (id, round_id, slug) VALUES (2, 1, 'def'), (3, 1, 'ghi');"
    "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds) VALUES "
    "(1, 2, 'CRAFTSMAN', 2, '孔虚', '虚构公司', '技师', 2, '拱墅区总工会', '软件', ''), "
    "(1, 3, 'NOMINATION', 1, '严虚', '虚构公司', '技师', 2, '拱墅区总工会', '软件', '');" ROWS_PUBLISH;

static int before(void **state)
{
    (void)state;
    instant now;
    f = (struct fail){ .kind = FAIL_NONE };
    rows_draft();
    assert_int_equal(house_sql(more), 0);
    if (staff == NULL)
        staff = house_account(DB_STAFF);
    house_ok(db_now(staff, &now, &f), f);
    today = clock_day_beijing(now);
    return 0;
}

static struct draft get(int64_t id)
{
    struct draft d;
    house_ok(draft_get(house.m, staff, id, &d, &f), f);
    return d;
}

static struct draft_seen seen(int64_t id) { return (struct draft_seen){ id, get(id).revision }; }

static int64_t begun(int64_t of)
{
    int64_t id = 0;
    house_ok(correct_begin(staff, of, ONE, "第 2 号人选的单位名称有误。", &id, &f), f);
    return id;
}

static struct entry *entry_of(int64_t version, int64_t candidate)
{
    struct entries all;
    house_ok(entry_list(house.m, staff, version, &all, &f), f);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].candidate_id == candidate)
            return &all.items[i];
    return NULL;
}

static struct correct_person person(int64_t version, int64_t candidate)
{
    const struct entry *e = entry_of(version, candidate);
    return (struct correct_person){ seen(version), ONE, e->id, e->name, e->employer, e->post, e->field, e->deeds, false, false };
}

static void change(int64_t version, int64_t candidate, const char *employer, bool renewed)
{
    struct correct_person in = person(version, candidate);
    in.employer = employer;
    in.renewed = renewed;
    house_ok(correct_person(house.m, staff, &in, &f), f);
}

/* A candidate put somewhere by the owner's hand. */
static void stands(int64_t candidate, const char *at)
{
    assert_int_equal(house_sql(mem_printf(house.m, "SET @stood = (SELECT state FROM candidate WHERE id = %lld); "
                                          "INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state) "
                                          "VALUES (%lld, NOW(6), 'SYSTEM', 'TEST', @stood, '%s')", (long long)candidate, (long long)candidate, at)), 0);
}

static void set_period(int64_t version, day from)
{
    struct period_in in = { .open_day = from, .last_day = from + 6 };
    house_ok(publish_period(house.m, staff, seen(version), ONE, &in, &f), f);
}

static void publish(int64_t version)
{
    house_ok(publish_ready(house.m, staff, seen(version), ONE, &f), f);
    house_ok(publish_now(house.m, staff, seen(version), TWO, &f), f);
}

static bool found(int64_t version, enum publish_check check)
{
    struct publish_findings all;
    struct draft d = get(version);
    house_ok(publish_check(house.m, staff, &d, &all, &f), f);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].check == check)
            return all.items[i].stop;
    return false;
}

static void a_correction_begins_with_what_stands(void **state)
{
    (void)state;
    int64_t id = begun(1), again;
    struct draft d = get(id);
    assert_int_equal(d.version, 2);
    assert_int_equal(d.state, DRAFT_WRITING);
    assert_string_equal(d.words.handling_phone, "0571-1");
    assert_string_equal(d.period_rule, "5 个工作日，首日计入");
    assert_int_equal(d.open_day, get(1).open_day);
    assert_int_equal(house_number("SELECT COUNT(*) FROM candidate_entry WHERE version_id <> 1 AND period_version_id = 1"), 3);
    house_fails(correct_begin(staff, 1, TWO, "另一处也有误。", &again, &f), f, "correction_begun");
    house_fails(correct_begin(staff, id, TWO, "另一处也有误。", &again, &f), f, "notice_is_draft");
    /* Thrown away, it may begin anew; what stands cannot be thrown away. */
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(correct_drop(staff, seen(id), ONE, &f), f);
    house_fails(correct_drop(staff, (struct draft_seen){ 1, DRAFT_ANY_REVISION }, ONE, &f), f, "notice_is_published");
    f = (struct fail){ .kind = FAIL_NONE };
    assert_int_equal(get(begun(1)).version, 2);
}

static void a_plain_correction_moves_no_period(void **state)
{
    (void)state;
    int64_t id = begun(1);
    struct period_in in = { .open_day = today, .last_day = today + 6 };
    assert_true(found(id, PUBLISH_NO_CHANGE));
    house_fails(publish_ready(house.m, staff, seen(id), ONE, &f), f, "notice_incomplete");
    house_fails(publish_period(house.m, staff, seen(id), ONE, &in, &f), f, "period_stays");
    f = (struct fail){ .kind = FAIL_NONE };
    change(id, 2, "虚构公司（杭州）", false);
    house_ok(correct_reason(staff, seen(id), ONE, "", &f), f);
    assert_true(found(id, PUBLISH_NO_REASON));
    house_ok(correct_reason(staff, seen(id), ONE, "单位名称有误。", &f), f);
    publish(id);
    assert_int_equal(house_number("SELECT COUNT(DISTINCT opens_at, closes_at) FROM shown_entry"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM notice_version WHERE opens_at = '" ROWS_OPENS "' AND closes_at = '" ROWS_CLOSES "'"), 2);
    /* Only the union whose person was touched is told, in the words of a correction. */
    assert_int_equal(house_number(mem_printf(house.m, "SELECT SUM(union_id) FROM union_letter WHERE version_id = %lld", (long long)id)), 2);
    assert_int_equal(house_number("SELECT COUNT(*) FROM outbox WHERE event <> 'notice_corrected'"), 0);
    assert_true(house_number("SELECT COUNT(*) FROM outbox") > 0);
}

static void words_that_changed_are_told_to_all(void **state)
{
    (void)state;
    int64_t id = begun(1);
    struct draft_words w = get(id).words;
    w.supervision_phone = "0571-3";
    house_ok(publish_words(staff, seen(id), ONE, &w, &f), f);
    publish(id);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM union_letter WHERE version_id = %lld", (long long)id)), 2);
}

static void who_is_noticed_anew_gets_a_full_period_and_nobody_else(void **state)
{
    (void)state;
    int64_t id = begun(1);
    stands(2, "AWAITING");
    change(id, 2, "虚构公司（杭州）", false);
    assert_true(found(id, PUBLISH_NOT_RENEWED));
    change(id, 2, "虚构公司（杭州）", true);
    assert_false(found(id, PUBLISH_NOT_RENEWED));
    assert_true(found(id, PUBLISH_NO_PERIOD));
    set_period(id, today);
    /* Not noticed anew after all: the old days come back by themselves, and go again. */
    change(id, 2, "虚构公司（杭州）", false);
    assert_int_equal(get(id).open_day, get(1).open_day);
    change(id, 2, "虚构公司（杭州）", true);
    assert_false(get(id).has_period);
    set_period(id, today);
    publish(id);
    assert_int_equal(house_number("SELECT COUNT(*) FROM candidate WHERE state = 'NOTICED' AND id = 2"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM candidate_event WHERE move = 'NOTICE_AGAIN'"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM shown_entry WHERE period_version = 2"), 1);
    assert_int_equal(house_number("SELECT candidate_id FROM shown_entry WHERE period_version = 2"), 2);
    assert_int_equal(house_number("SELECT COUNT(*) FROM shown_entry WHERE opens_at = '" ROWS_OPENS "' AND closes_at = '" ROWS_CLOSES "'"), 5);
    /* A plain correction after it keeps both periods. */
    int64_t third = begun(id);
    change(third, 1, "虚构集团", false);
    publish(third);
    struct published p;
    house_ok(published_read(staff, house.m, "2026-1", 0, &p, &f), f);
    assert_int_equal(p.version, 3);
    assert_int_equal(p.period_count, 2);
    assert_int_equal(p.periods[0].people, 2);
    assert_int_equal(p.periods[1].version, 2);
}

static void only_who_is_out_is_left_out(void **state)
{
    (void)state;
    int64_t id = begun(1);
    house_fails(correct_leave_out(house.m, staff, seen(id), ONE, entry_of(id, 2)->id, &f), f, "entry_stays");
    stands(2, "REMOVED");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(correct_leave_out(house.m, staff, seen(id), ONE, entry_of(id, 2)->id, &f), f);
    assert_null(entry_of(id, 2));
    house_ok(correct_put_back(house.m, staff, seen(id), ONE, 2, &f), f);
    assert_int_equal(entry_of(id, 2)->period_version_id, 1);
    house_fails(correct_put_back(house.m, staff, seen(id), ONE, 2, &f), f, "entry_there");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(correct_leave_out(house.m, staff, seen(id), ONE, entry_of(id, 2)->id, &f), f);
    /* Somebody who came back meanwhile is missed at the check. */
    assert_false(found(id, PUBLISH_LEFT_OUT));
    stands(2, "KEPT");
    assert_true(found(id, PUBLISH_LEFT_OUT));
    stands(2, "REMOVED");
    publish(id);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM shown_entry WHERE version_id = %lld", (long long)id)), 2);
}

static void a_promotion_is_decided_before_and_noticed_anew(void **state)
{
    (void)state;
    int64_t id = begun(1);
    struct correct_person in = person(id, 3);
    in.promoted = in.renewed = true;
    house_ok(correct_person(house.m, staff, &in, &f), f);
    assert_string_equal(entry_of(id, 3)->award, "CRAFTSMAN");
    assert_int_equal(entry_of(id, 3)->seq, 3);
    set_period(id, today);
    assert_true(found(id, PUBLISH_PROMOTED_UNDECIDED));
    stands(3, "AWAITING");
    assert_false(found(id, PUBLISH_PROMOTED_UNDECIDED));
    publish(id);
}

static void who_is_settled_is_not_noticed_anew(void **state)
{
    (void)state;
    static const char *const settled[] = { "REMOVED", "CARRIED_OVER", "RECOGNISED", "REVOKED" };
    int64_t id = begun(1);
    change(id, 1, "虚构集团", true);
    assert_false(found(id, PUBLISH_RENEWED_UNFIT));
    for (size_t i = 0; i < ROWS(settled); i++) {
        stands(1, settled[i]);
        assert_true(found(id, PUBLISH_RENEWED_UNFIT));
    }
}

static void only_the_newest_version_is_corrected_or_withdrawn(void **state)
{
    (void)state;
    int64_t id = begun(1), again;
    change(id, 1, "虚构集团", false);
    publish(id);
    house_fails(correct_begin(staff, 1, ONE, "又一处有误。", &again, &f), f, "correction_begun");
    house_fails(publish_withdraw(staff, 1, TWO, "名单有误，现撤销。", &f), f, "notice_corrected");
    /* What was withdrawn while its correction was being written stays withdrawn. */
    f = (struct fail){ .kind = FAIL_NONE };
    int64_t third = begun(id);
    change(third, 1, "虚构公司", false);
    house_ok(publish_ready(house.m, staff, seen(third), ONE, &f), f);
    house_ok(publish_withdraw(staff, id, TWO, "名单有误，现撤销。", &f), f);
    assert_true(found(third, PUBLISH_BASE_GONE));
    house_fails(publish_now(house.m, staff, seen(third), TWO, &f), f, "notice_incomplete");
    /* Why it was corrected stays readable beside why it was withdrawn. */
    struct published p;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(published_read(staff, house.m, "2026-1", 0, &p, &f), f);
    assert_string_equal(p.corrected_why, "第 2 号人选的单位名称有误。");
    assert_string_equal(p.reason, "名单有误，现撤销。");
}

#define TEST(name) cmocka_unit_test_setup(name, before)
SUITE(correct, TEST(a_correction_begins_with_what_stands), TEST(a_plain_correction_moves_no_period), TEST(words_that_changed_are_told_to_all),
      TEST(who_is_noticed_anew_gets_a_full_period_and_nobody_else), TEST(only_who_is_out_is_left_out),
      TEST(a_promotion_is_decided_before_and_noticed_anew), TEST(who_is_settled_is_not_noticed_anew),
      TEST(only_the_newest_version_is_corrected_or_withdrawn));
