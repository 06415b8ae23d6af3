/* final: the final list: from the recognised, by two officers, unchangeable once out, with a line for whoever is revoked later. */
#include "announce.h"
#include "announced.h"
#include "rows.h"
#include "suite.h"

enum { ONE = 1, TWO };

static struct db *staff, *everybody;
static struct fail f;

/* Two craftsmen of unions 1 and 2, and one with a nomination award who is not recognised. */
static const char people[] =
    "INSERT INTO nominating_union (id, code, name, kind) VALUES (2, 'gs', '拱墅区总工会', 'DISTRICT');"
    "UPDATE notice_version SET signed_by = '办公室';"
    "INSERT INTO candidate (id, round_id, slug) VALUES (2, 1, 'def'), (3, 1, 'ghi');"
    "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds) VALUES "
    "(1, 2, 'CRAFTSMAN', 3, '孔虚', '虚构公司', '技师', 2, '拱墅区总工会', '软件', ''), "
    "(1, 3, 'CRAFTSMAN', 2, '严虚', '虚构公司', '技师', 2, '拱墅区总工会', '软件', '');" ROWS_PUBLISH;

static void stands(int64_t candidate, const char *move, const char *at)
{
    assert_int_equal(house_sql(mem_printf(house.m, "SET @stood = (SELECT state FROM candidate WHERE id = %lld); "
                                          "INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state, reason, paper) "
                                          "VALUES (%lld, NOW(6), 'SYSTEM', '%s', @stood, '%s', '材料不实', '杭工〔2026〕9号')", (long long)candidate,
                                          (long long)candidate, move, at)), 0);
}

static int before(void **state)
{
    (void)state;
    f = (struct fail){ .kind = FAIL_NONE };
    rows_draft();
    assert_int_equal(house_sql(people), 0);
    if (staff == NULL) {
        staff = house_account(DB_STAFF);
        everybody = house_account(DB_PUBLIC);
    }
    return 0;
}

static struct announcement get(void)
{
    struct announcement a;
    house_ok(announcement_of_round(house.m, staff, "2026", &a, &f), f);
    return a;
}

static struct draft_seen seen(void)
{
    struct announcement a = get();
    return (struct draft_seen){ a.id, a.revision };
}

/* Ready to be published by the second officer. */
static struct announcement ready(void)
{
    struct announcement_words w = { "关于公布名单的公告", "", "经认定，现予公布。", "办公室", 20600 };
    stands(1, "RECOGNISE", "RECOGNISED");
    stands(2, "RECOGNISE", "RECOGNISED");
    house_ok(announce_begin(house.m, staff, "2026", ONE, &f), f);
    house_ok(announce_words(staff, seen(), ONE, &w, &f), f);
    struct announcement a = get();
    house_ok(announce_ready(house.m, staff, &a, seen(), ONE, &f), f);
    return get();
}

static struct announcement published(void)
{
    struct announcement a = ready();
    house_ok(announce_now(house.m, staff, &a, seen(), TWO, &f), f);
    return get();
}

static void a_list_is_drawn_up_from_the_recognised(void **state)
{
    (void)state;
    house_fails(announce_begin(house.m, staff, "2026", ONE, &f), f, "nobody_recognised");
    assert_int_equal(house_number("SELECT COUNT(*) FROM announcement"), 0);
    stands(1, "RECOGNISE", "RECOGNISED");
    stands(2, "RECOGNISE", "RECOGNISED");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(announce_begin(house.m, staff, "2026", ONE, &f), f);
    house_fails(announce_begin(house.m, staff, "2026", TWO, &f), f, "announcement_stands");
    struct announcement_people list;
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(announcement_list(house.m, staff, get().id, &list, &f), f);
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[1].name, "孔虚");
    assert_int_equal(list.items[1].seq, 2); /* 3 in the notice */
    assert_string_equal(get().words.title, "关于公布首届认定名单的公告");
    assert_string_equal(get().words.signed_by, "办公室");
}

static void what_is_missing_or_out_of_date_holds_it_back(void **state)
{
    (void)state;
    bool stops[ANNOUNCE_STOP__MAX];
    size_t count;
    stands(1, "RECOGNISE", "RECOGNISED");
    house_ok(announce_begin(house.m, staff, "2026", ONE, &f), f);
    struct announcement a = get();
    house_ok(announce_check(house.m, staff, &a, stops, &count, &f), f);
    assert_true(stops[ANNOUNCE_NO_BODY] && stops[ANNOUNCE_NO_SIGNATURE] && !stops[ANNOUNCE_OUTDATED]);
    house_fails(announce_ready(house.m, staff, &a, seen(), ONE, &f), f, "announcement_incomplete");
    f = (struct fail){ .kind = FAIL_NONE };
    stands(2, "RECOGNISE", "RECOGNISED");
    house_ok(announce_check(house.m, staff, &a, stops, &count, &f), f);
    assert_true(stops[ANNOUNCE_OUTDATED]);
    house_ok(announce_refresh(house.m, staff, seen(), a.round_id, ONE, &f), f);
    house_ok(announce_check(house.m, staff, &a, stops, &count, &f), f);
    assert_false(stops[ANNOUNCE_OUTDATED]);
}

