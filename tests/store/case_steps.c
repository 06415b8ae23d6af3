/* case_steps: see case_steps.h. */
#include "case_steps.h"

#include "attach.h"
#include "file.h"
#include "file_key.h"

struct db *everybody, *unions;
struct login_session ding, wu, boss_now, desk;
const struct decision_finding findings[2] = { { "A1", "UNTRUE" }, { "OWNERSHIP", "UNVERIFIABLE" } };
const struct decide_words words = { "异议成立", "异议部分成立", "异议不成立" };

static const char notice[] =
    "INSERT INTO nominating_union (id, code, name, kind) VALUES (1, 'sc', '上城区总工会', 'DISTRICT'), (2, 'gs', '拱墅区总工会', 'DISTRICT');"
    "INSERT INTO union_contact (id, union_id, rank, name, phone, email) VALUES (1, 1, 'PRIMARY', '甲', '13800000001', 'a@example.org'),"
    " (2, 2, 'PRIMARY', '乙', '13800000002', 'b@example.org');"
    "INSERT INTO round VALUES (1, '2026', '首届', NOW(6)); INSERT INTO notice VALUES (1, 1, '2026-1', NOW(6));"
    "INSERT INTO notice_version (id, notice_id, version, state, title, body, drafted_by, created_at, open_day, close_day, opens_at, closes_at)"
    " VALUES (1, 1, 1, 'DRAFT', '公示', '全文', 1, NOW(6), CURDATE(), CURDATE(), NOW(6) - INTERVAL 1 DAY, NOW(6) + INTERVAL 1 DAY);"
    "INSERT INTO candidate (id, round_id, slug) VALUES (1, 1, 'ding');"
    "INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds)"
    " VALUES (1, 1, 'CRAFTSMAN', 1, '丁样', '虚构公司', '技师', 1, '上城区总工会', '大数据', '');"
    "UPDATE notice_version SET state = 'PUBLISHED', published_by = 2, published_at = NOW(6) WHERE id = 1;";

int case_before(void **state)
{
    person_before(state);
    if (everybody)
        return 0;
    assert_int_equal(house_sql(notice), 0);
    house_inspectd();
    unions = house_account(DB_UNION);
    struct person a = enrolled("ding", STAFF_CASE), b = enrolled("wuyi", STAFF_CASE | STAFF_APPROVER), c = enrolled("desk", STAFF_IDENTITY);
    ding = session_of(&a);
    wu = session_of(&b);
    desk = session_of(&c);
    boss_now = session_of(&boss);
    everybody = house_account(DB_PUBLIC);
    return 0;
}

/* ---- steps ---- */

static void attach(const struct token *t, struct db *db, const char *purpose, const char *name)
{
    struct attach_in in = { t, purpose, name };
    size_t n = 0;
    char *bytes = file_read(house.m, mem_printf(house.m, "%s/tests/unit/samples/good.%s", house.top, strrchr(name, '.') + 1), 1 << 20, &n, &f);
    struct attach *a = attach_begin(house.m, db, &in, &f);
    house_ok(a != NULL, f);
    house_ok(attach_data(a, bytes, n, &f) && attach_end(a, &f), f);
}

struct token new_token(void)
{
    struct token t;
    secret_random(t.secret, sizeof t.secret);
    house_ok(db_now(staff, &t.opened_at, &f), f);
    return t;
}

void declared(const struct login_session *who, const char *receipt)
{
    struct fail quiet = { .kind = FAIL_NONE };
    if (!recuse_declare(staff, who, receipt, false, "", NULL, &quiet))
        assert_string_equal(quiet.code, "case_moved");
}

struct filed filed(enum objection_kind kind)
{
    struct token t = new_token();
    unsigned char tag[SECRET_KEY];
    struct submit_out out;
    struct filed made;
    bool unit = kind == OBJECTION_UNIT, named = kind != OBJECTION_ANONYMOUS;
    house_ok(file_key(FILE_KEY_TAG, tag, &f), f);
    attach(&t, everybody, "EVIDENCE", "book.pdf");
    if (unit)
        attach(&t, everybody, "SEAL_SCAN", "stamp.png");
    struct submit_in in = { &t, tag, "2026-1", "ding", kind, "A1,OWNERSHIP", STATEMENT, named ? "何某" : "", named ? "13900000009" : "",
                            named ? "he@example.org" : "", unit ? "虚构单位" : "", unit ? "李某" : "", unit ? 2 : 1 };
    house_ok(submit_send(house.m, everybody, &in, &out, &f), f);
    assert_true(receipt_number_read(out.number, made.receipt));
    memcpy(made.code, out.code, sizeof made.code);
    declared(&desk, made.receipt);
    declared(&ding, made.receipt);
    declared(&wu, made.receipt);
    declared(&boss_now, made.receipt);
    return made;
}

