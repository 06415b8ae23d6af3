/* unions: whom letters go to. A change leaves alone what somebody did before it, and what still waits follows it. */
#include "enqueue.h"
#include "suite.h"
#include "union_session.h"
#include "unions.h"

enum { WANG = 1 };

static struct db *staff;
static struct fail f;

static int before(void **state)
{
    (void)state;
    f = (struct fail){ .kind = FAIL_NONE };
    house_use("unions");
    house_empty();
    staff = house_account(DB_STAFF);
    return house_sql("INSERT INTO officer (id, login, name, roles, state, created_at) VALUES (1, 'wang', '王', 1, 'ACTIVE', NOW(6))") != 0;
}

#define ZHAO { "赵样例", "199 0000 0001", "zhao@union.example.com", NULL }
#define NOBODY { "", "", "", NULL }

static int64_t added(const char *code, const char *name)
{
    struct unions_in in = { code, name, false, { ZHAO, { "吕备用", "", "lv@union.example.com", NULL } }, NULL };
    int64_t id = 0;
    house_ok(unions_add(house.m, staff, WANG, &in, &id, &f), f);
    return id;
}

static struct nominating_union get(int64_t id)
{
    struct nominating_union u;
    house_ok(nominating_union_get(house.m, staff, id, &u, &f), f);
    return u;
}

static void what_is_typed_is_kept_clean(void **state)
{
    (void)state;
    struct unions_in in = { "sc", "  上城区总工会 ", false, { { " 赵　样例 ", "+86 199-0000-0001", "", NULL }, NOBODY }, NULL };
    int64_t id = 0;
    house_ok(unions_add(house.m, staff, WANG, &in, &id, &f), f);
    struct nominating_union u = get(id);
    assert_string_equal(u.name, "上城区总工会");
    assert_string_equal(u.contacts[UNION_PRIMARY].name, "赵样例");
    assert_string_equal(u.contacts[UNION_PRIMARY].phone, "19900000001");
    assert_null(u.contacts[UNION_PRIMARY].email);
    assert_int_equal(u.contacts[UNION_BACKUP].id, 0);
    assert_true(u.active);
}

static void a_fault_stands_beside_its_field(void **state)
{
    (void)state;
    static const struct { struct unions_in in; const char *field, *code; } rows[] = {
        { { "", "甲", false, { ZHAO, NOBODY }, NULL }, "union_code", "needed" },
        { { "S C", "甲", false, { ZHAO, NOBODY }, NULL }, "union_code", "union_code_bad" },
        { { "a", " ", false, { ZHAO, NOBODY }, NULL }, "union_name", "needed" },
        { { "a", "甲", false, { NOBODY, NOBODY }, NULL }, "primary_name", "needed" },
        { { "a", "甲", false, { { "赵", "", "", NULL }, NOBODY }, NULL }, "primary_phone", "contact_unreachable" },
        { { "a", "甲", false, { { "赵", "0571-00000001", "", NULL }, NOBODY }, NULL }, "primary_phone", "not_a_mobile" },
        { { "a", "甲", false, { { "赵", "057100000001", "", NULL }, NOBODY }, NULL }, "primary_phone", "not_a_mobile" },
        { { "a", "甲", false, { { "赵", "1990000\t0001\x01", "", NULL }, NOBODY }, NULL }, "primary_phone", "not_a_mobile" },
        { { "a", "甲", false, { { "赵", "", "赵 <a@b.cn>", NULL }, NOBODY }, NULL }, "primary_email", "email_wrong" },
        { { "a", "甲", false, { { "赵", "", "a@b.cn,c@d.cn", NULL }, NOBODY }, NULL }, "primary_email", "email_wrong" },
        { { "a", "甲", false, { { "赵\x02", "19900000001", "", NULL }, NOBODY }, NULL }, "primary_name", "contact_name_wrong" },
        { { "a", "甲", false, { { "赵", "", "a@b\r\nBcc: c@d.cn", NULL }, NOBODY }, NULL }, "primary_email", "email_wrong" },
        { { "a", "甲", false, { ZHAO, { "", "19900000002", "", NULL } }, NULL }, "backup_name", "needed" },
        { { "a", "甲", false, { ZHAO, { "吕", "", "", NULL } }, NULL }, "backup_phone", "contact_unreachable" },
        { { "taken", "甲", false, { ZHAO, NOBODY }, NULL }, "union_code", "union_code_taken" },
        { { "a", "有名", false, { ZHAO, NOBODY }, NULL }, "union_name", "union_name_taken" },
    };
    int64_t id;
    added("taken", "有名");
    for (size_t i = 0; i < ROWS(rows); i++) {
        house_fails(unions_add(house.m, staff, WANG, &rows[i].in, &id, &f), f, rows[i].code);
        assert_string_equal(f.field, rows[i].field);
    }
    assert_int_equal(house_number("SELECT COUNT(*) FROM nominating_union"), 1);
    assert_int_equal(house_number("SELECT COUNT(*) FROM audit WHERE action LIKE 'union%'"), 3);
}

