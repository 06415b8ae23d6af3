/* candidate_steps: see candidate_steps.h. */
#include "candidate_steps.h"

#include "secret.h"

static int made;

void placed(struct who c, enum candidacy_state to)
{
    SQL("INSERT INTO candidate_event (candidate_id, at, actor_kind, move, from_state, to_state) SELECT id, UTC_TIMESTAMP(6), 'SYSTEM', 'PLACED', "
        "'PROPOSED', '%s' FROM (SELECT %lld AS id) c", candidacy_state_word(to), c.id);
}

void stands(struct who c, enum candidacy_state wanted)
{
    assert_int_equal(COUNT("SELECT state = '%s' FROM candidate WHERE id = %lld", candidacy_state_word(wanted), c.id), 1);
}

struct who candidate(const char *award, const char *closes)
{
    int n = ++made + 100;
    struct who c = { n, mem_printf(house.m, "who-%d", n) };
    SQL("INSERT INTO round VALUES (%d, 'r%d', '届', NOW(6)); INSERT INTO notice VALUES (%d, %d, 'n-%d', NOW(6));"
        "INSERT INTO notice_version (id, notice_id, version, state, title, body, drafted_by, created_at, open_day, close_day, opens_at, closes_at)"
        " VALUES (%d, %d, 1, 'DRAFT', '公示', '全文', 1, NOW(6), CURDATE(), CURDATE(), '2020-01-01', %s);"
        "INSERT INTO candidate (id, round_id, slug) VALUES (%d, %d, '%s');"
        "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds)"
        " VALUES (%d, %d, '%s', 1, '某', '虚构公司', '技师', 1, '上城区总工会', '大数据', '');"
        "UPDATE notice_version SET state = 'PUBLISHED', published_by = 2, published_at = NOW(6) WHERE id = %d",
        n, n, n, n, n, n, n, closes, n, n, c.slug, n, n, award, n);
    SQL("INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) SELECT id, %d, NOW(6), 'CLEAR', id FROM officer "
        "WHERE login IN ('ding', 'wuyi', 'boss')", n);
    return c;
}

void objected(struct who c, enum objection_state state, bool accepted, const char *result)
{
    static int count;
    int n = ++count;
    SQL("INSERT INTO objection (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, form_opened_at, "
        "submitted_at, channel, received_day, entered_by) VALUES ('%012d', REPEAT(CHAR(%d), 32), REPEAT('a', 32), %lld, %lld, 'PERSON', 'C1', "
        "'%s', 'x', NOW(6), NOW(6), %s); SET @o = LAST_INSERT_ID();%s%s", n, n + 32, c.id, c.id, objection_state_word(state),
        state == OBJECTION_REGISTERED ? "'CALL', CURDATE(), 1" : "'ONLINE', NULL, NULL",
        accepted ? mem_printf(house.m, "INSERT INTO objection_event (objection_id, at, actor_kind, move, from_state, to_state) VALUES "
                              "(@o, NOW(6), 'SYSTEM', 'ACCEPT', '%s', '%s');", objection_state_word(state), objection_state_word(state)) : "",
        result ? mem_printf(house.m, "INSERT INTO decision (objection_id, result, text_sealed, drafted_by, drafted_at, approved_by, approved_at) "
                            "VALUES (@o, '%s', 'x', 1, NOW(6), 2, NOW(6));", result) : "");
}

int64_t waits(struct who c)
{
    return COUNT("SELECT COALESCE(MAX(id), 0) FROM candidate_proposal WHERE candidate_id = %lld AND settled_at IS NULL", c.id);
}

struct filed objection_on(struct who c)
{
    struct token t = new_token();
    unsigned char tag[SECRET_KEY] = { 1 };
    struct submit_out out;
    struct filed o;
    struct submit_in in = { &t, tag, mem_printf(house.m, "n-%lld", c.id), c.slug, OBJECTION_PERSON, "C1", STATEMENT, "何某", "13900000009",
                            "he@example.org", "", "", 0 };
    house_ok(submit_send(house.m, everybody, &in, &out, &f), f);
    assert_true(receipt_number_read(out.number, o.receipt));
    SQL("INSERT INTO recusal (officer_id, candidate_id, at, state, by_id) VALUES (%lld, %lld, NOW(6), 'CLEAR', %lld)",
        (long long)desk.officer_id, c.id, (long long)desk.officer_id);
    return o;
}
