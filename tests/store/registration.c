/* registration: what came by letter, call or visit is typed in by one officer, compared with the paper by another, and then goes the way of
 * what came online. */
#include "case_steps.h"
#include "registration.h"
#include "token.h"

static struct login_session first, second, third;
static day close_day; /* the printed period of these tests is one day, today or yesterday in Beijing */

/* Three officers who type in letters; the third came later. */
static int before(void **state)
{
    static bool there;
    case_before(state);
    if (there)
        return 0;
    there = true;
    struct person a = enrolled("letters", STAFF_INTAKE), b = enrolled("letters2", STAFF_INTAKE);
    first = session_of(&a);
    second = session_of(&b);
    close_day = (day)house_number("SELECT TO_DAYS(close_day) - TO_DAYS('1970-01-01') FROM shown_entry WHERE candidate_id = 1");
    return 0;
}

static struct registration_in typed(const struct token *t, const unsigned char *tag, enum objection_kind kind)
{
    bool named = kind != OBJECTION_ANONYMOUS;
    return (struct registration_in){
        .s = &first, .token = t, .tag_key = tag, .candidate_id = 1, .came = { INCOMING_LETTER, close_day, 0 },
        .said = { .kind = kind, .grounds = "A1,OWNERSHIP", .statement = STATEMENT, .name = named ? "何某" : "", .phone = named ? "13900000009" : "",
                  .email = named ? "he@example.org" : "", .address = named ? "虚构路 1 号" : "", .unit = "", .head = "" } };
}

static const unsigned char tag_key[32] = { 3 };

static struct filed entered(enum objection_kind kind, const struct incoming *came, bool late_known)
{
    struct token t = new_token();
    struct registration_in in = typed(&t, tag_key, kind);
    struct registration_out out;
    struct filed made;
    if (came)
        in.came = *came;
    in.late_known = late_known;
    house_ok(registration_enter(house.m, staff, &in, &out, &f), f);
    assert_true(receipt_number_read(out.number, made.receipt));
    memcpy(made.code, out.code, sizeof made.code);
    return made;
}

static void clear(const struct login_session *s, const char *receipt)
{
    struct fail quiet = { .kind = FAIL_NONE };
    if (!recuse_declare(staff, s, receipt, false, "", NULL, &quiet))
        assert_string_equal(quiet.code, "case_moved");
}

static int64_t of(const char *receipt, const char *what)
{
    return house_number(mem_printf(house.m, "SELECT %s FROM objection o WHERE o.receipt = '%s'", what, receipt));
}

#define COPIES "(SELECT COUNT(*) FROM entry_copy c WHERE c.objection_id = o.id)"

static void one_types_it_in_and_another_reads_it(void **state)
{
    (void)state;
    struct filed o = entered(OBJECTION_PERSON, NULL, false);
    struct registration_view v;
    assert_int_equal(looked_up(&o).state, OBJECTION_REGISTERED);
    assert_int_equal(of(o.receipt, COPIES), 1);
    assert_int_equal(of(o.receipt, "INSTR(o.text_sealed, '专利')"), 0);
    assert_int_equal(of(o.receipt, "(SELECT COUNT(*) FROM entry_copy c WHERE INSTR(c.sealed, '专利') OR INSTR(c.sealed, '何某'))"), 0);
    house_ok(registration_look(house.m, staff, &first, o.receipt, &v, &f), f);
    assert_true(v.own && !v.open); /* not even who typed it in */
    house_fails(registration_look(house.m, staff, &second, o.receipt, &v, &f), f, "undeclared");
    clear(&second, o.receipt);
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(registration_look(house.m, staff, &second, o.receipt, &v, &f), f);
    assert_true(v.open && v.move == MOVE_CHECK_ENTRY);
    assert_string_equal(v.statement, STATEMENT);
    assert_string_equal(v.name, "何某");
    assert_string_equal(v.address, "虚构路 1 号");
    assert_true(v.row.row.deadline_at > 0);
    house_fails(registration_settle(staff, &first, o.receipt, true, "", &f), f, "same_person");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(registration_settle(staff, &second, o.receipt, true, "", &f), f);
    assert_int_equal(of(o.receipt, COPIES), 0);
    assert_int_equal(looked_up(&o).state, OBJECTION_SUBMITTED);
    assert_int_equal(of(o.receipt, "(SELECT COUNT(*) FROM outbox b WHERE b.objection_id = o.id AND b.channel = 'EMAIL')"), 1);
    house_fails(registration_look(house.m, staff, &second, o.receipt, &v, &f), f, "case_moved");
    house_fails(registration_settle(staff, &second, o.receipt, false, "写错了", &f), f, "case_moved");
    /* From here it goes the way of all. */
    f = (struct fail){ .kind = FAIL_NONE };
    clear(&desk, o.receipt);
    clear(&ding, o.receipt);
    clear(&wu, o.receipt);
    struct moderate_person p;
    house_ok(moderate_person(house.m, staff, &desk, o.receipt, &p, &f), f);
    assert_string_equal(p.address, "虚构路 1 号");
    accepted(o.receipt);
    struct moderate_case c = opened(o.receipt);
    assert_string_equal(c.statement, STATEMENT);
    assert_string_equal(c.events[0].move, "REGISTER");
    assert_string_equal(c.events[0].actor_kind, "OFFICER");
    assert_int_equal(c.standing.enterer, first.officer_id);
}

