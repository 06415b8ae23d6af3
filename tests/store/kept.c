/* kept: what was published or happened cannot be changed or taken away by anybody, the owner included; events follow each other; what
 * needs two people is refused to one. */
#include "rows.h"
#include "suite.h"

enum { SIGNALLED = 1644, CHECK_FAILED = 4025 };

static const enum db_account everybody[] = { DB_PUBLIC, DB_STAFF, DB_UNION, DB_NOTIFY, DB_OPERATOR };

/* Tried by every account. */
static const char *const forbidden[] = {
    "UPDATE notice_version SET title = 'x' WHERE id = 1", "UPDATE notice_version SET title = '公示 ' WHERE id = 1",
    "UPDATE notice_version SET published_by = NULL WHERE id = 1",
    "UPDATE notice_version SET state = 'DRAFT' WHERE id = 1", "UPDATE notice_version SET state = 'READY' WHERE id = 1",
    "UPDATE notice_version SET reason = 'x' WHERE id = 1", "UPDATE notice_version SET withdrawn_why = 'x' WHERE id = 1",
    "UPDATE notice_version SET state = 'WITHDRAWN', reason = 'x' WHERE id = 1", "DELETE FROM notice_version WHERE id = 1",
    "UPDATE candidate_entry SET name = 'x' WHERE id = 1", "UPDATE candidate_entry SET seq = 2 WHERE id = 1",
    "DELETE FROM candidate_entry WHERE id = 1",
    "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, by_hand) "
    "VALUES (1, 2, 'CRAFTSMAN', 2, 'x', 'x', 'x', 1, 'x', 'x', 'x', 0)",
    "UPDATE objection SET state = 'DECIDED' WHERE id = 1", "UPDATE objection SET text_sealed = 'x' WHERE id = 1",
    "UPDATE objection SET grounds = 'C2' WHERE id = 1", "DELETE FROM objection WHERE id = 1",
    "UPDATE objection_event SET to_state = 'DECIDED' WHERE objection_id = 1", "UPDATE objection_event SET at = '2020-01-01'",
    "DELETE FROM objection_event WHERE objection_id = 1",
    "UPDATE objection_answer SET sealed = 'y' WHERE id = 1", "DELETE FROM objection_answer WHERE id = 1",
    "UPDATE audit SET action = 'x' WHERE id = 1", "DELETE FROM audit WHERE id = 1",
    "UPDATE attachment SET size = 1 WHERE id = 1", "UPDATE attachment SET objection_id = NULL WHERE id = 1",
    "UPDATE attachment SET assist_id = 1 WHERE id = 1", "DELETE FROM attachment WHERE id = 1",
    "INSERT INTO attachment_chunk (attachment_id, n, data) VALUES (1, 1, 'x')", "UPDATE attachment_chunk SET data = 'x' WHERE attachment_id = 2",
    "DELETE FROM attachment_chunk WHERE attachment_id = 1",
    "INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, move, from_state, to_state, reason_code, deadline_rule) "
    "VALUES (1, NOW(6), 'OFFICER', 1, 'ACCEPT', 'PRELIM_REVIEW', 'ACCEPTED', '', '')",
    "INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, move, from_state, to_state, reason_code, deadline_rule) "
    "VALUES (1, NOW(6), 'OFFICER', 1, 'SUBMIT', '', 'CLUE', '', '')",
    "INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, move, from_state, to_state, reason_code, deadline_rule) "
    "VALUES (1, NOW(6), 'OFFICER', 1, 'SUBMIT', 'SUBMITTED', 'CLUE', '', '')",
    "INSERT INTO notice_version (notice_id, version, state, title, body, drafted_by, created_at) VALUES (1, 5, 'PUBLISHED', '', '', 1, NOW(6))",
};

static bool is_refusal(unsigned error)
{
    return error == SIGNALLED || error == 1142 || error == 1143;
}

static void nobody_changes_what_was_published_or_happened(void **state)
{
    (void)state;
    rows_objection();
    assert_int_equal(house_sql("INSERT INTO candidate (id, round_id, slug) VALUES (2, 1, 'def');"
                               "INSERT INTO audit (id, at, actor_kind, action, object_kind) VALUES (1, NOW(6), 'SYSTEM', 'x', 'x')"), 0);
    for (size_t i = 0; i < ROWS(forbidden); i++)
        for (size_t a = 0; a < ROWS(everybody); a++) {
            unsigned error = everybody[a] == DB_OPERATOR ? house_sql(forbidden[i]) : house_sql_as(everybody[a], forbidden[i]);
            if (!is_refusal(error) || (everybody[a] == DB_OPERATOR && error != SIGNALLED))
                fail_msg("%s as %s: error %u", forbidden[i], db_account_word(everybody[a]), error);
        }
    for (size_t a = 0; a + 1 < ROWS(everybody); a++)
        assert_int_equal(house_sql_as(everybody[a], "TRUNCATE audit"), 1142);
}

