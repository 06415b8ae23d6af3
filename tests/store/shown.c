/* shown: public_version changes when something that everybody may read changes, and at nothing else. */
#include "rows.h"
#include "suite.h"

/* How much the version of everything grows by a change, which is taken back. */
static int64_t growth(const char *change)
{
    return house_number(mem_printf(house.m,
                                   "START TRANSACTION; SET @before = (SELECT SUM(version) FROM public_version); %s; "
                                   "SELECT SUM(version) - @before FROM public_version; ROLLBACK", change));
}

/* Every column of the views shown_*, and a change of where it comes from. Once shown, most of them cannot change any more. */
static const struct { const char *view, *column, *change; bool stands; } columns[] = {
    { "shown_version", "version_id", "UPDATE notice_version SET id = 9 WHERE id = 1", true },
    { "shown_version", "notice_id", "UPDATE notice_version SET notice_id = 2 WHERE id = 1", true },
    { "shown_version", "round_id", "UPDATE notice SET round_id = 2 WHERE id = 1", false },
    { "shown_version", "slug", "UPDATE notice SET slug = 'other' WHERE id = 1", false },
    { "shown_version", "round_title", "UPDATE round SET title = '其他' WHERE id = 1", false },
    { "shown_version", "version", "UPDATE notice_version SET version = 9 WHERE id = 1", true },
    { "shown_version", "withdrawn", NULL, false }, /* a draft cannot be withdrawn */
    { "shown_version", "title", "UPDATE notice_version SET title = '其他' WHERE id = 1", true },
    { "shown_version", "doc_number", "UPDATE notice_version SET doc_number = '1' WHERE id = 1", true },
    { "shown_version", "body", "UPDATE notice_version SET body = '其他' WHERE id = 1", true },
    { "shown_version", "order_note", "UPDATE notice_version SET order_note = '其他' WHERE id = 1", true },
    { "shown_version", "open_day", "UPDATE notice_version SET open_day = '2026-04-21' WHERE id = 1", true },
    { "shown_version", "close_day", "UPDATE notice_version SET close_day = '2026-04-25' WHERE id = 1", true },
    { "shown_version", "opens_at", "UPDATE notice_version SET opens_at = '2026-04-01' WHERE id = 1", true },
    { "shown_version", "closes_at", "UPDATE notice_version SET closes_at = '2026-04-30' WHERE id = 1", true },
    { "shown_version", "period_rule", "UPDATE notice_version SET period_rule = 'x' WHERE id = 1", true },
    { "shown_version", "handling_office", "UPDATE notice_version SET handling_office = 'x' WHERE id = 1", true },
    { "shown_version", "handling_phone", "UPDATE notice_version SET handling_phone = 'x' WHERE id = 1", true },
    { "shown_version", "handling_email", "UPDATE notice_version SET handling_email = 'x' WHERE id = 1", true },
    { "shown_version", "handling_address", "UPDATE notice_version SET handling_address = 'x' WHERE id = 1", true },
    { "shown_version", "handling_hours", "UPDATE notice_version SET handling_hours = 'x' WHERE id = 1", true },
    { "shown_version", "supervision_office", "UPDATE notice_version SET supervision_office = 'x' WHERE id = 1", true },
    { "shown_version", "supervision_phone", "UPDATE notice_version SET supervision_phone = 'x' WHERE id = 1", true },
    { "shown_version", "signed_by", "UPDATE notice_version SET signed_by = 'x' WHERE id = 1", true },
    { "shown_version", "signed_day", "UPDATE notice_version SET signed_day = '2026-04-18' WHERE id = 1", true },
    { "shown_version", "reason", "UPDATE notice_version SET reason = 'x' WHERE id = 1", true },
    { "shown_version", "corrected_why", "UPDATE notice_version SET version = 2, reason = 'x' WHERE id = 1", true },
    { "shown_version", "published_at", "UPDATE notice_version SET published_at = '2026-04-01' WHERE id = 1", true },
    { "shown_entry", "id", "UPDATE candidate_entry SET id = 9 WHERE id = 1", true },
    { "shown_entry", "version_id", "UPDATE candidate_entry SET version_id = 2 WHERE id = 1", true },
    { "shown_entry", "candidate_id", "UPDATE candidate_entry SET candidate_id = 2 WHERE id = 1", true },
    { "shown_entry", "slug", "UPDATE candidate SET slug = 'other' WHERE id = 1", false },
    { "shown_entry", "award", "UPDATE candidate_entry SET award = 'NOMINATION' WHERE id = 1", true },
    { "shown_entry", "seq", "UPDATE candidate_entry SET seq = 9 WHERE id = 1", true },
    { "shown_entry", "name", "UPDATE candidate_entry SET name = '其他' WHERE id = 1", true },
    { "shown_entry", "employer", "UPDATE candidate_entry SET employer = '其他' WHERE id = 1", true },
    { "shown_entry", "post", "UPDATE candidate_entry SET post = '其他' WHERE id = 1", true },
    { "shown_entry", "union_id", "UPDATE candidate_entry SET union_id = 2 WHERE id = 1", true },
    { "shown_entry", "union_name", "UPDATE candidate_entry SET union_name = '其他' WHERE id = 1", true },
    { "shown_entry", "field", "UPDATE candidate_entry SET field = '其他' WHERE id = 1", true },
    { "shown_entry", "deeds", "UPDATE candidate_entry SET deeds = '其他' WHERE id = 1", true },
    { "shown_entry", "pinyin", "UPDATE candidate_entry SET pinyin = 'x' WHERE id = 1", true },
    { "shown_entry", "words", "UPDATE candidate_entry SET words = 'x' WHERE id = 1", true },
    { "shown_entry", "place", "UPDATE candidate_entry SET place = 9 WHERE id = 1", true },
    { "shown_entry", "by_strokes", "UPDATE candidate_entry SET by_strokes = 9 WHERE id = 1", true },
    { "shown_entry", "by_pinyin", "UPDATE candidate_entry SET by_pinyin = 9 WHERE id = 1", true },
    { "shown_entry", "period_version", "UPDATE candidate_entry SET period_version_id = 2 WHERE id = 1", true },
    { "shown_entry", "open_day", "UPDATE notice_version SET open_day = '2026-04-21' WHERE id = 1", true },
    { "shown_entry", "close_day", "UPDATE notice_version SET close_day = '2026-04-25' WHERE id = 1", true },
    { "shown_entry", "opens_at", "UPDATE notice_version SET opens_at = '2026-04-01' WHERE id = 1", true },
    { "shown_entry", "closes_at", "UPDATE notice_version SET closes_at = '2026-04-30' WHERE id = 1", true },
    { "shown_entry", "period_rule", "UPDATE notice_version SET period_rule = 'x' WHERE id = 1", true },
    /* Of final lists tests/store/final.c tells. */
    { "shown_announcement", "id", NULL, false },
    { "shown_announcement", "round_id", NULL, false },
    { "shown_announcement", "slug", NULL, false },
    { "shown_announcement", "round_title", NULL, false },
    { "shown_announcement", "withdrawn", NULL, false },
    { "shown_announcement", "title", NULL, false },
    { "shown_announcement", "doc_number", NULL, false },
    { "shown_announcement", "body", NULL, false },
    { "shown_announcement", "signed_by", NULL, false },
    { "shown_announcement", "signed_day", NULL, false },
    { "shown_announcement", "reason", NULL, false },
    { "shown_announcement", "published_at", NULL, false },
    { "shown_announcement_entry", "announcement_id", NULL, false },
    { "shown_announcement_entry", "nomination", NULL, false },
    { "shown_announcement_entry", "seq", NULL, false },
    { "shown_announcement_entry", "name", NULL, false },
    { "shown_announcement_entry", "employer", NULL, false },
    { "shown_announcement_entry", "post", NULL, false },
    { "shown_announcement_entry", "union_id", NULL, false },
    { "shown_announcement_entry", "union_name", NULL, false },
    { "shown_announcement_entry", "revoked_at", NULL, false },
    { "shown_announcement_entry", "revoked_why", NULL, false },
    { "shown_announcement_entry", "revoked_paper", NULL, false },
    { "shown_entry", "printed_at", "UPDATE notice_version SET published_at = '2026-04-01' WHERE id = 1", true },
};