static void travel(const char *when)
{
    char *text = mem_printf(house.m, "SET timestamp = %s", when);
    house_ok(db_script(staff, "travel", text, strlen(text), &f), f);
}

static void the_postmark_decides_what_is_late(void **state)
{
    (void)state;
    static const struct { struct incoming came; const char *field, *code; } wrong[] = {
        { { INCOMING_CALL, -1, 0 }, "received_day", "received_early" },
        { { INCOMING_CALL, 9, 0 }, "received_day", "received_ahead" },
        { { INCOMING_LETTER, 2, 3 }, "postmark_day", "postmark_after" },
        { { INCOMING_LETTER, 2, 0 }, "late", "late_ask" },
        { { INCOMING_LETTER, 2, 1 }, "late", "late_ask" },
        { { INCOMING_VISIT, 1, 0 }, "late", "late_ask" },
    };
    struct token t = new_token();
    struct registration_in in = typed(&t, tag_key, OBJECTION_PERSON);
    struct registration_out out;
    struct registration_view v;
    travel("UNIX_TIMESTAMP() + 3 * 86400");
    for (size_t i = 0; i < ROWS(wrong); i++) {
        in.came = wrong[i].came;
        in.came.received += close_day;
        in.came.postmark += in.came.postmark ? close_day : 0;
        house_fails(registration_enter(house.m, staff, &in, &out, &f), f, wrong[i].code);
        assert_string_equal(f.field, wrong[i].field);
    }
    const struct incoming punctual = { INCOMING_LETTER, close_day + 2, close_day }, late = { INCOMING_LETTER, close_day + 2, close_day + 1 };
    f = (struct fail){ .kind = FAIL_NONE };
    struct filed one = entered(OBJECTION_PERSON, &punctual, false), two = entered(OBJECTION_PERSON, &late, true);
    clear(&second, one.receipt);
    house_ok(registration_look(house.m, staff, &second, one.receipt, &v, &f), f);
    assert_int_equal(v.move, MOVE_CHECK_ENTRY);
    house_ok(registration_settle(staff, &second, one.receipt, true, "", &f), f);
    house_ok(registration_settle(staff, &second, two.receipt, true, "", &f), f);
    travel("DEFAULT");
    assert_int_equal(looked_up(&one).state, OBJECTION_SUBMITTED);
    assert_int_equal(looked_up(&two).state, OBJECTION_LATE_RECORDED);
}

static void what_has_no_name_is_a_clue(void **state)
{
    (void)state;
    struct filed o = entered(OBJECTION_ANONYMOUS, NULL, false);
    clear(&second, o.receipt);
    house_ok(registration_settle(staff, &second, o.receipt, true, "", &f), f);
    assert_int_equal(looked_up(&o).state, OBJECTION_CLUE);
    assert_int_equal(of(o.receipt, "(SELECT COUNT(*) FROM outbox b WHERE b.objection_id = o.id)"), 0);
}

static void what_is_wrong_is_void_with_a_reason(void **state)
{
    (void)state;
    struct filed o = entered(OBJECTION_PERSON, NULL, false);
    clear(&second, o.receipt);
    house_fails(registration_settle(staff, &second, o.receipt, false, "", &f), f, "void_needed");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(registration_settle(staff, &second, o.receipt, false, "人选写错了", &f), f);
    assert_int_equal(looked_up(&o).state, OBJECTION_ENTRY_VOID);
    assert_int_equal(of(o.receipt, COPIES), 0);
}

static void the_same_form_is_registered_once(void **state)
{
    (void)state;
    struct token t = new_token();
    struct registration_in in = typed(&t, tag_key, OBJECTION_PERSON);
    struct registration_out out, again;
    house_ok(registration_enter(house.m, staff, &in, &out, &f), f);
    house_ok(registration_enter(house.m, staff, &in, &again, &f), f);
    assert_true(again.again && !out.again);
    assert_string_equal(out.number, again.number);
    assert_string_equal(out.code, again.code);
}