/* The control of the list above: the same statements on what is not shown yet, or was not sent, go well. */
static void what_is_still_being_made_can_be_changed(void **state)
{
    (void)state;
    static const char *const allowed[] = {
        "UPDATE notice_version SET title = 'x' WHERE id = 1", "UPDATE candidate_entry SET name = 'x' WHERE id = 1",
        "UPDATE notice_version SET state = 'READY' WHERE id = 1", "UPDATE notice_version SET state = 'DRAFT' WHERE id = 1",
        "DELETE FROM candidate_entry WHERE id = 1", "DELETE FROM notice_version WHERE id = 1",
    };
    rows_draft();
    for (size_t i = 0; i < ROWS(allowed); i++)
        assert_int_equal(house_sql(allowed[i]), 0);
    rows_objection();
    assert_int_equal(house_sql_as(DB_PUBLIC, "UPDATE attachment SET size = 1 WHERE id = 2"), 0);
    assert_int_equal(house_sql_as(DB_PUBLIC, "DELETE FROM attachment WHERE id = 2"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM attachment_chunk"), 1);
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'WITHDRAWN', withdrawn_why = '有误' WHERE id = 1"), 0);
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'PUBLISHED' WHERE id = 1"), SIGNALLED);
    assert_int_equal(house_sql("UPDATE notice_version SET reason = '其他' WHERE id = 1"), SIGNALLED);
}

static void a_submission_makes_its_event_and_the_state_follows_the_last_one(void **state)
{
    (void)state;
    rows_objection();
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection_event WHERE objection_id = 1 AND actor_kind = 'OBJECTOR' "
                                  "AND move = 'SUBMIT' AND from_state = '' AND to_state = 'SUBMITTED' AND at = '2026-04-20 01:10:00'"), 1);
    assert_int_equal(house_sql_as(DB_STAFF, "INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, move, from_state, to_state) "
                                            "VALUES (1, NOW(6), 'OFFICER', 1, 'CONFIRM_IDENTITY', 'SUBMITTED', 'PRELIM_REVIEW')"), 0);
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection WHERE state = 'PRELIM_REVIEW'"), 1);
    assert_int_equal(house_sql_as(DB_STAFF, "INSERT INTO objection_event (objection_id, at, actor_kind, actor_id, move, from_state, to_state) "
                                            "VALUES (1, NOW(6), 'OFFICER', 1, 'DENY_IDENTITY', 'SUBMITTED', 'CLUE')"), SIGNALLED);
    assert_int_equal(house_number("SELECT COUNT(*) FROM objection WHERE state = 'PRELIM_REVIEW'"), 1);
}

static void what_needs_two_people_is_refused_to_one(void **state)
{
    (void)state;
    static const struct { const char *one, *two; } pairs[] = {
        { "UPDATE assist SET checked_by = 1 WHERE id = 1", "UPDATE assist SET checked_by = 2 WHERE id = 1" },
        { "UPDATE decision SET approved_by = 1 WHERE id = 1", "UPDATE decision SET approved_by = 2 WHERE id = 1" },
        { "UPDATE officer_pass SET agreed_by = 1 WHERE id = 1", "UPDATE officer_pass SET agreed_by = 2 WHERE id = 1" },
    };
    rows_objection();
    for (size_t i = 0; i < ROWS(pairs); i++) {
        assert_int_equal(house_sql(pairs[i].one), CHECK_FAILED);
        assert_int_equal(house_sql(pairs[i].two), 0);
    }
    rows_draft();
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'PUBLISHED', published_by = 1, published_at = NOW(6), opens_at = '" ROWS_OPENS
                               "', closes_at = '" ROWS_CLOSES "' WHERE id = 1"), CHECK_FAILED);
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'PUBLISHED' WHERE id = 1"), SIGNALLED);
    assert_int_equal(house_sql("UPDATE notice_version SET state = 'WITHDRAWN' WHERE id = 1"), SIGNALLED);
    assert_int_equal(house_sql(ROWS_PUBLISH), 0);
}

static void the_public_account_reads_nothing_of_an_objection_but_by_its_code(void **state)
{
    (void)state;
    static const char *const columns[] = { "id", "key_hash", "receipt", "state", "answer_key", "candidate_id", "text_sealed", "*" };
    static const char insert[] = "INSERT INTO objection (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, "
                                 "text_sealed, form_opened_at, submitted_at) VALUES ('1', REPEAT('x', 32), REPEAT('x', 32), 1, 1, 'PERSON', "
                                 "'C1', 'SUBMITTED', 'x', NOW(6), NOW(6))";
    rows_objection();
    for (size_t i = 0; i < ROWS(columns); i++)
        assert_true(is_refusal(house_sql_as(DB_PUBLIC, mem_printf(house.m, "SELECT %s FROM objection", columns[i]))));
    assert_true(is_refusal(house_sql_as(DB_PUBLIC, mem_printf(house.m, "%s RETURNING id", insert))));
    assert_true(is_refusal(house_sql_as(DB_PUBLIC, mem_printf(house.m, "%s ON DUPLICATE KEY UPDATE state = 'CLUE'", insert))));
    assert_int_equal(house_sql_as(DB_PUBLIC, insert), 0);
    /* With a code its case, and no list of cases, events or answers. */
    static const char *const lists[] = { "tracking", "tracking_event", "tracking_answer", "objection", "objection_event", "objection_answer" };
    for (size_t i = 0; i < ROWS(lists); i++)
        assert_true(is_refusal(house_sql_as(DB_PUBLIC, mem_printf(house.m, "SELECT 1 FROM %s", lists[i]))));
    assert_int_equal(house_sql_as(DB_PUBLIC, "CALL tracking(REPEAT('x', 32))"), 0);
    assert_int_equal(house_sql_as(DB_UNION, "CALL tracking(REPEAT('x', 32))"), 1370);
    assert_int_equal(house_sql_as(DB_PUBLIC, "SELECT * FROM notice_version"), 1142);
    assert_int_equal(house_sql_as(DB_PUBLIC, "SELECT * FROM candidate_entry"), 1142);
    assert_int_equal(house_sql_as(DB_PUBLIC, "SELECT * FROM shown_version"), 0);
}

SUITE(kept, cmocka_unit_test(nobody_changes_what_was_published_or_happened), cmocka_unit_test(what_is_still_being_made_can_be_changed),
      cmocka_unit_test(a_submission_makes_its_event_and_the_state_follows_the_last_one),
      cmocka_unit_test(what_needs_two_people_is_refused_to_one), cmocka_unit_test(the_public_account_reads_nothing_of_an_objection_but_by_its_code));