/* Rows that the changes above may point at. */
static const char others[] =
    "INSERT INTO round (id, slug, title, created_at) VALUES (2, '2027', '次届', NOW(6)); INSERT INTO notice VALUES (2, 1, '2026-2', NOW(6));"
    "INSERT INTO notice_version (id, notice_id, version, state, title, body, drafted_by, created_at) VALUES (2, 2, 7, 'DRAFT', '', '', 1, NOW(6));"
    "INSERT INTO candidate (id, round_id, slug) VALUES (2, 1, 'def'); INSERT INTO nominating_union (id, code, name, kind) VALUES (2, 'gs', '拱墅区总工会', 'DISTRICT')";

static void the_list_of_what_is_shown_is_whole(void **state)
{
    (void)state;
    house_use("rows");
    assert_int_equal(house_number("SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() "
                                  "AND TABLE_NAME LIKE 'shown\\_%'"), ROWS(columns));
    for (size_t i = 0; i < ROWS(columns); i++)
        assert_int_equal(house_number(mem_printf(house.m, "SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() "
                                                 "AND TABLE_NAME = '%s' AND COLUMN_NAME = '%s'", columns[i].view, columns[i].column)), 1);
}

static void a_draft_changes_nothing_that_is_shown(void **state)
{
    (void)state;
    rows_draft();
    assert_int_equal(house_sql(others), 0);
    for (size_t i = 0; i < ROWS(columns); i++)
        if (columns[i].change != NULL && strcmp(columns[i].column, "version_id") != 0 && growth(columns[i].change) != 0)
            fail_msg("%s of a draft", columns[i].column);
    assert_int_equal(growth("DELETE FROM candidate_entry"), 0);
    assert_int_equal(growth("UPDATE notice_version SET state = 'READY' WHERE id = 1"), 0);
}

