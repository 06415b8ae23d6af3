/* retain: what was promised to be thrown away is, and nothing else. */
#include "retain.h"

#include "citizen.h"

#define F citizen_fail
#define FILE_OF(hash, made, objection) \
    "INSERT INTO attachment (form_hash, purpose, kind, size, head, name_sealed, name_boxed, created_at, objection_id) VALUES (REPEAT('" hash \
    "', 32), 'EVIDENCE', 'pdf', 1, '', '', '', '" made "', " objection "); " \
    "INSERT INTO attachment_chunk (attachment_id, n, data) VALUES (LAST_INSERT_ID(), 0, 'x')"
#define HIT(class, at) "INSERT INTO rate_hit (class, tag, window_start, hits) VALUES ('" class "', REPEAT('t', 16), '" at "', 1)"

static void sweep(void)
{
    bool more = true;
    while (more)
        house_ok(retain_sweep(citizen_notify, &more, &F), F);
}

static void a_file_that_nobody_sent_goes_after_a_day(void **state)
{
    (void)state;
    assert_int_equal(house_sql(FILE_OF("a", "2026-04-20 01:59:59", "NULL")), 0);
    assert_int_equal(house_sql(FILE_OF("b", "2026-04-20 02:00:01", "NULL")), 0);
    sweep();
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment WHERE form_hash = REPEAT('a', 32)"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment WHERE form_hash = REPEAT('b', 32)"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment_chunk"), house_number("SELECT COUNT(*) FROM attachment"));
}

static void many_files_go_little_by_little(void **state)
{
    (void)state;
    for (int i = 0; i < 45; i++)
        assert_int_equal(house_sql(FILE_OF("m", "2026-04-01 00:00:00", "NULL")), 0);
    bool more = false;
    house_ok(retain_sweep(citizen_notify, &more, &F), F);
    assert_true(more);
    sweep();
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment WHERE form_hash = REPEAT('m', 32)"), 0);
}

static void a_file_that_was_sent_stays(void **state)
{
    (void)state;
    citizen_objects(OBJECTION_PERSON);
    assert_int_equal(house_sql(FILE_OF("c", "2026-04-01 00:00:00", "NULL")), 0);
    assert_int_equal(house_sql("UPDATE attachment SET objection_id = (SELECT MIN(id) FROM objection) WHERE form_hash = REPEAT('c', 32)"), 0);
    sweep();
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment WHERE form_hash = REPEAT('c', 32)"), 1);
}

static void a_source_is_forgotten_when_its_rule_looks_back_no_further(void **state)
{
    (void)state;
    assert_int_equal(house_sql(HIT("public-send", "2026-04-21 00:59:59")), 0);
    assert_int_equal(house_sql(HIT("public-lookup", "2026-04-21 01:30:00")), 0);
    assert_int_equal(house_sql(HIT("public-slow", "2026-04-21 00:59:59")), 0);
    assert_int_equal(house_sql(HIT("trial", "2026-04-21 00:59:59")), 0);
    assert_int_equal(house_sql(HIT("trial_to", "2026-04-21 00:59:59")), 0);
    assert_int_equal(house_sql(HIT("union-code", "2026-04-20 03:00:00")), 0);
    assert_int_equal(house_sql(HIT("login-known", "2026-04-01 00:00:00")), 0);
    sweep();
    assert_int_equal(house_number("SELECT COUNT(*) FROM rate_hit WHERE class = 'public-send'"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM rate_hit"), 3);
}

SUITE(retain, CITIZEN_TEST(a_file_that_nobody_sent_goes_after_a_day), CITIZEN_TEST(many_files_go_little_by_little),
      CITIZEN_TEST(a_file_that_was_sent_stays), CITIZEN_TEST(a_source_is_forgotten_when_its_rule_looks_back_no_further));
