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
static const char *sent(const char *now, const char *opened, const char *kind)
{
    struct fail f = { .kind = FAIL_NONE };
    unsigned char hash[32] = { 0 };
    int64_t id = 0;
    instant form;
    assert_true(clock_from_sql(opened, &form));
    hash[0] = (unsigned char)++count;
    hash[1] = (unsigned char)(count >> 8);
    struct submission_new in = { .receipt = mem_printf(house.m, "%012d", count), .key_hash = hash, .answer_key = hash, .version_id = 1,
                                 .candidate_id = 1, .kind = kind, .grounds = "C1", .text = { (unsigned char *)"x", 1 },
                                 .form_opened_at = form, .late_minutes = 120 };
    travel(now);
    if (!submission_add(db, &in, &id, &f))
        return mem_text(house.m, f.code);
    struct submission found;
    house_ok(submission_find(db, house.m, hash, &found, &f), f);
    assert_string_equal(found.receipt, in.receipt);
    return found.state;
}

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
static const char *told(const char *now, const char *opened)
{
    struct fail f = { .kind = FAIL_NONE };
    struct published p;
    instant at = 0, form = 0;
    assert_true(clock_from_sql(now, &at) && clock_from_sql(opened, &form));
    house_ok(published_read(db, house.m, "2026-1", 0, &p, &f), f);
    if (reading_phase(&p, at) == READING_OPEN)
        return "SUBMITTED";
    return reading_late(&p, form, at) ? "LATE_RECORDED" : "period_over";
}

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

static void what_is_not_published_takes_no_named_objection(void **state)
{
    (void)state;
    rows_draft();
    db = house_account(DB_PUBLIC);
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "PERSON"), "period_over");
    assert_string_equal(sent("2026-04-20 01:00:00", "2026-04-20 00:59:00.000000", "ANONYMOUS"), "period_over");
    rows_published();
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'WITHDRAWN', reason = 'x' WHERE id = 1"), 0);
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
      cmocka_unit_test(the_same_code_or_number_is_taken_once));