static void a_new_contact_gets_what_still_waits_and_the_old_one_is_out(void **state)
{
    (void)state;
    int64_t id = added("sc", "上城区总工会");
    struct nominating_union u = get(id);
    int64_t old = u.contacts[UNION_PRIMARY].id;
    struct union_session_row session;
    unsigned char hash[32] = { 7 };
    house_ok(enqueue_union(staff, MESSAGE_NOTICE_PUBLISHED, id, "letter:1", "{}", &f), f);
    house_sql("UPDATE outbox SET state = 'SENT', done_at = NOW(6) WHERE channel = 'SMS'");
    struct db *inside = house_account(DB_UNION);
    house_ok(union_session_add(inside, hash, old, "csrf", &f) && union_session_find(house.m, inside, hash, 30, 8, &session, &f), f);

    struct unions_in in = { "", "上城区总工会", false, { { "钱样例", "", "qian@union.example.com", NULL }, NOBODY }, NULL };
    house_ok(unions_change(house.m, staff, WANG, id, &in, &f), f);
    u = get(id);
    assert_string_equal(u.contacts[UNION_PRIMARY].name, "钱样例");
    assert_int_equal(u.contacts[UNION_BACKUP].id, 0);
    house_fails(union_session_find(house.m, inside, hash, 30, 8, &session, &f), f, "signed_out");
    f = (struct fail){ .kind = FAIL_NONE };
    /* What was sent stays his; what waits is the new one's. */
    assert_int_equal(house_number("SELECT contact_id FROM outbox WHERE channel = 'SMS'"), old);
    assert_int_equal(house_number("SELECT contact_id FROM outbox WHERE channel = 'EMAIL'"), u.contacts[UNION_PRIMARY].id);
    assert_int_equal(house_number(mem_printf(house.m, "SELECT name = '赵样例' FROM union_contact WHERE id = %lld", (long long)old)), 1);
}

static void saving_without_a_change_changes_nothing(void **state)
{
    (void)state;
    int64_t id = added("sc", "上城区总工会"), contact = get(id).contacts[UNION_PRIMARY].id;
    int64_t lines = house_number("SELECT COUNT(*) FROM audit");
    struct unions_in in = { "", "上城区总工会", false, { ZHAO, { "吕备用", "", "lv@union.example.com", NULL } }, NULL };
    house_ok(unions_change(house.m, staff, WANG, id, &in, &f), f);
    assert_int_equal(get(id).contacts[UNION_PRIMARY].id, contact);
    assert_int_equal(house_number("SELECT COUNT(*) FROM audit"), lines);
}

static void a_retired_union_can_be_taken_back(void **state)
{
    (void)state;
    int64_t id = added("sc", "上城区总工会");
    house_ok(unions_set_active(house.m, staff, WANG, id, false, &f) && unions_set_active(house.m, staff, WANG, id, false, &f), f);
    assert_false(get(id).active);
    house_ok(unions_set_active(house.m, staff, WANG, id, true, &f), f);
    assert_true(get(id).active);
    assert_int_equal(house_number("SELECT COUNT(*) FROM audit WHERE action IN ('union_retire', 'union_resume')"), 2);
    house_fails(unions_set_active(house.m, staff, WANG, 999, true, &f), f, "union_missing");
}

#define HEAD "代码,名称,类型,联系人,手机,邮箱,备用联系人,备用手机,备用邮箱\n"

static void a_list_is_taken_whole_or_not_at_all(void **state)
{
    (void)state;
    static const char good[] = HEAD "sc,上城区总工会,区县市,赵样例,19900000001,,,,\njx,杭州市经信产业工会,产业,杨样例,,y@union.example.com,,,\n";
    static const char bad[] = HEAD "sc,上城区工会,区县市,赵样例,19900000001,,,,\nxx,某工会,产业,杨样例,,,,,\n";
    struct unions_read_out out;
    added("sc", "上城区总工会");
    house_ok(unions_read(house.m, staff, WANG, good, sizeof good - 1, &out, &f), f);
    assert_int_equal(out.added, 1);
    assert_int_equal(out.changed, 1);
    house_fails(unions_read(house.m, staff, WANG, bad, sizeof bad - 1, &out, &f), f, "contact_unreachable");
    assert_int_equal(out.line, 3);
    assert_int_equal(house_number("SELECT COUNT(*) FROM nominating_union WHERE name = '上城区总工会'"), 1);
}

SUITE(unions, cmocka_unit_test_setup(what_is_typed_is_kept_clean, before), cmocka_unit_test_setup(a_fault_stands_beside_its_field, before),
      cmocka_unit_test_setup(a_new_contact_gets_what_still_waits_and_the_old_one_is_out, before),
      cmocka_unit_test_setup(saving_without_a_change_changes_nothing, before),
      cmocka_unit_test_setup(a_retired_union_can_be_taken_back, before),
      cmocka_unit_test_setup(a_list_is_taken_whole_or_not_at_all, before));
