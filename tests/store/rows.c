/* rows: the SQL of the small notice. */
#include "rows.h"

static const char draft[] =
    "INSERT INTO officer (id, login, name, roles, state, created_at) VALUES (1, 'one', '一', 1, 'ACTIVE', NOW(6)), "
    "(2, 'two', '二', 2, 'ACTIVE', NOW(6));"
    "INSERT INTO nominating_union (id, code, name, kind) VALUES (1, 'sc', '上城区总工会', 'DISTRICT');"
    "INSERT INTO union_contact (id, union_id, rank, name, phone, email) VALUES (1, 1, 'PRIMARY', '甲', '13800000001', 'a@example.org');"
    "INSERT INTO round (id, slug, title, created_at) VALUES (1, '2026', '首届', NOW(6));"
    "INSERT INTO notice (id, round_id, slug, created_at) VALUES (1, 1, '2026-1', NOW(6));"
    "INSERT INTO notice_version (id, notice_id, version, state, title, body, drafted_by, created_at, open_day, close_day) "
    "VALUES (1, 1, 1, 'DRAFT', '公示', '正文', 1, NOW(6), '2026-04-20', '2026-04-24');"
    "INSERT INTO candidate (id, round_id, slug) VALUES (1, 1, 'abc');"
    "INSERT INTO candidate_entry (id, version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds, "
    "words, place) VALUES (1, 1, 1, 'CRAFTSMAN', 1, '丁虚', '虚构公司', '工程师', 1, '上城区总工会', '软件', '事迹', '丁虚', 1);";

static const char objection[] =
    "INSERT INTO objection (id, receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, person_sealed, "
    "form_opened_at, submitted_at) VALUES (1, '646982923754', REPEAT('k', 32), REPEAT('a', 32), 1, 1, 'PERSON', 'C1', 'SUBMITTED', 'text', "
    "'person', '2026-04-20 01:00:00', '2026-04-20 01:10:00');"
    "INSERT INTO attachment (id, form_hash, purpose, kind, size, head, name_sealed, name_boxed, created_at) VALUES "
    "(1, REPEAT('f', 32), 'EVIDENCE', 'pdf', 3, 'h', 'n', 'b', NOW(6)), (2, REPEAT('g', 32), 'EVIDENCE', 'pdf', 3, 'h', 'n', 'b', NOW(6));"
    "INSERT INTO attachment_chunk (attachment_id, n, data) VALUES (1, 0, 'abc'), (2, 0, 'abc');"
    "UPDATE attachment SET objection_id = 1 WHERE id = 1;"
    "INSERT INTO objection_answer (id, objection_id, at, kind, sealed) VALUES (1, 1, NOW(6), 'ACCEPTED', 'x');"
    "INSERT INTO assist (id, objection_id, union_id, state, abstract, drafted_by, drafted_at) VALUES (1, 1, 1, 'DRAFT', 'x', 1, NOW(6));"
    "INSERT INTO decision (id, objection_id, result, text_sealed, drafted_by, drafted_at) VALUES (1, 1, 'PARTLY', 'x', 1, NOW(6));"
    "INSERT INTO officer_pass (id, officer_id, purpose, asked_by, created_at, expires_at) VALUES (1, 2, 'RESET', 1, NOW(6), NOW(6));";

static void run(const char *what, const char *sql)
{
    unsigned error = house_sql(sql);
    if (error != 0)
        fail_msg("%s: error %u", what, error);
}

void rows_draft(void)
{
    house_use("rows");
    house_empty();
    run("draft", draft);
}

void rows_published(void)
{
    rows_draft();
    run("published", ROWS_PUBLISH);
}

void rows_objection(void)
{
    rows_published();
    run("objection", objection);
}