/* Who came to the desk later has no copy: he can only call it void, so that nothing waits for ever. */
static void who_has_no_copy_can_only_void_it(void **state)
{
    (void)state;
    struct filed o = entered(OBJECTION_PERSON, NULL, false);
    struct person c = enrolled("letters3", STAFF_INTAKE);
    struct registration_view v;
    third = session_of(&c);
    clear(&third, o.receipt);
    house_ok(registration_look(house.m, staff, &third, o.receipt, &v, &f), f);
    assert_false(v.open);
    house_fails(registration_settle(staff, &third, o.receipt, true, "", &f), f, "entry_unread");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(registration_settle(staff, &third, o.receipt, false, "原件找不到了", &f), f);
    house_fails(registration_look(house.m, staff, &third, "999999999999", &v, &f), f, "not_found");
}

static void who_is_tied_neither_types_in_nor_reads(void **state)
{
    (void)state;
    struct filed o = entered(OBJECTION_PERSON, NULL, false);
    struct person d = enrolled("letters4", STAFF_INTAKE);
    struct login_session kin = session_of(&d);
    struct token t = new_token();
    struct registration_in in = typed(&t, tag_key, OBJECTION_PERSON);
    struct registration_out out;
    struct registration_view v;
    struct registry_row *rows;
    size_t n;
    house_ok(recuse_declare(staff, &kin, o.receipt, true, "同学", NULL, &f), f);
    house_fails(registration_look(house.m, staff, &kin, o.receipt, &v, &f), f, "recused");
    house_fails(registration_settle(staff, &kin, o.receipt, false, "不对", &f), f, "recused");
    in.s = &kin;
    house_fails(registration_enter(house.m, staff, &in, &out, &f), f, "whom_recused");
    assert_string_equal(f.field, "candidate");
    f = (struct fail){ .kind = FAIL_NONE };
    house_ok(registration_list(house.m, staff, &kin, &rows, &n, &f), f);
    assert_int_equal(n, 0);
    house_ok(registration_list(house.m, staff, &first, &rows, &n, &f), f);
    assert_true(n > 0); /* the control */
    /* And no copy is made for him. */
    assert_int_equal(of(entered(OBJECTION_PERSON, NULL, false).receipt,
                        mem_printf(house.m, "(SELECT COUNT(*) FROM entry_copy c WHERE c.objection_id = o.id AND c.officer_id = %lld)", (long long)kin.officer_id)), 0);
}

static void only_a_typed_one_waits_for_a_second_reader(void **state)
{
    (void)state;
    static const char insert[] = "INSERT INTO objection (receipt, key_hash, answer_key, notice_id, candidate_id, kind, grounds, state, text_sealed, "
                                 "form_opened_at, submitted_at, channel, received_day, entered_by) VALUES ('7%d', RPAD('typed', 32, '%c'), REPEAT('x', 32), 1, 1, "
                                 "'PERSON', 'C1', '%s', 'x', NOW(6), NOW(6), '%s', %s, %s)";
    static const struct { const char *state, *channel, *received, *by; bool good; } rows[] = {
        { "REGISTERED", "LETTER", "'2026-01-01'", "1", true },  { "REGISTERED", "ONLINE", "NULL", "NULL", false },
        { "SUBMITTED", "LETTER", "'2026-01-01'", "1", false },  { "REGISTERED", "ONLINE", "NULL", "1", false },
        { "REGISTERED", "CALL", "NULL", "1", false },           { "SUBMITTED", "ONLINE", "NULL", "NULL", true },
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        unsigned error = house_sql(mem_printf(house.m, insert, (int)i, (char)('a' + i), rows[i].state, rows[i].channel, rows[i].received, rows[i].by));
        assert_true((error == 0) == rows[i].good);
    }
    for (int staffs = 0; staffs < 2; staffs++) /* and the officers' program objects to nobody */
        assert_true((house_sql_as(staffs ? DB_STAFF : DB_PUBLIC, mem_printf(house.m, "INSERT INTO objection (receipt, key_hash, answer_key, "
            "notice_id, candidate_id, kind, grounds, state, text_sealed, form_opened_at, submitted_at) VALUES ('8%d', RPAD('typed', 32, '%d'), "
            "REPEAT('x', 32), 1, 1, 'PERSON', 'C1', 'SUBMITTED', 'x', NOW(6), NOW(6))", staffs, staffs)) == 0) == !staffs);
    assert_int_not_equal(house_sql("UPDATE objection SET entered_by = 2 WHERE receipt = '70'"), 0);
}

#define CASE(name) cmocka_unit_test_setup(name, before)
SUITE(registration, CASE(one_types_it_in_and_another_reads_it), CASE(the_postmark_decides_what_is_late), CASE(what_has_no_name_is_a_clue),
      CASE(what_is_wrong_is_void_with_a_reason), CASE(the_same_form_is_registered_once), CASE(who_has_no_copy_can_only_void_it),
      CASE(who_is_tied_neither_types_in_nor_reads), CASE(only_a_typed_one_waits_for_a_second_reader));