static void what_is_shown_stands_or_is_noticed(void **state)
{
    (void)state;
    rows_published();
    assert_int_equal(house_sql(others), 0);
    for (size_t i = 0; i < ROWS(columns); i++) {
        if (columns[i].change == NULL)
            continue;
        if (columns[i].stands && house_sql(columns[i].change) != 1644)
            fail_msg("%s can be changed after publication", columns[i].column);
        if (!columns[i].stands && growth(columns[i].change) <= 0)
            fail_msg("%s changes and nobody notices", columns[i].column);
    }
    assert_true(growth("UPDATE notice_version SET state = 'WITHDRAWN', withdrawn_why = '有误' WHERE id = 1") > 0);
    assert_true(growth("INSERT INTO calendar_year (year, revision, paper, loaded_at) VALUES (2299, 1, 'x', NOW(6))") > 0);
}

static void publication_is_noticed_for_its_round_and_the_site(void **state)
{
    (void)state;
    rows_draft();
    int64_t site = house_number("SELECT version FROM public_version WHERE round_id = 0");
    assert_int_equal(house_number("SELECT COUNT(*) FROM public_version WHERE round_id = 1"), 0);
    assert_int_equal(house_sql(ROWS_PUBLISH), 0);
    assert_int_equal(house_number("SELECT version FROM public_version WHERE round_id = 0"), site + 1);
    assert_int_equal(house_number("SELECT version FROM public_version WHERE round_id = 1"), 1);
}

static void what_is_not_shown_changes_nothing(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "UPDATE round SET slug = 'x' WHERE id = 1", "UPDATE round SET created_at = '2020-01-01'",
        "UPDATE notice SET created_at = '2020-01-01'", "UPDATE nominating_union SET name = 'x' WHERE id = 1",
        "UPDATE union_contact SET phone = '13900000000'", "UPDATE officer SET name = 'x' WHERE id = 1",
        "INSERT INTO round (slug, title, created_at) VALUES ('2030', '明届', NOW(6))",
        "INSERT INTO notice (round_id, slug, created_at) VALUES (1, '2030-1', NOW(6))",
        "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state) "
        "VALUES (1, NOW(6), 'OFFICER', 'CONFIRM_IDENTITY', 'SUBMITTED', 'PRELIM_REVIEW')",
        "UPDATE public_version SET version = version WHERE round_id = 0", "UPDATE notice_version SET state = 'PUBLISHED' WHERE id = 1",
    };
    rows_objection();
    for (size_t i = 0; i < ROWS(changes); i++)
        if (growth(changes[i]) != 0)
            fail_msg("%s", changes[i]);
}

static void no_program_can_set_the_version(void **state)
{
    (void)state;
    static const enum db_account programs[] = { DB_PUBLIC, DB_STAFF, DB_UNION, DB_NOTIFY };
    house_use("rows");
    for (size_t i = 0; i < ROWS(programs); i++) {
        assert_int_equal(house_sql_as(programs[i], "UPDATE public_version SET version = 1"), 1142);
        assert_int_equal(house_sql_as(programs[i], "INSERT INTO public_version VALUES (5, 1)"), 1142);
        assert_int_equal(house_sql_as(programs[i], "DELETE FROM public_version"), 1142);
    }
}

SUITE(shown, cmocka_unit_test(the_list_of_what_is_shown_is_whole), cmocka_unit_test(a_draft_changes_nothing_that_is_shown),
      cmocka_unit_test(what_is_shown_stands_or_is_noticed), cmocka_unit_test(publication_is_noticed_for_its_round_and_the_site),
      cmocka_unit_test(what_is_not_shown_changes_nothing), cmocka_unit_test(no_program_can_set_the_version));
