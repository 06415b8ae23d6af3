/* closing: the database's clock and the printed period decide inside the inserting statement what an objection is. */
#include "objection.h"
#include "published.h"
#include "reading.h"
#include "rows.h"
#include "submission.h"
#include "suite.h"

static struct db *db;
static int count;

static void travel(const char *when)
{
    struct fail f = { .kind = FAIL_NONE };
    char *text = mem_printf(house.m, "SET time_zone = '+00:00', timestamp = UNIX_TIMESTAMP('%s')", when);
    house_ok(db_script(db, "travel", text, strlen(text), &f), f);
}

/* What becomes of an objection that is sent at `now` with a form opened at `opened`: a state, or the code of the fail. */
static const char *sent_about(int64_t version, int64_t candidate, const char *now, const char *opened, const char *kind)
{
    struct fail f = { .kind = FAIL_NONE };
    unsigned char hash[32] = { 0 };
    int64_t id = 0;
    instant form;
    assert_true(clock_from_sql(opened, &form));
    hash[0] = (unsigned char)++count;
    hash[1] = (unsigned char)(count >> 8);
    struct submission_new in = { .receipt = mem_printf(house.m, "%012d", count), .key_hash = hash, .answer_key = hash, .version_id = version,
                                 .candidate_id = candidate, .kind = kind, .grounds = "C1", .text = { (unsigned char *)"x", 1 },
                                 .form_opened_at = form, .late_minutes = 120 };
    travel(now);
    if (!submission_add(db, &in, &id, &f))
        return mem_text(house.m, f.code);
    struct submission found;
    house_ok(submission_find(db, house.m, hash, &found, &f), f);
    assert_string_equal(found.receipt, in.receipt);
    return found.state;
}

static const char *sent(const char *now, const char *opened, const char *kind) { return sent_about(1, 1, now, opened, kind); }

/* The period is [2026-04-19 16:00, 2026-04-24 16:00) UTC; a form that was opened in it is kept as late for two hours more. */
static const struct { const char *now, *opened, *named, *anonymous; } instants[] = {
    /* the opening instant */
    { "2026-04-19 15:59:59.999", "2026-04-19 15:59:00.000000", "period_over", "CLUE" },
    { "2026-04-19 16:00:00.000", "2026-04-19 15:59:00.000000", "SUBMITTED", "CLUE" },
    { "2026-04-19 16:00:00.001", "2026-04-19 15:59:00.000000", "SUBMITTED", "CLUE" },
    /* the closing instant */
    { "2026-04-24 15:59:59.999", "2026-04-24 15:00:00.000000", "SUBMITTED", "CLUE" },
    { "2026-04-24 15:59:59.999999", "2026-04-24 15:00:00.000000", "SUBMITTED", "CLUE" },
    { "2026-04-24 16:00:00.000", "2026-04-24 15:00:00.000000", "LATE_RECORDED", "CLUE" },
    { "2026-04-24 16:00:00.001", "2026-04-24 15:00:00.000000", "LATE_RECORDED", "CLUE" },
    /* the form was opened about the closing instant */
    { "2026-04-24 16:00:01.000", "2026-04-24 15:59:59.999000", "LATE_RECORDED", "CLUE" },
    { "2026-04-24 16:00:01.000", "2026-04-24 15:59:59.999999", "LATE_RECORDED", "CLUE" },
    { "2026-04-24 16:00:01.000", "2026-04-24 16:00:00.000000", "period_over", "CLUE" },
    { "2026-04-24 16:00:01.000", "2026-04-24 16:00:00.001000", "period_over", "CLUE" },
    { "2026-04-24 16:00:00.000", "2026-04-24 15:59:59.999999", "LATE_RECORDED", "CLUE" },
    { "2026-04-24 16:00:00.000", "2026-04-24 16:00:00.000000", "period_over", "CLUE" },
    /* the end of what is kept as late */
    { "2026-04-24 17:59:59.999", "2026-04-24 15:59:59.999999", "LATE_RECORDED", "CLUE" },
    { "2026-04-24 18:00:00.000", "2026-04-24 15:59:59.999999", "period_over", "CLUE" },
    { "2026-04-24 18:00:00.001", "2026-04-24 15:59:59.999999", "period_over", "CLUE" },
    { "2026-05-24 18:00:00.000", "2026-04-24 15:59:59.999999", "period_over", "CLUE" },
};