struct moderate_case opened(const char *receipt)
{
    struct moderate_case c;
    house_ok(moderate_case(house.m, staff, &ding, receipt, &c, &f), f);
    return c;
}

void confirmed(const char *receipt)
{
    house_ok(moderate_identity(staff, &desk, receipt, WAITING, true, "电话里说是他", &f), f);
}

void accepted(const char *receipt)
{
    confirmed(receipt);
    moved(&ding, receipt, MOVE_ACCEPT);
    agreed(&wu, receipt);
}

void moved(const struct login_session *who, const char *receipt, enum objection_move move)
{
    struct moderate_in in = move_in(who, receipt, move);
    house_ok(moderate_do(staff, &in, &f), f);
}

struct moderate_in move_in(const struct login_session *who, const char *receipt, enum objection_move move)
{
    return (struct moderate_in){ .s = who, .receipt = receipt, .seen = "", .move = move, .told = "告知反映人的话。", .note = "存卷的话。",
                                 .code = "NO_FACTS", .other = "", .pair = { ding.officer_id, wu.officer_id }, .note_key = KEYRING_CASE };
}

int64_t proposed(const char *receipt)
{
    return house_number(mem_printf(house.m, "SELECT p.id FROM proposal p JOIN objection o ON o.id = p.objection_id WHERE o.receipt = '%s' "
                                   "AND p.settled_at IS NULL", receipt));
}

void agreed(const struct login_session *who, const char *receipt)
{
    house_ok(moderate_agree(staff, who, receipt, proposed(receipt), &f), f);
}

struct assist_work_in abstract_in(const char *receipt)
{
    struct moderate_case c = opened(receipt);
    struct assist_work_in in = { .receipt = receipt, .seen = c.stored.row.state, .abstract = ABSTRACT };
    if (c.assist_count > 0) {
        in.assist_id = c.assists[c.assist_count - 1].id;
        in.drafted_at = c.assists[c.assist_count - 1].drafted_at;
    }
    return in;
}

void investigating(const char *receipt)
{
    accepted(receipt);
    moved(&ding, receipt, MOVE_ASSIGN);
}

void asked(const char *receipt)
{
    investigating(receipt);
    struct assist_work_in in = abstract_in(receipt);
    house_ok(assist_work_draft(staff, &ding, &in, &f), f);
    in = abstract_in(receipt);
    house_ok(assist_work_send(staff, &wu, &in, &f), f);
}

const struct union_session_row of_sc = { .id = 1, .contact_id = 1, .union_id = 1 }, of_gs = { .id = 2, .contact_id = 2, .union_id = 2 };

/* The slug of the newest letter about a request. */
char *letter_slug(void)
{
    struct letter *all;
    size_t n;
    house_ok(letter_list(house.m, unions, 1, &all, &n, &f), f);
    for (size_t i = 0; i < n; i++)
        if (all[i].assist_id == house_number("SELECT MAX(id) FROM assist"))
            return all[i].slug;
    fail_msg("no letter about the request");
    return NULL;
}

void replied(void)
{
    struct token t = new_token();
    char *slug = letter_slug();
    struct union_work_reply in = { slug, "登记簿见附件。", &t, 1 };
    house_ok(union_work_sign(unions, &of_sc, slug, &f), f);
    attach(&t, unions, "ANSWER", "register.pdf");
    house_ok(union_work_reply(unions, &of_sc, &in, &f), f);
}

int64_t drafted(const char *receipt)
{
    struct decide_in in = { receipt, "INVESTIGATING", "NOT_SUSTAINED", REASONS, TOLD, findings, 2 };
    house_ok(decide_draft(staff, &ding, &in, &f), f);
    return house_number("SELECT MAX(id) FROM decision");
}

struct track_out looked_up(const struct filed *o)
{
    struct track_in in = { o->receipt, o->code };
    struct track_out out;
    house_ok(track_look(house.m, everybody, &in, &out, &f), f);
    return out;
}