static void two_make_it_and_neither_overwrites_the_other(void **state)
{
    (void)state;
    struct announcement a = ready();
    struct announcement_words w = a.words;
    house_fails(announce_words(staff, seen(), ONE, &w, &f), f, "announcement_is_ready");
    house_fails(announce_now(house.m, staff, &a, seen(), ONE, &f), f, "publish_own");
    struct draft_seen read = seen();
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(announce_return(staff, read, TWO, "再看一看", &f), f);
    house_fails(announce_now(house.m, staff, &a, read, TWO, &f), f, "announcement_is_draft");
    f = (struct fail){ .kind = FAIL_NONE };
    a = get();
    house_fails(announce_ready(house.m, staff, &a, seen(), TWO, &f), f, "ready_not_drafter");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(announce_ready(house.m, staff, &a, seen(), ONE, &f), f);
    house_fails(announce_now(house.m, staff, &a, read, TWO, &f), f, "announcement_changed");
    /* Somebody is revoked between check and publication. */
    stands(2, "REVOKE", "REVOKED");
    a = get();
    house_fails(announce_now(house.m, staff, &a, seen(), TWO, &f), f, "announcement_incomplete");
}

static void what_is_out_stays_as_it_is(void **state)
{
    (void)state;
    static const char *const forbidden[] = {
        "UPDATE announcement SET title = 'x'", "UPDATE announcement SET body = 'x'", "UPDATE announcement SET state = 'DRAFT'",
        "UPDATE announcement SET published_at = NOW(6)", "UPDATE announcement SET reason = 'x'", "DELETE FROM announcement",
        "DELETE FROM announcement_entry", "UPDATE announcement_entry SET name = 'x'",
        "INSERT INTO announcement_entry VALUES (1, 3, 'CRAFTSMAN', 3, 'x', 'x', 'x', 1, 'x')",
        "INSERT INTO announcement (round_id, state, title, body, drafted_by, created_at) VALUES (1, 'PUBLISHED', '', '', 1, NOW(6))",
    };
    published();
    assert_int_equal(house_sql("UPDATE announcement_entry SET announcement_id = 1"), 1644);
    for (size_t i = 0; i < ROWS(forbidden); i++) {
        unsigned error = house_sql(forbidden[i]);
        if (error != 1644)
            fail_msg("%s: %u", forbidden[i], error);
    }
    /* The control: a draft can be changed. */
    before(NULL);
    stands(1, "RECOGNISE", "RECOGNISED");
    house_ok(announce_begin(house.m, staff, "2026", ONE, &f), f);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(house_sql(forbidden[i]), 0);
}

static void everybody_reads_it_and_who_was_revoked_since(void **state)
{
    (void)state;
    struct announced a;
    struct announced_person *list;
    size_t count;
    house_fails(announced_read(everybody, house.m, "2026", &a, &f), f, "not_found");
    struct announcement made = ready();
    house_fails(announced_read(everybody, house.m, "2026", &a, &f), f, "not_found");
    int64_t shown = house_number("SELECT version FROM public_version WHERE round_id = 0");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(announce_now(house.m, staff, &made, seen(), TWO, &f), f);
    assert_int_equal(house_number("SELECT version FROM public_version WHERE round_id = 0"), shown + 1);
    house_ok(announced_read(everybody, house.m, "2026", &a, &f), f);
    stands(2, "REVOKE", "REVOKED");
    assert_int_equal(house_number("SELECT version FROM public_version WHERE round_id = 0"), shown + 2);
    house_ok(announced_people(everybody, house.m, a.id, &list, &count, &f), f);
    assert_int_equal(count, 2);
    assert_int_equal(list[0].revoked_at, 0);
    assert_true(list[1].revoked_at > 0);
    assert_string_equal(list[1].revoked_why, "材料不实");
    assert_string_equal(list[1].revoked_paper, "杭工〔2026〕9号");
    /* Letters to the unions of its people. */
    assert_int_equal(house_number("SELECT COUNT(*) FROM union_letter WHERE kind = 'FINAL' AND announcement_id = 1"), 2);
    assert_true(house_number("SELECT COUNT(*) FROM outbox WHERE event = 'notice_final'") > 0);
}

static void what_is_withdrawn_says_so_and_makes_room(void **state)
{
    (void)state;
    struct announced a;
    published();
    int64_t shown = house_number("SELECT version FROM public_version WHERE round_id = 0");
    house_fails(announce_begin(house.m, staff, "2026", ONE, &f), f, "announcement_stands");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(announce_withdraw(staff, seen(), TWO, "名单有误，另行公布。", &f), f);
    house_ok(announced_read(everybody, house.m, "2026", &a, &f), f);
    assert_true(a.withdrawn && house_number("SELECT version FROM public_version WHERE round_id = 0") == shown + 1);
    house_ok(announce_begin(house.m, staff, "2026", ONE, &f), f);
    assert_int_equal(get().state, DRAFT_WRITING);
}

#define TEST(name) cmocka_unit_test_setup(name, before)
SUITE(final, TEST(a_list_is_drawn_up_from_the_recognised), TEST(what_is_missing_or_out_of_date_holds_it_back),
      TEST(two_make_it_and_neither_overwrites_the_other), TEST(what_is_out_stays_as_it_is),
      TEST(everybody_reads_it_and_who_was_revoked_since), TEST(what_is_withdrawn_says_so_and_makes_room));