/* What the pages tell somebody at the same instant. */
static const char *told_about(const char *candidate, const char *now, const char *opened)
{
    struct fail f = { .kind = FAIL_NONE };
    struct published p;
    struct published_entry e;
    instant at = 0, form = 0;
    assert_true(clock_from_sql(now, &at) && clock_from_sql(opened, &form));
    house_ok(published_read(db, house.m, "2026-1", 0, &p, &f) && published_entry_read(db, house.m, p.version_id, candidate, &e, &f), f);
    if (reading_phase(&p, &e.period, at) == READING_OPEN)
        return "SUBMITTED";
    return reading_late(&p, &e.period, form, at) ? "LATE_RECORDED" : "period_over";
}

static const char *told(const char *now, const char *opened) { return told_about("abc", now, opened); }

/* How many instants come out otherwise; *first is one of them. */
static size_t wrong_ones(const char **first)
{
    size_t wrong = 0;
    db = house_account(DB_PUBLIC);
    for (size_t i = 0; i < ROWS(instants); i++) {
        const char *named = sent(instants[i].now, instants[i].opened, "PERSON");
        const char *anonymous = sent(instants[i].now, instants[i].opened, "ANONYMOUS");
        const char *page = told(instants[i].now, instants[i].opened);
        bool right = strcmp(named, instants[i].named) == 0 && strcmp(anonymous, instants[i].anonymous) == 0 && strcmp(page, instants[i].named) == 0;
        if (!right && wrong++ == 0)
            *first = mem_printf(house.m, "at %s: %s and %s, told %s", instants[i].now, named, anonymous, page);
    }
    return wrong;
}

static void the_instant_of_the_database_decides(void **state)
{
    (void)state;
    const char *first = "";
    rows_published();
    if (wrong_ones(&first) > 0)
        fail_msg("%s", first);
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "UNIT"), "SUBMITTED");
}

/* The control: a period that closes one millisecond later. */
static void one_millisecond_is_seen(void **state)
{
    (void)state;
    const char *first = "";
    rows_draft();
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'PUBLISHED', published_by = 2, published_at = '2026-04-18 02:00:00', "
                               "opens_at = '" ROWS_OPENS "', closes_at = '2026-04-24 16:00:00.001' WHERE id = 1"), 0);
    assert_int_equal(wrong_ones(&first), 5);
}

/* Version 2 notices candidate 2 anew, in [2026-05-05 16:00, 2026-05-11 16:00) UTC. */
static const char correction[] =
    "INSERT INTO candidate (id, round_id, slug) VALUES (2, 1, 'def');"
    "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds) "
    "VALUES (1, 2, 'CRAFTSMAN', 2, '孔虚', '虚构公司', '技师', 1, '上城区总工会', '软件', '');" ROWS_PUBLISH
    "INSERT INTO notice_version (id, notice_id, version, state, title, body, drafted_by, created_at, open_day, close_day, reason) "
    "VALUES (2, 1, 2, 'DRAFT', '公示', '正文', 1, NOW(6), '2026-05-06', '2026-05-11', '单位名称有误');"
    "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, "
    "period_version_id) SELECT 2, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, "
    "IF(candidate_id = 1, 1, NULL) FROM candidate_entry WHERE version_id = 1;";
#define PUBLISH_AGAIN \
    "UPDATE notice_version SET state = 'PUBLISHED', published_by = 2, published_at = '2026-05-01 02:00:00', opens_at = '2026-05-05 16:00:00', " \
    "closes_at = '2026-05-11 16:00:00' WHERE id = 2"

static const struct { const char *now, *opened, *other, *renewed; } second_notice[] = {
    { "2026-04-24 15:59:59.999", "2026-04-24 15:00:00.000000", "SUBMITTED", "period_over" },
    { "2026-04-24 16:00:00.000", "2026-04-24 15:00:00.000000", "LATE_RECORDED", "period_over" },
    { "2026-04-24 17:59:59.999", "2026-04-24 15:00:00.000000", "LATE_RECORDED", "period_over" },
    { "2026-04-24 18:00:00.000", "2026-04-24 15:00:00.000000", "period_over", "period_over" },
    { "2026-05-05 15:59:59.999", "2026-05-05 15:00:00.000000", "period_over", "period_over" },
    { "2026-05-05 16:00:00.000", "2026-05-05 15:00:00.000000", "period_over", "SUBMITTED" },
    { "2026-05-11 15:59:59.999", "2026-05-11 15:00:00.000000", "period_over", "SUBMITTED" },
    { "2026-05-11 16:00:00.000", "2026-05-11 15:00:00.000000", "period_over", "LATE_RECORDED" },
    { "2026-05-11 16:00:00.000", "2026-05-11 16:00:00.000000", "period_over", "period_over" },
    { "2026-05-11 17:59:59.999", "2026-05-11 15:59:59.999999", "period_over", "LATE_RECORDED" },
    { "2026-05-11 18:00:00.000", "2026-05-11 15:59:59.999999", "period_over", "period_over" },
};

static void who_is_noticed_again_has_a_period_of_his_own(void **state)
{
    (void)state;
    rows_draft();
    assert_int_equal(house_sql(correction), 0);
    assert_int_equal(house_sql(PUBLISH_AGAIN), 0);
    db = house_account(DB_PUBLIC);
    for (size_t i = 0; i < ROWS(second_notice); i++) {
        const char *now = second_notice[i].now, *opened = second_notice[i].opened;
        assert_string_equal(sent_about(2, 1, now, opened, "PERSON"), second_notice[i].other);
        assert_string_equal(told_about("abc", now, opened), second_notice[i].other);
        assert_string_equal(sent_about(2, 2, now, opened, "PERSON"), second_notice[i].renewed);
        assert_string_equal(told_about("def", now, opened), second_notice[i].renewed);
    }
}

/* The notice is open while anybody in it is. */
static void a_notice_is_open_while_anybody_in_it_is(void **state)
{
    (void)state;
    static const struct { const char *now; enum reading_phase phase; int version; } at[] = {
        { "2026-04-24 15:59:59.999", READING_OPEN, 1 }, { "2026-04-24 16:00:00", READING_BEFORE, 2 }, { "2026-05-05 16:00:00", READING_OPEN, 2 },
        { "2026-05-11 16:00:00", READING_CLOSED, 2 },
    };
    struct fail f = { .kind = FAIL_NONE };
    struct published p;
    instant now = 0;
    rows_draft();
    assert_int_equal(house_sql(correction), 0);
    assert_int_equal(house_sql(PUBLISH_AGAIN), 0);
    db = house_account(DB_PUBLIC);
    house_ok(published_read(db, house.m, "2026-1", 0, &p, &f), f);
    assert_int_equal(p.period_count, 2);
    for (size_t i = 0; i < ROWS(at); i++) {
        assert_true(clock_from_sql(at[i].now, &now));
        const struct published_period *of = reading_period(&p, now);
        assert_int_equal(of->version, at[i].version);
        assert_int_equal(reading_phase(&p, of, now), at[i].phase);
        assert_int_equal(of->people, 1);
    }
}

static void a_printed_period_is_never_moved(void **state)
{
    (void)state;
    rows_draft();
    assert_int_equal(house_sql(correction), 0);
    /* Candidate 1 under the days of version 2 without being noticed by it; candidate 2 under days that were never his. */
    assert_int_equal(house_sql("UPDATE candidate_entry SET period_version_id = 2 WHERE version_id = 2 AND candidate_id = 1"), 0);
    assert_int_equal(house_sql(PUBLISH_AGAIN), 1644);
    assert_int_equal(house_sql("UPDATE candidate_entry SET period_version_id = 1 WHERE version_id = 2 AND candidate_id = 1"), 0);
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'WITHDRAWN' WHERE id = 1"), 0);
    assert_int_equal(house_sql(PUBLISH_AGAIN), 1644);
}

static void what_is_not_published_takes_no_named_objection(void **state)
{
    (void)state;
    rows_draft();
    db = house_account(DB_PUBLIC);
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "PERSON"), "period_over");
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "ANONYMOUS"), "period_over");
    rows_published();
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'WITHDRAWN', withdrawn_why = 'x' WHERE id = 1"), 0);
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "PERSON"), "period_over");
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "ANONYMOUS"), "CLUE");
}

static void the_same_code_or_number_is_taken_once(void **state)
{
    (void)state;
    rows_published();
    db = house_account(DB_PUBLIC);
    count = 100;
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "PERSON"), "SUBMITTED");
    count = 100;
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "PERSON"), "submitted_before");
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection_event"), 1);
}

SUITE(closing, cmocka_unit_test(the_instant_of_the_database_decides),
      cmocka_unit_test(one_millisecond_is_seen), cmocka_unit_test(what_is_not_published_takes_no_named_objection),
      cmocka_unit_test(who_is_noticed_again_has_a_period_of_his_own), cmocka_unit_test(a_notice_is_open_while_anybody_in_it_is),
      cmocka_unit_test(a_printed_period_is_never_moved), cmocka_unit_test(the_same_code_or_number_is_taken_once));
